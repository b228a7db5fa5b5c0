"""A person who comes: names they go by, what they said of themselves, and nothing more."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from icarmed.domain.dates import DateRange, completed_years


class Gender(StrEnum):
    """Gender as the person says; tables print transgender in one column."""

    WOMAN = "woman"
    MAN = "man"
    TRANS_WOMAN = "trans_woman"
    TRANS_MAN = "trans_man"
    TRANSGENDER = "transgender"
    UNKNOWN = "unknown"


class Milieu(StrEnum):
    """Where the person works."""

    STREET = "street"
    WINDOW = "window"
    BAR = "bar"
    CAFE = "cafe"
    PRIVATE = "private"
    INTERNET = "internet"
    UNKNOWN = "unknown"


class Relation(StrEnum):
    """Whether the person works, or belongs to the household of someone who does."""

    WORKER = "worker"
    PARTNER = "partner"
    CHILD = "child"


class NameKind(StrEnum):
    """What a name is good for."""

    ALIAS = "alias"
    CIVIL = "civil"
    FORMER = "former"
    TELEPHONE = "telephone"


@dataclass(frozen=True, slots=True)
class PersonName:
    """One name; exactly one of a person's names is `shown`, unless there is none."""

    id: UUID
    kind: NameKind
    name: str
    shown: bool


@dataclass(frozen=True, slots=True)
class Patient:
    """A person with a code for life; no name is a state, not the word "unknown"."""

    id: UUID
    code: str
    names: tuple[PersonName, ...]
    gender: Gender
    born: DateRange | None
    languages: tuple[str, ...]
    milieu: Milieu
    nationality: str
    relation: Relation
    discretion: str
    allergies: str
    agreed_word: str
    revision: int
    deceased: bool = False
    departed: bool = False

    @property
    def shown_name(self) -> str | None:
        """The name to show; None when the person gave none."""
        return next((name.name for name in self.names if name.shown), None)

    def age(self, on: date) -> int | None:
        """Completed years, from the middle of what is known of the birth."""
        return None if self.born is None else completed_years(self.born, on)


def born_for_age(years: int, on: date) -> DateRange:
    """The days on which someone may be born who is `years` old on that day (data.md "People").

    "32 years" on 4 June 2026 = 5 June 1993 to 4 June 1994. Raises ValueError for a negative age.
    """
    if years < 0:
        message = "an age is not negative"
        raise ValueError(message)
    return DateRange(_day_after(_years_before(on, years + 1)), _years_before(on, years))


def _years_before(on: date, years: int) -> date:
    try:
        return on.replace(year=on.year - years)
    except ValueError:  # 29 February in a year that has none
        return on.replace(year=on.year - years, day=28)


def _day_after(on: date) -> date:
    return date.fromordinal(on.toordinal() + 1)
