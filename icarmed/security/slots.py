"""A slot: one account's, the recovery sheet's or a device's way to the data key."""

import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final
from uuid import UUID

from icarmed.security.errors import KeyFault, KeyFileError, SignInRefused
from icarmed.security.passwords import SALT_BYTES, Argon2Cost, stretched
from icarmed.security.sealing import (
    KEY_BYTES,
    CannotOpen,
    Locked,
    Sealed,
    lock,
    new_private_key,
    public_key_of,
    seal,
    unlock,
    unseal,
)


class SlotKind(StrEnum):
    """Whose slot it is."""

    ACCOUNT = "account"
    RECOVERY = "recovery"
    DEVICE = "device"


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose slot it is: `id` is the account's own, `name` its sign-in name (a recovery sheet has none)."""

    id: UUID
    kind: SlotKind
    name: str


@dataclass(frozen=True, slots=True)
class DataKey:
    """A key of the data base; after a rotation that was cut short there may be two generations."""

    generation: int
    secret: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class SealedDataKey:
    """One generation's data key, sealed to the public key of the slot."""

    generation: int
    sealed: Sealed


@dataclass(frozen=True, slots=True)
class Slot:
    """What stands in the key file for one holder; without data keys it is disabled."""

    holder: Holder
    public_key: bytes
    salt: bytes
    cost: Argon2Cost
    private_key: Locked
    data_keys: tuple[SealedDataKey, ...]

    @property
    def disabled(self) -> bool:
        """Whether it leads nowhere: its data keys were taken out."""
        return not self.data_keys

    @property
    def generations(self) -> frozenset[int]:
        """The generations of the data key that it leads to."""
        return frozenset(key.generation for key in self.data_keys)


@dataclass(frozen=True, slots=True)
class OpenedKeys:
    """What a right password gives: who it is, and the data keys, newest first: try each on the data base."""

    holder: Holder
    public_key: bytes
    data_keys: tuple[DataKey, ...] = field(repr=False)

    @property
    def generations(self) -> frozenset[int]:
        """The generations that were opened."""
        return frozenset(key.generation for key in self.data_keys)


FIRST_GENERATION: Final = 1


def new_data_key(generation: int = FIRST_GENERATION) -> DataKey:
    """A random key of 256 bits."""
    return DataKey(generation, os.urandom(KEY_BYTES))


def new_slot(holder: Holder, password: str, cost: Argon2Cost, data_keys: Iterable[DataKey]) -> Slot:
    """A slot with a key pair of its own, opened by `password`."""
    return _made(holder, new_private_key(), password, cost, data_keys)


def open_slot(slot: Slot, password: str) -> OpenedKeys:
    """The data keys of a slot, newest first.

    Raises SignInRefused for a wrong password or a slot that leads nowhere (after the same work), and
    KeyFileError when the password is right but what it leads to was changed.
    """
    return _opened(slot, _private_key(slot, password))


def with_password(slot: Slot, old: str, new: str, cost: Argon2Cost) -> Slot:
    """The slot encrypted anew under another password; its key pair stays. Raises as `open_slot`."""
    private_key = _private_key(slot, old)
    return _made(slot.holder, private_key, new, cost, _opened(slot, private_key).data_keys)


def with_data_keys(slot: Slot, data_keys: Iterable[DataKey]) -> Slot:
    """The slot with exactly these data keys, sealed to its public key: no password is needed for that."""
    try:
        sealed = tuple(
            SealedDataKey(
                key.generation, seal(key.secret, slot.public_key, _sealing_context(slot, key.generation))
            )
            for key in sorted(data_keys, key=_generation, reverse=True)
        )
    except CannotOpen:
        raise KeyFileError(KeyFault.DAMAGED) from None
    return replace(slot, data_keys=sealed)


def without_generations(slot: Slot, dropped: Iterable[int]) -> Slot:
    """The slot without the data keys of these generations."""
    gone = frozenset(dropped)
    return replace(slot, data_keys=tuple(key for key in slot.data_keys if key.generation not in gone))


def _made(
    holder: Holder, private_key: bytes, password: str, cost: Argon2Cost, data_keys: Iterable[DataKey]
) -> Slot:
    public_key, salt = public_key_of(private_key), os.urandom(SALT_BYTES)
    context = _context("private key", holder, public_key, salt, cost)
    locked = lock(private_key, stretched(password, salt, cost), context)
    return with_data_keys(Slot(holder, public_key, salt, cost, locked, ()), data_keys)


def _private_key(slot: Slot, password: str) -> bytes:
    context = _context("private key", slot.holder, slot.public_key, slot.salt, slot.cost)
    key = stretched(password, slot.salt, slot.cost)
    try:
        private_key = unlock(slot.private_key, key, context)
    except CannotOpen:
        raise SignInRefused from None
    if slot.disabled:
        raise SignInRefused
    return private_key


def _opened(slot: Slot, private_key: bytes) -> OpenedKeys:
    try:
        keys = [
            DataKey(key.generation, unseal(key.sealed, private_key, _sealing_context(slot, key.generation)))
            for key in slot.data_keys
        ]
    except CannotOpen:
        raise KeyFileError(KeyFault.DAMAGED) from None
    return OpenedKeys(slot.holder, slot.public_key, _newest_first(keys))


def _newest_first(keys: Sequence[DataKey]) -> tuple[DataKey, ...]:
    return tuple(sorted(keys, key=_generation, reverse=True))


def _generation(key: DataKey) -> int:
    return key.generation


def _sealing_context(slot: Slot, generation: int) -> bytes:
    """All other fields of the slot: a sealed key cannot be moved to another slot, name or generation."""
    fields = (generation, slot.private_key.nonce, slot.private_key.ciphertext)
    return _context("data key", slot.holder, slot.public_key, slot.salt, slot.cost, *fields)


def _context(
    use: str, holder: Holder, public_key: bytes, salt: bytes, cost: Argon2Cost, *more: int | bytes
) -> bytes:
    argon2 = [cost.passes, cost.memory_kib, cost.lanes]
    rest = [field.hex() if isinstance(field, bytes) else field for field in more]
    parts = [use, str(holder.id), holder.kind.value, holder.name, public_key.hex(), salt.hex(), argon2, rest]
    return json.dumps(["icarmed-keys", 1, *parts]).encode("ascii")
