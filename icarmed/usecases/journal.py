"""The journal: drafts written as one types, entries that are corrected and never erased."""

from dataclasses import dataclass
from uuid import UUID

from icarmed.db import journal, visits
from icarmed.db.journal import Draft
from icarmed.domain.findings import Finding, Refused
from icarmed.security.roles import Right
from icarmed.usecases import board
from icarmed.usecases.acts import day_of_act
from icarmed.usecases.story import Desk, Outcome, Topic

CHANGED = frozenset({Topic.JOURNAL})


@dataclass(frozen=True, slots=True)
class SaveDraft:
    """What was typed so far; `from_revision` 0 begins a draft."""

    patient: UUID
    visit: UUID | None
    body: str
    from_revision: int
    form: str = board.JOURNAL


@dataclass(frozen=True, slots=True)
class WriteEntry:
    """A draft becomes an entry (Ctrl+Enter)."""

    patient: UUID
    visit: UUID | None
    body: str


def my_draft(desk: Desk, patient: UUID, visit: UUID | None, form: str = board.JOURNAL) -> Draft | None:
    """The actor's own draft for that person and visit."""
    desk.need(Right.WRITE_JOURNAL)
    with desk.reading() as connection:
        return journal.draft(connection, desk.actor.account, patient, visit, form)


def my_drafts(desk: Desk) -> list[Draft]:
    """Every draft of the actor that is not yet an entry."""
    desk.need(Right.WRITE_JOURNAL)
    with desk.reading() as connection:
        return journal.drafts_of(connection, desk.actor.account)


def save_draft(desk: Desk, order: SaveDraft) -> Outcome[int]:
    """Keeps what was typed; nothing but the draft changes. Raises ChangedMeanwhile, both texts kept."""
    desk.need(Right.WRITE_JOURNAL)
    with desk.writing() as writing:
        key = {
            "author": desk.actor.account,
            "patient": order.patient,
            "visit": order.visit,
            "form": order.form,
            "begun_on": day_of_act(desk, writing.connection, order.patient, order.visit),
        }
        revision = journal.save_draft(writing, key, order.body, order.from_revision)
    return Outcome(revision)


def write_entry(desk: Desk, order: WriteEntry) -> Outcome[UUID]:
    """An entry of the day its draft was begun; the draft ends."""
    desk.need(Right.WRITE_JOURNAL)
    if not order.body.strip():
        raise Refused(Finding("entry_empty"))
    author = desk.actor.account
    with desk.writing() as writing:
        day = day_of_act(desk, writing.connection, order.patient, order.visit)
        draft = journal.draft(writing.connection, author, order.patient, order.visit, board.JOURNAL)
        on = draft.begun_on if draft else day
        entry = journal.add_entry(writing, order.patient, order.visit, on, order.body)
        journal.drop_draft(writing, author, order.patient, order.visit, board.JOURNAL)
        visits.derive_types_again(writing, order.visit)
    return Outcome(entry, CHANGED)


def correct_entry(desk: Desk, entry: UUID, from_revision: int, body: str, reason: str) -> Outcome[int]:
    """Another text for one's own entry; the former stays readable."""
    desk.need(Right.WRITE_JOURNAL)
    if not body.strip():
        raise Refused(Finding("entry_empty"))
    with desk.writing() as writing:
        _own(desk, journal.entry_author(writing.connection, entry))
        revision = journal.correct_entry(writing, entry, from_revision, body, reason)
    return Outcome(revision, CHANGED)


def void_entry(desk: Desk, entry: UUID, visit: UUID | None, from_revision: int, reason: str) -> Outcome[None]:
    """Takes back one's own entry that should not exist, such as one in the wrong file."""
    desk.need(Right.WRITE_JOURNAL)
    if not reason.strip():
        raise Refused(Finding("reason_needed"))
    with desk.writing() as writing:
        _own(desk, journal.entry_author(writing.connection, entry))
        journal.void_entry(writing, entry, from_revision, reason)
        visits.derive_types_again(writing, visit)
    return Outcome(None, CHANGED)


def _own(desk: Desk, author: UUID | None) -> None:
    if author != desk.actor.account:
        raise Refused(Finding("not_your_entry"))
