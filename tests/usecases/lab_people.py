"""People and visits for tests of the laboratory, and what was written about an entry."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from icarmed.db import visits
from icarmed.db.schema.medical import lines, specimens
from icarmed.db.schema.office import audit, history
from icarmed.db.schema.permanence import patient_names, sessions
from icarmed.domain.findings import Refused
from icarmed.domain.lab_requests import LineState, SpecimenState
from icarmed.domain.people import NameKind
from icarmed.usecases.people import Person, RegisterPerson, register
from icarmed.usecases.story import Desk
from tests.support.office import THURSDAY, Office


def person(office: Office, name: str = "Nadia", about: Person | None = None) -> UUID:
    """Someone who is known here."""
    return register(office.doctor, RegisterPerson(name, about or Person())).value


def civil_name(office: Office, patient: UUID, name: str) -> None:
    """A civil name of that person."""
    with office.doctor.writing() as writing:
        writing.add(patient_names, {"patient": patient, "kind": NameKind.CIVIL, "name": name, "shown": False})


def session_of(office: Office, on: date = THURSDAY, place: str = "liege") -> UUID:
    """An open session of that day."""
    with office.doctor.writing() as writing:
        opened = datetime(on.year, on.month, on.day, 13, tzinfo=UTC)
        values = {"place": office.places[place], "on": on, "opened_at": opened}
        return writing.add(sessions, values)


def visit_of(office: Office, patient: UUID, session: UUID, on: date = THURSDAY) -> UUID:
    """That person's visit in a session."""
    with office.doctor.writing() as writing:
        return visits.add(writing, session, patient, on)


def acts(desk: Desk, row: UUID) -> list[tuple[str, int | None]]:
    """The audit rows of one entry: act and revision, in order."""
    with desk.reading() as connection:
        found = connection.execute(
            sa.select(audit.c.act, audit.c.revision).where(audit.c.row == row).order_by(audit.c.seq)
        )
        return [(one.act, one.revision) for one in found]


def former(desk: Desk, row: UUID) -> list[tuple[str, dict[str, Any]]]:
    """What stood in an entry before each change, with the reason of the change."""
    with desk.reading() as connection:
        found = connection.execute(
            sa.select(history.c.reason, history.c.content)
            .where(history.c.row == row)
            .order_by(history.c.revision)
        )
        return [(one.reason, json.loads(one.content)) for one in found]


def chain(desk: Desk) -> list[tuple[SpecimenState, str, LineState, str]]:
    """Every line of the data base with its specimen: states and reasons of their ends."""
    with desk.reading() as connection:
        found = connection.execute(
            sa.select(
                specimens.c.state,
                specimens.c.end_reason,
                lines.c.state.label("line"),
                lines.c.end_reason.label("line_reason"),
            ).join(lines, lines.c.specimen == specimens.c.id)
        )
        return [(one.state, one.end_reason, one.line, one.line_reason) for one in found]


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    """The codes of what stood against it."""
    return [finding.code for finding in refused.value.findings]


@contextmanager
def refusal(*expected: str) -> Iterator[None]:
    """What is asked within is refused with exactly these findings."""
    with pytest.raises(Refused) as refused:
        yield
    assert codes(refused) == list(expected)


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements sent to any data base meanwhile, without the beginnings of transactions."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement not in {"BEGIN", "BEGIN IMMEDIATE"}:
            sent.append(statement)

    sa.event.listen(sa.Engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", note)
