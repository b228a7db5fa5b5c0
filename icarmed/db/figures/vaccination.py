"""Doses by place and lot, and the few files that must be judged: the figures of `hepatitis_b`."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from icarmed.db.schema.medical import courses, doses, lines, requests, results, specimens, statements
from icarmed.db.schema.office import places, vaccine_lots
from icarmed.db.schema.permanence import sessions, visits
from icarmed.domain.dates import DateRange
from icarmed.domain.summary.figures import UNKNOWN, ByPlace, LotGiven
from icarmed.domain.summary.vaccination import File
from icarmed.domain.vaccination.history import (
    Comparator,
    DoseGiven,
    Found,
    History,
    Marker,
    Sample,
    Statement,
    Titre,
)
from icarmed.domain.vaccination_acts import StatementKind

_PROPOSING = (StatementKind.PROPOSED, StatementKind.DECLINED)
_SUBJECT = "hepatitis_b"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the figures are of: these products in this period.

    Nobody completes a course with fewer than `least_doses`, nor is proved immune by less than `response`.
    """

    period: DateRange
    products: Collection[str]
    least_doses: int
    response: int


@dataclass(slots=True)
class _Gathered:
    doses: list[DoseGiven] = field(default_factory=list)
    samples: list[Sample] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    proposed: dict[date, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)


def doses_by_lot(connection: sa.Connection, wanted: Wanted) -> tuple[LotGiven, ...]:
    """Doses given here, by product, lot, donor and place."""
    code = sa.func.coalesce(places.c.code, UNKNOWN)
    lot = sa.func.coalesce(vaccine_lots.c.lot, doses.c.lot_text)
    donor = sa.func.coalesce(vaccine_lots.c.donor, "")
    keys = (doses.c.product, lot, donor, code)
    rows = connection.execute(
        sa.select(*keys, sa.func.count())
        .select_from(_placed_doses().outerjoin(vaccine_lots, doses.c.vaccine_lot == vaccine_lots.c.id))
        .where(*_given_in(wanted))
        .group_by(*keys)
    )
    return tuple(LotGiven(*row) for row in rows)


def people_dosed(connection: sa.Connection, wanted: Wanted) -> ByPlace:
    """People with at least one dose given here, in all and by place."""
    code = sa.func.coalesce(places.c.code, UNKNOWN)
    people = sa.func.count(sa.distinct(doses.c.patient))
    rows = connection.execute(
        sa.select(code, people).select_from(_placed_doses()).where(*_given_in(wanted)).group_by(code)
    )
    total = connection.execute(sa.select(people).where(*_given_in(wanted))).scalar_one()
    return ByPlace(total, {row[0]: row[1] for row in rows})


def straddling(connection: sa.Connection, wanted: Wanted) -> int:
    """Doses given here whose possible days lie only partly in the period."""
    period = wanted.period
    outside = sa.or_(doses.c.on_first < period.first, doses.c.on_last > period.last)
    statement = sa.select(sa.func.count()).where(
        doses.c.on_first <= period.last, doses.c.on_last >= period.first, outside, *_given(wanted)
    )
    return connection.execute(statement).scalar_one()


def files_to_judge(connection: sa.Connection, wanted: Wanted) -> list[File]:
    """The files of those who may count among proposed, completed or proven; nobody else's is read."""
    chosen = _chosen(wanted).cte("chosen")
    people: dict[UUID, _Gathered] = {row[0]: _Gathered() for row in connection.execute(sa.select(chosen))}
    if not people:
        return []
    those = sa.select(chosen.c.patient)
    _gather_doses(connection, those, wanted, people)
    _gather_samples(connection, those, people)
    _gather_statements(connection, those, people)
    _gather_places_of_proposals(connection, those, wanted, people)
    return [
        File(History(tuple(one.doses), tuple(one.samples), tuple(one.statements)), one.proposed, one.places)
        for one in people.values()
    ]


def _placed_doses() -> sa.Join:
    at_visit = doses.outerjoin(visits, doses.c.visit == visits.c.id)
    return at_visit.outerjoin(sessions, visits.c.session == sessions.c.id).outerjoin(
        places, sessions.c.place == places.c.id
    )


def _given(wanted: Wanted) -> tuple[sa.ColumnElement[Any], ...]:
    """Given by someone of the permanence: told by the person or written in a foreign card is not."""
    return (
        doses.c.voided.is_(False),
        doses.c.declared.is_(False),
        doses.c.done_by.is_not(None),
        doses.c.product.in_(sorted(wanted.products)),
    )


def _given_in(wanted: Wanted) -> tuple[sa.ColumnElement[Any], ...]:
    period = wanted.period
    return (
        doses.c.on_first.between(period.first, period.last),
        doses.c.on_last <= period.last,
        *_given(wanted),
    )


def _chosen(wanted: Wanted) -> sa.CompoundSelect[Any]:
    """Three ways to count, each with what it cannot do without."""
    period = wanted.period
    several = (
        sa.select(doses.c.patient)
        .where(doses.c.voided.is_(False), doses.c.on_first <= period.last)
        .group_by(doses.c.patient)
        .having(sa.func.count() >= wanted.least_doses)
    )
    completed = sa.select(doses.c.patient).where(*_given_in(wanted), doses.c.patient.in_(several))
    titre = (
        results.c.test == Marker.ANTI_HBS.value,
        results.c.voided.is_(False),
        results.c.on_first <= period.last,
    )
    high = sa.or_(results.c.number.is_(None), sa.cast(results.c.number, sa.Numeric) >= wanted.response)
    in_period = results.c.on_first.between(period.first, period.last)
    proven = sa.select(results.c.patient).where(*titre, in_period, high, results.c.patient.in_(several))
    known = sa.select(results.c.patient).where(*titre)
    said = sa.select(statements.c.patient).where(*_said_in(wanted), statements.c.patient.in_(known))
    dosed = sa.select(doses.c.patient).where(*_given_in(wanted), doses.c.patient.in_(known))
    return sa.union(completed, proven, said, dosed)


