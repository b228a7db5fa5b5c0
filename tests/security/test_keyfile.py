import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest

from icarmed.domain.codes import shown_recovery_code
from icarmed.domain.findings import Refused
from icarmed.security.errors import KeyFault, KeyFileError, SignInRefused
from icarmed.security.keyfile import KeyFile
from icarmed.security.keyset import FailedSignIns
from icarmed.security.passwords import Argon2Cost, PasswordRules
from icarmed.security.slots import SlotKind
from tests.security.keys import (
    MAYA,
    MAYA_WORDS,
    NOOR,
    NOOR_WORDS,
    RULES,
    WRONG_WORDS,
    House,
    recovery_code,
)

NEW_WORDS = "une péniche au soleil"


def refused(act: Callable[[], object]) -> list[str]:
    with pytest.raises(Refused) as refusal:
        act()
    return [finding.code for finding in refusal.value.findings]


def fault(act: Callable[[], object]) -> KeyFault:
    with pytest.raises(KeyFileError) as refusal:
        act()
    return refusal.value.fault


def test_the_first_account_opens_what_was_made(house: House) -> None:
    opened = house.file.sign_in("Maya", MAYA_WORDS)
    assert opened == house.opened
    assert (opened.holder.id, opened.holder.kind, opened.holder.name) == (MAYA, SlotKind.ACCOUNT, "Maya")
    assert [len(key.secret) for key in opened.data_keys] == [32]


def test_two_houses_have_two_keys(house: House, tmp_path: Path) -> None:
    other = KeyFile(tmp_path / "other.json").create(MAYA, "Maya", MAYA_WORDS, recovery_code(), RULES)
    assert other.data_keys != house.opened.data_keys


def test_a_key_file_is_never_made_over_another(house: House) -> None:
    before = house.file.content()
    codes = refused(lambda: house.file.create(NOOR, "Noor", NOOR_WORDS, recovery_code(), RULES))
    assert codes == ["keys_exist"]
    assert house.file.content() == before


def test_all_that_is_wrong_with_a_first_account_is_said_at_once(tmp_path: Path) -> None:
    file = KeyFile(tmp_path / "keys.json")
    codes = refused(lambda: file.create(MAYA, " ", "short", recovery_code(), RULES))
    assert codes == ["sign_in_name_empty", "password_too_short"]
    assert refused(lambda: file.create(MAYA, "Maya", MAYA_WORDS, "no code", RULES)) == [
        "recovery_code_mistyped"
    ]
    assert not file.exists()


def test_nobody_else_on_the_computer_may_read_it(house: House) -> None:
    assert stat.S_IMODE(house.file.path.stat().st_mode) == (0o666 if sys.platform == "win32" else 0o600)


def test_capitals_of_a_name_do_not_matter_and_those_of_a_password_do(house: House) -> None:
    assert house.file.sign_in(" mAYA ", MAYA_WORDS) == house.opened
    with pytest.raises(SignInRefused):
        house.file.sign_in("Maya", MAYA_WORDS.upper())


def test_a_second_account_opens_the_same_data_key(house: House) -> None:
    public_key = house.add_noor()
    opened = house.file.sign_in("Noor", NOOR_WORDS)
    assert opened.data_keys == house.opened.data_keys
    assert opened.public_key == public_key != house.opened.public_key
    assert opened.holder.id == NOOR


@pytest.mark.parametrize(
    ("account", "name", "password", "codes"),
    [
        (NOOR, "MAYA", NOOR_WORDS, ["sign_in_name_taken"]),
        (MAYA, "Noor", NOOR_WORDS, ["sign_in_name_taken"]),
        (NOOR, "Noor", "short", ["password_too_short"]),
        (NOOR, "", "", ["sign_in_name_empty", "password_too_short", "password_is_name"]),
    ],
)
def test_an_account_that_will_not_do_changes_nothing(
    house: House, account: UUID, name: str, password: str, codes: list[str]
) -> None:
    before = house.file.content()
    assert refused(lambda: house.file.add_account(house.opened, account, name, password, RULES)) == codes
    assert house.file.content() == before


def test_the_recovery_code_opens_however_it_is_typed(house: House) -> None:
    typed = shown_recovery_code(recovery_code()).lower().replace("-", " ")
    opened = house.file.open_with_recovery_code(typed)
    assert opened.data_keys == house.opened.data_keys
    assert opened.holder.kind is SlotKind.RECOVERY


def test_a_mistyped_recovery_code_is_told_from_one_of_another_house(house: House) -> None:
    wrong = recovery_code()[:-1]
    assert refused(lambda: house.file.open_with_recovery_code(wrong)) == ["recovery_code_mistyped"]
    assert house.file.failed_sign_ins() == ()
    with pytest.raises(SignInRefused):
        house.file.open_with_recovery_code(recovery_code(seed=8))
    assert house.file.failed_sign_ins() == (FailedSignIns(house.file.read().recovery.holder.id, 1),)


