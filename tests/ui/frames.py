"""A frame with pages that count, for the tests of frame and window."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from icarmed.catalogue import texts
from icarmed.ui.forms import TextField
from icarmed.ui.messages import Messages
from icarmed.ui.page import Page
from icarmed.ui.room import Room
from icarmed.ui.shell import Frame
from icarmed.ui.tables import Line
from icarmed.ui.tasks import InlineTasks
from icarmed.usecases.story import Desk, Topic
from tests.support.office import Office

NOW = datetime(2026, 12, 3, 14, 35, tzinfo=UTC)
FOUND = (Line(11, "Nadia", detail="32 ans", shaded=True), Line(12, "Nadège", detail="41 ans", shaded=True))


class Counting(Page):
    """A page that counts its readings and its leavings."""

    topics = frozenset({Topic.BOARD})

    def __init__(self, room: Room, key: object = None) -> None:
        super().__init__(room, f"page {key}")
        self.key = key
        self.readings = self.leavings = 0
        self.name = TextField("name", "Nom")
        self.column.addWidget(self.name)

    def reload(self) -> None:
        self.readings += 1

    def leaving(self) -> None:
        self.leavings += 1


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def frame(qtbot: QtBot, office: Office, asked: list[str]) -> Frame:
    def find(_desk: Desk, typed: str) -> Sequence[Line]:
        asked.append(typed)
        return [line for line in FOUND if typed in line.title.casefold()]

    made = Frame(
        InlineTasks(lambda: office.doctor), Messages(lambda: texts.words("fr")), lambda: NOW, find=find
    )
    for route in ("board", "patients", "patient", "new_person"):
        made.register(route, Counting)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.go("board")
    return made


def current(frame: Frame) -> Counting:
    page = frame.stack.current
    assert isinstance(page, Counting)
    return page
