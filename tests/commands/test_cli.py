"""What holds for every command: help, exit codes, languages, one clear line, nothing imported in vain."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from icarmed.cli import COMMANDS, language
from tests.support.command_line import MAYA_WORDS, PROJECT, CommandLine, icarmed

ACTS = ("list", "add", "change", "disable", "enable", "password", "sheet", "rotate")
EVERY = [*((name,) for name in COMMANDS), *(("account", act) for act in ACTS)]


@pytest.mark.parametrize("command", EVERY, ids=" ".join)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_command_has_help(command_line: CommandLine, command: tuple[str, ...], lang: str) -> None:
    said = command_line.plain("--lang", lang, *command, "--help")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("usage")
    assert "cli." not in said.out


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_help_of_all_names_every_command(command_line: CommandLine, lang: str) -> None:
    said = command_line.plain("--lang", lang, "--help")
    assert said.code == 0
    assert all(f"    {name} " in said.out for name in COMMANDS)
    assert ("options" in said.out, "cli." in said.out) == (True, False)


@pytest.mark.parametrize(
    "arguments",
    [
        ["frob"],
        ["backup", "--frob"],
        ["backup", "--to"],
        ["account"],
        ["account", "frob"],
        ["account", "add", "Sam"],
        ["account", "add", "Sam", "--role", "king"],
        ["verify"],
        ["--lang", "xx", "check"],
        ["backup", "--passw", "x"],
    ],
)
def test_wrong_usage_is_one_line_and_two(command_line: CommandLine, arguments: list[str]) -> None:
    said = command_line.plain(*arguments)
    assert (said.code, said.out) == (2, "")
    assert said.err.count("\n") == 1
    assert "demande incorrecte" in said.err or "Il faut" in said.err


def test_a_password_is_never_an_argument(command_line: CommandLine) -> None:
    for command in EVERY:
        help_text = command_line.plain(*command, "--help").out
        assert "--password " not in help_text
        assert "--recovery-code " not in help_text


def test_without_a_command_the_window_is_shown(
    command_line: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ICARMED_DATA", "elsewhere")
    assert command_line.plain("--lang", "en").code == 77
    assert os.environ["ICARMED_DATA"] == "elsewhere"
    assert command_line.plain("--data", tmp_path).code == 77
    assert os.environ["ICARMED_DATA"] == str(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "environment", "lang"),
    [
        ([], {}, "fr"),
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
        ([], {"LANG": "de_DE.UTF-8"}, "fr"),
        ([], {"LANG": "C.UTF-8"}, "fr"),
        ([], {"LANG": "fr_BE", "LC_ALL": "en_US"}, "en"),
        ([], {"LANG": "fr_BE", "ICARMED_LANG": "en"}, "en"),
        (["--lang", "en"], {"LANG": "fr_BE"}, "en"),
        (["--lang=en"], {"LANG": "fr_BE"}, "en"),
        (["check", "--lang"], {"LANG": "en_US"}, "en"),
    ],
)
def test_the_language_is_that_of_whoever_asks(
    arguments: list[str], environment: dict[str, str], lang: str
) -> None:
    assert language(arguments, environment) == lang


def test_refusals_are_said_in_that_language(command_line: CommandLine) -> None:
    french, english = (command_line("--lang", lang, "check").err for lang in ("fr", "en"))
    assert french.startswith("Il n'y a pas de base de données dans ")
    assert english.startswith("There is no data base in ")


def test_the_data_folder_may_stand_before_or_after_the_command_or_in_the_environment(
    furnished: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = {"given": f"{MAYA_WORDS}\n"}
    rest = ("account", "list", "--json", "--password-stdin")
    before = furnished.plain("--data", furnished.folder, *rest, **words)
    after = furnished.plain(*rest, "--data", furnished.folder, **words)
    monkeypatch.setenv("ICARMED_DATA", str(furnished.folder))
    without = furnished.plain(*rest, **words)
    assert (before.code, before.document) == (0, after.document)
    assert without.document == after.document


class TestByItself:
    def test_light_commands_import_nothing_heavy(self) -> None:
        look = (
            "import sys; from icarmed import cli\n"
            "try: cli.main(sys.argv[1:], lambda: 0)\n"
            "except SystemExit: pass\n"
            "heavy = {'sqlalchemy', 'alembic', 'reportlab', 'keyring', 'PySide6', 'argon2', 'sqlcipher3'}\n"
            "sys.exit(sorted(heavy & set(sys.modules)) or 0)"
        )
        for arguments in (["--help"], ["backup", "--help"], ["account", "add", "--help"]):
            ended = subprocess.run(
                [sys.executable, "-c", look, *arguments],
                check=False,
                capture_output=True,
                cwd=PROJECT,
                encoding="utf-8",
            )
            assert (ended.returncode, ended.stderr) == (0, "")

    def test_opening_a_data_base_imports_no_more_than_it_needs(self, made_once: Path) -> None:
        look = (
            "import sys; from icarmed import cli\n"
            "code = cli.main(sys.argv[1:], lambda: 0)\n"
            "heavy = {'alembic', 'reportlab', 'keyring', 'PySide6', 'openpyxl', 'xlsxwriter'}\n"
            "sys.exit(code or sorted(heavy & set(sys.modules)) or 0)"
        )
        ended = subprocess.run(
            [
                *(sys.executable, "-c", look, "account", "list", "--json", "--password-stdin"),
                *("--data", str(made_once / "data")),
            ],
            check=False,
            capture_output=True,
            cwd=PROJECT,
            input=f"{MAYA_WORDS}\n",
            encoding="utf-8",
        )
        assert (ended.returncode, ended.stderr) == (0, "")

    def test_a_mistake_of_the_program_tells_its_place_and_nothing_of_what_it_was_about(
        self,
    ) -> None:
        program = (
            "import sys; sys.argv = ['icarmed', 'x']\n"
            "from icarmed.__main__ import _own_up\n"
            "sys.excepthook = _own_up\n"
            "raise ValueError('Zénobie Inventée')"
        )
        ended = subprocess.run(
            [sys.executable, "-c", program], check=False, capture_output=True, cwd=PROJECT, encoding="utf-8"
        )
        assert ended.returncode == 1
        assert ended.stderr == "IcarMed: erreur du programme / program error: ValueError <string>:4\n"

    def test_version_and_answers_in_utf8_whatever_the_terminal_says(self, tmp_path: Path) -> None:
        from icarmed import __version__

        ended = icarmed("--version", home=tmp_path)
        assert (ended.code, ended.out.strip()) == (0, __version__)
        ended = icarmed("check", "--data", tmp_path / "é", home=tmp_path, PYTHONIOENCODING="ascii")
        assert (ended.code, ended.err.count("\n")) == (1, 1)
        assert str(tmp_path / "é") in ended.err

    def test_whoever_stops_reading_hears_no_complaint(self) -> None:
        shell = f"'{sys.executable}' -m icarmed --help | true"
        ended = subprocess.run(
            ["/bin/sh", "-c", shell], check=False, capture_output=True, cwd=PROJECT, encoding="utf-8"
        )
        assert (ended.returncode, ended.stderr) == (0, "")


def test_demo_due_summary_and_check_work_together(command_line: CommandLine, tmp_path: Path) -> None:
    assert command_line.plain("demo", "--people", "60", "--out", command_line.folder, "--json").code == 0
    password = "practice\n"
    for command in (["due", "--json"], ["summary", "--year", "2018", "--json"], ["check", "--json"]):
        said = command_line(*command, "--password-stdin", given=password)
        assert (said.code, said.err) == (0, ""), command
        assert json.loads(said.out)
    backup = command_line("backup", "--json", "--password-stdin", given=password)
    assert backup.code == 0
    file = json.loads(backup.out)["file"]
    verified = command_line.plain("verify", file, "--json", "--password-stdin", given=password)
    assert verified.code == 0
    assert json.loads(verified.out)["patients"] == 60
    denied = command_line("account", "list", "--password-stdin", given=password)
    assert (denied.code, denied.out) == (1, "")
    assert command_line("account", "list", "--account", "admin", "--password-stdin", given=password).code == 0
