from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

from icarmed.db import facts
from icarmed.db import results as rows
from icarmed.db.errors import ChangedMeanwhile
from icarmed.db.lab import Line
from icarmed.db.results import ResultRow
from icarmed.db.schema.medical import lines
from icarmed.domain.dates import DateRange
from icarmed.domain.lab_requests import LineState, SpecimenState
from icarmed.domain.rapid_tests import TestLine
from icarmed.domain.vaccination.history import Marker
from icarmed.usecases.lab_requests import AdvanceSpecimen, OrderTests, advance_specimen, order_tests
from icarmed.usecases.laboratory import requests_of
from icarmed.usecases.people import Person
from icarmed.usecases.rapid_tests import RecordRapidTest, record_rapid_test
from icarmed.usecases.results import (
    CorrectResult,
    RecordResult,
    correct_result,
    record_result,
    void_result,
)
from icarmed.usecases.screening import Matrix, results_of
from icarmed.usecases.story import Topic
from tests.support.office import THURSDAY, Office
from tests.usecases.lab_people import (
    acts,
    counted,
    former,
    person,
    refusal,
    session_of,
    visit_of,
)

OCTOBER, NOVEMBER = date(2026, 10, 15), date(2026, 11, 19)
L = LineState


@pytest.fixture
def nadia(office: Office) -> UUID:
    return person(office, about=Person(born=DateRange.parse("1994")))


def drawn(office: Office, patient: UUID, on: date, *tests: str) -> UUID:
    """A request whose samples were taken that day."""
    return order_tests(office.doctor, OrderTests(patient, None, tests=tests, on=on)).value.id


def line(office: Office, patient: UUID, request: UUID, test: str) -> Line:
    found = next(one for one in requests_of(office.doctor, patient) if one.id == request)
    return next(one for tube in found.specimens for one in tube.lines if one.test == test)


def stored(office: Office, result: UUID) -> ResultRow:
    with office.doctor.reading() as connection:
        found = rows.result(connection, result)
    assert found is not None
    return found


def set_line(office: Office, one: Line, *states: LineState) -> None:
    """Moves a line further than part 1 does."""
    for at, state in enumerate(states):
        with office.doctor.writing() as writing:
            writing.correct(lines, one.id, one.revision + at, {"state": state})


@pytest.mark.parametrize(
    ("test", "typed", "value", "number", "comparator", "unit"),
    [
        ("hbsag", "neg", "negative", None, "", ""),
        ("anti_hbc", "+", "positive", None, "", ""),
        ("anti_hbs", "< 2", "<2", "2", "<", "[IU]/L"),
        ("anti_hbs", ">1000", ">1000", "1000", ">", "[IU]/L"),
        ("rpr", "1/16", "1:16", "16", "", "{titer}"),
        ("tst", "12", "12", "12", "", "mm"),
    ],
)
def test_a_result_is_stored_as_it_was_understood(
    office: Office, nadia: UUID, test: str, typed: str, value: str, number: str, comparator: str, unit: str
) -> None:
    order = RecordResult(nadia, test, typed, DateRange.day(OCTOBER), NOVEMBER)
    outcome = record_result(office.nurse, order)
    assert {Topic.RESULTS, Topic.REMINDERS} <= outcome.topics
    assert (outcome.value.value.text, outcome.value.line) == (value, None)
    row = stored(office, outcome.value.id)
    assert (row.value, row.number, row.comparator, row.unit) == (value, number, comparator, unit)
    assert (row.test, row.on, row.resulted_on, row.line) == (test, DateRange.day(OCTOBER), NOVEMBER, None)
    assert acts(office.doctor, row.id) == [("add", 1)]


def test_the_three_markers_are_read_by_vaccination(office: Office, nadia: UUID) -> None:
    drawn(office, nadia, OCTOBER, "hbsag", "anti_hbc", "anti_hbs")
    for test, typed in (("hbsag", "-"), ("anti_hbc", "-"), ("anti_hbs", "<2")):
        record_result(office.nurse, RecordResult(nadia, test, typed))
    with office.doctor.reading() as connection:
        samples = facts.history_of(connection, nadia).samples
    assert {(one.marker, one.on, one.above(10)) for one in samples} == {
        (Marker.HBSAG, OCTOBER, False),
        (Marker.ANTI_HBC, OCTOBER, False),
        (Marker.ANTI_HBS, OCTOBER, False),
    }


