"""Accounts: slot and row in step, also when someone was killed between the two."""

from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa

from icarmed.db.accounts import key_rows
from icarmed.db.errors import ChangedMeanwhile
from icarmed.db.schema.office import audit
from icarmed.domain.findings import Refused
from icarmed.domain.office import Account
from icarmed.security.errors import SignInRefused
from icarmed.security.roles import Right, Role
from icarmed.usecases.accounts import (
    AddAccount,
    ChangeAccount,
    account_called,
    accounts,
    add_account,
    change_account,
    change_own_password,
    disable_account,
    enable_account,
    reset_password,
)
from icarmed.usecases.checking import check
from icarmed.usecases.vault.creating import Prescriber
from icarmed.usecases.vault.entering import sign_in, sign_in_with_recovery_code
from icarmed.usecases.vault.opened import Vault
from tests.support.vaults import AT, CHEAP, MAYA_WORDS, NOOR_WORDS, House, desk_of, house

NEW_WORDS = "une péniche au soleil"
NURSE = frozenset({Role.NURSE})


@pytest.fixture
def made(tmp_path: Path) -> House:
    made = house(tmp_path, practice=True)
    add_account(made.vault, made.desk, AddAccount("Noor", "Noor", NOOR_WORDS, NURSE))
    made.vault.close()
    return made


def maya(made: House) -> Vault:
    return sign_in(made.folder, "Maya", MAYA_WORDS, AT)


def account(vault: Vault, name: str) -> Account:
    return account_called(desk_of(vault), name)


def findings(made: House) -> list[str]:
    with sign_in_with_recovery_code(made.folder, made.sheet.code, AT) as vault:
        return [finding.code for finding in check(vault, desk_of(vault)).findings]


def test_a_prescriber_has_lines_on_slips(made: House) -> None:
    lines = Prescriber("Dr Essai", "rue Inventée 1, 4000 Liège", "04 000 00 00", "10000003004")
    order = AddAccount("Essai", " ", NEW_WORDS, frozenset({Role.DOCTOR, Role.COORDINATOR}), lines)
    with maya(made) as vault:
        identity = add_account(vault, desk_of(vault), order).value
        found = next(one for one in accounts(desk_of(vault)) if one.id == identity)
    assert found.shown_name == "Essai"
    assert found.roles == {"doctor", "coordinator"}
    assert (found.prescriber_name, found.inami) == ("Dr Essai", "10000003004")
    assert findings(made) == []


@pytest.mark.parametrize("name", ["Noor", "NOOR ", "maya"])
def test_a_name_is_given_once(made: House, name: str) -> None:
    with maya(made) as vault, pytest.raises(Refused, match="sign_in_name_taken"):
        add_account(vault, desk_of(vault), AddAccount(name, "", NEW_WORDS, NURSE))


def test_a_refused_account_leaves_neither_slot_nor_row(made: House) -> None:
    before = made.folder.keys.content()
    with maya(made) as vault:
        for order in (AddAccount("Sam", "", NEW_WORDS), AddAccount("Sam", "", "kort", NURSE)):
            with pytest.raises(Refused):
                add_account(vault, desk_of(vault), order)
        assert [one.sign_in for one in accounts(desk_of(vault))] == ["Maya", "Noor"]
    assert made.folder.keys.content() == before


def test_without_the_right_no_one_is_let_in_or_out(made: House) -> None:
    with sign_in(made.folder, "Noor", NOOR_WORDS, AT) as vault:
        desk, own = desk_of(vault), vault.actor.account
        for act in (
            lambda: accounts(desk),
            lambda: add_account(vault, desk, AddAccount("Sam", "", NEW_WORDS, NURSE)),
            lambda: change_account(desk, ChangeAccount(own, 1, roles=frozenset(Role))),
            lambda: disable_account(vault, desk, own),
            lambda: enable_account(vault, desk, own),
            lambda: reset_password(vault, desk, own, NEW_WORDS),
        ):
            with pytest.raises(Refused, match="no_right"):
                act()


