"""From figures to tables: same rows, same columns, totals that add up, people that count once."""

from dataclasses import replace
from uuid import UUID

import pytest

from icarmed.catalogue.texts import words
from icarmed.domain.office import Place, PlaceKind
from icarmed.domain.summary import build
from icarmed.domain.summary.build import Counted, View
from icarmed.domain.summary.figures import (
    DEFINED_IN,
    Attendance,
    ByPlace,
    Figure,
    HepatitisB,
    LotGiven,
    SeenAt,
    mean,
)
from icarmed.domain.summary.tables import HIDDEN
from icarmed.domain.visits import FollowUpType

FR, EN = words("fr"), words("en")
PLACES = (
    Place(UUID(int=1), "outreach", "Rue", PlaceKind.OUTREACH),
    Place(UUID(int=2), "seraing", "Seraing", PlaceKind.PERMANENCE),
    Place(UUID(int=3), "liege", "Liège", PlaceKind.PERMANENCE),
)
# The published year of the permanence: 382 visits of 48 people in Liège, 175 of 55 in Seraing.
PUBLISHED = Counted(
    2018,
    PLACES,
    Attendance({"liege": SeenAt(382, 48, 9), "seraing": SeenAt(175, 55)}, people=101, open_arrivals=2),
    {
        ("liege", FollowUpType.GENERAL): 170,
        ("liege", FollowUpType.ADDICTION): 287,
        ("seraing", FollowUpType.GENERAL): 145,
        ("seraing", FollowUpType.VACCINATION): 12,
    },
    HepatitisB(
        {
            Figure.PEOPLE: ByPlace(15, {"seraing": 11, "unknown": 6}),
            Figure.DOSES: ByPlace(18, {"seraing": 12, "unknown": 6}),
        },
        (
            LotGiven("engerix-b-20", "A1", "Club", "seraing", 5),
            LotGiven("engerix-b-20", "B2", "Club", "seraing", 7),
            LotGiven("hepatitis-b-unspecified", "", "", "unknown", 6),
        ),
        straddling=2,
    ),
    {"engerix-b-20": "Engerix-B 20 µg"},
)


@pytest.mark.parametrize(
    ("visits", "people", "expected"),
    [(175, 55, 3.2), (382, 48, 8.0), (1, 4, 0.3), (1, 8, 0.1), (3, 20, 0.2), (5, 5, 1.0), (0, 0, None)],
)
def test_a_mean_is_rounded_half_up_to_one_decimal(visits: int, people: int, expected: float | None) -> None:
    assert mean(visits, people) == expected


def test_attendance_has_a_row_a_place_and_people_count_once_in_all() -> None:
    table = build.year_summary(PUBLISHED, View(), FR).table("attendance")
    assert [column.id for column in table.columns] == ["visits", "people", "mean", "left_unseen"]
    assert [(row.id, row.values) for row in table.rows] == [
        ("liege", (382, 48, 8.0, 9)),
        ("seraing", (175, 55, 3.2, 0)),
        ("outreach", (0, 0, None, 0)),
        ("unknown", (0, 0, None, 0)),
        ("total", (557, 101, 5.5, 9)),
    ]
    assert table.rows[0].label == "Liège"
    assert any("101" in note and "103" in note for note in table.notes)
    assert any(note.endswith(": 2.") for note in table.notes)


def test_no_note_when_nobody_came_to_two_places() -> None:
    attendance = replace(PUBLISHED.attendance, people=103, open_arrivals=0)
    table = build.year_summary(replace(PUBLISHED, attendance=attendance), View(), EN).table("attendance")
    assert table.notes == build.definitions("attendance", EN)


def test_follow_ups_add_up_both_ways() -> None:
    table = build.year_summary(PUBLISHED, View(), EN).table("medical_follow_ups")
    kinds = ["general", "screening", "vaccination", "addiction", "wound", "violence", "total"]
    assert [column.id for column in table.columns] == kinds
    assert table.rows[0].values == (170, 0, 0, 287, 0, 0, 457)
    assert table.rows[-1].values == (315, 0, 12, 287, 0, 0, 614)


