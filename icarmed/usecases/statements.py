"""Dated words about vaccination: proposed, declined, contraindicated, never vaccinated, cleared."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from icarmed.db import people, vaccination
from icarmed.domain.findings import Finding, Refused
from icarmed.domain.vaccination_acts import StatementKind
from icarmed.security.roles import Right
from icarmed.usecases import reminders
from icarmed.usecases.story import Desk, Outcome, Topic

CHANGED = frozenset({Topic.DOSES, Topic.REMINDERS, Topic.BOARD})
# Only a doctor may say these.
DOCTORS_WORD = {
    StatementKind.CONTRAINDICATED: Right.RECORD_CONTRAINDICATION,
    StatementKind.CLEARED: Right.DECIDE,
}
NEEDS_REASON = frozenset({StatementKind.CONTRAINDICATED, StatementKind.CLEARED})


@dataclass(frozen=True, slots=True)
class RecordStatement:
    """A word said on a day; `until` when it is known to end."""

    patient: UUID
    kind: StatementKind
    on: date
    until: date | None = None
    reason: str = ""


def record_statement(desk: Desk, order: RecordStatement) -> Outcome[UUID]:
    """Records what the person said, or the doctor decided, about vaccination."""
    desk.need(Right.RECORD_DOSE)
    if order.kind in DOCTORS_WORD:
        desk.need(DOCTORS_WORD[order.kind])
    if order.kind in NEEDS_REASON and not order.reason.strip():
        raise Refused(Finding("reason_needed"))
    if order.on > desk.today:
        raise Refused(Finding("day_in_future", {"day": order.on}))
    if order.until is not None and order.until < order.on:
        raise Refused(Finding("end_before_start", {"day": order.until}))
    with desk.writing() as writing:
        if people.patient(writing.connection, order.patient) is None:
            raise Refused(Finding("no_such_person"))
        values = {
            "kind": order.kind,
            "on": order.on,
            "until": order.until,
            "reason": order.reason.strip(),
        }
        statement = vaccination.add_statement(writing, order.patient, values)
        reminders.refresh_due(writing, order.patient)
    return Outcome(statement, CHANGED)


def void_statement(
    desk: Desk, patient: UUID, statement: UUID, from_revision: int, reason: str
) -> Outcome[None]:
    """Takes back a word that was a mistake."""
    desk.need(Right.RECORD_DOSE)
    if not reason.strip():
        raise Refused(Finding("reason_needed"))
    with desk.writing() as writing:
        known = next(
            (one for one in vaccination.statements_of(writing.connection, patient) if one.id == statement),
            None,
        )
        if known is None:
            raise Refused(Finding("no_such_statement"))
        if known.kind in DOCTORS_WORD:
            desk.need(DOCTORS_WORD[known.kind])
        vaccination.void_statement(writing, statement, from_revision, reason)
        reminders.refresh_due(writing, patient)
    return Outcome(None, CHANGED)
