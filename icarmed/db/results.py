"""Results of tests, each with the line of a request that it answers, if any."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from icarmed.db.schema.medical import lines, requests, results, specimens
from icarmed.db.writing import Writing
from icarmed.domain.dates import DateRange
from icarmed.domain.lab_requests import LineState, SpecimenState
from icarmed.domain.results import Value


@dataclass(frozen=True, slots=True)
class AnsweredLine:
    """The line that a result answers."""

    id: UUID
    revision: int
    state: LineState
    specimen: SpecimenState
    end_reason: str
    request: UUID
    number: str


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One result; `line` is None for one from elsewhere."""

    id: UUID
    patient: UUID
    test: str
    on: DateRange
    resulted_on: date
    value: str
    number: str | None
    comparator: str
    unit: str
    line: AnsweredLine | None
    revision: int

    @property
    def corrected(self) -> bool:
        """Whether something else stood here before."""
        return self.revision > 1


def of_patient(connection: sa.Connection, patient: UUID) -> list[ResultRow]:
    """A person's results, newest sample first; one statement."""
    return _rows(connection, results.c.patient == patient)


def result(connection: sa.Connection, identity: UUID) -> ResultRow | None:
    """The one of that id, unless it was voided."""
    return next(iter(_rows(connection, results.c.id == identity)), None)


def same(connection: sa.Connection, patient: UUID, test: str, on: DateRange) -> list[ResultRow]:
    """Results of a person for a test of that sampling day."""
    which = sa.and_(
        results.c.patient == patient,
        results.c.test == test,
        results.c.on_first == on.first,
        results.c.on_last == on.last,
    )
    return _rows(connection, which)


def value_columns(value: Value) -> dict[str, Any]:
    """The columns of a value."""
    return {
        "value": value.text,
        "number": None if value.number is None else str(value.number),
        "comparator": value.comparator,
        "unit": value.unit,
    }


def day_columns(on: DateRange) -> dict[str, Any]:
    """The columns of the day the sample was taken."""
    return {"on_first": on.first, "on_last": on.last}


def add(writing: Writing, values: Mapping[str, Any]) -> UUID:
    """A result that came."""
    return writing.add(results, values)


def correct(
    writing: Writing, identity: UUID, from_revision: int, values: Mapping[str, Any], reason: str
) -> int:
    """Corrects a result; the former stays in the history."""
    return writing.correct(results, identity, from_revision, values, reason)


def void(writing: Writing, identity: UUID, from_revision: int, reason: str) -> int:
    """Takes back a result that should not exist."""
    return writing.void(results, identity, from_revision, reason)


def _rows(connection: sa.Connection, which: sa.ColumnElement[bool]) -> list[ResultRow]:
    rows = connection.execute(
        sa.select(
            results,
            lines.c.revision.label("line_revision"),
            lines.c.state.label("line_state"),
            specimens.c.state.label("specimen_state"),
            specimens.c.end_reason.label("specimen_end_reason"),
            requests.c.id.label("request"),
            requests.c.number.label("request_number"),
        )
        .join(lines, results.c.line == lines.c.id, isouter=True)
        .join(specimens, lines.c.specimen == specimens.c.id, isouter=True)
        .join(requests, specimens.c.request == requests.c.id, isouter=True)
        .where(which, results.c.voided.is_(False))
        .order_by(results.c.on_first.desc(), results.c.entered_at.desc(), results.c.id)
    )
    return [_row(row) for row in rows]


def _row(row: Any) -> ResultRow:
    answered = None
    if row.line is not None:
        answered = AnsweredLine(
            id=row.line,
            revision=row.line_revision,
            state=row.line_state,
            specimen=row.specimen_state,
            end_reason=row.specimen_end_reason,
            request=row.request,
            number=row.request_number,
        )
    return ResultRow(
        id=row.id,
        patient=row.patient,
        test=row.test,
        on=DateRange(row.on_first, row.on_last),
        resulted_on=row.resulted_on,
        value=row.value,
        number=row.number,
        comparator=row.comparator,
        unit=row.unit,
        line=answered,
        revision=row.revision,
    )