def test_other_roles_hold_at_the_next_sign_in_and_are_audited(made: House) -> None:
    with maya(made) as vault:
        found = account(vault, "Noor")
        order = ChangeAccount(found.id, found.revision, "Noor N.", frozenset({Role.RECEPTION}))
        change_account(desk_of(vault), order)
        with vault.database.reading() as connection:
            row = connection.execute(sa.select(audit).where(audit.c.act == "roles")).one()
    assert (row.row, row.purpose) == (found.id, "reception")
    with sign_in(made.folder, "Noor", NOOR_WORDS, AT) as vault:
        assert vault.actor.shown_name == "Noor N."
        assert Right.OPEN_FILE not in vault.actor.rights
    assert findings(made) == []


def test_a_change_made_from_an_old_page_is_refused(made: House) -> None:
    with maya(made) as vault:
        found = account(vault, "Noor")
        change_account(desk_of(vault), ChangeAccount(found.id, 1, "Noor N."))
        with pytest.raises(ChangedMeanwhile):
            change_account(desk_of(vault), ChangeAccount(found.id, 1, "Nour"))
        with pytest.raises(ChangedMeanwhile):
            change_account(desk_of(vault), ChangeAccount(UUID(int=1), 1, "Nour"))


def test_disabled_and_enabled_again_the_password_is_what_it_was(made: House) -> None:
    with maya(made) as vault:
        noor = account(vault, "Noor").id
        for _ in range(2):
            disable_account(vault, desk_of(vault), noor)
        with pytest.raises(SignInRefused):
            sign_in(made.folder, "Noor", NOOR_WORDS, AT)
        with pytest.raises(Refused, match="account_disabled"):
            reset_password(vault, desk_of(vault), noor, NEW_WORDS)
        for _ in range(2):
            enable_account(vault, desk_of(vault), noor)
    sign_in(made.folder, "Noor", NOOR_WORDS, AT).close()
    assert findings(made) == []


def test_the_last_administrator_stays_one(made: House) -> None:
    with maya(made) as vault:
        own = account(vault, "Maya")
        with pytest.raises(Refused, match="last_administrator"):
            disable_account(vault, desk_of(vault), own.id)
        with pytest.raises(Refused, match="last_administrator"):
            change_account(desk_of(vault), ChangeAccount(own.id, own.revision, roles=NURSE))
        with pytest.raises(Refused, match="account_without_role"):
            change_account(desk_of(vault), ChangeAccount(own.id, own.revision, roles=frozenset()))
        assert account(vault, "Maya") == own
    maya(made).close()


class TestPasswords:
    def test_ones_own_is_changed_with_the_old_one(self, made: House) -> None:
        with sign_in(made.folder, "Noor", NOOR_WORDS, AT) as vault:
            with pytest.raises(SignInRefused):
                change_own_password(vault, desk_of(vault), "not it", NEW_WORDS)
            change_own_password(vault, desk_of(vault), NOOR_WORDS, NEW_WORDS)
        sign_in(made.folder, "Noor", NEW_WORDS, AT).close()
        assert findings(made) == []

    def test_practice_data_ask_for_less_than_real_ones(self, made: House, tmp_path: Path) -> None:
        with sign_in(made.folder, "Noor", NOOR_WORDS, AT) as vault:
            change_own_password(vault, desk_of(vault), NOOR_WORDS, "practice")
        with house(tmp_path / "real").vault as vault, pytest.raises(Refused, match="password_too_short"):
            change_own_password(vault, desk_of(vault), MAYA_WORDS, "practice")

    def test_an_administrator_resets_it(self, made: House) -> None:
        with maya(made) as vault:
            reset_password(vault, desk_of(vault), account(vault, "Noor").id, NEW_WORDS)
        with pytest.raises(SignInRefused):
            sign_in(made.folder, "Noor", NOOR_WORDS, AT)
        sign_in(made.folder, "Noor", NEW_WORDS, AT).close()
        assert findings(made) == []

    def test_so_does_the_recovery_sheet(self, made: House) -> None:
        with sign_in_with_recovery_code(made.folder, made.sheet.code, AT) as vault:
            reset_password(vault, desk_of(vault), account(vault, "maya").id, NEW_WORDS)
            with vault.database.reading() as connection:
                last = connection.execute(audit.select().order_by(audit.c.seq.desc()).limit(1)).one()
        assert (last.act, last.account) == ("reset_password", vault.actor.account)
        sign_in(made.folder, "Maya", NEW_WORDS, AT).close()
        assert findings(made) == []

    def test_an_unknown_name_is_refused(self, made: House) -> None:
        with maya(made) as vault, pytest.raises(Refused, match="account_unknown"):
            account(vault, "Nobody")


