"""Sessions: proposed from the calendar, opened with the lots of the day, closed with a checklist."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from icarmed.db import journal, lab, office, sessions, visits
from icarmed.db.database import Connection
from icarmed.db.sessions import Session
from icarmed.db.writing import Writing
from icarmed.domain.findings import Finding, Refused
from icarmed.domain.office import Account, KitLot, Place, VaccineLot
from icarmed.domain.sessions import Calendar
from icarmed.domain.sessions import Session as PlannedSession
from icarmed.domain.visits import VisitState, types_of
from icarmed.security.roles import Right
from icarmed.usecases.calendar import calendar_of
from icarmed.usecases.story import Desk, Outcome, Topic

STILL_THERE = frozenset({VisitState.ARRIVED, VisitState.CONSULTATION})


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the opening page starts from: where and when, and what may be chosen.

    `next_on` is the day that the calendar means, today or later; hours are those of that session.
    """

    place: UUID
    on: date
    starts: str
    ends: str
    next_on: date | None
    places: tuple[Place, ...]
    lots: tuple[VaccineLot, ...]
    kits: tuple[KitLot, ...]
    staff: tuple[Account, ...]
    chosen_lots: tuple[UUID, ...]
    chosen_kits: tuple[UUID, ...]
    actor: UUID


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A session of a place and day, today's or a past one that is entered from paper."""

    place: UUID
    on: date
    starts: str = ""
    ends: str = ""
    staff: tuple[UUID, ...] = ()
    lots: tuple[UUID, ...] = ()
    kits: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Equipping:
    """A session with what may be chosen for it."""

    session: Session
    lots: tuple[VaccineLot, ...]
    kits: tuple[KitLot, ...]


@dataclass(frozen=True, slots=True)
class Used:
    """What a session took from stock: one lot or kit, and how many."""

    label: str
    lot: str
    number: int


@dataclass(frozen=True, slots=True)
class Checklist:
    """What the closing page shows."""

    session: Session
    findings: tuple[Finding, ...]
    drafts: tuple[journal.OpenDraft, ...]
    used: tuple[Used, ...]
    seen: int
    left_unseen: int


def propose(desk: Desk) -> Proposal:
    """The session of today, or else the next one of the calendar, with the soonest lots and kits chosen."""
    desk.need(Right.ARRIVE)
    with desk.reading() as connection:
        calendar = calendar_of(connection)
        known = {place.code: place for place in office.all_places(connection)}
        if not known:
            raise Refused(Finding("no_place"))
        planned = _planned(calendar, known, desk.today)
        place = next(iter(known.values())) if planned is None else known[planned.place]
        on = desk.today
        lots = tuple(office.usable_vaccine_lots(connection, on))
        kits = tuple(office.usable_kit_lots(connection, on))
        return Proposal(
            place=place.id,
            on=on,
            starts=_hour(planned.starts) if planned else "",
            ends=_hour(planned.ends) if planned else "",
            next_on=planned.on if planned else None,
            places=tuple(known.values()),
            lots=lots,
            kits=kits,
            staff=tuple(one for one in office.all_accounts(connection) if not one.disabled),
            chosen_lots=_soonest([(lot.product, lot.id) for lot in lots]),
            chosen_kits=_soonest([(kit.kit, kit.id) for kit in kits]),
            actor=desk.actor.account,
        )


def _planned(calendar: Calendar, places: Iterable[str], today: date) -> PlannedSession | None:
    """The next session of the calendar, at whatever place comes first."""
    found = [session for place in places if (session := calendar.next_session(place, today)) is not None]
    return min(found, key=lambda one: (one.on, one.starts or time.max, one.place), default=None)


def _hour(at: time | None) -> str:
    return f"{at:%H:%M}" if at else ""


def _soonest(lots: list[tuple[str, UUID]]) -> tuple[UUID, ...]:
    """The first lot of each product: the lists come soonest to expire first."""
    first: dict[str, UUID] = {}
    for product, identity in lots:
        first.setdefault(product, identity)
    return tuple(first.values())


def open_session(desk: Desk, order: OpenSession) -> Outcome[UUID]:
    """Opens a place for a day; a day that was closed opens again with what is given now."""
    desk.need(Right.RUN_SESSION)
    with desk.writing() as writing:
        _refuse_opening(desk, writing, order)
        found = sessions.session_at(writing.connection, order.place, order.on)
        if found is None:
            identity = sessions.add(
                writing,
                {
                    "place": order.place,
                    "on": order.on,
                    "starts": order.starts,
                    "ends": order.ends,
                    "opened_at": desk.now,
                },
            )
        else:
            identity = found.id
            sessions.change(writing, identity, found.revision, {"closed_at": None, "closed_by": None})
        sessions.equip(writing, identity, order.staff, order.lots, order.kits)
    return Outcome(identity, frozenset({Topic.BOARD, Topic.OFFICE}))


