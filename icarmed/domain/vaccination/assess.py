"""From all facts of one person to the whole answer for one schedule."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from icarmed.domain.dates import DateRange
from icarmed.domain.vaccination.assessment import Anchor, AnchorKind, Assessment, Due, Flag, Window
from icarmed.domain.vaccination.forecast import Next, first_dose, next_dose, not_before
from icarmed.domain.vaccination.history import FIRST_COURSE, DoseGiven, History, Statement
from icarmed.domain.vaccination.judge import Course, judge
from icarmed.domain.vaccination.schedule import Schedule, Serology, Settings
from icarmed.domain.vaccination.serology import NO_BLOOD, read, sort_samples
from icarmed.domain.vaccination.status import DueKind, Facts, Standing, Status, decide
from icarmed.domain.vaccination_acts import StatementKind

_STOPPING = {StatementKind.DECLINED: Flag.DECLINED, StatementKind.CONTRAINDICATED: Flag.CONTRAINDICATED}


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A dose that the facts ask for, before any refusal or contraindication, and the event it hangs on."""

    dose: Next | None = None
    anchor: Anchor | None = None


_NO_DOSE = _Wanted()


def assess(schedule: Schedule, history: History, settings: Settings, today: date) -> Assessment:
    """Where someone stands; only lateness, flags that end and the wait for serology look at `today`."""
    plain = _assess(schedule, history, settings, today)
    if not any(dose.unverifiable and dose.product in schedule.products for dose in history.doses):
        return plain
    ends = (_placed(schedule, history.doses, settings, at_last=at_last) for at_last in (False, True))
    counted = tuple(_assess(schedule, replace(history, doses=doses), settings, today) for doses in ends)
    return replace(plain, counted=counted)


def after_dose_on(
    schedule: Schedule, history: History, settings: Settings, day: date, product: str
) -> Next | None:
    """The dose after the next one, if one of `product` is given on `day` in the course that is open."""
    course = max((dose.course for dose in history.doses), default=FIRST_COURSE)
    free_id = max((dose.id for dose in history.doses), default="") + "+"
    given = DoseGiven(free_id, DateRange.day(day), product, course)
    return _assess(schedule, history.adding(given), settings, day).next


def _assess(schedule: Schedule, history: History, settings: Settings, today: date) -> Assessment:
    courses = judge(schedule, history.doses, settings)
    bloods, reading, serology = NO_BLOOD, None, schedule.serology
    if history.samples and serology is not None:
        days = {judged.dose.on.exact for course in courses for judged in course.doses}
        bloods = sort_samples(history.samples, {day for day in days if day is not None}, serology)
        reading = read(bloods, [c.completed_on for c in courses if c.completed_on is not None], serology)
    begun = tuple(course for course in courses if course.dated)
    facts = Facts(begun, bloods, history.statements, reading is not None, serology, settings.serology_wanted)
    standing = decide(facts, today)
    wanted = _wanted(schedule, history, begun, standing, settings)
    window = _window(begun, standing, serology)
    stops = _stops(history.statements, begun)
    dose = _put_off(wanted.dose, stops, settings)
    stopped = any(stop.until is None or today <= stop.until for stop in stops)
    flags = _flags(stops, standing, today)
    return Assessment(
        status=standing.status,
        because=standing.because,
        flags=flags,
        courses=courses,
        next=None if stopped else dose,
        unstopped=wanted.dose,
        serology=window,
        reading=reading,
        unused=bloods.unused,
        due=_due(standing, dose, wanted.anchor, window, begun[-1] if begun else None),
    )


def _wanted(
    schedule: Schedule, history: History, courses: tuple[Course, ...], standing: Standing, settings: Settings
) -> _Wanted:
    match standing.status:
        case Status.IN_PROGRESS:
            return _continued(schedule, courses[-1], settings)
        case Status.NOT_STARTED:
            since, anchor = _known_since(schedule, history)
            return _Wanted(first_dose(since, 1, "forecast.first", settings), anchor)
        case Status.UNKNOWN:
            return _Wanted(first_dose(None, 1, "forecast.first", settings))
        case Status.LATE_LOW_TITRE if standing.sample is not None and _diagnostic(courses, standing) is None:
            number = schedule.series.doses + 1
            dose = first_dose(standing.sample.on, number, "forecast.diagnostic", settings)
            return _Wanted(dose, Anchor(AnchorKind.SAMPLE, standing.sample.id))
        case _:
            return _NO_DOSE


def _continued(schedule: Schedule, course: Course, settings: Settings) -> _Wanted:
    last = course.dated[-1]
    anchor = Anchor(AnchorKind.DOSE, last.id)
    if not course.valid_on:
        return _Wanted(first_dose(last.on.first, 1, "forecast.repeat", settings), anchor)
    return _Wanted(next_dose(schedule, course, settings), anchor)