class TestKilledBetweenSlotAndRow:
    """The key file as it is when the row was never committed: `check` tells, then a sign-in mends."""

    def test_while_adding(self, made: House) -> None:
        with maya(made) as vault:
            made.folder.keys.add_account(vault.keys, UUID(int=7), "Sam", NEW_WORDS, CHEAP)
            found = [finding.code for finding in check(vault, desk_of(vault)).findings]
        assert found == ["slot_without_account"]
        with pytest.raises(SignInRefused):
            sign_in(made.folder, "Sam", NEW_WORDS, AT)
        maya(made).close()
        assert made.folder.keys.read().account("Sam") is None
        assert findings(made) == []

    def test_while_adding_the_next_attempt_succeeds(self, made: House) -> None:
        with maya(made) as vault:
            made.folder.keys.add_account(vault.keys, UUID(int=7), "Sam", NEW_WORDS, CHEAP)
            add_account(vault, desk_of(vault), AddAccount("Sam", "", NEW_WORDS, NURSE))
        sign_in(made.folder, "Sam", NEW_WORDS, AT).close()

    def test_while_disabling(self, made: House) -> None:
        with maya(made) as vault:
            made.folder.keys.disable("Noor")
            assert [finding.code for finding in check(vault, desk_of(vault)).findings] == ["disabled_differs"]
        with maya(made) as vault:
            assert account(vault, "Noor").disabled
        assert findings(made) == []

    def test_while_enabling(self, made: House) -> None:
        with maya(made) as vault:
            disable_account(vault, desk_of(vault), account(vault, "Noor").id)
            made.folder.keys.enable(vault.keys, "Noor")
        with pytest.raises(SignInRefused):
            sign_in(made.folder, "Noor", NOOR_WORDS, AT)
        assert made.folder.keys.read().named("Noor").disabled
        assert findings(made) == []

    def test_while_resetting_ones_own_sign_in_proves_the_key(self, made: House) -> None:
        with maya(made) as vault:
            new = made.folder.keys.reset_password(vault.keys, "Noor", NEW_WORDS, CHEAP)
            noor = account(vault, "Noor").id
        with maya(made) as vault:  # somebody else's sign-in proves nothing
            assert [finding.code for finding in check(vault, desk_of(vault)).findings] == ["key_differs"]
        sign_in(made.folder, "Noor", NEW_WORDS, AT).close()
        with maya(made) as vault, vault.database.reading() as connection:
            assert key_rows(connection)[noor].public_key == new
        assert findings(made) == []

    def test_a_row_without_slot_gets_one_with_the_next_password(self, made: House) -> None:
        made.folder.keys.remove("Noor")
        assert findings(made) == ["account_without_slot"]
        with maya(made) as vault:
            reset_password(vault, desk_of(vault), account(vault, "Noor").id, NEW_WORDS)
        sign_in(made.folder, "Noor", NEW_WORDS, AT).close()
        assert findings(made) == []

    def test_a_row_without_slot_can_be_disabled(self, made: House) -> None:
        made.folder.keys.remove("Noor")
        with maya(made) as vault:
            disable_account(vault, desk_of(vault), account(vault, "Noor").id)
            assert account(vault, "Noor").disabled
