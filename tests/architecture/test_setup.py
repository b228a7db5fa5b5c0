"""Set-up on a machine that lacks something; `apt-get`, `sudo`, `id` and `ldconfig` are stand-ins."""

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.architecture.project import ROOT
from tests.support.processes import Ended, run

LIBRARIES = "libglib-2.0.so.0 libGL.so.1 libEGL.so.1 libdbus-1.so.3 libfontconfig.so.1 libxkbcommon.so.0"
LOCKS = ("requirements.lock", "packaging/uv.lock.txt", "packaging/setup.sh")


@dataclass(frozen=True, slots=True)
class Machine:
    """A bare checkout and the programs that its set-up meets before the real ones."""

    folder: Path

    @property
    def programs(self) -> Path:
        return self.folder / "programs"

    def has(self, name: str, script: str) -> None:
        """Put a stand-in before the program of that name."""
        program = self.programs / name
        program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        program.chmod(0o755)

    def installed(self) -> str:
        """What apt-get was asked for."""
        log = self.folder / "apt.log"
        return log.read_text("utf-8") if log.exists() else ""

    def set_up(self, **extra: str) -> Ended:
        plain = {name: value for name, value in os.environ.items() if name in {"HOME", "LANG"}}
        path = f"{self.programs}:/usr/bin:/bin"
        return run(["bash", "packaging/setup.sh"], folder=self.folder, env={**plain, "PATH": path, **extra})


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A machine of a user without rights, with every library and without Python."""
    made = Machine(tmp_path)
    made.programs.mkdir()
    (tmp_path / "packaging").mkdir()
    for name in LOCKS:
        shutil.copy(ROOT / name, tmp_path / name)
    made.has("ldconfig", f"echo {LIBRARIES}")
    made.has("id", "echo 1000")
    made.has("sudo", "exit 1")
    made.has("apt-get", f'echo "$@" >> "{tmp_path}/apt.log"')
    return made


def test_a_missing_library_is_named_with_the_command_that_installs_it(machine: Machine) -> None:
    machine.has("ldconfig", f"echo {LIBRARIES.replace('libEGL.so.1', '')}")
    ended = machine.set_up()
    assert ended.code == 1
    assert "sudo apt-get update && sudo apt-get install --yes --no-install-recommends libegl1\n" in ended.err
    assert machine.installed() == ""


def test_root_installs_a_missing_library(machine: Machine) -> None:
    machine.has("ldconfig", f"echo {LIBRARIES.replace('libEGL.so.1', '').replace('libGL.so.1', '')}")
    machine.has("id", "echo 0")
    machine.set_up(PYTHON="no-such-python")
    assert machine.installed() == "install --yes --no-install-recommends libgl1 libegl1\n"


def test_a_user_with_sudo_installs_through_it(machine: Machine) -> None:
    machine.has("ldconfig", f"echo {LIBRARIES.replace('libdbus-1.so.3', '')}")
    machine.has("sudo", 'shift; exec "$@"')
    machine.set_up(PYTHON="no-such-python")
    assert machine.installed() == "install --yes --no-install-recommends libdbus-1-3\n"


def test_stale_package_lists_are_read_anew_and_the_installation_tried_again(machine: Machine) -> None:
    machine.has("ldconfig", f"echo {LIBRARIES.replace('libEGL.so.1', '')}")
    machine.has("id", "echo 0")
    log = machine.folder / "apt.log"
    machine.has("apt-get", f'echo "$1" >> "{log}"; [ "$1" = update ] || grep -q update "{log}"')
    machine.set_up(PYTHON="no-such-python")
    assert machine.installed().split() == ["install", "update", "install"]


def test_a_screen_asks_for_more_libraries(machine: Machine) -> None:
    ended = machine.set_up(DISPLAY=":0")
    assert ended.code == 1
    assert "libxcb-cursor0" in ended.err
    assert "libwayland-client0" not in ended.err


def test_a_python_that_is_too_old_is_refused(machine: Machine) -> None:
    machine.has("old-python", "exit 1")
    ended = machine.set_up(PYTHON="old-python")
    assert ended.code == 1
    assert "old-python is not Python 3.11, 3.12 or 3.13." in ended.err


def test_a_python_that_cannot_make_environments_asks_for_its_debian_package(machine: Machine) -> None:
    machine.has("bare-python", f'case "$*" in *ensurepip*) exit 1 ;; esac; exec "{sys.executable}" "$@"')
    ended = machine.set_up(PYTHON="bare-python")
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert ended.code == 1
    assert f"--no-install-recommends python{version}-venv\n" in ended.err
    assert not (machine.folder / ".venv").exists()


def stamp(machine: Machine) -> str:
    """The checksum that a finished set-up leaves."""
    whole = "".join((machine.folder / name).read_text("utf-8") for name in LOCKS)
    return run(["cksum"], given=whole).out


def test_a_finished_set_up_is_left_alone(machine: Machine) -> None:
    programs = machine.folder / ".venv" / "bin"
    programs.mkdir(parents=True)
    (programs / "python").symlink_to(sys.executable)
    (machine.folder / ".venv" / "made-from").write_text(stamp(machine), "utf-8")
    before = sorted((machine.folder / ".venv").rglob("*"))
    ended = machine.set_up(PYTHON="no-such-python")
    assert ended.code == 0, ended.said
    assert ended.out + ended.err == ""
    assert sorted((machine.folder / ".venv").rglob("*")) == before


def test_a_changed_lock_ends_the_old_environment(machine: Machine) -> None:
    programs = machine.folder / ".venv" / "bin"
    programs.mkdir(parents=True)
    made_from = machine.folder / ".venv" / "made-from"
    made_from.write_text(stamp(machine), "utf-8")
    with (machine.folder / "requirements.lock").open("a", encoding="utf-8") as lock:
        lock.write("# changed\n")
    ended = machine.set_up(PYTHON="no-such-python")
    assert ended.code == 1
    assert not made_from.exists()
