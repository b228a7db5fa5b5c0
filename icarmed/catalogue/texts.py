"""The words of each language, read from `resources/texts`: one folder a language, one TOML file a theme."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from icarmed import paths
from icarmed.domain.words import Words

Entry = str | Mapping[str, "Entry"]


@dataclass(frozen=True, slots=True)
class Language:
    """A language that papers and commands are written in; `name` is its own name for itself."""

    code: str
    name: str
    offered: bool


@cache
def languages() -> tuple[Language, ...]:
    """Every language that is shipped, offered or not, the first one first."""
    return read_languages(paths.resources() / "texts")


@cache
def words(lang: str) -> Words:
    """The words of a shipped language; KeyError when it is not listed in `languages.toml`."""
    if lang not in {language.code for language in languages()}:
        raise KeyError(lang)
    return read_words(paths.resources() / "texts", lang)


def read_languages(folder: Path) -> tuple[Language, ...]:
    """The languages that `languages.toml` of `folder` lists, in its order."""
    listed = tomllib.loads((folder / "languages.toml").read_text("utf-8"))
    return tuple(Language(code, row["name"], row["offered"]) for code, row in listed.items())


def read_words(folder: Path, lang: str) -> Words:
    """The words of `folder`/`lang`: its files merged, nested tables joined by dots.

    Raises ValueError for a code that stands twice or that is not a text.
    """
    texts: dict[str, str] = {}
    for file in sorted((folder / lang).glob("*.toml")):
        for code, text in _flat(tomllib.loads(file.read_text("utf-8"))):
            if code in texts:
                msg = f"{lang}/{file.name}: {code} stands twice"
                raise ValueError(msg)
            texts[code] = text
    return Words(lang, MappingProxyType(texts))


def _flat(table: Mapping[str, Entry], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, entry in table.items():
        match entry:
            case str():
                yield prefix + key, entry
            case Mapping():
                yield from _flat(entry, f"{prefix}{key}.")
            case _:
                msg = f"{prefix}{key} is not a text"
                raise ValueError(msg)
