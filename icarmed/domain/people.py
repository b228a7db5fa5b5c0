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
