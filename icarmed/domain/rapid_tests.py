"""Rapid tests (TROD): from what was seen on one device to its raw result."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from icarmed.domain.findings import Finding


class RapidResult(StrEnum):
    """Raw result of one device; never "positive"."""

    NON_REACTIVE = "non_reactive"
    REACTIVE = "reactive"
    INVALID = "invalid"


class TestLine(StrEnum):
    """What was seen where the test line stands."""

    __test__ = False

    NONE = "none"
    FAINT = "faint"
    CLEAR = "clear"


class TimesNoted(StrEnum):
    """Whether start and reading were noted, as they may not be for a test entered later."""

    NOTED = "noted"
    NOT_NOTED = "not_noted"


@dataclass(frozen=True, slots=True)
class Window:
    """Minutes after the start between which a device may be read, both included."""

    from_minutes: int
    until_minutes: int

    def holds(self, started_at: datetime, read_at: datetime) -> bool:
        """Whether the reading falls inside."""
        minutes = (read_at - started_at).total_seconds() / 60
        return self.from_minutes <= minutes <= self.until_minutes


@dataclass(frozen=True, slots=True)
class Reading:
    """One device as it was read; both instants or neither."""

    control_line: bool
    test_line: TestLine
    started_at: datetime | None = None
    read_at: datetime | None = None


def result_of(reading: Reading, window: Window | None) -> tuple[RapidResult, tuple[Finding, ...]]:
    """The raw result, and why it is invalid if it is (clinical.md "Rapid tests").

    No control line, or a reading outside the window: invalid whatever line was seen. A faint line is
    reactive. Without noted times (entered later) the window is not judged and a finding says so.
    """
    if not reading.control_line:
        return RapidResult.INVALID, (Finding("no_control_line"),)
    if reading.started_at is None or reading.read_at is None:
        return _by_line(reading), (Finding("times_not_noted"),)
    if window is not None and not window.holds(reading.started_at, reading.read_at):
        outside = Finding("read_outside_window", {"low": window.from_minutes, "high": window.until_minutes})
        return RapidResult.INVALID, (outside,)
    return _by_line(reading), ()


def _by_line(reading: Reading) -> RapidResult:
    return RapidResult.NON_REACTIVE if reading.test_line is TestLine.NONE else RapidResult.REACTIVE


def times_noted(reading: Reading) -> TimesNoted:
    """Whether start and reading were both noted."""
    both = reading.started_at is not None and reading.read_at is not None
    return TimesNoted.NOTED if both else TimesNoted.NOT_NOTED


def objections_to_times(
    reading: Reading, on: date, now: datetime, *, entered_later: bool
) -> tuple[Finding, ...]:
    """What is wrong with the noted times; none may stay open only in what is entered later than it happened.

    The instants are UTC and the day is that of the place, so they may differ by one day.
    """
    start, end = reading.started_at, reading.read_at
    if start is None and end is None:
        return () if entered_later else (Finding("times_needed"),)
    if start is None or end is None:
        return (Finding("times_incomplete"),)
    if end < start:
        return (Finding("read_before_start"),)
    if end > now:
        return (Finding("read_in_future"),)
    if abs((start.date() - on).days) > 1:
        return (Finding("times_of_another_day", {"on": on}),)
    return ()


_OWN_WORDS = {
    RapidResult.NON_REACTIVE: "negative",
    RapidResult.REACTIVE: "positive",
    RapidResult.INVALID: "invalid",
}


def answer_among(result: RapidResult, answers: Collection[str]) -> str:
    """The word of a catalogue for a result: pregnancy tests have their own (negative, positive, invalid).

    Raises ValueError when the test knows neither word.
    """
    for word in (result.value, _OWN_WORDS[result]):
        if word in answers:
            return word
    msg = f"no word for {result}"
    raise ValueError(msg)