def test_a_new_recovery_sheet_ends_the_old_one(house: House) -> None:
    old_key = house.file.read().recovery.public_key
    public_key = house.file.replace_recovery_code(house.opened, recovery_code(seed=8), RULES)
    assert public_key == house.file.read().recovery.public_key != old_key
    assert house.file.open_with_recovery_code(recovery_code(seed=8)).data_keys == house.opened.data_keys
    with pytest.raises(SignInRefused):
        house.file.open_with_recovery_code(recovery_code())


def test_a_password_is_changed_by_who_knows_the_old_one(house: House) -> None:
    house.file.change_password("maya", MAYA_WORDS, NEW_WORDS, RULES)
    assert house.file.sign_in("Maya", NEW_WORDS) == house.opened
    with pytest.raises(SignInRefused):
        house.file.sign_in("Maya", MAYA_WORDS)


@pytest.mark.parametrize("name", ["Maya", "nobody"])
def test_a_password_is_not_changed_by_who_does_not(house: House, name: str) -> None:
    with pytest.raises(SignInRefused):
        house.file.change_password(name, WRONG_WORDS, NEW_WORDS, RULES)
    assert sum(failed.count for failed in house.file.failed_sign_ins()) == 1
    assert house.file.sign_in("Maya", MAYA_WORDS) == house.opened


def test_a_weak_new_password_is_refused_and_is_no_failed_sign_in(house: House) -> None:
    codes = refused(lambda: house.file.change_password("Maya", MAYA_WORDS, "short", RULES))
    assert codes == ["password_too_short"]
    assert house.file.failed_sign_ins() == ()


def test_a_forgotten_password_is_reset_with_the_recovery_code(house: House) -> None:
    old_key = house.add_noor()
    recovered = house.file.open_with_recovery_code(recovery_code())
    public_key = house.file.reset_password(recovered, "Noor", NEW_WORDS, RULES)
    assert public_key != old_key
    opened = house.file.sign_in("Noor", NEW_WORDS)
    assert (opened.holder.id, opened.public_key) == (NOOR, public_key)
    assert opened.data_keys == house.opened.data_keys
    with pytest.raises(SignInRefused):
        house.file.sign_in("Noor", NOOR_WORDS)


def test_a_reset_of_nobody_or_to_a_weak_password_is_refused(house: House) -> None:
    house.add_noor()
    reset = house.file.reset_password
    assert refused(lambda: reset(house.opened, "nobody", NEW_WORDS, RULES)) == ["account_unknown"]
    assert refused(lambda: reset(house.opened, "Noor", "short", RULES)) == ["password_too_short"]
    house.file.disable("Noor")
    assert refused(lambda: reset(house.opened, "Noor", NEW_WORDS, RULES)) == ["account_disabled"]


def test_a_disabled_account_has_no_way_in_until_it_is_enabled(house: House) -> None:
    house.add_noor()
    house.file.disable("noor")
    slot = house.file.read().named("Noor")
    assert slot.disabled
    assert slot.data_keys == ()
    with pytest.raises(SignInRefused):
        house.file.sign_in("Noor", NOOR_WORDS)
    house.file.enable(house.opened, "Noor")
    assert house.file.sign_in("Noor", NOOR_WORDS).data_keys == house.opened.data_keys


def test_a_removed_account_is_gone(house: House) -> None:
    house.add_noor()
    house.file.remove("Noor")
    assert [holder.name for holder in house.file.public_keys()] == ["Maya", ""]
    with pytest.raises(SignInRefused):
        house.file.sign_in("Noor", NOOR_WORDS)


def test_the_last_account_that_can_sign_in_stays(house: House) -> None:
    house.add_noor()
    house.file.disable("Noor")
    assert refused(lambda: house.file.disable("Maya")) == ["last_account"]
    assert refused(lambda: house.file.remove("Maya")) == ["last_account"]
    assert refused(lambda: house.file.remove("nobody")) == ["account_unknown"]


def test_who_was_disabled_or_reset_while_signed_in_changes_no_keys(house: House) -> None:
    house.add_noor()
    noor = house.file.sign_in("Noor", NOOR_WORDS)
    house.file.disable("Noor")
    assert fault(lambda: house.file.enable(noor, "Noor")) is KeyFault.CHANGED_MEANWHILE
    house.file.enable(house.opened, "Noor")
    house.file.enable(noor, "Noor")
    house.file.reset_password(house.opened, "Noor", NEW_WORDS, RULES)
    assert fault(lambda: house.file.enable(noor, "Noor")) is KeyFault.CHANGED_MEANWHILE
    house.file.remove("Noor")
    assert fault(lambda: house.file.enable(noor, "Maya")) is KeyFault.CHANGED_MEANWHILE


