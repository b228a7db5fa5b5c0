"""The ladder, and every form that adds to it or takes from it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from icarmed.db.schema.medical import courses, doses, statements
from icarmed.db.schema.permanence import visits
from icarmed.domain.dates import DateRange
from icarmed.domain.vaccination_acts import BodySite, StatementKind
from icarmed.domain.visits import SignKind
from icarmed.security.roles import Role
from icarmed.ui.parts import Banner, StepState
from icarmed.ui.screens.patient.booklet import BookletForm
from icarmed.ui.screens.patient.doses import DoseEditor
from icarmed.ui.screens.patient.dosing import DoseForm
from icarmed.ui.screens.patient.page import PatientPage
from icarmed.ui.screens.patient.statements import CourseForm, StatementForm, TakeBackForm
from icarmed.ui.screens.patient.tabs import VACCINES
from icarmed.usecases import vaccination
from icarmed.usecases.vaccination import RecordDose, RecordOldDose
from tests.support.office import THURSDAY, Office
from tests.support.room import Rooms
from tests.ui.keys import type_text
from tests.ui.patient.conftest import File, opened, texts

Key = Qt.Key


def given(file: File, on: date, reason: str = "") -> None:
    """A dose of a former visit."""
    desk, visit = file.before(on)
    order = RecordDose(file.patient, visit, file.office.vaccine_lot, BodySite.LEFT_DELTOID, reason)
    vaccination.record_dose(desk, order)
    file.end(desk, visit)


def vaccines(file: File, role: Role = Role.NURSE) -> PatientPage:
    page = file.page(role)
    page.tabs.choose(VACCINES)
    return page


def dose_form(file: File, role: Role = Role.NURSE) -> DoseForm:
    page = file.page(role)
    file.press(Key.Key_V)
    form = page.tabs.vaccines.form
    assert isinstance(form, DoseForm)
    return form


def test_the_ladder_of_the_wireframe(file: File) -> None:
    given(file, date(2026, 10, 15))
    given(file, date(2026, 11, 2), "part demain")
    page = vaccines(file)
    first, early, second, third = page.tabs.vaccines.ladder.steps
    assert (first.state, first.lines[0]) == (StepState.GIVEN, "15/10/2026")
    assert early.state is StepState.INVALID
    assert "18 d after 15/10/2026" in early.lines
    assert "it takes 28" in early.lines
    assert second.state is StepState.DUE
    assert "since 30/11/2026" in second.lines
    assert third.state is StepState.LATER
    assert "possible jeudi 4 février 2027" in third.lines
    assert "advised from 15/02/2027" in third.lines
    assert "proposed jeudi 11 février 2027" in third.lines
    assert "28 jours après la dose trop tôt du 02/11/2026" in texts(page.tabs.vaccines)


@pytest.fixture
def unsigned(office: Office, rooms: Rooms, qtbot: QtBot) -> File:
    """Someone whom nobody recognised yet in this visit."""
    return File(office, rooms, qtbot, *opened(office, sign=False))


def test_the_sign_is_asked_in_the_form_when_nobody_noted_it(unsigned: File) -> None:
    file = unsigned
    form = dose_form(unsigned)
    file.press(Key.Key_Return)
    assert form.form.errors.keys() == {"sign"}
    assert file.rows(doses) == []
    file.press(Key.Key_5, Key.Key_Return)
    assert form.form.errors.keys() == {"sign_reason"}
    form.form.field("sign_reason").input.setFocus()
    type_text(form.form.field("sign_reason").input, "connue de tous")
    file.press(Key.Key_Return)
    row = next(row for row in file.rows(visits) if row["id"] == file.visit)
    assert (row["sign"], row["sign_reason"]) == (SignKind.NONE, "connue de tous")
    assert [row["visit"] for row in file.rows(doses)] == [file.visit]


def test_what_stands_against_a_dose_is_said_before_the_needle(file: File) -> None:
    given(file, date(2026, 11, 19))
    form = dose_form(file)
    (banner,) = [one for one in form.findChildren(Banner) if one.isVisibleTo(form)]
    said = banner.accessibleName()
    assert "Trop tôt de 14 jours" in said
    assert "Première séance possible : le 17/12/2026 à Liège." in said
    assert not form.reason.isVisible(), "only a doctor may go on"
    form.submit()
    assert len(file.rows(doses)) == 1
    assert "Seul un médecin" in texts(form)


def test_a_doctor_goes_on_with_a_reason_that_is_stored(file: File) -> None:
    given(file, date(2026, 11, 19))
    form = dose_form(file, Role.DOCTOR)
    form.submit()
    assert len(file.rows(doses)) == 1
    form.reason.set_value("repart au pays")
    form.submit()
    assert [row["override_reason"] for row in file.rows(doses)] == ["", "repart au pays"]


def test_the_site_stays_for_the_next_dose_given_here(file: File) -> None:
    page = file.page(Role.DOCTOR)
    page.tabs.vaccines.give_dose()
    form = page.tabs.vaccines.form
    assert isinstance(form, DoseForm)
    form.site.set_value(BodySite.RIGHT_DELTOID)
    form.submit()
    assert [row["site"] for row in file.rows(doses)] == [BodySite.RIGHT_DELTOID]
    page.tabs.vaccines.give_dose()
    form = page.tabs.vaccines.form
    assert isinstance(form, DoseForm)
    assert form.site.value() is BodySite.RIGHT_DELTOID


def test_a_booklet_is_typed_row_by_row(file: File) -> None:
    page = file.page()
    file.press(Key.Key_C)
    form = page.tabs.vaccines.form
    assert isinstance(form, BookletForm)
    file.press(Key.Key_Return)
    assert form.form.errors.keys() == {"on", "product"}
    for day, lot in (("2019", "AB1"), ("06/2019", "AB2"), ("171219", "ab3")):
        form.on.input.setFocus()
        type_text(form.on.input, day)
        form.product.set_value("hbvaxpro-10")
        form.lot.set_value(lot)
        form.place.set_value("Bucarest")
        file.press(Key.Key_Return)
    assert [
        (row["on_first"], row["on_last"], row["product"], row["lot_text"], row["place"], row["declared"])
        for row in file.rows(doses)
    ] == [
        (date(2019, 1, 1), date(2019, 12, 31), "hbvaxpro-10", "AB1", "Bucarest", False),
        (date(2019, 6, 1), date(2019, 6, 30), "hbvaxpro-10", "AB2", "Bucarest", False),
        (date(2019, 12, 17), date(2019, 12, 17), "hbvaxpro-10", "AB3", "Bucarest", False),
    ]
    assert len(page.tabs.vaccines.ladder.steps) == 5, "three given, the next, and the one after"
    file.press(Key.Key_Escape)
    assert page.tabs.vaccines.form is None
    assert page.hasFocus()


def test_an_old_dose_before_the_birth_is_refused_at_its_day(file: File) -> None:
    page = file.page()
    page.tabs.vaccines.enter_booklet()
    form = page.tabs.vaccines.form
    assert isinstance(form, BookletForm)
    form.on.set_value(DateRange.parse("1990"))
    form.product.set_value("hbvaxpro-10")
    form.submit()
    assert form.form.errors.keys() == {"on"}
    assert file.rows(doses) == []


@pytest.mark.parametrize(
    ("kind", "until"),
    [
        (StatementKind.PROPOSED, None),
        (StatementKind.DECLINED, date(2027, 3, 1)),
        (StatementKind.NEVER_VACCINATED, None),
        (StatementKind.CONTRAINDICATED, date(2027, 3, 1)),
    ],
)
def test_a_statement_is_stored_with_its_days(file: File, kind: StatementKind, until: date | None) -> None:
    page = vaccines(file, Role.DOCTOR)
    page.tabs.vaccines.open_form(StatementForm(page.folder, kind))
    form = page.tabs.vaccines.form
    assert isinstance(form, StatementForm)
    form.until.set_value(until)
    form.reason.set_value("dit qu'elle attend")
    form.submit()
    (row,) = file.rows(statements)
    assert (row["kind"], row["on"], row["until"], row["reason"]) == (
        kind,
        THURSDAY,
        until,
        "dit qu'elle attend",
    )
    page.tabs.vaccines.open_form(TakeBackForm(page.folder, page.tabs.vaccines.sheet.statements[0]))  # type: ignore[union-attr]  # read above
    taking = page.tabs.vaccines.form
    assert isinstance(taking, TakeBackForm)
    taking.submit()
    assert taking.form.errors.keys() == {"reason"}
    taking.reason.set_value("erreur")
    taking.submit()
    assert [row["voided"] for row in file.rows(statements)] == [True]


def test_only_a_doctor_sees_the_doctors_words(file: File) -> None:
    nurse, doctor = vaccines(file), vaccines(file, Role.DOCTOR)
    assert [button.isVisible() for button in nurse.tabs.vaccines._doctors] == [False] * 3
    assert [button.isVisible() for button in doctor.tabs.vaccines._doctors] == [True] * 3


def test_a_dose_is_corrected_and_taken_back_with_a_reason(file: File) -> None:
    given(file, date(2026, 10, 15))
    page = vaccines(file, Role.DOCTOR)
    page.tabs.vaccines.ladder.step_opened.emit(0)
    form = page.tabs.vaccines.form
    assert isinstance(form, DoseEditor)
    form.on.set_value(DateRange.day(date(2026, 10, 14)))
    form.site.set_value(BodySite.LEFT_THIGH)
    form.sub_standard.set_value(ticked=True)
    form.submit()
    assert form.form.errors.keys() == {"reason"}
    form.reason.set_value("noté un jour trop tard")
    form.submit()
    (row,) = file.rows(doses)
    assert (row["on_first"], row["on_last"], row["site"], row["sub_standard"], row["revision"]) == (
        date(2026, 10, 14),
        date(2026, 10, 14),
        BodySite.LEFT_THIGH,
        True,
        2,
    )
    page.tabs.vaccines.ladder.step_opened.emit(0)
    form = page.tabs.vaccines.form
    assert isinstance(form, DoseEditor)
    form.reason.set_value("jamais donnée")
    form.take_back.click()
    assert [row["voided"] for row in file.rows(doses)] == [True]
    assert not [step for step in page.tabs.vaccines.ladder.steps if step.state is StepState.GIVEN]


def test_a_nurse_does_not_say_what_is_up_to_standard(file: File) -> None:
    given(file, date(2026, 10, 15))
    page = vaccines(file)
    page.tabs.vaccines.ladder.step_opened.emit(0)
    form = page.tabs.vaccines.form
    assert isinstance(form, DoseEditor)
    assert not form.sub_standard.input.isEnabled()


def test_a_doctor_opens_a_second_course(file: File) -> None:
    order = RecordOldDose(file.patient, DateRange.parse("2019-05-17"), "engerix-b-20")
    vaccination.record_old_dose(file.office.doctor, order)
    page = vaccines(file, Role.DOCTOR)
    page.tabs.vaccines.open_form(CourseForm(page.folder))
    form = page.tabs.vaccines.form
    assert isinstance(form, CourseForm)
    form.reason.set_value("sans réponse")
    form.submit()
    assert [(row["number"], row["reason"]) for row in file.rows(courses)] == [(1, ""), (2, "sans réponse")]
