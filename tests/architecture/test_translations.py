"""Each language says the same things with the same parameters, and the code asks only for what is there."""

import ast
import re
import string
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from icarmed.catalogue.texts import languages, words
from tests.architecture.project import RESOURCES, modules, shown, tree

FIRST = languages()[0].code
OTHERS = [language.code for language in languages()[1:]]
CODE = re.compile(r"[a-z][a-z0-9_]*(?:\.[A-Za-z0-9_-]+)*")
# The forms of dates are filled by `Words`, each language with the parts it wants.
OWN_PARTS = {"calendar.day_format", "calendar.long_format"}


def parameters(text: str) -> set[str]:
    """The names that stand in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("lang", OTHERS)
def test_a_language_is_complete(lang: str) -> None:
    assert words(lang).texts.keys() ^ words(FIRST).texts.keys() == set()


@pytest.mark.parametrize("lang", OTHERS)
def test_a_text_has_the_same_parameters_in_each_language(lang: str) -> None:
    first, other = words(FIRST).texts, words(lang).texts
    different = {
        code
        for code in (first.keys() & other.keys()) - OWN_PARTS
        if parameters(first[code]) != parameters(other[code])
    }
    assert different == set()


@pytest.mark.parametrize("lang", [FIRST, *OTHERS])
def test_no_text_is_empty_or_has_a_parameter_without_name(lang: str) -> None:
    texts = words(lang).texts
    assert [
        code
        for code, text in texts.items()
        if not text.strip() or not all(map(str.isidentifier, parameters(text)))
    ] == []


def asked(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Codes that stand as plain text in calls of `Words.text` and `Words.has`."""
    for node in ast.walk(module):
        match node:
            case ast.Call(func=ast.Attribute(attr="text" | "has"), args=[ast.Constant(value=str(code)), *_]):
                if CODE.fullmatch(code) and "." in code:
                    yield node.lineno, code


@pytest.mark.parametrize("file", modules("icarmed"), ids=shown)
def test_the_code_asks_only_for_texts_that_are_there(file: Path) -> None:
    known = words(FIRST)
    assert [(line, code) for line, code in asked(tree(file)) if not known.has(code)] == []


def found_codes(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Codes of findings that stand as plain text."""
    for node in ast.walk(module):
        match node:
            case ast.Call(func=ast.Name(id="Finding"), args=[ast.Constant(value=str(code)), *_]):
                yield node.lineno, code


@pytest.mark.parametrize("file", modules("icarmed"), ids=shown)
def test_every_finding_has_its_sentence(file: Path) -> None:
    known = words(FIRST)
    assert [(line, code) for line, code in found_codes(tree(file)) if not known.has(f"findings.{code}")] == []


def named_codes(module: ast.Module) -> Iterator[str]:
    """Patterns of every text that stands in a module; what an f-string fills in may be anything."""
    for node in ast.walk(module):
        match node:
            case ast.Constant(value=str(text)):
                yield re.escape(text)
            case ast.JoinedStr(values=parts):
                literal = [part.value if isinstance(part, ast.Constant) else None for part in parts]
                if any(isinstance(text, str) and len(text) > 2 for text in literal):
                    yield "".join(".+" if text is None else re.escape(str(text)) for text in literal)


def named_in_data(entry: object) -> Iterator[str]:
    """Patterns of every text that stands in a file of data: a rule or a table may name its own words."""
    match entry:
        case str(text):
            yield re.escape(text)
        case dict():
            yield from (pattern for value in entry.values() for pattern in named_in_data(value))
        case list():
            yield from (pattern for value in entry for pattern in named_in_data(value))


def unused(codes: Iterable[str], patterns: Iterable[str]) -> list[str]:
    """Codes that nothing names, whole or (a finding) without its prefix."""
    named = re.compile("|".join(sorted(set(patterns))))
    return sorted(
        code
        for code in codes
        if not named.fullmatch(code) and not named.fullmatch(code.removeprefix("findings."))
    )


def test_every_text_is_used() -> None:
    patterns = [pattern for file in modules("icarmed") for pattern in named_codes(tree(file))]
    for file in RESOURCES.rglob("*.toml"):
        if "texts" not in file.parts:
            patterns += named_in_data(tomllib.loads(file.read_text("utf-8")))
    assert unused(words(FIRST).texts, patterns) == []


def test_an_unused_text_is_seen_and_a_used_one_is_not() -> None:
    patterns = list(named_codes(ast.parse("f'status.{status}'\nFinding('expired')\nf'{anything}'")))
    patterns += named_in_data({"rules": [{"title": "rules.title"}]})
    codes = ["findings.status.complete", "findings.expired", "rules.title", "slip.left_over"]
    assert unused(codes, patterns) == ["slip.left_over"]


def test_a_missing_text_and_a_finding_without_sentence_are_seen() -> None:
    module = ast.parse("words.text('slip.none_such', n=1)\nFinding('none_such')")
    assert list(asked(module)) == [(1, "slip.none_such")]
    assert list(found_codes(module)) == [(2, "none_such")]
