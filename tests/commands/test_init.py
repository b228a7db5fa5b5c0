"""`icarmed init`: a data base with its recovery sheet, or nothing."""

import os
import pty
import select
import subprocess
import sys
from pathlib import Path

import pytest

from icarmed.domain.codes import normal_recovery_code
from tests.documents.reading import pages
from tests.support.command_line import MAYA_WORDS, PROJECT, CommandLine, Said, icarmed

SHEET = "sheet.pdf"


def recovery_code_on(sheet: Path) -> str:
    """The code as a person reads it off the paper."""
    words = pages(sheet.read_bytes())[0].split()
    groups = [word for word in words if len(word) == 5 and word.isupper() and word.isascii()]
    code = normal_recovery_code("".join(groups[:6]))
    assert code is not None, words
    return code


def init(command_line: CommandLine, sheet: Path, *more: str, given: str = f"{MAYA_WORDS}\n") -> Said:
    return command_line(
        "init", "--account", "Maya", "--password-stdin", "--recovery-sheet", sheet, *more, given=given
    )


def test_it_makes_data_base_and_sheet(command_line: CommandLine, tmp_path: Path) -> None:
    sheet = tmp_path / "stick" / SHEET
    sheet.parent.mkdir()
    made = init(command_line, sheet, "--shown-name", "Dr Maya", "--inami", "10000003004", "--json")
    assert (made.code, made.err) == (0, "")
    assert made.document == {
        "data": str(command_line.folder),
        "account": "Maya",
        "recovery_sheet": str(sheet),
        "confirmed": False,
    }
    assert sheet.stat().st_mode & 0o777 == 0o600
    assert command_line.as_maya("check").code == 0
    assert recovery_code_on(sheet)


def test_the_sheet_opens_it(command_line: CommandLine, made_once: Path, tmp_path: Path) -> None:
    import shutil

    shutil.copytree(made_once / "data", command_line.folder)
    code = tmp_path / "code.txt"
    code.write_text(recovery_code_on(made_once / SHEET).lower(), "utf-8")
    assert command_line("check", "--recovery-code-file", code).code == 0


class TestWhereTheSheetMayGo:
    def test_not_beside_what_it_opens(self, command_line: CommandLine) -> None:
        for sheet in (command_line.folder / SHEET, command_line.folder / "deep" / ".." / SHEET):
            said = init(command_line, sheet)
            assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
            assert not command_line.folder.exists()

    @pytest.mark.parametrize("usual", ["", "Documents", "Desktop", "Downloads/deep", "Pictures"])
    def test_nor_in_the_usual_folders_of_a_person(
        self, command_line: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, usual: str
    ) -> None:
        monkeypatch.setenv("HOME", str(tmp_path / "home"))
        monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
        folder = tmp_path / "home" / usual
        folder.mkdir(parents=True)
        said = init(command_line, folder / SHEET)
        assert (said.code, "dossier personnel" in said.err) == (1, True)
        assert list(folder.iterdir()) == []

    def test_nor_over_a_file(self, command_line: CommandLine, tmp_path: Path) -> None:
        (tmp_path / SHEET).write_bytes(b"something")
        said = init(command_line, tmp_path / SHEET)
        assert (said.code, "existe déjà" in said.err) == (1, True)
        assert (tmp_path / SHEET).read_bytes() == b"something"
        assert not (command_line.folder / "data.db").exists()

    def test_nor_into_a_folder_that_is_not_there(self, command_line: CommandLine, tmp_path: Path) -> None:
        said = init(command_line, tmp_path / "stick" / SHEET)
        assert (said.code, "introuvable" in said.err) == (1, True)

    def test_without_a_terminal_it_must_be_named(self, command_line: CommandLine) -> None:
        said = command_line("init", "--account", "Maya", "--password-stdin", given=f"{MAYA_WORDS}\n")
        assert (said.code, "--recovery-sheet" in said.err) == (2, True)
        assert not command_line.folder.exists()


@pytest.mark.parametrize(
    ("arguments", "given", "code"),
    [
        (["--account", "Maya"], "kort\n", 1),
        (["--account", "Maya"], "", 2),
        (["--account", MAYA_WORDS], f"{MAYA_WORDS}\n", 1),
        ([], f"{MAYA_WORDS}\n", 2),
    ],
)
def test_refused_it_leaves_neither_data_nor_sheet(
    command_line: CommandLine, tmp_path: Path, arguments: list[str], given: str, code: int
) -> None:
    sheet = tmp_path / SHEET
    said = command_line("init", "--password-stdin", "--recovery-sheet", sheet, *arguments, given=given)
    assert (said.code, said.out, said.err.count("\n")) == (code, "", 1)
    assert not sheet.exists()
    assert not (command_line.folder / "data.db").exists()


def test_what_is_there_is_never_touched(furnished: CommandLine, tmp_path: Path) -> None:
    before = (furnished.folder / "data.db").read_bytes(), (furnished.folder / "keys.json").read_bytes()
    said = init(furnished, tmp_path / SHEET)
    assert (said.code, "rien n'a été changé" in said.err) == (1, True)
    assert not (tmp_path / SHEET).exists()
    now = (furnished.folder / "data.db").read_bytes(), (furnished.folder / "keys.json").read_bytes()
    assert now == before


