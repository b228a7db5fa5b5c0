"""Rapid tests: what was seen on a device is recorded, its result follows, a typing error is corrected."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from icarmed.catalogue.analyses import analyses
from icarmed.db import office
from icarmed.db import rapid_tests as rows
from icarmed.db.database import Connection
from icarmed.db.rapid_tests import RapidTestRow
from icarmed.domain.analyses import Kit
from icarmed.domain.findings import Finding, Refused
from icarmed.domain.office import KitLot
from icarmed.domain.rapid_tests import (
    RapidResult,
    Reading,
    TestLine,
    TimesNoted,
    answer_among,
    objections_to_times,
    result_of,
    times_noted,
)
from icarmed.security.roles import Right
from icarmed.usecases.acts import day_of_act, follow_up, need_reason
from icarmed.usecases.story import Desk, Outcome, Topic

CHANGED = frozenset({Topic.TESTS, Topic.REMINDERS, Topic.BOARD, Topic.STOCK})


@dataclass(frozen=True, slots=True)
class RecordRapidTest:
    """What was seen on one device; `test` only where its kit tests for several, one entry each.

    Times may stay open only in what is entered later than it happened. `operator` is who did the test, the
    actor unless said.
    """

    patient: UUID
    visit: UUID | None
    kit_lot: UUID
    control_line: bool
    test_line: TestLine
    started_at: datetime | None = None
    read_at: datetime | None = None
    test: str = ""
    entered_late: bool = False
    override_reason: str = ""
    on: date | None = None
    operator: UUID | None = None


@dataclass(frozen=True, slots=True)
class CorrectRapidTest:
    """What should have been typed, from the revision it was read at."""

    rapid_test: UUID
    from_revision: int
    kit_lot: UUID
    control_line: bool
    test_line: TestLine
    started_at: datetime | None
    read_at: datetime | None
    reason: str
    override_reason: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """A recorded device: its raw result, and what is to be said of it (why invalid, times not noted)."""

    id: UUID
    result: RapidResult
    findings: tuple[Finding, ...]
    revision: int = 1


@dataclass(frozen=True, slots=True)
class SeenRapidTest:
    """A rapid test as it is shown: the word of its own catalogue entry, and what is to be said of it."""

    row: RapidTestRow
    answer: str
    first_answer: str | None
    findings: tuple[Finding, ...]


def record_rapid_test(desk: Desk, order: RecordRapidTest) -> Outcome[Read]:
    """Records one device; an expired kit needs a doctor's reason, which is stored."""
    desk.need(Right.RECORD_TEST)
    reading = Reading(order.control_line, order.test_line, order.started_at, order.read_at)
    with desk.writing() as writing:
        connection = writing.connection
        on = day_of_act(desk, connection, order.patient, order.visit, order.on)
        lot, kit = _lot_and_kit(connection, order.kit_lot)
        test = _test_of(kit, order.test)
        later = order.entered_late or on < desk.today
        _refuse(objections_to_times(reading, on, desk.now, entered_later=later))
        used_expired = _refuse_expired(desk, lot, on, order.override_reason)
        _refuse_read_twice(connection, order.patient, test, lot, reading)
        result, findings = result_of(reading, kit.window)
        values = _seen(lot, reading, result) | {
            "patient": order.patient,
            "visit": order.visit,
            "on": on,
            "test": test,
            "operator": order.operator or desk.actor.account,
            "override_reason": order.override_reason.strip() if used_expired else "",
        }
        identity = rows.add(writing, values)
        follow_up(writing, order.patient, order.visit)
    return Outcome(Read(identity, result, findings), CHANGED)