def test_a_result_answers_the_line_that_waits_longest(office: Office, nadia: UUID) -> None:
    newer = drawn(office, nadia, NOVEMBER, "hbsag")
    older = drawn(office, nadia, OCTOBER, "hbsag", "anti_hbs")
    drawn(office, person(office, "Mila"), date(2026, 1, 8), "hbsag")
    recorded = record_result(office.nurse, RecordResult(nadia, "hbsag", "negative")).value
    answered = line(office, nadia, older, "hbsag")
    assert (recorded.line, recorded.on) == (answered.id, DateRange.day(OCTOBER))
    assert (answered.state, line(office, nadia, older, "anti_hbs").state) == (L.RECEIVED, L.WAITING)
    assert line(office, nadia, newer, "hbsag").state is L.WAITING
    assert acts(office.doctor, answered.id) == [("add", 1), ("correct", 2)]
    row = stored(office, recorded.id)
    assert row.line is not None
    assert (row.line.request, row.on, row.resulted_on) == (older, DateRange.day(OCTOBER), THURSDAY)
    record_result(office.nurse, RecordResult(nadia, "hbsag", "negative"))
    assert line(office, nadia, newer, "hbsag").state is L.RECEIVED
    with refusal("sampling_day_needed"):
        record_result(office.nurse, RecordResult(nadia, "hbsag", "negative"))


def test_the_sampling_day_chooses_among_several(office: Office, nadia: UUID) -> None:
    drawn(office, nadia, OCTOBER, "hbsag")
    newer = drawn(office, nadia, NOVEMBER, "hbsag")
    order = RecordResult(nadia, "hbsag", "negative", DateRange.parse("2026-11"))
    recorded = record_result(office.nurse, order).value
    assert recorded.on == DateRange.day(NOVEMBER)
    assert line(office, nadia, newer, "hbsag").state is L.RECEIVED


def test_a_sampling_day_of_no_line_is_a_result_from_elsewhere(office: Office, nadia: UUID) -> None:
    request = drawn(office, nadia, NOVEMBER, "hbsag")
    order = RecordResult(nadia, "hbsag", "negative", DateRange.parse("2019"))
    recorded = record_result(office.nurse, order).value
    assert (recorded.line, recorded.on) == (None, DateRange.parse("2019"))
    assert line(office, nadia, request, "hbsag").state is L.WAITING


def test_the_line_may_be_named_and_is_looked_at(office: Office, nadia: UUID) -> None:
    drawn(office, nadia, OCTOBER, "hbsag")
    newer = line(office, nadia, drawn(office, nadia, NOVEMBER, "hbsag"), "hbsag")
    order = RecordResult(nadia, "hbsag", "negative", line=newer.id)
    with refusal("line_of_another_day"):
        record_result(office.nurse, replace(order, sampled_on=DateRange.day(OCTOBER)))
    with refusal("line_not_waiting"):
        record_result(office.nurse, replace(order, test="anti_hbs", value="3"))
    with refusal("line_not_waiting"):
        record_result(office.nurse, replace(order, patient=person(office, "Mila")))
    assert record_result(office.nurse, order).value.line == newer.id
    with refusal("line_not_waiting"):
        record_result(office.nurse, order)


def test_what_was_never_taken_has_no_result(office: Office, nadia: UUID) -> None:
    asked = OrderTests(nadia, None, tests=("hbsag",), taken_now=False)
    waiting = line(office, nadia, order_tests(office.doctor, asked).value.id, "hbsag")
    with refusal("line_not_taken"):
        record_result(office.nurse, RecordResult(nadia, "hbsag", "negative", line=waiting.id))
    with refusal("sampling_day_needed"):
        record_result(office.nurse, RecordResult(nadia, "hbsag", "negative"))
    order = RecordResult(nadia, "hbsag", "negative", DateRange.day(THURSDAY))
    assert record_result(office.nurse, order).value.line is None


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (RecordResult(UUID(int=0), "x", "negative"), "unknown_test"),
        (RecordResult(UUID(int=0), "trod_hiv", "reactive"), "read_on_device"),
        (RecordResult(UUID(int=0), "hbsag", "peut-être"), "value_unknown"),
        (RecordResult(UUID(int=0), "hbsag", "-", DateRange.parse("2027")), "day_in_future"),
        (
            RecordResult(UUID(int=0), "hbsag", "-", DateRange.parse("2026"), date(2026, 12, 4)),
            "day_in_future",
        ),
        (
            RecordResult(UUID(int=0), "hbsag", "-", DateRange.day(NOVEMBER), OCTOBER),
            "result_before_sample",
        ),
        (RecordResult(UUID(int=0), "hbsag", "-", DateRange.parse("1993")), "sampled_before_birth"),
    ],
)
def test_what_cannot_be_is_refused(office: Office, nadia: UUID, order: RecordResult, expected: str) -> None:
    with refusal(expected):
        record_result(office.nurse, replace(order, patient=nadia))
    assert results_of(office.doctor, nadia).rows == ()


