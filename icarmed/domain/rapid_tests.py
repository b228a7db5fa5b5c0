"""Rapid tests (TROD): from what was seen on one device to its raw result."""

from dataclasses import dataclass
from datetime import datetime
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
