"""Reminders: one row a person, signing, and a contact list that says neither why nor for whom."""

from datetime import date, timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa
from pytestqt.qtbot import QtBot

from icarmed.catalogue.texts import words
from icarmed.db.schema.office import audit
from icarmed.domain.findings import Refused
from icarmed.domain.people import NameKind
from icarmed.domain.rapid_tests import TestLine
from icarmed.domain.vaccination_acts import BodySite
from icarmed.security.roles import Role
from icarmed.ui.printing import Paper
from icarmed.ui.screens.reminders.page import RemindersPage
from icarmed.usecases import people, vaccination
from icarmed.usecases.contact_list import (
    PrintContacts,
    contact_list,
    hours_allowed,
    people_to_reach,
)
from icarmed.usecases.due_list import due_list
from icarmed.usecases.lab_requests import OrderTests, order_tests, to_sign
from icarmed.usecases.people import AddName, Person, RegisterPerson
from icarmed.usecases.rapid_tests import RecordRapidTest, record_rapid_test
from icarmed.usecases.vaccination import RecordDose
from tests.documents.reading import pages
from tests.support.office import NOON, Office
from tests.support.room import Rooms
from tests.ui.keys import press

OCTOBER = date(2026, 10, 15)


@pytest.fixture
def rooms(office: Office, qtbot: QtBot) -> Rooms:
    return Rooms(office, qtbot)


def _vaccinated(office: Office, name: str, on: date, discretion: str = "") -> UUID:
    about = Person(discretion=discretion)
    patient = people.register(office.nurse, RegisterPerson(name, about)).value
    order = RecordDose(patient, None, office.vaccine_lot, BodySite.LEFT_DELTOID)
    vaccination.record_dose(office.at(office.nurse, on), order)
    return patient


def _reactive(office: Office, patient: UUID) -> None:
    kit = office.kits["determine_syphilis"]
    order = RecordRapidTest(patient, None, kit, True, TestLine.CLEAR, NOON - timedelta(minutes=20), NOON)
    record_rapid_test(office.nurse, order)


def _exports(office: Office) -> list[str]:
    with office.database.reading() as connection:
        found = connection.execute(sa.select(audit.c.purpose).where(audit.c.act == "export"))
        return list(found.scalars())


def test_a_person_with_two_matters_stands_in_one_row_and_enter_opens_the_file(
    office: Office, rooms: Rooms, qtbot: QtBot
) -> None:
    nadia = _vaccinated(office, "Nadia", OCTOBER)
    _reactive(office, nadia)
    page = rooms.shown(RemindersPage, Role.NURSE)
    (row,) = page.people.table.model.rows
    assert len(row.lines) == 2
    page.focus_first()
    press(page.people.table.view, "Return")
    assert rooms.pages.gone == [("patient", nadia)]


def test_the_doses_stand_above_by_session_with_the_lots(office: Office, rooms: Rooms) -> None:
    _vaccinated(office, "Nadia", OCTOBER)
    _vaccinated(office, "Mila", OCTOBER)
    page = rooms.shown(RemindersPage, Role.NURSE)
    said = page.people.sessions.text()
    assert said.startswith("Jeudi 3 décembre 2026 · Liège · ")
    assert "2" in said.rpartition("·")[2]
    assert "EB4412" in page.people.lots.text()
    assert "EB0001" not in page.people.lots.text(), "an expired lot is not offered"


def test_a_later_day_shows_more(office: Office, rooms: Rooms) -> None:
    _vaccinated(office, "Nadia", date(2026, 11, 26))
    page = rooms.shown(RemindersPage, Role.NURSE)
    assert not page.people.table.model.rows
    page.until.set_value(date(2027, 3, 31))
    assert [row.shown_name for row in page.people.table.model.rows] == ["Nadia"]


def test_another_place_proposes_its_sessions(office: Office, rooms: Rooms) -> None:
    _vaccinated(office, "Nadia", OCTOBER)
    page = rooms.shown(RemindersPage, Role.NURSE)
    page.place.set_value("seraing")
    assert "Seraing" in page.people.sessions.text()
    assert page.place.value() == "seraing"


def test_f12_hides_the_name_and_what_discretion_says(office: Office, rooms: Rooms) -> None:
    _vaccinated(office, "Nadia", OCTOBER, "demander Marie")
    page = rooms.shown(RemindersPage, Role.NURSE)
    assert "Nadia" in page.people.table.copied_text()
    rooms.shade.toggle()
    copied = page.people.table.copied_text()
    assert "Nadia" not in copied
    assert "Marie" not in copied


def test_a_doctor_signs_all_with_one_key_and_a_nurse_has_no_such_tab(
    office: Office, rooms: Rooms, qtbot: QtBot
) -> None:
    for name in ("Nadia", "Mila"):
        patient = people.register(office.nurse, RegisterPerson(name)).value
        order_tests(office.nurse, OrderTests(patient, None, tests=("hbsag",)))
    assert rooms.shown(RemindersPage, Role.NURSE).tabs.pages.count() == 2
    page = rooms.shown(RemindersPage, Role.DOCTOR)
    assert page.tabs.pages.count() == 3
    page.tabs.choose(2)
    press(page, "Ctrl+S")
    assert to_sign(office.doctor) == []
    assert page.signing.table.model.rows == ()


