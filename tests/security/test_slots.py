from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest

from icarmed.security.errors import KeyFault, KeyFileError, SignInRefused
from icarmed.security.slots import (
    DataKey,
    Holder,
    Slot,
    SlotKind,
    new_data_key,
    new_slot,
    open_slot,
    with_data_keys,
    with_password,
    without_generations,
)
from tests.security.keys import MAYA, MAYA_WORDS, NOOR, RULES, WRONG_WORDS

HOLDER = Holder(MAYA, SlotKind.ACCOUNT, "Maya")
KEYS = (DataKey(2, b"2" * 32), DataKey(1, b"1" * 32))


@pytest.fixture
def slot() -> Slot:
    return new_slot(HOLDER, MAYA_WORDS, RULES.cost, KEYS)


def test_the_password_opens_every_generation_newest_first(slot: Slot) -> None:
    opened = open_slot(slot, MAYA_WORDS)
    assert opened.data_keys == KEYS
    assert opened.holder == HOLDER
    assert opened.public_key == slot.public_key
    assert opened.generations == {1, 2}


def test_another_password_opens_nothing(slot: Slot) -> None:
    with pytest.raises(SignInRefused):
        open_slot(slot, WRONG_WORDS)


def test_a_slot_without_data_keys_answers_like_a_wrong_password(slot: Slot) -> None:
    empty = with_data_keys(slot, ())
    assert empty.disabled
    with pytest.raises(SignInRefused):
        open_slot(empty, MAYA_WORDS)


IN_THE_LOCK: dict[str, Callable[[Slot], Slot]] = {
    "id": lambda slot: replace(slot, holder=replace(slot.holder, id=NOOR)),
    "kind": lambda slot: replace(slot, holder=replace(slot.holder, kind=SlotKind.DEVICE)),
    "name": lambda slot: replace(slot, holder=replace(slot.holder, name="maya")),
    "public key": lambda slot: replace(slot, public_key=new_slot(HOLDER, "x", RULES.cost, ()).public_key),
    "salt": lambda slot: replace(slot, salt=slot.salt[::-1]),
    "cost": lambda slot: replace(slot, cost=replace(slot.cost, passes=2)),
    "private key": lambda slot: replace(slot, private_key=replace(slot.private_key, nonce=bytes(12))),
}


@pytest.mark.parametrize("part", IN_THE_LOCK)
def test_a_slot_with_a_changed_field_does_not_open(slot: Slot, part: str) -> None:
    with pytest.raises(SignInRefused):
        open_slot(IN_THE_LOCK[part](slot), MAYA_WORDS)


def test_a_data_key_passed_off_as_another_generation_is_found(slot: Slot) -> None:
    older = replace(slot.data_keys[1], generation=3)
    with pytest.raises(KeyFileError) as refusal:
        open_slot(replace(slot, data_keys=(older,)), MAYA_WORDS)
    assert refusal.value.fault is KeyFault.DAMAGED


def test_a_data_key_of_another_slot_is_found(slot: Slot) -> None:
    other = new_slot(HOLDER, MAYA_WORDS, RULES.cost, KEYS)
    with pytest.raises(KeyFileError) as refusal:
        open_slot(replace(slot, data_keys=other.data_keys), MAYA_WORDS)
    assert refusal.value.fault is KeyFault.DAMAGED


def test_a_data_key_sealed_before_the_password_changed_does_not_fit_after(slot: Slot) -> None:
    """All other fields of the slot, the encrypted private key too, are associated data of a data key."""
    changed = with_password(slot, MAYA_WORDS, "quelque chose d'autre", RULES.cost)
    with pytest.raises(KeyFileError) as refusal:
        open_slot(replace(changed, data_keys=slot.data_keys), "quelque chose d'autre")
    assert refusal.value.fault is KeyFault.DAMAGED


def test_another_password_keeps_the_key_pair_and_makes_all_else_new(slot: Slot) -> None:
    dearer = replace(RULES.cost, passes=2)
    changed = with_password(slot, MAYA_WORDS, "quelque chose d'autre", dearer)
    assert changed.public_key == slot.public_key
    assert changed.cost == dearer
    assert changed.salt != slot.salt
    assert open_slot(changed, "quelque chose d'autre").data_keys == KEYS
    with pytest.raises(SignInRefused):
        open_slot(changed, MAYA_WORDS)


def test_the_password_is_not_changed_without_the_old_one(slot: Slot) -> None:
    with pytest.raises(SignInRefused):
        with_password(slot, WRONG_WORDS, "quelque chose d'autre", RULES.cost)


def test_data_keys_are_sealed_and_dropped_without_a_password(slot: Slot) -> None:
    third = new_data_key(3)
    more = with_data_keys(slot, (*KEYS, third))
    assert open_slot(more, MAYA_WORDS).data_keys == (third, *KEYS)
    assert open_slot(without_generations(more, {1, 2}), MAYA_WORDS).data_keys == (third,)


def test_nothing_is_sealed_to_a_public_key_that_nobody_can_have(slot: Slot) -> None:
    with pytest.raises(KeyFileError) as refusal:
        with_data_keys(replace(slot, public_key=bytes(32)), KEYS)
    assert refusal.value.fault is KeyFault.DAMAGED


def test_two_slots_of_one_password_share_nothing() -> None:
    one, two = (
        new_slot(Holder(UUID(int=n), SlotKind.ACCOUNT, f"n{n}"), "same", RULES.cost, KEYS) for n in (1, 2)
    )
    assert one.salt != two.salt
    assert one.public_key != two.public_key
    assert one.private_key != two.private_key


def test_a_data_key_has_256_random_bits() -> None:
    one, two = new_data_key(), new_data_key()
    assert len(one.secret) == 32
    assert one.secret != two.secret


def test_nothing_secret_is_shown(slot: Slot) -> None:
    opened = open_slot(slot, MAYA_WORDS)
    shown = repr(opened) + str(opened) + repr(opened.data_keys[0])
    for key in KEYS:
        assert repr(key.secret) not in shown
        assert key.secret.hex() not in shown
        assert key.secret.decode() not in shown
