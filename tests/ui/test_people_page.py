"""Patients: searching, opening, registering with as little as nothing, doubles while typing."""

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from icarmed.db.schema.permanence import patients
from icarmed.domain.dates import DateRange
from icarmed.domain.people import Gender, Milieu
from icarmed.security.roles import Role
from icarmed.ui.screens.people.page import PatientsPage
from icarmed.ui.screens.people.registering import NewPersonPage
from icarmed.usecases import people
from icarmed.usecases.people import Person, RegisterPerson
from tests.support.office import Office
from tests.support.room import Rooms


@pytest.fixture
def rooms(office: Office, qtbot: QtBot) -> Rooms:
    return Rooms(office, qtbot)


def _how_many(office: Office) -> int:
    with office.database.reading() as connection:
        return connection.execute(sa.select(sa.func.count()).select_from(patients)).scalar_one()


def test_a_piece_of_a_name_finds_and_enter_opens_the_file(office: Office, rooms: Rooms) -> None:
    known = people.register(
        office.nurse, RegisterPerson("Nadia", Person(born=DateRange.parse("1994"), languages=("ro",)))
    ).value
    page = rooms.shown(PatientsPage, Role.NURSE)
    assert not page.list.isVisibleTo(page)
    QTest.keyClicks(page.typed.line, "nad")
    assert [line.title for line in page.list.lines] == ["Nadia"]
    QTest.keyClick(page.typed.line, Qt.Key.Key_Return)
    assert rooms.pages.gone == [("patient", known)]


def test_down_chooses_the_next_of_several(office: Office, rooms: Rooms) -> None:
    for name in ("Mila", "Mila"):
        people.register(office.nurse, RegisterPerson(name))
    page = rooms.shown(PatientsPage, Role.NURSE)
    QTest.keyClicks(page.typed.line, "mila")
    first = page.list.current_line()
    QTest.keyClick(page.typed.line, Qt.Key.Key_Down)
    QTest.keyClick(page.typed.line, Qt.Key.Key_Return)
    assert first is not None
    assert rooms.pages.gone == [("patient", page.list.lines[1].key)]
    assert page.list.lines[1].key != first.key


def test_hidden_names_show_a_code(office: Office, rooms: Rooms) -> None:
    people.register(office.nurse, RegisterPerson("Nadia"))
    page = rooms.shown(PatientsPage, Role.NURSE, "nadia")
    rooms.shade.toggle()
    shown = str(page.list.model().index(0, 0).data())
    assert shown == page.list.lines[0].instead
    assert shown != "Nadia"


def test_reception_finds_but_opens_no_file_and_the_coordinator_finds_nobody(
    office: Office, rooms: Rooms
) -> None:
    people.register(office.nurse, RegisterPerson("Nadia"))
    page = rooms.shown(PatientsPage, Role.RECEPTION, "nadia")
    page.list.open_current()
    assert rooms.pages.gone == []
    assert len(rooms.pages.said) == 1
    other = rooms.shown(PatientsPage, Role.COORDINATOR, "nadia")
    assert other.list.lines == ()
    assert not other.typed.isVisibleTo(other)


def test_insert_takes_what_was_typed_to_the_new_person(office: Office, rooms: Rooms) -> None:
    page = rooms.shown(PatientsPage, Role.NURSE)
    QTest.keyClicks(page.typed.line, "Zora")
    QTest.keyClick(page.typed.line, Qt.Key.Key_Insert)
    assert rooms.pages.gone == [("new_person", "Zora")]


def test_someone_is_registered_with_nothing_at_all(office: Office, rooms: Rooms) -> None:
    page = rooms.shown(NewPersonPage, Role.NURSE)
    QTest.keyClick(page.name.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert _how_many(office) == 1
    assert [route for route, _ in rooms.pages.gone] == ["back", "patient"]


def test_what_was_said_of_a_person_is_stored(office: Office, rooms: Rooms) -> None:
    page = rooms.shown(NewPersonPage, Role.NURSE, "Zora")
    QTest.keyClicks(page.born.line, "1999")
    QTest.keyClicks(page.languages.line, "bg, FR")
    page.gender.set_value(Gender.WOMAN)
    page.milieu.set_value(Milieu.STREET)
    QTest.keyClick(page.name.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    patient = people.look_up(office.nurse, rooms.pages.gone[-1][1])  # type: ignore[arg-type]  # the id it went to
    assert patient.shown_name == "Zora"
    assert (str(patient.born), patient.languages) == ("1999", ("bg", "fr"))
    assert (patient.gender, patient.milieu) == (Gender.WOMAN, Milieu.STREET)


def test_a_double_is_shown_while_typing_and_opens_without_registering(office: Office, rooms: Rooms) -> None:
    known = people.register(office.nurse, RegisterPerson("Nadia")).value
    page = rooms.shown(NewPersonPage, Role.NURSE)
    QTest.keyClicks(page.name.line, "Nadja")
    assert page.doubles.isVisibleTo(page)
    page.doubles.choose(0)
    page.doubles.open_current()
    assert rooms.pages.gone == [("patient", known)]
    assert _how_many(office) == 1


def test_a_birth_to_come_is_refused_at_its_field(office: Office, rooms: Rooms) -> None:
    page = rooms.shown(NewPersonPage, Role.NURSE)
    page.born.line.setText("2031")
    QTest.keyClick(page.name.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert list(page._form.errors) == ["born"]
    assert _how_many(office) == 0