def equip(desk: Desk, session: UUID, lots: tuple[UUID, ...], kits: tuple[UUID, ...]) -> Outcome[None]:
    """Changes the lots and kits of the day in an open session."""
    desk.need(Right.RUN_SESSION)
    with desk.writing() as writing:
        found = _found(writing.connection, session)
        _refuse_expired(writing.connection, found.on, lots, kits)
        staff = sessions.staff_of(writing.connection, session)
        sessions.equip(writing, session, staff, lots, kits)
        writing.note("equip", sessions.TABLE, session)
    return Outcome(None, frozenset({Topic.BOARD, Topic.OFFICE}))


def equipping(desk: Desk, session: UUID) -> Equipping:
    """What the lots and kits of an open session may be changed to: those good on its day."""
    desk.need(Right.RUN_SESSION)
    with desk.reading() as connection:
        found = _found(connection, session)
        return Equipping(
            found,
            tuple(office.usable_vaccine_lots(connection, found.on)),
            tuple(office.usable_kit_lots(connection, found.on)),
        )


def current(desk: Desk) -> list[Session]:
    """Sessions that are open now, newest day first."""
    desk.need(Right.ARRIVE)
    with desk.reading() as connection:
        return sessions.open_sessions(connection)


def of_days(desk: Desk, first: date, last: date) -> list[Session]:
    """Sessions of past days, to be opened again."""
    desk.need(Right.ARRIVE)
    with desk.reading() as connection:
        return sessions.sessions_between(connection, first, last)


def checklist(desk: Desk, session: UUID) -> Checklist:
    """What is missing before a session is closed, and what it used from stock."""
    desk.need(Right.RUN_SESSION)
    with desk.reading() as connection:
        return _checklist(connection, session)


def close(desk: Desk, session: UUID, from_revision: int, reason: str = "") -> Outcome[None]:
    """Closes a session; people still on the board need a reason, drafts of others do not block."""
    desk.need(Right.RUN_SESSION)
    with desk.writing() as writing:
        in_the_way = [one for one in _checklist(writing.connection, session).findings if one.overridable]
        if in_the_way and not reason.strip():
            raise Refused(*in_the_way)
        for row in visits.board(writing.connection, session):
            if row.visit.state in STILL_THERE:
                _settle(writing, row.visit, reason)
        values = {"closed_at": desk.now, "closed_by": desk.actor.account}
        sessions.change(writing, session, from_revision, values, reason)
    return Outcome(None, frozenset({Topic.BOARD, Topic.OFFICE}))


def _settle(writing: Writing, visit: visits.Visit, reason: str) -> None:
    """Nobody vanishes with a closing: who was seen or treated counts as seen, anyone else left unseen."""
    done = visits.done_in(writing.connection, visit.id)
    types = types_of(done, visits.chosen_types(writing.connection, visit.id))
    seen = visit.state is VisitState.CONSULTATION or bool(types)
    state = VisitState.DONE if seen else VisitState.LEFT_UNSEEN
    values = {"state": state, "ended_at": writing.at}
    if seen and not (visit.with_doctor or visit.with_nurse):
        values["with_nurse"] = True
    visits.change(writing, visit.id, visit.revision, values, reason)
    visits.set_types(writing, visit.id, types)


def _checklist(connection: Connection, session: UUID) -> Checklist:
    found = _found(connection, session)
    board = visits.board(connection, session)
    states = [one.visit.state for one in board]
    waiting = sum(state in STILL_THERE for state in states)
    findings = [Finding("people_on_board", {"number": waiting}, overridable=True)] if waiting else []
    untyped = [one for one in board if one.visit.state is VisitState.DONE and not one.types]
    if untyped:
        findings.append(Finding("visits_without_type", {"number": len(untyped)}))
    unbagged = lab.unbagged_of(connection, session)
    if unbagged:
        findings.append(Finding("slips_without_bag", {"number": unbagged}, overridable=True))
    return Checklist(
        session=found,
        findings=tuple(findings),
        drafts=tuple(journal.open_drafts(connection, session)),
        used=tuple(Used(*row) for row in sessions.used_in(connection, session)),
        seen=sum(state is VisitState.DONE for state in states),
        left_unseen=sum(state is VisitState.LEFT_UNSEEN for state in states),
    )


def _refuse_opening(desk: Desk, writing: Writing, order: OpenSession) -> None:
    if order.on > desk.today:
        raise Refused(Finding("session_in_future", {"on": order.on}))
    found = sessions.session_at(writing.connection, order.place, order.on)
    if found is not None and found.closed_at is None:
        raise Refused(Finding("session_is_open", {"place": found.place_label, "on": order.on}))
    _refuse_expired(writing.connection, order.on, order.lots, order.kits)


def _refuse_expired(connection: Connection, on: date, lots: tuple[UUID, ...], kits: tuple[UUID, ...]) -> None:
    chosen: list[VaccineLot | KitLot | None] = [office.vaccine_lot(connection, lot) for lot in lots]
    chosen += [office.kit_lot(connection, kit) for kit in kits]
    expired = [one for one in chosen if one is not None and one.expired(on)]
    if expired:
        raise Refused(*(Finding("lot_expired", {"lot": one.lot, "on": one.expires_on}) for one in expired))


def _found(connection: Connection, session: UUID) -> Session:
    found = sessions.session(connection, session)
    if found is None:
        raise Refused(Finding("no_such_session"))
    return found
