"""No module, class or function grows without limit; reaching a ceiling means that a noun is missing."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.project import modules, shown, tree

MODULE_LINES = 400
CLASS_LINES = 200
FUNCTION_LINES = 40

OURS = modules("icarmed", "tests", "bench", "packaging")


def too_long(module: ast.Module, lines: int) -> Iterator[str]:
    """What in a module is over its ceiling."""
    if lines > MODULE_LINES:
        yield f"module: {lines} lines"
    for node in ast.walk(module):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                ceiling = FUNCTION_LINES
            case ast.ClassDef():
                ceiling = CLASS_LINES
            case _:
                continue
        first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
        length = (node.end_lineno or first) - first + 1
        if length > ceiling:
            yield f"{node.name}, line {node.lineno}: {length} lines"


@pytest.mark.parametrize("file", OURS, ids=shown)
def test_a_module_stays_under_its_ceilings(file: Path) -> None:
    lines = len(file.read_text("utf-8").splitlines())
    assert list(too_long(tree(file), lines)) == []


def lines_of(head: str, count: int) -> str:
    return head + "\n".join(["    x = 1"] * count)


@pytest.mark.parametrize(
    ("source", "complaints"),
    [
        (lines_of("def f():\n", 39), 0),
        (lines_of("def f():\n", 40), 1),
        (lines_of("@cache\ndef f():\n", 39), 1),
        (lines_of("async def f():\n", 40), 1),
        (lines_of("class C:\n", 199), 0),
        (lines_of("class C:\n", 200), 1),
        ("\n".join(["x = 1"] * 400), 0),
        ("\n".join(["x = 1"] * 401), 1),
    ],
)
def test_the_measure_itself(source: str, complaints: int) -> None:
    assert len(list(too_long(ast.parse(source), len(source.splitlines())))) == complaints
