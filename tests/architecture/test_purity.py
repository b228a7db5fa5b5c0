"""Rules are pure and stories know no clock: read from the source, and shown to catch what is planted."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.project import modules, shown, tree

# What `icarmed/domain` may import: nothing that reads files, clocks or the network. `random` and `secrets`
# only to name the type of a source that is handed in.
PURE = {
    *("abc", "bisect", "calendar", "collections", "dataclasses", "datetime", "decimal", "enum", "fractions"),
    *("functools", "hashlib", "heapq", "itertools", "math", "operator", "random", "re", "statistics"),
    *("string", "types", "typing", "unicodedata", "uuid"),
    *("dateutil", "holidays", "stdnum"),
}
CLOCKS = {
    *("now", "today", "utcnow"),
    *("time_ns", "monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns", "localtime", "gmtime"),
}
CHANCE = {"uuid1", "uuid4", "SystemRandom", "token_bytes", "token_hex"}
BUILT_IN_DOORS = {"open", "print", "input", "exec", "eval", "__import__", "breakpoint"}


def foreign_imports(module: ast.Module) -> Iterator[str]:
    """Imports that a rule may not have."""
    for node in ast.walk(module):
        match node:
            case ast.Import(names=names):
                found = [alias.name for alias in names]
            case ast.ImportFrom(module=str(name)):
                found = [name]
            case _:
                continue
        for name in found:
            inside = name == "icarmed.domain" or name.startswith("icarmed.domain.")
            if not inside and name.split(".")[0] not in PURE:
                yield f"line {node.lineno}: import {name}"


def called(node: ast.Call) -> tuple[str, str]:
    """The base and the last name of what is called: `datetime.now(…)` is ("datetime", "now")."""
    match node.func:
        case ast.Attribute(value=ast.Name(id=base), attr=name):
            return base, name
        case ast.Attribute(attr=name):
            return "", name
        case ast.Name(id=name):
            return "", name
    return "", ""


def clocks(module: ast.Module) -> Iterator[str]:
    """Calls that ask what time it is."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            base, name = called(node)
            if name in CLOCKS or (base, name) == ("time", "time"):
                yield f"line {node.lineno}: {base}.{name}()"


def doors(module: ast.Module) -> Iterator[str]:
    """Calls that draw chance, open files or talk."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            base, name = called(node)
            global_chance = base == "random" and name != "Random"
            if global_chance or name in CHANCE or (not base and name in BUILT_IN_DOORS):
                yield f"line {node.lineno}: {name}()"


@pytest.mark.parametrize("file", modules("icarmed/domain"), ids=shown)
def test_a_rule_is_pure(file: Path) -> None:
    module = tree(file)
    assert [*foreign_imports(module), *clocks(module), *doors(module)] == []


@pytest.mark.parametrize("file", modules("icarmed/usecases"), ids=shown)
def test_a_story_knows_no_clock(file: Path) -> None:
    assert list(clocks(tree(file))) == []


@pytest.mark.parametrize(
    "fault",
    [
        *(
            "import os",
            "import pathlib",
            "from pathlib import Path",
            "import io",
            "import sqlite3",
            "import socket",
        ),
        *(
            "import subprocess",
            "import sqlalchemy",
            "from PySide6 import QtCore",
            "import time",
            "import logging",
        ),
        *("from icarmed import paths", "from icarmed.db import people", "import icarmed.domainish"),
    ],
)
def test_a_foreign_import_is_seen(fault: str) -> None:
    assert list(foreign_imports(ast.parse(f"def late():\n    {fault}")))


@pytest.mark.parametrize(
    "fault",
    [
        "datetime.now(UTC)",
        "date.today()",
        "datetime.datetime.now()",
        "time.time()",
        "perf_counter()",
        "datetime.utcnow()",
    ],
)
def test_a_clock_is_seen(fault: str) -> None:
    assert list(clocks(ast.parse(fault)))


@pytest.mark.parametrize("fault", ["uuid4()", "uuid.uuid4()", "random.random()", "open('x')", "print('x')"])
def test_chance_and_files_are_seen(fault: str) -> None:
    assert list(doors(ast.parse(fault)))


def test_what_is_handed_in_is_pure() -> None:
    pure = ast.parse(
        "from random import Random\nfrom icarmed.domain import dates\nrng.random()\nfinding.open('x')"
    )
    assert [*foreign_imports(pure), *clocks(pure), *doors(pure)] == []
