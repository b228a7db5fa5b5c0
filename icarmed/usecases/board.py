"""The board: people arrive, are taken in, and their visit ends with its types derived."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from random import Random
from uuid import UUID

from icarmed.db import journal, sessions, visits
from icarmed.db.database import Connection
from icarmed.db.visits import Visit
from icarmed.db.writing import Writing
from icarmed.domain.dates import DateRange
from icarmed.domain.findings import Finding, Refused
from icarmed.domain.visits import FollowUpType, SignKind, TypeOrigin, VisitState, derived_types, types_of
from icarmed.security.roles import Right
from icarmed.usecases import people, reminders
from icarmed.usecases.people import RegisterPerson
from icarmed.usecases.reminders import ChipKind
from icarmed.usecases.story import Desk, Outcome, Topic

JOURNAL = "journal"
CHANGED = frozenset({Topic.BOARD})


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One line of the board; reception sees no chips."""

    visit: UUID
    revision: int
    patient: UUID
    code: str
    shown_name: str | None
    born: DateRange | None
    languages: tuple[str, ...]
    arrived_at: datetime
    state: VisitState
    with_doctor: bool
    with_nurse: bool
    sign: SignKind | None
    types: tuple[FollowUpType, ...]
    chips: tuple[ChipKind, ...]


@dataclass(frozen=True, slots=True)
class EndVisit:
    """A visit is over; `chosen` adds what cannot be derived yet (addiction, wound, violence …)."""

    visit: UUID
    from_revision: int
    chosen: frozenset[FollowUpType] = frozenset()


def board(desk: Desk, session: UUID) -> list[BoardRow]:
    """Who came to a session, oldest arrival first."""
    desk.need(Right.ARRIVE)
    with desk.reading() as connection:
        rows = visits.board(connection, session)
        chips = reminders.chips(connection, [row.visit.patient for row in rows], desk.today)
    visible = chips if desk.may(Right.SEE_CHIPS) else {}
    return [
        BoardRow(
            visit=row.visit.id,
            revision=row.visit.revision,
            patient=row.visit.patient,
            code=row.code,
            shown_name=row.shown_name,
            born=row.born,
            languages=row.languages,
            arrived_at=row.arrived_at,
            state=row.visit.state,
            with_doctor=row.visit.with_doctor,
            with_nurse=row.visit.with_nurse,
            sign=row.visit.sign,
            types=row.types,
            chips=visible.get(row.visit.patient, ()),
        )
        for row in rows
    ]


def arrive(desk: Desk, session: UUID, patient: UUID) -> Outcome[UUID]:
    """A known person arrives; one visit a person, place and day."""
    desk.need(Right.ARRIVE)
    with desk.writing() as writing:
        visit = _arrive(writing, session, patient)
    return Outcome(visit, CHANGED)


def arrive_new(
    desk: Desk, session: UUID, order: RegisterPerson, rng: Random | None = None
) -> Outcome[tuple[UUID, UUID]]:
    """Someone never seen arrives, with an alias or nothing; answers the person and the visit."""
    desk.need(Right.ARRIVE)
    desk.need(Right.REGISTER_PERSON)
    with desk.writing() as writing:
        patient = people.write_person(desk, writing, order, rng)
        visit = _arrive(writing, session, patient)
    return Outcome((patient, visit), CHANGED | {Topic.PEOPLE})


def take_in(desk: Desk, visit: UUID, from_revision: int) -> Outcome[int]:
    """Doctor or nurse takes the person in; the other one may join."""
    desk.need(Right.OPEN_FILE)
    values = {"state": VisitState.CONSULTATION, _capacity(desk): True}
    with desk.writing() as writing:
        _open_visit(writing.connection, visit)
        revision = visits.change(writing, visit, from_revision, values)
    return Outcome(revision, CHANGED)


def end(desk: Desk, order: EndVisit) -> Outcome[tuple[FollowUpType, ...]]:
    """Ends a visit: types follow from what was done, and the author's own draft becomes an entry."""
    desk.need(Right.OPEN_FILE)
    with desk.writing() as writing:
        found = _open_visit(writing.connection, order.visit)
        _keep_own_draft(desk, writing, found)
        chosen = order.chosen | visits.chosen_types(writing.connection, order.visit)
        types = types_of(visits.done_in(writing.connection, order.visit), chosen)
        values = {"state": VisitState.DONE, "ended_at": desk.now}
        if not (found.with_doctor or found.with_nurse):
            values[_capacity(desk)] = True
        visits.change(writing, order.visit, order.from_revision, values)
        visits.set_types(writing, order.visit, types)
    return Outcome(tuple(types), CHANGED | {Topic.JOURNAL})


def choose_types(
    desk: Desk, visit: UUID, from_revision: int, chosen: Collection[FollowUpType]
) -> Outcome[tuple[FollowUpType, ...]]:
    """Changes the types of a visit that has ended; what was done always counts."""
    desk.need(Right.OPEN_FILE)
    with desk.writing() as writing:
        types = types_of(visits.done_in(writing.connection, visit), frozenset(chosen))
        visits.change(writing, visit, from_revision, {}, "types")
        visits.set_types(writing, visit, types)
    return Outcome(tuple(types), CHANGED | {Topic.JOURNAL})


