"""F1: every command that has a key, by where it works, straight from the registry."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from icarmed.ui.actions import Command
from icarmed.ui.page import Page
from icarmed.ui.parts.boxes import Card, column, row
from icarmed.ui.parts.keys import KeyHint, shown_keys
from icarmed.ui.parts.labels import label, section
from icarmed.ui.room import Room

_COLUMNS = 2


class KeysPage(Page):
    """Cards in two columns, one a place."""

    def __init__(self, room: Room, _key: object = None) -> None:
        super().__init__(room, self.tr("Keys"))
        columns = [column(gap=16) for _ in range(_COLUMNS)]
        heights = [0] * _COLUMNS
        for scope, commands in room.commands.by_scope():
            shortest = heights.index(min(heights))
            columns[shortest].addWidget(_card(scope.text, commands))
            heights[shortest] += len(commands) + 2
        for one in columns:
            one.addStretch(1)
        both = row(*columns, gap=16)
        for at in range(_COLUMNS):
            both.setStretch(at, 1)
        self.column.addLayout(both)
        self.column.addStretch(1)


def _card(title: str, commands: list[Command]) -> Card:
    card = Card(section(title))
    lines = QWidget()
    grid = QGridLayout(lines)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setColumnStretch(0, 1)
    for at, command in enumerate(commands):
        said = label(command.text)
        said.setAccessibleName(f"{command.text}: {shown_keys(command.keys)}")
        grid.addWidget(said, at, 0)
        grid.addWidget(KeyHint(command.keys), at, 1, Qt.AlignmentFlag.AlignRight)
    card.column.addWidget(lines)
    return card
