"""The facts of one person that rules are judged from; none of them depends on today."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from icarmed.domain.dates import DateRange
from icarmed.domain.lab_requests import LineState, SpecimenState
from icarmed.domain.rapid_tests import RapidResult
from icarmed.domain.reminder_acts import ActKind
from icarmed.domain.vaccination.history import History


@dataclass(frozen=True, slots=True)
class LabResult:
    """One result of a laboratory: the day the sample was taken, and the day the result was known."""

    id: UUID
    test: str
    on: DateRange
    resulted_on: date


@dataclass(frozen=True, slots=True)
class RapidTest:
    """One device that was read; `kit_expired` when its lot was past its day then."""

    id: UUID
    test: str
    on: date
    result: RapidResult
    kit_expired: bool = False


@dataclass(frozen=True, slots=True)
class LabLine:
    """One test of a request, with the state of its specimen; `sampled_on` None until it is taken."""

    id: UUID
    request: UUID
    number: str
    test: str
    state: LineState
    specimen: SpecimenState
    sampled_on: date | None


@dataclass(frozen=True, slots=True)
class Act:
    """How a human answered a reminder; `facts` is the fingerprint of what stood there then."""

    id: UUID
    rule: str
    anchor: str
    kind: ActKind
    on: date
    until: date | None
    facts: str
    entered_at: datetime


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """All that rules may know of a person; `silent` for the dead and for those who left."""

    patient: UUID
    silent: bool = False
    history: History = field(default_factory=History)
    results: tuple[LabResult, ...] = ()
    rapid_tests: tuple[RapidTest, ...] = ()
    lines: tuple[LabLine, ...] = ()
    acts: tuple[Act, ...] = ()
