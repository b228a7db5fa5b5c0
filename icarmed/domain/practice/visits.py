"""Who comes when, and of which types each visit is."""

from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta

from icarmed.domain.practice.draft import Being, Draft, Meeting
from icarmed.domain.practice.rows import SessionDrawn
from icarmed.domain.practice.scale import apportioned
from icarmed.domain.visits import FollowUpType

_EVEN = 4
"""How far a session may run ahead of the others before people are sent to another."""
_LATE_SHARE = 4
_LATE_DAYS = 30


def add_permanence_visits(draft: Draft, place: str, beings: Sequence[Being]) -> list[Meeting]:
    """The counted visits of one permanence: everyone at least once, a few nearly every week."""
    sessions = draft.sessions_at(place, draft.year)
    rng = draft.source.random
    weights = [1 + int(1000 * rng.lognormvariate(0, draft.shape.habit.spread)) for _ in beings]
    shares = _capped(apportioned(weights, draft.counts.places[place].visits), len(sessions))
    order = sorted(range(len(beings)), key=lambda at: -shares[at])
    load = [0] * len(sessions)
    made = []
    for at in order:
        beings[at].regular = shares[at] * len(beings) > 2 * sum(shares)
        ranked = sorted(range(len(sessions)), key=lambda one: load[one] + _EVEN * rng.random())
        for one in ranked[: shares[at]]:
            load[one] += 1
            made.append(draft.meet(beings[at], sessions[one]))
    return made


def _capped(shares: list[int], most: int) -> list[int]:
    """Nobody comes more often than there are sessions; what is over goes to those who come least."""
    capped = [min(share, most) for share in shares]
    over = sum(shares) - sum(capped)
    while over:
        for at in sorted(range(len(capped)), key=capped.__getitem__)[:over]:
            if capped[at] < most:
                capped[at] += 1
                over -= 1
    return capped


def deal_types(
    draft: Draft,
    meetings: Sequence[Meeting],
    marks: Mapping[FollowUpType, int],
    done: Collection[FollowUpType],
) -> None:
    """Gives each visit a type at least and none twice, so many of each; those of `done` are given already."""
    for kind in sorted((kind for kind in marks if kind not in done), key=lambda kind: -marks[kind]):
        ranked = _ranked(draft, meetings, kind, marks[kind])
        bare = [meeting for meeting in ranked if not meeting.types]
        typed = [meeting for meeting in ranked if meeting.types]
        for meeting in [*bare, *typed][: marks[kind]]:
            meeting.types.add(kind)


def _ranked(draft: Draft, meetings: Sequence[Meeting], kind: FollowUpType, number: int) -> list[Meeting]:
    """Addiction goes to those who come often; some screening is recent, so that results are awaited."""
    shuffled = draft.source.shuffled(meetings)
    if kind is FollowUpType.ADDICTION:
        return sorted(shuffled, key=lambda meeting: not meeting.being.regular)
    if kind is FollowUpType.SCREENING:
        since = draft.practice_day - timedelta(_LATE_DAYS)
        recent = [meeting for meeting in shuffled if meeting.on >= since][: -(-number // _LATE_SHARE)]
        return [*recent, *(meeting for meeting in shuffled if meeting not in recent)]
    return shuffled


def add_unseen(draft: Draft, place: str, beings: Sequence[Being]) -> None:
    """Some left before anyone saw them, on a day on which they have no other visit."""
    wanted = -(-draft.counts.places[place].visits * draft.shape.habit.unseen_percent // 100)
    for _ in range(wanted):
        being, session = draft.source.pick(beings), draft.source.pick(draft.sessions_at(place, draft.year))
        if not being.met_in(session):
            draft.meet(being, session).unseen = True


def add_tours(draft: Draft, others: Sequence[Being], regulars: Sequence[Being]) -> None:
    """Everyone else is met on a tour once or more; some who come to a permanence are met there as well."""
    outreach, source = draft.shape.outreach, draft.source
    tours = draft.sessions_at(outreach.place, draft.year)
    for being in others:
        if not being.meetings or source.percent(outreach.again_percent):
            _meet_free(draft, being, source.pick(tours))
    for being in regulars:
        if source.percent(draft.shape.habit.overlap_percent):
            _meet_free(draft, being, source.pick(tours))


def add_years_before(draft: Draft) -> None:
    """Who was known before, with visits to the place that is theirs."""
    before, source = draft.shape.before, draft.source
    for being in draft.beings:
        if not source.percent(before.known_percent):
            continue
        for _ in range(source.between(1, before.visits_most)):
            year = draft.year - source.between(1, before.years)
            _meet_free(draft, being, source.pick(draft.sessions_at(being.home, year)))


def _meet_free(draft: Draft, being: Being, session: SessionDrawn) -> None:
    """A visit whose type is drawn freely, unless the person has one there already."""
    if not being.met_in(session):
        draft.meet(being, session, FollowUpType(draft.source.weighted(draft.shape.outreach.types)))
