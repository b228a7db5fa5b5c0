"""A new data key for everyone: sealed beside the old one first, the old one dropped last.

The caller does in between: encrypt the data base anew, checkpoint, reopen. Killed at any step, some
generation in the file still opens the data base, which is why nothing but `finished` ever drops one.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from icarmed.domain.findings import Finding, Refused
from icarmed.security.access import must_still_hold
from icarmed.security.errors import KeyFault, KeyFileError
from icarmed.security.keyset import KeySet
from icarmed.security.slots import Holder, OpenedKeys, Slot, new_data_key, with_data_keys, without_generations


@dataclass(frozen=True, slots=True)
class Rotation:
    """A rotation that has begun: `opened` holds the new key first; `left_out` will lose their way in."""

    opened: OpenedKeys
    left_out: tuple[Holder, ...]


def begun(keys: KeySet, opened: OpenedKeys, trusted: Collection[bytes]) -> tuple[KeySet, Rotation]:
    """With a new data key beside the old, sealed only to `trusted`: the public keys that the data base knows.

    Refused when the own key of `opened` is not among them; KeyFileError when keys were changed since.
    """
    must_still_hold(keys, opened)
    if opened.public_key not in trusted:
        raise Refused(Finding("own_key_not_in_data_base"))
    newer = replace(opened, data_keys=(new_data_key(max(keys.generations) + 1), *opened.data_keys))
    slots = tuple(
        with_data_keys(slot, newer.data_keys) if _is_in(slot, trusted) else slot for slot in keys.slots
    )
    left_out = tuple(slot.holder for slot in keys.slots if not slot.disabled and not _is_in(slot, trusted))
    return replace(keys, slots=slots), Rotation(newer, left_out)


def finished(keys: KeySet, generation: int) -> KeySet:
    """With this generation only: the one that the data base was just opened with, by this process, alone."""
    if generation not in keys.generations:
        raise KeyFileError(KeyFault.CHANGED_MEANWHILE)
    dropped = keys.generations - {generation}
    return replace(keys, slots=tuple(without_generations(slot, dropped) for slot in keys.slots))


def _is_in(slot: Slot, trusted: Collection[bytes]) -> bool:
    return not slot.disabled and slot.public_key in trusted
