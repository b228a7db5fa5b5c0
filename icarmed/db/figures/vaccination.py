"""Doses of a period, and the few files that must be judged: the figures of `hepatitis_b`.

Few people are dosed in a year: their doses are read once, and only their files and those of people who were
offered vaccine or whose titre reached the limit. Nobody else's row is touched.
"""

from collections.abc import Collection, Iterable, Iterator
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
from icarmed.domain.summary.figures import UNKNOWN
from icarmed.domain.summary.vaccination import File, Given
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
_CHUNK = 500


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
    given: dict[str, str] = field(default_factory=dict)
    titres: dict[str, str] = field(default_factory=dict)


def given(connection: sa.Connection, wanted: Wanted) -> list[Given]:
    """Doses given here whose possible days all lie in the period."""
    lot = sa.func.coalesce(vaccine_lots.c.lot, doses.c.lot_text)
    at_visit = doses.outerjoin(visits, doses.c.visit == visits.c.id)
    at_place = at_visit.outerjoin(sessions, visits.c.session == sessions.c.id).outerjoin(
        places, sessions.c.place == places.c.id
    )
    rows = connection.execute(
        sa.select(
            *(doses.c.id, doses.c.patient, doses.c.on_first, doses.c.on_last, doses.c.product),
            *(lot, sa.func.coalesce(vaccine_lots.c.donor, ""), sa.func.coalesce(places.c.code, UNKNOWN)),
        )
        .select_from(at_place.outerjoin(vaccine_lots, doses.c.vaccine_lot == vaccine_lots.c.id))
        .where(
            doses.c.on_first.between(wanted.period.first, wanted.period.last),
            doses.c.on_last <= wanted.period.last,
            *_given_here(wanted),
        )
    )
    return [
        Given(identity.hex, patient, DateRange(first, last), product, lot, donor, place)
        for identity, patient, first, last, product, lot, donor, place in rows
    ]


def straddling(connection: sa.Connection, wanted: Wanted) -> int:
    """Doses given here whose possible days lie only partly in the period."""
    period = wanted.period
    outside = sa.or_(doses.c.on_first < period.first, doses.c.on_last > period.last)
    statement = sa.select(sa.func.count()).where(
        doses.c.on_first <= period.last, doses.c.on_last >= period.first, outside, *_given_here(wanted)
    )
    return connection.execute(statement).scalar_one()


def files_to_judge(connection: sa.Connection, wanted: Wanted, dosed: Iterable[Given]) -> list[File]:
    """The files of those who may count among proposed, completed or proven."""
    people: dict[UUID, _Gathered] = {}
    for one in dosed:
        mine = people.setdefault(one.patient, _Gathered())
        mine.given[one.id] = one.place
        if one.on.exact is not None:
            mine.proposed[one.on.first] = one.place
    for patient, on, place in _proposals(connection, wanted):
        people.setdefault(patient, _Gathered()).proposed.setdefault(on, place)
    for patient, sample, place in _titres(connection, wanted):
        people.setdefault(patient, _Gathered()).titres[sample] = place
    _gather_doses(connection, people)
    may_count = {
        patient: one
        for patient, one in people.items()
        if one.proposed or len(one.doses) >= wanted.least_doses
    }
    _gather_samples(connection, may_count)
    _gather_statements(connection, {patient: one for patient, one in may_count.items() if one.titres})
    return [
        File(
            History(tuple(one.doses), tuple(one.samples), tuple(one.statements)),
            one.proposed,
            one.given if len(one.doses) >= wanted.least_doses else {},
            one.titres if len(one.doses) >= wanted.least_doses else {},
        )
        for one in may_count.values()
    ]


def _given_here(wanted: Wanted) -> tuple[sa.ColumnElement[Any], ...]:
    """By someone of the permanence: told by the person or written in a foreign card is not."""
    return (
        doses.c.voided.is_(False),
        doses.c.declared.is_(False),
        doses.c.done_by.is_not(None),
        doses.c.product.in_(sorted(wanted.products)),
    )


def _proposals(connection: sa.Connection, wanted: Wanted) -> Iterator[tuple[UUID, date, str]]:
    """Proposals and refusals; each belongs to the place that the person visited on its day."""
    that_day = sa.and_(
        visits.c.patient == statements.c.patient,
        visits.c.on == statements.c.on,
        visits.c.voided.is_(False),
    )
    rows = connection.execute(
        sa.select(statements.c.patient, statements.c.on, sa.func.coalesce(places.c.code, UNKNOWN))
        .select_from(statements)
        .outerjoin(visits, that_day)
        .outerjoin(sessions, visits.c.session == sessions.c.id)
        .outerjoin(places, sessions.c.place == places.c.id)
        .where(
            statements.c.kind.in_(_PROPOSING),
            statements.c.subject == _SUBJECT,
            statements.c.voided.is_(False),
            statements.c.on.between(wanted.period.first, wanted.period.last),
        )
        .order_by(statements.c.on, visits.c.arrived_at)
    )
    yield from ((row[0], row[1], row[2]) for row in rows)


