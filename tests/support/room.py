"""A room for a page under test: stories run at once, and where it wanted to go is written down."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from icarmed.catalogue.texts import words
from icarmed.security.roles import Role
from icarmed.ui import theme
from icarmed.ui.actions import Commands
from icarmed.ui.changes import Changes
from icarmed.ui.messages import Messages
from icarmed.ui.room import Room
from icarmed.ui.shade import NameShade
from icarmed.ui.tasks import InlineTasks
from tests.support.office import NOON, THURSDAY, Office

P = TypeVar("P", bound=QWidget)
WIDTH, HEIGHT = 1302, 664


class Reloads(Protocol):
    """What every page can do."""

    topics: frozenset[str]

    def reload(self) -> None:
        """Read again what it shows."""


@dataclass
class Pages:
    """Writes down where a page wanted to go and what it said."""

    gone: list[tuple[str, object]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    undo: Callable[[], None] = lambda: None

    def go(self, route: str, key: object = None) -> None:
        self.gone.append((route, key))

    def back(self) -> None:
        self.gone.append(("back", None))

    def say(self, text: str) -> None:
        self.said.append(text)

    def offer_undo(self, text: str, undo: Callable[[], None]) -> None:
        self.said.append(text)
        self.undo = undo


class Rooms:
    """Makes pages for one office, shown at the size they have in the frame on a laptop of 1366 × 768."""

    def __init__(self, office: Office, qtbot: QtBot) -> None:
        self._office = office
        self._qtbot = qtbot
        self.pages = Pages()
        self.shade = NameShade()
        self.refused: list[object] = []
        self._hosts: list[QMainWindow] = []

    def room(self, role: Role) -> Room:
        """A room for whoever has that role."""
        tasks = InlineTasks(lambda: self._office.desk(role))
        tasks.refused.connect(self.refused.append)
        changes = Changes()
        tasks.changed.connect(changes.announce)
        return Room(
            tasks=tasks,
            pages=self.pages,
            commands=Commands(),
            changes=changes,
            shade=self.shade,
            messages=Messages(lambda: words("fr")),
            now=lambda: NOON,
            today=lambda: THURSDAY,
        )

    def shown(self, page: Callable[..., P], role: Role, key: object = None) -> P:
        """The page, loaded and in sight, reloading when its topics change."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.dress(app, theme.Mode.LIGHT)
        room = self.room(role)
        made = page(room, key)
        host = QMainWindow()
        host.setCentralWidget(made)
        self._qtbot.addWidget(host)
        reload: Callable[[], None] = made.reload  # type: ignore[attr-defined]  # every page has it, see Reloads
        topics: frozenset[str] = made.topics  # type: ignore[attr-defined]  # as above
        room.changes.changed.connect(lambda said: reload() if topics & said else None)
        host.resize(WIDTH, HEIGHT)
        with self._qtbot.waitActive(host):
            host.show()
            host.activateWindow()
        reload()
        made.focus_first()  # type: ignore[attr-defined]  # as above
        self._hosts.append(host)
        return made
