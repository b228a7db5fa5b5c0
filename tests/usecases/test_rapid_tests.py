from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from icarmed.db import reminders as due_rows
from icarmed.db.database import Database
from icarmed.db.errors import ChangedMeanwhile
from icarmed.db.schema.office import kit_lots
from icarmed.domain.rapid_tests import RapidResult, TestLine, TimesNoted
from icarmed.usecases.rapid_tests import (
    CorrectRapidTest,
    RecordRapidTest,
    SeenRapidTest,
    correct_rapid_test,
    rapid_tests_of,
    record_rapid_test,
    void_rapid_test,
)
from icarmed.usecases.screening import results_of
from icarmed.usecases.story import Topic
from tests.support.office import NOON, THURSDAY, Office
from tests.usecases.lab_people import (
    acts,
    counted,
    former,
    person,
    refusal,
    session_of,
    visit_of,
)

STARTED = NOON - timedelta(minutes=20)


@pytest.fixture
def nadia(office: Office) -> UUID:
    return person(office)


def read(
    office: Office, patient: UUID, line: TestLine = TestLine.NONE, kit: str = "determine_hiv"
) -> RecordRapidTest:
    """A device started twenty minutes ago and read now."""
    return RecordRapidTest(patient, None, office.kits[kit], True, line, STARTED, NOON)


def only(office: Office, patient: UUID) -> SeenRapidTest:
    (seen,) = rapid_tests_of(office.doctor, patient)
    return seen


def due(office: Office, patient: UUID) -> set[tuple[str, str]]:
    with office.doctor.reading() as connection:
        return {(row.rule, row.anchor) for row in due_rows.due_of(connection, patient)}


def lot_of(database: Database, kit: str, expires_on: date = date(2027, 12, 31)) -> UUID:
    with database.writing(None, NOON) as writing:
        return writing.add(kit_lots, {"kit": kit, "lot": f"X-{kit}", "expires_on": expires_on})


def test_what_was_seen_is_recorded_and_its_result_follows(office: Office, nadia: UUID) -> None:
    session = session_of(office)
    visit = visit_of(office, nadia, session)
    outcome = record_rapid_test(office.nurse, replace(read(office, nadia, TestLine.FAINT), visit=visit))
    assert (outcome.value.result, outcome.value.findings) == (RapidResult.REACTIVE, ())
    assert {Topic.TESTS, Topic.REMINDERS, Topic.BOARD} <= outcome.topics
    row = only(office, nadia).row
    assert (row.id, row.visit, row.on, row.test) == (outcome.value.id, visit, THURSDAY, "trod_hiv")
    assert (row.kit, row.lot, row.operator) == ("determine_hiv", "K-determine_hiv", "nurse")
    assert (row.times, row.started_at, row.read_at) == (TimesNoted.NOTED, STARTED, NOON)
    assert (row.control_line, row.test_line) == (True, TestLine.FAINT)
    assert acts(office.doctor, row.id) == [("add", 1)]
    assert due(office, nadia) == {("HIV-01", f"rapid_tests:{row.id}")}


def test_a_device_read_too_late_is_invalid_keeps_its_line_and_is_to_be_repeated(
    office: Office, nadia: UUID
) -> None:
    order = replace(read(office, nadia, TestLine.CLEAR), started_at=NOON - timedelta(minutes=61))
    recorded = record_rapid_test(office.nurse, order).value
    assert recorded.result is RapidResult.INVALID
    assert [finding.code for finding in recorded.findings] == ["read_outside_window"]
    seen = only(office, nadia)
    assert (seen.row.result, seen.row.test_line) == (RapidResult.INVALID, TestLine.CLEAR)
    assert [finding.code for finding in seen.findings] == ["read_outside_window"]
    assert due(office, nadia) == {("TRD-01", f"rapid_tests:{recorded.id}")}


def test_without_a_control_line_it_is_invalid(office: Office, nadia: UUID) -> None:
    recorded = record_rapid_test(office.nurse, replace(read(office, nadia), control_line=False)).value
    assert recorded.result is RapidResult.INVALID