def test_an_implausible_value_is_asked_again(office: Office, nadia: UUID) -> None:
    order = RecordResult(nadia, "anti_hbs", "1250000", DateRange.day(OCTOBER))
    for again in ("", " ", "125000", "<1250000"):
        with refusal("implausible_value"):
            record_result(office.nurse, replace(order, typed_again=again))
    recorded = record_result(office.nurse, replace(order, typed_again="1250000 UI/L")).value
    assert stored(office, recorded.id).number == "1250000"


def test_the_same_result_is_not_recorded_twice(office: Office, nadia: UUID) -> None:
    order = RecordResult(nadia, "hbsag", "negative", DateRange.day(OCTOBER))
    record_result(office.nurse, order)
    with refusal("result_known"):
        record_result(office.doctor, order)
    record_result(office.doctor, replace(order, value="positive"))
    record_result(office.doctor, replace(order, sampled_on=DateRange.day(NOVEMBER)))


def right(office: Office, result: UUID, value: str, reason: str = "relu") -> CorrectResult:
    row = stored(office, result)
    return CorrectResult(result, row.revision, value, row.resulted_on, reason)


def test_a_result_is_corrected_and_the_former_stays(office: Office, nadia: UUID) -> None:
    recorded = record_result(
        office.nurse, RecordResult(nadia, "anti_hbs", "12", DateRange.day(OCTOBER))
    ).value
    order = replace(right(office, recorded.id, "<2"), sampled_on=DateRange.parse("2026-10"))
    assert correct_result(office.doctor, order).value == 2
    row = stored(office, recorded.id)
    assert (row.value, row.comparator, row.on, row.corrected) == ("<2", "<", DateRange.parse("2026-10"), True)
    assert acts(office.doctor, recorded.id) == [("add", 1), ("correct", 2)]
    ((reason, before),) = former(office.doctor, recorded.id)
    assert (reason, before["value"], before["on_first"]) == ("relu", "12", "2026-10-15")
    with pytest.raises(ChangedMeanwhile):
        correct_result(office.doctor, order)
    with refusal("reason_needed"):
        correct_result(office.doctor, right(office, recorded.id, "3", " "))
    with refusal("implausible_value"):
        correct_result(office.doctor, right(office, recorded.id, "9999999"))
    with refusal("result_before_sample"):
        correct_result(office.doctor, replace(right(office, recorded.id, "3"), resulted_on=date(2026, 9, 1)))
    with refusal("no_such_result"):
        correct_result(office.doctor, replace(order, result=uuid4()))


def test_the_sampling_day_of_a_line_stays(office: Office, nadia: UUID) -> None:
    drawn(office, nadia, OCTOBER, "hbsag")
    recorded = record_result(office.nurse, RecordResult(nadia, "hbsag", "negative")).value
    with refusal("sampled_with_its_line"):
        order = replace(right(office, recorded.id, "positive"), sampled_on=DateRange.day(NOVEMBER))
        correct_result(office.nurse, order)


def test_another_value_after_review_is_to_be_reviewed_again(office: Office, nadia: UUID) -> None:
    request = drawn(office, nadia, OCTOBER, "hbsag")
    recorded = record_result(office.nurse, RecordResult(nadia, "hbsag", "negative")).value
    set_line(office, line(office, nadia, request, "hbsag"), L.REVIEWED, L.HANDED_OVER)
    correct_result(office.doctor, right(office, recorded.id, "negative", "date relue"))
    assert line(office, nadia, request, "hbsag").state is L.HANDED_OVER
    for value in ("positive", "inconclusive"):
        correct_result(office.doctor, right(office, recorded.id, value))
        assert line(office, nadia, request, "hbsag").state is L.RECEIVED
    assert line(office, nadia, request, "hbsag").revision == 5


def test_a_result_taken_back_lets_its_line_wait_again(office: Office, nadia: UUID) -> None:
    request = drawn(office, nadia, OCTOBER, "hbsag")
    recorded = record_result(office.nurse, RecordResult(nadia, "hbsag", "positive")).value
    with refusal("reason_needed"):
        void_result(office.nurse, recorded.id, 1, "")
    void_result(office.nurse, recorded.id, 1, "autre personne")
    waiting = line(office, nadia, request, "hbsag")
    assert (waiting.state, waiting.end_reason) == (L.WAITING, "")
    assert results_of(office.doctor, nadia).rows == ()
    assert acts(office.doctor, recorded.id) == [("add", 1), ("void", 2)]
    assert former(office.doctor, recorded.id)[0][0] == "autre personne"
    with refusal("no_such_result"):
        void_result(office.nurse, recorded.id, 2, "encore")
    assert record_result(office.nurse, RecordResult(nadia, "hbsag", "negative")).value.line == waiting.id


