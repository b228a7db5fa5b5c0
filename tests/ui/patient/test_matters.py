"""What to do today: digits press the main buttons, why and later open in place."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from icarmed.db.schema.medical import reminder_acts
from icarmed.domain.dates import DateRange
from icarmed.domain.rapid_tests import TestLine
from icarmed.domain.reminder_acts import ActKind
from icarmed.security.roles import Role
from icarmed.ui.screens.patient.answering import AnswerCard
from icarmed.ui.screens.patient.dosing import DoseForm
from icarmed.ui.screens.patient.orders import OrderForm
from icarmed.ui.screens.patient.page import PatientPage
from icarmed.ui.screens.patient.rapid import RapidForm
from icarmed.ui.screens.patient.tabs import REQUESTS, SCREENING, VACCINES
from icarmed.usecases import lab_requests, rapid_tests, results
from icarmed.usecases.lab_requests import OrderTests
from icarmed.usecases.rapid_tests import RecordRapidTest
from icarmed.usecases.results import RecordResult
from tests.ui.patient.conftest import File

Key = Qt.Key


def rapid(file: File, line: TestLine, *, control: bool = True) -> None:
    """A syphilis test of 19 November."""
    desk = file.office.at(file.office.doctor, date(2026, 11, 19))
    rapid_tests.record_rapid_test(
        desk,
        RecordRapidTest(
            file.patient,
            None,
            file.office.kits["determine_syphilis"],
            control,
            line,
            desk.now - timedelta(minutes=20),
            desk.now,
        ),
    )


def serology(file: File) -> None:
    """Three negative markers of October: susceptible."""
    desk = file.office.at(file.office.doctor, date(2026, 10, 22))
    for test, value in (("hbsag", "negative"), ("anti_hbc", "negative"), ("anti_hbs", "<2")):
        order = RecordResult(file.patient, test, value, sampled_on=DateRange.parse("2026-10-15"))
        results.record_result(desk, order)


def rules(page: PatientPage) -> list[str]:
    """The rules of the reminders, in their order."""
    assert page.folder.state is not None
    return [one.first.rule for one in page.folder.state.file.card]


def below(page: PatientPage) -> AnswerCard:
    (card,) = page.today.findChildren(AnswerCard)
    return card


def test_a_reactive_test_orders_its_confirmation_with_one_key(file: File) -> None:
    rapid(file, TestLine.CLEAR)
    page = file.page(Role.DOCTOR)
    assert page.today.rows[0].button is not None
    file.press(Key.Key_1)
    assert page.tabs.current == REQUESTS
    form = page.tabs.requests.form
    assert isinstance(form, OrderForm)
    assert form.panel.value() is None
    assert form.tests == ["rpr"]
    file.press(Key.Key_Return)
    page.focus_first()
    file.press(Key.Key_1)
    assert page.tabs.requests.form is None, "asked for already: the button shows the request"
    assert page.tabs.requests.cards[0].isAncestorOf(page.focusWidget())


def test_an_invalid_test_is_repeated_with_its_own_kit(file: File) -> None:
    rapid(file, TestLine.NONE, control=False)
    page = file.page()
    page.today.act(0)
    assert page.tabs.current == SCREENING
    form = page.tabs.screening.form
    assert isinstance(form, RapidForm)
    assert form.kits == [], "the kit of the day is another one"
    assert not form.record.isEnabled()


def test_a_susceptible_person_is_vaccinated_from_the_card(file: File) -> None:
    serology(file)
    page = file.page()
    file.press(Key.Key_1)
    assert page.tabs.current == VACCINES
    assert isinstance(page.tabs.vaccines.form, DoseForm)


def test_of_whom_nothing_is_known_serology_is_proposed(file: File) -> None:
    page = file.page(Role.DOCTOR)
    file.press(Key.Key_1)
    form = page.tabs.requests.form
    assert isinstance(form, OrderForm)
    assert form.panel.value() == "hepatitis_b"


def test_a_late_result_shows_its_request(file: File) -> None:
    desk, visit = file.before(date(2026, 10, 15))
    made = lab_requests.order_tests(desk, OrderTests(file.patient, visit, panel="sti_control")).value
    page = file.page()
    page.today.act(rules(page).index("RES-01"))
    assert page.tabs.requests.cards[0].request.number == made.number
    assert page.tabs.requests.cards[0].isAncestorOf(page.focusWidget())


def test_why_says_facts_source_and_that_nobody_validated_the_rule(file: File) -> None:
    rapid(file, TestLine.CLEAR)
    page = file.page()
    page.today.explain(0)
    said = " ".join(label.text() for label in page.today.findChildren(QLabel))
    assert "TROD syphilis réactif le 19/11/2026" in said
    assert "SYP-01" in said
    assert "non validée" in said
    page.today.explain(0)
    assert "SYP-01" not in " ".join(
        label.text() for label in page.today.findChildren(QLabel) if label.isVisible()
    )


def test_later_is_stored_with_its_day_and_reason(file: File) -> None:
    rapid(file, TestLine.CLEAR)
    page = file.page(Role.DOCTOR)
    page.today.answer(0)
    card = below(page)
    file.press(Key.Key_Return)
    assert card.form.errors.keys() == {"reason"}, "later needs a reason"
    card.reason.set_value("revient jeudi")
    file.press(Key.Key_Return)
    (row,) = file.rows(reminder_acts)
    assert (row["rule"], row["kind"], row["on"], row["until"], row["reason"]) == (
        "SYP-01",
        ActKind.POSTPONED,
        date(2026, 12, 3),
        date(2026, 12, 10),
        "revient jeudi",
    )
    assert "SYP-01" not in rules(page)


@pytest.mark.parametrize("role", [Role.NURSE, Role.DOCTOR])
def test_what_only_a_doctor_closes_is_offered_to_the_nurse_as_later_alone(file: File, role: Role) -> None:
    rapid(file, TestLine.CLEAR)
    page = file.page(role)
    page.today.answer(0)
    offered = below(page).kind._values
    assert (offered == [ActKind.POSTPONED]) is (role is Role.NURSE)


def test_a_digit_typed_in_a_field_presses_nothing(file: File) -> None:
    page = file.page()
    file.press(Key.Key_J, Key.Key_1, Key.Key_V)
    assert page.tabs.journal.notes.value() == "1v"
    assert page.tabs.vaccines.form is None
