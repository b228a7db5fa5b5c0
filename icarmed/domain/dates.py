"""Days, days that are only partly known, and counting in months and years."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

_TEXT = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_MONTHS_IN_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class DateRange:
    """A day known at least as lying between two days, both possible; equal when the day is known."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.first > self.last:
            msg = f"first day {self.first} is after last day {self.last}"
            raise ValueError(msg)

    @classmethod
    def day(cls, on: date) -> Self:
        """A day that is known."""
        return cls(on, on)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2019`, `2019-05`, `2019-05-17` or `first/last`; ValueError for anything else."""
        first, slash, last = text.partition("/")
        begin = _span(first)
        end = _span(last) if slash else begin
        return cls(begin[0], end[1])

    @property
    def exact(self) -> date | None:
        """The day, when it is known."""
        return self.first if self.first == self.last else None

    @property
    def middle(self) -> date:
        """The day half-way, the earlier of two: what ages are counted from."""
        return self.first + (self.last - self.first) // 2

    def within(self, period: "DateRange") -> bool:
        """Whether every possible day lies in `period`."""
        return period.first <= self.first and self.last <= period.last

    def __str__(self) -> str:
        if self.first == self.last:
            return self.first.isoformat()
        year, month = self.first.year, self.first.month
        if (self.first, self.last) == (date(year, 1, 1), date(year, 12, 31)):
            return f"{year:04}"
        if (self.first, self.last) == _month(year, month):
            return f"{year:04}-{month:02}"
        return f"{self.first}/{self.last}"


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months later; one that does not exist is the first of the next month.

    Source: CDSi Logic Specification 4.6, table 3-6, CALCDT-5 (31 January + 1 month = 1 March).
    """
    years, month0 = divmod(day.month - 1 + months, _MONTHS_IN_A_YEAR)
    year = day.year + years
    try:
        return date(year, month0 + 1, day.day)
    except ValueError:
        if not date.min.year <= year <= date.max.year:
            raise
        # Only a 29th, 30th or 31st can be missing, and never of December: the next month is in the same year.
        return date(year, month0 + 2, 1)


def completed_years(born: DateRange, on: date) -> int:
    """Age on a day, counted from the middle of the range of birth; 0 before it."""
    birth = born.middle
    return max(0, on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day)))


def born_aged(years: int, on: date) -> DateRange:
    """The birth of someone who says `years` on a day: 32 on 4 June 2026 is 5 June 1993 to 4 June 1994."""
    latest = add_months(on, -_MONTHS_IN_A_YEAR * years)
    earliest = add_months(on, -_MONTHS_IN_A_YEAR * (years + 1)) + timedelta(days=1)
    return DateRange(earliest, latest)


def _span(text: str) -> tuple[date, date]:
    """First and last day of `2019`, `2019-05` or `2019-05-17`."""
    if _TEXT.fullmatch(text) is None:
        msg = f"not a date: {text!r}"
        raise ValueError(msg)
    numbers = [int(part) for part in text.split("-")]
    match numbers:
        case [year]:
            return date(year, 1, 1), date(year, 12, 31)
        case [year, month]:
            return _month(year, month)
        case _:
            day = date.fromisoformat(text)
            return day, day


def _month(year: int, month: int) -> tuple[date, date]:
    first = date(year, month, 1)
    return first, first.replace(day=monthrange(year, month)[1])
