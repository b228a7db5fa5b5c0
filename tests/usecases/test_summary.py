"""The yearly summary of a small year agrees with what was worked out by hand."""

import json
from pathlib import Path

import pytest
from sqlalchemy import text

from icarmed.catalogue.texts import words
from icarmed.domain.findings import Refused
from icarmed.domain.summary.tables import HIDDEN, YearSummary
from icarmed.usecases import summary as stories
from icarmed.usecases.summary import AskSummary, Format, year_summary
from tests.support import small_year
from tests.support.office import Office

EN, FR = words("en"), words("fr")


@pytest.fixture
def small(office: Office) -> Office:
    """The permanence after the small year."""
    small_year.write_small_year(office)
    return office


def asked(office: Office, place: str | None = None, *, for_publication: bool = False) -> YearSummary:
    return year_summary(office.coordinator, AskSummary(small_year.YEAR, place, for_publication), EN)


def rows(summary: YearSummary, table: str) -> dict[str, tuple[object, ...]]:
    return {row.id: row.values for row in summary.table(table).rows}


def test_attendance_and_types_are_those_worked_out_by_hand(small: Office) -> None:
    summary = asked(small)
    assert rows(summary, "attendance") == small_year.ATTENDANCE
    assert rows(summary, "medical_follow_ups") == small_year.FOLLOW_UPS


def test_hepatitis_b_is_that_worked_out_by_hand(small: Office) -> None:
    found = {row: values[0] for row, values in rows(asked(small), "hepatitis_b").items()}
    assert found == small_year.HEPATITIS_B
    for place, expected in small_year.HEPATITIS_B_AT.items():
        there = {row: values[0] for row, values in rows(asked(small, place), "hepatitis_b").items()}
        assert {row: there[row] for row in expected} == expected


def test_what_counts_nowhere_is_noted(small: Office) -> None:
    summary = asked(small)
    open_arrivals = EN.text("summary.note.open_arrivals", number=small_year.OPEN_ARRIVALS)
    assert open_arrivals in summary.table("attendance").notes
    straddling = EN.text("summary.note.straddling", number=small_year.STRADDLING)
    assert straddling in summary.table("hepatitis_b").notes
    assert EN.text("summary.note.different_people", people=5, sum=6) in summary.table("attendance").notes


def test_one_place_is_the_row_of_all_places(small: Office) -> None:
    for place in ("liege", "seraing", "outreach", "unknown"):
        summary = asked(small, place)
        assert rows(summary, "attendance") == {place: small_year.ATTENDANCE[place]}
        assert rows(summary, "medical_follow_ups") == {place: small_year.FOLLOW_UPS[place]}


def test_for_publication_no_small_number_stands_and_places_say_no_more_than_all(small: Office) -> None:
    everywhere = asked(small, for_publication=True)
    shown = {value for row in rows(everywhere, "attendance").values() for value in row}
    assert shown == {HIDDEN, None, 0}
    for place in ("liege", "seraing", "outreach"):
        alone = asked(small, place, for_publication=True)
        for table in ("attendance", "medical_follow_ups"):
            assert rows(alone, table)[place] == rows(everywhere, table)[place]


def test_another_year_is_another_summary(small: Office) -> None:
    before = year_summary(small.coordinator, AskSummary(2025), EN)
    assert rows(before, "attendance")["total"] == (1, 1, 1.0, 0)
    assert rows(before, "hepatitis_b")["doses"] == (0,)
    never = year_summary(small.coordinator, AskSummary(1999), EN)
    assert rows(never, "attendance")["total"] == (0, 0, None, 0)


def test_an_unknown_place_and_an_impossible_year_are_refused(small: Office) -> None:
    for order in (AskSummary(2026, "nowhere"), AskSummary(0), AskSummary(10_000)):
        with pytest.raises(Refused):
            year_summary(small.coordinator, order, EN)


def test_only_those_who_may_see_figures(small: Office) -> None:
    for desk in (small.reception, small.administrator):
        with pytest.raises(Refused, match="no_right"):
            year_summary(desk, AskSummary(2026), EN)
    for desk in (small.nurse, small.doctor, small.coordinator):
        assert year_summary(desk, AskSummary(2026), EN).year == 2026


def test_json_has_the_shape_that_others_read(small: Office) -> None:
    document = json.loads(stories.as_json(asked(small, "liege")))
    assert set(document) == {"year", "place", "tables"}
    assert (document["year"], document["place"]) == (2026, "liege")
    assert [table["id"] for table in document["tables"]] == [
        "attendance",
        "medical_follow_ups",
        "hepatitis_b",
    ]
    first = document["tables"][0]
    assert set(first) == {"id", "title", "columns", "rows", "notes"}
    assert first["columns"][0] == {"id": "visits", "label": "Visits"}
    assert first["rows"] == [{"id": "liege", "label": "Liège", "values": [4, 3, 1.3, 1]}]


def test_files_are_written_in_each_format_and_the_export_is_audited(small: Office, tmp_path: Path) -> None:
    order = AskSummary(2026, "liege", for_publication=True)
    made = stories.export(small.coordinator, order, FR, list(Format)).value
    stem = "summary-2026-liege-publication"
    assert list(made.files) == [
        f"{stem}.json",
        f"{stem}-attendance.csv",
        f"{stem}-medical_follow_ups.csv",
        f"{stem}-hepatitis_b.csv",
        f"{stem}.xlsx",
        f"{stem}.pdf",
    ]
    assert made.files[f"{stem}.pdf"].startswith(b"%PDF")
    assert made.files[f"{stem}.xlsx"].startswith(b"PK")
    assert json.loads(made.files[f"{stem}.json"]) == json.loads(stories.as_json(made.summary))
    with small.database.reading() as connection:
        last = connection.execute(text("SELECT act, purpose FROM audit ORDER BY seq DESC LIMIT 1")).one()
    assert tuple(last) == ("export", f"{stem}: csv json pdf xlsx")


def test_what_has_no_place_is_named_so_on_paper(small: Office) -> None:
    made = stories.export(small.coordinator, AskSummary(2026, "unknown"), FR, [Format.PDF, Format.JSON]).value
    assert set(made.files) == {"summary-2026-unknown.json", "summary-2026-unknown.pdf"}
