"""The organisation: who works in it, where, and under which standing orders."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class PlaceKind(StrEnum):
    """What sort of place people are met at."""

    PERMANENCE = "permanence"
    PRACTICE = "practice"
    OUTREACH = "outreach"
    MEDIBUS = "medibus"
    OTHER = "other"


class ExceptionKind(StrEnum):
    """How one day departs from the calendar."""

    CLOSED = "closed"
    EXTRA = "extra"


class CoversKind(StrEnum):
    """What an item of a standing order allows."""

    TEST = "test"
    VACCINE = "vaccine"


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the calendar: `code` is stable, `label` is shown."""

    id: UUID
    code: str
    label: str
    kind: PlaceKind


@dataclass(frozen=True, slots=True)
class Account:
    """Someone who may sign in; prescribers have the lines that stand on a slip."""

    id: UUID
    sign_in: str
    shown_name: str
    roles: frozenset[str]
    prescriber_name: str = ""
    prescriber_address: str = ""
    prescriber_phone: str = ""
    inami: str = ""
    disabled: bool = False
    revision: int = 1


@dataclass(frozen=True, slots=True)
class StandingOrder:
    """A doctor's dated word that nurses may order these tests and give these vaccines."""

    id: UUID
    doctor: UUID
    on: date
    until: date | None
    tests: frozenset[str]
    vaccines: frozenset[str]
    revision: int = 1

    def in_force(self, on: date) -> bool:
        """Whether it holds on that day."""
        return self.on <= on and (self.until is None or on <= self.until)


@dataclass(frozen=True, slots=True)
class VaccineLot:
    """A lot of vaccine; it may be used to its day of expiry inclusive."""

    id: UUID
    product: str
    lot: str
    expires_on: date
    donor: str = ""

    def expired(self, on: date) -> bool:
        """Whether it may no longer be used on that day."""
        return on > self.expires_on


@dataclass(frozen=True, slots=True)
class KitLot:
    """A lot of rapid-test kits; it may be used to its day of expiry inclusive."""

    id: UUID
    kit: str
    lot: str
    expires_on: date

    def expired(self, on: date) -> bool:
        """Whether it may no longer be used on that day."""
        return on > self.expires_on
