"""What is published gives no small number away: every small world is tried against its publication.

The attacker knows the rules of the tables (totals, means, who can be counted where) and of hiding, and has
the tables of all places and of each. Two worlds with the same publication cannot be told apart; for each
figure that is not shown, some of them must differ in it.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator
from itertools import product

import pytest

from icarmed.domain.summary import publication
from icarmed.domain.summary.figures import TOTAL, Cells, Figure, mean
from icarmed.domain.summary.tables import HIDDEN, Value
from icarmed.domain.visits import FollowUpType

GENERAL, SCREENING, VACCINATION = FollowUpType.GENERAL, FollowUpType.SCREENING, FollowUpType.VACCINATION
PLACES = ("a", "b")
BOUND = 7
World = tuple[Cells, Cells]


def attack(worlds: Iterable[World], known: Collection[str] = ()) -> list[str]:
    """The figures that someone could compute from a publication, with what was published.

    Rows of `known` are no secret: the attacker knows them from elsewhere.
    """
    by_publication: dict[Hashable, list[World]] = defaultdict(list)
    for true, shown in worlds:
        by_publication[tuple(sorted(shown.items(), key=lambda cell: cell[0]))].append((true, shown))
    told = []
    for group in by_publication.values():
        first, shown = group[0]
        if any(touches_the_bound(true) for true, _ in group):
            continue
        for cell in shown:
            # What is withheld beside a small number is no secret of its own.
            if not publication.is_small(first[cell]) or cell[0] in known:
                continue
            if len({true[cell] for true, _ in group}) < 2:
                told.append(f"{cell} is {first[cell]}: {shown}")
    return told


def touches_the_bound(true: Cells) -> bool:
    """Worlds end at a bound: those there have too few neighbours to be judged."""
    return any(value == BOUND for cell, value in true.items() if TOTAL not in cell)


def seen_at(most: int) -> Iterator[tuple[int, int]]:
    """Every number of visits, and of people who can have made them."""
    yield 0, 0
    for visits in range(1, most + 1):
        for people in range(1, visits + 1):
            yield visits, people


def attended(seen: dict[str, tuple[int, int]], people: int) -> Cells:
    """The cells of the table `attendance`."""
    cells: Cells = {}
    rows = seen | {TOTAL: (sum(visits for visits, _ in seen.values()), people)}
    for row, (visits, different) in rows.items():
        values: dict[str, Value] = {"visits": visits, "people": different, "mean": mean(visits, different)}
        cells |= {(row, column): value for column, value in (values | {"left_unseen": 0}).items()}
    return cells


def attendance_worlds() -> Iterator[World]:
    for first, second in product(seen_at(BOUND), seen_at(BOUND)):
        for people in range(max(first[1], second[1]), first[1] + second[1] + 1):
            true = attended({"a": first, "b": second}, people)
            yield true, publication.attendance(true, PLACES)


def marked(marks: dict[str, dict[FollowUpType, int]]) -> Cells:
    """The cells of the table `medical_follow_ups`."""
    every = {(row, kind.value): given.get(kind, 0) for row, given in marks.items() for kind in FollowUpType}
    cells: Cells = dict(every)
    for row, given in marks.items():
        cells[row, TOTAL] = sum(given.values())
    for kind in FollowUpType:
        cells[TOTAL, kind.value] = sum(every[row, kind.value] for row in marks)
    cells[TOTAL, TOTAL] = sum(every.values())
    return cells


def place_worlds() -> Iterator[tuple[int, int, dict[FollowUpType, int]]]:
    """Visits, people and marks of one place; a visit has a type at least and none twice."""
    for general, screening, violence in product(range(BOUND + 1), range(BOUND + 1), range(5)):
        most = general + screening + violence
        # Of six types three are drawn: that all are full tells something of three, never of six.
        full = {12} if max(general, screening) < 5 else set()
        for visits in set(range(max(general, screening, violence), most + 1)) - full:
            for people in {min(visits, 2), min(visits, 3), min(visits, 6)}:
                marks = {GENERAL: general, SCREENING: screening, FollowUpType.VIOLENCE: violence}
                yield visits, people, marks


def follow_up_worlds() -> Iterator[World]:
    """Everything of one place, beside another place that the attacker knows already."""
    seconds = [
        (0, 0, {}),
        (6, 6, {GENERAL: 6, SCREENING: 2}),
        (40, 9, {GENERAL: 30, SCREENING: 10, FollowUpType.VIOLENCE: 5}),
    ]
    for second, first in product(seconds, place_worlds()):
        seen = {place: (one[0], one[1]) for place, one in zip(PLACES, (first, second), strict=True)}
        attendance = attended(seen, sum(people for _, people in seen.values()))
        true = marked({"a": first[2], "b": second[2]})
        published = publication.attendance(attendance, PLACES)
        shown = publication.follow_ups(true, PLACES, published)
        beside = {(f"attendance {row}", column): cell for (row, column), cell in attendance.items()}
        told = {(f"attendance {row}", column): cell for (row, column), cell in published.items()}
        known: Cells = {(str(second), "known"): 0}
        yield true | beside | known, shown | told | known


def dose_worlds() -> Iterator[World]:
    """Doses at two places and at none, beside the vaccinations of the other table and the lots."""
    rows = (*PLACES, "unknown")
    for given in product(range(BOUND + 1), repeat=3):
        numbers = dict(zip(rows, given, strict=True))
        followed = marked(
            {row: {GENERAL: 40, VACCINATION: numbers[row] if row in PLACES else 0} for row in rows}
        )
        seen = attended(dict.fromkeys(PLACES, (40, 20)) | {"unknown": (0, 0)}, 40)
        published = publication.follow_ups(followed, rows, publication.attendance(seen, rows))
        true: Cells = {(figure.value, row): 0 for figure in Figure for row in (*rows, TOTAL)}
        true |= {(Figure.DOSES.value, row): number for row, number in numbers.items()}
        true[Figure.DOSES, TOTAL] = sum(given)
        shown = publication.hepatitis_b(true, rows, published)
        yield (
            true | {(f"types {row}", column): cell for (row, column), cell in followed.items()},
            shown | {(f"types {row}", column): cell for (row, column), cell in published.items()},
        )


def people_worlds() -> Iterator[World]:
    """People of a figure at two places; some at both."""
    for first, second in product(range(BOUND + 1), repeat=2):
        for people in range(max(first, second), first + second + 1):
            true: Cells = {(figure.value, row): 0 for figure in Figure for row in (*PLACES, TOTAL)}
            figure = Figure.PEOPLE.value
            true |= {(figure, "a"): first, (figure, "b"): second, (figure, TOTAL): people}
            yield true, publication.hepatitis_b(true, PLACES, {})


def lot_worlds(lots: int) -> Iterator[World]:
    for numbers in product(range(1, BOUND + 1), repeat=lots):
        whole = sum(numbers)
        true: Cells = {(str(at), "lot"): number for at, number in enumerate(numbers)}
        shown = publication.lots(numbers, publication.masked(whole))
        told: Cells = {("doses", "whole"): publication.masked(whole)}
        if shown is not None:
            told |= {(str(at), "lot"): value for at, value in enumerate(shown)}
        yield true | {("doses", "whole"): whole}, told


@pytest.mark.parametrize(
    "worlds",
    [attendance_worlds(), dose_worlds(), people_worlds(), lot_worlds(2), lot_worlds(3)],
    ids=["attendance", "doses", "people", "two lots", "three lots"],
)
def test_nothing_hidden_can_be_computed_back(worlds: Iterator[World]) -> None:
    assert attack(worlds) == []


def test_types_cannot_be_computed_back_even_by_who_knows_all_other_places() -> None:
    known = {"b", TOTAL, "attendance b", f"attendance {TOTAL}"}
    assert attack(follow_up_worlds(), known) == []


def test_the_attack_finds_what_hiding_alone_gives_away() -> None:
    worlds = []
    for first, second in product(range(BOUND + 1), repeat=2):
        true: Cells = {("a", "visits"): first, ("b", "visits"): second, (TOTAL, "visits"): first + second}
        worlds.append((true, {cell: publication.masked(value) for cell, value in true.items()}))
    assert any("('a', 'visits') is 3" in one for one in attack(worlds))


@pytest.mark.parametrize(
    "worlds", [attendance_worlds(), follow_up_worlds(), dose_worlds(), people_worlds(), lot_worlds(3)]
)
def test_no_number_from_1_to_4_is_ever_published_and_no_other_number_is_changed(
    worlds: Iterator[World],
) -> None:
    for true, shown in worlds:
        for cell, value in shown.items():
            if isinstance(value, int):
                assert value == true[cell]
                assert not 1 <= value <= 4
            if value == HIDDEN:
                assert true[cell] in {1, 2, 3, 4}


def test_totals_of_large_numbers_stay() -> None:
    true = attended({"a": (382, 48), "b": (175, 55)}, 100)
    assert publication.attendance(true, PLACES) == true


def test_a_total_of_one_small_part_alone_is_shown_as_that_part() -> None:
    true = attended({"a": (3, 2), "b": (0, 0)}, 2)
    shown = publication.attendance(true, PLACES)
    assert (shown[TOTAL, "visits"], shown[TOTAL, "people"], shown[TOTAL, "mean"]) == (HIDDEN, HIDDEN, None)
    assert (shown["b", "visits"], shown["b", "people"]) == (0, 0)


def test_a_place_where_few_came_often_shows_no_number() -> None:
    true = attended({"a": (12, 3), "b": (40, 20)}, 23)
    shown = publication.attendance(true, PLACES)
    assert [shown["a", column] for column in ("visits", "people", "mean")] == [None, HIDDEN, None]
    marks = marked({"a": {GENERAL: 11, SCREENING: 1}, "b": {GENERAL: 40}})
    told = publication.follow_ups(marks, PLACES, shown)
    assert [told["a", kind] for kind in (GENERAL, SCREENING, VACCINATION)] == [None, HIDDEN, 0]
    assert told["b", TOTAL] == 40
    assert told[TOTAL, TOTAL] is None


def test_where_visits_ask_more_of_the_hidden_types_another_is_withheld() -> None:
    seen = publication.attendance(attended({"a": (174, 55), "b": (0, 0)}, 55), PLACES)
    marks = marked({"a": {GENERAL: 145, SCREENING: 25, VACCINATION: 4}, "b": {}})
    shown = publication.follow_ups(marks, PLACES, seen)
    assert [shown["a", kind] for kind in (GENERAL, SCREENING, VACCINATION)] == [145, None, HIDDEN]


def test_where_no_type_can_be_told_none_is_not_even_nought() -> None:
    alone = marked({"a": {GENERAL: 4, SCREENING: 4}, "b": {}})
    seen = publication.attendance(attended({"a": (8, 6), "b": (0, 0)}, 6), PLACES)
    bare = publication.follow_ups(alone, PLACES, seen)
    assert {bare["a", kind] for kind in FollowUpType} == {None}
    assert bare[TOTAL, SCREENING] is None


def test_doses_are_withheld_when_the_visits_in_which_they_were_given_are_few() -> None:
    rows = ("a", "b", "unknown")
    seen = publication.attendance(attended({"a": (40, 20), "b": (40, 20), "unknown": (0, 0)}, 40), rows)
    marks = marked({"a": {GENERAL: 40, VACCINATION: 3}, "b": {GENERAL: 40, VACCINATION: 9}, "unknown": {}})
    true: Cells = {(figure.value, row): 0 for figure in Figure for row in (*rows, TOTAL)}
    true |= {(Figure.DOSES, "a"): 6, (Figure.DOSES, "b"): 9, (Figure.DOSES, TOTAL): 15}
    shown = publication.hepatitis_b(true, rows, publication.follow_ups(marks, rows, seen))
    assert {shown[Figure.DOSES, row] for row in (*rows, TOTAL)} == {None}


def test_lots_are_left_out_when_their_number_alone_would_tell() -> None:
    assert publication.lots([1, 1, 1, 1, 1], 5) is None
    assert publication.lots([4, 4], 8) is None
    assert publication.lots([60, 70], 130) == [60, 70]
    assert publication.lots([3, 25, 32], 60) == [HIDDEN, None, 32]
    assert publication.lots([1, 5, 30], 36) is None
    assert publication.lots([1, 6, 30], 37) == [HIDDEN, None, 30]
    assert publication.lots([12], None) is None
