"""Lists of the laboratory: what is waited for, and what a doctor has still to sign."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from icarmed.db.schema.medical import lines, requests, specimens
from icarmed.db.schema.office import accounts
from icarmed.db.schema.permanence import patients
from icarmed.domain.lab_requests import LineState, SpecimenState


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """One test whose result has not come; `taken_on` is None until its specimen is taken."""

    id: UUID
    revision: int
    request: UUID
    number: str
    patient: UUID
    code: str
    test: str
    specimen: SpecimenState
    taken_on: date | None
    ordered_on: date

    @property
    def since(self) -> date:
        """The day it waits since."""
        return self.taken_on or self.ordered_on


@dataclass(frozen=True, slots=True)
class Unsigned:
    """One request that a nurse made under a standing order."""

    request: UUID
    revision: int
    number: str
    patient: UUID
    code: str
    on: date
    doctor: UUID
    doctor_name: str
    done_by: str
    tests: tuple[str, ...]


def waiting(connection: sa.Connection, *, patient: UUID | None = None, test: str = "") -> list[WaitingLine]:
    """Lines that wait for a result, longest first, those never taken by the day they were ordered."""
    since = sa.func.coalesce(specimens.c.taken_on, requests.c.on)
    statement = (
        sa.select(
            lines.c.id,
            lines.c.revision,
            lines.c.patient,
            lines.c.test,
            specimens.c.state,
            specimens.c.taken_on,
            requests.c.id.label("request"),
            requests.c.number,
            requests.c.on,
            patients.c.code,
        )
        .join(specimens, lines.c.specimen == specimens.c.id)
        .join(requests, specimens.c.request == requests.c.id)
        .join(patients, lines.c.patient == patients.c.id)
        .where(lines.c.state == LineState.WAITING, lines.c.voided.is_(False), requests.c.voided.is_(False))
        .order_by(since, requests.c.number, lines.c.test)
    )
    if patient is not None:
        statement = statement.where(lines.c.patient == patient)
    if test:
        statement = statement.where(lines.c.test == test)
    return [_waiting(row) for row in connection.execute(statement)]


def unsigned(connection: sa.Connection) -> list[Unsigned]:
    """Requests that nobody signed yet, oldest first; one statement."""
    doctor, nurse = accounts.alias("doctor"), accounts.alias("nurse")
    rows = connection.execute(
        sa.select(
            requests,
            patients.c.code,
            doctor.c.shown_name.label("doctor_name"),
            nurse.c.shown_name.label("nurse_name"),
            lines.c.test,
        )
        .join(patients, requests.c.patient == patients.c.id)
        .join(doctor, requests.c.ordered_by == doctor.c.id)
        .join(nurse, requests.c.done_by == nurse.c.id, isouter=True)
        .join(specimens, specimens.c.request == requests.c.id)
        .join(lines, lines.c.specimen == specimens.c.id)
        .where(requests.c.signed_at.is_(None), requests.c.cancel_reason == "", requests.c.voided.is_(False))
        .order_by(requests.c.on, requests.c.entered_at, requests.c.id, specimens.c.tube_index, lines.c.test)
    )
    grouped: dict[UUID, list[Any]] = {}
    for row in rows:
        grouped.setdefault(row.id, []).append(row)
    return [_unsigned(group) for group in grouped.values()]


def _unsigned(group: list[Any]) -> Unsigned:
    head = group[0]
    return Unsigned(
        request=head.id,
        revision=head.revision,
        number=head.number,
        patient=head.patient,
        code=head.code,
        on=head.on,
        doctor=head.ordered_by,
        doctor_name=head.doctor_name,
        done_by=head.nurse_name or "",
        tests=tuple(row.test for row in group),
    )


def _waiting(row: Any) -> WaitingLine:
    return WaitingLine(
        id=row.id,
        revision=row.revision,
        request=row.request,
        number=row.number,
        patient=row.patient,
        code=row.code,
        test=row.test,
        specimen=row.state,
        taken_on=row.taken_on,
        ordered_on=row.on,
    )
