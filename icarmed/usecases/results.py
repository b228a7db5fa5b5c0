"""Results: typed by hand, attached to the line that waits for them, corrected and taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from icarmed.catalogue.analyses import analyses
from icarmed.catalogue.laboratory import laboratory
from icarmed.db import lab, lab_lists, people
from icarmed.db import results as rows
from icarmed.db.database import Connection
from icarmed.db.lab_lists import WaitingLine
from icarmed.db.results import AnsweredLine, ResultRow
from icarmed.db.writing import Writing
from icarmed.domain.analyses import AnalysisKind
from icarmed.domain.dates import DateRange
from icarmed.domain.findings import Finding, Refused
from icarmed.domain.lab_requests import LineState, line_without_result
from icarmed.domain.results import Value, read_value
from icarmed.security.roles import Right
from icarmed.usecases.acts import day_of_act, follow_up, need_reason
from icarmed.usecases.story import Desk, Outcome, Topic

CHANGED = frozenset({Topic.RESULTS, Topic.REQUESTS, Topic.REMINDERS, Topic.BOARD})


@dataclass(frozen=True, slots=True)
class RecordResult:
    """A result as it came. Without `sampled_on` it answers the line that waits longest for this test.

    `line` names the one it answers when several wait. `typed_again` repeats a value found implausible.
    """

    patient: UUID
    test: str
    value: str
    sampled_on: DateRange | None = None
    resulted_on: date | None = None
    line: UUID | None = None
    visit: UUID | None = None
    typed_again: str = ""


@dataclass(frozen=True, slots=True)
class CorrectResult:
    """What the result truly is, from the revision it was read at; the sampling day of a line stays."""

    result: UUID
    from_revision: int
    value: str
    resulted_on: date
    reason: str
    sampled_on: DateRange | None = None
    typed_again: str = ""


@dataclass(frozen=True, slots=True)
class Recorded:
    """A result as it was understood, and the line it answers, if any."""

    id: UUID
    value: Value
    on: DateRange
    line: UUID | None


def record_result(desk: Desk, order: RecordResult) -> Outcome[Recorded]:
    """A result of any test that a laboratory or the skin gives; the line it answers is received.

    A sampling day that is no waiting line's makes it a result from elsewhere: nothing is attached by guess.
    """
    desk.need(Right.RECORD_TEST)
    value = _value(order.test, order.value, order.typed_again)
    with desk.writing() as writing:
        connection = writing.connection
        day_of_act(desk, connection, order.patient, order.visit)
        line = _answered(connection, order)
        on = _sampled_on(order, line)
        resulted_on = order.resulted_on or desk.today
        _refuse_days(desk, connection, order.patient, on, resulted_on)
        if any(one.value == value.text for one in rows.same(connection, order.patient, order.test, on)):
            raise Refused(Finding("result_known", {"test": order.test}))
        values = {
            "patient": order.patient,
            "test": order.test,
            "line": None if line is None else line.id,
            "visit": order.visit,
            "resulted_on": resulted_on,
            **rows.day_columns(on),
            **rows.value_columns(value),
        }
        identity = rows.add(writing, values)
        if line is not None:
            lab.move_line(writing, line.id, line.revision, LineState.RECEIVED)
        follow_up(writing, order.patient)
    return Outcome(Recorded(identity, value, on, None if line is None else line.id), CHANGED)


def correct_result(desk: Desk, order: CorrectResult) -> Outcome[int]:
    """Corrects a result; one that was reviewed or handed over with another value is to be reviewed again."""
    desk.need(Right.RECORD_TEST)
    reason = need_reason(order.reason)
    with desk.writing() as writing:
        known = _known(writing.connection, order.result)
        value = _value(known.test, order.value, order.typed_again)
        on = order.sampled_on or known.on
        if known.line is not None and on != known.on:
            raise Refused(Finding("sampled_with_its_line", {"number": known.line.number}))
        _refuse_days(desk, writing.connection, known.patient, on, order.resulted_on)
        values = {
            "resulted_on": order.resulted_on,
            **rows.day_columns(on),
            **rows.value_columns(value),
        }
        revision = rows.correct(writing, known.id, order.from_revision, values, reason)
        if known.line is not None and value.text != known.value:
            _back(writing, known.line, LineState.RECEIVED, reason)
        follow_up(writing, known.patient)
    return Outcome(revision, CHANGED)


def void_result(desk: Desk, result: UUID, from_revision: int, reason: str) -> Outcome[None]:
    """Takes back a result that should not exist; its line waits again, unless its specimen has ended."""
    desk.need(Right.RECORD_TEST)
    reason = need_reason(reason)
    with desk.writing() as writing:
        known = _known(writing.connection, result)
        rows.void(writing, result, from_revision, reason)
        if known.line is not None:
            state = line_without_result(known.line.specimen)
            why = known.line.end_reason if state is LineState.CANCELLED else reason
            _back(writing, known.line, state, why)
        follow_up(writing, known.patient)
    return Outcome(None, CHANGED)


def _value(test: str, typed: str, typed_again: str) -> Value:
    """The value, refused when it is none; one beyond what is plausible must be typed twice."""
    analysis = analyses().analyses.get(test)
    if analysis is None:
        raise Refused(Finding("unknown_test", {"test": test}))
    if analysis.kind is AnalysisKind.RAPID:
        raise Refused(Finding("read_on_device", {"test": test}))
    value = read_value(analysis, typed)
    if laboratory().aids.implausible(test, value):
        again = read_value(analysis, typed_again) if typed_again.strip() else None
        if again != value:
            raise Refused(Finding("implausible_value", {"test": test}))
    return value


def _answered(connection: Connection, order: RecordResult) -> WaitingLine | None:
    """The waiting line that a result answers: the one named, or the oldest of its sampling day."""
    waiting = lab_lists.waiting(connection, patient=order.patient, test=order.test)
    if order.line is not None:
        return _named(waiting, order)
    sampled = [line for line in waiting if line.taken_on is not None]
    if order.sampled_on is None:
        return next(iter(sampled), None)
    return next((line for line in sampled if _fits(line, order.sampled_on)), None)


def _named(waiting: Sequence[WaitingLine], order: RecordResult) -> WaitingLine:
    line = next((line for line in waiting if line.id == order.line), None)
    if line is None:
        raise Refused(Finding("line_not_waiting", {"test": order.test}))
    if line.taken_on is None:
        raise Refused(Finding("line_not_taken", {"test": order.test, "number": line.number}))
    if order.sampled_on is not None and not _fits(line, order.sampled_on):
        raise Refused(Finding("line_of_another_day", {"test": order.test, "on": line.taken_on}))
    return line


def _fits(line: WaitingLine, on: DateRange) -> bool:
    return line.taken_on is not None and on.first <= line.taken_on <= on.last


def _sampled_on(order: RecordResult, line: WaitingLine | None) -> DateRange:
    if line is not None and line.taken_on is not None:
        return DateRange.day(line.taken_on)
    if order.sampled_on is None:
        raise Refused(Finding("sampling_day_needed", {"test": order.test}))
    return order.sampled_on


def _refuse_days(desk: Desk, connection: Connection, patient: UUID, on: DateRange, resulted_on: date) -> None:
    for day in (on.first, resulted_on):
        if day > desk.today:
            raise Refused(Finding("day_in_future", {"day": day}))
    if resulted_on < on.first:
        raise Refused(Finding("result_before_sample", {"on": on.first}))
    known = people.patient(connection, patient)
    if known is not None and known.born is not None and on.last < known.born.first:
        raise Refused(Finding("sampled_before_birth", {"on": on.last}))


def _back(writing: Writing, line: AnsweredLine, state: LineState, reason: str) -> None:
    if line.state is not state:
        lab.move_line(writing, line.id, line.revision, state, reason)


def _known(connection: Connection, identity: UUID) -> ResultRow:
    found = rows.result(connection, identity)
    if found is None:
        raise Refused(Finding("no_such_result"))
    return found
