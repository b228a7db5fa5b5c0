"""Dates are understood as they are typed in Belgium, and nothing is guessed that was not typed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icarmed.domain.dates import DateRange
from icarmed.ui.forms.reading import day_text, partial_text, read_day, read_partial

TODAY = date(2026, 12, 3)
DAYS = st.dates(date(1930, 1, 1), date(2045, 12, 31))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("15/10/2026", date(2026, 10, 15)),
        ("15-10-2026", date(2026, 10, 15)),
        ("15.10.26", date(2026, 10, 15)),
        ("15 10 2026", date(2026, 10, 15)),
        ("5/3/26", date(2026, 3, 5)),
        ("151026", date(2026, 10, 15)),
        ("15102026", date(2026, 10, 15)),
        ("2026-10-15", date(2026, 10, 15)),
        ("15/10", date(2026, 10, 15)),
        ("0", TODAY),
        ("auj", TODAY),
        ("Aujourd'hui", TODAY),
        ("today", TODAY),
        ("-1", date(2026, 12, 2)),
        ("+3", date(2026, 12, 6)),
        (" 3/12 ", TODAY),
    ],
)
def test_a_day_is_read_as_it_is_typed(typed: str, meant: date) -> None:
    assert read_day(typed, TODAY) == meant


@pytest.mark.parametrize(
    "typed",
    ["", "32/10/2026", "15/13/2026", "29/02/2026", "10/2026/15/1", "hier", "1510", "15/10/026", "2026"],
)
def test_what_is_not_one_day_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 the kind of error is all there is
        read_day(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026", "2026"),
        ("10/2026", "2026-10"),
        ("1/1994", "1994-01"),
        ("2026-10", "2026-10"),
        ("15/10/2026", "2026-10-15"),
        ("-1", "2026-12-02"),
    ],
)
def test_a_date_may_be_known_in_part(typed: str, meant: str) -> None:
    assert read_partial(typed, TODAY) == DateRange.parse(meant)


def test_two_digits_of_a_year_are_no_later_than_the_field_allows() -> None:
    assert read_day("5/3/85", TODAY, latest=TODAY) == date(1985, 3, 5)
    assert read_day("5/3/26", TODAY, latest=TODAY) == date(2026, 3, 5)
    assert read_day("5/3/27", TODAY, latest=TODAY) == date(1927, 3, 5)
    # What expires may lie ahead.
    assert read_day("5/3/29", TODAY) == date(2029, 3, 5)


@given(DAYS)
def test_what_stands_in_a_field_is_read_back_as_the_same_day(on: date) -> None:
    assert read_day(day_text(on), TODAY) == on


@given(DAYS, st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d"]))
def test_a_partial_date_is_read_back_as_the_same(on: date, form: str) -> None:
    period = DateRange.parse(on.strftime(form))
    assert read_partial(partial_text(period), TODAY) == period


@given(st.integers(-9999, 9999))
def test_a_move_counts_days_from_today(days: int) -> None:
    assert read_day(f"{days:+}", TODAY) == TODAY + timedelta(days=days)


def test_a_range_that_is_no_month_or_year_shows_both_ends() -> None:
    assert partial_text(DateRange(date(1993, 6, 5), date(1994, 6, 4))) == "05/06/1993 – 04/06/1994"