def test_hepatitis_b_counts_by_place_lot_and_donor() -> None:
    table = build.year_summary(PUBLISHED, View(), EN).table("hepatitis_b")
    assert {row.id: row.values[0] for row in table.rows} == {
        "proposed": 0,
        "people": 15,
        "doses": 18,
        "courses_completed": 0,
        "immunity_proven": 0,
        "doses_at:liege": 0,
        "doses_at:seraing": 12,
        "doses_at:outreach": 0,
        "doses_at:unknown": 6,
        "lot:engerix-b-20:A1:Club": 5,
        "lot:engerix-b-20:B2:Club": 7,
        "lot:hepatitis-b-unspecified::": 6,
        "donor:Club": 12,
    }
    labels = [row.label for row in table.rows if row.id.startswith("lot:")]
    assert labels[0] == "Doses: Engerix-B 20 µg, lot A1 (given by Club)"
    assert labels[2].endswith("lot without number")
    assert any(note.endswith("counted nowhere: 2.") for note in table.notes)


def test_one_place_is_a_part_of_all_places() -> None:
    summary = build.year_summary(PUBLISHED, View("seraing"), EN)
    assert summary.place == "seraing"
    assert [row.id for row in summary.table("attendance").rows] == ["seraing"]
    assert summary.table("medical_follow_ups").rows[0].values == (145, 0, 12, 0, 0, 0, 157)
    rows = {row.id: row.values[0] for row in summary.table("hepatitis_b").rows}
    assert (rows["people"], rows["doses"], rows["lot:engerix-b-20:A1:Club"], rows["donor:Club"]) == (
        11,
        12,
        5,
        12,
    )
    assert "doses_at:seraing" not in rows
    assert not any("103" in note or "nowhere" in note for table in summary.tables for note in table.notes)


def test_nothing_at_all_is_a_summary_of_noughts() -> None:
    empty = Counted(2018, PLACES, Attendance({}), {}, HepatitisB({}))
    summary = build.year_summary(empty, View(for_publication=True), FR)
    for table in summary.tables:
        assert {value for row in table.rows for value in row.values} <= {0, None}


def test_for_publication_lots_and_donors_stand_when_none_is_small() -> None:
    table = build.year_summary(PUBLISHED, View(for_publication=True), EN).table("hepatitis_b")
    values = {row.id: row.values[0] for row in table.rows}
    assert (values["doses"], values["lot:engerix-b-20:A1:Club"], values["donor:Club"]) == (18, 5, 12)
    assert table.notes[-1].startswith("For publication")
    assert any(note.endswith("are counted nowhere.") for note in table.notes)


def test_for_publication_a_small_lot_takes_another_and_the_donors_with_it() -> None:
    lots = (
        LotGiven("engerix-b-20", "A1", "Club", "seraing", 2),
        LotGiven("engerix-b-20", "B2", "Club", "seraing", 10),
        LotGiven("engerix-b-20", "C3", "Club", "unknown", 6),
    )
    counted = replace(PUBLISHED, hepatitis_b=replace(PUBLISHED.hepatitis_b, lots=lots, straddling=0))
    table = build.year_summary(counted, View(for_publication=True), EN).table("hepatitis_b")
    values = {row.id: row.values[0] for row in table.rows if row.id.startswith(("lot:", "donor:"))}
    assert values == {
        "lot:engerix-b-20:A1:Club": HIDDEN,
        "lot:engerix-b-20:B2:Club": None,
        "lot:engerix-b-20:C3:Club": 6,
    }


def test_for_publication_one_place_has_no_lots() -> None:
    table = build.year_summary(PUBLISHED, View("seraing", for_publication=True), EN).table("hepatitis_b")
    assert [row.id for row in table.rows] == [figure.value for figure in Figure]
    assert any("by lot and donor are not published" in note for note in table.notes)
    few = build.year_summary(PUBLISHED, View("liege", for_publication=True), EN).table("hepatitis_b")
    assert not any("by lot and donor are not published" in note for note in few.notes)


def test_every_definition_has_its_words_in_both_languages() -> None:
    for table, names in DEFINED_IN.items():
        for told in (FR, EN):
            assert len(set(build.definitions(table, told))) == len(names)
