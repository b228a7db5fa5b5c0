"""What the pages tell a newcomer to type does exist."""

import re
import sys
from pathlib import Path

import pytest

from tests.architecture.project import ROOT, shown
from tests.support.processes import run

PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
BLOCK = re.compile(r"^```(?:sh|bash|console)?\n(.*?)^```", re.MULTILINE | re.DOTALL)
MAKE = re.compile(r"\bmake ([a-z][a-z-]*)")
ICARMED = re.compile(r"(?:^|\s)icarmed ([a-z]+)\b")
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def commands(page: Path) -> str:
    """The lines of a page that are meant to be typed: blocks of code and `code` in the text."""
    text = page.read_text("utf-8")
    return "\n".join([*BLOCK.findall(text), *re.findall(r"`([^`\n]+)`", BLOCK.sub("", text))])


def targets() -> set[str]:
    """The targets of the Makefile."""
    return set(re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def test_the_pages_a_newcomer_reads_are_there() -> None:
    assert "make run" in commands(ROOT / "README.md")
    assert "make test" in commands(ROOT / "DEVELOPERS.md")


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_every_make_target_that_a_page_names_exists(page: Path) -> None:
    assert set(MAKE.findall(commands(page))) - targets() == set()


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_command_that_a_page_names_exists() -> None:
    named = {command for page in PAGES for command in ICARMED.findall(commands(page))}
    ended = run([sys.executable, "-m", "icarmed", "--help"], folder=ROOT)
    assert ended.code == 0, ended.said
    assert sorted(command for command in named if not re.search(rf"\b{command}\b", ended.out)) == []


def test_help_of_make_lists_every_target() -> None:
    ended = run(["make", "--no-print-directory", "help"], folder=ROOT)
    assert ended.code == 0, ended.said
    assert {line.split(" - ")[0] for line in ended.out.splitlines()} == targets()
