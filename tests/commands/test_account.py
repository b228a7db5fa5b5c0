"""`icarmed account`: who may sign in."""

from pathlib import Path

import pytest

from tests.commands.test_init import SHEET, recovery_code_on
from tests.support.command_line import NOOR_WORDS, CommandLine

NEW_WORDS = "une péniche au soleil"


def as_noor(command_line: CommandLine, *arguments: str, words: str = NOOR_WORDS, given: str = "") -> int:
    given = f"{words}\n{given}"
    return command_line(*arguments, "--account", "Noor", "--password-stdin", given=given).code


@pytest.fixture
def two(furnished: CommandLine) -> CommandLine:
    furnished.add_noor()
    return furnished


def test_they_are_listed(two: CommandLine) -> None:
    said = two.as_maya("account", "list")
    assert said.out.splitlines() == [
        "Maya              Dr Maya                   Administration, Médecin",
        "Noor              Noor                      Infirmier ou infirmière",
    ]
    listed = two.as_maya("account", "list", "--json").document
    assert listed == [
        {"account": "Maya", "shown_name": "Dr Maya", "roles": ["administrator", "doctor"], "disabled": False},
        {"account": "Noor", "shown_name": "Noor", "roles": ["nurse"], "disabled": False},
    ]


def test_one_is_added_with_roles_lines_and_a_password_from_a_file(two: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "new").write_text(f"{NEW_WORDS}\n", "utf-8")
    said = two.as_maya(
        *("account", "add", "Sam", "--role", "doctor", "--role", "coordinator", "--shown-name", "Dr Sam"),
        *("--prescriber-name", "Dr Sam Inventé", "--inami", "10000003004", "--json"),
        *("--new-password-file", tmp_path / "new"),
    )
    assert (said.code, said.document) == (0, {"act": "add", "account": "Sam"})
    assert two("check", "--account", "Sam", "--password-file", tmp_path / "new").code == 0


def test_what_will_not_do_is_refused_in_one_line(two: CommandLine) -> None:
    for arguments, words in ((("Sam",), "kort"), (("noor",), NEW_WORDS)):
        said = two.as_maya("account", "add", *arguments, "--role", "nurse", given=f"{words}\n")
        assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
    assert two.as_maya("account", "add", "Sam", "--role", "nurse").code == 2
    assert two.as_maya("account", "disable", "Nobody").code == 1


def test_only_an_administrator_may(two: CommandLine) -> None:
    for act in (
        ["list"],
        ["disable", "Maya"],
        ["enable", "Maya"],
        ["change", "Noor", "--role", "doctor"],
        ["rotate"],
    ):
        assert as_noor(two, "account", *act) == 1
    assert as_noor(two, "account", "password", "Maya", given=f"{NEW_WORDS}\n") == 1
    assert two.as_maya("check").code == 0


def test_disabled_and_enabled(two: CommandLine) -> None:
    assert two.as_maya("account", "disable", "noor").code == 0
    assert "(désactivé)" in two.as_maya("account", "list").out
    assert as_noor(two, "check") == 1
    assert two.as_maya("account", "enable", "Noor").code == 0
    assert as_noor(two, "check") == 0
    assert two.as_maya("account", "disable", "Maya").code == 1


def test_other_roles_and_lines(two: CommandLine) -> None:
    said = two.as_maya("account", "change", "Noor", "--role", "reception", "--shown-name", "Noor N.")
    assert said.code == 0
    listed = two.as_maya("account", "list").out
    assert "Noor N." in listed
    assert "Accueil" in listed


def test_ones_own_password(two: CommandLine) -> None:
    assert as_noor(two, "account", "password", given=f"{NEW_WORDS}\n") == 0
    assert as_noor(two, "check") == 1
    assert as_noor(two, "check", words=NEW_WORDS) == 0
    assert as_noor(two, "account", "password", words=NEW_WORDS, given="kort\n") == 1


def test_a_forgotten_one_by_the_administrator(two: CommandLine) -> None:
    assert two.as_maya("account", "password", "Noor", given=f"{NEW_WORDS}\n").code == 0
    assert as_noor(two, "check", words=NEW_WORDS) == 0


def test_all_of_them_by_the_recovery_code(two: CommandLine, made_once: Path, tmp_path: Path) -> None:
    (tmp_path / "code").write_text(recovery_code_on(made_once / SHEET), "utf-8")
    (tmp_path / "new").write_text(NEW_WORDS, "utf-8")
    rest = ("--recovery-code-file", tmp_path / "code", "--new-password-file", tmp_path / "new")
    assert two("account", "password", *rest).code == 2
    assert two("account", "password", "Maya", *rest).code == 0
    assert two.as_maya("check").code == 1
    assert two("check", "--account", "Maya", "--password-file", tmp_path / "new").code == 0


def test_a_code_that_is_not_ours_says_so(two: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "new").write_text(NEW_WORDS, "utf-8")
    for code, said in (
        ("2222", "faute de frappe"),
        ("22222-22222-22222-22222-22222-22222", "n'ouvre pas ces données"),
    ):
        (tmp_path / "code").write_text(code, "utf-8")
        rest = ("--recovery-code-file", tmp_path / "code", "--new-password-file", tmp_path / "new")
        answer = two("account", "password", "Maya", *rest)
        assert (answer.code, said in answer.err) == (1, True)


def test_new_keys_shut_out_old_copies_of_the_key_file(two: CommandLine) -> None:
    copy = (two.folder / "keys.json").read_bytes()
    two.as_maya("account", "disable", "Noor")
    assert two.as_maya("account", "rotate").code == 0
    assert two.as_maya("check").code == 0
    (two.folder / "keys.json").write_bytes(copy)
    assert as_noor(two, "check") == 1


def test_a_new_recovery_sheet(two: CommandLine, tmp_path: Path, made_once: Path) -> None:
    new = tmp_path / "new.pdf"
    assert two.as_maya("account", "sheet", "--recovery-sheet", new).code == 0
    for sheet, code in ((new, 0), (made_once / SHEET, 1)):
        (tmp_path / "code").write_text(recovery_code_on(sheet), "utf-8")
        assert two("check", "--recovery-code-file", tmp_path / "code").code == code
    assert two.as_maya("account", "sheet", "--recovery-sheet", two.folder / "x.pdf").code == 1
    assert as_noor(two, "account", "sheet", "--recovery-sheet", str(tmp_path / "other.pdf")) == 1
    assert not (tmp_path / "other.pdf").exists()
