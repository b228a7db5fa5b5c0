import json
from collections.abc import Callable
from hashlib import sha256
from typing import Any

import pytest

from icarmed.security.errors import KeyFault, KeyFileError
from icarmed.security.keyformat import LARGEST_BYTES, parsed, rendered
from tests.security.keys import MAYA_WORDS, NOOR, House


@pytest.fixture
def data(house: House) -> bytes:
    house.add_noor()
    return rendered(house.file.read().with_failed(NOOR).with_failed(None))


def fault_of(data: bytes) -> KeyFault:
    with pytest.raises(KeyFileError) as refusal:
        parsed(data)
    return refusal.value.fault


def forged(data: bytes, change: Callable[[Any], object]) -> bytes:
    """The file changed by someone who knows how to make its checksum right."""
    envelope = json.loads(data)
    change(envelope)
    del envelope["sha256"]
    compact = json.dumps(envelope, sort_keys=True, separators=(",", ":"))
    envelope["sha256"] = sha256(compact.encode()).hexdigest()
    return f"{json.dumps(envelope, indent=1, sort_keys=True)}\n".encode()


def test_a_file_reads_back(data: bytes) -> None:
    assert rendered(parsed(data)) == data


def test_the_forger_of_these_tests_can_make_a_right_file(data: bytes) -> None:
    assert forged(data, dict) == data


@pytest.mark.parametrize("mask", [1, 0x20, 0x80])
def test_each_flipped_byte_is_found(data: bytes, mask: int) -> None:
    for at in range(len(data)):
        assert fault_of(data[:at] + bytes([data[at] ^ mask]) + data[at + 1 :]) is KeyFault.DAMAGED


def test_a_file_cut_anywhere_is_found(data: bytes) -> None:
    for length in range(len(data)):
        assert fault_of(data[:length]) is KeyFault.DAMAGED


@pytest.mark.parametrize(
    "other", [b"[" * 100_000, b" " * (LARGEST_BYTES + 1), b"[]", b"null", b'{"sha256": 1}', b"\xff\xfe"]
)
def test_another_file_is_found(other: bytes) -> None:
    assert fault_of(other) is KeyFault.DAMAGED


def test_more_after_the_end_or_twice_the_same_word_is_found(data: bytes) -> None:
    assert fault_of(data + b"\n") is KeyFault.DAMAGED
    assert fault_of(data.replace(b'"version": 1', b'"version": 1, "version": 1')) is KeyFault.DAMAGED


def test_a_whole_file_of_a_later_version_is_told_from_a_damaged_one(data: bytes) -> None:
    assert fault_of(forged(data, lambda envelope: envelope.update(version=2))) is KeyFault.UNKNOWN_VERSION
    assert fault_of(forged(data, lambda envelope: envelope.update(version="1"))) is KeyFault.UNKNOWN_VERSION
    assert fault_of(forged(data, lambda envelope: envelope.update(format="zip"))) is KeyFault.DAMAGED


def slot_of(envelope: Any) -> Any:
    return envelope["content"]["slots"][0]


FORGERIES: dict[str, Callable[[Any], object]] = {
    "no content": lambda envelope: envelope.update(content=None),
    "no slots": lambda envelope: envelope["content"].update(slots={}),
    "no recovery sheet": lambda envelope: envelope["content"]["slots"].pop(1),
    "a slot twice": lambda envelope: envelope["content"]["slots"].append(slot_of(envelope)),
    "a missing field": lambda envelope: slot_of(envelope).pop("name"),
    "a field more": lambda envelope: slot_of(envelope).update(role="doctor"),
    "an id that is none": lambda envelope: slot_of(envelope).update(id="Maya"),
    "a kind that is none": lambda envelope: slot_of(envelope).update(kind="guest"),
    "a name that is none": lambda envelope: slot_of(envelope).update(name=3),
    "a short key": lambda envelope: slot_of(envelope).update(public_key="AAAA"),
    "no base64": lambda envelope: slot_of(envelope).update(public_key="*" * 44),
    "a cost beyond reason": lambda envelope: slot_of(envelope)["argon2id"].update(memory_kib=10**9),
    "a cost that is no number": lambda envelope: slot_of(envelope)["argon2id"].update(passes=True),
    "a generation below one": lambda envelope: slot_of(envelope)["data_keys"][0].update(generation=0),
    "a counter below one": lambda envelope: envelope["content"].update(failed={"unknown": 0}),
    "a counter of nobody": lambda envelope: envelope["content"].update(failed={"Maya": 1}),
}


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_file_that_makes_no_sense_is_damaged(data: bytes, forgery: str) -> None:
    assert fault_of(forged(data, FORGERIES[forgery])) is KeyFault.DAMAGED


def test_a_slot_shows_a_sign_in_name_and_no_role(data: bytes) -> None:
    slots = json.loads(data)["content"]["slots"]
    assert [slot["name"] for slot in slots] == ["Maya", "", "Noor"]
    assert b"role" not in data
    assert b"doctor" not in data
    assert set(slots[0]) == {"id", "kind", "name", "public_key", "argon2id", "private_key", "data_keys"}


def test_no_key_and_no_password_is_in_the_file(house: House, data: bytes) -> None:
    secret = house.opened.data_keys[0].secret
    assert secret not in data
    assert secret.hex().encode() not in data
    assert MAYA_WORDS.encode() not in data
