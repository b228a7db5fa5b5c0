"""Who opens the data base: account and password, the recovery code, the keyring of this computer."""

import argparse
from pathlib import Path

import pytest

from icarmed.commands import opening
from tests.support.command_line import MAYA_WORDS, NOOR_WORDS, CommandLine
from tests.support.memory_keyring import MemoryKeyring

WHO = ("account", "list", "--json")


def test_the_password_comes_from_a_file_without_its_line_end(furnished: CommandLine, tmp_path: Path) -> None:
    for number, text in enumerate(
        (MAYA_WORDS, f"{MAYA_WORDS}\n", f"{MAYA_WORDS}\r\nmore\n", f"\ufeff{MAYA_WORDS}")
    ):
        file = tmp_path / f"{number}.txt"
        file.write_bytes(text.encode())
        assert furnished(*WHO, "--password-file", file).code == 0


def test_or_from_standard_input(furnished: CommandLine) -> None:
    assert furnished(*WHO, "--password-stdin", given=f"{MAYA_WORDS}\n").code == 0
    assert furnished(*WHO, "--password-stdin", given=MAYA_WORDS).code == 0


@pytest.mark.parametrize("given", ["", "\n", "les chats du quai\n"])
def test_a_wrong_or_missing_password_opens_nothing(furnished: CommandLine, given: str) -> None:
    said = furnished(*WHO, "--password-stdin", given=given)
    assert (said.code, said.out) == (1 if given else 2, "")
    assert said.err.count("\n") == 1
    assert MAYA_WORDS not in said.err


def test_without_a_terminal_the_password_must_be_given(furnished: CommandLine) -> None:
    said = furnished(*WHO)
    assert (said.code, said.out) == (2, "")
    assert "--password-file" in said.err


def test_an_unknown_account_is_refused_like_a_wrong_password(furnished: CommandLine) -> None:
    unknown = furnished(*WHO, "--account", "Nobody", "--password-stdin", given=f"{MAYA_WORDS}\n")
    wrong = furnished(*WHO, "--password-stdin", given="no\n")
    assert (
        (unknown.code, unknown.err)
        == (wrong.code, wrong.err)
        == (1, "Le nom ou le mot de passe n'est pas le bon.\n")
    )


def test_of_several_accounts_one_must_be_named(furnished: CommandLine) -> None:
    furnished.add_noor()
    said = furnished("backup", "--password-stdin", given=f"{NOOR_WORDS}\n")
    assert (said.code, said.err) == (2, "Il y a plusieurs comptes : --account NOM.\n")
    assert furnished("backup", "--account", "noor", "--password-stdin", given=f"{NOOR_WORDS}\n").code == 0
    furnished.as_maya("account", "disable", "Noor")
    assert furnished("backup", "--password-stdin", given=f"{MAYA_WORDS}\n").code == 0


def test_a_password_file_that_is_none(furnished: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00")
    for file, said in (
        (tmp_path / "binary", "UTF-8"),
        (tmp_path / "none", "introuvable"),
        (tmp_path, "dossier"),
    ):
        answer = furnished(*WHO, "--password-file", file)
        assert (answer.code, answer.out, answer.err.count("\n")) == (1, "", 1)
        assert said in answer.err


def test_at_a_terminal_the_password_is_asked_and_not_shown(
    furnished: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def typed(prompt: str) -> str:
        asked.append(prompt)
        return MAYA_WORDS

    monkeypatch.setattr("getpass.getpass", typed)
    args = argparse.Namespace(data=furnished.folder, account=None, password_file=None, password_stdin=False)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdin", _Terminal())
        with opening.desk(args) as desk:
            assert desk.actor.shown_name == "Dr Maya"
    assert asked == ["Mot de passe de Maya : "]


class _Terminal:
    def isatty(self) -> bool:
        return True


class TestKeyring:
    """Switched on by the window; serves what nobody is there for."""

    @pytest.fixture
    def known(self, furnished: CommandLine, memory_keyring: MemoryKeyring) -> CommandLine:
        from icarmed.usecases.vault.device import let_this_device_in
        from icarmed.usecases.vault.entering import sign_in
        from icarmed.usecases.vault.folder import DataFolder
        from tests.support.vaults import AT, desk_of

        with sign_in(DataFolder(furnished.folder), "Maya", MAYA_WORDS, AT) as vault:
            let_this_device_in(vault, desk_of(vault))
        assert memory_keyring.kept
        return furnished

    def test_backup_verify_and_check_need_nobody(self, known: CommandLine) -> None:
        made = known("backup", "--json")
        assert (made.code, known("check").code) == (0, 0)
        assert isinstance(made.document, dict)
        assert known.plain("verify", made.document["file"]).code == 0

    def test_nothing_else_does(self, known: CommandLine) -> None:
        file = known("backup", "--json").document
        assert isinstance(file, dict)
        for command in (["account", "list"], ["due"], ["restore", file["file"]]):
            assert known(*command).code == 2

    def test_without_its_secret_the_password_is_asked_for(
        self, known: CommandLine, memory_keyring: MemoryKeyring
    ) -> None:
        memory_keyring.kept.clear()
        said = known("backup")
        assert (said.code, "--password-file" in said.err) == (2, True)