def _said_in(wanted: Wanted) -> tuple[sa.ColumnElement[Any], ...]:
    return (
        statements.c.kind.in_(_PROPOSING),
        statements.c.subject == _SUBJECT,
        statements.c.voided.is_(False),
        statements.c.on.between(wanted.period.first, wanted.period.last),
    )


def _gather_doses(
    connection: sa.Connection, those: sa.Select[Any], wanted: Wanted, people: dict[UUID, _Gathered]
) -> None:
    rows = connection.execute(
        sa.select(
            doses.c.id,
            doses.c.patient,
            doses.c.on_first,
            doses.c.on_last,
            doses.c.product,
            doses.c.declared,
            doses.c.sub_standard,
            doses.c.done_by,
            courses.c.number,
            places.c.code,
        )
        .select_from(_placed_doses().join(courses, doses.c.course == courses.c.id))
        .where(doses.c.voided.is_(False), doses.c.patient.in_(those))
    )
    products, first, last = frozenset(wanted.products), wanted.period.first, wanted.period.last
    for identity, patient, since, until, product, declared, poor, done_by, course, place in rows:
        one, event = people[patient], identity.hex
        one.doses.append(DoseGiven(event, DateRange(since, until), product, course, declared, poor))
        one.places[event] = place or UNKNOWN
        here = done_by is not None and not declared and product in products
        if here and since == until and first <= since <= last:
            one.proposed[since] = place or UNKNOWN


def _gather_samples(connection: sa.Connection, those: sa.Select[Any], people: dict[UUID, _Gathered]) -> None:
    """Results; the place is that of the visit of the request, else of the entry."""
    visit = sa.func.coalesce(requests.c.visit, results.c.visit)
    rows = connection.execute(
        sa.select(
            results.c.id,
            results.c.patient,
            results.c.test,
            results.c.on_first,
            results.c.on_last,
            results.c.value,
            results.c.number,
            results.c.comparator,
            results.c.unit,
            places.c.code,
        )
        .outerjoin(lines, results.c.line == lines.c.id)
        .outerjoin(specimens, lines.c.specimen == specimens.c.id)
        .outerjoin(requests, specimens.c.request == requests.c.id)
        .outerjoin(visits, visits.c.id == visit)
        .outerjoin(sessions, visits.c.session == sessions.c.id)
        .outerjoin(places, sessions.c.place == places.c.id)
        .where(
            results.c.voided.is_(False),
            results.c.test.in_([marker.value for marker in Marker]),
            results.c.patient.in_(those),
        )
    )
    for row in rows:
        found = _read(row)
        if found is not None and _day_tells(row, found):
            people[row.patient].samples.append(Sample(row.id.hex, Marker(row.test), row.on_first, found))
            people[row.patient].places[row.id.hex] = row.code or UNKNOWN


def _day_tells(row: Any, found: Found | Titre) -> bool:
    """As everywhere: of a day known in part, only a positive result tells, from its first possible day."""
    known = row.on_first == row.on_last
    return known or (found is Found.POSITIVE and row.test != Marker.ANTI_HBS.value)


def _read(row: Any) -> Found | Titre | None:
    """A result as the engine reads it; None for what it cannot."""
    try:
        if row.number is not None:
            return Titre(Decimal(row.number), Comparator(row.comparator or "="), row.unit)
        return Found(row.value)
    except (ValueError, InvalidOperation):
        return None


def _gather_statements(
    connection: sa.Connection, those: sa.Select[Any], people: dict[UUID, _Gathered]
) -> None:
    rows = connection.execute(
        sa.select(
            statements.c.id, statements.c.patient, statements.c.kind, statements.c.on, statements.c.until
        ).where(
            statements.c.voided.is_(False),
            statements.c.subject == _SUBJECT,
            statements.c.patient.in_(those),
        )
    )
    for identity, patient, kind, on, until in rows:
        people[patient].statements.append(Statement(kind, on, until, identity.hex))


def _gather_places_of_proposals(
    connection: sa.Connection, those: sa.Select[Any], wanted: Wanted, people: dict[UUID, _Gathered]
) -> None:
    """A statement belongs to the place that the person visited on its day."""
    rows = connection.execute(
        sa.select(statements.c.patient, statements.c.on, places.c.code)
        .select_from(statements)
        .outerjoin(
            visits,
            sa.and_(
                visits.c.patient == statements.c.patient,
                visits.c.on == statements.c.on,
                visits.c.voided.is_(False),
            ),
        )
        .outerjoin(sessions, visits.c.session == sessions.c.id)
        .outerjoin(places, sessions.c.place == places.c.id)
        .where(*_said_in(wanted), statements.c.patient.in_(those))
        .order_by(statements.c.on, visits.c.arrived_at)
    )
    for patient, on, place in rows:
        people[patient].proposed.setdefault(on, place or UNKNOWN)
