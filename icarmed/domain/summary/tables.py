"""The tables of a yearly summary, as values: what the window, the papers and the files all show."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

HIDDEN: Literal["<5"] = "<5"
"""What stands for 1 to 4 in a summary for publication."""

Value = int | float | None | Literal["<5"]
"""A number, None where there are no data, or `HIDDEN`."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `id` never changes once published, `label` is text."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row: one value a column."""

    id: str
    label: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table that funders ask for; `notes` hold its definitions and what must be known to read it."""

    id: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _refuse_twins(column.id for column in self.columns)
        _refuse_twins(row.id for row in self.rows)
        if any(len(row.values) != len(self.columns) for row in self.rows):
            message = f"table {self.id}: a row has not one value a column"
            raise ValueError(message)

    def value(self, row: str, column: str) -> Value:
        """The value at the crossing of two ids; KeyError when there is none such."""
        places = {candidate.id: place for place, candidate in enumerate(self.columns)}
        rows = {candidate.id: candidate for candidate in self.rows}
        return rows[row].values[places[column]]


@dataclass(frozen=True, slots=True)
class YearSummary:
    """A year at one place, or everywhere (`place` None)."""

    year: int
    place: str | None
    tables: tuple[Table, ...]

    def __post_init__(self) -> None:
        _refuse_twins(table.id for table in self.tables)

    def table(self, table_id: str) -> Table:
        """The table of that id; KeyError when there is none such."""
        return {table.id: table for table in self.tables}[table_id]


def _refuse_twins(ids: Iterable[str]) -> None:
    twice = [found for found, count in Counter(ids).items() if count > 1]
    if twice:
        message = f"ids that stand twice: {', '.join(twice)}"
        raise ValueError(message)
