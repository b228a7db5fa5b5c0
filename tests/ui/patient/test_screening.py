"""The matrix, rapid tests and results: what is typed is what is stored."""

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from icarmed.db.schema.medical import rapid_tests, results
from icarmed.db.schema.office import kit_lots
from icarmed.domain.dates import DateRange
from icarmed.domain.rapid_tests import RapidResult, TestLine, TimesNoted
from icarmed.security.roles import Role
from icarmed.ui.screens.patient.clock import read_hour
from icarmed.ui.screens.patient.page import PatientPage
from icarmed.ui.screens.patient.rapid import RapidForm
from icarmed.ui.screens.patient.rapid_edit import RapidEditor
from icarmed.ui.screens.patient.resulting import ResultEditor, ResultForm
from icarmed.ui.screens.patient.tabs import SCREENING
from icarmed.usecases import lab_requests, people
from icarmed.usecases import rapid_tests as stories
from icarmed.usecases.lab_requests import OrderTests
from icarmed.usecases.people import RegisterPerson
from icarmed.usecases.rapid_tests import RecordRapidTest
from tests.support.office import Office
from tests.support.room import Rooms
from tests.ui.keys import type_text
from tests.ui.patient.conftest import File, opened, texts

Key = Qt.Key


def rapid_form(page: PatientPage) -> RapidForm:
    page.tabs.choose(SCREENING)
    page.tabs.screening.record_rapid("")
    form = page.tabs.screening.form
    assert isinstance(form, RapidForm)
    return form


def result_form(page: PatientPage) -> ResultForm:
    page.tabs.choose(SCREENING)
    page.tabs.screening.record_result()
    form = page.tabs.screening.form
    assert isinstance(form, ResultForm)
    return form


def recorded(file: File, line: TestLine = TestLine.NONE) -> None:
    """An HIV test of today."""
    desk = file.office.nurse
    times = (desk.now - timedelta(minutes=20), desk.now)
    order = RecordRapidTest(file.patient, file.visit, file.office.kits["determine_hiv"], True, line, *times)
    stories.record_rapid_test(desk, order)


def shown(page: PatientPage, test: str) -> list[str]:
    """A row of the matrix as it is shown."""
    table = page.tabs.screening.table
    assert table is not None
    row = next(one for one in table.model.rows if one.test == test)
    return [table.model.text(row, column) for column in table.model.columns]


def editor(page: PatientPage, test: str) -> object:
    """The form that a result of the matrix opens."""
    assert page.tabs.screening.matrix is not None
    row = next(one for one in page.tabs.screening.matrix.rows if one.test == test)
    page.tabs.screening.open_form(page.tabs.screening._editor(row.cells[0]))
    return page.tabs.screening.form


def test_no_result_is_chosen_beforehand(file: File) -> None:
    form = rapid_form(file.page())
    form.submit()
    assert form.form.errors.keys() == {"seen_trod_hiv"}
    assert file.rows(rapid_tests) == []


def test_without_a_control_line_the_test_line_is_still_asked_and_kept(file: File) -> None:
    form = rapid_form(file.page())
    file.press(Key.Key_4, Key.Key_Return)
    assert form.form.errors.keys() == {"line_trod_hiv"}
    file.press(Key.Key_2, Key.Key_Return)
    (row,) = file.rows(rapid_tests)
    assert (row["control_line"], row["test_line"], row["result"]) == (
        False,
        TestLine.FAINT,
        RapidResult.INVALID,
    )


def test_hours_as_typed_and_hours_not_noted(file: File) -> None:
    page = file.page()
    form = rapid_form(page)
    form.devices.set_value("trod_hiv", (True, TestLine.NONE))
    form.started.set_value("13h50")
    form.read.set_value("1420")
    form.submit()
    form = rapid_form(page)
    form.devices.set_value("trod_hiv", (True, TestLine.FAINT))
    form.late.set_value(ticked=True)
    form.submit()
    first, second = file.rows(rapid_tests)
    assert (first["started_at"], first["read_at"]) == (
        datetime(2026, 12, 3, 12, 50, tzinfo=UTC),
        datetime(2026, 12, 3, 13, 20, tzinfo=UTC),
    )
    assert (second["times"], second["started_at"], second["read_at"]) == (TimesNoted.NOT_NOTED, None, None)


