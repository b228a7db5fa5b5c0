"""The yearly summary as a workbook: one formatted sheet a table, numbers as numbers."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, assert_never

import xlsxwriter  # type: ignore[import-untyped]  # ships no types

from icarmed.domain.summary.tables import Table, YearSummary

_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The library writes naive UTC. Fixed: the same figures give the same file."""

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31
_FIRST_ROW = 3
_LEAST_WIDTH, _MOST_WIDTH = 12, 60
_MOST_UPRIGHT = 6
_A4 = 9
"""The number that spreadsheets give to A4."""


@dataclass(frozen=True, slots=True)
class _Formats:
    """How cells look; the library's own objects, which have no types."""

    title: Any
    head: Any
    label: Any
    whole: Any
    decimal: Any
    hidden: Any
    note: Any


def written(summary: YearSummary) -> bytes:
    """The workbook, byte for byte the same for the same summary."""
    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"created": _CREATED, "author": "", "comments": ""})
    formats = _formats(book)
    for number, table in enumerate(summary.tables, start=1):
        _fill(book.add_worksheet(_sheet_name(table, number)), summary, table, formats)
    if not summary.tables:
        book.add_worksheet(str(summary.year))
    book.close()
    return out.getvalue()


def _formats(book: Any) -> _Formats:
    cell = {"valign": "top", "bottom": 4, "bottom_color": "#B8C1CC"}
    head = {"bold": True, "valign": "bottom", "text_wrap": True, "bg_color": "#DCE7F6", "bottom": 2}
    return _Formats(
        title=book.add_format({"bold": True, "font_size": 14}),
        head=book.add_format(head),
        label=book.add_format({**cell, "text_wrap": True}),
        whole=book.add_format({**cell, "num_format": "#,##0"}),
        decimal=book.add_format({**cell, "num_format": "#,##0.0"}),
        hidden=book.add_format({**cell, "align": "right", "italic": True}),
        note=book.add_format({"text_wrap": True, "valign": "top", "font_size": 9, "font_color": "#55616F"}),
    )


def _fill(sheet: Any, summary: YearSummary, table: Table, formats: _Formats) -> None:
    last = len(table.columns)
    place = f" · {summary.place}" if summary.place else ""
    sheet.write_string(0, 0, table.title, formats.title)
    sheet.write_string(1, 0, f"{summary.year}{place}", formats.note)
    sheet.write_blank(_FIRST_ROW - 1, 0, None, formats.head)
    for at, column in enumerate(table.columns, start=1):
        sheet.write_string(_FIRST_ROW - 1, at, column.label, formats.head)
    for line, row in enumerate(table.rows, start=_FIRST_ROW):
        sheet.write_string(line, 0, row.label, formats.label)
        for at, value in enumerate(row.values, start=1):
            match value:
                case None:
                    sheet.write_blank(line, at, None, formats.label)
                case str():
                    sheet.write_string(line, at, value, formats.hidden)
                case int():
                    sheet.write_number(line, at, value, formats.whole)
                case float():
                    sheet.write_number(line, at, value, formats.decimal)
                case _:
                    assert_never(value)
    _notes(sheet, table, _FIRST_ROW + len(table.rows) + 1, last, formats)
    _set_up(sheet, table, last)


def _notes(sheet: Any, table: Table, line: int, last: int, formats: _Formats) -> None:
    for number, note in enumerate(table.notes):
        if last:
            sheet.merge_range(line + number, 0, line + number, last, note, formats.note)
        else:
            sheet.write_string(line + number, 0, note, formats.note)
        sheet.set_row(line + number, 14 * (1 + len(note) // (_label_width(table) + last * _LEAST_WIDTH)))


def _set_up(sheet: Any, table: Table, last: int) -> None:
    """Widths, frozen headings, and a page that prints whole columns with its number."""
    sheet.set_column(0, 0, _label_width(table))
    if last:
        sheet.set_column(1, last, _LEAST_WIDTH)
    sheet.freeze_panes(_FIRST_ROW, 1)
    sheet.set_paper(_A4)
    if last > _MOST_UPRIGHT:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_FIRST_ROW - 1)
    sheet.set_footer("&L&A&R&P / &N")


def _label_width(table: Table) -> int:
    longest = max((len(row.label) for row in table.rows), default=0)
    return min(max(longest + 2, _LEAST_WIDTH), _MOST_WIDTH)


def _sheet_name(table: Table, number: int) -> str:
    """At most 31 characters, none forbidden, none twice: the number of the table comes first."""
    return f"{number} {_FORBIDDEN.sub(' ', table.title)}"[:_LONGEST_NAME].rstrip(" '")