def correct_rapid_test(desk: Desk, order: CorrectRapidTest) -> Outcome[Read]:
    """Corrects a typing error; the first result stays beside the new one. Never a second reading."""
    desk.need(Right.RECORD_TEST)
    reason = need_reason(order.reason)
    reading = Reading(order.control_line, order.test_line, order.started_at, order.read_at)
    with desk.writing() as writing:
        connection = writing.connection
        known = _known(connection, order.rapid_test)
        lot, kit = _lot_and_kit(connection, order.kit_lot)
        if known.test not in kit.analyses:
            raise Refused(Finding("kit_tests_other", {"kit": kit.code}))
        later = known.times is TimesNoted.NOT_NOTED
        _refuse(objections_to_times(reading, known.on, desk.now, entered_later=later))
        if lot.id != known.kit_lot or not known.override_reason:
            _refuse_expired(desk, lot, known.on, order.override_reason)
        _refuse_read_twice(connection, known.patient, known.test, lot, reading, known.id)
        result, findings = result_of(reading, kit.window)
        values = _seen(lot, reading, result)
        why = order.override_reason.strip() or known.override_reason
        values["override_reason"] = why if lot.expired(known.on) else ""
        revision = rows.correct(writing, known.id, order.from_revision, values, reason)
        follow_up(writing, known.patient, known.visit)
    return Outcome(Read(known.id, result, findings, revision), CHANGED)


def void_rapid_test(desk: Desk, rapid_test: UUID, from_revision: int, reason: str) -> Outcome[None]:
    """Takes back an entry that should not exist, such as one in the wrong file."""
    desk.need(Right.RECORD_TEST)
    reason = need_reason(reason)
    with desk.writing() as writing:
        known = _known(writing.connection, rapid_test)
        rows.void(writing, rapid_test, from_revision, reason)
        follow_up(writing, known.patient, known.visit)
    return Outcome(None, CHANGED)


def rapid_tests_of(desk: Desk, patient: UUID) -> list[SeenRapidTest]:
    """A person's rapid tests, newest first."""
    desk.need(Right.OPEN_FILE)
    with desk.reading() as connection:
        return [seen(row) for row in rows.of_patient(connection, patient)]


def seen(row: RapidTestRow) -> SeenRapidTest:
    """One stored rapid test as it is shown."""
    answers = analyses().analyses[row.test].answers
    kit = analyses().kits.get(row.kit)
    _, findings = result_of(row.reading, None if kit is None else kit.window)
    first = row.first_result
    return SeenRapidTest(
        row=row,
        answer=answer_among(row.result, answers),
        first_answer=None if first is None else answer_among(first, answers),
        findings=findings,
    )


def _seen(lot: KitLot, reading: Reading, result: RapidResult) -> dict[str, object]:
    return {
        "kit_lot": lot.id,
        "times": times_noted(reading),
        "started_at": reading.started_at,
        "read_at": reading.read_at,
        "control_line": reading.control_line,
        "test_line": reading.test_line,
        "result": result,
    }


def _known(connection: Connection, identity: UUID) -> RapidTestRow:
    found = rows.rapid_test(connection, identity)
    if found is None:
        raise Refused(Finding("no_such_rapid_test"))
    return found


def _lot_and_kit(connection: Connection, identity: UUID) -> tuple[KitLot, Kit]:
    lot = office.kit_lot(connection, identity)
    if lot is None or lot.kit not in analyses().kits:
        raise Refused(Finding("no_such_lot"))
    return lot, analyses().kits[lot.kit]


def _test_of(kit: Kit, test: str) -> str:
    if test in kit.analyses:
        return test
    if test or len(kit.analyses) > 1:
        raise Refused(Finding("kit_tests_other", {"kit": kit.code}))
    return kit.analyses[0]


def _refuse(findings: tuple[Finding, ...]) -> None:
    if findings:
        raise Refused(*findings)


def _refuse_expired(desk: Desk, lot: KitLot, on: date, reason: str) -> bool:
    """Whether an expired kit was used with a doctor's reason; refused without one."""
    if not lot.expired(on):
        return False
    expired = Finding("kit_expired", {"lot": lot.lot, "on": lot.expires_on}, overridable=True)
    if not reason.strip():
        raise Refused(expired)
    if not desk.may(Right.OVERRIDE):
        raise Refused(expired, Finding("override_needs_doctor"))
    return True


def _refuse_read_twice(
    connection: Connection,
    patient: UUID,
    test: str,
    lot: KitLot,
    reading: Reading,
    itself: UUID | None = None,
) -> None:
    """A device that has a result takes no second reading."""
    if reading.started_at is None:
        return
    found = rows.read_before(connection, patient, test, lot.id, reading.started_at)
    if found not in {None, itself}:
        raise Refused(Finding("device_has_result"))
