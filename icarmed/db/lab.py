"""Requests to the laboratory, their specimens and lines: writing them, and one request whole."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from random import Random
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from icarmed.db.schema.medical import lines, requests, specimens
from icarmed.db.schema.office import accounts, history
from icarmed.db.schema.permanence import patients, visits
from icarmed.db.writing import Writing
from icarmed.domain.analyses import NeededTube
from icarmed.domain.codes import new_request_number
from icarmed.domain.lab_requests import (
    LineState,
    Payer,
    SpecimenState,
    Stage,
    least_advanced,
    least_stage,
    received,
    stage,
)

TABLE = requests


@dataclass(frozen=True, slots=True)
class Line:
    """One test of a specimen."""

    id: UUID
    test: str
    state: LineState
    end_reason: str
    revision: int


@dataclass(frozen=True, slots=True)
class Specimen:
    """One tube or swab with its tests, in the order of their codes."""

    id: UUID
    tube_index: int
    specimen: str
    tube: str
    site: str
    state: SpecimenState
    taken_on: date | None
    taken_at: datetime | None
    taken_by: str
    end_reason: str
    revision: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Request:
    """A whole request; `code` is the person's, `standing_order` set when a nurse ordered under one."""

    id: UUID
    number: str
    patient: UUID
    code: str
    visit: UUID | None
    on: date
    panel: str
    urgent: bool
    named: bool
    payer: Payer
    clinical_data: str
    ordered_by: UUID
    standing_order: UUID | None
    signed_at: datetime | None
    cancel_reason: str
    revision: int
    specimens: tuple[Specimen, ...]

    @property
    def cancelled(self) -> bool:
        """Whether it was called off."""
        return self.cancel_reason != ""

    @property
    def to_sign(self) -> bool:
        """Whether a doctor has still to sign it."""
        return self.signed_at is None and not self.cancelled

    @property
    def stage(self) -> Stage:
        """The stage of its least advanced test."""
        return least_stage([stage(tube.state, line.state) for tube in self.specimens for line in tube.lines])

    @property
    def line_state(self) -> LineState:
        """Its least advanced line."""
        return least_advanced(self._lines())

    @property
    def received(self) -> tuple[int, int]:
        """How many results came, out of how many tests that were not cancelled: "n of N"."""
        return received(self._lines())

    @property
    def tests(self) -> tuple[str, ...]:
        """Every test asked for."""
        return tuple(line.test for tube in self.specimens for line in tube.lines)

    def _lines(self) -> list[LineState]:
        return [line.state for tube in self.specimens for line in tube.lines]


def unused_number(connection: sa.Connection, rng: Random) -> str:
    """A request number that was never given before."""
    while True:
        number = new_request_number(rng)
        taken = sa.select(requests.c.id).where(requests.c.number == number)
        if connection.execute(taken).first() is None:
            return number


def add(
    writing: Writing,
    values: Mapping[str, Any],
    tubes: Sequence[NeededTube],
    taken: Mapping[str, Any],
    sites: Mapping[str, str],
) -> UUID:
    """A request, its specimens and one line a test; `taken` holds state and sampling of every specimen."""
    request = writing.add(requests, values)
    made = writing.add_many(
        specimens,
        [
            {
                "request": request,
                "tube_index": index,
                "specimen": tube.specimen.value,
                "tube": tube.tube.value,
                "site": sites.get(tube.specimen.value, ""),
                **taken,
            }
            for index, tube in enumerate(tubes, start=1)
        ],
    )
    asked = [
        {"specimen": specimen, "patient": values["patient"], "test": test, "state": LineState.WAITING}
        for specimen, tube in zip(made, tubes, strict=True)
        for test in tube.analyses
    ]
    writing.add_many(lines, asked)
    return request


def change(
    writing: Writing, identity: UUID, from_revision: int, values: Mapping[str, Any], reason: str = ""
) -> int:
    """Signs, cancels or corrects a request."""
    return writing.correct(requests, identity, from_revision, values, reason)


def move_specimen(
    writing: Writing, identity: UUID, from_revision: int, values: Mapping[str, Any], reason: str
) -> int:
    """Gives a specimen another state."""
    return writing.correct(specimens, identity, from_revision, values, reason)


def specimen_before(connection: sa.Connection, identity: UUID, revision: int) -> dict[str, Any] | None:
    """Where a specimen was and when it was taken, as it stood at a former revision."""
    content = connection.execute(
        sa.select(history.c.content).where(
            history.c.table == specimens.name, history.c.row == identity, history.c.revision == revision
        )
    ).scalar_one_or_none()
    if content is None:
        return None
    row = json.loads(content)
    return {
        "state": SpecimenState(row["state"]),
        "end_reason": row["end_reason"],
        "taken_on": row["taken_on"] and date.fromisoformat(row["taken_on"]),
        "taken_at": row["taken_at"] and datetime.fromisoformat(row["taken_at"]),
        "taken_by": row["taken_by"] and UUID(row["taken_by"]),
    }


