"""What stands against a dose before the needle."""

from collections.abc import Iterator
from datetime import date

from icarmed.domain.findings import Finding, Parameter
from icarmed.domain.vaccination.assess import assess
from icarmed.domain.vaccination.assessment import Assessment, Flag
from icarmed.domain.vaccination.history import DoseGiven, History
from icarmed.domain.vaccination.judge import JudgedDose, Verdict, judge
from icarmed.domain.vaccination.schedule import Schedule
from icarmed.domain.vaccination.status import Status

_AGAINST = {
    Status.INFECTED: "vaccine_infected",
    Status.TO_CLARIFY: "vaccine_to_clarify",
    Status.IMMUNE_INFECTION: "vaccine_immune",
    Status.IMMUNE_VACCINE: "vaccine_immune",
    Status.NON_RESPONDER: "vaccine_non_responder",
    Status.LOW_RESPONSE: "vaccine_needs_course",
    Status.AWAITING_SEROLOGY: "vaccine_complete",
    Status.COMPLETE: "vaccine_complete",
}
_OVER = frozenset(
    {
        Status.NON_RESPONDER,
        Status.LOW_RESPONSE,
        Status.AWAITING_SEROLOGY,
        Status.COMPLETE,
        Status.IMMUNE_VACCINE,
    }
)


def objections(schedule: Schedule, history: History, dose: DoseGiven, on: date) -> tuple[Finding, ...]:
    """Everything that stands against giving `dose` on that day; all of it yields to a doctor's reason.

    Counted with the full minimum: grace is for judging what was done, never for planning what to do.
    """
    before = assess(schedule, history, schedule.settings, on)
    reopened = dose.course > max((other.course for other in history.doses), default=dose.course)
    against = (*_by_status(before, reopened=reopened), *_by_flags(before), *_by_days(schedule, history, dose))
    return tuple(against)


def _by_status(before: Assessment, *, reopened: bool) -> Iterator[Finding]:
    # A course that a doctor opened again is the answer to the first one being over.
    code = _AGAINST.get(before.status)
    if code is not None and not (reopened and before.status in _OVER):
        yield Finding(code, overridable=True)


def _by_flags(before: Assessment) -> Iterator[Finding]:
    if Flag.CONTRAINDICATED in before.flags:
        yield Finding("vaccine_contraindicated", overridable=True)


def _by_days(schedule: Schedule, history: History, dose: DoseGiven) -> Iterator[Finding]:
    if any(other.on == dose.on and other.product in schedule.products for other in history.doses):
        yield Finding("dose_same_day", {"day": dose.on.first}, overridable=True)
        return
    judged = _judged(schedule, history, dose)
    if judged is None or judged.shortfall is None:
        return
    short = judged.shortfall
    minimum = (dose.on.first - short.since).days + short.days
    params: dict[str, Parameter] = {"days": short.days, "since": short.since, "minimum": minimum}
    code = "dose_too_early" if judged.verdict is Verdict.TOO_EARLY else "dose_within_grace"
    yield Finding(code, params, overridable=True)


def _judged(schedule: Schedule, history: History, dose: DoseGiven) -> JudgedDose | None:
    courses = judge(schedule, history.adding(dose).doses, schedule.settings)
    every = (one for course in courses for one in course.doses)
    return next((one for one in every if one.dose.id == dose.id), None)