def test_times_may_stay_open_only_in_what_is_entered_later(office: Office, nadia: UUID) -> None:
    open_times = replace(read(office, nadia), started_at=None, read_at=None)
    with refusal("times_needed"):
        record_rapid_test(office.nurse, open_times)
    recorded = record_rapid_test(office.nurse, replace(open_times, entered_late=True)).value
    assert [finding.code for finding in recorded.findings] == ["times_not_noted"]
    past = record_rapid_test(office.nurse, replace(open_times, on=date(2026, 11, 26))).value
    rows = {seen.row.id: seen.row for seen in rapid_tests_of(office.doctor, nadia)}
    assert rows[recorded.id].times is rows[past.id].times is TimesNoted.NOT_NOTED
    assert (rows[past.id].on, rows[past.id].entered_at) == (date(2026, 11, 26), NOON)


def test_noted_times_must_be_possible(office: Office, nadia: UUID) -> None:
    with refusal("read_in_future"):
        record_rapid_test(office.nurse, replace(read(office, nadia), read_at=NOON + timedelta(minutes=1)))
    assert rapid_tests_of(office.doctor, nadia) == []


def test_an_expired_kit_needs_a_reason_and_a_doctor(office: Office, nadia: UUID, database: Database) -> None:
    lot = lot_of(database, "determine_hiv", date(2026, 12, 2))
    order = replace(read(office, nadia), kit_lot=lot)
    with refusal("kit_expired"):
        record_rapid_test(office.doctor, order)
    with refusal("kit_expired"):
        record_rapid_test(office.doctor, replace(order, override_reason="  "))
    with refusal("kit_expired", "override_needs_doctor"):
        record_rapid_test(office.nurse, replace(order, override_reason="seul kit"))
    assert rapid_tests_of(office.doctor, nadia) == []
    record_rapid_test(office.doctor, replace(order, override_reason=" seul kit "))
    assert only(office, nadia).row.override_reason == "seul kit"


def test_a_kit_may_be_used_on_its_last_day_and_its_reason_is_not_kept(
    office: Office, nadia: UUID, database: Database
) -> None:
    lot = lot_of(database, "determine_hiv", THURSDAY)
    record_rapid_test(office.nurse, replace(read(office, nadia), kit_lot=lot, override_reason="rien"))
    assert only(office, nadia).row.override_reason == ""


def test_a_kit_for_two_tests_asks_which_and_takes_one_entry_each(
    office: Office, nadia: UUID, database: Database
) -> None:
    lot = lot_of(database, "dpp_hiv_syphilis")
    order = replace(read(office, nadia), kit_lot=lot)
    with refusal("kit_tests_other"):
        record_rapid_test(office.nurse, order)
    with refusal("kit_tests_other"):
        record_rapid_test(office.nurse, replace(order, test="trod_hcv"))
    for test in ("trod_hiv", "trod_syphilis"):
        record_rapid_test(office.nurse, replace(order, test=test))
    assert {seen.row.test for seen in rapid_tests_of(office.doctor, nadia)} == {"trod_hiv", "trod_syphilis"}


def test_a_device_that_has_a_result_takes_no_second_reading(office: Office, nadia: UUID) -> None:
    record_rapid_test(office.nurse, read(office, nadia))
    with refusal("device_has_result"):
        record_rapid_test(office.doctor, read(office, nadia, TestLine.CLEAR))
    other = person(office, "Mila")
    record_rapid_test(office.nurse, read(office, other))
    record_rapid_test(office.nurse, replace(read(office, nadia), started_at=STARTED + timedelta(minutes=2)))
    assert len(rapid_tests_of(office.doctor, nadia)) == 2


def test_a_pregnancy_test_says_positive_and_no_window_is_judged(
    office: Office, nadia: UUID, database: Database
) -> None:
    lot = lot_of(database, "hcg_urine_strip")
    order = replace(read(office, nadia, TestLine.CLEAR), kit_lot=lot, started_at=NOON - timedelta(hours=5))
    assert record_rapid_test(office.nurse, order).value.findings == ()
    seen = only(office, nadia)
    assert (seen.answer, seen.row.result) == ("positive", RapidResult.REACTIVE)


