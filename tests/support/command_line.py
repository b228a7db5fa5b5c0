"""The command line in this process, with what it answers; and a data folder made by `icarmed init`."""

import io
import json
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from icarmed import cli
from icarmed.catalogue.texts import words
from icarmed.documents.recovery_sheet import RecoverySheet, render
from tests.support.processes import Ended, run
from tests.support.vaults import AT, MAYA_WORDS, NOOR_WORDS, house

__all__ = [
    "MAYA_WORDS",
    "NOOR_WORDS",
    "CommandLine",
    "Said",
    "command_line",
    "furnished",
    "icarmed",
    "made_once",
]

PROJECT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> object:
        """The one JSON document of `--json`, with nothing beside it."""
        return json.loads(self.out)


@dataclass(frozen=True, slots=True)
class CommandLine:
    """Commands on one data folder, spoken in French."""

    folder: Path
    capsys: pytest.CaptureFixture[str]
    monkeypatch: pytest.MonkeyPatch

    def __call__(self, *arguments: str | Path, given: str = "") -> Said:
        """One command with `--data`, `given` on its standard input."""
        return self.plain(*arguments, "--data", self.folder, given=given)

    def plain(self, *arguments: str | Path, given: str = "") -> Said:
        """One command as it stands."""
        self.monkeypatch.setattr(sys, "stdin", io.StringIO(given))
        self.capsys.readouterr()
        try:
            code = cli.main([str(argument) for argument in arguments], window=lambda: 77)
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 1
        said = self.capsys.readouterr()
        return Said(code, said.out, said.err)

    def as_maya(self, *arguments: str | Path, given: str = "") -> Said:
        """One command by Maya, doctor and administrator."""
        return self(*arguments, "--account", "Maya", "--password-stdin", given=f"{MAYA_WORDS}\n{given}")

    def add_noor(self) -> None:
        """One more account, a nurse."""
        self.as_maya("account", "add", "Noor", "--role", "nurse", given=f"{NOOR_WORDS}\n")


@pytest.fixture
def command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> CommandLine:
    """On a folder where nothing is yet."""
    for name in ("ICARMED_DATA", "ICARMED_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    return CommandLine(tmp_path / "data", capsys, monkeypatch)


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `data` and `sheet.pdf`, of practice: there passwords cost little."""
    place = tmp_path_factory.mktemp("made")
    made = house(place / "data", practice=True)
    made.vault.close()
    pdf = render(RecoverySheet(made.sheet.code, AT.date()), words("fr"))
    (place / "sheet.pdf").write_bytes(pdf)
    return place


@pytest.fixture
def furnished(command_line: CommandLine, made_once: Path) -> CommandLine:
    """On a data base that is there."""
    shutil.copytree(made_once / "data", command_line.folder)
    return command_line


def icarmed(*arguments: str | Path, home: Path, given: str = "", seconds: float = 120, **more: str) -> Ended:
    """The program by itself, in an empty home and without a keyring."""
    env = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "PYTHONPATH": str(PROJECT),
        **more,
    }
    return run(
        [sys.executable, "-W", "error", "-m", "icarmed", *arguments],
        folder=home,
        env=env,
        given=given,
        seconds=seconds,
    )
