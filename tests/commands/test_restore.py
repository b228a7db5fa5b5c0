"""`icarmed restore`, on the machine it came from and on a bare one."""

from pathlib import Path

import pytest

from tests.commands.test_init import SHEET, recovery_code_on
from tests.support.command_line import MAYA_WORDS, CommandLine, icarmed

PASSWORD = f"{MAYA_WORDS}\n"


@pytest.fixture
def file(furnished: CommandLine, tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    answer = furnished.as_maya("backup", "--to", tmp_path / "stick", "--json").document
    assert isinstance(answer, dict)
    return Path(answer["file"])


def test_what_is_there_is_moved_aside(furnished: CommandLine, file: Path) -> None:
    furnished.add_noor()
    said = furnished.as_maya("restore", file)
    assert (said.code, said.err) == (0, "")
    aside, *more = furnished.folder.glob("before-*")
    assert more == []
    assert {path.name for path in aside.iterdir()} == {"data.db", "keys.json"}
    assert said.out.splitlines()[-2:] == [
        f"Ce qui était là est gardé dans {aside}",
        f"La sauvegarde est remise dans {furnished.folder}",
    ]
    assert furnished("check", "--password-stdin", given=PASSWORD).code == 0


def test_in_json(furnished: CommandLine, file: Path) -> None:
    answer = furnished.as_maya("restore", file, "--json").document
    assert isinstance(answer, dict)
    assert (answer["data"], answer["findings"]) == (str(furnished.folder), [])
    assert Path(answer["set_aside"]).is_dir()


@pytest.mark.parametrize("by", ["password", "recovery code"])
def test_on_a_bare_machine_in_an_empty_home_without_a_keyring(
    file: Path, tmp_path: Path, made_once: Path, by: str
) -> None:
    home, code = tmp_path / "home", tmp_path / "code"
    home.mkdir()
    code.write_text(recovery_code_on(made_once / SHEET), "utf-8")
    if by == "password":
        shown, given = ["--password-stdin"], PASSWORD
    else:
        shown, given = ["--recovery-code-file", str(code)], ""
    done = icarmed("restore", file, *shown, home=home, given=given)
    assert (done.code, done.err) == (0, ""), done.said
    checked = icarmed("check", *shown, home=home, given=given)
    assert (checked.code, checked.err) == (0, ""), checked.said


def test_refused_nothing_is_moved(furnished: CommandLine, file: Path, tmp_path: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    (tmp_path / "damaged.zip").write_bytes(data)
    before = (furnished.folder / "data.db").read_bytes()
    for command, code in (
        (["restore", str(tmp_path / "damaged.zip")], 1),
        (["restore", str(tmp_path / "none.zip")], 1),
        (["restore"], 2),
    ):
        said = furnished.as_maya(*command)
        assert (said.code, said.out, said.err.count("\n")) == (code, "", 1)
    assert furnished("restore", file, "--password-stdin", given="no\n").code == 1
    assert (furnished.folder / "data.db").read_bytes() == before
    assert not list(furnished.folder.glob("before-*"))
