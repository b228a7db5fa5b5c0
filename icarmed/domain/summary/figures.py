"""The raw figures of a year, as counted; each names the definition that it follows.

The words of a definition stand in `resources/texts/<lang>/definitions.toml` under `definitions.<name>`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from icarmed.domain.summary.tables import Value
from icarmed.domain.visits import FollowUpType

UNKNOWN = "unknown"
"""The row of what has no place."""
TOTAL = "total"

Cells = dict[tuple[str, str], Value]
"""Figures by row and column."""


class Definition(StrEnum):
    """What a figure counts: one definition, one text."""

    VISIT = "visit"
    DIFFERENT_PEOPLE = "different_people"
    MEAN = "mean"
    LEFT_UNSEEN = "left_unseen"
    FOLLOW_UP = "follow_up"
    UNKNOWN_PLACE = "unknown_place"
    PERIOD = "period"
    PROPOSED = "proposed"
    PEOPLE_DOSED = "people_dosed"
    DOSES = "doses"
    COURSES_COMPLETED = "courses_completed"
    IMMUNITY_PROVEN = "immunity_proven"
    LOTS_AND_DONORS = "lots_and_donors"
    SMALL_NUMBERS = "small_numbers"


class Figure(StrEnum):
    """A row of the table `hepatitis_b` that counts people, courses or doses."""

    PROPOSED = "proposed"
    PEOPLE = "people"
    DOSES = "doses"
    COURSES_COMPLETED = "courses_completed"
    IMMUNITY_PROVEN = "immunity_proven"


DEFINED_IN: dict[str, tuple[Definition, ...]] = {
    "attendance": (
        Definition.VISIT,
        Definition.DIFFERENT_PEOPLE,
        Definition.MEAN,
        Definition.LEFT_UNSEEN,
        Definition.UNKNOWN_PLACE,
    ),
    "medical_follow_ups": (Definition.FOLLOW_UP, Definition.UNKNOWN_PLACE),
    "hepatitis_b": (
        Definition.PROPOSED,
        Definition.PEOPLE_DOSED,
        Definition.DOSES,
        Definition.COURSES_COMPLETED,
        Definition.IMMUNITY_PROVEN,
        Definition.LOTS_AND_DONORS,
        Definition.PERIOD,
        Definition.UNKNOWN_PLACE,
    ),
}
"""The definitions that a table rests on, in the order in which a paper prints them."""


@dataclass(frozen=True, slots=True)
class SeenAt:
    """The visits of one place: `visit`, `different_people`, `left_unseen`."""

    visits: int = 0
    people: int = 0
    left_unseen: int = 0


@dataclass(frozen=True, slots=True)
class Attendance:
    """Visits by code of place; `people` are all together, `open_arrivals` were never ended."""

    places: Mapping[str, SeenAt]
    people: int = 0
    open_arrivals: int = 0


FollowUps = Mapping[tuple[str, FollowUpType], int]
"""Marks by code of place and type: `follow_up`."""


@dataclass(frozen=True, slots=True)
class ByPlace:
    """A figure for all places and for each; of people, `total` may be less than the sum."""

    total: int = 0
    places: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LotGiven:
    """Doses of one lot given at one place; a lot outside the stock has no donor."""

    product: str
    lot: str
    donor: str
    place: str
    number: int


@dataclass(frozen=True, slots=True)
class HepatitisB:
    """What was done against hepatitis B; `straddling` doses lie in the period only perhaps: `period`."""

    figures: Mapping[Figure, ByPlace]
    lots: tuple[LotGiven, ...] = ()
    straddling: int = 0


def mean(visits: int, people: int) -> float | None:
    """Visits a person, rounded half up to one decimal (175 for 55 is 3.2); None without people: `mean`."""
    return (20 * visits + people) // (2 * people) / 10 if people else None
