"""Two windows on one key file."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from icarmed.security.disk import exclusive
from icarmed.security.errors import KeyFault, KeyFileError, SignInRefused
from icarmed.security.keyfile import KeyFile
from icarmed.security.keyset import FailedSignIns
from tests.security.keys import MAYA, MAYA_WORDS, WRONG_WORDS, House

PROJECT = Path(__file__).parents[2]
TRIES = 15

FAILING = """
import sys
from pathlib import Path
from icarmed.security.errors import SignInRefused
from icarmed.security.keyfile import KeyFile

for _ in range(int(sys.argv[2])):
    try:
        KeyFile(Path(sys.argv[1])).sign_in("Maya", "wrong")
    except SignInRefused:
        pass
    else:
        sys.exit("opened")
"""


def test_no_try_of_two_processes_is_lost(house: House) -> None:
    command = [sys.executable, "-c", FAILING, str(house.file.path), str(TRIES)]
    with (
        subprocess.Popen(command, stderr=subprocess.PIPE, cwd=PROJECT) as one,
        subprocess.Popen(command, stderr=subprocess.PIPE, cwd=PROJECT) as two,
    ):
        errors = one.communicate()[1] + two.communicate()[1]
    assert (one.returncode, two.returncode, errors) == (0, 0, b"")
    assert house.file.failed_sign_ins() == (FailedSignIns(MAYA, 2 * TRIES),)
    assert house.file.sign_in("Maya", MAYA_WORDS) == house.opened


def test_no_try_of_two_threads_is_lost(house: House) -> None:
    def fail(_: int) -> None:
        with pytest.raises(SignInRefused):
            house.file.sign_in("Maya", WRONG_WORDS)

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(fail, range(TRIES)))
    assert house.file.failed_sign_ins() == (FailedSignIns(MAYA, TRIES),)


def test_who_does_not_let_go_is_not_waited_for_for_ever(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    with exclusive(path), pytest.raises(KeyFileError) as refusal, exclusive(path, patience_seconds=0.05):
        pass
    assert refusal.value.fault is KeyFault.BUSY
    with exclusive(path, patience_seconds=0):
        assert not path.exists()


def test_a_wrong_password_is_refused_also_where_it_cannot_be_counted(house: House) -> None:
    def denied(_: object) -> None:
        raise PermissionError

    with pytest.raises(SignInRefused) as refusal:
        KeyFile(house.file.path, denied).sign_in("Maya", WRONG_WORDS)
    assert isinstance(refusal.value.__cause__, PermissionError)
    assert KeyFile(house.file.path, denied).sign_in("Maya", MAYA_WORDS) == house.opened
