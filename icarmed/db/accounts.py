"""Rows of accounts, and the public keys that the data base knows of."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from icarmed.db.office import set_roles, set_setting
from icarmed.db.schema.office import accounts, settings
from icarmed.db.writing import Writing

_RECOVERY = "public_key.recovery"
_DEVICE = "public_key.device."


@dataclass(frozen=True, slots=True)
class KeyRow:
    """What the data base knows of the key of an account."""

    account: UUID
    sign_in: str
    public_key: bytes
    disabled: bool
    revision: int


def key_rows(connection: sa.Connection) -> dict[UUID, KeyRow]:
    """The key of every account, disabled ones too."""
    table = accounts.c
    rows = connection.execute(
        sa.select(table.id, table.sign_in, table.public_key, table.disabled, table.revision)
    )
    return {row.id: KeyRow(row.id, row.sign_in, row.public_key, row.disabled, row.revision) for row in rows}


def add_account(writing: Writing, identity: UUID, values: Mapping[str, Any], roles: Collection[str]) -> None:
    """One more account, under the id of its slot."""
    writing.add(accounts, values, identity=identity)
    set_roles(writing, identity, roles)


def change_account(writing: Writing, account: UUID, from_revision: int, changes: Mapping[str, Any]) -> int:
    """Corrects an account."""
    return writing.correct(accounts, account, from_revision, changes)


def note_account(writing: Writing, act: str, account: UUID, purpose: str = "") -> None:
    """An audit row for what an account did or had done to it besides its row."""
    writing.note(act, accounts, account, purpose=purpose)


def set_recovery_key(writing: Writing, public_key: bytes) -> None:
    """The public key of the recovery sheet in force."""
    set_setting(writing, _RECOVERY, public_key.hex())


def set_device_key(writing: Writing, device: UUID, public_key: bytes) -> None:
    """The public key of a device; empty when it no longer has a way in."""
    set_setting(writing, _DEVICE + device.hex, public_key.hex())


def recovery_key(connection: sa.Connection) -> bytes | None:
    """The public key of the recovery sheet in force."""
    stored = connection.execute(sa.select(settings.c.value).where(settings.c.name == _RECOVERY))
    value = stored.scalar_one_or_none()
    return None if value is None else bytes.fromhex(value)


def device_keys(connection: sa.Connection) -> dict[UUID, bytes]:
    """The public key of every device that has a way in."""
    rows = connection.execute(
        sa.select(settings.c.name, settings.c.value).where(settings.c.name.startswith(_DEVICE))
    )
    return {UUID(hex=row.name.removeprefix(_DEVICE)): bytes.fromhex(row.value) for row in rows if row.value}


def trusted_keys(connection: sa.Connection) -> frozenset[bytes]:
    """Every public key that a new data key may be sealed to."""
    found = [row.public_key for row in key_rows(connection).values() if not row.disabled]
    recovery = recovery_key(connection)
    return frozenset([*found, *device_keys(connection).values(), *([recovery] if recovery else [])])
