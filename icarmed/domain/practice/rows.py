"""What is drawn: people and acts as plain values; instants are a day and a minute of local time."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from icarmed.domain.dates import DateRange
from icarmed.domain.lab_requests import LineState, SpecimenState
from icarmed.domain.people import Gender, Milieu, NameKind, Relation
from icarmed.domain.rapid_tests import RapidResult, TestLine
from icarmed.domain.vaccination_acts import BodySite, StatementKind
from icarmed.domain.visits import FollowUpType, SignKind, TypeOrigin, VisitState


class Worker(StrEnum):
    """Who did it."""

    DOCTOR = "doctor"
    NURSE = "nurse"
    RECEPTION = "reception"


@dataclass(frozen=True, slots=True)
class Moment:
    """A minute of a day, in Brussels."""

    on: date
    minute: int


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a person; `shown` at most once a person."""

    id: UUID
    kind: NameKind
    text: str
    shown: bool


@dataclass(frozen=True, slots=True)
class Person:
    """An invented person."""

    id: UUID
    code: str
    registered: Moment
    names: tuple[Name, ...]
    gender: Gender
    born: DateRange | None
    languages: str
    milieu: Milieu
    nationality: str
    relation: Relation
    discretion: str = ""
    allergies: str = ""
    agreed_word: str = ""


@dataclass(frozen=True, slots=True)
class SessionDrawn:
    """A permanence of the calendar, or a tour."""

    id: UUID
    place: str
    on: date
    starts: int
    ends: int
    lots: tuple[UUID, ...]
    kits: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class VisitDrawn:
    """A visit with its types as they follow from what was done and chosen."""

    id: UUID
    session: UUID
    patient: UUID
    arrived: Moment
    ended: Moment
    state: VisitState
    with_doctor: bool
    with_nurse: bool
    sign: SignKind | None
    types: Mapping[FollowUpType, TypeOrigin]


@dataclass(frozen=True, slots=True)
class Entry:
    """A journal entry."""

    id: UUID
    patient: UUID
    visit: UUID
    at: Moment
    by: Worker
    body: str


@dataclass(frozen=True, slots=True)
class CourseDrawn:
    """A first course of hepatitis B."""

    id: UUID
    patient: UUID
    plan: str
    opened: Moment


@dataclass(frozen=True, slots=True)
class DoseDrawn:
    """A dose given in a visit (`lot`, `by`), or told (`declared`)."""

    id: UUID
    patient: UUID
    course: UUID
    visit: UUID | None
    on: DateRange
    entered: Moment
    product: str
    lot: UUID | None
    by: Worker | None
    site: BodySite | None = None
    declared: bool = False
    place: str = ""
    override_reason: str = ""


@dataclass(frozen=True, slots=True)
class StatementDrawn:
    """A word about vaccination."""

    id: UUID
    patient: UUID
    kind: StatementKind
    at: Moment


@dataclass(frozen=True, slots=True)
class RapidTestDrawn:
    """One device read."""

    id: UUID
    patient: UUID
    visit: UUID
    test: str
    kit_lot: UUID
    started: Moment
    read: Moment
    control_line: bool
    line: TestLine
    result: RapidResult


@dataclass(frozen=True, slots=True)
class SpecimenDrawn:
    """One tube of a request."""

    id: UUID
    specimen: str
    tube: str
    state: SpecimenState


@dataclass(frozen=True, slots=True)
class LineDrawn:
    """One test of a specimen, and its result when there is one."""

    id: UUID
    specimen: UUID
    test: str
    state: LineState
    result: "ResultDrawn | None" = None


@dataclass(frozen=True, slots=True)
class ResultDrawn:
    """What the laboratory answered; `number` with its comparator for a titre."""

    id: UUID
    resulted_on: date
    value: str
    number: str | None = None
    comparator: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class RequestDrawn:
    """A request of the nurse; signed by the doctor so many days after, or not yet."""

    id: UUID
    number: str
    patient: UUID
    visit: UUID
    at: Moment
    panel: str
    signed_after: int | None
    specimens: tuple[SpecimenDrawn, ...]
    lines: tuple[LineDrawn, ...]


@dataclass(frozen=True, slots=True)
class LotDrawn:
    """A lot of vaccine in stock."""

    id: UUID
    product: str
    lot: str
    received_on: date
    expires_on: date
    donor: str


@dataclass(frozen=True, slots=True)
class KitDrawn:
    """A lot of kits in stock."""

    id: UUID
    kit: str
    lot: str
    received_on: date
    expires_on: date


@dataclass(slots=True)
class PracticeYear:
    """All rows of a practice data base, in the order in which they were drawn."""

    year: int
    practice_day: date
    standing_order: UUID
    lots: list[LotDrawn] = field(default_factory=list)
    kits: list[KitDrawn] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    sessions: list[SessionDrawn] = field(default_factory=list)
    visits: list[VisitDrawn] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    courses: list[CourseDrawn] = field(default_factory=list)
    doses: list[DoseDrawn] = field(default_factory=list)
    statements: list[StatementDrawn] = field(default_factory=list)
    rapid_tests: list[RapidTestDrawn] = field(default_factory=list)
    requests: list[RequestDrawn] = field(default_factory=list)
