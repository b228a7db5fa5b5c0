"""Requests to the laboratory: ordered, signed, called off, and the way of their specimens to the courier."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from random import Random
from secrets import SystemRandom
from typing import Any
from uuid import UUID

from icarmed.catalogue.analyses import analyses
from icarmed.db import lab, lab_lists, people
from icarmed.db.database import Connection
from icarmed.db.lab import Request, Specimen
from icarmed.db.lab_lists import Unsigned
from icarmed.db.writing import Writing
from icarmed.domain.analyses import AnalysisKind
from icarmed.domain.findings import Finding, Refused
from icarmed.domain.lab_requests import (
    LineState,
    Payer,
    SpecimenState,
    line_with,
    line_without_result,
    objections_to_move,
)
from icarmed.domain.people import NameKind
from icarmed.security.roles import Right
from icarmed.usecases.acts import day_of_act, follow_up, need_reason
from icarmed.usecases.standing_orders import order_for_tests
from icarmed.usecases.story import Desk, Outcome, Topic

CHANGED = frozenset({Topic.REQUESTS, Topic.REMINDERS, Topic.BOARD})
HAS_RESULT = frozenset(LineState) - {LineState.WAITING, LineState.CANCELLED}
ORDERERS = (Right.ORDER_TESTS, Right.GIVE_UNDER_STANDING_ORDER)


@dataclass(frozen=True, slots=True)
class OrderTests:
    """A panel, single tests, or both; `sites` says where a specimen (its catalogue word) is taken from.

    `named`: the person agrees to be named to the laboratory. `taken_at` is when the samples were taken: now,
    unless said or a past day is entered. `taken_by` is who took them, the actor unless said.
    """

    patient: UUID
    visit: UUID | None
    panel: str = ""
    tests: tuple[str, ...] = ()
    sites: Mapping[str, str] = field(default_factory=dict, hash=False)
    urgent: bool = False
    payer: Payer = Payer.FREE
    named: bool = False
    clinical_data: str = ""
    taken_now: bool = True
    taken_at: datetime | None = None
    taken_by: UUID | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Ordered:
    """A request that was made; `to_sign` when it waits for the doctor of a standing order."""

    id: UUID
    number: str
    to_sign: bool


@dataclass(frozen=True, slots=True)
class AdvanceSpecimen:
    """One step of one specimen; an early end says why.

    `on` and `at` tell when it was taken: today and now unless said.
    """

    specimen: UUID
    from_revision: int
    to: SpecimenState
    reason: str = ""
    on: date | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SignRequest:
    """One request to sign, at the revision it was read at."""

    request: UUID
    from_revision: int


def order_tests(desk: Desk, order: OrderTests, rng: Random | None = None) -> Outcome[Ordered]:
    """A request with its number, tubes and lines; a doctor's is signed at once.

    A nurse needs a standing order in force that lists every test; hers waits for the doctor's signature.
    """
    desk.need(*ORDERERS)
    tests = _tests(order)
    with desk.writing() as writing:
        on = day_of_act(desk, writing.connection, order.patient, order.visit, order.on)
        _refuse_nameless(writing.connection, order)
        ordering = _ordering(desk, writing.connection, tests, on)
        number = lab.unused_number(writing.connection, rng or SystemRandom())
        values = {
            "number": number,
            "patient": order.patient,
            "visit": order.visit,
            "on": on,
            "panel": order.panel,
            "urgent": order.urgent,
            "named": order.named,
            "payer": order.payer,
            "clinical_data": order.clinical_data.strip(),
            "done_by": desk.actor.account,
            **ordering,
        }
        request = lab.add(writing, values, analyses().tubes(tests), _sampling(desk, order, on), order.sites)
        follow_up(writing, order.patient, order.visit)
    return Outcome(Ordered(request, number, ordering["signed_at"] is None), CHANGED)


def cancel_request(desk: Desk, request: UUID, from_revision: int, reason: str) -> Outcome[None]:
    """Calls a request off as long as no result has come; once signed, only a doctor may."""
    desk.need(*ORDERERS)
    reason = need_reason(reason)
    with desk.writing() as writing:
        known = _living(writing.connection, request)
        if known.signed_at is not None and not desk.may(Right.ORDER_TESTS):
            raise Refused(Finding("signed_by_doctor"))
        lines = [line for tube in known.specimens for line in tube.lines]
        if any(line.state in HAS_RESULT for line in lines):
            raise Refused(Finding("request_has_results"))
        lab.change(writing, request, from_revision, {"cancel_reason": reason}, reason)
        for line in lines:
            if line.state is LineState.WAITING:
                lab.move_line(writing, line.id, line.revision, LineState.CANCELLED, reason)
        follow_up(writing, known.patient, known.visit)
    return Outcome(None, CHANGED)


def sign_requests(desk: Desk, orders: Sequence[SignRequest]) -> Outcome[int]:
    """A doctor signs what nurses ordered under standing orders; all or none."""
    desk.need(Right.SIGN_REQUESTS)
    signed = {"signed_at": desk.now, "signed_by": desk.actor.account}
    with desk.writing() as writing:
        for order in orders:
            if not _living(writing.connection, order.request).to_sign:
                raise Refused(Finding("already_signed"))
            lab.change(writing, order.request, order.from_revision, signed)
    return Outcome(len(orders), frozenset({Topic.REQUESTS}))


def to_sign(desk: Desk) -> list[Unsigned]:
    """The list "à signer", oldest first; whose standing order it was stands in each row."""
    desk.need(Right.SIGN_REQUESTS)
    with desk.reading() as connection:
        return lab_lists.unsigned(connection)


def advance_specimen(desk: Desk, order: AdvanceSpecimen) -> Outcome[SpecimenState]:
    """Moves one specimen along its way, or ends it with a reason; its waiting tests end with it."""
    outcome = advance_specimens(desk, [order])
    return Outcome(order.to, outcome.topics)


def advance_specimens(desk: Desk, orders: Sequence[AdvanceSpecimen]) -> Outcome[int]:
    """Moves several specimens, such as all of a bag; all or none."""
    desk.need(*ORDERERS)
    with desk.writing() as writing:
        for patient in {_advance(desk, writing, order).patient for order in orders}:
            follow_up(writing, patient)
    return Outcome(len(orders), CHANGED)


def take_back_step(desk: Desk, specimen: UUID, from_revision: int, reason: str) -> Outcome[SpecimenState]:
    """Undoes the last step of a specimen that was a mistake; tests that ended with it wait again."""
    desk.need(*ORDERERS)
    reason = need_reason(reason)
    with desk.writing() as writing:
        request, known = _movable(writing.connection, specimen)
        before = lab.specimen_before(writing.connection, specimen, known.revision - 1)
        if before is None:
            raise Refused(Finding("nothing_to_take_back"))
        to: SpecimenState = before["state"]
        if to is SpecimenState.ORDERED and any(line.state in HAS_RESULT for line in known.lines):
            raise Refused(Finding("request_has_results"))
        lab.move_specimen(writing, specimen, from_revision, before, reason)
        for line in known.lines:
            state = line.state if line.state in HAS_RESULT else line_without_result(to)
            if state is not line.state:
                why = before["end_reason"] if state is LineState.CANCELLED else reason
                lab.move_line(writing, line.id, line.revision, state, why)
        follow_up(writing, request.patient)
    return Outcome(to, CHANGED)


def bag_request(desk: Desk, request: UUID) -> Outcome[int]:
    """Puts every specimen of a request that was taken into its bag; answers how many."""
    with desk.reading() as connection:
        known = _living(connection, request)
    loose = [one for one in known.specimens if one.state is SpecimenState.TAKEN]
    if not loose:
        raise Refused(Finding("nothing_to_bag"))
    return advance_specimens(
        desk, [AdvanceSpecimen(one.id, one.revision, SpecimenState.BAGGED) for one in loose]
    )


def _tests(order: OrderTests) -> tuple[str, ...]:
    """What is asked for, each test once, in the order of the catalogue."""
    known = analyses()
    if order.panel and order.panel not in known.panels:
        raise Refused(Finding("unknown_panel", {"panel": order.panel}))
    asked = {*order.tests, *(known.panels[order.panel].analyses if order.panel else ())}
    if not asked:
        raise Refused(Finding("nothing_ordered"))
    wrong = [Finding("unknown_test", {"test": code}) for code in sorted(asked - known.analyses.keys())]
    wrong += [
        Finding("not_a_laboratory_test", {"test": code})
        for code in sorted(asked & known.analyses.keys())
        if known.analyses[code].kind is not AnalysisKind.LAB
    ]
    if wrong:
        raise Refused(*wrong)
    return tuple(code for code in known.analyses if code in asked)


def _refuse_nameless(connection: Connection, order: OrderTests) -> None:
    """A slip with a name needs the civil one: an alias would be one more person for the laboratory."""
    known = people.patient(connection, order.patient) if order.named else None
    if known is not None and all(one.kind is not NameKind.CIVIL for one in known.names):
        raise Refused(Finding("no_civil_name"))


def _ordering(desk: Desk, connection: Connection, tests: Sequence[str], on: date) -> dict[str, Any]:
    """Who answers for the request: the doctor at the desk, or the one of a standing order."""
    if desk.may(Right.ORDER_TESTS):
        doctor = desk.actor.account
        return {"ordered_by": doctor, "signed_at": desk.now, "signed_by": doctor}
    under = order_for_tests(connection, tests, on)
    return {"ordered_by": under.doctor, "standing_order": under.id, "signed_at": None}


def _sampling(desk: Desk, order: OrderTests, on: date) -> dict[str, Any]:
    if not order.taken_now:
        return {"state": SpecimenState.ORDERED}
    at = order.taken_at or (desk.now if on == desk.today else None)
    return {"state": SpecimenState.TAKEN, **_taken(desk, on, at, order.taken_by)}


def _taken(desk: Desk, on: date, at: datetime | None, by: UUID | None = None) -> dict[str, Any]:
    if at is not None and at > desk.now:
        raise Refused(Finding("taken_in_future"))
    # The instant is UTC and the day that of the place: they may differ by one.
    if at is not None and abs((at.date() - on).days) > 1:
        raise Refused(Finding("times_of_another_day", {"on": on}))
    return {"taken_on": on, "taken_at": at, "taken_by": by or desk.actor.account}


def _movable(connection: Connection, specimen: UUID) -> tuple[Request, Specimen]:
    request = lab.request_of_specimen(connection, specimen)
    if request is None:
        raise Refused(Finding("no_such_specimen"))
    if request.cancelled:
        raise Refused(Finding("request_cancelled"))
    return request, next(one for one in request.specimens if one.id == specimen)


def _advance(desk: Desk, writing: Writing, order: AdvanceSpecimen) -> Request:
    request, specimen = _movable(writing.connection, order.specimen)
    objections = objections_to_move(specimen.state, order.to, order.reason)
    if objections:
        raise Refused(*objections)
    reason = order.reason.strip()
    values: dict[str, Any] = {"state": order.to, "end_reason": reason}
    if order.to is SpecimenState.TAKEN:
        values = {"state": order.to, **_taken_later(desk, request, order)}
    lab.move_specimen(writing, specimen.id, order.from_revision, values, reason)
    _end_lines(writing, specimen, order.to, reason)
    return request


def _taken_later(desk: Desk, request: Request, order: AdvanceSpecimen) -> dict[str, Any]:
    on = order.on or desk.today
    if on > desk.today:
        raise Refused(Finding("day_in_future", {"day": on}))
    if on < request.on:
        raise Refused(Finding("taken_before_ordered", {"on": request.on}))
    return _taken(desk, on, order.at or (desk.now if on == desk.today else None))


def _end_lines(writing: Writing, specimen: Specimen, to: SpecimenState, reason: str) -> None:
    for line in specimen.lines:
        if line_with(to, line.state) is not line.state:
            lab.move_line(writing, line.id, line.revision, LineState.CANCELLED, reason)


def _living(connection: Connection, identity: UUID) -> Request:
    found = lab.request(connection, identity)
    if found is None:
        raise Refused(Finding("no_such_request"))
    if found.cancelled:
        raise Refused(Finding("request_cancelled"))
    return found
