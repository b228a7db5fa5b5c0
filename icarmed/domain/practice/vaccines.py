"""Courses of hepatitis B vaccine: who got which dose when, so that on the practice day some are due."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import chain, cycle
from uuid import UUID

from icarmed.domain.dates import DateRange
from icarmed.domain.practice.draft import Being, Draft, Meeting
from icarmed.domain.practice.rows import CourseDrawn, DoseDrawn, SessionDrawn, StatementDrawn, Worker
from icarmed.domain.practice.screening import order_hepatitis_panel
from icarmed.domain.vaccination_acts import BodySite, StatementKind
from icarmed.domain.visits import FollowUpType

VACCINATION = FollowUpType.VACCINATION
_SITES = (BodySite.LEFT_DELTOID, BodySite.RIGHT_DELTOID)
# Months of the year before in which earlier doses were given: far enough apart to be valid.
_FIRST_MONTHS, _SECOND_MONTHS = (1, 4), (6, 10)


class Way(StrEnum):
    """How someone stands with the vaccine on the practice day, or came to stand so."""

    COMPLETE = "complete"
    DUE_2 = "due_2"
    DUE_3 = "due_3"
    LATE_2 = "late_2"
    TOO_EARLY_2 = "too_early_2"
    EARLY_DOSE = "early_dose"
    DECLARED = "declared"
    FINISH = "finish"


# Days before the practice day between which the last dose was given, and which dose it was.
_WINDOWS: dict[Way, tuple[int, int, int]] = {
    Way.DUE_2: (58, 31, 1),
    Way.DUE_3: (110, 57, 2),
    Way.TOO_EARLY_2: (27, 9, 1),
    Way.FINISH: (340, 9, 3),
}


def vaccinate_at_permanence(draft: Draft, meetings: Sequence[Meeting], number: int) -> None:
    """So many of these visits are vaccinations, one a person; earlier doses lie in the year before."""
    shuffled = draft.source.shuffled(meetings)
    ways = [Way(way) for way in draft.shape.courses.permanence]
    fitting = {way: _last_doses(draft, shuffled, way) for way in ways}
    for _, way in zip(range(number), cycle(ways), strict=False):
        last = next(one for one in fitting[way] if not one.being.in_course)
        earlier = [
            draft.source.pick(_months_before(draft, last.session.place, *months))
            for months in (_SECOND_MONTHS, _FIRST_MONTHS)[: _WINDOWS[way][2] - 1]
        ]
        give_course(draft, last.being, [*reversed(earlier), last.session])


def _last_doses(draft: Draft, shuffled: Sequence[Meeting], way: Way) -> Iterator[Meeting]:
    """The visits at which the last dose may have been given, those that lead to the wanted state first."""
    most, least, _ = _WINDOWS[way]
    since, until = draft.practice_day - timedelta(most), draft.practice_day - timedelta(least)
    wanted = [one for one in shuffled if since <= one.on <= until]
    return chain(wanted, shuffled)


def _months_before(draft: Draft, place: str, first: int, last: int) -> list[SessionDrawn]:
    year = draft.year - 1
    return draft.between(place, date(year, first, 1), date(year, last + 1, 1) - timedelta(1))


def vaccinate_on_tours(draft: Draft, others: Sequence[Being]) -> None:
    """A share of those met on tours, each in one of the ways in turn."""
    courses, source = draft.shape.courses, draft.source
    number = max(-(-len(others) * draft.shape.outreach.course_percent // 100), min(len(others), 1))
    for being, way in zip(source.shuffled(others)[:number], cycle(courses.outreach), strict=False):
        _one_way(draft, being, Way(way))


def _one_way(draft: Draft, being: Being, way: Way) -> None:
    place, source = draft.shape.outreach.place, draft.source
    months = {Way.LATE_2: (3, 7), Way.EARLY_DOSE: (4, 8), Way.DECLARED: (2, 9), Way.COMPLETE: (1, 4)}
    if way in months:
        first, last = months[way]
        since, until = date(draft.year, first, 1), date(draft.year, last + 1, 1) - timedelta(1)
        begin = source.pick(draft.between(place, since, until))
    elif way is Way.DUE_3:
        begin = source.pick(draft.before_practice(place, 165, 128))
    else:
        most, least, _ = _WINDOWS[way]
        begin = source.pick(draft.before_practice(place, most, least))
    sessions = [begin, *_following(draft, begin, way)]
    give_course(draft, being, sessions, early=way is Way.EARLY_DOSE, declared=way is Way.DECLARED)
    if way is Way.COMPLETE:
        being.blood = source.weighted(draft.shape.courses.response)
        order_hepatitis_panel(draft, draft.meet(being, _tour_from(draft, sessions[-1].on + timedelta(40))))


def _following(draft: Draft, begin: SessionDrawn, way: Way) -> list[SessionDrawn]:
    """The tours of the later doses: the first on or after the day each is due."""
    match way:
        case Way.COMPLETE:
            second = _tour_from(draft, begin.on + timedelta(32 + draft.source.between(0, 20)))
            return [second, _tour_from(draft, max(begin.on + timedelta(124), second.on + timedelta(58)))]
        case Way.DUE_3:
            return [_tour_from(draft, begin.on + timedelta(32))]
        case Way.EARLY_DOSE:
            return [_tour_from(draft, begin.on + timedelta(10))]
        case _:
            return []


def _tour_from(draft: Draft, day: date) -> SessionDrawn:
    """The first tour from that day on."""
    place = draft.shape.outreach.place
    return next(session for session in draft.sessions_at(place, day.year) if session.on >= day)


def give_course(
    draft: Draft,
    being: Being,
    sessions: Sequence[SessionDrawn],
    *,
    early: bool = False,
    declared: bool = False,
) -> None:
    """A dose at each session, in order; blood was often drawn with the first."""
    being.in_course, being.blood = True, "susceptible"
    course = draft.source.id()
    first = draft.meet(being, sessions[0], VACCINATION)
    draft.rows.courses.append(CourseDrawn(course, being.id, draft.shape.courses.plan, first.at(4)))
    if declared:
        _declared_dose(draft, first, course)
    for number, session in enumerate(sessions):
        too_soon = early and number > 0
        _give(draft, draft.meet(being, session, VACCINATION), course, too_soon=too_soon)
    draft.rows.statements.append(
        StatementDrawn(draft.source.id(), being.id, StatementKind.PROPOSED, first.at(3))
    )
    if draft.source.percent(draft.shape.courses.low_titre_percent) and _may_screen(draft, first):
        order_hepatitis_panel(draft, first)


def _may_screen(draft: Draft, meeting: Meeting) -> bool:
    """Screening at a permanence is counted in the year, and dealt there."""
    return meeting.on.year < draft.year or meeting.session.place == draft.shape.outreach.place


def _give(draft: Draft, meeting: Meeting, course: UUID, *, too_soon: bool) -> None:
    """One dose by the nurse; one too soon is the doctor's, who says why."""
    source, product = draft.source, draft.shape.courses.product
    by = Worker.DOCTOR if too_soon else Worker.NURSE
    meeting.seen_by(by)
    meeting.doses += 1
    fitting = {lot.id for lot in draft.rows.lots if lot.product == product}
    lot = source.pick([lot for lot in meeting.session.lots if lot in fitting])
    draft.rows.doses.append(
        DoseDrawn(
            id=source.id(),
            patient=meeting.being.id,
            course=course,
            visit=meeting.id,
            on=DateRange.day(meeting.on),
            entered=meeting.at(5),
            product=product,
            lot=lot,
            by=by,
            site=source.pick(_SITES),
            override_reason=draft.shape.texts.early_reason if too_soon else "",
        )
    )


def _declared_dose(draft: Draft, meeting: Meeting, course: UUID) -> None:
    """A dose of years ago, told without proof: only its year is known."""
    year = draft.year - draft.source.between(3, 9)
    draft.rows.doses.append(
        DoseDrawn(
            id=draft.source.id(),
            patient=meeting.being.id,
            course=course,
            visit=None,
            on=DateRange(date(year, 1, 1), date(year, 12, 31)),
            entered=meeting.at(4),
            product=draft.shape.courses.unspecified_product,
            lot=None,
            by=None,
            declared=True,
            place=draft.shape.texts.elsewhere,
        )
    )


def decline(draft: Draft) -> None:
    """Most of those whose blood called for vaccine, and who have none, said no at a visit of the year."""
    courses, source = draft.shape.courses, draft.source
    for being in draft.beings:
        called = being.panel_done and being.blood == "susceptible" and not being.in_course
        if called and source.percent(courses.declined_percent):
            seen = [one for one in being.meetings if one.on.year == draft.year and not one.unseen]
            at = source.pick(seen).at(6)
            draft.rows.statements.append(StatementDrawn(source.id(), being.id, StatementKind.DECLINED, at))
