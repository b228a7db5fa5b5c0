"""`icarmed backup` and `icarmed verify`, also where the disk says no."""

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.commands.test_init import SHEET, recovery_code_on
from tests.support.command_line import MAYA_WORDS, PROJECT, CommandLine

PASSWORD = f"{MAYA_WORDS}\n"


def made(command_line: CommandLine, *more: str | Path) -> Path:
    answer = command_line.as_maya("backup", "--json", *more).document
    assert isinstance(answer, dict)
    return Path(answer["file"])


def test_it_says_where_it_is(furnished: CommandLine, tmp_path: Path) -> None:
    said = furnished.as_maya("backup")
    file, *_ = (furnished.folder / "backups").iterdir()
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == [
        f"Sauvegarde faite : {file}",
        "Elle est sur le même disque que les données : --to DOSSIER en met une ailleurs.",
    ]
    assert "même disque" not in furnished.as_maya("backup", "--to", tmp_path).out


def test_in_json_it_says_nothing_else(furnished: CommandLine, tmp_path: Path) -> None:
    answer = furnished.as_maya("backup", "--to", tmp_path, "--json").document
    assert isinstance(answer, dict)
    file = Path(answer["file"])
    assert (answer["bytes"], answer["removed"]) == (file.stat().st_size, [])
    assert answer.keys() == {"file", "made_at", "bytes", "audit_seq", "removed"}


def test_a_stick_that_is_not_plugged_in(furnished: CommandLine, tmp_path: Path) -> None:
    said = furnished.as_maya("backup", "--to", tmp_path / "stick")
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
    assert "branché" in said.err


class TestVerify:
    def test_it_opens_it_and_counts(self, furnished: CommandLine) -> None:
        said = furnished.plain("verify", made(furnished), "--password-stdin", given=PASSWORD)
        assert (said.code, said.err) == (0, "")
        assert said.out.splitlines()[1:] == [
            "0 personnes, 0 passages, 0 doses, 0 demandes au laboratoire",
            "Elle s'ouvre et elle est entière.",
        ]

    def test_in_json(self, furnished: CommandLine) -> None:
        file = made(furnished)
        answer = furnished.plain("verify", file, "--json", "--password-stdin", given=PASSWORD).document
        assert isinstance(answer, dict)
        assert (answer["file"], answer["findings"], answer["patients"]) == (str(file), [], 0)

    def test_with_the_recovery_code(self, furnished: CommandLine, made_once: Path, tmp_path: Path) -> None:
        (tmp_path / "code").write_text(recovery_code_on(made_once / SHEET), "utf-8")
        said = furnished.plain("verify", made(furnished), "--recovery-code-file", tmp_path / "code")
        assert said.code == 0

    @pytest.mark.parametrize("what", [b"", b"PK\x05\x06" + bytes(18), b"not a zip"])
    def test_what_is_no_backup(self, furnished: CommandLine, tmp_path: Path, what: bytes) -> None:
        (tmp_path / "x.zip").write_bytes(what)
        said = furnished.plain("verify", tmp_path / "x.zip", "--password-stdin", given=PASSWORD)
        assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)

    def test_a_wrong_password(self, furnished: CommandLine) -> None:
        said = furnished.plain("verify", made(furnished), "--password-stdin", given="no\n")
        assert (said.code, said.err) == (1, "Le nom ou le mot de passe n'est pas le bon.\n")


@cache
def can_mount() -> bool:
    """Whether this machine lets a test have a disk of its own."""
    unshare = shutil.which("unshare")
    if unshare is None:
        return False
    asked = [unshare, "--map-root-user", "--mount", "sh", "-c", "mount -t tmpfs none /mnt"]
    return subprocess.run(asked, check=False, capture_output=True).returncode == 0


def in_the_shell(script: str, home: Path, *, own_disks: bool) -> subprocess.CompletedProcess[str]:
    env = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "PYTHONPATH": str(PROJECT),
        "ICARMED": f"{sys.executable} -W error -m icarmed",
        "LANG": "en_GB.UTF-8",
    }
    shell = ["sh", "-c", script]
    command = ["unshare", "--map-root-user", "--mount", *shell] if own_disks else shell
    return subprocess.run(command, check=False, capture_output=True, env=env, encoding="utf-8")


@pytest.mark.parametrize("way", ["limit", *(["disk"] if can_mount() else [])])
def test_on_a_full_disk_nothing_is_half_done(furnished: CommandLine, tmp_path: Path, way: str) -> None:
    """The backup fails in one line; the data base stays whole and no part of a backup is left."""
    data, stick, password = furnished.folder, tmp_path / "stick", tmp_path / "password"
    stick.mkdir()
    password.write_text(MAYA_WORDS, "utf-8")
    small = {
        "limit": "ulimit -f 300",
        "disk": f"cp -r {data} {tmp_path}/saved && mount -t tmpfs -o size=700k none {data}"
        f" && cp -r {tmp_path}/saved/. {data}",
    }[way]
    ended = in_the_shell(
        f"{small} || exit 9; $ICARMED backup --data {data} --to {stick} --password-file {password}; "
        f"code=$?; ls {stick} {data}; exit $code",
        tmp_path,
        own_disks=way == "disk",
    )
    assert ended.returncode == 1, ended.stderr
    assert (ended.stderr.count("\n"), "Traceback" in ended.stderr) == (1, False)
    assert ".zip" not in ended.stdout
    assert "being-copied.db\n" not in ended.stdout
    if way == "disk":
        assert ended.stderr.startswith("The disk is full")
    assert furnished.as_maya("check").code == 0


@pytest.mark.parametrize("command", ["backup", "account list", "check"])
@pytest.mark.parametrize("way", ["rights" if os.geteuid() else "as root", *(["disk"] if can_mount() else [])])
def test_a_write_protected_folder_is_said_in_one_line(
    furnished: CommandLine, tmp_path: Path, way: str, command: str
) -> None:
    """Root writes where it has no right to: there only the disk can refuse."""
    data, password = furnished.folder, tmp_path / "password"
    password.write_text(MAYA_WORDS, "utf-8")
    protect = {
        "rights": f"chmod -R a-w {data}",
        "as root": "true",
        "disk": f"mount --bind {data} {data} && mount -o remount,bind,ro {data}",
    }[way]
    before = (data / "data.db").read_bytes()
    ended = in_the_shell(
        f"{protect} || exit 9; $ICARMED {command} --data {data} --password-file {password}",
        tmp_path,
        own_disks=way == "disk",
    )
    data.chmod(0o700)
    if way == "as root":
        assert ended.returncode == 0, ended.stderr
        return
    assert (ended.returncode, ended.stdout) == (1, ""), ended.stderr
    assert ended.stderr.count("\n") == 1
    assert (data / "data.db").read_bytes() == before
