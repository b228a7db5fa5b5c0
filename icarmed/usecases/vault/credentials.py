"""The ways to show that one may: name and password, the recovery code, the keyring of this computer."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import assert_never
from uuid import UUID

from icarmed.security import device
from icarmed.security.device import KeyringAnswer
from icarmed.security.errors import SignInRefused
from icarmed.security.keyfile import KeyFile
from icarmed.security.keyset import KeySet
from icarmed.security.slots import OpenedKeys, SlotKind


@dataclass(frozen=True, slots=True)
class ByPassword:
    """An account and its password."""

    name: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ByRecoveryCode:
    """The code of the recovery sheet, however it was typed."""

    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ByDevice:
    """What the keyring of this computer keeps; it serves backup, verify and check only."""


Credentials = ByPassword | ByRecoveryCode | ByDevice


def open_keys(keys: KeyFile, shown: Credentials) -> OpenedKeys:
    """The data keys; SignInRefused, Refused for a mistyped recovery code, KeyFileError."""
    match shown:
        case ByPassword(name, password):
            return keys.sign_in(name, password)
        case ByRecoveryCode(code):
            return keys.open_with_recovery_code(code)
        case ByDevice():
            return _open_with_device(keys)
    assert_never(shown)


def device_is_known(keys: KeySet) -> bool:
    """Whether the keyring of this computer holds a secret for one of the slots."""
    return any(True for _ in _kept_secrets(keys))


def _open_with_device(keys: KeyFile) -> OpenedKeys:
    for holder, secret in _kept_secrets(keys.read()):
        return keys.open_with_device(holder, secret)
    raise SignInRefused


def _kept_secrets(keys: KeySet) -> Iterator[tuple[UUID, str]]:
    for slot in keys.of_kind(SlotKind.DEVICE):
        secret = device.kept_secret(slot.holder.id)
        if not isinstance(secret, KeyringAnswer):
            yield slot.holder.id, secret
