"""A person's journal as it is read: every visit and what was done in it, newest first."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from icarmed.db import journal
from icarmed.db import visits as visit_rows
from icarmed.db.schema.medical import doses, lines, rapid_tests, requests, results, specimens
from icarmed.db.schema.office import places
from icarmed.db.schema.permanence import sessions, visits
from icarmed.domain.dates import DateRange
from icarmed.domain.lab_requests import LineState, least_advanced
from icarmed.domain.rapid_tests import RapidResult
from icarmed.domain.visits import FollowUpType, VisitState

_PATIENT: sa.BindParameter[Any] = sa.bindparam("patient", type_=sa.Uuid(as_uuid=True))


def _of(table: sa.Table, *columns: sa.ColumnElement[Any]) -> sa.Select[Any]:
    """The living rows of a person: what every item has, and columns of its own."""
    shared = (table.c.id, table.c.visit, table.c.entered_at, table.c.revision)
    return sa.select(*shared, *columns).where(table.c.patient == _PATIENT, table.c.voided.is_(False))


# Built once: for each file that is opened, building these would cost more than asking them.
_VISITS = (
    sa.select(visits.c.id, visits.c.on, visits.c.state, visits.c.revision, places.c.label)
    .join(sessions, visits.c.session == sessions.c.id)
    .join(places, sessions.c.place == places.c.id)
    .where(visits.c.patient == _PATIENT, visits.c.voided.is_(False))
    .order_by(visits.c.on.desc(), visits.c.arrived_at.desc())
)
_DOSES = _of(doses, doses.c.on_first, doses.c.on_last, doses.c.product)
_RAPID_TESTS = _of(rapid_tests, rapid_tests.c.on, rapid_tests.c.test, rapid_tests.c.result)
_REQUESTS = _of(requests, requests.c.on, requests.c.number)
_LINES = (
    sa.select(specimens.c.request, lines.c.state)
    .select_from(lines.join(specimens, lines.c.specimen == specimens.c.id))
    .where(lines.c.patient == _PATIENT, lines.c.voided.is_(False))
)
_RESULTS = _of(
    results,
    results.c.on_first,
    results.c.on_last,
    results.c.test,
    results.c.value,
    results.c.comparator,
    results.c.number,
    results.c.unit,
)


class ItemKind(StrEnum):
    """What stands on one line of the journal."""

    ENTRY = "entry"
    DOSE = "dose"
    RAPID_TEST = "rapid_test"
    REQUEST = "request"
    RESULT = "result"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that was written, given, tested, ordered or received; `what` is a code or a text."""

    id: UUID
    kind: ItemKind
    visit: UUID | None
    on: DateRange
    entered_at: datetime
    revision: int
    what: str
    detail: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True)
class TimelineVisit:
    """A visit with its place, types and items; `visit` is None for what was done outside one."""

    visit: UUID | None
    on: date
    place: str
    state: VisitState | None
    types: tuple[FollowUpType, ...]
    revision: int
    items: tuple[Item, ...] = field(default_factory=tuple)


def timeline(connection: sa.Connection, patient: UUID) -> list[TimelineVisit]:
    """Everything of a person by visit, newest first; a fixed number of statements."""
    items: dict[UUID | None, list[Item]] = {}
    for item in _items(connection, patient):
        items.setdefault(item.visit, []).append(item)
    made = [
        TimelineVisit(
            visit=row.id,
            on=row.on,
            place=row.label,
            state=row.state,
            types=types,
            revision=row.revision,
            items=_ordered(items.pop(row.id, [])),
        )
        for row, types in _visits(connection, patient)
    ]
    made += _outside(items)
    return sorted(made, key=lambda one: (one.on, one.visit is not None), reverse=True)


def _visits(connection: sa.Connection, patient: UUID) -> Iterator[tuple[Any, tuple[FollowUpType, ...]]]:
    rows = connection.execute(_VISITS, {"patient": patient}).all()
    types = visit_rows.types_of_visits(connection, [row.id for row in rows])
    for row in rows:
        yield row, types.get(row.id, ())


def _items(connection: sa.Connection, patient: UUID) -> Iterator[Item]:
    for entry in journal.entries(connection, patient):
        yield Item(
            id=entry.id,
            kind=ItemKind.ENTRY,
            visit=entry.visit,
            on=DateRange.day(entry.on),
            entered_at=entry.entered_at,
            revision=entry.revision,
            what=entry.body,
            author=entry.author,
        )
    yield from _doses(connection, patient)
    yield from _rapid_tests(connection, patient)
    yield from _requests(connection, patient)
    yield from _results(connection, patient)


def _doses(connection: sa.Connection, patient: UUID) -> Iterator[Item]:
    for row in connection.execute(_DOSES, {"patient": patient}):
        on = DateRange(row.on_first, row.on_last)
        yield Item(row.id, ItemKind.DOSE, row.visit, on, row.entered_at, row.revision, row.product)


def _rapid_tests(connection: sa.Connection, patient: UUID) -> Iterator[Item]:
    for row in connection.execute(_RAPID_TESTS, {"patient": patient}):
        result: RapidResult = row.result
        on = DateRange.day(row.on)
        yield Item(
            row.id, ItemKind.RAPID_TEST, row.visit, on, row.entered_at, row.revision, row.test, result.value
        )


def _requests(connection: sa.Connection, patient: UUID) -> Iterator[Item]:
    states: dict[UUID, list[LineState]] = {}
    for row in connection.execute(_LINES, {"patient": patient}):
        states.setdefault(row.request, []).append(row.state)
    for row in connection.execute(_REQUESTS, {"patient": patient}):
        state = least_advanced(states.get(row.id, []))
        on = DateRange.day(row.on)
        yield Item(
            row.id, ItemKind.REQUEST, row.visit, on, row.entered_at, row.revision, row.number, state.value
        )


def _results(connection: sa.Connection, patient: UUID) -> Iterator[Item]:
    for row in connection.execute(_RESULTS, {"patient": patient}):
        on = DateRange(row.on_first, row.on_last)
        shown = row.value or f"{row.comparator}{row.number} {row.unit}".strip()
        yield Item(row.id, ItemKind.RESULT, row.visit, on, row.entered_at, row.revision, row.test, shown)


def _ordered(items: list[Item]) -> tuple[Item, ...]:
    return tuple(sorted(items, key=lambda item: (item.on.first, item.entered_at, item.id)))


def _outside(items: dict[UUID | None, list[Item]]) -> Iterator[TimelineVisit]:
    """What belongs to no visit of the person, a line a day."""
    days: dict[date, list[Item]] = {}
    for left in items.values():
        for item in left:
            days.setdefault(item.on.last, []).append(item)
    for on, found in days.items():
        yield TimelineVisit(None, on, "", None, (), 0, _ordered(found))
