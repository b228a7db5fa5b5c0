"""What all tables share: names of constraints, and the columns of a medical row."""

from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from icarmed.db.types import UtcInstant, word_of

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# Tables whose rows are corrected and voided, never erased (data.md "Corrections"): filled by `kept`.
KEPT: dict[str, sa.Table] = {}

Item = sa.Column[Any] | sa.Constraint | sa.Index


def identity() -> sa.Column[Any]:
    """The key that export, import and PostgreSQL keep."""
    return sa.Column("id", sa.Uuid(as_uuid=True), primary_key=True)


def text(name: str, *, default: str | None = "") -> sa.Column[Any]:
    """A text that is empty rather than absent."""
    return sa.Column(name, sa.Text, nullable=False, server_default=default)


def link(name: str, target: str, *, optional: bool = False) -> sa.Column[Any]:
    """A reference to the `id` of another table."""
    return sa.Column(name, sa.Uuid(as_uuid=True), sa.ForeignKey(f"{target}.id"), nullable=optional)


def word(name: str, words: type[StrEnum], *, optional: bool = False) -> sa.Column[Any]:
    """A closed set of stored words."""
    return sa.Column(name, word_of(words, name), nullable=optional)


def day(name: str, *, optional: bool = False) -> sa.Column[Any]:
    """A calendar day, as the person who did it says."""
    return sa.Column(name, sa.Date, nullable=optional)


def instant(name: str, *, optional: bool = False) -> sa.Column[Any]:
    """An instant in UTC."""
    return sa.Column(name, UtcInstant, nullable=optional)


def flag(name: str) -> sa.Column[Any]:
    """Yes or no, no unless said."""
    return sa.Column(name, sa.Boolean(create_constraint=False), nullable=False, server_default=sa.false())


def partial(name: str, *, optional: bool = False) -> list[Item]:
    """A day that may be known only to the month or the year: first and last possible day."""
    first, last = f"{name}_first", f"{name}_last"
    items: list[Item] = [
        day(first, optional=optional),
        day(last, optional=optional),
        sa.CheckConstraint(f"{first} <= {last}", name=f"{name}_in_order"),
    ]
    if optional:
        both = f"({first} IS NULL) = ({last} IS NULL)"
        items.append(sa.CheckConstraint(both, name=f"{name}_both_or_neither"))
    return items


def kept(name: str, *items: Item) -> sa.Table:
    """A table of entries that are corrected or voided with a trace, never erased."""
    table = sa.Table(
        name,
        metadata,
        identity(),
        sa.Column("revision", sa.Integer, nullable=False),
        flag("voided"),
        instant("entered_at"),
        link("entered_by", "accounts", optional=True),
        *items,
        sa.CheckConstraint("revision >= 1", name="revision_counts"),
    )
    KEPT[name] = table
    return table
