"""A new data key: nothing lost at any step, old copies of the key file shut out."""

from pathlib import Path

import pytest

from icarmed.db import integrity
from icarmed.db.errors import StorageError, StorageFault
from icarmed.domain.findings import Refused
from icarmed.security.errors import KeyFileError, SignInRefused
from icarmed.security.keyfile import KeyFile
from icarmed.security.roles import Role
from icarmed.usecases.accounts import AddAccount, add_account, disable_account
from icarmed.usecases.checking import check
from icarmed.usecases.vault.entering import sign_in, sign_in_with_recovery_code
from icarmed.usecases.vault.rotating import RotationStep, rotate
from icarmed.usecases.vault.sheet import new_sheet, renew_sheet
from tests.support.killing import KILLED, run_python
from tests.support.vaults import AT, CHEAP, MAYA_WORDS, NOOR_WORDS, House, desk_of, house

ROTATING = """
import os, sys
from pathlib import Path
from icarmed.usecases.vault.entering import sign_in
from icarmed.usecases.vault.folder import DataFolder
from icarmed.usecases.vault.rotating import RotationStep, rotate
from tests.support.vaults import AT, MAYA_WORDS, desk_of

last = RotationStep(sys.argv[2])
vault = sign_in(DataFolder(Path(sys.argv[1])), "Maya", MAYA_WORDS, AT)
rotate(vault, desk_of(vault), lambda step: os._exit(9) if step is last else None)
"""


@pytest.fixture
def made(tmp_path: Path) -> House:
    made = house(tmp_path, practice=True)
    add_account(made.vault, made.desk, AddAccount("Noor", "", NOOR_WORDS, frozenset({Role.NURSE})))
    made.vault.close()
    return made


def test_everyone_gets_to_the_new_key_and_the_old_one_is_gone(made: House) -> None:
    with sign_in(made.folder, "Maya", MAYA_WORDS, AT) as vault:
        old = vault.data_key
        assert rotate(vault, desk_of(vault)).value == ()
        assert check(vault, desk_of(vault)).findings == ()
        assert vault.data_key.generation == old.generation + 1
        add_account(vault, desk_of(vault), AddAccount("Sam", "", "des mots de plus", frozenset({Role.NURSE})))
    assert integrity.faults(made.folder.data_base, old.secret) == ["wrong_key_or_damaged"]
    for name, password in (("Maya", MAYA_WORDS), ("Noor", NOOR_WORDS), ("Sam", "des mots de plus")):
        with sign_in(made.folder, name, password, AT) as vault:
            assert vault.keys.generations == {2}
    sign_in_with_recovery_code(made.folder, made.sheet.code, AT).close()


def test_an_old_copy_of_the_key_file_opens_nothing_any_more(made: House, tmp_path: Path) -> None:
    copy = made.folder.key_file.read_bytes()
    with sign_in(made.folder, "Maya", MAYA_WORDS, AT) as vault:
        rotate(vault, desk_of(vault))
    made.folder.key_file.write_bytes(copy)
    with pytest.raises(StorageError) as refusal:
        sign_in(made.folder, "Noor", NOOR_WORDS, AT)
    assert refusal.value.fault is StorageFault.WRONG_KEY_OR_DAMAGED


@pytest.mark.parametrize("step", RotationStep)
def test_killed_after_any_step_everyone_still_gets_in(made: House, step: RotationStep) -> None:
    assert run_python(ROTATING, made.folder.path, step.value) == KILLED
    sign_in(made.folder, "Noor", NOOR_WORDS, AT).close()
    with sign_in_with_recovery_code(made.folder, made.sheet.code, AT) as vault:
        assert vault.data_key.generation == (1 if step is RotationStep.SEALED else 2)
        assert rotate(vault, desk_of(vault)).value == ()
        assert check(vault, desk_of(vault)).findings == ()
    with sign_in(made.folder, "Maya", MAYA_WORDS, AT) as vault:
        assert vault.keys.generations == made.folder.keys.read().generations == {vault.data_key.generation}


def test_a_slot_that_someone_put_in_is_left_out(made: House) -> None:
    """Its public key is not the one that the data base knows."""
    with sign_in(made.folder, "Maya", MAYA_WORDS, AT) as vault:
        made.folder.keys.reset_password(vault.keys, "Noor", "mots de quelqu'un", CHEAP)
        left_out = rotate(vault, desk_of(vault)).value
        assert [holder.name for holder in left_out] == ["Noor"]
    assert made.folder.keys.read().named("Noor").disabled


def test_a_disabled_account_gets_no_new_key(made: House) -> None:
    with sign_in(made.folder, "Maya", MAYA_WORDS, AT) as vault:
        noor = made.folder.keys.read().named("Noor").holder.id
        disable_account(vault, desk_of(vault), noor)
        rotate(vault, desk_of(vault))
    assert made.folder.keys.read().named("Noor").generations == frozenset()


def test_it_waits_for_no_one_who_has_it_open(made: House) -> None:
    with (
        sign_in(made.folder, "Noor", NOOR_WORDS, AT) as other,
        sign_in(made.folder, "Maya", MAYA_WORDS, AT) as vault,
    ):
        with pytest.raises(Refused, match="open_elsewhere"):
            rotate(vault, desk_of(vault))
        assert made.folder.keys.read().generations == {1}
        with desk_of(other).writing() as writing:
            writing.note("test")


def test_a_nurse_may_not(made: House) -> None:
    with sign_in(made.folder, "Noor", NOOR_WORDS, AT) as vault, pytest.raises(Refused, match="no_right"):
        rotate(vault, desk_of(vault))


def test_who_signed_in_before_signs_in_again(made: House) -> None:
    with sign_in(made.folder, "Maya", MAYA_WORDS, AT) as vault:
        before = vault.keys
        rotate(vault, desk_of(vault))
    with pytest.raises(KeyFileError):
        KeyFile(made.folder.key_file).enable(before, "Noor")


def test_another_recovery_sheet_replaces_the_former(made: House) -> None:
    other = new_sheet()
    with sign_in(made.folder, "Maya", MAYA_WORDS, AT) as vault:
        renew_sheet(vault, desk_of(vault), other, confirmed=True)
        rotate(vault, desk_of(vault))
        assert check(vault, desk_of(vault)).findings == ()
    sign_in_with_recovery_code(made.folder, other.code, AT).close()
    with pytest.raises(SignInRefused):
        sign_in_with_recovery_code(made.folder, made.sheet.code, AT)
