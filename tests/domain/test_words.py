"""Texts by code, dates in the way of the language."""

from datetime import date, datetime

import pytest

from icarmed.domain.findings import Finding
from icarmed.domain.words import Words

DAY = date(2026, 12, 3)

TEXTS = {
    "calendar.day_format": "{day2}/{month2}/{year}",
    "calendar.long_format": "{weekday} {day} {month_name} {year} ({short_month}, {month})",
    "calendar.month.12": "décembre",
    "calendar.short_month.12": "déc.",
    "calendar.weekday.3": "jeudi",
    "findings.expired_lot": "Lot {lot} périmé le {on}",
    "count": "{n} doses",
    "at": "lu à {at}",
}
WORDS = Words("fr", TEXTS)


def test_a_text_takes_its_parameters() -> None:
    assert WORDS.text("count", n=3) == "3 doses"


def test_a_parameter_that_is_a_day_is_written_in_the_language() -> None:
    assert (
        WORDS.finding(Finding("expired_lot", {"lot": "EB4412", "on": DAY}))
        == "Lot EB4412 périmé le 03/12/2026"
    )


def test_an_instant_shows_day_and_minutes() -> None:
    assert WORDS.text("at", at=datetime(2026, 12, 3, 14, 5)) == "lu à 03/12/2026 14:05"  # noqa: DTZ001 a local clock


def test_days_short_and_long() -> None:
    assert WORDS.day(DAY) == "03/12/2026"
    assert WORDS.long_day(DAY) == "jeudi 3 décembre 2026 (déc., 12)"


def test_an_unknown_code_is_an_error_and_can_be_asked_for() -> None:
    assert WORDS.has("count")
    assert not WORDS.has("nothing")
    with pytest.raises(KeyError):
        WORDS.text("nothing")
