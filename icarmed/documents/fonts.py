"""The fonts of every paper: where they are, what they can write, and what they cannot."""

import os
import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum, StrEnum
from functools import cache
from pathlib import Path

import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont


class Face(StrEnum):
    """How a piece of text stands out; MONO is for codes and lots, which are read letter by letter."""

    REGULAR = "regular"
    BOLD = "bold"
    MONO = "mono"


DEJAVU = {
    Face.REGULAR: "DejaVuSans.ttf",
    Face.BOLD: "DejaVuSans-Bold.ttf",
    Face.MONO: "DejaVuSansMono-Bold.ttf",
}
VERA = {Face.REGULAR: "Vera.ttf", Face.BOLD: "VeraBd.ttf", Face.MONO: "VeraBd.ttf"}
"""reportlab's own, for a computer without DejaVu: enough for French, Dutch and English."""

_NOTHING_TO_SEE = {"Cc", "Cf"}
_RIGHT_TO_LEFT = {"R", "AL"}
_FRENCH_BLANK = re.compile(r" (?=[;:!?»%])|(?<=«) ")


@dataclass(frozen=True, slots=True)
class Fonts:
    """Three faces known to the PDF library, by the names it knows them under."""

    regular: str
    bold: str
    mono: str
    characters: frozenset[int]

    def named(self, face: Face, text: str) -> str:
        """The font to write `text` in: the regular one where the face asked for lacks a character."""
        name: str = getattr(self, face.value)
        if text.isascii() or name == self.regular:
            return name
        known = _font(name).face.charToGlyph
        return name if all(ord(character) in known for character in text) else self.regular

    def width(self, text: str, face: Face, size: float) -> float:
        """Width in points."""
        return float(_font(self.named(face, text)).stringWidth(text, size))

    def missing(self, text: str) -> tuple[str, ...]:
        """The characters of `text` that would not come out right, sorted, each once.

        Those without a glyph, and those of right-to-left scripts: their letters would be neither joined nor
        turned around.
        """
        return tuple(sorted({character for character in clean(text) if not self._writes(character)}))

    def _writes(self, character: str) -> bool:
        if character.isspace():
            return True
        return (
            ord(character) in self.characters and unicodedata.bidirectional(character) not in _RIGHT_TO_LEFT
        )


def fonts(folder: Path | None = None) -> Fonts:
    """The fonts of this computer: of `folder` (a setting) or of the usual places, else reportlab's own."""
    return _load(*font_files(folder))


def font_files(folder: Path | None = None) -> tuple[Path, Path, Path]:
    """Regular, bold and mono: DejaVu from one folder that has all three, else Vera."""
    places = usual_folders() if folder is None else (folder,)
    home = next((found for place in places for found in _folders_with(place, DEJAVU[Face.MONO])), None)
    if home is not None:
        return home / DEJAVU[Face.REGULAR], home / DEJAVU[Face.BOLD], home / DEJAVU[Face.MONO]
    own = Path(reportlab.__file__).parent / "fonts"
    return own / VERA[Face.REGULAR], own / VERA[Face.BOLD], own / VERA[Face.MONO]


def usual_folders() -> tuple[Path, ...]:
    """Where fontconfig and the systems keep fonts: a frozen program's first, then a person's own."""
    home = Path.home()
    data = os.environ.get("XDG_DATA_HOME") or str(home / ".local/share")
    shared = (os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":")
    frozen = getattr(sys, "_MEIPASS", None)
    listed = [
        *([Path(frozen) / "fonts"] if frozen else []),
        Path(data) / "fonts",
        home / ".fonts",
        *(Path(folder) / "fonts" for folder in shared if folder),
        home / "Library/Fonts",
        Path("/Library/Fonts"),
        Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts",
    ]
    return tuple(folder for folder in dict.fromkeys(listed) if folder.is_dir())


def clean(text: str) -> str:
    """The text as it is printed: composed accents, line ends kept, nothing invisible.

    A blank before `; : ! ? » %` or after `«` becomes one that no line ends at, as French asks.
    """
    composed = _FRENCH_BLANK.sub("\u00a0", unicodedata.normalize("NFC", text).replace("\t", " "))
    if composed.isprintable():
        return composed
    return "".join(
        character
        for character in composed
        if character == "\n" or unicodedata.category(character) not in _NOTHING_TO_SEE
    )


def texts_of(value: object) -> Iterator[str]:
    """Every text within a frozen value, however deep: what a paper made of it would have to write."""
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts_of(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_of(getattr(value, field.name))


def unprintable(value: object, known: Fonts) -> tuple[str, ...]:
    """The characters within `value` (any paper's data) that `known` cannot write; ask before printing."""
    return known.missing("".join(texts_of(value)))


def scripts(characters: tuple[str, ...]) -> tuple[str, ...]:
    """The writing systems of characters, as Unicode names them in small letters; `symbol` for all others."""
    return tuple(sorted({_script(character) for character in characters}))


def _script(character: str) -> str:
    if unicodedata.category(character)[0] not in {"L", "M"}:
        return "symbol"
    return unicodedata.name(character, "unknown").split()[0].lower().removesuffix("-compatibility")


def _folders_with(place: Path, file: str) -> Iterator[Path]:
    """Folders below `place` with a regular, bold and mono DejaVu, the same one on every run."""
    for found in sorted(place.rglob(file)):
        if all((found.parent / name).is_file() for name in DEJAVU.values()):
            yield found.parent


@cache
def _load(regular: Path, bold: Path, mono: Path) -> Fonts:
    """Register three files; the name is the file's, so the same fonts elsewhere give the same bytes."""
    for file in (regular, bold, mono):
        pdfmetrics.registerFont(TTFont(file.stem, str(file), shapable=False))
        _font.cache_clear()
    known = frozenset(_font(regular.stem).face.charToGlyph)
    return Fonts(regular.stem, bold.stem, mono.stem, known)


@cache
def _font(name: str) -> TTFont:
    font = pdfmetrics.getFont(name)
    if not isinstance(font, TTFont):
        message = f"{name} is not a TrueType font"
        raise TypeError(message)
    return font
