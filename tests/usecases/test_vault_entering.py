"""Signing in: who, with which rights, and what the audit tells of it."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from icarmed.db.database import Database
from icarmed.db.engine import connect
from icarmed.db.errors import StorageError, StorageFault
from icarmed.db.revision import newest
from icarmed.db.schema.office import audit
from icarmed.domain.findings import Refused
from icarmed.security.errors import KeyFault, KeyFileError, SignInRefused
from icarmed.security.roles import Right, Role
from icarmed.usecases.accounts import AddAccount, add_account, disable_account
from icarmed.usecases.vault.device import let_this_device_in, shut_devices_out
from icarmed.usecases.vault.entering import sign_in, sign_in_with_device, sign_in_with_recovery_code
from icarmed.usecases.vault.folder import DataFolder
from icarmed.usecases.vault.moment import moment
from icarmed.usecases.vault.opened import RECOVERY_RIGHTS, Vault
from tests.support.memory_keyring import MemoryKeyring
from tests.support.vaults import AT, MAYA_WORDS, NOOR_WORDS, PRACTICE_DAY, House, desk_of, house


@pytest.fixture
def made(tmp_path: Path) -> House:
    """With Noor, a nurse."""
    made = house(tmp_path, practice=True)
    add_account(made.vault, made.desk, AddAccount("Noor", "", NOOR_WORDS, frozenset({Role.NURSE})))
    made.vault.close()
    return made


def acts(vault: Vault) -> list[tuple[str, str]]:
    with vault.database.reading() as connection:
        rows = connection.execute(sa.select(audit.c.act, audit.c.purpose).order_by(audit.c.seq)).all()
    return [(row.act, row.purpose) for row in rows]


def test_each_signs_in_with_their_own_rights(made: House) -> None:
    with sign_in(made.folder, "noor ", NOOR_WORDS, AT) as vault:
        assert vault.actor.sign_in == "Noor"
        assert Right.RECORD_DOSE in vault.actor.rights
        assert vault.actor.rights.isdisjoint({Right.ORDER_DOSES, Right.MANAGE_ACCOUNTS})
    with sign_in(made.folder, "MAYA", MAYA_WORDS, AT) as vault:
        assert vault.actor.rights >= {Right.ORDER_DOSES, Right.MANAGE_ACCOUNTS}


def test_two_people_may_have_it_open_at_once(made: House) -> None:
    with (
        sign_in(made.folder, "Noor", NOOR_WORDS, AT) as one,
        sign_in(made.folder, "Maya", MAYA_WORDS, AT) as two,
    ):
        with desk_of(one).writing() as writing:
            writing.note("test")
        assert acts(two)[-1] == ("test", "")


def test_failed_tries_are_told_once_before_the_sign_in_that_succeeds(made: House) -> None:
    for name, password in (("Noor", "x"), ("Noor", "y"), ("Nobody", "z")):
        with pytest.raises(SignInRefused):
            sign_in(made.folder, name, password, AT)
    with sign_in(made.folder, "Noor", NOOR_WORDS, AT) as vault:
        assert acts(vault)[-3:] == [("sign_in_failed", "2"), ("sign_in_failed", "1"), ("sign_in", "")]
        assert made.folder.keys.failed_sign_ins() == ()
    with sign_in(made.folder, "Noor", NOOR_WORDS, AT) as vault:
        assert acts(vault)[-2:] == [("sign_in", ""), ("sign_in", "")]


def test_a_disabled_account_is_refused_like_a_wrong_password(made: House) -> None:
    with sign_in(made.folder, "Maya", MAYA_WORDS, AT) as vault:
        noor = next(slot for slot in made.folder.keys.read().slots if slot.holder.name == "Noor")
        disable_account(vault, desk_of(vault), noor.holder.id)
    with pytest.raises(SignInRefused):
        sign_in(made.folder, "Noor", NOOR_WORDS, AT)


def test_closing_forgets_the_key(made: House) -> None:
    vault = sign_in(made.folder, "Noor", NOOR_WORDS, AT)
    vault.forget()
    vault.close()
    assert vault.is_closed
    assert vault.data_key.secret == b""
    assert vault.keys.data_keys == ()
    assert repr(vault) == "<Vault closed>"
    with pytest.raises(ValueError, match="32 bytes"), vault.database.reading():
        pass


def test_nothing_of_the_key_is_shown(made: House) -> None:
    with sign_in(made.folder, "Noor", NOOR_WORDS, AT) as vault:
        assert vault.data_key.secret.hex() not in repr((vault, vault.keys, vault.data_key, vault.database))


def test_the_recovery_code_lets_people_in_again_and_opens_no_file(made: House) -> None:
    with sign_in_with_recovery_code(made.folder, made.sheet.code, AT) as vault:
        assert vault.actor.rights == RECOVERY_RIGHTS
        assert vault.actor.rights.isdisjoint({Right.OPEN_FILE, Right.SEE_NAMES, Right.EXPORT})
        assert acts(vault)[-1] == ("sign_in", "recovery")


def test_a_mistyped_code_is_not_a_wrong_one(made: House) -> None:
    with pytest.raises(Refused, match="recovery_code_mistyped"):
        sign_in_with_recovery_code(made.folder, made.sheet.code[:-1] + "2", AT)


class TestDevice:
    def test_without_a_keyring_nothing_is_changed(self, made: House) -> None:
        before = made.folder.keys.content()
        with sign_in(made.folder, "Maya", MAYA_WORDS, AT) as vault:
            desk = desk_of(vault)
            with pytest.raises(Refused, match="keyring_none"):
                let_this_device_in(vault, desk)
        assert made.folder.keys.content() == before
        with pytest.raises(SignInRefused):
            sign_in_with_device(made.folder, AT)

    def test_it_serves_backup_verify_and_check_only(self, made: House, memory_keyring: MemoryKeyring) -> None:
        with sign_in(made.folder, "Maya", MAYA_WORDS, AT) as vault:
            let_this_device_in(vault, desk_of(vault))
        assert len(memory_keyring.kept) == 1
        with sign_in_with_device(made.folder, AT) as vault:
            assert vault.actor.rights == {Right.BACKUP, Right.VERIFY, Right.CHECK}
            with pytest.raises(Refused, match="no_right"):
                shut_devices_out(vault, desk_of(vault))

    def test_shut_out_it_has_no_way_in(self, made: House, memory_keyring: MemoryKeyring) -> None:
        with sign_in(made.folder, "Maya", MAYA_WORDS, AT) as vault:
            let_this_device_in(vault, desk_of(vault))
            assert shut_devices_out(vault, desk_of(vault)).value == 1
        assert memory_keyring.kept == {}
        with pytest.raises(SignInRefused):
            sign_in_with_device(made.folder, AT)


class TestMoment:
    def test_practice_data_have_their_day_and_the_clocks_time_of_day(self, made: House) -> None:
        with sign_in(made.folder, "Noor", NOOR_WORDS, AT) as vault:
            at = moment(vault.database, AT)
        assert (at.today, at.is_practice) == (PRACTICE_DAY, True)
        assert at.now == datetime(2019, 1, 3, 13, 30, tzinfo=UTC)

    def test_summer_is_over_on_a_practice_day_in_winter(self, made: House) -> None:
        with sign_in(made.folder, "Noor", NOOR_WORDS, AT) as vault:
            at = moment(vault.database, datetime(2026, 7, 1, 12, 30, tzinfo=UTC))
        assert at.now == datetime(2019, 1, 3, 13, 30, tzinfo=UTC)

    @pytest.mark.parametrize(("hour", "day"), [(22, date(2026, 12, 3)), (23, date(2026, 12, 4))])
    def test_of_real_data_the_day_is_that_of_brussels(self, tmp_path: Path, hour: int, day: date) -> None:
        clock = AT.replace(hour=hour)
        with house(tmp_path / "real").vault as vault:
            at = moment(vault.database, clock)
        assert (at.now, at.today, at.is_practice) == (clock, day, False)

    def test_the_sign_in_is_told_in_the_time_of_the_data(self, made: House) -> None:
        with sign_in(made.folder, "Noor", NOOR_WORDS, AT) as vault, vault.database.reading() as connection:
            last = connection.execute(
                sa.select(audit.c.at).order_by(audit.c.seq.desc()).limit(1)
            ).scalar_one()
        assert last.date() == PRACTICE_DAY


class TestWhatIsThere:
    def test_nothing(self, tmp_path: Path) -> None:
        with pytest.raises(StorageError) as refusal:
            sign_in(DataFolder(tmp_path), "Maya", MAYA_WORDS, AT)
        assert refusal.value.fault is StorageFault.MISSING

    def test_no_keys(self, made: House) -> None:
        made.folder.key_file.unlink()
        with pytest.raises(KeyFileError) as refusal:
            sign_in(made.folder, "Maya", MAYA_WORDS, AT)
        assert refusal.value.fault is KeyFault.MISSING

    def test_another_files_keys_or_rubbish(self, made: House, tmp_path: Path) -> None:
        other = house(tmp_path / "other", practice=True)
        other.vault.close()
        made.folder.data_base.write_bytes(other.folder.data_base.read_bytes())
        with pytest.raises(StorageError) as refusal:
            sign_in(made.folder, "Maya", MAYA_WORDS, AT)
        assert refusal.value.fault is StorageFault.WRONG_KEY_OR_DAMAGED

    def test_an_empty_file(self, made: House) -> None:
        made.folder.data_base.write_bytes(b"")
        with pytest.raises(StorageError) as refusal:
            sign_in(made.folder, "Maya", MAYA_WORDS, AT)
        assert refusal.value.fault is StorageFault.EMPTY

    def test_a_file_of_a_newer_program(self, made: House) -> None:
        with sign_in(made.folder, "Maya", MAYA_WORDS, AT) as vault:
            key = vault.data_key.secret
        link = connect(made.folder.data_base, key)
        link.execute("UPDATE alembic_version SET version_num = '9999'")
        link.close()
        with pytest.raises(StorageError) as refusal:
            sign_in(made.folder, "Maya", MAYA_WORDS, AT)
        assert refusal.value.fault is StorageFault.NEWER_SCHEMA

    def test_a_file_of_an_older_program_is_brought_up_to_date(self, made: House) -> None:
        with sign_in(made.folder, "Maya", MAYA_WORDS, AT) as vault:
            key = vault.data_key.secret
        made.folder.data_base.unlink()
        link = connect(made.folder.data_base, key, create=True)
        link.execute("CREATE TABLE before_everything (n INTEGER)")
        link.close()
        with pytest.raises(SignInRefused):  # it knows no accounts
            sign_in(made.folder, "Maya", MAYA_WORDS, AT)
        database = Database(made.folder.data_base, key)
        with database.reading() as connection:
            found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one()
        database.close()
        assert found == newest()

    def test_after_a_refusal_nothing_holds_the_folder(self, made: House) -> None:
        made.folder.data_base.rename(made.folder.path / "aside")
        for _ in range(2):
            with pytest.raises(StorageError):
                sign_in(made.folder, "Maya", MAYA_WORDS, AT)
        (made.folder.path / "aside").rename(made.folder.data_base)
        with (
            sign_in(made.folder, "Maya", MAYA_WORDS, AT + timedelta(days=1)) as vault,
            vault.presence.alone(),
        ):
            assert not vault.is_closed
