"""Where someone stands, from facts: the first status of `Status` that holds."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from icarmed.domain.dates import add_months
from icarmed.domain.findings import Finding
from icarmed.domain.vaccination.history import Found, Marker, Sample, Statement
from icarmed.domain.vaccination.judge import Course
from icarmed.domain.vaccination.schedule import Serology
from icarmed.domain.vaccination.serology import Bloods, Unusable
from icarmed.domain.vaccination_acts import StatementKind


class Status(StrEnum):
    """Where someone stands, in the order in which they are asked."""

    INFECTED = "infected"
    TO_CLARIFY = "to_clarify"
    IMMUNE_INFECTION = "immune_infection"
    IMMUNE_VACCINE = "immune_vaccine"
    NON_RESPONDER = "non_responder"
    LOW_RESPONSE = "low_response"
    LATE_LOW_TITRE = "late_low_titre"
    AWAITING_SEROLOGY = "awaiting_serology"
    COMPLETE = "complete"
    IN_PROGRESS = "in_progress"
    NOT_STARTED = "not_started"
    UNKNOWN = "unknown"


class DueKind(StrEnum):
    """What a person's vaccination asks to be done."""

    DOSE = "dose"
    SEROLOGY = "serology"
    REPEAT_HBSAG = "repeat_hbsag"
    COMPLETE_SEROLOGY = "complete_serology"
    REFER = "refer"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Standing:
    """A status, the sentence that explains it, the sample it rests on, what that asks for and from when.

    `COMPLETE` with `unanswered` is a complete course whose serology is wanted and not there.
    """

    status: Status
    because: Finding
    sample: Sample | None = None
    asks: DueKind | None = None
    repeat_from: date | None = None
    unanswered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """What a status is decided from; `courses` are those with a dose that has a day and a proof."""

    courses: tuple[Course, ...]
    bloods: Bloods
    statements: tuple[Statement, ...]
    any_sample: bool
    serology: Serology | None
    serology_wanted: bool


def decide(facts: Facts, today: date) -> Standing:
    """The first status that holds, in the order of `Status`; only the wait for serology looks at `today`."""
    if facts.serology is not None:
        standing = _infection(facts) or _response(facts, facts.serology)
        if standing is not None:
            return standing
    if facts.courses:
        return _course(facts, today)
    if facts.any_sample or any(s.kind is StatementKind.NEVER_VACCINATED for s in facts.statements):
        return _plain(Status.NOT_STARTED)
    return _plain(Status.UNKNOWN)


_SENTENCE = {status: Finding(f"status.{status}") for status in Status}


def _plain(status: Status, sample: Sample | None = None) -> Standing:
    return Standing(status, _SENTENCE[status], sample)


def _course(facts: Facts, today: date) -> Standing:
    completed_on = facts.courses[-1].completed_on
    if completed_on is None:
        return _plain(Status.IN_PROGRESS)
    if (
        facts.serology is None
        or not facts.serology_wanted
        or _titres_after(facts, completed_on, facts.serology)
    ):
        return _plain(Status.COMPLETE)
    if today < add_months(completed_on, facts.serology.awaited_months):
        return _plain(Status.AWAITING_SEROLOGY)
    return Standing(Status.COMPLETE, Finding("status.serology_missing"), unanswered=True)


def _infection(facts: Facts) -> Standing | None:
    """What HBsAg and anti-HBc decide before any thought of vaccination."""
    bloods = facts.bloods
    if not bloods.usable and not bloods.unused:
        return None
    if bloods.found.get(Marker.HBSAG) is True:
        return Standing(
            Status.INFECTED, _SENTENCE[Status.INFECTED], bloods.latest[Marker.HBSAG], DueKind.REFER
        )
    unclear = (
        _disturbed_hbsag(bloods) or _contradictory(bloods) or _lost_hbsag(facts) or _open_anti_hbc(bloods)
    )
    if unclear is not None:
        return unclear
    if bloods.found.get(Marker.ANTI_HBC) is True:
        return _plain(Status.IMMUNE_INFECTION, bloods.latest[Marker.ANTI_HBC])
    return None


