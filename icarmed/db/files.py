"""What a person's page reads besides the journal: former texts, who wrote what, what was printed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from icarmed.db.schema.medical import requests
from icarmed.db.schema.office import accounts, audit, history
from icarmed.db.schema.permanence import journal_entries


@dataclass(frozen=True, slots=True)
class Former:
    """What stood in an entry before it was corrected: until when, by whom it was changed, and why."""

    revision: int
    body: str
    changed_at: datetime
    changed_by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Printed:
    """One printing for a person: the kind of paper as it was noted, and the request of a slip."""

    at: datetime
    by: str
    kind: str
    request: UUID | None
    number: str


def own_entries(connection: sa.Connection, patient: UUID, author: UUID) -> frozenset[UUID]:
    """The journal entries of a person that one author wrote."""
    entries = journal_entries.c
    rows = connection.execute(
        sa.select(entries.id).where(
            entries.patient == patient, entries.entered_by == author, entries.voided.is_(False)
        )
    )
    return frozenset(row.id for row in rows)


def former_texts(connection: sa.Connection, patient: UUID, entry: UUID) -> list[Former]:
    """What a journal entry of that person said before each correction, newest first."""
    rows = connection.execute(
        sa.select(history, accounts.c.shown_name)
        .join(accounts, history.c.author == accounts.c.id, isouter=True)
        .join(journal_entries, journal_entries.c.id == history.c.row)
        .where(
            history.c.table == journal_entries.name,
            history.c.row == entry,
            journal_entries.c.patient == patient,
        )
        .order_by(history.c.revision.desc())
    )
    return [
        Former(row.revision, _content(row.content)["body"], row.at, row.shown_name or "", row.reason)
        for row in rows
    ]


def printed(connection: sa.Connection, patient: UUID) -> list[Printed]:
    """Every paper that was printed for a person, newest first."""
    asked = sa.select(requests.c.id).where(requests.c.patient == patient)
    rows = connection.execute(
        sa.select(
            audit.c.at,
            audit.c.purpose,
            accounts.c.shown_name,
            requests.c.id.label("request"),
            requests.c.number,
        )
        .select_from(
            audit.outerjoin(accounts, audit.c.account == accounts.c.id).outerjoin(
                requests, sa.and_(audit.c.table == requests.name, audit.c.row == requests.c.id)
            )
        )
        .where(audit.c.act == "print", sa.or_(audit.c.row == patient, audit.c.row.in_(asked)))
        .order_by(audit.c.seq.desc())
    )
    return [Printed(row.at, row.shown_name or "", row.purpose, row.request, row.number or "") for row in rows]


def _content(stored: str) -> Mapping[str, Any]:
    content: Mapping[str, Any] = json.loads(stored)
    return content
