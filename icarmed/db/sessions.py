"""Sessions: a place on a day, with its staff and the lots and kits of the day."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from icarmed.db.schema.medical import doses, rapid_tests
from icarmed.db.schema.office import accounts, kit_lots, places, vaccine_lots
from icarmed.db.schema.permanence import session_kits, session_lots, session_staff, sessions, visits
from icarmed.db.writing import Writing
from icarmed.domain.office import KitLot, VaccineLot

TABLE = sessions


@dataclass(frozen=True, slots=True)
class Session:
    """One permanence or tour; `lots` and `kits` are those of the day."""

    id: UUID
    place: UUID
    place_code: str
    place_label: str
    on: date
    starts: str
    ends: str
    opened_at: datetime
    closed_at: datetime | None
    staff: tuple[str, ...]
    lots: tuple[VaccineLot, ...]
    kits: tuple[KitLot, ...]
    revision: int


def session(connection: sa.Connection, identity: UUID) -> Session | None:
    """The session of that id."""
    return _one(connection, sessions.c.id == identity)


def session_at(connection: sa.Connection, place: UUID, on: date) -> Session | None:
    """The session of that place and day."""
    return _one(connection, sa.and_(sessions.c.place == place, sessions.c.on == on))


def open_sessions(connection: sa.Connection) -> list[Session]:
    """Sessions not yet closed, newest day first."""
    rows = connection.execute(
        _selected().where(sessions.c.closed_at.is_(None)).order_by(sessions.c.on.desc(), sessions.c.opened_at)
    ).all()
    return [_session(connection, row) for row in rows]


def sessions_between(connection: sa.Connection, first: date, last: date) -> list[Session]:
    """Every session of these days, oldest first."""
    rows = connection.execute(
        _selected().where(sessions.c.on.between(first, last)).order_by(sessions.c.on, places.c.label)
    ).all()
    return [_session(connection, row) for row in rows]


def add(writing: Writing, values: dict[str, Any]) -> UUID:
    """A new session."""
    return writing.add(sessions, values)


def change(
    writing: Writing, identity: UUID, from_revision: int, values: dict[str, Any], reason: str = ""
) -> int:
    """Closes, reopens or corrects a session."""
    return writing.correct(sessions, identity, from_revision, values, reason)


def equip(
    writing: Writing, identity: UUID, staff: Collection[UUID], lots: Collection[UUID], kits: Collection[UUID]
) -> None:
    """Gives the session exactly this staff, these lots and these kits."""
    for table, column, members in (
        (session_staff, "account", staff),
        (session_lots, "vaccine_lot", lots),
        (session_kits, "kit_lot", kits),
    ):
        writing.connection.execute(table.delete().where(table.c.session == identity))
        if members:
            writing.connection.execute(
                table.insert(), [{"session": identity, column: member} for member in sorted(set(members))]
            )


def _selected() -> sa.Select[Any]:
    return (
        sa.select(sessions, places.c.code.label("place_code"), places.c.label.label("place_label"))
        .join(places, sessions.c.place == places.c.id)
        .where(sessions.c.voided.is_(False))
    )


def _one(connection: sa.Connection, condition: sa.ColumnElement[bool]) -> Session | None:
    row = connection.execute(_selected().where(condition)).one_or_none()
    return None if row is None else _session(connection, row)


def _session(connection: sa.Connection, row: Any) -> Session:
    staff = connection.execute(
        sa.select(accounts.c.shown_name)
        .join(session_staff, session_staff.c.account == accounts.c.id)
        .where(session_staff.c.session == row.id)
        .order_by(accounts.c.shown_name)
    ).scalars()
    return Session(
        id=row.id,
        place=row.place,
        place_code=row.place_code,
        place_label=row.place_label,
        on=row.on,
        starts=row.starts,
        ends=row.ends,
        opened_at=row.opened_at,
        closed_at=row.closed_at,
        staff=tuple(staff),
        lots=_lots(connection, row.id),
        kits=_kits(connection, row.id),
        revision=row.revision,
    )


def _lots(connection: sa.Connection, identity: UUID) -> tuple[VaccineLot, ...]:
    rows = connection.execute(
        vaccine_lots.select()
        .join(session_lots, session_lots.c.vaccine_lot == vaccine_lots.c.id)
        .where(session_lots.c.session == identity)
        .order_by(vaccine_lots.c.expires_on, vaccine_lots.c.lot)
    )
    return tuple(VaccineLot(row.id, row.product, row.lot, row.expires_on, row.donor) for row in rows)


def _kits(connection: sa.Connection, identity: UUID) -> tuple[KitLot, ...]:
    rows = connection.execute(
        kit_lots.select()
        .join(session_kits, session_kits.c.kit_lot == kit_lots.c.id)
        .where(session_kits.c.session == identity)
        .order_by(kit_lots.c.expires_on, kit_lots.c.lot)
    )
    return tuple(KitLot(row.id, row.kit, row.lot, row.expires_on) for row in rows)


def staff_of(connection: sa.Connection, identity: UUID) -> list[UUID]:
    """The accounts present at a session."""
    rows = sa.select(session_staff.c.account).where(session_staff.c.session == identity)
    return list(connection.execute(rows).scalars())


def used_in(connection: sa.Connection, identity: UUID) -> list[tuple[str, str, int]]:
    """Product or kit, lot and number of what the visits of a session took from stock."""
    number = sa.func.count().label("number")
    given = (
        sa.select(vaccine_lots.c.product.label("what"), vaccine_lots.c.lot, number)
        .join(doses, doses.c.vaccine_lot == vaccine_lots.c.id)
        .join(visits, doses.c.visit == visits.c.id)
        .where(visits.c.session == identity, doses.c.voided.is_(False))
        .group_by(vaccine_lots.c.product, vaccine_lots.c.lot)
    )
    tested = (
        sa.select(kit_lots.c.kit.label("what"), kit_lots.c.lot, number)
        .join(rapid_tests, rapid_tests.c.kit_lot == kit_lots.c.id)
        .join(visits, rapid_tests.c.visit == visits.c.id)
        .where(visits.c.session == identity, rapid_tests.c.voided.is_(False))
        .group_by(kit_lots.c.kit, kit_lots.c.lot)
    )
    rows = connection.execute(sa.union_all(given, tested))
    return sorted((row.what, row.lot, row.number) for row in rows)