@pytest.mark.parametrize(
    ("started", "read", "field"),
    [
        ("14:20", "14:10", "read"),
        ("14:20", "18:00", "read"),
        ("25:00", "14:30", "started"),
        ("", "14:30", "started"),
    ],
)
def test_hours_that_cannot_be_are_refused_at_their_field(
    file: File, started: str, read: str, field: str
) -> None:
    form = rapid_form(file.page())
    form.devices.set_value("trod_hiv", (True, TestLine.NONE))
    form.started.set_value(started)
    form.read.set_value(read)
    form.submit()
    assert form.form.errors.keys() == {field}
    assert file.rows(rapid_tests) == []


def test_a_kit_of_two_tests_makes_two_entries(office: Office, rooms: Rooms, qtbot: QtBot) -> None:
    with office.database.writing(None, datetime(2026, 1, 1, tzinfo=UTC)) as writing:
        values = {"kit": "dpp_hiv_syphilis", "lot": "DPP7", "expires_on": date(2027, 6, 30)}
        office.kits["dpp_hiv_syphilis"] = writing.add(kit_lots, values)
    file = File(office, rooms, qtbot, *opened(office, kits=("dpp_hiv_syphilis",)))
    rapid_form(file.page())
    file.press(Key.Key_1, Key.Key_Tab, Key.Key_3, Key.Key_Return)
    assert [(row["test"], row["test_line"]) for row in file.rows(rapid_tests)] == [
        ("trod_hiv", TestLine.NONE),
        ("trod_syphilis", TestLine.CLEAR),
    ]


def test_outside_a_visit_the_day_is_typed(file: File) -> None:
    file.patient = people.register(file.office.nurse, RegisterPerson("Mila")).value
    form = rapid_form(file.page())
    form.on.set_value(date(2026, 11, 30))
    form.late.set_value(ticked=True)
    form.devices.set_value("trod_hiv", (True, TestLine.NONE))
    form.submit()
    (row,) = file.rows(rapid_tests)
    assert (row["patient"], row["visit"], row["on"]) == (file.patient, None, date(2026, 11, 30))


def test_what_is_marked_stands_out_by_word_and_shape(file: File) -> None:
    recorded(file, TestLine.CLEAR)
    page = file.page()
    page.tabs.choose(SCREENING)
    assert shown(page, "trod_hiv") == ["TROD VIH", "RÉACTIF ●"]


def test_a_typing_error_is_corrected_and_the_first_result_stays_beside_it(file: File) -> None:
    recorded(file, TestLine.CLEAR)
    page = file.page()
    page.tabs.choose(SCREENING)
    form = editor(page, "trod_hiv")
    assert isinstance(form, RapidEditor)
    assert form.devices.value("trod_hiv") == (True, TestLine.CLEAR)
    form.devices.set_value("trod_hiv", (True, TestLine.NONE))
    form.submit()
    assert form.form.errors.keys() == {"reason"}
    form.reason.set_value("mauvaise case")
    form.submit()
    (row,) = file.rows(rapid_tests)
    assert (row["test_line"], row["result"], row["revision"]) == (TestLine.NONE, RapidResult.NON_REACTIVE, 2)
    assert row["started_at"] == datetime(2026, 12, 3, 13, 10, tzinfo=UTC)
    assert shown(page, "trod_hiv") == ["TROD VIH", "non réactif *"]
    assert page.tabs.screening.matrix is not None
    page.tabs.screening._on_table_opened(page.tabs.screening.matrix.rows[0])
    assert "first read as réactif" in texts(page.tabs.screening)


def test_a_test_in_the_wrong_file_is_taken_back(file: File) -> None:
    recorded(file)
    page = file.page()
    page.tabs.choose(SCREENING)
    form = editor(page, "trod_hiv")
    assert isinstance(form, RapidEditor)
    form.reason.set_value("autre personne")
    form.take_back.click()
    assert [row["voided"] for row in file.rows(rapid_tests)] == [True]
    assert page.tabs.screening.table is None


