"""A new data key for everyone: sealed beside the old, every page encrypted anew, the old dropped last.

Killed at any step, the next sign-in opens the data base with whichever generation it has.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from icarmed.db import accounts as rows
from icarmed.db import copying, integrity
from icarmed.db.database import Database
from icarmed.db.errors import StorageError, StorageFault
from icarmed.security.disk import exclusive
from icarmed.security.roles import Right
from icarmed.security.rotation import Rotation
from icarmed.security.slots import DataKey, Holder
from icarmed.usecases.story import Desk, Outcome, Topic
from icarmed.usecases.vault.opened import Vault


class RotationStep(StrEnum):
    """What was just done; tests kill there."""

    SEALED = "sealed"
    REKEYED = "rekeyed"
    SETTLED = "settled"
    REOPENED = "reopened"
    DROPPED = "dropped"


def no_matter(step: RotationStep) -> None:
    """What is called after each step in life."""


def rotate(
    vault: Vault, desk: Desk, reached: Callable[[RotationStep], None] = no_matter
) -> Outcome[tuple[Holder, ...]]:
    """Changes the data key for all whose public key the data base knows; who was left out.

    Afterwards `vault.database` is another one: take a new desk. Refused while someone else has it open.
    When the disk says no the vault is open as before, and the next rotation clears up.
    """
    desk.need(Right.MANAGE_KEYS)
    with exclusive(vault.folder.data_base), vault.presence.alone():
        with desk.reading() as connection:
            trusted = rows.trusted_keys(connection)
        begun = vault.folder.keys.begin_rotation(vault.keys, trusted)
        reached(RotationStep.SEALED)
        vault.keys = begun.opened
        _change_key(vault, begun, desk.now, reached)
    return Outcome(begun.left_out, frozenset({Topic.ACCOUNTS}))


def _change_key(
    vault: Vault, begun: Rotation, now: datetime, reached: Callable[[RotationStep], None]
) -> None:
    newest = begun.opened.data_keys[0]
    path = vault.folder.data_base
    vault.database.close()
    try:
        copying.rekey(path, vault.data_key.secret, newest.secret)
    except StorageError:
        vault.database = Database(path, vault.data_key.secret)
        raise
    reached(RotationStep.REKEYED)
    copying.settle(path, newest.secret)
    reached(RotationStep.SETTLED)
    _reopen(vault, newest, now)
    reached(RotationStep.REOPENED)
    vault.folder.keys.finish_rotation(newest.generation)
    vault.keys = replace(vault.keys, data_keys=(newest,))
    reached(RotationStep.DROPPED)


def _reopen(vault: Vault, newest: DataKey, now: datetime) -> None:
    """Opened, found whole and written to under the new key, before the old one goes."""
    vault.database = Database(vault.folder.data_base, newest.secret)
    vault.data_key = newest
    if integrity.faults(vault.folder.data_base, newest.secret):
        raise StorageError(StorageFault.DAMAGED)
    with vault.database.writing(vault.actor.account, now) as writing:
        writing.note("rotate_keys", purpose=str(newest.generation))
