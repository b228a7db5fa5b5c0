"""Parts of printed forms: boxes with a title, labelled fields, lines with a box to tick."""

from collections.abc import Sequence
from dataclasses import dataclass

from icarmed.documents.fonts import Face
from icarmed.documents.page import Ink, Sheet, Style, broken, fitted
from icarmed.domain.words import Words

_PAD = 2.4
_ABOVE_TITLE = 1.5
_TITLE = Style(6.8, Face.BOLD, Ink.ACCENT)
_LABEL = Style(6.5, ink=Ink.MUTED)
_VALUE = Style(9.5)
_STRONG = Style(11, Face.BOLD)
_TICKED = Style(9)
_TICKED_STRONG = Style(9, Face.BOLD)
_BETWEEN = 4.0
_EMPTY = 4.6


@dataclass(frozen=True, slots=True)
class TitledBox:
    """A frame with a small title, made by `titled`; drawn by `close` once its height is known."""

    sheet: Sheet
    left: float
    top: float
    width: float
    title: str

    @property
    def x(self) -> float:
        """Where its content begins."""
        return self.left + _PAD

    @property
    def y(self) -> float:
        """Where its content begins, below the title."""
        return self.top + _ABOVE_TITLE + broken(self.sheet.fonts, self.title, _TITLE, self.room).height + 0.6

    @property
    def room(self) -> float:
        """Width left for its content."""
        return self.width - 2 * _PAD

    def close(self, height: float) -> None:
        """Draw the frame."""
        self.sheet.box(self.left, self.top, self.width, height)


def titled(sheet: Sheet, left: float, top: float, width: float, title: str) -> TitledBox:
    """Begin a box: its title is drawn before its content, so that it is read first."""
    box = TitledBox(sheet, left, top, width, title)
    sheet.paragraph(box.x, top + _ABOVE_TITLE, box.room, title, _TITLE)
    return box


class Fields:
    """Labelled values one row below the other; an empty one leaves a line to write on."""

    def __init__(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        self.sheet = sheet
        self.x = x
        self.top = top
        self.width = width

    def row(self, pairs: Sequence[tuple[str, str]], words: Words, *, strong: bool = False) -> None:
        """Values side by side, each under the word of its code."""
        step = (self.width + _BETWEEN) / len(pairs)
        ends = [
            self._field(self.x + place * step, step - _BETWEEN, words.text(code), value, strong=strong)
            for place, (code, value) in enumerate(pairs)
        ]
        self.top = max(ends) + 1.1

    def _field(self, x: float, width: float, label: str, value: str, *, strong: bool) -> float:
        at = self.sheet.paragraph(x, self.top, width, label, _LABEL)
        if not value.strip():
            self.sheet.rule(x, at + _EMPTY, x + width, at + _EMPTY)
            return at + _EMPTY
        style = _STRONG if strong else _VALUE
        return self.sheet.lines(
            x, at, fitted(self.sheet.fonts, value, style, width, lines=value.count("\n") + 1)
        )


def unbroken(number: str) -> str:
    """A telephone number that no line end tears apart."""
    return number.replace(" ", "\u00a0")


def ticked_line(sheet: Sheet, x: float, top: float, width: float, text: str, *, ticked: bool) -> float:
    """A box to tick with its text; answers where it ends."""
    sheet.tick_box(x, top + 0.2, ticked=ticked)
    return sheet.paragraph(x + 4.8, top, width - 4.8, text, _TICKED_STRONG if ticked else _TICKED)