def _known_since(schedule: Schedule, history: History) -> tuple[date, Anchor]:
    """The latest fact that shows someone never vaccinated: since then the first dose is due."""
    samples = history.samples if schedule.serology is not None else ()
    said = [s for s in history.statements if s.kind is StatementKind.NEVER_VACCINATED]
    known = [
        *((sample.on, Anchor(AnchorKind.SAMPLE, sample.id)) for sample in samples),
        *((statement.on, Anchor(AnchorKind.STATEMENT, statement.id)) for statement in said),
    ]
    return max(known, key=lambda fact: (fact[0], fact[1].kind, fact[1].id))


def _diagnostic(courses: tuple[Course, ...], standing: Standing) -> DoseGiven | None:
    """The dose given since a late low titre was taken; one of the same day counts as after it."""
    last = courses[-1].dated[-1]
    return last if standing.sample is not None and last.on.first >= standing.sample.on else None


def _window(courses: tuple[Course, ...], standing: Standing, serology: Serology | None) -> Window | None:
    if serology is None or not courses:
        return None
    last = courses[-1].dated[-1].on.first
    if standing.status is Status.AWAITING_SEROLOGY or standing.unanswered:
        return Window(serology.due_from.after(last), serology.due_until.after(last))
    if standing.status is Status.LATE_LOW_TITRE and _diagnostic(courses, standing) is not None:
        return Window(serology.diagnostic_from.after(last), serology.diagnostic_until.after(last))
    return None


def _stops(statements: tuple[Statement, ...], courses: tuple[Course, ...]) -> tuple[Statement, ...]:
    """The refusals and contraindications that stand; a later dose ends a refusal."""
    last = max((course.dated[-1].on.first for course in courses), default=date.min)
    return tuple(
        statement
        for statement in statements
        if statement.kind is StatementKind.CONTRAINDICATED
        or (statement.kind is StatementKind.DECLINED and statement.on >= last)
    )


def _put_off(dose: Next | None, stops: tuple[Statement, ...], settings: Settings) -> Next | None:
    """The dose once every stop that has an end has ended; None when one has none."""
    for stop in stops:
        if dose is None or stop.until is None:
            return None
        dose = not_before(dose, stop.until + timedelta(1), settings)
    return dose


def _flags(stops: tuple[Statement, ...], standing: Standing, today: date) -> tuple[Flag, ...]:
    flags = {_STOPPING[stop.kind] for stop in stops if stop.until is None or today <= stop.until}
    if standing.unanswered:
        flags.add(Flag.SEROLOGY_MISSING)
    return tuple(flag for flag in Flag if flag in flags)


def _due(
    standing: Standing, dose: Next | None, anchor: Anchor | None, window: Window | None, course: Course | None
) -> tuple[Due, ...]:
    due: list[Due] = []
    sample, why = standing.sample, standing.because
    if standing.asks is not None and sample is not None:
        day = standing.repeat_from or sample.on
        due.append(Due(standing.asks, Anchor(AnchorKind.SAMPLE, sample.id), day, day, why))
    if dose is not None and anchor is not None and dose.earliest is not None and dose.recommended is not None:
        advised, late_from = dose.why_recommended, dose.late_from
        due.append(Due(DueKind.DOSE, anchor, dose.earliest, dose.recommended, advised, late_from=late_from))
    if window is not None and course is not None:
        last = Anchor(AnchorKind.DOSE, course.dated[-1].id)
        due.append(Due(DueKind.SEROLOGY, last, window.since, window.since, why, until=window.until))
    return tuple(due)


def _placed(
    schedule: Schedule, doses: tuple[DoseGiven, ...], settings: Settings, *, at_last: bool
) -> tuple[DoseGiven, ...]:
    """The same doses with the unverifiable ones counted, each on a day it may have been given.

    At the first end that is the first day that could make it valid; at the last end it is its last possible
    day, save for those whose range overlaps a later such dose ("three doses in 2019" are not one day).
    """
    placed: list[DoseGiven] = []
    ordered = sorted(doses, key=lambda dose: (dose.on.first, dose.on.last, dose.id))
    for index, dose in enumerate(ordered):
        if not dose.unverifiable:
            placed.append(dose)
            continue
        overlapped = any(
            other.on.exact is None and other.on.first <= dose.on.last for other in ordered[index + 1 :]
        )
        at_end = at_last and not overlapped
        placed.append(dose.counted_on(dose.on.last if at_end else _soonest(schedule, dose, placed, settings)))
    return tuple(placed)


def _soonest(schedule: Schedule, dose: DoseGiven, placed: list[DoseGiven], settings: Settings) -> date:
    """The first possible day of a dose that makes it valid after those before it, or its first day."""
    before = judge(schedule, [other for other in placed if other.course == dose.course], settings)
    following = next_dose(schedule, before[0], settings) if before and before[0].valid_on else None
    if following is None or following.earliest is None:
        return dose.on.first
    return min(max(dose.on.first, following.earliest), dose.on.last)
