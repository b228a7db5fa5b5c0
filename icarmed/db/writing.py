"""The one way to write: each change with its audit row, and what stood before in `history`."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa

from icarmed.db.errors import ChangedMeanwhile
from icarmed.db.schema import office
from icarmed.db.types import FORM

GENESIS = b"\x00" * 32
Values = Mapping[str, Any]
new_random_id: Callable[[], UUID] = uuid4


@dataclass(frozen=True, slots=True)
class AuditRow:
    """What the chain signs for: everything of a row but its hash."""

    seq: int
    at: datetime
    account: UUID | None
    act: str
    table: str | None
    row: UUID | None
    revision: int | None
    purpose: str

    def hash_after(self, previous: bytes) -> bytes:
        """SHA-256 of the previous hash and the canonical JSON of this row."""
        fields = [
            self.seq,
            self.at.strftime(FORM),
            _hex(self.account),
            self.act,
            self.table,
            _hex(self.row),
            self.revision,
            self.purpose,
        ]
        canonical = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(previous + canonical.encode()).digest()


def _hex(identity: UUID | None) -> str | None:
    return None if identity is None else identity.hex


class Writing:
    """One transaction in which `account` writes at the instant `at`."""

    def __init__(
        self, connection: sa.Connection, account: UUID | None, at: datetime, new_id: Callable[[], UUID]
    ) -> None:
        self.connection = connection
        self.account = account
        self.at = at
        self.new_id = new_id
        self._tail: tuple[int, bytes] | None = None

    def add(self, table: sa.Table, values: Values, *, identity: UUID | None = None) -> UUID:
        """A new entry at revision 1; returns its id."""
        identity = identity or self.new_id()
        self.connection.execute(table.insert(), [self._whole(values, identity)])
        self.note("add", table, identity, 1)
        return identity

    def add_many(self, table: sa.Table, rows: Sequence[Values]) -> list[UUID]:
        """Many new entries at once, an audit row each; returns their ids in the same order.

        A row may bring its own `id`, and `entered_at` and `entered_by` where it was entered by someone else.
        """
        if not rows:
            return []
        whole = [self._whole(row, row.get("id") or self.new_id()) for row in rows]
        self.connection.execute(table.insert(), whole)
        self._chain([("add", table.name, row["id"], 1, "") for row in whole])
        return [row["id"] for row in whole]

    def correct(
        self, table: sa.Table, identity: UUID, from_revision: int, changes: Values, reason: str = ""
    ) -> int:
        """Updates an entry in place and writes what stood before to `history`; returns the new revision.

        Raises ChangedMeanwhile when the row is no longer at `from_revision`.
        """
        return self._replace("correct", table, identity, from_revision, changes, reason)

    def void(self, table: sa.Table, identity: UUID, from_revision: int, reason: str) -> int:
        """Takes an entry that should not exist out of every list and figure; it stays in `history`."""
        return self._replace("void", table, identity, from_revision, {"voided": True}, reason)

    def note(
        self,
        act: str,
        table: sa.Table | None = None,
        row: UUID | None = None,
        revision: int | None = None,
        purpose: str = "",
    ) -> None:
        """One audit row for an act that is no entry: opening, printing, signing in …"""
        self._chain([(act, None if table is None else table.name, row, revision, purpose)])

    def _whole(self, values: Values, identity: UUID) -> dict[str, Any]:
        base = {"entered_at": self.at, "entered_by": self.account, "voided": False}
        return base | dict(values) | {"id": identity, "revision": 1}

    def _replace(
        self, act: str, table: sa.Table, identity: UUID, from_revision: int, changes: Values, reason: str
    ) -> int:
        former = (
            self.connection.execute(table.select().where(table.c.id == identity)).mappings().one_or_none()
        )
        if former is None or former["revision"] != from_revision:
            raise ChangedMeanwhile(table.name, None if former is None else former["revision"])
        self.connection.execute(
            office.history.insert(),
            [
                {
                    "id": self.new_id(),
                    "table": table.name,
                    "row": identity,
                    "revision": from_revision,
                    "author": self.account,
                    "at": self.at,
                    "reason": reason,
                    "content": json.dumps(dict(former), default=_plain, ensure_ascii=False, sort_keys=True),
                }
            ],
        )
        revision = from_revision + 1
        self.connection.execute(
            table.update().where(table.c.id == identity).values(**changes, revision=revision)
        )
        self.note(act, table, identity, revision)
        return revision

    def _chain(self, acts: Sequence[tuple[str, str | None, UUID | None, int | None, str]]) -> None:
        seq, last = self._tail or last_link(self.connection)
        rows: list[dict[str, Any]] = []
        for act, table, row, revision, purpose in acts:
            seq += 1
            entry = AuditRow(seq, self.at, self.account, act, table, row, revision, purpose)
            last = entry.hash_after(last)
            rows.append(
                {
                    "seq": seq,
                    "at": self.at,
                    "account": self.account,
                    "act": act,
                    "table": table,
                    "row": row,
                    "revision": revision,
                    "purpose": purpose,
                    "hash": last,
                }
            )
        self.connection.execute(office.audit.insert(), rows)
        self._tail = (seq, last)


def last_link(connection: sa.Connection) -> tuple[int, bytes]:
    """Number and hash of the newest audit row; zero and the genesis when there is none."""
    found = connection.execute(
        sa.select(office.audit.c.seq, office.audit.c.hash).order_by(office.audit.c.seq.desc()).limit(1)
    ).one_or_none()
    return (0, GENESIS) if found is None else (found.seq, found.hash)


def _plain(value: object) -> str:
    match value:
        case datetime():
            return value.strftime(FORM)
        case date():
            return value.isoformat()
        case UUID():
            return value.hex
        case StrEnum():
            return value.value
        case bytes():
            return value.hex()
    raise TypeError(type(value).__name__)
