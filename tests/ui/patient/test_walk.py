"""Every tab and every form can be read, heard and tabbed through."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from icarmed.catalogue.schedules import products
from icarmed.catalogue.texts import languages
from icarmed.domain.dates import DateRange
from icarmed.domain.rapid_tests import TestLine
from icarmed.domain.vaccination_acts import BodySite, StatementKind
from icarmed.domain.words import Words
from icarmed.security.roles import Role
from icarmed.ui.messages import Messages
from icarmed.ui.room import Room
from icarmed.ui.screens.patient.cards import FormCard
from icarmed.ui.screens.patient.page import PatientPage
from icarmed.ui.screens.patient.person import NameForm
from icarmed.ui.screens.patient.printing_card import CardForm
from icarmed.ui.screens.patient.requests import CancelForm
from icarmed.ui.screens.patient.statements import CourseForm, StatementForm
from icarmed.ui.screens.patient.tab import Tab
from icarmed.ui.screens.patient.tabs import DOCUMENTS, PERSON, REQUESTS, SCREENING, VACCINES
from icarmed.usecases import journal, lab_requests, rapid_tests, results, vaccination
from icarmed.usecases.journal import WriteEntry
from icarmed.usecases.lab_requests import OrderTests
from icarmed.usecases.rapid_tests import RecordRapidTest
from icarmed.usecases.results import RecordResult
from icarmed.usecases.vaccination import RecordDose
from tests.ui.patient.conftest import File
from tests.ui.walk import walk

NAMES = (
    "Nadia",
    "pénicilline",
    "pas d'appel avant 14 h",
    "lavande",
    "Liège",
    "EB4412",
    "Engerix-B 20 µg",
    "K-determine_hiv",
    "Première visite",
    "Dr doctor",
    "doctor",
    *(one.label for one in products().values() if one.label),
    *(one.name for one in languages()),
)

# As they stand in the tooltip of a button.
KEYS = ("Enter", "Esc", *(f"  {key}" for key in "PTVCDRE"))

Opener = Callable[[PatientPage], None]


def chosen(tab: int, make: Callable[[PatientPage], FormCard]) -> Opener:
    """Opens a form over a tab."""

    def opener(page: PatientPage) -> None:
        page.tabs.choose(tab)
        shown = page.tabs.every[tab]
        assert isinstance(shown, Tab)
        shown.open_form(make(page))

    return opener


def unfolded(page: PatientPage) -> None:
    for block in page.tabs.journal.blocks:
        block.unfold()


def a_test_opened(page: PatientPage) -> None:
    page.tabs.choose(SCREENING)
    assert page.tabs.screening.matrix is not None
    page.tabs.screening._on_table_opened(page.tabs.screening.matrix.rows[0])


def a_dose_opened(page: PatientPage) -> None:
    page.tabs.choose(VACCINES)
    page.tabs.vaccines.ladder.step_opened.emit(0)


def a_result(page: PatientPage) -> FormCard:
    assert page.tabs.screening.matrix is not None
    return page.tabs.screening._editor(page.tabs.screening.matrix.rows[0].cells[0])


OPENERS: dict[str, Opener] = {
    "journal": unfolded,
    "why": lambda page: page.today.explain(0),
    "later": lambda page: page.today.answer(0),
    "vaccines": lambda page: page.tabs.choose(VACCINES),
    "dose": lambda page: page.tabs.vaccinate(),
    "booklet": lambda page: page.tabs.enter_booklet(),
    "correct dose": a_dose_opened,
    "statement": chosen(VACCINES, lambda page: StatementForm(page.folder, StatementKind.DECLINED)),
    "course": chosen(VACCINES, lambda page: CourseForm(page.folder)),
    "card": chosen(VACCINES, lambda page: CardForm(page.folder)),
    "screening": a_test_opened,
    "rapid": lambda page: page.tabs.record_rapid(),
    "result": lambda page: page.tabs.record_result(),
    "correct result": chosen(SCREENING, a_result),
    "requests": lambda page: page.tabs.choose(REQUESTS),
    "order": lambda page: page.tabs.order(("rpr", "syphilis_trep", "ct_throat")),
    "call off": chosen(REQUESTS, lambda page: CancelForm(page.folder, page.tabs.requests.shown[0])),
    "papers": lambda page: page.tabs.choose(DOCUMENTS),
    "person": lambda page: page.tabs.choose(PERSON),
    "name": chosen(PERSON, lambda page: NameForm(page.folder)),
}


@pytest.fixture
def full(file: File) -> File:
    """Nadia with a dose, a rapid test, a serology, a request and a note."""
    desk, visit = file.before(date(2026, 11, 19))
    vaccination.record_dose(
        desk, RecordDose(file.patient, visit, file.office.vaccine_lot, BodySite.LEFT_DELTOID)
    )
    rapid_tests.record_rapid_test(
        desk,
        RecordRapidTest(
            file.patient,
            visit,
            file.office.kits["determine_hiv"],
            True,
            TestLine.CLEAR,
            desk.now - timedelta(minutes=20),
            desk.now,
        ),
    )
    lab_requests.order_tests(desk, OrderTests(file.patient, visit, panel="new_person"))
    results.record_result(
        desk, RecordResult(file.patient, "hbsag", "negative", sampled_on=DateRange.parse("2026-11-01"))
    )
    journal.write_entry(desk, WriteEntry(file.patient, visit, "Première visite"))
    file.end(desk, visit)
    return file


@pytest.mark.parametrize("what", OPENERS)
def test_nothing_is_wrong_with(full: File, pseudo: Words, what: str) -> None:
    def in_pseudo(room: Room, key: object) -> PatientPage:
        return PatientPage(replace(room, messages=Messages(lambda: pseudo)), key)

    page = full.rooms.shown(in_pseudo, Role.DOCTOR, full.patient)
    OPENERS[what](page)
    for _ in range(3):
        QApplication.processEvents()
    numbers = [one.number for one in page.tabs.requests.shown]
    state = page.folder.state
    assert state is not None
    code = state.file.patient.code
    data = [*NAMES, *KEYS, f"{code[:3]}-{code[3:]}", *numbers]
    assert "\n".join(str(problem) for problem in walk(page, data)) == ""
