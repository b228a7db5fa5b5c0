"""Whatever is not as it should be is found, by its code."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa

from icarmed.db import accounts as account_rows
from icarmed.db.engine import connect
from icarmed.db.schema.medical import due_cache
from icarmed.db.schema.office import accounts, audit
from icarmed.db.schema.permanence import patient_names, patients, search_keys
from icarmed.domain.findings import Finding, Refused
from icarmed.security.roles import Role
from icarmed.usecases.accounts import AddAccount, add_account
from icarmed.usecases.backups import backup
from icarmed.usecases.checking import CheckReport, check
from icarmed.usecases.people import RegisterPerson, register
from icarmed.usecases.vault.entering import sign_in, sign_in_with_recovery_code
from icarmed.usecases.vault.opened import Vault
from icarmed.usecases.vault.sheet import new_sheet
from tests.support.vaults import AT, CHEAP, MAYA_WORDS, NOOR_WORDS, House, desk_of, house

Tamper = Callable[[sa.Connection], object]


@pytest.fixture
def made(tmp_path: Path) -> House:
    made = house(tmp_path / "data", practice=True)
    add_account(made.vault, made.desk, AddAccount("Noor", "", NOOR_WORDS, frozenset({Role.NURSE})))
    register(made.desk, RegisterPerson("Zénobie"))
    made.vault.close()
    return made


@contextmanager
def maya(made: House) -> Iterator[Vault]:
    with sign_in(made.folder, "Maya", MAYA_WORDS, AT) as vault:
        yield vault


def report(vault: Vault) -> CheckReport:
    return check(vault, desk_of(vault))


def codes(vault: Vault) -> list[str]:
    return [finding.code for finding in report(vault).findings]


def behind(vault: Vault, act: Tamper) -> None:
    with vault.database.writing(None, AT) as writing:
        act(writing.connection)


def test_where_all_is_well_nothing_is_found_and_the_check_is_noted(made: House) -> None:
    with maya(made) as vault:
        found = report(vault)
        with vault.database.reading() as connection:
            last = connection.execute(audit.select().order_by(audit.c.seq.desc()).limit(1)).one()
    assert found.all_is_well
    assert found.counted is not None
    assert (found.counted.patients, found.backup) == (1, None)
    assert (last.act, last.purpose) == ("check", "0")


def test_everyone_may_check_and_sees_no_name_by_it(made: House) -> None:
    with sign_in(made.folder, "Noor", NOOR_WORDS, AT) as vault:
        assert report(vault).all_is_well
    with sign_in_with_recovery_code(made.folder, made.sheet.code, AT) as vault:
        assert report(vault).all_is_well


@pytest.mark.parametrize(
    ("act", "found"),
    [
        (audit.delete().where(audit.c.seq == 5), ["audit_gap", "row_without_audit"]),
        (audit.update().where(audit.c.seq == 5).values(account=UUID(int=9)), ["audit_altered"]),
        (patients.update().values(revision=2), ["row_without_audit", "row_without_history"]),
        (patient_names.delete(), ["row_erased", "search_keys_differ"]),
        (patient_names.update().values(name="Autre"), ["search_keys_differ"]),
        (search_keys.delete(), ["search_keys_differ"]),
        (accounts.update().where(accounts.c.sign_in == "Noor").values(public_key=bytes(32)), ["key_differs"]),
        (accounts.update().where(accounts.c.sign_in == "Noor").values(sign_in="Nour"), ["key_differs"]),
        (accounts.update().where(accounts.c.sign_in == "Noor").values(disabled=True), ["disabled_differs"]),
    ],
)
def test_what_was_done_behind_its_back(made: House, act: sa.Executable, found: list[str]) -> None:
    with maya(made) as vault:
        behind(vault, lambda connection: connection.execute(act))
        assert codes(vault) == found


@pytest.mark.parametrize("params", ["{}", "rubbish"])
def test_a_due_date_that_does_not_follow_from_the_facts(made: House, params: str) -> None:
    with maya(made) as vault:
        with vault.database.reading() as connection:
            person = connection.execute(sa.select(patients.c.id)).scalar_one()
        row = {"patient": person, "rule": "none", "anchor": "x:y", "due": date(2027, 1, 1), "priority": 1}
        row["params"] = params
        behind(vault, lambda connection: connection.execute(due_cache.insert(), [row]))
        assert report(vault).findings == (Finding("due_cache_differs", {"count": 1}),)
        behind(vault, lambda connection: connection.execute(due_cache.delete()))
        assert codes(vault) == []


def test_two_audit_rows_exchanged(made: House) -> None:
    def exchange(connection: sa.Connection) -> None:
        for seq, to in ((5, 900), (6, 5), (900, 6)):
            connection.execute(audit.update().where(audit.c.seq == seq).values(seq=to))

    with maya(made) as vault:
        behind(vault, exchange)
        assert codes(vault) == ["audit_altered"] * 3


def test_rows_cut_off_the_end_are_missed_against_the_newest_backup(made: House) -> None:
    with maya(made) as vault:
        for _ in range(3):
            with desk_of(vault).writing() as writing:
                writing.note("open")
        manifest = backup(vault, desk_of(vault)).value.manifest
        cut = audit.delete().where(audit.c.seq > manifest.audit_seq - 2)
        behind(vault, lambda connection: connection.execute(cut))
        params = {"here": manifest.audit_seq - 2, "backup": manifest.audit_seq}
        assert report(vault).findings == (Finding("behind_backup", params),)


def test_another_history_of_the_same_length_is_not_that_of_the_backup(made: House) -> None:
    with maya(made) as vault:
        with desk_of(vault).writing() as writing:
            writing.note("open")
        manifest = backup(vault, desk_of(vault)).value.manifest
        cut = audit.delete().where(audit.c.seq >= manifest.audit_seq)
        behind(vault, lambda connection: connection.execute(cut))
        for _ in range(3):
            with desk_of(vault).writing() as writing:
                writing.note("print")
        assert codes(vault) == ["unlike_backup"]


def test_a_backup_that_is_gone_or_unreadable_is_passed_over(made: House, tmp_path: Path) -> None:
    with maya(made) as vault:
        first = backup(vault, desk_of(vault)).value.file
        later = desk_of(vault)
        second = backup(vault, replace(later, now=later.now + timedelta(days=1))).value.file
        assert report(vault).backup == second
        second.write_bytes(b"rubbish")
        assert report(vault).backup == first
        first.parent.rename(tmp_path / "away")
        assert report(vault).backup is None
        assert report(vault).all_is_well


def test_keys_that_are_not_those_of_the_data_base(made: House) -> None:
    with maya(made) as vault:
        keys = made.folder.keys
        keys.replace_recovery_code(vault.keys, new_sheet().code, CHEAP)
        keys.add_device(vault.keys, UUID(int=5), "secret")
        keys.add_account(vault.keys, UUID(int=6), "Sam", "des mots de plus", CHEAP)
        keys.remove("Noor")
        found = codes(vault)
    assert sorted(found) == sorted(
        ["slot_without_account", "account_without_slot", "recovery_key_differs", "device_key_differs"]
    )


def test_a_public_key_behind_the_back_of_the_sheet(made: House) -> None:
    with maya(made) as vault:
        with desk_of(vault).writing() as writing:
            account_rows.set_recovery_key(writing, bytes(32))
        assert codes(vault) == ["recovery_key_differs"]


class TestDamage:
    def damaged(self, made: House, at: int, length: int = 100) -> None:
        pages = bytearray(made.folder.data_base.read_bytes())
        pages[at : at + length] = bytes(length)
        made.folder.data_base.write_bytes(pages)

    def test_a_damaged_page(self, made: House) -> None:
        self.damaged(made, -2000)
        with maya(made) as vault:
            assert codes(vault)[0] == "file_damaged_page"

    def test_a_file_cut_on_a_page_border(self, made: House) -> None:
        data = made.folder.data_base.read_bytes()
        with maya(made) as vault:
            made.folder.data_base.write_bytes(data[: -4096 * 3])
            assert codes(vault)[0].startswith("file_")

    def test_a_reference_to_nothing(self, made: House) -> None:
        with maya(made) as vault:
            link = connect(made.folder.data_base, vault.data_key.secret)
            link.execute("PRAGMA foreign_keys = OFF")
            link.execute("DELETE FROM patients")
            link.close()
            assert codes(vault)[0] == "file_broken_reference"


def test_without_any_right_it_is_refused(made: House) -> None:
    with maya(made) as vault:
        nobody = replace(desk_of(vault), actor=replace(vault.actor, rights=frozenset()))
        with pytest.raises(Refused, match="no_right"):
            check(vault, nobody)
