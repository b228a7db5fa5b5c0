"""The wheel holds all that the program needs, and runs from an empty folder."""

import json
import os
import sys
import zipfile
from pathlib import Path

import pytest

from tests.architecture.project import PACKAGE, RESOURCES, ROOT, files_under
from tests.support.processes import run

# What pip and Python would take from the machine that runs the tests.
STRANGE = ("PIP_", "UV_", "PYTHON", "ICARMED_")
BARE = {name: value for name, value in os.environ.items() if not name.startswith(STRANGE)}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as it would be released."""
    folder = tmp_path_factory.mktemp("wheel")
    ended = run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], folder=ROOT, env=BARE
    )
    assert ended.code == 0, ended.said
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the installed wheel and nothing else."""
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "--isolated", "--disable-pip-version-check", "--quiet"]
    ended = run([*pip, "install", "--no-index", "--no-deps", "--target", folder, wheel], env=BARE)
    assert ended.code == 0, ended.said
    return folder


def test_the_wheel_holds_every_module_and_every_resource(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    wanted = {f"icarmed/{file.relative_to(PACKAGE).as_posix()}" for file in files_under(PACKAGE)}
    wanted |= {
        f"icarmed/resources/{file.relative_to(RESOURCES).as_posix()}" for file in files_under(RESOURCES)
    }
    assert wanted - held == set()
    assert any(name.endswith("licenses/LICENCE") for name in held)


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    held = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].partition("-")[0] for name in held} == {"icarmed"}
    assert [name for name in held if "__pycache__" in name or "/tests/" in name] == []


def test_an_installed_program_finds_its_own_resources(installed: Path, tmp_path: Path) -> None:
    script = "from icarmed import paths; print(paths.resources())"
    ended = run([sys.executable, "-c", script], folder=tmp_path, env={**BARE, "PYTHONPATH": str(installed)})
    assert ended.code == 0, ended.said
    assert Path(ended.out.strip()) == installed / "icarmed" / "resources"


def test_an_installed_program_forecasts(installed: Path, tmp_path: Path) -> None:
    """One dose on 15 October 2026, plan 0-1-4: dose 2 is due a month later (clinical.md)."""
    case = ["--schedule", "hepb-0-1-4", "--born", "1994-02-03", "--dose", "2026-10-15", "--on", "2026-10-22"]
    ended = run(
        [sys.executable, "-m", "icarmed", "forecast", *case, "--json"],
        folder=tmp_path,
        env={**BARE, "PYTHONPATH": str(installed)},
    )
    assert ended.code == 0, ended.said
    forecast = json.loads(ended.out)
    assert forecast["status"] == "in_progress"
    assert forecast["next"]["number"] == 2
    assert forecast["next"]["earliest"] == "2026-11-12"
    assert forecast["next"]["recommended"] == "2026-11-15"
    assert list(tmp_path.iterdir()) == []
