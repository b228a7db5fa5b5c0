"""Doses, courses and statements about vaccination."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from icarmed.db.schema.medical import courses, doses, statements
from icarmed.db.schema.office import accounts, vaccine_lots
from icarmed.db.writing import Writing
from icarmed.domain.dates import DateRange
from icarmed.domain.vaccination_acts import BodySite, StatementKind


@dataclass(frozen=True, slots=True)
class DoseRow:
    """A dose as recorded; `lot` is that of the stock or the one on a foreign card."""

    id: UUID
    visit: UUID | None
    course: UUID
    on: DateRange
    product: str
    lot: str
    site: BodySite | None
    declared: bool
    sub_standard: bool
    place: str
    override_reason: str
    done_by: str
    revision: int


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A dated word about vaccination."""

    id: UUID
    kind: StatementKind
    on: date
    until: date | None
    reason: str
    revision: int


@dataclass(frozen=True, slots=True)
class CourseRow:
    """A course that was opened."""

    id: UUID
    number: int
    plan: str


def doses_of(connection: sa.Connection, patient: UUID) -> list[DoseRow]:
    """A person's doses by day."""
    rows = connection.execute(
        sa.select(doses, vaccine_lots.c.lot.label("stock_lot"), accounts.c.shown_name)
        .join(vaccine_lots, doses.c.vaccine_lot == vaccine_lots.c.id, isouter=True)
        .join(accounts, doses.c.done_by == accounts.c.id, isouter=True)
        .where(doses.c.patient == patient, doses.c.voided.is_(False))
        .order_by(doses.c.on_first, doses.c.entered_at, doses.c.id)
    )
    return [_dose(row) for row in rows]


def dose(connection: sa.Connection, patient: UUID, identity: UUID) -> DoseRow | None:
    """One dose of a person."""
    return next((one for one in doses_of(connection, patient) if one.id == identity), None)


def courses_of(connection: sa.Connection, patient: UUID) -> list[CourseRow]:
    """The courses of a person, first one first."""
    rows = connection.execute(
        courses.select()
        .where(courses.c.patient == patient, courses.c.voided.is_(False))
        .order_by(courses.c.number)
    )
    return [CourseRow(row.id, row.number, row.plan) for row in rows]


def statements_of(connection: sa.Connection, patient: UUID) -> list[StatementRow]:
    """What was said about vaccination, newest first."""
    rows = connection.execute(
        statements.select()
        .where(statements.c.patient == patient, statements.c.voided.is_(False))
        .order_by(statements.c.on.desc(), statements.c.entered_at.desc())
    )
    return [StatementRow(row.id, row.kind, row.on, row.until, row.reason, row.revision) for row in rows]


def open_course(writing: Writing, patient: UUID, plan: str, on: date, reason: str = "") -> UUID:
    """A new course, numbered after those there are."""
    number = len(courses_of(writing.connection, patient)) + 1
    values = {"patient": patient, "plan": plan, "number": number, "opened_on": on, "reason": reason}
    return writing.add(courses, values)


def add_dose(writing: Writing, patient: UUID, course: UUID, on: DateRange, values: Mapping[str, Any]) -> UUID:
    """A dose, given or told."""
    row = {"patient": patient, "course": course, "on_first": on.first, "on_last": on.last}
    return writing.add(doses, row | dict(values))


def correct_dose(
    writing: Writing, identity: UUID, from_revision: int, values: Mapping[str, Any], reason: str
) -> int:
    """Corrects a dose; everything that follows from it is right at once."""
    return writing.correct(doses, identity, from_revision, values, reason)


def void_dose(writing: Writing, identity: UUID, from_revision: int, reason: str) -> int:
    """Takes back a dose that was never given."""
    return writing.void(doses, identity, from_revision, reason)


def add_statement(writing: Writing, patient: UUID, values: Mapping[str, Any]) -> UUID:
    """A dated word: proposed, declined, contraindicated, never vaccinated, cleared."""
    return writing.add(statements, {"patient": patient, **values})


def void_statement(writing: Writing, identity: UUID, from_revision: int, reason: str) -> int:
    """Takes back a statement."""
    return writing.void(statements, identity, from_revision, reason)


def _dose(row: Any) -> DoseRow:
    return DoseRow(
        id=row.id,
        visit=row.visit,
        course=row.course,
        on=DateRange(row.on_first, row.on_last),
        product=row.product,
        lot=row.stock_lot or row.lot_text,
        site=row.site,
        declared=row.declared,
        sub_standard=row.sub_standard,
        place=row.place,
        override_reason=row.override_reason,
        done_by=row.shown_name or "",
        revision=row.revision,
    )
