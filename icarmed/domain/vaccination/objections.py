"""What the rules say before the needle: everything that stands against a dose today."""

from datetime import date

from icarmed.domain.findings import Finding, Parameter
from icarmed.domain.vaccination.assessment import Assessment, Flag
from icarmed.domain.vaccination.status import Status

_REFUSING = frozenset({Status.INFECTED, Status.TO_CLARIFY, Status.IMMUNE_INFECTION, Status.IMMUNE_VACCINE})
_FINISHED = frozenset({Status.AWAITING_SEROLOGY, Status.COMPLETE, Status.LATE_LOW_TITRE})
_SECOND_COURSE = frozenset({Status.LOW_RESPONSE, Status.NON_RESPONDER})


def objections(assessment: Assessment, today: date) -> tuple[Finding, ...]:
    """What stands against a dose today; empty is fine, and a doctor may override each with a reason.

    The full minimum holds here: grace is for judging what was given, not for giving.
    """
    found: list[Finding] = []
    if Flag.CONTRAINDICATED in assessment.flags:
        found.append(_objection("dose_contraindicated"))
    if Flag.DECLINED in assessment.flags:
        found.append(_objection("dose_declined"))
    status = assessment.status
    if status in _REFUSING:
        found.append(_objection(f"dose_{status}"))
    elif status in _SECOND_COURSE:
        found.append(_objection("dose_needs_course"))
    elif status in _FINISHED and assessment.unstopped is None:
        found.append(_objection("dose_extra"))
    if any(dose.dose.on.exact == today and not dose.dose.declared for dose in assessment.doses):
        found.append(_objection("dose_same_day"))
    upcoming = assessment.unstopped
    if upcoming is not None and upcoming.earliest is not None and today < upcoming.earliest:
        found.append(
            _objection(
                "dose_too_early",
                number=upcoming.number,
                first_day=upcoming.earliest,
                days=(upcoming.earliest - today).days,
            )
        )
    return tuple(found)


def _objection(code: str, **params: Parameter) -> Finding:
    return Finding(code, params, overridable=True)