def _titres(connection: sa.Connection, wanted: Wanted) -> Iterator[tuple[UUID, str, str]]:
    """Samples of the period that reach the limit, each at the visit of its request, or of its entry."""
    period = wanted.period
    visit = sa.func.coalesce(requests.c.visit, results.c.visit)
    enough = sa.or_(results.c.number.is_(None), sa.cast(results.c.number, sa.Numeric) >= wanted.response)
    rows = connection.execute(
        sa.select(results.c.patient, results.c.id, sa.func.coalesce(places.c.code, UNKNOWN))
        .outerjoin(lines, results.c.line == lines.c.id)
        .outerjoin(specimens, lines.c.specimen == specimens.c.id)
        .outerjoin(requests, specimens.c.request == requests.c.id)
        .outerjoin(visits, visits.c.id == visit)
        .outerjoin(sessions, visits.c.session == sessions.c.id)
        .outerjoin(places, sessions.c.place == places.c.id)
        .where(
            results.c.test == Marker.ANTI_HBS.value,
            results.c.on_first.between(period.first, period.last),
            results.c.voided.is_(False),
            enough,
            # Whoever was never vaccinated owes a titre to nothing that is counted here.
            results.c.patient.in_(sa.select(doses.c.patient).where(doses.c.voided.is_(False))),
        )
    )
    for patient, sample, place in rows:
        yield patient, sample.hex, place


def _in_chunks(people: dict[UUID, _Gathered]) -> Iterator[list[UUID]]:
    everyone = list(people)
    for at in range(0, len(everyone), _CHUNK):
        yield everyone[at : at + _CHUNK]


def _gather_doses(connection: sa.Connection, people: dict[UUID, _Gathered]) -> None:
    numbers = (doses.c.declared, doses.c.sub_standard, courses.c.number)
    days = (doses.c.on_first, doses.c.on_last)
    statement = sa.select(doses.c.id, doses.c.patient, *days, doses.c.product, *numbers)
    for some in _in_chunks(people):
        rows = connection.execute(
            statement.join(courses, doses.c.course == courses.c.id).where(
                doses.c.voided.is_(False), doses.c.patient.in_(some)
            )
        )
        for identity, patient, first, last, product, declared, poor, course in rows:
            dose = DoseGiven(identity.hex, DateRange(first, last), product, course, declared, poor)
            people[patient].doses.append(dose)


def _gather_samples(connection: sa.Connection, people: dict[UUID, _Gathered]) -> None:
    days, number = (results.c.on_first, results.c.on_last), (results.c.number, results.c.comparator)
    columns = (
        results.c.id,
        results.c.patient,
        results.c.test,
        *days,
        results.c.value,
        *number,
        results.c.unit,
    )
    for some in _in_chunks(people):
        rows = connection.execute(
            sa.select(*columns).where(
                results.c.voided.is_(False),
                results.c.test.in_([marker.value for marker in Marker]),
                results.c.patient.in_(some),
            )
        )
        for row in rows:
            sample = _sample(row)
            if sample is not None:
                people[row.patient].samples.append(sample)


def _sample(row: Any) -> Sample | None:
    """As everywhere: of a day known in part only a positive result tells, from its first possible day."""
    marker, found = Marker(row.test), _found(row)
    tells = row.on_first == row.on_last or (found is Found.POSITIVE and marker is not Marker.ANTI_HBS)
    return None if found is None or not tells else Sample(row.id.hex, marker, row.on_first, found)


def _found(row: Any) -> Found | Titre | None:
    try:
        if row.number is None:
            return Found(row.value)
        return Titre(Decimal(row.number), Comparator(row.comparator or Comparator.EQUAL), row.unit)
    except (ValueError, InvalidOperation):
        return None


def _gather_statements(connection: sa.Connection, people: dict[UUID, _Gathered]) -> None:
    columns = (statements.c.patient, statements.c.kind, statements.c.on, statements.c.until, statements.c.id)
    for some in _in_chunks(people):
        rows = connection.execute(
            sa.select(*columns).where(
                statements.c.voided.is_(False),
                statements.c.subject == _SUBJECT,
                statements.c.patient.in_(some),
            )
        )
        for patient, kind, on, until, identity in rows:
            people[patient].statements.append(Statement(kind, on, until, identity.hex))
