"""The CSV files, read back."""

import csv
from io import StringIO

from icarmed.domain.summary.tables import Column, Row, Table
from icarmed.interop import summary_csv
from tests.documents.examples import year_summary


def test_one_file_a_table_named_by_its_id() -> None:
    assert list(summary_csv.files(year_summary(wide=True))) == [
        "2018_attendance.csv",
        "2018_public.csv",
        "2018_profile.csv",
    ]


def test_the_file_holds_ids_labels_and_plain_numbers() -> None:
    written = summary_csv.files(year_summary())["2018_attendance.csv"]
    assert list(csv.reader(StringIO(written.decode("utf-8")))) == [
        ["id", "label", "2018", "2017", "mean"],
        ["liege", "Liège", "382", "401", "8.0"],
        ["seraing", "Seraing", "175", "", "3.2"],
        ["unknown", "Lieu inconnu", "<5", "0", ""],
        ["total", "Total", "1557", "1401", "12.25"],
    ]


def test_labels_with_commas_and_formulas_do_no_harm() -> None:
    rows = tuple(Row(str(n), label, (n,)) for n, label in enumerate(('a, "b"', "=cmd()", "-2", "@x", "Café")))
    written = summary_csv.written(Table("t", "T", (Column("n", "N"),), rows)).decode("utf-8")
    assert [line[1] for line in csv.reader(StringIO(written))] == [
        "label",
        'a, "b"',
        "'=cmd()",
        "'-2",
        "'@x",
        "Café",
    ]
