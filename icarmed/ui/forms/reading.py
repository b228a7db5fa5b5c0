"""Dates as they are typed in Belgium, without Qt: 15/10/2026, 15.10.26, 151026, 10/2026, 2026, 0, -1, +3."""

import re
from datetime import date, timedelta

from icarmed.domain.dates import DateRange

_PARTS = re.compile(r"[\s/.\-]+")
_MOVE = re.compile(r"[+-]\d{1,4}")
_ISO = re.compile(r"\d{4}-\d{1,2}(-\d{1,2})?")
_TODAY = {"0", "t", "today", "a", "auj", "aujourd'hui", "aujourd’hui"}
_YEAR_DIGITS = 4
_SHORT_DATE_DIGITS = 6
_LONG_DATE_DIGITS = 8
# A year of two digits may lie this far ahead, for what expires, unless the field says otherwise.
_YEARS_AHEAD = 20


def read_day(text: str, today: date, *, latest: date | None = None) -> date:
    """The day that was typed; ValueError for anything that is not one day.

    A day without a year is of this year; a year of two digits of this century, unless after `latest`.
    """
    typed = text.strip().casefold()
    if typed in _TODAY:
        return today
    if _MOVE.fullmatch(typed):
        return today + timedelta(days=int(typed))
    parts = _split(typed)
    match len(parts):
        case 2:
            return date(today.year, int(parts[1]), int(parts[0]))
        case 3:
            return date(_year(parts[2], today, latest), int(parts[1]), int(parts[0]))
        case _:
            raise _not_a_date(text)


def read_partial(text: str, today: date, *, latest: date | None = None) -> DateRange:
    """A day, a month (10/2026) or a year (2026) that was typed; ValueError for anything else."""
    parts = _split(text.strip().casefold())
    match parts:
        case [year] if len(year) == _YEAR_DIGITS:
            return DateRange.parse(year)
        case [month, year] if len(year) == _YEAR_DIGITS:
            return DateRange.parse(f"{year}-{int(month):02}")
        case _:
            return DateRange.day(read_day(text, today, latest=latest))


def day_text(on: date) -> str:
    """A day as it stands in a field: 15/10/2026."""
    return f"{on.day:02}/{on.month:02}/{on.year:04}"


def partial_text(period: DateRange) -> str:
    """A day, month or year as it stands in a field; two days joined by a dash for any other range."""
    if period.exact is not None:
        return day_text(period.exact)
    stored = str(period)
    if "/" in stored:
        return f"{day_text(period.first)} – {day_text(period.last)}"
    year, _, month = stored.partition("-")
    return f"{month}/{year}" if month else year


def _split(typed: str) -> list[str]:
    """Day, month, year, as far as they are there; what is typed year first is turned round."""
    if _ISO.fullmatch(typed):
        return typed.split("-")[::-1]
    if typed.isdecimal() and len(typed) in {_SHORT_DATE_DIGITS, _LONG_DATE_DIGITS}:
        return [typed[:2], typed[2:4], typed[4:]]
    parts = [part for part in _PARTS.split(typed) if part]
    if not all(part.isdecimal() for part in parts):
        raise _not_a_date(typed)
    return parts


def _year(digits: str, today: date, latest: date | None) -> int:
    if len(digits) == _YEAR_DIGITS:
        return int(digits)
    if len(digits) != 2:  # noqa: PLR2004 a year of two digits
        raise _not_a_date(digits)
    this_century = today.year - today.year % 100 + int(digits)
    last = latest.year if latest is not None else today.year + _YEARS_AHEAD
    return this_century if this_century <= last else this_century - 100


def _not_a_date(text: str) -> ValueError:
    msg = f"not a date: {text!r}"
    return ValueError(msg)
