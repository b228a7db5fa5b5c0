"""Wrapping, pouring into columns, barcodes: the parts that papers are made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icarmed.documents import barcodes, fonts
from icarmed.documents.dates import as_known
from icarmed.documents.flow import Filled, Group, Item, balanced, drawn, poured
from icarmed.documents.page import POINTS, Style, broken, fitted
from icarmed.domain.dates import DateRange
from icarmed.domain.words import Words

PLAIN = Style(9)


@given(st.text(alphabet="abé -\n", max_size=200), st.floats(5, 80))
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(text: str, width: float) -> None:
    known = fonts.fonts()
    shown = broken(known, text, PLAIN, width)
    assert all(known.width(line, PLAIN.face, PLAIN.size) <= width * POINTS for line in shown.lines)
    assert "".join(shown.lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")


def test_a_long_word_is_broken_within() -> None:
    shown = broken(fonts.fonts(), "ab " + "x" * 100, PLAIN, 20)
    assert shown.lines[0] == "ab"
    assert "".join(shown.lines[1:]) == "x" * 100


def test_a_room_narrower_than_a_letter_still_takes_one() -> None:
    assert broken(fonts.fonts(), "abc", PLAIN, 0.1).lines == ("a", "b", "c")


def test_text_shrinks_before_it_takes_another_line_and_no_further_than_allowed() -> None:
    known = fonts.fonts()
    room = known.width("Nadia Élodie", PLAIN.face, 12) / POINTS * 0.8
    shrunk = fitted(known, "Nadia Élodie", Style(12), room)
    assert len(shrunk.lines) == 1
    assert 7 <= shrunk.style.size < 12
    smallest = fitted(known, "Nadia Élodie " * 9, Style(12), room)
    assert smallest.style.size == 7
    assert len(smallest.lines) > 1


def item(height: float) -> Item:
    return Item(height, lambda *_: None)


def group(*heights: float) -> Group:
    return Group(item(2), item(3), tuple(item(height) for height in heights))


def test_groups_that_fit_are_balanced_and_whole() -> None:
    groups = [group(5, 5), group(5), group(5)]
    pair = balanced(groups, 30)
    assert pair is not None
    assert [sum(part.height for part in column) for column in pair] == [12, 14]
    assert balanced(groups, 13) is None


@given(
    st.lists(st.lists(st.floats(1, 9), min_size=1, max_size=9), min_size=1, max_size=6), st.integers(12, 40)
)
def test_pouring_loses_nothing_and_overfills_nothing(heights: list[list[float]], room: int) -> None:
    groups = [group(*row) for row in heights]
    columns = poured(groups, lambda _: room)
    assert all(sum(part.height for part in column) <= room + 1e-6 for column in columns)
    placed = [part for column in columns for part in column]
    assert [part for part in placed if any(part is one for made in groups for one in made.items)] == [
        part for made in groups for part in made.items
    ]
    headings = [made.heading for made in groups] + [made.again for made in groups]
    assert not any(column[-1] is heading for column in columns for heading in headings)
    assert all(any(column[0] is heading for heading in headings) for column in columns)


def test_what_is_left_of_a_group_is_headed_again() -> None:
    only = group(5, 5, 5)
    first, second = poured([only], lambda number: 12 if number == 0 else 50)
    assert first == (only.heading, *only.items[:2])
    assert second == (only.again, only.items[2])


def test_something_higher_than_a_column_is_still_drawn() -> None:
    columns: tuple[Filled, ...] = poured([group(5, 90, 5)], lambda _: 20)
    assert sum(part.height == 90 for column in columns for part in column) == 1


def test_drawing_goes_down_the_column() -> None:
    tops: list[float] = []
    made = tuple(Item(height, lambda _, top: tops.append(top)) for height in (4.0, 6.0))
    assert drawn(made, 0, 10) == 20
    assert tops == [10, 14]


def test_code_128_in_set_c_has_101_modules_for_twelve_digits() -> None:
    bars = barcodes.code128("187244670080", 0, 0, 13)
    assert len(bars) == 9 * 3 + 1
    assert barcodes.code128_width("187244670080") == pytest.approx((101 + 20) * 0.33)
    assert min(width for _, _, width, _ in bars) == pytest.approx(0.33)
    assert bars[0][0] == pytest.approx(10 * 0.33), "the quiet zone is part of it"


@pytest.mark.parametrize("wrong", ["123", "12a4", "١٢", ""])
def test_only_pairs_of_digits_are_written(wrong: str) -> None:
    with pytest.raises(ValueError, match="set C"):
        barcodes.code128(wrong, 0, 0, 10)


@pytest.mark.parametrize(
    ("known", "shown"),
    [
        ("2026-10-15", "15/10/2026"),
        ("2019-05", "05/2019"),
        ("2019", "2019"),
        ("2019-05-17/2019-06-03", "17/05/2019 – 03/06/2019"),
        ("2018/2019", "01/01/2018 – 31/12/2019"),
    ],
)
def test_a_day_known_in_part_is_written_as_it_is_known(french: Words, known: str, shown: str) -> None:
    assert as_known(DateRange.parse(known), french) == shown
