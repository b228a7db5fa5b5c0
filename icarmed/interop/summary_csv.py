"""The yearly summary as CSV: one file a table, for whoever computes with it."""

import csv
from io import StringIO

from icarmed.domain.summary.tables import Table, YearSummary

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def files(summary: YearSummary) -> dict[str, bytes]:
    """File names with their contents, in the order of the tables: `<year>_<table id>.csv`."""
    return {f"{summary.year}_{table.id}.csv": written(table) for table in summary.tables}


def written(table: Table) -> bytes:
    """One table: UTF-8, commas, first line `id,label` and the ids of the columns.

    Numbers have a point, a value without data is empty, a hidden one `<5`. A label that a spreadsheet would
    take for a formula begins with an apostrophe.
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["id", "label", *(column.id for column in table.columns)])
    for row in table.rows:
        writer.writerow(
            [row.id, _harmless(row.label), *("" if value is None else value for value in row.values)]
        )
    return out.getvalue().encode()


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
