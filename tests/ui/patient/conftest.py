"""A person in consultation on Thursday 3 December 2026, with the page of her file open."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from icarmed.domain.dates import DateRange
from icarmed.domain.people import Gender, Milieu
from icarmed.domain.visits import SignKind
from icarmed.security.roles import Role
from icarmed.ui.screens.patient.page import PatientPage
from icarmed.usecases import board, sessions
from icarmed.usecases.people import Person, RegisterPerson
from icarmed.usecases.sessions import OpenSession
from icarmed.usecases.story import Desk
from tests.support.office import THURSDAY, Office
from tests.support.room import Rooms

NONE = Qt.KeyboardModifier.NoModifier
NADIA = Person(
    gender=Gender.WOMAN,
    born=DateRange.parse("1994-05-17"),
    languages=("ro", "fr"),
    milieu=Milieu.STREET,
    discretion="pas d'appel avant 14 h",
    allergies="pénicilline",
    agreed_word="lavande",
)


@dataclass
class File:
    """The page of one person, and what stands behind it."""

    office: Office
    rooms: Rooms
    qtbot: QtBot
    patient: UUID
    session: UUID
    visit: UUID

    def page(self, role: Role = Role.NURSE) -> PatientPage:
        return self.rooms.shown(PatientPage, role, self.patient)

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """One key after the other, each to whatever has the focus then."""
        for key in keys:
            focused = QApplication.focusWidget()
            assert focused is not None, "nothing has the focus"
            QTest.keyClick(focused, key, modifier)

    def rows(self, table: sa.Table) -> list[sa.RowMapping]:
        """What stands in a table, voided rows too."""
        with self.office.database.reading() as connection:
            return list(connection.execute(table.select().order_by(table.c.entered_at)).mappings())

    def before(self, on: date, role: Role = Role.DOCTOR) -> tuple[Desk, UUID]:
        """A former visit of the person, with its sign; gives the desk of that day and the visit."""
        desk = self.office.at(self.office.desk(role), on)
        session = sessions.open_session(
            desk,
            OpenSession(
                self.office.places["liege"],
                on,
                lots=(self.office.vaccine_lot,),
                kits=tuple(self.office.kits.values()),
            ),
        ).value
        visit = board.arrive(desk, session, self.patient).value
        board.record_sign(desk, visit, 1, SignKind.CODE)
        board.take_in(desk, visit, 2)
        return desk, visit

    def end(self, desk: Desk, visit: UUID) -> None:
        """End a former visit."""
        found = board.ending(desk, visit)
        board.end(desk, board.EndVisit(visit, found.revision))


def texts(widget: QWidget) -> str:
    """Every label that is shown in a widget."""
    # What was put into a layout is shown with the next turn of the loop.
    QApplication.processEvents()
    return " | ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget))


def opened(
    office: Office, *, kits: tuple[str, ...] = ("determine_hiv",), sign: bool = True
) -> tuple[UUID, UUID, UUID]:
    """Person, session and visit of today."""
    desk = office.nurse
    session = sessions.open_session(
        desk,
        OpenSession(
            office.places["liege"],
            THURSDAY,
            "14:30",
            "16:00",
            lots=(office.vaccine_lot,),
            kits=tuple(office.kits[kit] for kit in kits),
        ),
    ).value
    patient, visit = board.arrive_new(office.reception, session, RegisterPerson("Nadia", NADIA)).value
    if sign:
        board.record_sign(desk, visit, 1, SignKind.CARD)
    return patient, session, visit


@pytest.fixture
def rooms(office: Office, qtbot: QtBot) -> Rooms:
    return Rooms(office, qtbot)


@pytest.fixture
def file(office: Office, rooms: Rooms, qtbot: QtBot) -> File:
    """Nadia, recognised by her card, with one kit of the day."""
    return File(office, rooms, qtbot, *opened(office))