def move_line(
    writing: Writing, identity: UUID, from_revision: int, state: LineState, reason: str = ""
) -> int:
    """Gives a line another state; the reason stays on it when that state is an end without a result."""
    end_reason = reason if state is LineState.CANCELLED else ""
    return writing.correct(lines, identity, from_revision, {"state": state, "end_reason": end_reason}, reason)


def request(connection: sa.Connection, identity: UUID) -> Request | None:
    """The request of that id; two statements."""
    return next(iter(_requests(connection, requests.c.id == identity)), None)


def request_numbered(connection: sa.Connection, number: str) -> Request | None:
    """The request of that number."""
    return next(iter(_requests(connection, requests.c.number == number)), None)


def request_of_specimen(connection: sa.Connection, specimen: UUID) -> Request | None:
    """The request that a specimen belongs to."""
    owner = sa.select(specimens.c.request).where(specimens.c.id == specimen).scalar_subquery()
    return next(iter(_requests(connection, requests.c.id == owner)), None)


def requests_of(connection: sa.Connection, patient: UUID) -> list[Request]:
    """A person's requests, newest first; two statements."""
    return _requests(connection, requests.c.patient == patient)


def unbagged_of(connection: sa.Connection, session: UUID) -> int:
    """How many requests of a session have a specimen that was taken and is in no bag."""
    return len(unbagged(connection, session))


def unbagged(connection: sa.Connection, session: UUID) -> list[Request]:
    """Requests of a session with a specimen that was taken, is waited for, and is in no bag."""
    loose = (
        sa.select(specimens.c.request)
        .join(lines, lines.c.specimen == specimens.c.id)
        .where(specimens.c.state == SpecimenState.TAKEN, lines.c.state == LineState.WAITING)
    )
    here = sa.select(visits.c.id).where(visits.c.session == session, visits.c.voided.is_(False))
    which = sa.and_(requests.c.visit.in_(here), requests.c.id.in_(loose), requests.c.cancel_reason == "")
    return _requests(connection, which)


def _requests(connection: sa.Connection, which: sa.ColumnElement[bool]) -> list[Request]:
    chosen = sa.and_(requests.c.voided.is_(False), which)
    rows = connection.execute(
        sa.select(requests, patients.c.code)
        .join(patients, requests.c.patient == patients.c.id)
        .where(chosen)
        .order_by(requests.c.on.desc(), requests.c.entered_at.desc(), requests.c.id)
    ).all()
    parts = connection.execute(
        sa.select(
            specimens,
            accounts.c.shown_name,
            lines.c.id.label("line"),
            lines.c.test,
            lines.c.state.label("line_state"),
            lines.c.end_reason.label("line_end_reason"),
            lines.c.revision.label("line_revision"),
        )
        .join(requests, specimens.c.request == requests.c.id)
        .join(lines, lines.c.specimen == specimens.c.id)
        .join(accounts, specimens.c.taken_by == accounts.c.id, isouter=True)
        .where(chosen, specimens.c.voided.is_(False), lines.c.voided.is_(False))
        .order_by(specimens.c.tube_index, lines.c.test)
    )
    tubes: dict[UUID, dict[UUID, list[Any]]] = {}
    for part in parts:
        tubes.setdefault(part.request, {}).setdefault(part.id, []).append(part)
    return [_request(row, tubes.get(row.id, {}).values()) for row in rows]


def _request(row: Any, tubes: Iterable[Sequence[Any]]) -> Request:
    return Request(
        id=row.id,
        number=row.number,
        patient=row.patient,
        code=row.code,
        visit=row.visit,
        on=row.on,
        panel=row.panel,
        urgent=row.urgent,
        named=row.named,
        payer=row.payer,
        clinical_data=row.clinical_data,
        ordered_by=row.ordered_by,
        standing_order=row.standing_order,
        signed_at=row.signed_at,
        cancel_reason=row.cancel_reason,
        revision=row.revision,
        specimens=tuple(_specimen(parts) for parts in tubes),
    )


def _specimen(parts: Sequence[Any]) -> Specimen:
    head = parts[0]
    return Specimen(
        id=head.id,
        tube_index=head.tube_index,
        specimen=head.specimen,
        tube=head.tube,
        site=head.site,
        state=head.state,
        taken_on=head.taken_on,
        taken_at=head.taken_at,
        taken_by=head.shown_name or "",
        end_reason=head.end_reason,
        revision=head.revision,
        lines=tuple(
            Line(part.line, part.test, part.line_state, part.line_end_reason, part.line_revision)
            for part in parts
        ),
    )
