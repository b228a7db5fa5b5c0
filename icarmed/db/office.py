"""The organisation: accounts, places with their calendar, lots and kits, settings."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from icarmed.db.schema.office import (
    account_roles,
    accounts,
    calendar_exceptions,
    calendar_rules,
    keepsakes,
    kit_lots,
    places,
    settings,
    vaccine_lots,
)
from icarmed.db.writing import Writing
from icarmed.domain.office import Account, KitLot, Place, PlaceKind, VaccineLot


def all_accounts(connection: sa.Connection) -> list[Account]:
    """Every account, disabled ones too, by sign-in name."""
    roles: dict[UUID, set[str]] = {}
    for row in connection.execute(account_roles.select()):
        roles.setdefault(row.account, set()).add(row.role)
    rows = connection.execute(accounts.select().order_by(accounts.c.sign_in))
    return [_account(row, frozenset(roles.get(row.id, ()))) for row in rows]


def account_named(connection: sa.Connection, sign_in: str) -> Account | None:
    """The account of that sign-in name."""
    return next((one for one in all_accounts(connection) if one.sign_in == sign_in), None)


def set_roles(writing: Writing, account: UUID, roles: Collection[str]) -> None:
    """Gives the account exactly these roles."""
    writing.connection.execute(account_roles.delete().where(account_roles.c.account == account))
    if roles:
        writing.connection.execute(
            account_roles.insert(), [{"account": account, "role": role} for role in sorted(roles)]
        )


def public_keys(connection: sa.Connection) -> dict[str, bytes]:
    """The public key of every account that may sign in, by sign-in name."""
    rows = connection.execute(accounts.select().where(accounts.c.disabled.is_(False)))
    return {row.sign_in: row.public_key for row in rows}


def _account(row: Any, roles: frozenset[str]) -> Account:
    return Account(
        id=row.id,
        sign_in=row.sign_in,
        shown_name=row.shown_name,
        roles=roles,
        prescriber_name=row.prescriber_name,
        prescriber_address=row.prescriber_address,
        prescriber_phone=row.prescriber_phone,
        inami=row.inami,
        disabled=row.disabled,
        revision=row.revision,
    )


def all_places(connection: sa.Connection) -> list[Place]:
    """Every place, by label."""
    rows = connection.execute(places.select().where(places.c.voided.is_(False)).order_by(places.c.label))
    return [Place(row.id, row.code, row.label, row.kind) for row in rows]


def calendar_rows(connection: sa.Connection) -> list[Mapping[str, Any]]:
    """Rules of the calendar, each with the `code` of its place as `place_code`."""
    joined = calendar_rules.join(places, calendar_rules.c.place == places.c.id)
    statement = (
        sa.select(calendar_rules, places.c.code.label("place_code"))
        .select_from(joined)
        .where(calendar_rules.c.voided.is_(False))
        .order_by(places.c.code, calendar_rules.c.starts)
    )
    return [dict(row) for row in connection.execute(statement).mappings()]


def exception_rows(connection: sa.Connection) -> list[Mapping[str, Any]]:
    """Closures and extra days, each with `place_code` (None: every place)."""
    joined = calendar_exceptions.outerjoin(places, calendar_exceptions.c.place == places.c.id)
    statement = (
        sa.select(calendar_exceptions, places.c.code.label("place_code"))
        .select_from(joined)
        .where(calendar_exceptions.c.voided.is_(False))
        .order_by(calendar_exceptions.c.on, calendar_exceptions.c.id)
    )
    return [dict(row) for row in connection.execute(statement).mappings()]


def usable_vaccine_lots(connection: sa.Connection, on: date) -> list[VaccineLot]:
    """Lots that may still be used on that day, soonest to expire first."""
    table = vaccine_lots
    rows = connection.execute(
        table.select()
        .where(table.c.voided.is_(False), table.c.expires_on >= on)
        .order_by(table.c.expires_on, table.c.lot)
    )
    return [VaccineLot(row.id, row.product, row.lot, row.expires_on, row.donor) for row in rows]


def vaccine_lot(connection: sa.Connection, identity: UUID) -> VaccineLot | None:
    """One lot of vaccine."""
    row = connection.execute(vaccine_lots.select().where(vaccine_lots.c.id == identity)).one_or_none()
    return None if row is None else VaccineLot(row.id, row.product, row.lot, row.expires_on, row.donor)


def usable_kit_lots(connection: sa.Connection, on: date) -> list[KitLot]:
    """Kits that may still be used on that day, soonest to expire first."""
    table = kit_lots
    rows = connection.execute(
        table.select()
        .where(table.c.voided.is_(False), table.c.expires_on >= on)
        .order_by(table.c.expires_on, table.c.lot)
    )
    return [KitLot(row.id, row.kit, row.lot, row.expires_on) for row in rows]


def kit_lot(connection: sa.Connection, identity: UUID) -> KitLot | None:
    """One lot of kits."""
    row = connection.execute(kit_lots.select().where(kit_lots.c.id == identity)).one_or_none()
    return None if row is None else KitLot(row.id, row.kit, row.lot, row.expires_on)


def setting(connection: sa.Connection, name: str) -> str | None:
    """What the organisation set under that name."""
    return connection.execute(sa.select(settings.c.value).where(settings.c.name == name)).scalar_one_or_none()


def set_setting(writing: Writing, name: str, value: str) -> None:
    """Sets or changes a setting; what it was before stays in the history."""
    row = writing.connection.execute(settings.select().where(settings.c.name == name)).one_or_none()
    if row is None:
        writing.add(settings, {"name": name, "value": value})
    elif row.value != value:
        writing.correct(settings, row.id, row.revision, {"value": value})


def keepsake(connection: sa.Connection, name: str) -> str | None:
    """A value that is neither audited nor corrected, such as the practice day."""
    return connection.execute(
        sa.select(keepsakes.c.value).where(keepsakes.c.name == name)
    ).scalar_one_or_none()


def keep(writing: Writing, name: str, value: str) -> None:
    """Keeps a value under that name in place of the former."""
    writing.connection.execute(keepsakes.delete().where(keepsakes.c.name == name))
    writing.connection.execute(keepsakes.insert(), [{"name": name, "value": value}])


def add_place(writing: Writing, code: str, label: str, kind: PlaceKind) -> UUID:
    """One more place."""
    return writing.add(places, {"code": code, "label": label, "kind": kind})


def add_exception(writing: Writing, values: Mapping[str, Any]) -> UUID:
    """A closure or an extra day."""
    return writing.add(calendar_exceptions, values)


def void_exception(writing: Writing, identity: UUID, from_revision: int, reason: str) -> int:
    """Takes back a closure or an extra day."""
    return writing.void(calendar_exceptions, identity, from_revision, reason)


def add_vaccine_lot(writing: Writing, values: Mapping[str, Any]) -> UUID:
    """A lot of vaccine that came in."""
    return writing.add(vaccine_lots, values)


def add_kit_lot(writing: Writing, values: Mapping[str, Any]) -> UUID:
    """A lot of rapid-test kits that came in."""
    return writing.add(kit_lots, values)
