"""The workbook, read back by another library."""

from dataclasses import replace
from datetime import datetime
from io import BytesIO

import openpyxl
from openpyxl.workbook import Workbook

from icarmed.domain.summary.tables import Column, Row, Table, YearSummary
from icarmed.interop import summary_xlsx
from tests.documents.examples import year_summary


def read(summary: YearSummary) -> Workbook:
    return openpyxl.load_workbook(BytesIO(summary_xlsx.written(summary)))


def test_one_sheet_a_table_in_order() -> None:
    assert read(year_summary(wide=True)).sheetnames == [
        "1 Fréquentation des permanences",
        "2 Public suivi",
        "3 Profil",
    ]


def test_numbers_are_numbers_and_what_is_not_known_is_empty() -> None:
    sheet = read(year_summary())["1 Fréquentation des permanences"]
    rows = list(sheet.iter_rows(min_row=3, max_row=7, values_only=True))
    assert rows == [
        (None, "2018", "2017", "Moyenne par personne"),
        ("Liège", 382, 401, 8),
        ("Seraing", 175, None, 3.2),
        ("Lieu inconnu", "<5", 0, None),
        ("Total", 1557, 1401, 12.25),
    ]
    assert sheet["A1"].value == "Fréquentation des permanences"
    assert sheet["B4"].number_format == "#,##0"
    assert sheet["D5"].number_format == "#,##0.0"


def test_definitions_stand_below_the_table() -> None:
    sheet = read(year_summary())["1 Fréquentation des permanences"]
    assert "vue par un médecin" in str(sheet["A9"].value)
    assert sheet["A10"].value == "Provisoire au 3/12."


def test_headings_stay_in_sight_and_pages_are_numbered() -> None:
    for sheet in read(year_summary(wide=True)).worksheets:
        assert sheet.freeze_panes == "B4"
        footer = sheet.oddFooter
        assert footer is not None
        assert footer.right is not None
        assert footer.right.text == "&P / &N"
        assert sheet.page_setup.paperSize == 9
    assert read(year_summary(wide=True))["3 Profil"].page_setup.orientation == "landscape"


def test_the_same_summary_gives_the_same_bytes_and_no_name_of_a_program() -> None:
    first = summary_xlsx.written(year_summary(wide=True))
    assert first == summary_xlsx.written(year_summary(wide=True))
    properties = read(year_summary()).properties
    assert properties.created == datetime(2000, 1, 1)  # noqa: DTZ001  # the library reads naive times
    assert not properties.creator


def test_labels_that_look_like_formulas_or_links_stay_texts() -> None:
    rows = tuple(Row(str(n), label, (n,)) for n, label in enumerate(("=1+1", "https://example.org", "+32 4")))
    sheet = read(YearSummary(2026, "Liège", (Table("t", "T", (Column("n", "=A1"),), rows),))).worksheets[0]
    assert [sheet.cell(row, 1).value for row in (4, 5, 6)] == ["=1+1", "https://example.org", "+32 4"]
    assert [sheet.cell(row, 1).data_type for row in (4, 5, 6)] == ["s", "s", "s"]
    assert sheet["B3"].data_type == "s"
    assert sheet["A2"].value == "2026 · Liège"


def test_sheet_names_that_a_spreadsheet_refuses_are_mended_and_never_the_same() -> None:
    table = year_summary().tables[1]
    title = "Table: a/b [x]? " + "très long titre " * 3
    names = read(
        YearSummary(2026, None, (replace(table, title=title), replace(table, id="b", title=title)))
    ).sheetnames
    assert len(set(names)) == 2
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


def test_a_year_without_tables_and_a_table_without_columns_still_open() -> None:
    assert read(YearSummary(2026, None, ())).sheetnames == ["2026"]
    bare = Table("bare", "Vide", (), (), ("Une note.",))
    assert read(YearSummary(2026, None, (bare,))).worksheets[0]["A5"].value == "Une note."
