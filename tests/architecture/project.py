"""The project as files: what the architecture tests walk over."""

import ast
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "icarmed"
RESOURCES = ROOT / "resources"

# Made by tools, or another's; not kept in the repository.
NOT_OURS = {".git", ".venv", "build", "dist", "__pycache__", "node_modules"}


def files_under(folder: Path) -> Iterator[Path]:
    """Every file of ours under `folder`, caches and hidden folders of tools left out."""
    for entry in sorted(folder.iterdir()):
        if entry.is_dir():
            if entry.name not in NOT_OURS and not (entry.name.startswith(".") and entry.name != ".ci"):
                yield from files_under(entry)
        else:
            yield entry


@cache
def modules(*folders: str) -> tuple[Path, ...]:
    """The Python files of some top folders."""
    found = [file for name in folders if (ROOT / name).is_dir() for file in files_under(ROOT / name)]
    return tuple(file for file in found if file.suffix == ".py")


@cache
def tree(file: Path) -> ast.Module:
    """A Python file, parsed."""
    return ast.parse(file.read_text("utf-8"), str(file))


def shown(file: Path) -> str:
    """A file as named in a message."""
    return file.relative_to(ROOT).as_posix()


def tool(name: str) -> Path:
    """A program of the environment that runs the tests."""

    folder = Path(sys.executable).parent
    return folder / (f"{name}.exe" if os.name == "nt" else name)
