"""The import contracts hold, and each refuses a planted fault."""

import configparser
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.project import PACKAGE, ROOT, tool
from tests.support.processes import Ended, run

CONTRACTS = ROOT / "packaging" / "importlinter.ini"

# contract: files to plant, by path in the package
PLANTS: list[tuple[str, dict[str, str]]] = [
    ("layers", {"domain/planted.py": "import icarmed.usecases\n"}),
    ("layers", {"domain/planted.py": "from icarmed import paths\n"}),
    ("layers", {"usecases/planted.py": "def late():\n    from icarmed import ui\n"}),
    ("layers", {"db/planted.py": "import icarmed.documents\n"}),
    ("layers", {"documents/planted.py": "import icarmed.catalogue\n"}),
    ("layers", {"security/planted.py": "import icarmed.db\n"}),
    ("layers", {"catalogue/planted.py": "import icarmed.interop\n"}),
    ("layers", {"newcomer.py": ""}),
    ("faces", {"ui/planted.py": "import icarmed.commands\n"}),
    ("headless", {"commands/planted.py": "import icarmed.ui\n"}),
    ("qt", {"usecases/planted.py": "from PySide6.QtCore import QObject\n"}),
    ("qt", {"documents/planted.py": "import PySide6.QtGui\n"}),
    ("sql", {"usecases/planted.py": "import sqlalchemy as sa\n"}),
    ("sql", {"ui/planted.py": "import sqlcipher3\n"}),
    ("paper", {"ui/planted.py": "from reportlab.pdfgen import canvas\n"}),
    ("secrets", {"usecases/planted.py": "import keyring\n"}),
    ("secrets", {"db/planted.py": "from cryptography.fernet import Fernet\n"}),
    ("never", {"interop/planted.py": "from urllib import request\n"}),
    ("never", {"db/planted.py": "import sqlite3\n"}),
    ("never", {"db/planted.py": "import pickle\n"}),
    (
        "screens",
        {
            "ui/screens/planted_a.py": "from icarmed.ui.screens import planted_b\n",
            "ui/screens/planted_b.py": "",
        },
    ),
    (
        "circles",
        {
            "domain/planted_a.py": "import icarmed.domain.planted_b\n",
            "domain/planted_b.py": "import icarmed.domain.planted_a\n",
        },
    ),
]


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package in a folder of its own."""
    folder = tmp_path_factory.mktemp("contracts")
    shutil.copytree(PACKAGE, folder / "icarmed", ignore=shutil.ignore_patterns("__pycache__", "*.pyc"))
    return folder


@pytest.fixture
def package(copied: Path) -> Iterator[Path]:
    """The copy, cleared of what a test plants in it."""
    before = set(copied.rglob("*"))
    yield copied / "icarmed"
    for planted in set(copied.rglob("*")) - before:
        if planted.is_file():
            planted.unlink()


def lint(folder: Path, *contracts: str) -> Ended:
    limits = [part for contract in contracts for part in ("--contract", contract)]
    return run(
        [tool("lint-imports"), "--config", CONTRACTS, "--no-logo", "--no-cache", *limits], folder=folder
    )


def test_the_package_keeps_every_contract(package: Path) -> None:
    ended = lint(package.parent)
    assert ended.code == 0, ended.said


@pytest.mark.parametrize(
    ("contract", "files"), PLANTS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_planted_import_is_refused(package: Path, contract: str, files: dict[str, str]) -> None:
    for name, text in files.items():
        (package / name).parent.mkdir(exist_ok=True)
        (package / name).write_text(text, "utf-8")
    ended = lint(package.parent, contract)
    assert ended.code == 1, ended.said
    assert "1 broken" in ended.out


def contracts() -> configparser.ConfigParser:
    read = configparser.ConfigParser()
    read.read(CONTRACTS, "utf-8")
    return read


def test_every_contract_has_its_planted_fault() -> None:
    named = {section.rpartition(":")[2] for section in contracts().sections() if ":contract:" in section}
    assert named == {contract for contract, _ in PLANTS}


@pytest.mark.parametrize(
    ("contract", "option", "module"),
    [
        ("qt", "allowed_importers", "icarmed.app"),
        ("faces", "source_modules", "icarmed.app"),
        ("headless", "source_modules", "icarmed.cli"),
        ("headless", "forbidden_modules", "icarmed.app"),
        ("faces", "forbidden_modules", "icarmed.cli"),
    ],
)
def test_a_face_stands_in_its_contracts_once_it_exists(contract: str, option: str, module: str) -> None:
    """import-linter refuses the name of a module that is not there, so each is added with its module."""
    exists = (ROOT / module.replace(".", "/")).with_suffix(".py").is_file()
    listed = contracts()[f"importlinter:contract:{contract}"][option].split()
    assert (module in listed) == exists
