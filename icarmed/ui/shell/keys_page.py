"""F1: every command that has a key, by where it works, straight from the registry."""

from PySide6.QtWidgets import QGridLayout, QWidget

from icarmed.ui.actions import Command
from icarmed.ui.page import Page
from icarmed.ui.parts.boxes import Card
from icarmed.ui.parts.keys import KeyHint, shown_keys
from icarmed.ui.parts.labels import label, section
from icarmed.ui.room import Room

_COLUMNS = 2


class KeysPage(Page):
    """Cards in two columns, one a place."""

    def __init__(self, room: Room, _key: object = None) -> None:
        super().__init__(room, self.tr("Keys"))
        grid = QGridLayout()
        grid.setSpacing(16)
        heights = [0] * _COLUMNS
        columns: list[list[Card]] = [[] for _ in range(_COLUMNS)]
        for scope, commands in room.commands.by_scope():
            shortest = heights.index(min(heights))
            columns[shortest].append(_card(scope.text, commands))
            heights[shortest] += len(commands) + 2
        for at, cards in enumerate(columns):
            for below, card in enumerate(cards):
                grid.addWidget(card, below, at)
            grid.setColumnStretch(at, 1)
        self.column.addLayout(grid)
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
        grid.addWidget(KeyHint(command.keys), at, 1)
    card.column.addWidget(lines)
    return card
