from dataclasses import replace

import pytest

from icarmed.security.slots import SlotKind
from tests.security.keys import MAYA, NOOR, House


def test_a_slot_is_found_by_its_holder(house: House) -> None:
    keys = house.file.read()
    assert keys.with_id(MAYA) == keys.by_id(MAYA) == keys.named("Maya")
    with pytest.raises(KeyError):
        keys.with_id(NOOR)


def test_a_changed_slot_stays_in_its_place(house: House) -> None:
    house.add_noor()
    house.file.disable("Noor")
    house.file.enable(house.opened, "Noor")
    assert [slot.holder.name for slot in house.file.read().slots] == ["Maya", "", "Noor"]


def test_a_set_that_contradicts_itself_is_refused(house: House) -> None:
    house.add_noor()
    keys = house.file.read()
    maya, recovery, noor = keys.slots
    namesake = replace(noor, holder=replace(noor.holder, name="MAYA"))
    second_sheet = replace(noor, holder=replace(noor.holder, kind=SlotKind.RECOVERY))
    for slots in [
        (maya, noor),
        (maya, maya, recovery),
        (maya, recovery, namesake),
        (*keys.slots, second_sheet),
    ]:
        with pytest.raises(ValueError, match=r"of one holder|one recovery sheet"):
            replace(keys, slots=slots)
    with pytest.raises(ValueError, match="failed tries"):
        replace(keys, failed={"unknown": 0})


def test_taking_off_more_tries_than_there_are_leaves_none(house: House) -> None:
    once = house.file.read().with_failed(MAYA)
    twice = once.with_failed(MAYA)
    assert once.without_failed(twice.failed_sign_ins()).failed_sign_ins() == ()
    assert house.file.read().without_failed(twice.failed_sign_ins()).failed_sign_ins() == ()
