"""Figures of vaccination: doses as given, and those that rest on a judgment of one person's course."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from uuid import UUID

from icarmed.domain.dates import DateRange
from icarmed.domain.summary.figures import ByPlace, Figure, LotGiven
from icarmed.domain.vaccination.assess import assess
from icarmed.domain.vaccination.history import History, Marker, Sample
from icarmed.domain.vaccination.judge import judge
from icarmed.domain.vaccination.schedule import Schedule, Settings
from icarmed.domain.vaccination.serology import sort_samples
from icarmed.domain.vaccination.status import Status


@dataclass(frozen=True, slots=True)
class Given:
    """A dose given here in the period (`doses`), with its lot and the code of its place (`unknown_place`)."""

    id: str
    patient: UUID
    on: DateRange
    product: str
    lot: str
    donor: str
    place: str


@dataclass(frozen=True, slots=True)
class File:
    """One person's facts, and the place of what may count in the period.

    `proposed`: the days on which vaccination was proposed (said so, declined, or a dose given here); `given`:
    the doses given here; `titres`: the samples of anti-HBs that reach the limit.
    """

    history: History
    proposed: Mapping[date, str] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)
    titres: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judging:
    """By what schedule and settings, and for which period."""

    schedule: Schedule
    settings: Settings
    period: DateRange


def lots_given(given: Iterable[Given]) -> tuple[LotGiven, ...]:
    """Doses by product, lot, donor and place: `lots_and_donors`."""
    numbers: dict[tuple[str, str, str, str], int] = {}
    for one in given:
        key = (one.product, one.lot, one.donor, one.place)
        numbers[key] = numbers.get(key, 0) + 1
    return tuple(LotGiven(*key, number) for key, number in sorted(numbers.items()))


def doses_given(given: Iterable[Given]) -> ByPlace:
    """Doses in all and by place: `doses`."""
    return _by_place([one.place] for one in given)


def people_dosed(given: Iterable[Given]) -> ByPlace:
    """People with at least one dose, in all and by place: `people_dosed`."""
    places: dict[UUID, set[str]] = {}
    for one in given:
        places.setdefault(one.patient, set()).add(one.place)
    return _by_place(places.values())


def judged_figures(files: Iterable[File], judging: Judging) -> dict[Figure, ByPlace]:
    """The three figures that need a judgment, for everyone who may count in one."""
    proposed: list[list[str]] = []
    completed: list[list[str]] = []
    proven: list[list[str]] = []
    for file in files:
        proposed.append(proposed_at(file, judging))
        completed += [[place] for place in completed_at(file, judging)]
        proven.append(proven_at(file, judging))
    return {
        Figure.PROPOSED: _by_place(proposed),
        Figure.COURSES_COMPLETED: _by_place(completed),
        Figure.IMMUNITY_PROVEN: _by_place(proven),
    }


def _by_place(counted: Iterable[Iterable[str]]) -> ByPlace:
    """Each counts once in all, and once at each of its places; without a place it does not count."""
    total = 0
    places: dict[str, int] = {}
    for one in counted:
        at = set(one)
        total += bool(at)
        for place in at:
            places[place] = places.get(place, 0) + 1
    return ByPlace(total, places)


def proposed_at(file: File, judging: Judging) -> list[str]:
    """The places at which vaccination was proposed in the period to someone below the limit: `proposed`."""
    days = [day for day in sorted(file.proposed) if judging.period.first <= day <= judging.period.last]
    return [file.proposed[day] for day in days if below_limit(file.history, judging.schedule, day)]


def below_limit(history: History, schedule: Schedule, on: date) -> bool:
    """Whether, by samples taken up to that day, anti-HBs was low and neither HBsAg nor anti-HBc positive.

    Of each marker the last interpretable sample counts (the published wording: "AcHbs < 10 IU/L").
    """
    samples = [sample for sample in history.samples if sample.on <= on]
    if schedule.serology is None or not any(sample.marker is Marker.ANTI_HBS for sample in samples):
        return False
    days = {dose.on.exact for dose in history.doses if dose.product in schedule.products}
    given_on = {day for day in days if day is not None and day <= on}
    found = sort_samples(samples, given_on, schedule.serology).found
    low = found.get(Marker.ANTI_HBS) is False
    return low and not found.get(Marker.HBSAG) and not found.get(Marker.ANTI_HBC)


def completed_at(file: File, judging: Judging) -> list[str]:
    """The place of each course completed by a dose given here in the period: `courses_completed`."""
    if not file.given:
        return []
    places = []
    for course in judge(judging.schedule, file.history.doses, judging.settings):
        completing = [
            one.dose for one in course.doses if one.valid and one.dose.on.exact == course.completed_on
        ]
        places += [file.given[dose.id] for dose in completing if dose.id in file.given]
    return places


def proven_at(file: File, judging: Judging) -> list[str]:
    """Where the sample was taken that first proved immunity by vaccine in the period: `immunity_proven`."""
    proofs = [sample for sample in file.history.samples if sample.id in file.titres]
    if not proofs or _immune(file.history, judging, judging.period.first - timedelta(1)):
        return []
    first = next((one for one in sorted(proofs, key=_by_day) if _immune(file.history, judging, one.on)), None)
    return [] if first is None else [file.titres[first.id]]


def _by_day(sample: Sample) -> tuple[date, str]:
    return sample.on, sample.id


def _immune(history: History, judging: Judging, on: date) -> bool:
    """Whether what had been done up to that day says immune by vaccine."""
    until = replace(
        history,
        doses=tuple(dose for dose in history.doses if dose.on.first <= on),
        samples=tuple(sample for sample in history.samples if sample.on <= on),
        statements=tuple(statement for statement in history.statements if statement.on <= on),
    )
    return assess(judging.schedule, until, judging.settings, on).status is Status.IMMUNE_VACCINE
