"""What is answered about one person and one schedule."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from icarmed.domain.findings import Finding
from icarmed.domain.vaccination.forecast import Next
from icarmed.domain.vaccination.judge import Course, JudgedDose
from icarmed.domain.vaccination.serology import Reading, UnusedSample
from icarmed.domain.vaccination.status import DueKind, Status


class Flag(StrEnum):
    """What stands beside the status and never hides it."""

    DECLINED = "declined"
    CONTRAINDICATED = "contraindicated"
    SEROLOGY_MISSING = "serology_missing"


class AnchorKind(StrEnum):
    """Which sort of event a due thing hangs on."""

    DOSE = "dose"
    SAMPLE = "sample"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The event that a due thing hangs on, by the id it was given."""

    kind: AnchorKind
    id: str


@dataclass(frozen=True, slots=True)
class Due:
    """Something to be done, for reminders: no day of it depends on today.

    `until` is the last good day of a titre, `late_from` the first day on which a dose is late.
    """

    kind: DueKind
    anchor: Anchor
    earliest: date
    due: date
    because: Finding
    until: date | None = None
    late_from: date | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """The days between which a titre is wanted, both included."""

    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Assessment:
    """Where someone stands for one schedule on one day.

    `next` is the dose to propose today, None when nothing is or a flag stops it; `unstopped` is that dose
    whatever the flags. `counted` holds, when some doses are unverifiable, the assessment with them counted:
    once on their first possible days, once on their last.
    """

    status: Status
    because: Finding
    flags: tuple[Flag, ...]
    courses: tuple[Course, ...]
    next: Next | None
    unstopped: Next | None
    serology: Window | None
    reading: Reading | None
    unused: tuple[UnusedSample, ...]
    due: tuple[Due, ...]
    counted: tuple["Assessment", ...] = ()

    @property
    def doses(self) -> tuple[JudgedDose, ...]:
        """Every judged dose, course after course, by day."""
        return tuple(judged for course in self.courses for judged in course.doses)
