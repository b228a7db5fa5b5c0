"""The slot of a device: its secret in the system's keyring, or no keyring at all."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail
from keyring.errors import KeyringLocked, PasswordDeleteError

from icarmed.domain.findings import Refused
from icarmed.security.device import KeyringAnswer, forget_secret, keep_secret, kept_secret, new_secret
from icarmed.security.errors import SignInRefused
from icarmed.security.slots import SlotKind
from tests.security.keys import MAYA, NOOR, NOOR_WORDS, RULES, House, recovery_code

DEVICE, OTHER_DEVICE = UUID(int=3), UUID(int=4)


class MemoryKeyring(KeyringBackend):
    """A keyring that forgets when the test ends; `is_locked` as when nobody has opened the desktop."""

    priority = 0  # never chosen by itself

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # keyring leaves it without types
        self.kept: dict[tuple[str, str], str] = {}
        self.is_locked = False

    def _must_be_open(self) -> None:
        if self.is_locked:
            raise KeyringLocked

    def get_password(self, service: str, username: str) -> str | None:
        self._must_be_open()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._must_be_open()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._must_be_open()
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError


@pytest.fixture
def memory() -> Iterator[MemoryKeyring]:
    before = keyring.get_keyring()
    backend = MemoryKeyring()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(before)


@pytest.fixture
def nothing() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call] # keyring leaves it without types
    yield
    keyring.set_keyring(before)


def test_a_kept_secret_opens_the_slot_of_the_device(house: House, memory: MemoryKeyring) -> None:
    secret = new_secret()
    public_key = house.file.add_device(house.opened, DEVICE, secret)
    assert keep_secret(DEVICE, secret) is KeyringAnswer.DONE
    found = kept_secret(DEVICE)
    assert not isinstance(found, KeyringAnswer)
    opened = house.file.open_with_device(DEVICE, found)
    assert opened.holder.kind is SlotKind.DEVICE
    assert opened.public_key == public_key
    assert opened.data_keys == house.opened.data_keys


def test_the_keyring_holds_a_random_secret_and_no_key(house: House, memory: MemoryKeyring) -> None:
    one, two = new_secret(), new_secret()
    assert one != two
    keep_secret(DEVICE, one)
    assert memory.kept == {("icarmed", str(DEVICE)): one}
    assert house.opened.data_keys[0].secret.hex() not in one


def test_there_is_no_device_slot_unless_someone_adds_one(house: House) -> None:
    assert house.file.read().of_kind(SlotKind.DEVICE) == ()
    with pytest.raises(SignInRefused):
        house.file.open_with_device(DEVICE, new_secret())


def test_a_device_opens_only_its_own_slot_and_no_account(house: House) -> None:
    secret = new_secret()
    house.file.add_device(house.opened, DEVICE, secret)
    house.file.add_device(house.opened, OTHER_DEVICE, new_secret())
    with pytest.raises(SignInRefused):
        house.file.open_with_device(OTHER_DEVICE, secret)
    with pytest.raises(SignInRefused):
        house.file.open_with_device(MAYA, secret)
    with pytest.raises(SignInRefused):
        house.file.sign_in("", secret)


def test_a_device_changes_no_keys(house: House) -> None:
    secret = new_secret()
    house.file.add_device(house.opened, DEVICE, secret)
    device = house.file.open_with_device(DEVICE, secret)
    trusted = set(house.file.public_keys().values())
    for act in (
        lambda: house.file.add_account(device, NOOR, "Noor", NOOR_WORDS, RULES),
        lambda: house.file.begin_rotation(device, trusted),
        lambda: house.file.replace_recovery_code(device, recovery_code(seed=8), RULES),
    ):
        with pytest.raises(Refused) as refusal:
            act()
        assert [finding.code for finding in refusal.value.findings] == ["device_may_not"]


def test_a_device_gets_the_next_data_key_too(house: House) -> None:
    secret = new_secret()
    house.file.add_device(house.opened, DEVICE, secret)
    rotation = house.file.begin_rotation(house.opened, set(house.file.public_keys().values()))
    assert house.file.open_with_device(DEVICE, secret).data_keys == rotation.opened.data_keys


def test_a_removed_device_has_no_way_in_and_accounts_are_no_devices(house: House) -> None:
    secret = new_secret()
    house.file.add_device(house.opened, DEVICE, secret)
    house.file.remove_device(DEVICE)
    house.file.remove_device(MAYA)
    with pytest.raises(SignInRefused):
        house.file.open_with_device(DEVICE, secret)
    assert [holder.name for holder in house.file.public_keys()] == ["Maya", ""]


def test_a_forgotten_secret_is_gone(memory: MemoryKeyring) -> None:
    keep_secret(DEVICE, new_secret())
    assert forget_secret(DEVICE) is KeyringAnswer.DONE
    assert kept_secret(DEVICE) is KeyringAnswer.REFUSED
    assert forget_secret(DEVICE) is KeyringAnswer.DONE


def test_a_locked_keyring_is_answered_with_a_value(memory: MemoryKeyring) -> None:
    memory.is_locked = True
    assert keep_secret(DEVICE, new_secret()) is KeyringAnswer.REFUSED
    assert kept_secret(DEVICE) is KeyringAnswer.REFUSED
    assert forget_secret(DEVICE) is KeyringAnswer.REFUSED


@pytest.mark.usefixtures("nothing")
def test_a_computer_without_keyring_is_answered_with_a_value() -> None:
    assert keep_secret(DEVICE, new_secret()) is KeyringAnswer.NONE
    assert kept_secret(DEVICE) is KeyringAnswer.NONE
    assert forget_secret(DEVICE) is KeyringAnswer.NONE


def test_the_keyring_is_not_imported_before_it_is_asked() -> None:
    look = (
        "import sys; import icarmed.security.keyfile, icarmed.security.device;"
        "sys.exit('keyring' in sys.modules or 'sqlalchemy' in sys.modules)"
    )
    command = [sys.executable, "-c", look]
    project = Path(__file__).parents[2]
    assert subprocess.run(command, check=False, cwd=project).returncode == 0