def test_three_markers_are_typed_with_the_number_pad(file: File) -> None:
    page = file.page()
    form = result_form(page)
    form.test.set_value("hbsag")
    form.sampled.set_value(DateRange.parse("2026-10"))
    form.resulted.set_value(date(2026, 11, 5))
    form.fields.value.input.setFocus()
    for typed in ("-", "nég", "<2"):
        type_text(form.fields.value.input, typed)
        file.press(Key.Key_Return)
    assert [
        (row["test"], row["value"], row["number"], row["comparator"], row["unit"], row["resulted_on"])
        for row in file.rows(results)
    ] == [
        ("hbsag", "negative", None, "", "", date(2026, 11, 5)),
        ("anti_hbc", "negative", None, "", "", date(2026, 11, 5)),
        ("anti_hbs", "<2", "2", "<", "[IU]/L", date(2026, 11, 5)),
    ]
    assert {(row["on_first"], row["on_last"]) for row in file.rows(results)} == {
        (date(2026, 10, 1), date(2026, 10, 31))
    }
    assert shown(page, "anti_hbs") == ["Ac anti-HBs (AcHbs)", "<2 UI/L"]


def test_the_tests_of_a_request_are_asked_for_one_after_the_other(file: File) -> None:
    desk, visit = file.before(date(2026, 11, 19))
    lab_requests.order_tests(desk, OrderTests(file.patient, visit, tests=("rpr", "hiv_ag_ab")))
    page = file.page()
    form = result_form(page)
    first = form.test.value()
    type_text(form.fields.value.input, "-" if first == "hiv_ag_ab" else "1:8")
    file.press(Key.Key_Return)
    assert {first, form.test.value()} == {"rpr", "hiv_ag_ab"}
    (row,) = file.rows(results)
    assert (row["test"], row["on_first"]) == (first, date(2026, 11, 19))
    assert row["line"] is not None


def test_what_is_no_result_is_refused_under_the_value(file: File) -> None:
    form = result_form(file.page())
    form.test.set_value("hbsag")
    form.sampled.set_value(DateRange.parse("2026-10-15"))
    form.fields.value.set_value("peut-être")
    form.submit()
    assert form.form.errors.keys() == {"value"}
    assert file.rows(results) == []


def test_an_unlikely_value_is_asked_for_a_second_time(file: File) -> None:
    form = result_form(file.page())
    form.test.set_value("creatinine")
    form.sampled.set_value(DateRange.parse("2026-10-15"))
    form.fields.value.set_value("950")
    form.submit()
    assert form.form.errors.keys() == {"again"}
    assert form.fields.again.isVisible()
    form.fields.again.set_value("95")
    form.submit()
    assert file.rows(results) == []
    form.fields.again.set_value("950")
    form.submit()
    assert [row["value"] for row in file.rows(results)] == ["950"]


def test_a_result_is_corrected_and_taken_back(file: File) -> None:
    page = file.page(Role.DOCTOR)
    form = result_form(page)
    form.test.set_value("hbsag")
    form.sampled.set_value(DateRange.parse("2026-10-15"))
    form.fields.value.set_value("positif")
    form.submit()
    change = editor(page, "hbsag")
    assert isinstance(change, ResultEditor)
    assert change.fields.value.value() == "positif"
    change.fields.value.set_value("négatif")
    change.submit()
    assert change.form.errors.keys() == {"reason"}
    change.reason.set_value("ligne du dessus")
    change.submit()
    assert [(row["value"], row["revision"]) for row in file.rows(results)] == [("negative", 2)]
    change = editor(page, "hbsag")
    assert isinstance(change, ResultEditor)
    change.reason.set_value("autre personne")
    change.take_back.click()
    assert [row["voided"] for row in file.rows(results)] == [True]


@pytest.mark.parametrize(
    ("typed", "shown_as"),
    [("14:30", "14:30"), ("9h05", "09:05"), ("0905", "09:05"), ("24:00", ""), ("x", "")],
)
def test_hours_are_typed_as_people_write_them(typed: str, shown_as: str) -> None:
    found = read_hour(typed)
    assert (f"{found:%H:%M}" if found else "") == shown_as
