"""Visits: the board of a session, and what a visit holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from icarmed.db import people
from icarmed.db.schema.medical import doses, rapid_tests, requests
from icarmed.db.schema.office import account_roles
from icarmed.db.schema.permanence import journal_entries, patients, sessions, visit_types, visits
from icarmed.db.writing import Writing
from icarmed.domain.dates import DateRange
from icarmed.domain.visits import Done, FollowUpType, SignKind, TypeOrigin, VisitState, types_of


@dataclass(frozen=True, slots=True)
class Visit:
    """One person at one session."""

    id: UUID
    session: UUID
    patient: UUID
    on: date
    state: VisitState
    with_doctor: bool
    with_nurse: bool
    sign: SignKind | None
    ended_at: datetime | None
    revision: int


@dataclass(frozen=True, slots=True)
class OnBoard:
    """One line of the board, before chips."""

    visit: Visit
    code: str
    shown_name: str | None
    born: DateRange | None
    languages: tuple[str, ...]
    arrived_at: datetime
    types: tuple[FollowUpType, ...]


def visit(connection: sa.Connection, identity: UUID) -> Visit | None:
    """The visit of that id."""
    row = connection.execute(
        visits.select().where(visits.c.id == identity, visits.c.voided.is_(False))
    ).one_or_none()
    return None if row is None else _visit(row)


def visit_in(connection: sa.Connection, session: UUID, patient: UUID) -> Visit | None:
    """The visit of that person in that session, if any."""
    row = connection.execute(
        visits.select().where(
            visits.c.session == session, visits.c.patient == patient, visits.c.voided.is_(False)
        )
    ).one_or_none()
    return None if row is None else _visit(row)


def add(writing: Writing, session: UUID, patient: UUID, on: date) -> UUID:
    """A person arrives."""
    return writing.add(
        visits,
        {
            "session": session,
            "patient": patient,
            "on": on,
            "state": VisitState.ARRIVED,
            "arrived_at": writing.at,
        },
    )


def change(
    writing: Writing, identity: UUID, from_revision: int, values: Mapping[str, Any], reason: str = ""
) -> int:
    """Moves a visit on the board, or corrects it."""
    return writing.correct(visits, identity, from_revision, values, reason)


def void(writing: Writing, identity: UUID, from_revision: int, reason: str) -> int:
    """Takes back an arrival that was a mistake."""
    return writing.void(visits, identity, from_revision, reason)


def board(connection: sa.Connection, session: UUID) -> list[OnBoard]:
    """Who came, oldest arrival first; three statements whatever their number."""
    rows = connection.execute(
        sa.select(
            visits,
            patients.c.code,
            patients.c.born_first,
            patients.c.born_last,
            patients.c.languages,
        )
        .join(patients, visits.c.patient == patients.c.id)
        .where(visits.c.session == session, visits.c.voided.is_(False))
        .order_by(visits.c.arrived_at, visits.c.entered_at, visits.c.id)
    ).all()
    names = people.names_of(connection, [row.patient for row in rows])
    types = types_of_visits(connection, [row.id for row in rows])
    return [
        OnBoard(
            visit=_visit(row),
            code=row.code,
            shown_name=next((name.name for name in names.get(row.patient, ()) if name.shown), None),
            born=people.born_of(row),
            languages=people.languages_of(row.languages),
            arrived_at=row.arrived_at,
            types=types.get(row.id, ()),
        )
        for row in rows
    ]


def types_of_visits(
    connection: sa.Connection, identities: Sequence[UUID]
) -> dict[UUID, tuple[FollowUpType, ...]]:
    """The stored types of each of these visits, in the order of the published table."""
    rows = connection.execute(visit_types.select().where(visit_types.c.visit.in_(identities))).all()
    found: dict[UUID, set[FollowUpType]] = {}
    for row in rows:
        found.setdefault(row.visit, set()).add(row.type)
    return {one: tuple(kind for kind in FollowUpType if kind in kinds) for one, kinds in found.items()}


def done_in(connection: sa.Connection, identity: UUID) -> Done:
    """What was done in a visit, as far as its types are concerned; one statement."""

    def count(table: sa.Table, *more: sa.ColumnElement[bool]) -> sa.ScalarSelect[int]:
        found = sa.select(sa.func.count()).where(table.c.visit == identity, table.c.voided.is_(False), *more)
        return found.scalar_subquery()

    doctors = sa.select(account_roles.c.account).where(account_roles.c.role == "doctor")
    row = connection.execute(
        sa.select(
            count(doses).label("doses"),
            count(rapid_tests).label("rapid_tests"),
            count(requests, requests.c.cancel_reason == "").label("requests"),
            count(journal_entries, journal_entries.c.entered_by.in_(doctors)).label("doctor_entries"),
        )
    ).one()
    return Done(row.doses, row.rapid_tests, row.requests, row.doctor_entries)


def chosen_types(connection: sa.Connection, identity: UUID) -> frozenset[FollowUpType]:
    """The types that someone chose for a visit."""
    chosen = sa.select(visit_types.c.type).where(
        visit_types.c.visit == identity, visit_types.c.origin == TypeOrigin.CHOSEN
    )
    return frozenset(connection.execute(chosen).scalars())


def set_types(writing: Writing, identity: UUID, types: Mapping[FollowUpType, TypeOrigin]) -> None:
    """Gives a visit exactly these types."""
    writing.connection.execute(visit_types.delete().where(visit_types.c.visit == identity))
    if types:
        writing.connection.execute(
            visit_types.insert(),
            [{"visit": identity, "type": kind, "origin": origin} for kind, origin in types.items()],
        )


def derive_types_again(writing: Writing, identity: UUID | None) -> None:
    """After an act was added to or taken from a visit that has ended: its derived types follow."""
    if identity is None:
        return
    found = visit(writing.connection, identity)
    if found is not None and found.state is VisitState.DONE:
        chosen = chosen_types(writing.connection, identity)
        set_types(writing, identity, types_of(done_in(writing.connection, identity), chosen))


def _visit(row: Any) -> Visit:
    return Visit(
        id=row.id,
        session=row.session,
        patient=row.patient,
        on=row.on,
        state=row.state,
        with_doctor=row.with_doctor,
        with_nurse=row.with_nurse,
        sign=row.sign,
        ended_at=row.ended_at,
        revision=row.revision,
    )


def holds_anything(connection: sa.Connection, identity: UUID) -> bool:
    """Whether anything was written, given, tested or ordered in a visit."""
    for table in (doses, rapid_tests, requests, journal_entries):
        kept = sa.select(table.c.id).where(table.c.visit == identity, table.c.voided.is_(False))
        if connection.execute(kept.limit(1)).first() is not None:
            return True
    return False


def latest_of_open_sessions(connection: sa.Connection, identities: Sequence[UUID]) -> Visit | None:
    """Of these visits the one begun last whose session is not closed."""
    if not identities:
        return None
    row = connection.execute(
        sa.select(visits)
        .join(sessions, visits.c.session == sessions.c.id)
        .where(visits.c.id.in_(identities), sessions.c.closed_at.is_(None))
        .order_by(visits.c.arrived_at.desc(), visits.c.entered_at.desc())
        .limit(1)
    ).one_or_none()
    return None if row is None else _visit(row)