def _unclear(code: str, sample: Sample, asks: DueKind = DueKind.REVIEW, **params: date) -> Standing:
    because = Finding(f"clarify.{code}", {"day": sample.on, **params})
    return Standing(Status.TO_CLARIFY, because, sample, asks, params.get("repeat_from"))


def _disturbed_hbsag(bloods: Bloods) -> Standing | None:
    """A positive HBsAg soon after a dose, until a later sample may be used."""
    negatives = bloods.of(Marker.HBSAG)
    for unused in reversed(bloods.unused):
        sample = unused.sample
        if sample.marker is Marker.HBSAG and unused.reason is Unusable.TOO_SOON_AFTER_DOSE:
            if negatives and negatives[-1].on > sample.on:
                return None
            return _unclear("repeat_hbsag", sample, DueKind.REPEAT_HBSAG, repeat_from=unused.repeat_from)
    return None


def _lost_hbsag(facts: Facts) -> Standing | None:
    """A negative HBsAg after a positive one, until a doctor confirms it."""
    samples = facts.bloods.of(Marker.HBSAG)
    last_positive = max(
        (sample.on for sample in samples if sample.result is Found.POSITIVE), default=date.max
    )
    lost = next((sample for sample in samples if sample.on > last_positive), None)
    if lost is None:
        return None
    if any(s.kind is StatementKind.CLEARED and s.on >= lost.on for s in facts.statements):
        return None
    return _unclear("hbsag_lost", lost)


def _contradictory(bloods: Bloods) -> Standing | None:
    for marker in Marker:
        if marker in bloods.contradictory:
            return _unclear(f"contradictory.{marker}", bloods.contradictory[marker])
    return None


def _open_anti_hbc(bloods: Bloods) -> Standing | None:
    """A positive anti-HBc that stands alone, or beside a marker that was not measured."""
    if bloods.found.get(Marker.ANTI_HBC) is not True:
        return None
    sample = bloods.latest[Marker.ANTI_HBC]
    missing = [marker for marker in (Marker.HBSAG, Marker.ANTI_HBS) if marker not in bloods.found]
    if missing:
        return _unclear(f"missing.{'_'.join(missing)}", sample, DueKind.COMPLETE_SEROLOGY)
    if bloods.found[Marker.ANTI_HBS]:
        return None
    return _unclear("isolated_anti_hbc", sample)


def _titres_after(facts: Facts, completed_on: date, serology: Serology) -> list[Sample]:
    """The usable titres that can tell the response to a course completed on that day."""
    since = completed_on + timedelta(serology.interpretable_days)
    return [sample for sample in facts.bloods.of(Marker.ANTI_HBS) if sample.on >= since]


def _response(facts: Facts, serology: Serology) -> Standing | None:
    """What titres say of the courses that are complete."""
    low: dict[int, Sample] = {}
    for course in facts.courses:
        if course.completed_on is None:
            continue
        titres = _titres_after(facts, course.completed_on, serology)
        for sample in titres:
            if sample.above(serology.response_iu_l):
                return _plain(Status.IMMUNE_VACCINE, sample)
        failed = _failed(course, course.completed_on, titres, serology)
        if failed is not None:
            low[course.number] = failed
    return _weak_response(facts, low, serology)


def _weak_response(facts: Facts, low: dict[int, Sample], serology: Serology) -> Standing | None:
    """What low titres say, once the last course that was opened is complete."""
    last = facts.courses[-1] if facts.courses else None
    if last is None or last.completed_on is None:
        return None
    titres = _titres_after(facts, last.completed_on, serology)
    if not titres:
        return None
    if last.number in low:
        return _plain(Status.NON_RESPONDER if len(low) > 1 else Status.LOW_RESPONSE, low[last.number])
    return _plain(Status.LOW_RESPONSE if low else Status.LATE_LOW_TITRE, titres[-1])


def _failed(
    course: Course, completed_on: date, titres: Collection[Sample], serology: Serology
) -> Sample | None:
    """The latest low titre taken soon enough after the course, or after a dose that followed it."""
    given = {completed_on} | {dose.on.first for dose in course.dated if dose.on.first > completed_on}
    failed = None
    for sample in titres:
        for day in given:
            first, last = (
                day + timedelta(serology.interpretable_days),
                add_months(day, serology.response_months),
            )
            if first <= sample.on <= last:
                failed = sample
    return failed
