"""`keys.json`: a key set as bytes and back. What is not byte for byte as we would write it is damaged."""

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from hashlib import sha256
from typing import Final
from uuid import UUID

from icarmed.security.errors import KeyFault, KeyFileError
from icarmed.security.keyset import UNKNOWN_NAME, KeySet
from icarmed.security.passwords import SALT_BYTES, Argon2Cost
from icarmed.security.sealing import KEY_BYTES, NONCE_BYTES, TAG_BYTES, Locked, Sealed
from icarmed.security.slots import Holder, SealedDataKey, Slot, SlotKind

FORMAT: Final = "icarmed-keys"
VERSION: Final = 1
LARGEST_BYTES: Final = 1_000_000

_BOX_BYTES = KEY_BYTES + TAG_BYTES


def rendered(keys: KeySet) -> bytes:
    """The file of a key set."""
    slots = [_slot_written(slot) for slot in keys.slots]
    content = {"failed": dict(keys.failed), "slots": slots}
    return _enveloped({"format": FORMAT, "version": VERSION, "content": content})


def parsed(data: bytes) -> KeySet:
    """The key set of a file.

    Raises KeyFileError: DAMAGED for a byte that is not what was written, UNKNOWN_VERSION for an undamaged
    file of a version not known here.
    """
    envelope = _opened_envelope(data)
    if envelope.get("format") != FORMAT:
        raise KeyFileError(KeyFault.DAMAGED)
    if envelope.get("version") != VERSION:
        raise KeyFileError(KeyFault.UNKNOWN_VERSION)
    try:
        keys = _keys(_table(envelope["content"]))
        unchanged = rendered(keys) == data
    except (ValueError, KeyError):
        raise KeyFileError(KeyFault.DAMAGED) from None
    if not unchanged:
        raise KeyFileError(KeyFault.DAMAGED)
    return keys


def _enveloped(body: Mapping[str, object]) -> bytes:
    """`sha256` finds damage, not malice: that is what the associated data of the slots are for."""
    text = json.dumps({**body, "sha256": _checksum(body)}, indent=1, sort_keys=True)
    return f"{text}\n".encode("ascii")


def _opened_envelope(data: bytes) -> Mapping[str, object]:
    """The file as read, its checksum right: so in every version to come."""
    if len(data) > LARGEST_BYTES:
        raise KeyFileError(KeyFault.DAMAGED)
    try:
        envelope = dict(_table(json.loads(data.decode("ascii"))))
    except (ValueError, RecursionError):
        raise KeyFileError(KeyFault.DAMAGED) from None
    if envelope.pop("sha256", None) != _checksum(envelope):
        raise KeyFileError(KeyFault.DAMAGED)
    return envelope


def _checksum(body: Mapping[str, object]) -> str:
    return sha256(json.dumps(body, sort_keys=True, separators=(",", ":")).encode("ascii")).hexdigest()


def _slot_written(slot: Slot) -> dict[str, object]:
    return {
        "id": str(slot.holder.id),
        "kind": slot.holder.kind.value,
        "name": slot.holder.name,
        "public_key": _text(slot.public_key),
        "argon2id": {
            "passes": slot.cost.passes,
            "memory_kib": slot.cost.memory_kib,
            "lanes": slot.cost.lanes,
            "salt": _text(slot.salt),
        },
        "private_key": _box_written(slot.private_key),
        "data_keys": [
            {
                "generation": key.generation,
                "ephemeral": _text(key.sealed.ephemeral),
                **_box_written(key.sealed.box),
            }
            for key in slot.data_keys
        ],
    }


def _box_written(box: Locked) -> dict[str, object]:
    return {"nonce": _text(box.nonce), "sealed": _text(box.ciphertext)}


def _keys(content: Mapping[str, object]) -> KeySet:
    failed = {_counted(word): _number(count) for word, count in _table(content["failed"]).items()}
    return KeySet(tuple(_slot(_table(row)) for row in _rows(content["slots"])), failed)


def _counted(word: str) -> str:
    return word if word == UNKNOWN_NAME else str(UUID(word))


def _slot(row: Mapping[str, object]) -> Slot:
    argon2 = _table(row["argon2id"])
    return Slot(
        holder=Holder(UUID(_word(row["id"])), SlotKind(_word(row["kind"])), _word(row["name"])),
        public_key=_bytes(row["public_key"], KEY_BYTES),
        salt=_bytes(argon2["salt"], SALT_BYTES),
        cost=Argon2Cost(_number(argon2["passes"]), _number(argon2["memory_kib"]), _number(argon2["lanes"])),
        private_key=_box(_table(row["private_key"])),
        data_keys=tuple(_data_key(_table(key)) for key in _rows(row["data_keys"])),
    )


def _data_key(row: Mapping[str, object]) -> SealedDataKey:
    return SealedDataKey(_number(row["generation"]), Sealed(_bytes(row["ephemeral"], KEY_BYTES), _box(row)))


def _box(row: Mapping[str, object]) -> Locked:
    return Locked(_bytes(row["nonce"], NONCE_BYTES), _bytes(row["sealed"], _BOX_BYTES))


def _text(data: bytes) -> str:
    return b64encode(data).decode("ascii")


def _bytes(value: object, length: int) -> bytes:
    data = b64decode(_word(value), validate=True)
    if len(data) != length:
        raise ValueError("length")
    return data


def _word(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("not a word")  # noqa: TRY004 the file is wrong, not the call
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ValueError("not a count")
    return value


def _rows(value: object) -> list[object]:
    if not isinstance(value, list):
        raise ValueError("not a list")  # noqa: TRY004 the file is wrong, not the call
    return value


def _table(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ValueError("not a table")  # noqa: TRY004 the file is wrong, not the call
    return value
