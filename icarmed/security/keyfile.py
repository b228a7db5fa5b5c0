"""`keys.json` on the disk: each change is read, made and written whole, one process at a time."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from icarmed.domain.findings import Finding, Refused
from icarmed.security import access, rotation
from icarmed.security.disk import Step, exclusive, no_matter, replace_file
from icarmed.security.errors import KeyFault, KeyFileError, SignInRefused
from icarmed.security.keyformat import LARGEST_BYTES, parsed, rendered
from icarmed.security.keyset import FailedSignIns, KeySet
from icarmed.security.passwords import PasswordRules
from icarmed.security.rotation import Rotation
from icarmed.security.slots import Holder, OpenedKeys

NAME = "keys.json"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The key file beside a data base.

    All methods raise KeyFileError for a file that is missing, damaged, of an unknown version or held by
    another process, and OSError when the disk says no; what stood in the file then stands there still.
    """

    path: Path
    reached: Callable[[Step], None] = no_matter

    def exists(self) -> bool:
        """Whether there is a file, whatever it holds."""
        return self.path.exists()

    def read(self) -> KeySet:
        """What the file holds."""
        return parsed(self.content())

    def content(self) -> bytes:
        """The file as it is, for a backup."""
        try:
            with self.path.open("rb") as file:
                return file.read(LARGEST_BYTES + 1)
        except FileNotFoundError:
            raise KeyFileError(KeyFault.MISSING) from None

    def create(
        self, account: UUID, name: str, password: str, recovery_code: str, rules: PasswordRules
    ) -> OpenedKeys:
        """A new file with a new data key, the first account and the recovery sheet; Refused if one exists."""
        keys = access.first_keys(account, name, password, recovery_code, rules)
        with exclusive(self.path):
            if self.exists():
                raise Refused(Finding("keys_exist"))
            self._write(keys)
        return access.open_account(keys, name, password)

    def put(self, content: bytes) -> None:
        """Writes the key file of a backup in place of whatever is there, once it has proved readable."""
        keys = parsed(content)
        with exclusive(self.path):
            self._write(keys)

    def sign_in(self, name: str, password: str) -> OpenedKeys:
        """The keys for a name and password; SignInRefused for anything else, which is counted."""
        keys = self.read()
        slot = keys.account(name)
        return self._counting(
            lambda: access.open_account(keys, name, password), None if slot is None else slot.holder.id
        )

    def open_with_recovery_code(self, code: str) -> OpenedKeys:
        """The keys for the recovery code; Refused when mistyped, SignInRefused (counted) when not ours."""
        keys = self.read()
        return self._counting(lambda: access.open_recovery(keys, code), keys.recovery.holder.id)

    def open_with_device(self, device: UUID, secret: str) -> OpenedKeys:
        """The keys for the secret that a device's keyring keeps, for backup, verify and check."""
        return access.open_device(self.read(), device, secret)

    def add_account(
        self, opened: OpenedKeys, account: UUID, name: str, password: str, rules: PasswordRules
    ) -> bytes:
        """A slot for one more account; its public key, for the data base."""
        keys = self._change(lambda keys: access.with_account(keys, opened, account, name, password, rules))
        return keys.named(name).public_key

    def change_password(self, name: str, old: str, new: str, rules: PasswordRules) -> None:
        """Another password for the one who knows the old one; the key pair stays."""
        slot = self.read().account(name)
        self._counting(
            lambda: self._change(lambda keys: access.with_own_password(keys, name, old, new, rules)),
            None if slot is None else slot.holder.id,
        )

    def reset_password(self, opened: OpenedKeys, name: str, password: str, rules: PasswordRules) -> bytes:
        """A new password for one who forgot it; the new public key, for the data base."""
        keys = self._change(lambda keys: access.with_reset_password(keys, opened, name, password, rules))
        return keys.named(name).public_key

    def replace_recovery_code(self, opened: OpenedKeys, code: str, rules: PasswordRules) -> bytes:
        """Another recovery sheet; its public key, for the data base."""
        return self._change(
            lambda keys: access.with_recovery_code(keys, opened, code, rules)
        ).recovery.public_key

    def add_device(self, opened: OpenedKeys, device: UUID, secret: str) -> bytes:
        """A slot for the keyring of a device; its public key, for the data base."""
        keys = self._change(lambda keys: access.with_device(keys, opened, device, secret))
        return keys.with_id(device).public_key

    def remove_device(self, device: UUID) -> None:
        """No way in for that device any more."""
        self._change(lambda keys: access.without_device(keys, device))

    def disable(self, name: str) -> None:
        """No way in for that account any more; only a rotation also shuts out copies of the file."""
        self._change(lambda keys: access.disabled(keys, name))

    def enable(self, opened: OpenedKeys, name: str) -> None:
        """The way in again for a disabled account, with the password it had."""
        self._change(lambda keys: access.enabled(keys, opened, name))

    def remove(self, name: str) -> None:
        """No slot for that account any more."""
        self._change(lambda keys: access.removed(keys, name))

    def begin_rotation(self, opened: OpenedKeys, trusted: Collection[bytes]) -> Rotation:
        """Writes a new data key beside the old, sealed to the public keys that the data base trusts."""
        with exclusive(self.path):
            keys, begun = rotation.begun(self.read(), opened, trusted)
            self._write(keys)
        return begun

    def finish_rotation(self, generation: int) -> None:
        """Drops every generation but the one that the data base was just reopened with."""
        self._change(lambda keys: rotation.finished(keys, generation))

    def public_keys(self) -> Mapping[Holder, bytes]:
        """The public key of each holder; `check` compares them with those in the data base."""
        return {slot.holder: slot.public_key for slot in self.read().slots}

    def failed_sign_ins(self) -> tuple[FailedSignIns, ...]:
        """The failed tries not yet audited."""
        return self.read().failed_sign_ins()

    def forget_failed(self, audited: Iterable[FailedSignIns]) -> None:
        """Takes off the tries that now stand in the audit; those counted since then stay."""
        told = tuple(audited)
        if told:
            self._change(lambda keys: keys.without_failed(told))

    def _change(self, make: Callable[[KeySet], KeySet]) -> KeySet:
        with exclusive(self.path):
            keys = make(self.read())
            self._write(keys)
        return keys

    def _write(self, keys: KeySet) -> None:
        replace_file(self.path, rendered(keys), self.reached)

    def _counting(self, opening: Callable[[], T], slot: UUID | None) -> T:
        try:
            return opening()
        except SignInRefused as refused:
            try:
                self._change(lambda keys: keys.with_failed(slot))
            except (
                OSError,
                KeyFileError,
            ) as denied:  # a backup on a read-only disk: the answer stays the same
                raise refused from denied
            raise
