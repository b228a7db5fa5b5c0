"""The yearly summary on paper: its tables as read in a report, each with its definitions below."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from icarmed.documents.fonts import Face, Fonts, fonts
from icarmed.documents.page import A4, Align, Ink, Lines, Sheet, Style, broken, fitted
from icarmed.documents.table import Column, Table
from icarmed.domain.summary import tables
from icarmed.domain.words import Words

_LEFT, _RIGHT, _TOP, _END = 18.0, 192.0, 16.0, 276.0
_WIDTH = _RIGHT - _LEFT
_FOOT = 283.0
_LABEL_LEAST, _NUMBER_LEAST, _NUMBER_MOST = 58.0, 17.0, 27.0
_TITLE = Style(22, Face.BOLD)
_PLACE = Style(11, ink=Ink.MUTED)
_HEADING = Style(12, Face.BOLD)
_NOTE = Style(7.5, ink=Ink.MUTED)
_SMALL = Style(7.5, ink=Ink.MUTED)
_NUMBERS = Style(9)
_ABOVE_TABLE, _ABOVE_NOTES = 9.0, 2.0
_ROWS_WITH_HEADING = 2
_TOTAL = "total"


def render(summary: tables.YearSummary, words: Words, known: Fonts | None = None) -> bytes:
    """The summary as PDF, A4, every page numbered; a table too wide goes on below with the same rows."""
    drawn = _Summary(summary, words, Sheet(A4, known or fonts()))
    drawn.draw()
    return drawn.sheet.pdf(title=drawn.title(), lang=words.lang)


def shown(value: tables.Value, words: Words) -> str:
    """A value as printed: thousands apart, one decimal, a dash where there are no data."""
    if value is None:
        return "–"
    if isinstance(value, str):
        return value
    text = f"{value:,}" if isinstance(value, int) else f"{_rounded(value):,}"
    whole, point, rest = text.partition(".")
    return whole.replace(",", "\u00a0") + (words.text("summary_pdf.decimal_point") if point else "") + rest


def _rounded(value: float) -> Decimal:
    """To one decimal, a half upwards, as the workbook shows it."""
    return Decimal(str(value)).quantize(Decimal("0.1"), ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class _Line:
    """A row as printed; totals stand out."""

    texts: tuple[str, ...]
    total: bool

    def height(self, part: Table) -> float:
        return part.height(self.texts, strong=self.total)


_Parts = list[tuple[Table, list[_Line]]]


class _Summary:
    """One summary being drawn."""

    def __init__(self, summary: tables.YearSummary, words: Words, sheet: Sheet) -> None:
        self.summary = summary
        self.words = words
        self.sheet = sheet

    def title(self) -> str:
        """What stands on top."""
        return self.words.text("summary_pdf.title", year=self.summary.year)

    def draw(self) -> None:
        """Everything, then the foot of every page."""
        sheet = self.sheet
        sheet.new_page()
        top = sheet.lines(_LEFT, _TOP, fitted(sheet.fonts, self.title(), _TITLE, _WIDTH)) + 0.5
        place = self.summary.place or self.words.text("summary_pdf.everywhere")
        top = sheet.paragraph(_LEFT, top, _WIDTH, place, _PLACE)
        for table in self.summary.tables:
            top = self._table(table, top)
        for number in range(1, len(sheet.pages) + 1):
            sheet.on_page(number)
            sheet.text(_LEFT, _FOOT, f"{self.title()} · {place}", _SMALL)
            sheet.text(_RIGHT, _FOOT, f"{number} / {len(sheet.pages)}", _SMALL, Align.RIGHT)

    def _table(self, table: tables.Table, top: float) -> float:
        """One table: on a page of its own if it does not fit here but would there, else carried on."""
        parts = list(self._parts(table))
        heading = fitted(self.sheet.fonts, table.title, _HEADING, _WIDTH, lines=2)
        notes = self._notes(table)
        top += _ABOVE_TABLE
        if top + self._least(heading, parts, notes, top) > _END:
            top = self._next_page()
        top = self.sheet.lines(_LEFT, top, heading) + 1.2
        for number, (part, rows) in enumerate(parts):
            if number and top + self._body(part, rows) > _END:
                top = self._next_page()
            top = self._rows(table, part, rows, top) + 3
        return self._draw_notes(notes, top - 3 + _ABOVE_NOTES)

    def _least(self, heading: Lines, parts: _Parts, notes: list[Lines], top: float) -> float:
        """Room that a table asks for before it begins: all of it, or two rows when no page holds all."""
        whole = heading.height + 1.2 + sum(self._body(part, rows) + 3 for part, rows in parts)
        whole += _ABOVE_NOTES + sum(note.height + 0.6 for note in notes)
        if whole <= _END - _TOP and whole > _END - top:
            return whole
        part, rows = parts[0]
        return heading.height + 1.2 + self._body(part, rows[:_ROWS_WITH_HEADING])

    def _body(self, part: Table, rows: list[_Line]) -> float:
        return part.head_height() + sum(row.height(part) for row in rows)

    def _rows(self, table: tables.Table, part: Table, rows: list[_Line], top: float) -> float:
        top = part.head(top)
        for row in rows:
            if top + row.height(part) > _END:
                again = self.words.text("summary_pdf.again", title=table.title)
                top = self.sheet.paragraph(_LEFT, self._next_page(), _WIDTH, again, _HEADING) + 1.2
                top = part.head(top)
            top = part.row(top, row.texts, strong=row.total)
        return top

    def _parts(self, table: tables.Table) -> Iterator[tuple[Table, list[_Line]]]:
        """The table, or several with the same rows when its columns do not fit side by side."""
        most = int((_WIDTH - _LABEL_LEAST) / _NUMBER_LEAST)
        starts = range(0, max(len(table.columns), 1), most)
        for start in starts:
            columns = table.columns[start : start + most]
            width = min((_WIDTH - _LABEL_LEAST) / max(len(columns), 1), _NUMBER_MOST)
            label = Column("", _WIDTH - width * len(columns), style=_NUMBERS)
            numbers = tuple(Column(column.label, width, Align.RIGHT, _NUMBERS) for column in columns)
            rows = [
                _Line(
                    (row.label, *(shown(value, self.words) for value in row.values[start : start + most])),
                    total=row.id == _TOTAL,
                )
                for row in table.rows
            ]
            yield Table(self.sheet, _LEFT, (label, *numbers)), rows

    def _notes(self, table: tables.Table) -> list[Lines]:
        return [broken(self.sheet.fonts, note, _NOTE, _WIDTH - 4) for note in table.notes]

    def _draw_notes(self, notes: list[Lines], top: float) -> float:
        for note in notes:
            if top + note.height > _END:
                top = self._next_page()
            self.sheet.disc(_LEFT + 1.2, top + 1.6, 0.5, Ink.MUTED)
            top = self.sheet.lines(_LEFT + 4, top, note) + 0.6
        return top

    def _next_page(self) -> float:
        self.sheet.new_page()
        return _TOP
