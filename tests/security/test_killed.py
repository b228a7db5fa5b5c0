"""The key file when whoever writes it is killed before each step, by a real end of a real process."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from icarmed.security.disk import Step, replace_file
from icarmed.security.keyfile import KeyFile
from tests.security.keys import MAYA_WORDS, RULES, House, recovery_code

PROJECT = Path(__file__).parents[2]
NEW_WORDS = "une péniche au soleil"

CHANGING = """
import os, sys
from pathlib import Path
from icarmed.security.disk import Step
from icarmed.security.keyfile import KeyFile
from tests.security.keys import MAYA_WORDS, RULES
from tests.security.test_killed import NEW_WORDS

last = Step(sys.argv[2])
file = KeyFile(Path(sys.argv[1]), lambda step: os._exit(9) if step is last else None)
file.change_password("Maya", MAYA_WORDS, NEW_WORDS, RULES)
"""


@pytest.mark.parametrize("step", Step)
def test_killed_before_any_step_one_of_the_two_passwords_opens(house: House, step: Step) -> None:
    killed = subprocess.run(
        [sys.executable, "-c", CHANGING, str(house.file.path), step.value],
        check=False,
        capture_output=True,
        cwd=PROJECT,
    )
    assert (killed.returncode, killed.stderr) == (9, b"")
    renamed = step in {Step.SYNC_FOLDER, Step.DONE}
    assert house.file.sign_in("Maya", NEW_WORDS if renamed else MAYA_WORDS) == house.opened
    house.file.replace_recovery_code(house.opened, recovery_code(seed=8), RULES)
    assert house.file.open_with_recovery_code(recovery_code(seed=8)).data_keys == house.opened.data_keys


def test_half_a_temporary_file_is_no_matter(house: House) -> None:
    beside = house.file.path.with_name("keys.json.new")
    beside.write_bytes(house.file.content() * 2)
    assert house.file.sign_in("Maya", MAYA_WORDS) == house.opened
    house.add_noor()
    assert [holder.name for holder in house.file.public_keys()] == ["Maya", "", "Noor"]
    assert not beside.exists()


class DiskFull(OSError):
    pass


def full_at(step: Step, full: Step) -> None:
    if step is full:
        raise DiskFull


@pytest.mark.parametrize("step", [Step.WRITE, Step.SYNC, Step.RENAME])
def test_on_a_full_disk_the_file_stays_as_it_was(house: House, step: Step) -> None:
    before = house.file.content()
    file = KeyFile(house.file.path, lambda reached: full_at(reached, step))
    with pytest.raises(DiskFull):
        file.change_password("Maya", MAYA_WORDS, NEW_WORDS, RULES)
    assert house.file.content() == before


def test_the_steps_come_in_the_order_that_keeps_one_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    seen: list[tuple[Step, bytes]] = []
    replace_file(path, b"new", lambda step: seen.append((step, path.read_bytes())))
    assert seen == [
        (Step.WRITE, b"old"),
        (Step.SYNC, b"old"),
        (Step.RENAME, b"old"),
        (Step.SYNC_FOLDER, b"new"),
        (Step.DONE, b"new"),
    ]


def test_the_file_and_then_its_folder_are_forced_to_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forced: list[bool] = []
    really = os.fsync

    def fsync(handle: int) -> None:
        forced.append(stat.S_ISDIR(os.fstat(handle).st_mode))
        really(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    replace_file(tmp_path / "file", b"new")
    assert forced == [False, True]
