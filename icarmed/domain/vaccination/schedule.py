"""What a schedule asks: intervals, series that complete it, serology, and the organisation's settings.

All values are read from `resources/schedules`; this module holds their meaning, none of their numbers.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from icarmed.domain.dates import add_months
from icarmed.domain.vaccination.history import Marker


class Certainty(StrEnum):
    """What stands behind a rule."""

    BELGIAN = "belgian"
    INTERNATIONAL = "international"
    SECONDARY = "secondary"
    LOCAL = "local"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule comes from."""

    text: str
    edition: str
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Gap:
    """A length of time: months are added first, then days (CDSi CALCDT-5)."""

    months: int = 0
    days: int = 0

    def __post_init__(self) -> None:
        if self.months < 0 or self.days < 0:
            msg = "a gap is not negative"
            raise ValueError(msg)

    def after(self, day: date) -> date:
        """The day that lies so far after `day`."""
        moved = add_months(day, self.months) if self.months else day
        return moved + timedelta(self.days) if self.days else moved


class EarlyDose(StrEnum):
    """From what an interval counts when the dose before was too early to be valid."""

    FROM_VALID_DOSES = "from_valid_doses"
    FROM_EARLY_DOSE = "from_early_dose"


@dataclass(frozen=True, slots=True)
class Interval:
    """The least time from one numbered dose to another.

    `grace` says whether days of grace apply when judging; `early` from what it counts after a dose too early,
    None leaves that to the settings.
    """

    since: int
    to: int
    minimum: Gap
    grace: bool
    early: EarlyDose | None
    source: Source

    def __post_init__(self) -> None:
        if not 1 <= self.since < self.to:
            msg = f"no interval from dose {self.since} to dose {self.to}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Series:
    """Doses that complete a course when every interval holds; `products` None means any that counts."""

    code: str
    doses: int
    intervals: tuple[Interval, ...]
    products: frozenset[str] | None = None
    to: Mapping[int, tuple[Interval, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if any(interval.to > self.doses for interval in self.intervals):
            msg = f"{self.code}: an interval leads beyond dose {self.doses}"
            raise ValueError(msg)
        by_dose = {n: tuple(i for i in self.intervals if i.to == n) for n in range(1, self.doses + 1)}
        object.__setattr__(self, "to", by_dose)

    def takes(self, product: str) -> bool:
        """Whether a dose of that product may count in this series."""
        return self.products is None or product in self.products


@dataclass(frozen=True, slots=True)
class Planned:
    """When a dose is due after an earlier one, as the organisation plans; no argument against a dose."""

    to: int
    since: int
    gap: Gap
    source: Source


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One row of the table that reads the three markers together (CDC); `code` names its sentence.

    `if_complete` is the code when the titre was taken late enough after a complete course, `if_too_soon` when
    the course is complete but the titre was taken before that.
    """

    hbsag: bool
    anti_hbc: bool
    anti_hbs: bool
    code: str
    if_complete: str | None = None
    if_too_soon: str | None = None


@dataclass(frozen=True, slots=True)
class Serology:
    """What blood tells about one vaccination, in days and months from a dose."""

    response_iu_l: int
    interpretable_days: int
    response_months: int
    awaited_months: int
    due_from: Gap
    due_until: Gap
    diagnostic_from: Gap
    diagnostic_until: Gap
    rows: tuple[ReadingRow, ...]
    source: Source

    def row(self, found: Mapping[Marker, bool]) -> ReadingRow:
        """The row for all three markers; KeyError when the table lacks it."""
        wanted = (found[Marker.HBSAG], found[Marker.ANTI_HBC], found[Marker.ANTI_HBS])
        for row in self.rows:
            if (row.hbsag, row.anti_hbc, row.anti_hbs) == wanted:
                return row
        raise KeyError(wanted)


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of the organisation where sources disagree."""

    grace_days: int
    after_early_dose_3: EarlyDose
    late_after_days: int
    serology_wanted: bool

    def __post_init__(self) -> None:
        if self.grace_days < 0 or self.late_after_days < 0:
            msg = "settings in days are not negative"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Schedule:
    """A plan of vaccination: the series it means, others that complete it as well, and when doses are due."""

    code: str
    disease: str
    series: Series
    also_complete: tuple[Series, ...]
    planned: tuple[Planned, ...]
    products: frozenset[str]
    serology: Serology | None
    settings: Settings
    setting_sources: Mapping[str, Source]
    source: Source
    offered: bool
    every_series: tuple[Series, ...] = field(init=False, repr=False, compare=False)
    restricted: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if any(planned.to > self.series.doses for planned in self.planned):
            msg = f"{self.code}: a dose is planned beyond dose {self.series.doses}"
            raise ValueError(msg)
        every = (self.series, *self.also_complete)
        if all(series.products is not None for series in every):
            msg = f"{self.code}: no series takes every product"
            raise ValueError(msg)
        object.__setattr__(self, "every_series", every)
        object.__setattr__(self, "restricted", frozenset().union(*(s.products or () for s in every)))