def correction(
    office: Office, seen: SeenRapidTest, line: TestLine, reason: str = "faute de frappe"
) -> CorrectRapidTest:
    row = seen.row
    return CorrectRapidTest(
        row.id, row.revision, row.kit_lot or UUID(int=0), True, line, row.started_at, row.read_at, reason
    )


def test_a_typing_error_is_corrected_and_the_first_stays_beside_it(office: Office, nadia: UUID) -> None:
    record_rapid_test(office.nurse, read(office, nadia, TestLine.CLEAR))
    wrong = only(office, nadia)
    right = correct_rapid_test(office.nurse, correction(office, wrong, TestLine.NONE)).value
    assert (right.result, right.revision) == (RapidResult.NON_REACTIVE, 2)
    again = correct_rapid_test(office.doctor, correction(office, only(office, nadia), TestLine.FAINT)).value
    assert again.revision == 3
    seen = only(office, nadia)
    assert (seen.answer, seen.first_answer) == ("reactive", "reactive")
    assert acts(office.doctor, wrong.row.id) == [("add", 1), ("correct", 2), ("correct", 3)]
    before = former(office.doctor, wrong.row.id)
    assert [(reason, row["test_line"]) for reason, row in before] == [
        ("faute de frappe", "clear"),
        ("faute de frappe", "none"),
    ]
    (cell,) = results_of(office.doctor, nadia).rows[0].cells
    assert (cell.corrected, cell.former, cell.rapid_test) == (True, "reactive", wrong.row.id)


def test_a_correction_moves_the_reminder(office: Office, nadia: UUID) -> None:
    record_rapid_test(office.nurse, read(office, nadia, TestLine.CLEAR))
    assert due(office, nadia)
    correct_rapid_test(office.nurse, correction(office, only(office, nadia), TestLine.NONE))
    assert due(office, nadia) == set()


def test_a_correction_needs_a_reason_and_the_current_revision(office: Office, nadia: UUID) -> None:
    record_rapid_test(office.nurse, read(office, nadia))
    seen = only(office, nadia)
    with refusal("reason_needed"):
        correct_rapid_test(office.nurse, correction(office, seen, TestLine.CLEAR, " "))
    correct_rapid_test(office.nurse, correction(office, seen, TestLine.CLEAR))
    with pytest.raises(ChangedMeanwhile):
        correct_rapid_test(office.nurse, correction(office, seen, TestLine.FAINT))
    assert only(office, nadia).row.test_line is TestLine.CLEAR


def test_a_correction_obeys_the_rules_of_the_entry(office: Office, nadia: UUID, database: Database) -> None:
    record_rapid_test(office.nurse, read(office, nadia))
    order = correction(office, only(office, nadia), TestLine.NONE)
    with refusal("times_needed"):
        correct_rapid_test(office.nurse, replace(order, started_at=None, read_at=None))
    with refusal("kit_tests_other"):
        correct_rapid_test(office.nurse, replace(order, kit_lot=office.kits["oraquick_hcv"]))
    with refusal("no_such_lot"):
        correct_rapid_test(office.nurse, replace(order, kit_lot=uuid4()))
    expired = lot_of(database, "determine_hiv", date(2026, 12, 1))
    with refusal("kit_expired"):
        correct_rapid_test(office.doctor, replace(order, kit_lot=expired))
    correct_rapid_test(office.doctor, replace(order, kit_lot=expired, override_reason="seul kit"))
    seen = only(office, nadia)
    assert seen.row.override_reason == "seul kit"
    correct_rapid_test(office.nurse, correction(office, seen, TestLine.FAINT))
    assert only(office, nadia).row.override_reason == "seul kit"
    back = replace(
        correction(office, only(office, nadia), TestLine.NONE), kit_lot=office.kits["determine_hiv"]
    )
    correct_rapid_test(office.nurse, back)
    assert only(office, nadia).row.override_reason == ""


