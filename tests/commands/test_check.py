"""`icarmed check`, and what lies on the disk while the program runs and after it was killed."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from icarmed.db.engine import connect
from icarmed.usecases.vault.entering import sign_in
from icarmed.usecases.vault.folder import DataFolder
from tests.support.command_line import MAYA_WORDS, PROJECT, CommandLine
from tests.support.vaults import AT

ALIAS = "Zénobie-Inventée"

WORKING = """
import sys, time
from pathlib import Path
from icarmed.usecases.backups import backup
from icarmed.usecases.people import RegisterPerson, register
from icarmed.usecases.restoring import verify
from icarmed.usecases.vault.credentials import ByPassword
from icarmed.usecases.vault.entering import sign_in
from icarmed.usecases.vault.folder import DataFolder
from tests.commands.test_check import ALIAS
from tests.support.vaults import AT, MAYA_WORDS, desk_of

vault = sign_in(DataFolder(Path(sys.argv[1])), "Maya", MAYA_WORDS, AT)
desk = desk_of(vault)
for number in range(300):
    register(desk, RegisterPerson(f"{ALIAS} {number}"))
made = backup(vault, desk, Path(sys.argv[2])).value.file
verify(made, ByPassword("Maya", MAYA_WORDS), AT)
with vault.database.reading() as connection:
    connection.exec_driver_sql("SELECT name FROM patient_names ORDER BY hex(name) || hex(name)").fetchall()
    print("written", flush=True)
    sys.stdin.read()
"""


def tampered(folder: Path, statement: str) -> None:
    with sign_in(DataFolder(folder), "Maya", MAYA_WORDS, AT) as vault:
        link = connect(vault.folder.data_base, vault.data_key.secret)
        link.execute(statement)
        link.close()


def test_where_all_is_well(furnished: CommandLine) -> None:
    said = furnished.as_maya("check")
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[-1] == "Tout est en ordre."
    answer = furnished.as_maya("check", "--json").document
    assert isinstance(answer, dict)
    assert (answer["ok"], answer["findings"], answer["backup"]) == (True, [], None)


def test_what_is_found_is_said_and_is_a_refusal(furnished: CommandLine) -> None:
    tampered(furnished.folder, "DELETE FROM audit WHERE seq = 5")
    said = furnished.as_maya("check")
    assert said.code == 1
    assert said.out.splitlines()[0] == "Il manque au moins une ligne du registre, à partir du numéro 5."
    answer = furnished.as_maya("check", "--json")
    assert answer.code == 1
    assert isinstance(answer.document, dict)
    first, *_ = answer.document["findings"]
    assert (first["code"], first["seq"]) == ("audit_gap", 5)


def plain_text_in(*folders: Path) -> list[str]:
    needles = [
        ALIAS.encode(),
        ALIAS.encode("utf-16-le"),
        ALIAS[:7].encode(),
        b"SQLite format 3",
        b"CREATE TABLE",
    ]
    return [
        str(path)
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file() and any(needle in path.read_bytes() for needle in needles)
    ]


def test_no_plain_text_of_anyone_is_on_the_disk_even_after_kill_9(
    furnished: CommandLine, tmp_path: Path
) -> None:
    """Data base, log, backup, temporary files: while the program runs, and when it was killed."""
    stick, temporary = tmp_path / "stick", tmp_path / "temporary"
    stick.mkdir()
    temporary.mkdir()
    everywhere = (furnished.folder, stick, temporary)
    program = subprocess.Popen(
        [sys.executable, "-c", WORKING, str(furnished.folder), str(stick)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=PROJECT,
        env=os.environ | {"TMPDIR": str(temporary), "SQLITE_TMPDIR": str(temporary)},
    )
    assert program.stdout is not None
    assert program.stdin is not None
    assert program.stdout.readline() == b"written\n"
    assert (furnished.folder / "data.db-wal").stat().st_size > 0
    assert plain_text_in(*everywhere) == []
    program.send_signal(signal.SIGKILL)
    program.wait(60)
    program.stdout.close()
    program.stdin.close()
    assert (furnished.folder / "data.db-wal").stat().st_size > 0
    assert plain_text_in(*everywhere) == []
    assert list(temporary.iterdir()) == []
    said = furnished.as_maya("check", "--json")
    assert said.code == 0, said.out


def test_the_needle_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "leak").write_bytes(b"..." + ALIAS.encode() + b"...")
    assert plain_text_in(tmp_path)


@pytest.mark.parametrize("name", ["data.db", "keys.json"])
def test_rubbish_in_place_of_a_file_is_one_line(furnished: CommandLine, name: str) -> None:
    (furnished.folder / name).write_bytes(b"rubbish")
    said = furnished.as_maya("check")
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
