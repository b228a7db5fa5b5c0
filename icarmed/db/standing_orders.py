"""Standing orders: a doctor's dated word, with the tests and vaccines it lists."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from icarmed.db.schema.medical import doses, requests
from icarmed.db.schema.office import accounts, standing_order_items, standing_orders
from icarmed.db.writing import Writing
from icarmed.domain.office import CoversKind, StandingOrder


def in_force(connection: sa.Connection, on: date) -> list[StandingOrder]:
    """Those that hold on a day, newest first; that of a doctor who may no longer sign in does not."""
    held = sa.and_(
        standing_orders.c.on <= on,
        sa.or_(standing_orders.c.until.is_(None), standing_orders.c.until >= on),
        accounts.c.disabled.is_(False),
    )
    return [order for order, _ in _read(connection, held)]


def every(connection: sa.Connection) -> list[tuple[StandingOrder, str]]:
    """All of them, ended ones too, newest first, each with the name of its doctor."""
    return _read(connection, sa.true())


def standing_order(connection: sa.Connection, identity: UUID) -> StandingOrder | None:
    """The one of that id."""
    return next((order for order, _ in _read(connection, standing_orders.c.id == identity)), None)


def add(
    writing: Writing,
    doctor: UUID,
    on: date,
    until: date | None,
    tests: Collection[str],
    vaccines: Collection[str],
) -> UUID:
    """A new one; what it lists never changes, another list is another order."""
    identity = writing.add(standing_orders, {"doctor": doctor, "on": on, "until": until})
    items = [(CoversKind.TEST, code) for code in sorted(set(tests))]
    items += [(CoversKind.VACCINE, code) for code in sorted(set(vaccines))]
    writing.connection.execute(
        standing_order_items.insert(),
        [{"standing_order": identity, "covers": kind, "code": code} for kind, code in items],
    )
    return identity


def end(writing: Writing, identity: UUID, from_revision: int, until: date, reason: str) -> int:
    """Gives it a last day."""
    return writing.correct(standing_orders, identity, from_revision, {"until": until}, reason)


def void(writing: Writing, identity: UUID, from_revision: int, reason: str) -> int:
    """Takes back one that should not exist."""
    return writing.void(standing_orders, identity, from_revision, reason)


def used(connection: sa.Connection, identity: UUID) -> bool:
    """Whether anything was ordered or given under it."""
    kept = [
        sa.select(table.c.id).where(table.c.standing_order == identity, table.c.voided.is_(False))
        for table in (requests, doses)
    ]
    return connection.execute(sa.union_all(*kept).limit(1)).first() is not None


def _read(connection: sa.Connection, which: sa.ColumnElement[bool]) -> list[tuple[StandingOrder, str]]:
    """Orders with their items: one statement."""
    rows = connection.execute(
        sa.select(
            standing_orders,
            accounts.c.shown_name,
            standing_order_items.c.covers,
            standing_order_items.c.code,
        )
        .join(accounts, standing_orders.c.doctor == accounts.c.id)
        .join(
            standing_order_items,
            standing_order_items.c.standing_order == standing_orders.c.id,
            isouter=True,
        )
        .where(standing_orders.c.voided.is_(False), which)
        .order_by(standing_orders.c.on.desc(), standing_orders.c.entered_at.desc(), standing_orders.c.id)
    ).all()
    grouped: dict[UUID, list[Any]] = {}
    for row in rows:
        grouped.setdefault(row.id, []).append(row)
    return [(_order(items), items[0].shown_name) for items in grouped.values()]


def _order(rows: list[Any]) -> StandingOrder:
    head = rows[0]
    return StandingOrder(
        id=head.id,
        doctor=head.doctor,
        on=head.on,
        until=head.until,
        tests=frozenset(row.code for row in rows if row.covers is CoversKind.TEST),
        vaccines=frozenset(row.code for row in rows if row.covers is CoversKind.VACCINE),
        revision=head.revision,
    )
