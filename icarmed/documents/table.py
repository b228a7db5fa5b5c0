"""Tables whose rows are as high as their longest text needs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from icarmed.documents.fonts import Face
from icarmed.documents.page import Align, Ink, Lines, Sheet, Style, broken

_SIDE = 1.4
_ABOVE = 1.1
_HEAD_SIZE = 7.0

CELL = Style(8.5)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, its width in millimetres, how its texts stand."""

    title: str
    width: float
    align: Align = Align.LEFT
    style: Style = CELL


@dataclass(frozen=True, slots=True)
class Table:
    """Draws rows on a sheet from `x` on; where pages end is the business of whoever draws."""

    sheet: Sheet
    x: float
    columns: tuple[Column, ...]
    least_height: float = 0.0

    @property
    def width(self) -> float:
        """In millimetres."""
        return sum(column.width for column in self.columns)

    def head_height(self) -> float:
        """Height of the row of headings."""
        return self._tallest(self._headings())

    def head(self, top: float) -> float:
        """The row of headings, with a line below; answers where it ends."""
        shown = self._headings()
        bottom = top + self._tallest(shown)
        x = self.x
        for column, lines in zip(self.columns, shown, strict=True):
            self._cell(x, bottom - _ABOVE - lines.height, column, lines)
            x += column.width
        self.sheet.rule(self.x, bottom, x, bottom, Ink.TEXT, 0.9)
        return bottom

    def height(self, texts: Sequence[str], *, strong: bool = False) -> float:
        """Height of a row with these texts."""
        return max(self._tallest(self._broken(texts, strong=strong)), self.least_height)

    def row(self, top: float, texts: Sequence[str], *, strong: bool = False) -> float:
        """One row with a hair line below; answers where it ends."""
        shown = self._broken(texts, strong=strong)
        bottom = top + max(self._tallest(shown), self.least_height)
        x = self.x
        for column, lines in zip(self.columns, shown, strict=True):
            self._cell(x, top + _ABOVE, column, lines)
            x += column.width
        self.sheet.rule(self.x, bottom, x, bottom, Ink.LINE, 0.4)
        return bottom

    def _cell(self, x: float, top: float, column: Column, lines: Lines) -> None:
        match column.align:
            case Align.LEFT:
                self.sheet.lines(x + _SIDE, top, lines)
            case Align.CENTRE:
                self.sheet.lines(x + column.width / 2, top, lines, Align.CENTRE)
            case Align.RIGHT:
                self.sheet.lines(x + column.width - _SIDE, top, lines, Align.RIGHT)
            case _:
                assert_never(column.align)

    def _headings(self) -> list[Lines]:
        style = Style(_HEAD_SIZE, Face.BOLD, Ink.MUTED)
        return [self._fit(column.title, style, column.width) for column in self.columns]

    def _broken(self, texts: Sequence[str], *, strong: bool) -> list[Lines]:
        return [
            self._fit(text, replace(column.style, face=Face.BOLD) if strong else column.style, column.width)
            for column, text in zip(self.columns, texts, strict=True)
        ]

    def _fit(self, text: str, style: Style, width: float) -> Lines:
        return broken(self.sheet.fonts, text, style, width - 2 * _SIDE)

    def _tallest(self, cells: Sequence[Lines]) -> float:
        return max(lines.height for lines in cells) + 2 * _ABOVE