def leave_unseen(desk: Desk, visit: UUID, from_revision: int) -> Outcome[None]:
    """The person left before anyone saw them: counted apart, no types."""
    desk.need(Right.ARRIVE)
    with desk.writing() as writing:
        found = _open_visit(writing.connection, visit)
        done = visits.done_in(writing.connection, visit)
        if found.with_doctor or found.with_nurse or done.doses or done.rapid_tests or done.requests:
            raise Refused(Finding("was_seen"))
        values = {"state": VisitState.LEFT_UNSEEN, "ended_at": desk.now}
        visits.change(writing, visit, from_revision, values)
    return Outcome(None, CHANGED)


def reopen(desk: Desk, visit: UUID, from_revision: int) -> Outcome[None]:
    """Undoes the end of a visit; its derived types go, to be derived again, what was chosen stays."""
    desk.need(Right.OPEN_FILE)
    with desk.writing() as writing:
        found = _visit(writing.connection, visit)
        seen = found.with_doctor or found.with_nurse
        state = VisitState.CONSULTATION if seen else VisitState.ARRIVED
        visits.change(writing, visit, from_revision, {"state": state, "ended_at": None})
        chosen = visits.chosen_types(writing.connection, visit)
        visits.set_types(writing, visit, dict.fromkeys(sorted(chosen), TypeOrigin.CHOSEN))
    return Outcome(None, CHANGED)


def void_arrival(desk: Desk, visit: UUID, from_revision: int, reason: str) -> Outcome[None]:
    """Takes back an arrival that was a mistake; refused once something was done in it."""
    desk.need(Right.ARRIVE)
    if not reason.strip():
        raise Refused(Finding("reason_needed"))
    with desk.writing() as writing:
        _visit(writing.connection, visit)
        if visits.holds_anything(writing.connection, visit):
            raise Refused(Finding("visit_holds_entries"))
        visits.void(writing, visit, from_revision, reason)
    return Outcome(None, CHANGED)


def record_sign(
    desk: Desk, visit: UUID, from_revision: int, sign: SignKind, reason: str = ""
) -> Outcome[int]:
    """By what sign the person was recognised, once a visit; "none" needs a reason."""
    desk.need(Right.ARRIVE)
    if sign is SignKind.NONE and not reason.strip():
        raise Refused(Finding("reason_needed"))
    with desk.writing() as writing:
        revision = visits.change(writing, visit, from_revision, {"sign": sign, "sign_reason": reason})
    return Outcome(revision, CHANGED)


def need_sign(connection: Connection, visit: UUID | None) -> None:
    """Raises Refused when nobody yet recorded by what sign the person was recognised in this visit."""
    if visit is not None and _visit(connection, visit).sign is None:
        raise Refused(Finding("sign_missing"))


def _arrive(writing: Writing, session: UUID, patient: UUID) -> UUID:
    found = sessions.session(writing.connection, session)
    if found is None or found.closed_at is not None:
        raise Refused(Finding("session_not_open"))
    if visits.visit_in(writing.connection, session, patient) is not None:
        raise Refused(Finding("already_arrived"))
    return visits.add(writing, session, patient, found.on)


def _capacity(desk: Desk) -> str:
    return "with_doctor" if desk.may(Right.ORDER_TESTS) else "with_nurse"


def _visit(connection: Connection, identity: UUID) -> Visit:
    found = visits.visit(connection, identity)
    if found is None:
        raise Refused(Finding("no_such_visit"))
    return found


def _open_visit(connection: Connection, identity: UUID) -> Visit:
    found = _visit(connection, identity)
    if found.state in {VisitState.DONE, VisitState.LEFT_UNSEEN}:
        raise Refused(Finding("visit_has_ended"))
    return found


def _keep_own_draft(desk: Desk, writing: Writing, visit: Visit) -> None:
    author = desk.actor.account
    mine = journal.draft(writing.connection, author, visit.patient, visit.id, JOURNAL)
    if mine is not None:
        if mine.body.strip():
            journal.add_entry(writing, visit.patient, visit.id, mine.begun_on, mine.body)
        journal.drop_draft(writing, author, visit.patient, visit.id, JOURNAL)


@dataclass(frozen=True, slots=True)
class Ending:
    """What the page that ends a visit starts from."""

    visit: UUID
    revision: int
    patient: UUID
    code: str
    shown_name: str | None
    derived: tuple[FollowUpType, ...]
    draft: str


def ending(desk: Desk, visit: UUID) -> Ending:
    """The types that follow from what was done, and the actor's own draft that would become an entry."""
    desk.need(Right.OPEN_FILE)
    with desk.reading() as connection:
        found = _open_visit(connection, visit)
        row = next(one for one in visits.board(connection, found.session) if one.visit.id == visit)
        done = visits.done_in(connection, visit)
        draft = journal.draft(connection, desk.actor.account, found.patient, visit, JOURNAL)
    body = draft.body.strip() if draft else ""
    if body and desk.may(Right.ORDER_TESTS):
        # The doctor's draft becomes an entry with the end of the visit.
        done = replace(done, doctor_entries=done.doctor_entries + 1)
    return Ending(
        visit=visit,
        revision=found.revision,
        patient=found.patient,
        code=row.code,
        shown_name=row.shown_name,
        derived=tuple(sorted(derived_types(done), key=list(FollowUpType).index)),
        draft=body,
    )


def reopen_ended(desk: Desk, visit: UUID) -> Outcome[None]:
    """Undoes the end of a visit that one ended a moment ago, from whatever revision it is at."""
    with desk.reading() as connection:
        revision = _visit(connection, visit).revision
    return reopen(desk, visit, revision)
