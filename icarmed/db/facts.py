"""All facts of a person that rules look at, in one statement; those of everyone in one as well."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import cache
from itertools import groupby
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from icarmed.db.schema.medical import (
    courses,
    doses,
    lines,
    rapid_tests,
    reminder_acts,
    requests,
    results,
    specimens,
    statements,
)
from icarmed.db.schema.office import kit_lots
from icarmed.db.schema.permanence import patients
from icarmed.domain.dates import DateRange
from icarmed.domain.lab_requests import LineState, SpecimenState
from icarmed.domain.rapid_tests import RapidResult
from icarmed.domain.reminder_acts import ActKind
from icarmed.domain.reminders.facts import Act, LabLine, LabResult, PersonFacts, RapidTest
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

HEPATITIS_B = "hepatitis_b"
PERSON, DOSE, STATEMENT, RESULT, RAPID, LINE, ACT = range(7)
WIDTH = 9
_MARKERS, _WORDS = frozenset(Marker), frozenset(Found)
Row = Sequence[Any]


def facts_of(connection: sa.Connection, patient: UUID) -> PersonFacts:
    """All facts of one person; one statement, whatever there is of them."""
    return _facts(patient, connection.execute(_of_one(), {"patient": patient}).all())


def everyone(connection: sa.Connection) -> Iterator[PersonFacts]:
    """The facts of everyone, person after person; one statement for all."""
    rows = connection.execute(_of_all())
    for patient, mine in groupby(rows, key=lambda row: row.patient):
        yield _facts(UUID(patient), mine)


def history_of(connection: sa.Connection, patient: UUID) -> History:
    """What vaccination is judged from: doses, serology, statements."""
    return facts_of(connection, patient).history


@cache
def _of_one() -> sa.CompoundSelect[Any]:
    """Built once: building it costs more than asking it."""
    who = sa.bindparam("patient", type_=sa.Uuid(as_uuid=True))
    return sa.union_all(*(part.where(owner == who) for part, owner in _parts()))


@cache
def _of_all() -> sa.CompoundSelect[Any]:
    return sa.union_all(*(part for part, _ in _parts())).order_by("patient")


def _parts() -> Iterator[tuple[sa.Select[Any], sa.ColumnElement[UUID]]]:
    """One select a sort of fact, each with the column that names the person."""
    yield _part(PERSON, patients.c.id, patients, patients.c.deceased, patients.c.departed)
    d, c = doses.c, courses.c
    given = doses.join(courses, d.course == c.id)
    dose = (d.id, d.on_first, d.on_last, d.product, c.number, d.declared, d.sub_standard)
    yield _part(DOSE, d.patient, doses, *dose, source=given)
    s = statements.c
    said, owner = _part(STATEMENT, s.patient, statements, s.id, s.kind, s.on, s.until)
    yield said.where(s.subject == HEPATITIS_B), owner
    r = results.c
    result = (r.id, r.test, r.on_first, r.on_last, r.resulted_on, r.value, r.number, r.comparator, r.unit)
    yield _part(RESULT, r.patient, results, *result)
    t = rapid_tests.c
    kits = rapid_tests.outerjoin(kit_lots, t.kit_lot == kit_lots.c.id)
    yield _part(
        RAPID, t.patient, rapid_tests, t.id, t.test, t.on, t.result, kit_lots.c.expires_on, source=kits
    )
    li, sp, rq = lines.c, specimens.c, requests.c
    asked = lines.join(specimens, li.specimen == sp.id).join(requests, sp.request == rq.id)
    line = (li.id, rq.id, rq.number, li.test, li.state, sp.state, sp.taken_on, rq.on)
    tested, owner = _part(LINE, li.patient, lines, *line, source=asked)
    yield tested.where(sp.voided.is_(False), rq.voided.is_(False)), owner
    a = reminder_acts.c
    act = (a.id, a.rule, a.anchor, a.kind, a.on, a.until, a.facts, a.entered_at)
    yield _part(ACT, a.patient, reminder_acts, *act)


def _part(
    kind: int,
    owner: sa.ColumnElement[UUID],
    table: sa.Table,
    *columns: sa.ColumnElement[Any],
    source: sa.FromClause | None = None,
) -> tuple[sa.Select[Any], sa.ColumnElement[UUID]]:
    """The rows of one sort that were not voided: its number, the person, and columns as text."""
    filled = [*columns, *[sa.null()] * (WIDTH - len(columns))]
    texts = [sa.cast(column, sa.Text).label(f"c{at}") for at, column in enumerate(filled)]
    person = sa.cast(owner, sa.Text).label("patient")
    chosen: list[sa.ColumnElement[Any]] = [sa.literal_column(str(kind), sa.Integer).label("kind"), person]
    part = sa.select(*chosen, *texts).select_from(table if source is None else source)
    return part.where(table.c.voided.is_(False)), owner


def _facts(patient: UUID, rows: Iterable[Row]) -> PersonFacts:
    by_kind: dict[int, list[Row]] = {}
    for kind, _, *texts in rows:
        by_kind.setdefault(kind, []).append(texts)
    found = by_kind.get(RESULT, [])
    history = History(
        doses=tuple(_dose(row) for row in by_kind.get(DOSE, [])),
        samples=tuple(sample for row in found if (sample := _sample(row)) is not None),
        statements=tuple(_statement(row) for row in by_kind.get(STATEMENT, [])),
    )
    return PersonFacts(
        patient=patient,
        silent=any(_yes(row[0]) or _yes(row[1]) for row in by_kind.get(PERSON, [])),
        history=history,
        results=tuple(_result(row) for row in found),
        rapid_tests=tuple(_rapid(row) for row in by_kind.get(RAPID, [])),
        lines=tuple(_line(row) for row in by_kind.get(LINE, [])),
        acts=tuple(_act(row) for row in by_kind.get(ACT, [])),
    )


def _yes(stored: str) -> bool:
    return stored in {"1", "true"}


def _day(stored: str | None) -> date | None:
    return None if stored is None else date.fromisoformat(stored)


def _range(first: str, last: str) -> DateRange:
    return DateRange(date.fromisoformat(first), date.fromisoformat(last))


def _dose(row: Row) -> DoseGiven:
    return DoseGiven(
        id=str(UUID(row[0])),
        on=_range(row[1], row[2]),
        product=row[3],
        course=int(row[4]),
        declared=_yes(row[5]),
        sub_standard=_yes(row[6]),
    )


def _statement(row: Row) -> Statement:
    return Statement(StatementKind(row[1]), date.fromisoformat(row[2]), _day(row[3]), str(UUID(row[0])))


def _result(row: Row) -> LabResult:
    return LabResult(UUID(row[0]), row[1], _range(row[2], row[3]), date.fromisoformat(row[4]))


def _sample(row: Row) -> Sample | None:
    """A result of hepatitis B serology as vaccination is judged from it.

    Where the day is known only in part, a positive result counts from its first possible day, for it stops a
    vaccination whenever it was taken; any other tells nothing that could be relied on.
    """
    if row[1] not in _MARKERS:
        return None
    marker, on, found = Marker(row[1]), _range(row[2], row[3]), _found(row)
    if found is None or (on.exact is None and (found is not Found.POSITIVE or marker is Marker.ANTI_HBS)):
        return None
    return Sample(str(UUID(row[0])), marker, on.first, found)


def _found(row: Row) -> Found | Titre | None:
    """What a result says; None for a number or a unit that cannot be read."""
    if row[6] is None:
        return Found(row[5]) if row[5] in _WORDS else None
    try:
        return Titre(Decimal(row[6]), Comparator(row[7] or Comparator.EQUAL), row[8])
    except (InvalidOperation, ValueError):
        return None


def _rapid(row: Row) -> RapidTest:
    on, expires_on = date.fromisoformat(row[2]), _day(row[4])
    expired = expires_on is not None and on > expires_on
    return RapidTest(UUID(row[0]), row[1], on, RapidResult(row[3]), expired)


def _line(row: Row) -> LabLine:
    specimen = SpecimenState(row[5])
    taken_on = _day(row[6])
    if taken_on is None and specimen is not SpecimenState.ORDERED:
        taken_on = _day(row[7])
    return LabLine(UUID(row[0]), UUID(row[1]), row[2], row[3], LineState(row[4]), specimen, taken_on)


def _act(row: Row) -> Act:
    return Act(
        id=UUID(row[0]),
        rule=row[1],
        anchor=row[2],
        kind=ActKind(row[3]),
        on=date.fromisoformat(row[4]),
        until=_day(row[5]),
        facts=row[6],
        entered_at=datetime.fromisoformat(row[7]),
    )
