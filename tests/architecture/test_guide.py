"""The guide names only what there is: pictures, keys, tests."""

import ast
import re
from pathlib import Path

import pytest

from icarmed.ui.actions import Command
from icarmed.ui.i18n import sheets
from tests.architecture.project import ROOT, tree
from tests.support.thursday import PICTURES
from tests.ui.test_actions import every_command

GUIDE = ROOT / "docs" / "guide"
PAGES = sorted(GUIDE.glob("*.md"))
PICTURE = re.compile(r"\bpictures/([\w-]+\.png)")
PROOF = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
KEYS = "## Toutes les touches"
ROW = re.compile(r"^\| `([^`]+)` \| (.+) \|$", re.MULTILINE)

# Keys as the guide writes them, and as Qt does.
FRENCH = {"Entrée": "Return", "Inser": "Ins", "Suppr": "Del", "Échap": "Esc", "Gauche": "Left"}


def portable(keys: str) -> str:
    """A key of the guide as Qt writes it."""
    return "+".join(FRENCH.get(part, part) for part in keys.split("+"))


def headings() -> dict[str, str]:
    """The French headings of the page of keys, by the English ones."""
    told = sheets.translations(sheets.folder("fr"))
    return {source: forms[0] for _, context, source, forms in told if context == "Scope"}


def heading_of(command: Command) -> str:
    """Where the guide lists a command; without a translator a scope is called in English."""
    return headings()[command.scope.text]


def listed(text: str) -> list[tuple[str, str]]:
    """Heading and key of each row of the tables of keys."""
    sections = text.partition(KEYS)[2].split("\n### ")[1:]
    return [
        (section.partition("\n")[0], portable(keys))
        for section in sections
        for keys, _ in ROW.findall(section)
    ]


def functions(file: Path) -> set[str]:
    """The names of all functions of a Python file."""
    return {node.name for node in ast.walk(tree(file)) if isinstance(node, ast.FunctionDef)}


def dangers() -> list[str]:
    """The sections of the page of dangers, each with its heading."""
    return (GUIDE / "dangers.md").read_text("utf-8").split("\n## ")[1:]


def test_each_picture_of_the_thursday_is_shown_and_no_other() -> None:
    shown = {name for page in PAGES for name in PICTURE.findall(page.read_text("utf-8"))}
    assert shown == set(PICTURES)


def test_the_tables_list_each_key_where_it_works_and_no_other() -> None:
    known = [(heading_of(command), command.keys) for command in every_command() if command.keys]
    found = listed((GUIDE / "index.md").read_text("utf-8"))
    assert sorted(found) == sorted(known)


@pytest.mark.parametrize("section", dangers(), ids=lambda section: section.partition("\n")[0])
def test_every_danger_has_proofs_and_each_is_a_test_that_is_there(section: str) -> None:
    named = PROOF.findall(section)
    assert named
    absent = [
        f"{file}::{name}"
        for file, name in named
        if not (ROOT / file).is_file() or name not in functions(ROOT / file)
    ]
    assert absent == []


def test_no_proof_is_written_in_another_way() -> None:
    text = (GUIDE / "dangers.md").read_text("utf-8")
    assert text.count("::test_") == len(PROOF.findall(text))
