"""What kinds of thing changed; each screen decides whether it shows them."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal


class Changes(QObject):
    """`changed` gives the topics of a story that was just committed, here or in another window."""

    changed = Signal(object)

    def announce(self, topics: Iterable[str]) -> None:
        """Say that these kinds of thing changed."""
        said = frozenset(topics)
        if said:
            self.changed.emit(said)
