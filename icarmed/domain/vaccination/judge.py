"""Whether a dose counts: validity in days and months, never a matter of planning."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from icarmed.domain.vaccination.history import DoseGiven
from icarmed.domain.vaccination.schedule import EarlyDose, Interval, Schedule, Series, Settings


class Verdict(StrEnum):
    """What a dose is worth."""

    VALID = "valid"
    VALID_WITH_GRACE = "valid_with_grace"
    TOO_EARLY = "too_early"
    EXTRA = "extra"
    SUB_STANDARD = "sub_standard"
    UNVERIFIABLE = "unverifiable"


@dataclass(frozen=True, slots=True)
class Shortfall:
    """How many days a dose came before the full minimum of an interval, counted from `since`."""

    interval: Interval
    since: date
    days: int


@dataclass(frozen=True, slots=True)
class JudgedDose:
    """A dose, its verdict, and its number among those that count."""

    dose: DoseGiven
    verdict: Verdict
    number: int | None = None
    shortfall: Shortfall | None = None

    @property
    def valid(self) -> bool:
        """Whether it counts."""
        return self.number is not None


@dataclass(frozen=True, slots=True)
class Course:
    """A course as judged: its doses by day, and where its own series stands.

    `dated` are the doses that have a day and a proof; `valid_on` the days that count in the schedule's own
    series, `early_on` that of the last dose too early since.
    """

    number: int
    doses: tuple[JudgedDose, ...]
    dated: tuple[DoseGiven, ...]
    valid_on: tuple[date, ...]
    early_on: date | None
    completed_on: date | None


Mark = tuple[Verdict, Shortfall | None]
_COUNTS = frozenset({Verdict.VALID, Verdict.VALID_WITH_GRACE})
_EXTRA: Mark = (Verdict.EXTRA, None)


@dataclass(slots=True)
class _Run:
    """One series followed through the doses of a course."""

    series: Series
    marks: dict[str, Mark] = field(default_factory=dict)
    valid_on: list[date] = field(default_factory=list)
    early_on: date | None = None

    @property
    def completed_on(self) -> date | None:
        return self.valid_on[-1] if len(self.valid_on) == self.series.doses else None


def constraints(
    series: Series, valid_on: Sequence[date], early_on: date | None, settings: Settings
) -> Iterator[tuple[Interval, date]]:
    """The intervals that bind the next dose of a series, each with the day it counts from."""
    for interval in series.to.get(len(valid_on) + 1, ()):
        early = settings.after_early_dose_3 if interval.early is None else interval.early
        if early_on is not None and early is EarlyDose.FROM_EARLY_DOSE:
            yield interval, early_on
        else:
            yield interval, valid_on[interval.since - 1]


def judge(schedule: Schedule, doses: Iterable[DoseGiven], settings: Settings) -> tuple[Course, ...]:
    """Every course of these doses, judged by day whatever the order of entry; other vaccines are left out."""
    courses: dict[int, list[DoseGiven]] = {}
    for dose in doses:
        if dose.product in schedule.products:
            courses.setdefault(dose.course, []).append(dose)
    return tuple(_course(schedule, number, courses[number], settings) for number in sorted(courses))


def _course(schedule: Schedule, number: int, doses: list[DoseGiven], settings: Settings) -> Course:
    if len(doses) > 1:
        # Of doses given on one day the one that counts is the one a special series may need.
        doses.sort(
            key=lambda dose: (dose.on.first, dose.on.last, dose.product not in schedule.restricted, dose.id)
        )
    dated = tuple(dose for dose in doses if not dose.unverifiable)
    usable: dict[date, DoseGiven] = {}
    for dose in dated:
        if not dose.sub_standard:
            usable.setdefault(dose.on.first, dose)
    runs = _runs(schedule, list(usable.values()), settings)
    marks, completed_on = _merged(runs, usable)
    judged: list[JudgedDose] = []
    count = 0
    for dose in doses:
        verdict, shortfall = marks[dose.id] if dose.id in marks else (_unusable(dose), None)
        count += verdict in _COUNTS
        judged.append(JudgedDose(dose, verdict, count if verdict in _COUNTS else None, shortfall))
    own = runs[0]
    return Course(number, tuple(judged), dated, tuple(own.valid_on), own.early_on, completed_on)


def _unusable(dose: DoseGiven) -> Verdict:
    if dose.unverifiable:
        return Verdict.UNVERIFIABLE
    return Verdict.SUB_STANDARD if dose.sub_standard else Verdict.EXTRA


def _runs(schedule: Schedule, usable: list[DoseGiven], settings: Settings) -> list[_Run]:
    """The schedule's own series first, then every other that some dose could belong to."""
    runs = [_follow(schedule.series, usable, settings)]
    runs += [
        _follow(series, usable, settings)
        for series in schedule.also_complete
        if any(series.takes(dose.product) for dose in usable)
    ]
    return runs


def _follow(series: Series, usable: list[DoseGiven], settings: Settings) -> _Run:
    run = _Run(series)
    for dose in usable:
        if not series.takes(dose.product):
            continue
        if len(run.valid_on) == series.doses:
            run.marks[dose.id] = _EXTRA
            continue
        day = dose.on.first
        mark = _mark(run, day, settings)
        run.marks[dose.id] = mark
        if mark[0] in _COUNTS:
            run.valid_on.append(day)
            run.early_on = None
        else:
            run.early_on = day
    return run


def _mark(run: _Run, day: date, settings: Settings) -> Mark:
    """Valid, or the interval that a dose of that day falls short of most, those without grace first."""
    verdict = Verdict.VALID
    worst: Shortfall | None = None
    for interval, since in constraints(run.series, run.valid_on, run.early_on, settings):
        days = (interval.minimum.after(since) - day).days
        if days <= 0:
            continue
        graced = interval.grace and days <= settings.grace_days
        if verdict is Verdict.TOO_EARLY and graced:
            continue
        hardens = verdict is Verdict.VALID_WITH_GRACE and not graced
        verdict = Verdict.VALID_WITH_GRACE if graced else Verdict.TOO_EARLY
        if worst is None or hardens or days > worst.days:
            worst = Shortfall(interval, since, days)
    return verdict, worst


def _merged(runs: list[_Run], usable: dict[date, DoseGiven]) -> tuple[dict[str, Mark], date | None]:
    """The marks to show and the day of completion, of the series that completes first, own before others."""
    own = runs[0]
    complete = [run for run in runs if run.completed_on is not None]
    if len(runs) == 1 or complete == [own]:
        return own.marks, own.completed_on
    first = min(complete, key=lambda run: run.valid_on[-1], default=own)
    marks: dict[str, Mark] = {}
    for dose in usable.values():
        day = dose.on.first
        if first.completed_on is not None and day > first.completed_on:
            marks[dose.id] = _EXTRA
        else:
            marks[dose.id] = _best(dose, (own, first, *runs))
    return marks, first.completed_on


def _best(dose: DoseGiven, runs: Sequence[_Run]) -> Mark:
    """Valid if its own or the completing series says so, else what the first series that takes it says."""
    known = [run.marks[dose.id] for run in runs[:2] if dose.id in run.marks]
    for mark in known:
        if mark[0] in _COUNTS:
            return mark
    return known[0] if known else next(run.marks[dose.id] for run in runs if dose.id in run.marks)