def test_a_result_taken_back_from_a_lost_tube_ends_its_line(office: Office, nadia: UUID) -> None:
    request = drawn(office, nadia, OCTOBER, "hbsag")
    recorded = record_result(office.nurse, RecordResult(nadia, "hbsag", "positive")).value
    tube = requests_of(office.doctor, nadia)[0].specimens[0]
    advance_specimen(
        office.nurse, AdvanceSpecimen(tube.id, tube.revision, SpecimenState.LOST, "perdu au labo")
    )
    assert line(office, nadia, request, "hbsag").state is L.RECEIVED
    void_result(office.nurse, recorded.id, 1, "autre personne")
    ended = line(office, nadia, request, "hbsag")
    assert (ended.state, ended.end_reason) == (L.CANCELLED, "perdu au labo")


def test_a_result_from_elsewhere_is_taken_back(office: Office, nadia: UUID) -> None:
    recorded = record_result(
        office.nurse, RecordResult(nadia, "hbsag", "negative", DateRange.parse("2019"))
    ).value
    void_result(office.nurse, recorded.id, 1, "autre personne")
    assert results_of(office.doctor, nadia).days == ()


def matrix(found: Matrix) -> dict[tuple[str, str], tuple[str, bool]]:
    return {(row.test, str(cell.on)): (cell.answer, cell.marked) for row in found.rows for cell in row.cells}


def test_the_matrix_holds_laboratory_and_rapid_tests(office: Office, nadia: UUID) -> None:
    visit = visit_of(office, nadia, session_of(office))
    drawn(office, nadia, OCTOBER, "hbsag", "anti_hbs", "hav_igg")
    number = requests_of(office.doctor, nadia)[0].number
    for test, typed in (("hbsag", "+"), ("anti_hbs", "<2"), ("hav_igg", "+")):
        record_result(office.nurse, RecordResult(nadia, test, typed, visit=visit))
    old = DateRange.parse("2019")
    record_result(office.nurse, RecordResult(nadia, "hbsag", "-", old))
    device = RecordRapidTest(
        nadia, visit, office.kits["determine_hiv"], True, TestLine.CLEAR, entered_late=True
    )
    record_rapid_test(office.nurse, device)
    found = results_of(office.doctor, nadia)
    assert matrix(found) == {
        ("hbsag", "2026-10-15"): ("positive", True),
        ("hbsag", "2019"): ("negative", False),
        ("anti_hbs", "2026-10-15"): ("<2", False),
        ("hav_igg", "2026-10-15"): ("positive", False),
        ("trod_hiv", "2026-12-03"): ("reactive", True),
    }
    assert found.days == (DateRange.day(THURSDAY), DateRange.day(OCTOBER), old)
    assert [row.test for row in found.rows] == ["hbsag", "anti_hbs", "hav_igg", "trod_hiv"]
    (cell,) = found.rows[0].on(DateRange.day(OCTOBER))
    assert (cell.request_number, cell.line_state, cell.resulted_on) == (number, L.RECEIVED, THURSDAY)
    (elsewhere,) = found.rows[0].on(old)
    assert (elsewhere.request_number, elsewhere.line_state) == ("", None)


def test_who_records_and_reads_results(office: Office, nadia: UUID) -> None:
    order = RecordResult(nadia, "hbsag", "negative", DateRange.day(OCTOBER))
    recorded = record_result(office.nurse, order).value
    for desk in (office.reception, office.coordinator, office.administrator):
        with refusal("no_right"):
            record_result(desk, order)
        with refusal("no_right"):
            correct_result(desk, right(office, recorded.id, "positive"))
        with refusal("no_right"):
            void_result(desk, recorded.id, 1, "raison")
        with refusal("no_right"):
            results_of(desk, nadia)


def test_the_matrix_takes_two_statements_however_large_it_is(office: Office, nadia: UUID) -> None:
    for day in (OCTOBER, NOVEMBER, THURSDAY):
        drawn(office, nadia, day, "hbsag", "anti_hbs")
        record_result(office.nurse, RecordResult(nadia, "hbsag", "-"))
        record_result(office.nurse, RecordResult(nadia, "anti_hbs", "<2"))
        with counted() as sent:
            results_of(office.doctor, nadia)
        assert len(sent) == 2


def test_entering_takes_the_same_statements_whatever_waits(office: Office, nadia: UUID) -> None:
    counts = []
    for titre in ("3", "4", "5"):
        drawn(office, nadia, OCTOBER, "hbsag", "anti_hbc")
        with counted() as sent:
            record_result(office.nurse, RecordResult(nadia, "anti_hbs", titre, DateRange.parse("2019")))
        counts.append(len([one for one in sent if "due_cache" not in one]))
    assert len(set(counts)) == 1
