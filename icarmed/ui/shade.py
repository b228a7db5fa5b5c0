"""F12: whoever shows a name asks here how to show it."""

from PySide6.QtCore import QObject, Signal, Slot

HIDDEN = "•••"


class NameShade(QObject):
    """Whether names are hidden; `changed` tells all who show one."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hidden = False

    @property
    def hidden(self) -> bool:
        """Whether names are hidden now."""
        return self._hidden

    @Slot()
    def toggle(self) -> None:
        """Hide all names, or show them again."""
        self._hidden = not self._hidden
        self.changed.emit()

    def shown(self, name: str, instead: str = HIDDEN) -> str:
        """The name, or what stands for it while names are hidden (a code, if one is given)."""
        return instead if self._hidden and name else name