def test_a_second_device_is_not_corrected_into_the_first(office: Office, nadia: UUID) -> None:
    record_rapid_test(office.nurse, read(office, nadia))
    later = STARTED + timedelta(minutes=3)
    second = record_rapid_test(office.nurse, replace(read(office, nadia), started_at=later)).value
    seen = next(one for one in rapid_tests_of(office.doctor, nadia) if one.row.id == second.id)
    with refusal("device_has_result"):
        correct_rapid_test(office.nurse, replace(correction(office, seen, TestLine.NONE), started_at=STARTED))


def test_what_should_not_exist_is_taken_back_with_a_reason(office: Office, nadia: UUID) -> None:
    recorded = record_rapid_test(office.nurse, read(office, nadia, TestLine.CLEAR)).value
    with refusal("reason_needed"):
        void_rapid_test(office.nurse, recorded.id, 1, "")
    void_rapid_test(office.nurse, recorded.id, 1, "autre personne")
    assert rapid_tests_of(office.doctor, nadia) == []
    assert due(office, nadia) == set()
    assert acts(office.doctor, recorded.id) == [("add", 1), ("void", 2)]
    assert [reason for reason, _ in former(office.doctor, recorded.id)] == ["autre personne"]
    with refusal("no_such_rapid_test"):
        void_rapid_test(office.nurse, recorded.id, 2, "encore")
    record_rapid_test(office.nurse, read(office, nadia))


def test_whose_visit_it_is_is_looked_at(office: Office, nadia: UUID) -> None:
    mila = person(office, "Mila")
    session = session_of(office, date(2026, 11, 26))
    visit = visit_of(office, mila, session, date(2026, 11, 26))
    with refusal("visit_of_another_person"):
        record_rapid_test(office.nurse, replace(read(office, nadia), visit=visit))
    with refusal("no_such_visit"):
        record_rapid_test(office.nurse, replace(read(office, nadia), visit=uuid4()))
    with refusal("no_such_person"):
        record_rapid_test(office.nurse, read(office, uuid4()))
    with refusal("not_the_day_of_visit"):
        record_rapid_test(office.nurse, replace(read(office, mila), visit=visit, on=THURSDAY))
    with refusal("times_of_another_day"):
        record_rapid_test(office.nurse, replace(read(office, mila), visit=visit))
    past = datetime(2026, 11, 26, 13, tzinfo=UTC)
    order = replace(read(office, mila), visit=visit, started_at=past, read_at=past + timedelta(minutes=15))
    record_rapid_test(office.nurse, order)
    assert only(office, mila).row.on == date(2026, 11, 26)
    with refusal("day_in_future"):
        record_rapid_test(office.nurse, replace(read(office, nadia), on=date(2026, 12, 4)))


def test_a_paper_names_who_did_the_test(office: Office, nadia: UUID) -> None:
    order = replace(read(office, nadia), operator=office.nurse.actor.account)
    record_rapid_test(office.doctor, order)
    assert only(office, nadia).row.operator == "nurse"


def test_neither_reception_nor_coordinator_records_or_reads(office: Office, nadia: UUID) -> None:
    recorded = record_rapid_test(office.nurse, read(office, nadia)).value
    correct = correction(office, only(office, nadia), TestLine.CLEAR)
    for desk in (office.reception, office.coordinator, office.administrator):
        with refusal("no_right"):
            record_rapid_test(desk, read(office, nadia))
        with refusal("no_right"):
            correct_rapid_test(desk, correct)
        with refusal("no_right"):
            void_rapid_test(desk, recorded.id, 1, "raison")
        with refusal("no_right"):
            rapid_tests_of(desk, nadia)


def test_reading_takes_the_same_statements_however_many_there_are(office: Office, nadia: UUID) -> None:
    seen = []
    for number in range(5):
        order = replace(read(office, nadia), started_at=STARTED + timedelta(minutes=number / 2))
        record_rapid_test(office.nurse, order)
        with counted() as sent:
            rapid_tests_of(office.doctor, nadia)
        seen.append(len(sent))
    assert set(seen) == {1}
