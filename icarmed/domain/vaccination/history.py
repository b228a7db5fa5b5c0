"""The facts that vaccination is judged from: doses, serology, dated statements."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Self

from icarmed.domain.dates import DateRange
from icarmed.domain.vaccination_acts import StatementKind

_UNITS = frozenset({"IU/L", "[IU]/L", "UI/L", "mIU/mL", "m[IU]/mL"})
FIRST_COURSE = 1


class Marker(StrEnum):
    """A serological test for hepatitis B; the words are the codes of the catalogue of tests."""

    HBSAG = "hbsag"
    ANTI_HBC = "anti_hbc"
    ANTI_HBS = "anti_hbs"


class Found(StrEnum):
    """A qualitative result."""

    NEGATIVE = "negative"
    POSITIVE = "positive"
    INCONCLUSIVE = "inconclusive"


_ABOVE = {Found.POSITIVE: True, Found.NEGATIVE: False, Found.INCONCLUSIVE: None}


class Comparator(StrEnum):
    """How a printed number stands to the true one."""

    LESS = "<"
    AT_MOST = "<="
    EQUAL = "="
    AT_LEAST = ">="
    MORE = ">"


@dataclass(frozen=True, slots=True)
class Titre:
    """An anti-HBs titre as the laboratory printed it; all accepted units are the same size as IU/L."""

    value: Decimal
    comparator: Comparator = Comparator.EQUAL
    unit: str = "IU/L"

    def __post_init__(self) -> None:
        if not self.value.is_finite() or self.value < 0:
            msg = "a titre is a number from 0"
            raise ValueError(msg)
        if self.unit not in _UNITS:
            msg = f"not a unit of anti-HBs: {self.unit}"
            raise ValueError(msg)

    @classmethod
    def parse(cls, text: str, unit: str = "IU/L") -> Self:
        """Read `12.5`, `<2` or `>= 1000`; ValueError for anything else."""
        bare = text.strip()
        for comparator in (Comparator.AT_MOST, Comparator.AT_LEAST, *Comparator):
            if bare.startswith(comparator.value):
                break
        else:
            comparator = Comparator.EQUAL
        number = bare.removeprefix(comparator.value).strip().replace(",", ".")
        # Decimal also reads "1_0", "1e3" and "NaN", none of which a laboratory means.
        if not number.isascii() or not number.replace(".", "", 1).isdigit():
            msg = f"not a titre: {text!r}"
            raise ValueError(msg)
        return cls(Decimal(number), comparator, unit)

    def reaches(self, limit: int) -> bool | None:
        """Whether the true titre is at least `limit`; None when what was printed does not tell (`<20`)."""
        if self.comparator is Comparator.EQUAL:
            return self.value >= limit
        if self.comparator is Comparator.LESS:
            return False if self.value <= limit else None
        if self.comparator is Comparator.AT_MOST:
            return False if self.value < limit else None
        return True if self.value >= limit else None


@dataclass(frozen=True, slots=True)
class DoseGiven:
    """A dose as recorded; `declared` is told without proof, `course` above 1 was opened by a doctor."""

    id: str
    on: DateRange
    product: str
    course: int = FIRST_COURSE
    declared: bool = False
    sub_standard: bool = False

    def __post_init__(self) -> None:
        if self.course < FIRST_COURSE:
            msg = f"courses count from {FIRST_COURSE}"
            raise ValueError(msg)

    @property
    def unverifiable(self) -> bool:
        """Whether its day is only partly known or nothing proves it."""
        return self.declared or self.on.first != self.on.last

    def counted_on(self, day: date) -> "DoseGiven":
        """The same dose, taken as proved and given on that day."""
        return replace(self, on=DateRange.day(day), declared=False)


@dataclass(frozen=True, slots=True)
class Sample:
    """One result of one marker, by the day the blood was taken."""

    id: str
    marker: Marker
    on: date
    result: Found | Titre

    def __post_init__(self) -> None:
        if isinstance(self.result, Titre) and self.marker is not Marker.ANTI_HBS:
            msg = f"{self.marker} has no titre"
            raise ValueError(msg)

    def above(self, limit: int) -> bool | None:
        """Whether it is positive, or a titre of at least `limit`; None when it does not tell."""
        if isinstance(self.result, Titre):
            return self.result.reaches(limit)
        return _ABOVE[self.result]


@dataclass(frozen=True, slots=True)
class Statement:
    """A dated word; `until` is its last day when it has one.

    `cleared` is a doctor's confirmation that an HBsAg which was positive is truly gone.
    """

    kind: StatementKind
    on: date
    until: date | None = None
    id: str = ""

    def __post_init__(self) -> None:
        if self.until is not None and self.until < self.on:
            msg = f"a statement of {self.on} cannot end on {self.until}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class History:
    """All that is known of one person for one disease; the order of entry means nothing."""

    doses: tuple[DoseGiven, ...] = ()
    samples: tuple[Sample, ...] = ()
    statements: tuple[Statement, ...] = ()

    def __post_init__(self) -> None:
        if len({dose.id for dose in self.doses}) != len(self.doses):
            msg = "two doses have the same id"
            raise ValueError(msg)

    def adding(self, dose: DoseGiven) -> "History":
        """The same history with one more dose."""
        return replace(self, doses=(*self.doses, dose))
