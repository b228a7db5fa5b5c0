"""The audit as it stands: reading it, and finding whatever was changed in it behind its back."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from icarmed.db.schema import KEPT
from icarmed.db.schema.office import audit, history
from icarmed.db.writing import GENESIS, AuditRow, last_link

__all__ = ["AuditFault", "FaultKind", "entries", "hash_at", "last_link", "link_faults", "revision_faults"]

_AT_ONCE = 2_000
_CHANGING = ("add", "correct", "void")


class FaultKind(StrEnum):
    """What is wrong with the trace."""

    GAP = "audit_gap"
    ALTERED = "audit_altered"
    ERASED = "row_erased"
    UNTOLD = "row_without_audit"
    UNREMEMBERED = "row_without_history"


@dataclass(frozen=True, slots=True)
class AuditFault:
    """A place where the trace does not hold: `table` and `count` rows of it, or the audit row `seq`."""

    kind: FaultKind
    seq: int = 0
    table: str = ""
    count: int = 1


def entries(connection: sa.Connection, *, before: int | None = None, limit: int = 100) -> list[AuditRow]:
    """The newest rows of the audit, or those before a number; newest first."""
    statement = audit.select().order_by(audit.c.seq.desc()).limit(limit)
    if before is not None:
        statement = statement.where(audit.c.seq < before)
    return [_entry(row) for row in connection.execute(statement)]


def hash_at(connection: sa.Connection, seq: int) -> bytes | None:
    """The hash of one row; the genesis for the row before the first, None for one that is not there."""
    if seq == 0:
        return GENESIS
    return connection.execute(sa.select(audit.c.hash).where(audit.c.seq == seq)).scalar_one_or_none()


def link_faults(connection: sa.Connection) -> Iterator[AuditFault]:
    """Numbers that are missing, and rows whose hash does not follow from the row before.

    After a fault the chain is followed from what stands there, so that one fault is told once.
    """
    rows = connection.execution_options(yield_per=_AT_ONCE).execute(audit.select().order_by(audit.c.seq))
    expected, previous = 1, GENESIS
    for row in rows:
        if row.seq != expected:
            yield AuditFault(FaultKind.GAP, expected)
        elif row.hash != _entry(row).hash_after(previous):
            yield AuditFault(FaultKind.ALTERED, row.seq)
        expected, previous = row.seq + 1, row.hash


def revision_faults(connection: sa.Connection) -> Iterator[AuditFault]:
    """Tables with rows of which not each revision 1 … n stands once, live or in history, and in the audit."""
    for name, table in KEPT.items():
        for kind, statement in (
            (FaultKind.UNTOLD, _untold(name, table)),
            (FaultKind.UNREMEMBERED, _unremembered(name, table)),
            (FaultKind.ERASED, _erased(name, table)),
        ):
            counted = sa.select(sa.func.count()).select_from(statement.subquery())
            if count := connection.execute(counted).scalar_one():
                yield AuditFault(kind, table=name, count=count)


def _untold(name: str, table: sa.Table) -> sa.Select[Any]:
    """Rows whose additions and corrections in the audit are not exactly their revisions 1 … n."""
    told = sa.and_(audit.c.row == table.c.id, audit.c.table == name, audit.c.act.in_(_CHANGING))
    return (
        sa.select(table.c.id)
        .select_from(table.outerjoin(audit, told))
        .group_by(table.c.id, table.c.revision)
        .having(_not_one_to(audit.c.revision, table.c.revision))
    )


def _unremembered(name: str, table: sa.Table) -> sa.Select[Any]:
    """Rows whose former revisions in the history are not exactly 1 … n - 1."""
    former = sa.and_(history.c.row == table.c.id, history.c.table == name)
    return (
        sa.select(table.c.id)
        .select_from(table.outerjoin(history, former))
        .group_by(table.c.id, table.c.revision)
        .having(_not_one_to(history.c.revision, table.c.revision - 1))
    )


def _not_one_to(revision: sa.Column[int], last: sa.ColumnElement[int]) -> sa.ColumnElement[bool]:
    return sa.or_(
        sa.func.count(revision) != last,
        sa.func.count(sa.distinct(revision)) != last,
        sa.func.coalesce(sa.func.max(revision), 0) != last,
    )


def _erased(name: str, table: sa.Table) -> sa.Select[Any]:
    """Rows that audit or history tell of and that are no longer there."""
    told = sa.select(audit.c.row).where(audit.c.table == name, audit.c.act.in_(_CHANGING))
    former = sa.select(history.c.row).where(history.c.table == name)
    both = sa.union(told, former).subquery()
    return sa.select(both.c.row).where(~sa.exists().where(table.c.id == both.c.row))


def _entry(row: Any) -> AuditRow:
    return AuditRow(row.seq, row.at, row.account, row.act, row.table, row.row, row.revision, row.purpose)