def test_of_the_chosen_requests_only_those_are_signed(office: Office, rooms: Rooms, qtbot: QtBot) -> None:
    for name in ("Nadia", "Mila"):
        patient = people.register(office.nurse, RegisterPerson(name)).value
        order_tests(office.nurse, OrderTests(patient, None, tests=("hbsag",)))
    page = rooms.shown(RemindersPage, Role.DOCTOR)
    page.tabs.choose(2)
    page.signing.table.view.clearSelection()
    page.signing.table.choose(1)
    left = page.signing.table.model.rows[0]
    press(page, "Ctrl+S")
    assert [one.request for one in to_sign(office.doctor)] == [left.request]


def test_results_that_are_awaited_and_tests_to_confirm_stand_on_their_tab(
    office: Office, rooms: Rooms
) -> None:
    nadia = people.register(office.nurse, RegisterPerson("Nadia")).value
    _reactive(office, nadia)
    long_ago = office.at(office.doctor, date(2026, 9, 1))
    order_tests(long_ago, OrderTests(nadia, None, tests=("hbsag",)))
    page = rooms.shown(RemindersPage, Role.NURSE)
    (waiting,) = page.results.pending.model.rows
    assert (waiting.days, waiting.late) == (93, True)
    assert [one.patient for one in page.results.unconfirmed.model.rows] == [nadia]
    tasks = {line.task for row in page.people.table.model.rows for line in row.lines}
    assert "call_lab" not in tasks, "the laboratory is called, not the person"


def test_the_contact_list_says_code_hour_and_means_and_nothing_of_why(office: Office) -> None:
    nadia = _vaccinated(office, "Nadia", OCTOBER, "après 16 h ; vaccin caché au mari")
    people.add_name(office.nurse, AddName(nadia, "0470 00 00 01", NameKind.TELEPHONE))
    (text,) = pages(contact_list(office.nurse, PrintContacts(), words("fr")))
    row = people_to_reach(due_list(office.nurse))[0]
    assert row.code in text
    assert "après 16 h" in text
    assert "téléphone" in text
    for hidden in ("Nadia", "0470", "accin", "mari", "épatite", "dose", "HBV"):
        assert hidden not in text
    assert _exports(office) == ["contacts"]


def test_ticked_it_says_telephone_and_alias_but_no_civil_name(office: Office) -> None:
    nadia = _vaccinated(office, "Nadia", OCTOBER)
    people.add_name(office.nurse, AddName(nadia, "0470000001", NameKind.TELEPHONE))
    people.add_name(office.nurse, AddName(nadia, "Essai Inventée", NameKind.CIVIL))
    (text,) = pages(contact_list(office.nurse, PrintContacts(with_contacts=True), words("fr")))
    assert "0470000001" in text.replace(" ", "").replace("\u00a0", "")
    assert "Nadia" in text
    assert "Inventée" not in text
    assert _exports(office) == ["contacts_named"]


def test_a_coordinator_gets_no_contact_list_and_nothing_is_noted(office: Office) -> None:
    with pytest.raises(Refused):
        contact_list(office.coordinator, PrintContacts(), words("fr"))
    assert _exports(office) == []


@pytest.mark.parametrize(
    ("discretion", "said"),
    [
        ("", ""),
        ("après 16 h", "après 16 h"),
        ("Pas d'appel avant 14 h.", "Pas d'appel avant 14 h"),
        ("entre 9h30 et 11h", "entre 9h30 et 11h"),
        ("après 16 h ; ne jamais appeler", "après 16 h · voir le dossier"),
        ("pas de courrier", "voir le dossier"),
    ],
)
def test_of_discretion_only_hours_leave(discretion: str, said: str) -> None:
    assert hours_allowed(discretion, words("fr")) == said


def test_the_list_is_seen_before_it_is_printed(office: Office, rooms: Rooms) -> None:
    _vaccinated(office, "Nadia", OCTOBER)
    page = rooms.shown(RemindersPage, Role.NURSE)
    press(page, "Ctrl+P")
    assert page.contacts.isVisible()
    assert not page.contacts.with_contacts.value(), "names are off by default"
    press(page.contacts.with_contacts.input, "Return")
    ((route, paper),) = rooms.pages.gone
    assert route == "print"
    assert isinstance(paper, Paper)
    assert "Nadia" not in pages(paper.data)[0]
    assert not page.contacts.isVisible()


def test_escape_leaves_the_list_unmade(office: Office, rooms: Rooms) -> None:
    page = rooms.shown(RemindersPage, Role.NURSE)
    press(page, "Ctrl+P")
    press(page.contacts.with_contacts.input, "Escape")
    assert not page.contacts.isVisible()
    assert _exports(office) == []
