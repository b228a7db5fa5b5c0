from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icarmed.domain.dates import DateRange, add_months, born_aged, completed_years

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2019-05", date(2019, 5, 1), date(2019, 5, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2019-05-17", date(2019, 5, 17), date(2019, 5, 17)),
        ("1993-06-05/1994-06-04", date(1993, 6, 5), date(1994, 6, 4)),
    ],
)
def test_a_written_date_is_read_and_written_back_the_same(text: str, first: date, last: date) -> None:
    read = DateRange.parse(text)
    assert (read.first, read.last) == (first, last)
    assert str(read) == text


def test_ends_of_a_range_may_themselves_be_partial() -> None:
    assert DateRange.parse("2019-03/2020") == DateRange(date(2019, 3, 1), date(2020, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "19",
        "2019-5",
        "2019-13",
        "2019-02-30",
        "20190517",
        "2019-W20-1",
        "17/05/2019",
        "2019/",
        "0000",
        "2019-05-17 ",
    ],
)
def test_what_is_not_a_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        DateRange.parse(text)


def test_a_range_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="is after"):
        DateRange(date(2019, 5, 18), date(2019, 5, 17))
    with pytest.raises(ValueError, match="is after"):
        DateRange.parse("2020/2019")


def test_a_known_day_is_exact_and_a_range_is_not() -> None:
    assert DateRange.day(date(2019, 5, 17)).exact == date(2019, 5, 17)
    assert DateRange.parse("2019").exact is None


def test_a_range_counts_in_a_period_only_when_wholly_in_it() -> None:
    year = DateRange.parse("2019")
    assert DateRange.parse("2019-12").within(year)
    assert not DateRange.parse("2018-12-31/2019-01-01").within(year)
    assert not DateRange.parse("2019-12-31/2020-01-01").within(year)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        # CDSi Logic Specification 4.6, table 3-6, CALCDT-5
        (date(2000, 3, 31), 6, date(2000, 10, 1)),
        (date(2000, 1, 31), 6, date(2000, 7, 31)),
        (date(2026, 1, 31), 1, date(2026, 3, 1)),
        (date(2024, 1, 30), 1, date(2024, 3, 1)),
        (date(2024, 1, 29), 1, date(2024, 2, 29)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 12, 31), 11, date(2027, 12, 1)),
        (date(2024, 2, 29), 12, date(2025, 3, 1)),
        (date(2024, 3, 31), -1, date(2024, 3, 1)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
    ],
)
def test_a_day_that_does_not_exist_moves_to_the_first_of_the_next_month(
    day: date, months: int, expected: date
) -> None:
    assert add_months(day, months) == expected


def test_months_are_added_before_days_are_taken_away() -> None:
    # CDSi Logic Specification 4.6, table 3-6: 31/01/2000 + 6 months - 4 days
    assert add_months(date(2000, 1, 31), 6) - timedelta(days=4) == date(2000, 7, 27)


def test_months_beyond_the_calendar_are_refused() -> None:
    with pytest.raises(ValueError, match="year"):
        add_months(date(9999, 12, 31), 1)


@given(DAYS, st.integers(0, 48))
def test_adding_months_never_falls_short_of_the_month(day: date, months: int) -> None:
    later = add_months(day, months)
    passed = (later.year - day.year) * 12 + later.month - day.month
    assert (passed, later.day) in {(months, day.day), (months + 1, 1)}


@given(DAYS, DAYS)
def test_any_range_is_read_back_from_its_text(one: date, other: date) -> None:
    span = DateRange(min(one, other), max(one, other))
    assert DateRange.parse(str(span)) == span
    assert span.first <= span.middle <= span.last


def test_someone_of_32_on_4_june_2026_was_born_in_the_year_before_4_june_1994() -> None:
    born = born_aged(32, date(2026, 6, 4))
    assert str(born) == "1993-06-05/1994-06-04"
    assert completed_years(born, date(2026, 6, 4)) == 32


@pytest.mark.parametrize(
    ("born", "on", "years"),
    [
        ("1994-06-04", date(2026, 6, 3), 31),
        ("1994-06-04", date(2026, 6, 4), 32),
        ("1994", date(2026, 7, 1), 31),
        ("1994", date(2026, 7, 2), 32),
        ("2004-02-29", date(2026, 2, 28), 21),
        ("2004-02-29", date(2026, 3, 1), 22),
        ("2026", date(2026, 3, 1), 0),
    ],
)
def test_age_is_counted_in_completed_years_from_the_middle_of_birth(born: str, on: date, years: int) -> None:
    assert completed_years(DateRange.parse(born), on) == years


@given(st.integers(0, 110), st.dates(date(2015, 1, 1), date(2100, 12, 31)))
def test_the_birth_made_from_an_age_gives_that_age_back_on_both_ends(years: int, on: date) -> None:
    born = born_aged(years, on)
    assert completed_years(DateRange.day(born.first), on) == years
    assert completed_years(DateRange.day(born.last), on) == years
