"""Rapid tests: one row a device and test, with what was first read when it was corrected."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from icarmed.db.schema.medical import rapid_tests
from icarmed.db.schema.office import accounts, history, kit_lots
from icarmed.db.writing import Writing
from icarmed.domain.rapid_tests import RapidResult, Reading, TestLine, TimesNoted


@dataclass(frozen=True, slots=True)
class RapidTestRow:
    """One device as it stands now; `first_result` is what was read before the first correction, if any."""

    id: UUID
    patient: UUID
    visit: UUID | None
    on: date
    test: str
    kit_lot: UUID | None
    kit: str
    lot: str
    expires_on: date | None
    times: TimesNoted
    started_at: datetime | None
    read_at: datetime | None
    control_line: bool
    test_line: TestLine
    result: RapidResult
    operator: str
    override_reason: str
    entered_at: datetime
    revision: int
    first_result: RapidResult | None

    @property
    def reading(self) -> Reading:
        """What was seen on the device, and when."""
        return Reading(self.control_line, self.test_line, self.started_at, self.read_at)


def of_patient(connection: sa.Connection, patient: UUID) -> list[RapidTestRow]:
    """A person's rapid tests, newest day first; one statement."""
    return _rows(connection, rapid_tests.c.patient == patient)


def rapid_test(connection: sa.Connection, identity: UUID) -> RapidTestRow | None:
    """The one of that id, unless it was voided."""
    return next(iter(_rows(connection, rapid_tests.c.id == identity)), None)


def read_before(
    connection: sa.Connection, patient: UUID, test: str, kit_lot: UUID, started_at: datetime
) -> UUID | None:
    """The entry that already holds the result of that device: same person, test and lot, started at once."""
    return connection.execute(
        sa.select(rapid_tests.c.id).where(
            rapid_tests.c.patient == patient,
            rapid_tests.c.test == test,
            rapid_tests.c.kit_lot == kit_lot,
            rapid_tests.c.started_at == started_at,
            rapid_tests.c.voided.is_(False),
        )
    ).scalar()


def add(writing: Writing, values: Mapping[str, Any]) -> UUID:
    """A device that was read."""
    return writing.add(rapid_tests, values)


def correct(
    writing: Writing, identity: UUID, from_revision: int, values: Mapping[str, Any], reason: str
) -> int:
    """Corrects a typing error; what was first entered stays in the history."""
    return writing.correct(rapid_tests, identity, from_revision, values, reason)


def void(writing: Writing, identity: UUID, from_revision: int, reason: str) -> int:
    """Takes back an entry that should not exist."""
    return writing.void(rapid_tests, identity, from_revision, reason)


def _rows(connection: sa.Connection, which: sa.ColumnElement[bool]) -> list[RapidTestRow]:
    first = sa.and_(
        history.c.table == rapid_tests.name, history.c.row == rapid_tests.c.id, history.c.revision == 1
    )
    rows = connection.execute(
        sa.select(
            rapid_tests,
            kit_lots.c.kit,
            kit_lots.c.lot,
            kit_lots.c.expires_on,
            accounts.c.shown_name,
            history.c.content,
        )
        .join(kit_lots, rapid_tests.c.kit_lot == kit_lots.c.id, isouter=True)
        .join(accounts, rapid_tests.c.operator == accounts.c.id)
        .join(history, first, isouter=True)
        .where(which, rapid_tests.c.voided.is_(False))
        .order_by(rapid_tests.c.on.desc(), rapid_tests.c.entered_at.desc(), rapid_tests.c.id)
    )
    return [_row(row) for row in rows]


def _row(row: Any) -> RapidTestRow:
    return RapidTestRow(
        id=row.id,
        patient=row.patient,
        visit=row.visit,
        on=row.on,
        test=row.test,
        kit_lot=row.kit_lot,
        kit=row.kit or "",
        lot=row.lot or "",
        expires_on=row.expires_on,
        times=row.times,
        started_at=row.started_at,
        read_at=row.read_at,
        control_line=row.control_line,
        test_line=row.test_line,
        result=row.result,
        operator=row.shown_name,
        override_reason=row.override_reason,
        entered_at=row.entered_at,
        revision=row.revision,
        first_result=None if row.content is None else RapidResult(json.loads(row.content)["result"]),
    )
