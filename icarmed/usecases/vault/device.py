"""The keyring of this computer: off unless switched on, for backup, verify and check without anyone there."""

from uuid import UUID, uuid4

from icarmed.db import accounts as rows
from icarmed.domain.findings import Finding, Refused
from icarmed.security import device
from icarmed.security.device import KeyringAnswer
from icarmed.security.roles import Right
from icarmed.security.slots import SlotKind
from icarmed.usecases.story import Desk, Outcome, Topic
from icarmed.usecases.vault.opened import Vault

CHANGED = frozenset({Topic.ACCOUNTS})


def let_this_device_in(vault: Vault, desk: Desk) -> Outcome[UUID]:
    """Has this computer's keyring keep a way in; Refused without a keyring (then nothing is changed)."""
    desk.need(Right.MANAGE_KEYS)
    identity, secret = uuid4(), device.new_secret()
    with desk.writing() as writing:
        answer = device.keep_secret(identity, secret)
        if answer is not KeyringAnswer.DONE:
            raise Refused(Finding(answer.value))
        public_key = vault.folder.keys.add_device(vault.keys, identity, secret)
        rows.set_device_key(writing, identity, public_key)
        writing.note("let_device_in", row=identity)
    return Outcome(identity, CHANGED)


def shut_devices_out(vault: Vault, desk: Desk) -> Outcome[int]:
    """No way in for any device any more; how many there were.

    Copies of the key file still have theirs until the keys are rotated.
    """
    desk.need(Right.MANAGE_KEYS)
    with desk.writing() as writing:
        slots = vault.folder.keys.read().of_kind(SlotKind.DEVICE)
        known = rows.device_keys(writing.connection)
        for identity in {*known, *(slot.holder.id for slot in slots)}:
            vault.folder.keys.remove_device(identity)
            device.forget_secret(identity)
            if identity in known:
                rows.set_device_key(writing, identity, b"")
            writing.note("shut_device_out", row=identity)
    return Outcome(len(slots), CHANGED)
