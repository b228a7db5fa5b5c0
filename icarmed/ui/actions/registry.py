"""The registry: no code twice, no key twice where both would work."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from icarmed.ui.actions.command import Command, Scope


class TwiceTaken(Exception):
    """A code or a key is already another command's."""


class Commands:
    """All commands that are known."""

    def __init__(self, commands: Iterable[Command] = ()) -> None:
        self._known: dict[str, Command] = {}
        self.add(*commands)

    def add(self, *commands: Command) -> None:
        """Make commands known; TwiceTaken if a code or a key is another's. The same one again is fine."""
        for command in commands:
            before = self._known.get(command.code)
            if before == command:
                continue
            if before is not None:
                raise TwiceTaken(command.code)
            for other in self._known.values():
                if _clash(command, other):
                    msg = f"{command.keys}: {command.code} and {other.code}"
                    raise TwiceTaken(msg)
            self._known[command.code] = command

    def __getitem__(self, code: str) -> Command:
        return self._known[code]

    def by_scope(self) -> list[tuple[Scope, list[Command]]]:
        """The commands that have a key, by where they work, as the page of keys lists them."""
        having = [command for command in self._known.values() if command.keys]
        groups = [(scope, [command for command in having if command.scope is scope]) for scope in Scope]
        return [(scope, commands) for scope, commands in groups if commands]

    def bind(self, widget: QWidget, code: str, slot: Callable[[], object]) -> QAction:
        """The action of a command, its key alive while `widget` is in sight; KeyError for an unknown code."""
        command = self._known[code]
        action = QAction(command.text, widget)
        action.setObjectName(code)
        if command.keys and not command.built_in:
            action.setShortcut(QKeySequence(command.keys))
        everywhere = command.scope is Scope.EVERYWHERE
        context = Qt.ShortcutContext.WindowShortcut
        action.setShortcutContext(context if everywhere else Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked: slot())
        widget.addAction(action)
        return action


def _clash(one: Command, other: Command) -> bool:
    if one.built_in or other.built_in:
        # What a part takes itself is only told; a page may give the key a meaning of its own around it.
        return False
    same_place = one.scope is other.scope or Scope.EVERYWHERE in {one.scope, other.scope}
    return bool(one.keys) and same_place and QKeySequence(one.keys) == QKeySequence(other.keys)
