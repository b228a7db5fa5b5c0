"""The files of Qt Linguist, one a part of the window, so that several people can translate at once."""

import re
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import PySide6

import icarmed
from icarmed import paths

Words = Mapping[str, Mapping[str, str | list[str]]]
"""Translations by context and English text; a list where the text counts (%n): one, several."""

_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
_PLURAL_ONLY = {"en"}
# In French a hair's breadth parts these from the word before: never at the end of a line.
_BEFORE = re.compile(r" (?=[:;?!»])")
_AFTER = re.compile(r"(?<=«) ")


def home() -> Path:
    """Where the folders of all languages are, and what the window loads."""
    return paths.resources() / "translations"


def folder(lang: str) -> Path:
    """Where the files of a language are."""
    return home() / lang


def compiled(lang: str) -> Path:
    """What the window loads."""
    return home() / f"icarmed_{lang}.qm"


def sources() -> dict[str, list[Path]]:
    """The modules of each part of the window: `parts`, `shell`, `screens.board` …"""
    package = Path(icarmed.__file__).parent
    parts: dict[str, list[Path]] = {"app": [package / "app.py"]}
    for module in sorted((package / "ui").rglob("*.py")):
        names = module.relative_to(package / "ui").with_suffix("").parts
        depth = 2 if names[0] == "screens" and len(names) > 1 else 1
        parts.setdefault(".".join(names[:depth]), []).append(module)
    return {part: [module for module in modules if module.is_file()] for part, modules in parts.items()}


def update(lang: str, into: Path) -> None:
    """Read all sources into the files of a language; what is no longer said is dropped."""
    into.mkdir(parents=True, exist_ok=True)
    known = sources()
    for sheet in into.glob("*.ts"):
        if sheet.stem not in known:
            sheet.unlink()
    for part, modules in known.items():
        sheet = into / f"{part}.ts"
        extract(lang, modules, sheet)
        if not sheet.is_file():
            continue
        tree = _read(sheet)
        if any(True for _ in _messages(tree)):
            _write(sheet, tree)
        else:
            sheet.unlink()


def extract(lang: str, modules: Sequence[Path], sheet: Path) -> None:
    """Read what these modules say into one file, keeping what is translated there."""
    plural = ["-pluralonly"] if lang in _PLURAL_ONLY else []
    _run(
        "lupdate",
        *("-silent", "-no-obsolete", "-locations", "none", "-target-language", lang, *plural),
        *("-disable-heuristic", "similartext", "-disable-heuristic", "sametext"),
        *[str(module) for module in modules],
        "-ts",
        str(sheet),
    )


def compile_to(of: Path, target: Path) -> None:
    """Make what the window loads from all files of a folder."""
    # A window that is open reads its file in place: it is exchanged whole, never written over.
    fresh = target.with_suffix(".new")
    _run("lrelease", "-silent", *[str(sheet) for sheet in sorted(of.glob("*.ts"))], "-qm", str(fresh))
    fresh.replace(target)


def translations(of: Path) -> Iterator[tuple[str, str, str, list[str]]]:
    """What the files of a folder hold: part, context, English text, its forms in the language."""
    for sheet in sorted(of.glob("*.ts")):
        for context, message in _messages(_read(sheet)):
            yield sheet.stem, context, message.findtext("source", ""), _said(message)


def missing(of: Path, part: str = "") -> dict[str, dict[str, list[str]]]:
    """What has no translation yet: part → context → English texts."""
    found: dict[str, dict[str, list[str]]] = {}
    for name, context, source, forms in translations(of):
        if not all(forms) and part in {"", name}:
            found.setdefault(name, {}).setdefault(context, []).append(source)
    return found


def fill(of: Path, words: Words) -> list[str]:
    """Put translations in wherever their context and text stand; says which stood nowhere."""
    used: set[tuple[str, str]] = set()
    for sheet in sorted(of.glob("*.ts")):
        tree = _read(sheet)
        for context, message in _messages(tree):
            source = message.findtext("source", "")
            translated = words.get(context, {}).get(source)
            if translated is not None:
                _say(message, translated, french=of.name == "fr")
                used.add((context, source))
        _write(sheet, tree)
    given = {(context, source) for context, texts in words.items() for source in texts}
    return [f"{context}: {source}" for context, source in sorted(given - used)]


def _say(message: ET.Element, translated: str | list[str], *, french: bool) -> None:
    place = message.find("translation")
    assert place is not None, "lupdate writes one"  # noqa: S101 the format of the file
    place.attrib.pop("type", None)
    forms = [translated] if isinstance(translated, str) else translated
    forms = [_spaced(form) if french else form for form in forms]
    if message.get("numerus") != "yes":
        place.text = forms[0]
        return
    place.clear()
    for form in forms:
        ET.SubElement(place, "numerusform").text = form


def _said(message: ET.Element) -> list[str]:
    place = message.find("translation")
    if place is None:
        return [""]
    forms = place.findall("numerusform")
    return [form.text or "" for form in forms] if forms else [place.text or ""]


def _spaced(text: str) -> str:
    return _AFTER.sub("\u00a0", _BEFORE.sub("\u00a0", text))


def _messages(tree: ET.Element) -> Iterator[tuple[str, ET.Element]]:
    for context in tree.iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name", ""), message


def _read(sheet: Path) -> ET.Element:
    return ET.fromstring(sheet.read_text("utf-8"))  # noqa: S314 a file of this project


def _write(sheet: Path, tree: ET.Element) -> None:
    """In one form, whoever wrote it before: what did not change makes no difference to see."""
    ET.indent(tree, "    ")
    sheet.write_text(_HEAD + ET.tostring(tree, "unicode") + "\n", "utf-8")


def _run(tool: str, *arguments: str) -> None:
    program = Path(PySide6.__file__).parent / tool
    subprocess.run([program, *arguments], check=True)  # noqa: S603 Qt's own tool on files of this project
