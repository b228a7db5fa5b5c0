"""Figures that rest on a judgment of one person's course: below the limit, completed, proven."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from icarmed.domain.dates import DateRange
from icarmed.domain.summary.figures import UNKNOWN, ByPlace, Figure
from icarmed.domain.vaccination.assess import assess
from icarmed.domain.vaccination.history import History, Marker
from icarmed.domain.vaccination.judge import judge
from icarmed.domain.vaccination.schedule import Schedule, Settings
from icarmed.domain.vaccination.serology import sort_samples
from icarmed.domain.vaccination.status import Status


@dataclass(frozen=True, slots=True)
class File:
    """One person's facts, and where each dose, sample and proposal belongs (`unknown_place` when missing).

    `proposed` holds the days on which vaccination was proposed: said so, declined, or a dose given here.
    """

    history: History
    proposed: Mapping[date, str] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)

    def place(self, event: str) -> str:
        """The code of the place of a dose or a sample."""
        return self.places.get(event, UNKNOWN)


@dataclass(frozen=True, slots=True)
class Judging:
    """By what schedule and settings, and for which period."""

    schedule: Schedule
    settings: Settings
    period: DateRange


def judged_figures(files: Iterable[File], judging: Judging) -> dict[Figure, ByPlace]:
    """The three figures, for everyone who may count in one."""
    found: dict[Figure, list[list[str]]] = {
        Figure.PROPOSED: [],
        Figure.COURSES_COMPLETED: [],
        Figure.IMMUNITY_PROVEN: [],
    }
    for file in files:
        found[Figure.PROPOSED].append(proposed_at(file, judging))
        found[Figure.COURSES_COMPLETED] += [[place] for place in completed_at(file, judging)]
        found[Figure.IMMUNITY_PROVEN].append(proven_at(file, judging))
    return {figure: _by_place(counted) for figure, counted in found.items()}


def _by_place(counted: Iterable[list[str]]) -> ByPlace:
    """Each list is one person or course with the places at which it counts, none when it does not."""
    total = 0
    places: dict[str, int] = {}
    for one in counted:
        total += bool(one)
        for place in one:
            places[place] = places.get(place, 0) + 1
    return ByPlace(total, places)


def proposed_at(file: File, judging: Judging) -> list[str]:
    """The places at which vaccination was proposed in the period to someone below the limit: `proposed`."""
    days = [day for day in sorted(file.proposed) if judging.period.first <= day <= judging.period.last]
    return sorted({file.proposed[day] for day in days if below_limit(file.history, judging.schedule, day)})


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
    """The place of each course whose completing dose lies in the period: `courses_completed`."""
    places = []
    for course in judge(judging.schedule, file.history.doses, judging.settings):
        on = course.completed_on
        if on is None or not judging.period.first <= on <= judging.period.last:
            continue
        completing = next(
            judged.dose for judged in course.doses if judged.valid and judged.dose.on.exact == on
        )
        places.append(file.place(completing.id))
    return places


def proven_at(file: File, judging: Judging) -> list[str]:
    """Where the sample was taken that first proved immunity by vaccine in the period: `immunity_proven`."""
    if _immune(file.history, judging, judging.period.first - timedelta(1)):
        return []
    days = sorted(
        {
            sample.on
            for sample in file.history.samples
            if sample.marker is Marker.ANTI_HBS and judging.period.first <= sample.on <= judging.period.last
        }
    )
    for day in days:
        if _immune(file.history, judging, day):
            proof = next(
                one for one in file.history.samples if one.on == day and one.marker is Marker.ANTI_HBS
            )
            return [file.place(proof.id)]
    return []


def _immune(history: History, judging: Judging, on: date) -> bool:
    """Whether what had been done up to that day says immune by vaccine."""
    until = replace(
        history,
        doses=tuple(dose for dose in history.doses if dose.on.first <= on),
        samples=tuple(sample for sample in history.samples if sample.on <= on),
        statements=tuple(statement for statement in history.statements if statement.on <= on),
    )
    return assess(judging.schedule, until, judging.settings, on).status is Status.IMMUNE_VACCINE
