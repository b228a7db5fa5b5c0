"""Slots and rows of accounts, brought in step again when someone was killed between the two.

Every story on accounts changes the slot first and commits the row last, inside one writing transaction of the
data base, so that a slot is ahead or nothing happened. In doubt nobody has a way in (docs/decisions/0901).
"""

from contextlib import suppress

from icarmed.db import accounts as rows
from icarmed.db.writing import Writing
from icarmed.domain.findings import Refused
from icarmed.security.keyfile import KeyFile
from icarmed.security.slots import OpenedKeys, Slot, SlotKind


def mend(writing: Writing, keys: KeyFile, opened: OpenedKeys) -> None:
    """Makes the slots of accounts agree with their rows; the transaction keeps others from both."""
    known = rows.key_rows(writing.connection)
    for slot in keys.read().of_kind(SlotKind.ACCOUNT):
        _mend_one(writing, keys, slot, known.get(slot.holder.id))
    _mend_own_key(writing, opened)


def _mend_one(writing: Writing, keys: KeyFile, slot: Slot, row: rows.KeyRow | None) -> None:
    # The last way in is never taken away: then both stay as they are, and `check` tells.
    if row is None:
        with suppress(Refused):
            keys.remove(slot.holder.name)
            writing.note("mend_slot", row=slot.holder.id, purpose="removed")
    elif row.disabled and not slot.disabled:
        with suppress(Refused):
            keys.disable(slot.holder.name)
            rows.note_account(writing, "mend_slot", row.account, "disabled")
    elif slot.disabled and not row.disabled:
        rows.change_account(writing, row.account, row.revision, {"disabled": True})


def _mend_own_key(writing: Writing, opened: OpenedKeys) -> None:
    """Who opened the data base with a slot has proved that its key is theirs; others stay untouched."""
    holder = opened.holder
    match holder.kind:
        case SlotKind.ACCOUNT:
            row = rows.key_rows(writing.connection).get(holder.id)
            if row is not None and row.public_key != opened.public_key:
                rows.change_account(writing, row.account, row.revision, {"public_key": opened.public_key})
        case SlotKind.RECOVERY:
            if rows.recovery_key(writing.connection) != opened.public_key:
                rows.set_recovery_key(writing, opened.public_key)
        case SlotKind.DEVICE:
            return
