"""The journal: entries of visits, and drafts that only their author sees."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from icarmed.db.errors import ChangedMeanwhile
from icarmed.db.schema.office import accounts
from icarmed.db.schema.permanence import drafts, journal_entries, visits
from icarmed.db.writing import Writing


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; `visit` is None when it was written outside one."""

    id: UUID
    visit: UUID | None
    on: date
    body: str
    author: str
    entered_at: datetime
    revision: int


@dataclass(frozen=True, slots=True)
class Draft:
    """What its author has typed so far, with the day it was begun."""

    id: UUID
    patient: UUID
    visit: UUID | None
    form: str
    body: str
    begun_on: date
    revision: int


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """Someone's unsaved draft, named without its text."""

    author: str
    form: str


def entries(connection: sa.Connection, patient: UUID) -> list[Entry]:
    """A person's entries, newest day first."""
    rows = connection.execute(
        sa.select(journal_entries, accounts.c.shown_name)
        .join(accounts, journal_entries.c.entered_by == accounts.c.id, isouter=True)
        .where(journal_entries.c.patient == patient, journal_entries.c.voided.is_(False))
        .order_by(journal_entries.c.on.desc(), journal_entries.c.entered_at.desc(), journal_entries.c.id)
    )
    return [
        Entry(row.id, row.visit, row.on, row.body, row.shown_name or "", row.entered_at, row.revision)
        for row in rows
    ]


def entry_author(connection: sa.Connection, identity: UUID) -> UUID | None:
    """Who wrote an entry."""
    return connection.execute(
        sa.select(journal_entries.c.entered_by).where(journal_entries.c.id == identity)
    ).scalar_one_or_none()


def add_entry(writing: Writing, patient: UUID, visit: UUID | None, on: date, body: str) -> UUID:
    """A new entry of the day `on`."""
    return writing.add(journal_entries, {"patient": patient, "visit": visit, "on": on, "body": body})


def correct_entry(writing: Writing, identity: UUID, from_revision: int, body: str, reason: str) -> int:
    """Another text; the former stays in the history."""
    return writing.correct(journal_entries, identity, from_revision, {"body": body}, reason)


def void_entry(writing: Writing, identity: UUID, from_revision: int, reason: str) -> int:
    """Takes back an entry that should not exist."""
    return writing.void(journal_entries, identity, from_revision, reason)


def draft(
    connection: sa.Connection, author: UUID, patient: UUID, visit: UUID | None, form: str
) -> Draft | None:
    """The author's draft for that person, visit and form."""
    row = connection.execute(drafts.select().where(_mine(author, patient, visit, form))).one_or_none()
    return None if row is None else _draft(row)


def drafts_of(connection: sa.Connection, author: UUID) -> list[Draft]:
    """Every draft of one author, oldest first."""
    rows = connection.execute(drafts.select().where(drafts.c.author == author).order_by(drafts.c.written_at))
    return [_draft(row) for row in rows]


def open_drafts(connection: sa.Connection, session: UUID) -> list[OpenDraft]:
    """Whose drafts are still open for visits of a session."""
    rows = connection.execute(
        sa.select(accounts.c.shown_name, drafts.c.form)
        .join(accounts, drafts.c.author == accounts.c.id)
        .join(visits, drafts.c.visit == visits.c.id)
        .where(visits.c.session == session)
        .order_by(accounts.c.shown_name, drafts.c.form)
    )
    return [OpenDraft(row.shown_name, row.form) for row in rows]


def save_draft(writing: Writing, key: Mapping[str, Any], body: str, from_revision: int) -> int:
    """Writes a draft; `from_revision` 0 begins it. Raises ChangedMeanwhile if another window wrote since.

    `key` has `author`, `patient`, `visit`, `form` and `begun_on`. Outside audit and history.
    """
    mine = _mine(key["author"], key["patient"], key["visit"], key["form"])
    stored = writing.connection.execute(sa.select(drafts.c.revision).where(mine)).scalar_one_or_none()
    if (stored or 0) != from_revision:
        raise ChangedMeanwhile("drafts", stored)
    if stored is None:
        row = dict(key) | {"id": writing.new_id(), "body": body, "revision": 1, "written_at": writing.at}
        writing.connection.execute(drafts.insert(), [row])
    else:
        writing.connection.execute(
            drafts.update().where(mine).values(body=body, revision=stored + 1, written_at=writing.at)
        )
    return from_revision + 1


def drop_draft(writing: Writing, author: UUID, patient: UUID, visit: UUID | None, form: str) -> None:
    """Ends a draft that became an entry or was emptied."""
    writing.connection.execute(drafts.delete().where(_mine(author, patient, visit, form)))


def _mine(author: UUID, patient: UUID, visit: UUID | None, form: str) -> sa.ColumnElement[bool]:
    same_visit = drafts.c.visit.is_(None) if visit is None else drafts.c.visit == visit
    return sa.and_(drafts.c.author == author, drafts.c.patient == patient, same_visit, drafts.c.form == form)


def _draft(row: Any) -> Draft:
    return Draft(row.id, row.patient, row.visit, row.form, row.body, row.begun_on, row.revision)