def test_when_the_data_base_cannot_be_made_the_sheet_is_taken_away(
    command_line: CommandLine, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    said = command_line.plain(
        *("init", "--data", str(tmp_path / "file" / "data"), "--account", "Maya", "--password-stdin"),
        *("--recovery-sheet", tmp_path / SHEET),
        given=f"{MAYA_WORDS}\n",
    )
    assert (said.code, said.err.count("\n")) == (1, 1)
    assert not (tmp_path / SHEET).exists()


class Terminal:
    """A program with someone at its terminal, who answers each question."""

    def __init__(self, home: Path, *arguments: str | Path) -> None:
        self._mine, theirs = pty.openpty()
        env = {"PATH": os.environ["PATH"], "HOME": str(home), "PYTHONPATH": str(PROJECT), "LANG": "en_GB"}
        self._program = subprocess.Popen(
            [sys.executable, "-m", "icarmed", *map(str, arguments)],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=env,
            start_new_session=True,
        )
        os.close(theirs)
        self.said = ""

    def until(self, text: str) -> str:
        """What the program says up to a text, which must come."""
        start = len(self.said)
        while text not in self.said[start:]:
            ready, _, _ = select.select([self._mine], [], [], 60)
            assert ready, self.said
            try:
                self.said += os.read(self._mine, 10_000).decode()
            except OSError:  # it has ended
                break
        assert text in self.said[start:], self.said
        return self.said[start:]

    def type(self, line: str) -> None:
        os.write(self._mine, f"{line}\n".encode())

    def ended(self) -> int:
        code = self._program.wait(60)
        os.close(self._mine)
        return code


class TestAtATerminal:
    def start(self, tmp_path: Path) -> tuple[Terminal, Path]:
        home = tmp_path / "home"
        home.mkdir()
        sheet = tmp_path / SHEET
        terminal = Terminal(home, "init", "--data", tmp_path / "data", "--recovery-sheet", sheet)
        terminal.until("Sign-in name of the first account:")
        terminal.type("Maya")
        terminal.until("New password of Maya:")
        terminal.type(MAYA_WORDS)
        terminal.until("Once more:")
        return terminal, sheet

    def groups_asked(self, terminal: Terminal, sheet: Path, *, rightly: bool) -> None:
        for _ in range(2):
            asked = terminal.until("of the recovery sheet:")
            number = int(asked.rpartition("Group ")[2].split()[0])
            code = recovery_code_on(sheet)
            terminal.type(code[(number - 1) * 5 : number * 5] if rightly else "22222")

    def test_two_groups_are_typed_back(self, tmp_path: Path) -> None:
        terminal, sheet = self.start(tmp_path)
        terminal.type(MAYA_WORDS)
        self.groups_asked(terminal, sheet, rightly=False)
        self.groups_asked(terminal, sheet, rightly=True)
        terminal.until("The data base is ready")
        assert terminal.ended() == 0
        assert MAYA_WORDS not in terminal.said

    def test_never_typed_back_rightly_nothing_is_made(self, tmp_path: Path) -> None:
        terminal, sheet = self.start(tmp_path)
        terminal.type(MAYA_WORDS)
        for _ in range(3):
            self.groups_asked(terminal, sheet, rightly=False)
        terminal.until("These two groups are not those of the recovery sheet.")
        assert terminal.ended() == 1
        assert not sheet.exists()
        assert not (tmp_path / "data" / "data.db").exists()

    def test_a_slip_of_the_finger_in_the_password_is_found(self, tmp_path: Path) -> None:
        terminal, _ = self.start(tmp_path)
        terminal.type("les chiens du quqi")
        terminal.until("The two passwords are not the same.")
        assert terminal.ended() == 1


class TestPrinter:
    def test_straight_to_the_printer(self, tmp_path: Path) -> None:
        """The sheet reaches `lp` on its standard input and no file of ours."""
        programs, home = tmp_path / "bin", tmp_path / "home"
        programs.mkdir()
        home.mkdir()
        printer = programs / "lp"
        printer.write_text(f"#!/bin/sh\ncat > '{tmp_path}/printed.pdf'\n", "utf-8")
        printer.chmod(0o755)
        env_path = f"{programs}:{os.environ['PATH']}"
        mine, theirs = pty.openpty()
        password = tmp_path / "password"
        password.write_text(MAYA_WORDS, "utf-8")
        program = subprocess.Popen(
            [
                *(sys.executable, "-m", "icarmed", "init", "--data", str(tmp_path / "data")),
                *("--account", "Maya", "--password-file", str(password)),
            ],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={"PATH": env_path, "HOME": str(home), "PYTHONPATH": str(PROJECT)},
        )
        os.close(theirs)
        said = b""
        while b"Groupe" not in said:
            assert select.select([mine], [], [], 60)[0], said
            said += os.read(mine, 10_000)
        assert recovery_code_on(tmp_path / "printed.pdf")
        program.kill()
        program.wait(60)
        os.close(mine)
        assert not (tmp_path / "data" / "data.db").exists()


def test_in_an_empty_home_without_a_keyring(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    sheet = tmp_path / SHEET
    made = icarmed(
        *("init", "--account", "Maya", "--password-stdin", "--recovery-sheet", sheet),
        home=home,
        given=f"{MAYA_WORDS}\n",
    )
    assert (made.code, made.err) == (0, "")
    listed = icarmed("account", "list", "--password-stdin", home=home, given=f"{MAYA_WORDS}\n")
    assert (listed.code, "Maya" in listed.out) == (0, True)
    assert {path.name for path in (home / ".local" / "share" / "icarmed").iterdir()} >= {
        "data.db",
        "keys.json",
    }
