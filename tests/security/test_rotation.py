"""A new data key: sealed beside the old one, the old one dropped last, killed anywhere in between."""

from collections.abc import Callable

import pytest

from icarmed.domain.findings import Refused
from icarmed.security.disk import Step
from icarmed.security.errors import KeyFault, KeyFileError, SignInRefused
from icarmed.security.keyfile import KeyFile
from icarmed.security.slots import OpenedKeys
from tests.security.keys import MAYA_WORDS, NOOR, NOOR_WORDS, RULES, House, recovery_code


@pytest.fixture
def trusted(house: House) -> set[bytes]:
    house.add_noor()
    return set(house.file.public_keys().values())


def everyone(file: KeyFile) -> list[OpenedKeys]:
    return [
        file.sign_in("Maya", MAYA_WORDS),
        file.sign_in("Noor", NOOR_WORDS),
        file.open_with_recovery_code(recovery_code()),
    ]


def test_a_new_key_stands_before_the_old_one_for_all(house: House, trusted: set[bytes]) -> None:
    rotation = house.file.begin_rotation(house.opened, trusted)
    new, old = rotation.opened.data_keys
    assert (new.generation, old.generation) == (2, 1)
    assert old == house.opened.data_keys[0]
    assert new.secret != old.secret
    assert rotation.left_out == ()
    assert [opened.data_keys for opened in everyone(house.file)] == [(new, old)] * 3


def test_when_it_is_finished_only_the_new_key_is_left(house: House, trusted: set[bytes]) -> None:
    new = house.file.begin_rotation(house.opened, trusted).opened.data_keys[0]
    house.file.finish_rotation(new.generation)
    assert house.file.read().generations == {2}
    assert [opened.data_keys for opened in everyone(house.file)] == [(new,)] * 3


def test_whoever_is_signed_in_can_rotate_without_a_password(house: House, trusted: set[bytes]) -> None:
    noor = house.file.sign_in("Noor", NOOR_WORDS)
    assert house.file.begin_rotation(noor, trusted).opened.holder.id == NOOR


def test_a_slot_that_the_data_base_does_not_know_gets_no_new_key(house: House, trusted: set[bytes]) -> None:
    noor_key = house.file.read().named("Noor").public_key
    rotation = house.file.begin_rotation(house.opened, trusted - {noor_key})
    assert [holder.name for holder in rotation.left_out] == ["Noor"]
    assert house.file.sign_in("Noor", NOOR_WORDS).data_keys == house.opened.data_keys
    house.file.finish_rotation(2)
    with pytest.raises(SignInRefused):
        house.file.sign_in("Noor", NOOR_WORDS)
    assert house.file.sign_in("Maya", MAYA_WORDS).generations == {2}


def test_who_was_left_out_gives_nobody_keys_that_are_about_to_go(house: House, trusted: set[bytes]) -> None:
    house.file.begin_rotation(house.opened, trusted - {house.file.read().named("Noor").public_key})
    noor = house.file.sign_in("Noor", NOOR_WORDS)
    with pytest.raises(KeyFileError) as refusal:
        house.file.enable(noor, "Maya")
    assert refusal.value.fault is KeyFault.CHANGED_MEANWHILE
    assert house.file.sign_in("Maya", MAYA_WORDS).generations == {1, 2}


def test_a_disabled_slot_gets_no_new_key_though_the_data_base_knows_it(
    house: House, trusted: set[bytes]
) -> None:
    house.file.disable("Noor")
    rotation = house.file.begin_rotation(house.opened, trusted)
    assert rotation.left_out == ()
    assert house.file.read().named("Noor").disabled


def test_nobody_rotates_themselves_out(house: House, trusted: set[bytes]) -> None:
    before = house.file.content()
    with pytest.raises(Refused) as refusal:
        house.file.begin_rotation(house.opened, trusted - {house.opened.public_key})
    assert [finding.code for finding in refusal.value.findings] == ["own_key_not_in_data_base"]
    assert house.file.content() == before


def test_who_signed_in_before_a_rotation_must_sign_in_again(house: House, trusted: set[bytes]) -> None:
    noor = house.file.sign_in("Noor", NOOR_WORDS)
    new = house.file.begin_rotation(house.opened, trusted).opened
    stale: list[Callable[[], object]] = [
        lambda: house.file.begin_rotation(noor, trusted),
        lambda: house.file.replace_recovery_code(noor, recovery_code(seed=8), RULES),
    ]
    for act in stale:
        with pytest.raises(KeyFileError) as refusal:
            act()
        assert refusal.value.fault is KeyFault.CHANGED_MEANWHILE
    house.file.replace_recovery_code(new, recovery_code(seed=8), RULES)
    assert house.file.open_with_recovery_code(recovery_code(seed=8)).data_keys == new.data_keys


def test_only_a_generation_that_somebody_has_can_be_kept(house: House, trusted: set[bytes]) -> None:
    before = house.file.content()
    with pytest.raises(KeyFileError) as refusal:
        house.file.finish_rotation(2)
    assert refusal.value.fault is KeyFault.CHANGED_MEANWHILE
    assert house.file.content() == before


class Killed(BaseException):
    pass


def dying_at(step: Step) -> Callable[[Step], None]:
    def reached(now: Step) -> None:
        if now is step:
            raise Killed

    return reached


class Rotating:
    """A rotation; `in_use` stands for the data base, whose key changes between the two writes of the file."""

    def __init__(self, house: House, part: str, step: Step) -> None:
        self.opened, self.part = house.opened, part
        self.in_use = house.opened.data_keys[0]
        self.file, self.dying = house.file, KeyFile(house.file.path, dying_at(step))

    def run(self, trusted: set[bytes]) -> None:
        new = (self.dying if self.part == "begin" else self.file).begin_rotation(self.opened, trusted).opened
        if self.part == "rekey":
            raise Killed
        self.in_use = new.data_keys[0]
        self.dying.finish_rotation(self.in_use.generation)


@pytest.mark.parametrize("step", Step)
@pytest.mark.parametrize("part", ["begin", "rekey", "finish"])
def test_killed_anywhere_everyone_still_has_the_key_of_the_data_base(
    house: House, trusted: set[bytes], part: str, step: Step
) -> None:
    rotating = Rotating(house, part, step)
    with pytest.raises(Killed):
        rotating.run(trusted)
    in_use = rotating.in_use
    for opened in everyone(house.file):
        assert in_use in opened.data_keys

    again = house.file.begin_rotation(house.file.sign_in("Maya", MAYA_WORDS), trusted).opened
    assert in_use in again.data_keys[1:]
    house.file.finish_rotation(again.data_keys[0].generation)
    assert [opened.data_keys for opened in everyone(house.file)] == [again.data_keys[:1]] * 3


def test_a_password_changed_in_the_middle_keeps_both_keys(house: House, trusted: set[bytes]) -> None:
    rotation = house.file.begin_rotation(house.opened, trusted)
    house.file.change_password("Noor", NOOR_WORDS, "une péniche au soleil", RULES)
    assert house.file.sign_in("Noor", "une péniche au soleil").data_keys == rotation.opened.data_keys