def test_failed_sign_ins_are_counted_by_slot_and_told_once(house: House) -> None:
    house.add_noor()
    for name in ["Maya", "maya", "Noor", "nobody", "also nobody"]:
        with pytest.raises(SignInRefused):
            house.file.sign_in(name, WRONG_WORDS)
    counted = house.file.failed_sign_ins()
    assert set(counted) == {FailedSignIns(MAYA, 2), FailedSignIns(NOOR, 1), FailedSignIns(None, 2)}
    with pytest.raises(SignInRefused):
        house.file.sign_in("Maya", WRONG_WORDS)
    house.file.forget_failed(counted)
    assert house.file.failed_sign_ins() == (FailedSignIns(MAYA, 1),)
    house.file.forget_failed(house.file.failed_sign_ins())
    assert house.file.failed_sign_ins() == ()


def test_a_sign_in_that_succeeds_writes_nothing_and_forgets_nothing(house: House) -> None:
    with pytest.raises(SignInRefused):
        house.file.sign_in("Maya", WRONG_WORDS)
    before = house.file.content()
    house.file.sign_in("Maya", MAYA_WORDS)
    house.file.forget_failed(())
    assert house.file.content() == before


def test_what_was_typed_as_a_name_is_not_kept(house: House) -> None:
    with pytest.raises(SignInRefused):
        house.file.sign_in("typed-in-the-wrong-field", "Maya")
    assert b"typed-in" not in house.file.content()


def test_a_refusal_never_says_which_part_was_wrong(house: House) -> None:
    house.add_noor()
    house.file.disable("Noor")
    answers = set()
    for name, password in [("Maya", WRONG_WORDS), ("nobody", MAYA_WORDS), ("Noor", NOOR_WORDS)]:
        with pytest.raises(SignInRefused) as refusal:
            house.file.sign_in(name, password)
        answers.add((str(refusal.value), refusal.value.args))
    assert answers == {("sign_in_refused", ("sign_in_refused",))}


def test_a_refusal_always_takes_the_work_of_a_wrong_password(tmp_path: Path) -> None:
    """Measured as processor time, so that a busy machine does not disturb it."""
    rules = PasswordRules(shortest=12, cost=Argon2Cost(passes=4, memory_kib=16 * 1024, lanes=1))
    file = KeyFile(tmp_path / "keys.json")
    opened = file.create(MAYA, "Maya", MAYA_WORDS, recovery_code(), rules)
    file.add_account(opened, NOOR, "Noor", NOOR_WORDS, rules)
    file.disable("Noor")

    def work(name: str, password: str) -> float:
        spent = []
        for _ in range(3):
            before = time.process_time()
            with pytest.raises(SignInRefused):
                file.sign_in(name, password)
            spent.append(time.process_time() - before)
        return min(spent)

    wrong = work("Maya", WRONG_WORDS)
    assert work("nobody", MAYA_WORDS) == pytest.approx(wrong, rel=0.5)
    assert work("Noor", NOOR_WORDS) == pytest.approx(wrong, rel=0.5)


def test_no_answer_of_the_file_shows_a_secret(house: House) -> None:
    shown = repr(house.file.read()) + repr(house.file) + repr(house.opened)
    assert repr(house.opened.data_keys[0].secret)[2:-1] not in shown
    assert MAYA_WORDS not in shown


def test_a_missing_file_is_said_so(tmp_path: Path) -> None:
    file = KeyFile(tmp_path / "keys.json")
    assert fault(file.read) is KeyFault.MISSING
    assert fault(lambda: file.sign_in("Maya", MAYA_WORDS)) is KeyFault.MISSING


def test_a_damaged_file_is_said_so_and_left_as_it_is(house: House) -> None:
    damaged = house.file.content()[:-3]
    house.file.path.write_bytes(damaged)
    assert fault(lambda: house.file.sign_in("Maya", MAYA_WORDS)) is KeyFault.DAMAGED
    assert fault(lambda: house.file.disable("Maya")) is KeyFault.DAMAGED
    assert house.file.content() == damaged


def test_the_key_file_of_a_backup_opens_elsewhere_with_the_words_of_its_day(
    house: House, tmp_path: Path
) -> None:
    backup = house.file.content()
    house.file.change_password("Maya", MAYA_WORDS, NEW_WORDS, RULES)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    file = KeyFile(elsewhere / "keys.json")
    file.put(backup)
    assert file.sign_in("Maya", MAYA_WORDS) == house.opened
    assert file.open_with_recovery_code(recovery_code()).data_keys == house.opened.data_keys


def test_a_damaged_backup_replaces_nothing(house: House) -> None:
    before = house.file.content()
    assert fault(lambda: house.file.put(before[:-1])) is KeyFault.DAMAGED
    assert house.file.content() == before
