"""The board is worked by keys: arrivals, taking in, ending, opening and closing."""

from uuid import UUID

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from icarmed.db.schema.permanence import sessions as session_rows
from icarmed.db.schema.permanence import visit_types, visits
from icarmed.domain.visits import FollowUpType, VisitState
from icarmed.security.roles import Role
from icarmed.ui.screens.board.closing import ClosingPage
from icarmed.ui.screens.board.ending import EndingPage
from icarmed.ui.screens.board.opening import OpeningPage
from icarmed.ui.screens.board.page import BoardPage
from icarmed.usecases import board, people, sessions
from icarmed.usecases.people import RegisterPerson
from icarmed.usecases.sessions import OpenSession
from tests.support.office import THURSDAY, Office
from tests.support.room import Rooms


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """One key, to whatever has the focus."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


@pytest.fixture
def rooms(office: Office, qtbot: QtBot) -> Rooms:
    return Rooms(office, qtbot)


@pytest.fixture
def session(office: Office) -> UUID:
    return sessions.open_session(office.nurse, OpenSession(office.places["liege"], THURSDAY)).value


def _visits(office: Office) -> list[VisitState]:
    with office.database.reading() as connection:
        return list(connection.execute(sa.select(visits.c.state).order_by(visits.c.arrived_at)).scalars())


def test_with_nothing_typed_enter_lets_someone_without_a_name_arrive(
    office: Office, rooms: Rooms, session: UUID, qtbot: QtBot
) -> None:
    page = rooms.shown(BoardPage, Role.RECEPTION)
    press(qtbot, Qt.Key.Key_Insert)
    arrival = page.arrival
    assert arrival is not None
    QTest.keyClick(arrival.name.line, Qt.Key.Key_Return)
    assert _visits(office) == [VisitState.ARRIVED]
    assert [len(one.lines) for one in page.lists] == [1, 0, 0]


def test_a_known_name_arrives_with_enter_and_no_double_is_made(
    office: Office, rooms: Rooms, session: UUID, qtbot: QtBot
) -> None:
    known = people.register(office.nurse, RegisterPerson("Nadia")).value
    page = rooms.shown(BoardPage, Role.RECEPTION)
    press(qtbot, Qt.Key.Key_Insert)
    assert page.arrival is not None
    QTest.keyClicks(page.arrival.name.line, "nadia")
    QTest.keyClick(page.arrival.name.line, Qt.Key.Key_Return)
    assert [row.patient for row in board.board(office.nurse, session)] == [known]


def test_of_two_with_the_same_name_enter_alone_picks_neither(
    office: Office, rooms: Rooms, session: UUID, qtbot: QtBot
) -> None:
    for _ in range(2):
        people.register(office.nurse, RegisterPerson("Nadia"))
    page = rooms.shown(BoardPage, Role.RECEPTION)
    press(qtbot, Qt.Key.Key_Insert)
    assert page.arrival is not None
    QTest.keyClicks(page.arrival.name.line, "nadia")
    QTest.keyClick(page.arrival.name.line, Qt.Key.Key_Return)
    assert board.board(office.nurse, session) == []
    QTest.keyClick(page.arrival.name.line, Qt.Key.Key_Down)
    QTest.keyClick(page.arrival.name.line, Qt.Key.Key_Return)
    assert len(board.board(office.nurse, session)) == 1


def test_enter_opens_the_file_and_reception_stays_on_the_board(
    office: Office, rooms: Rooms, session: UUID, qtbot: QtBot
) -> None:
    patient, _ = board.arrive_new(office.reception, session, RegisterPerson("Mila")).value
    for role, gone in ((Role.NURSE, [("patient", patient)]), (Role.RECEPTION, [])):
        page = rooms.shown(BoardPage, role)
        page.focus_first()
        QTest.keyClick(page.lists[0], Qt.Key.Key_Return)
        assert rooms.pages.gone == gone
        rooms.pages.gone.clear()


def test_reception_sees_no_chips_and_the_nurse_does(office: Office, rooms: Rooms, session: UUID) -> None:
    board.arrive_new(office.reception, session, RegisterPerson("Mila"))
    assert rooms.shown(BoardPage, Role.RECEPTION).lists[0].lines[0].chips == ()
    assert rooms.shown(BoardPage, Role.NURSE).lists[0].lines[0].chips != ()


def test_a_session_opens_as_proposed_with_one_key(office: Office, rooms: Rooms, qtbot: QtBot) -> None:
    rooms.shown(OpeningPage, Role.NURSE)
    press(qtbot, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    with office.database.reading() as connection:
        row = connection.execute(session_rows.select()).one()
    opened = sessions.current(office.nurse)[0]
    assert (row.place, row.on, row.starts, row.ends) == (office.places["liege"], THURSDAY, "14:30", "16:00")
    assert [lot.id for lot in opened.lots] == [office.vaccine_lot]
    assert {kit.id for kit in opened.kits} == set(office.kits.values())
    assert opened.staff == ("nurse",)


def test_a_visit_ends_with_what_is_ticked(office: Office, rooms: Rooms, session: UUID, qtbot: QtBot) -> None:
    _, visit = board.arrive_new(office.reception, session, RegisterPerson("Rosa")).value
    page = rooms.shown(EndingPage, Role.DOCTOR, visit)
    page.ticks[FollowUpType.WOUND].set_value(ticked=True)
    press(qtbot, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    with office.database.reading() as connection:
        assert connection.execute(sa.select(visit_types.c.type)).scalars().all() == [FollowUpType.WOUND]
    assert _visits(office) == [VisitState.DONE]
    rooms.pages.undo()
    assert _visits(office) == [VisitState.CONSULTATION]


def test_closing_with_people_on_the_board_asks_for_a_reason(
    office: Office, rooms: Rooms, session: UUID, qtbot: QtBot
) -> None:
    board.arrive_new(office.reception, session, RegisterPerson("Rosa"))
    page = rooms.shown(ClosingPage, Role.NURSE, session)
    press(qtbot, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert page.reason.error
    page.reason.set_value("partie")
    press(qtbot, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert sessions.current(office.nurse) == []


def test_f12_hides_names_and_leaves_codes(office: Office, rooms: Rooms, session: UUID) -> None:
    board.arrive_new(office.reception, session, RegisterPerson("Rosa"))
    page = rooms.shown(BoardPage, Role.NURSE)
    shown = page.lists[0].model()
    assert shown.data(shown.index(0, 0)) == "Rosa"
    rooms.shade.toggle()
    assert "Rosa" not in str(shown.data(shown.index(0, 0)))
