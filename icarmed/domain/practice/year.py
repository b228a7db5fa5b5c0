"""A whole practice year, drawn from a seed: people, visits, acts, and what is open on the practice day."""

from icarmed.domain.practice import people, screening, stock, vaccines, visits
from icarmed.domain.practice.draft import Draft, Frame, Meeting, Source
from icarmed.domain.practice.rows import Entry, PracticeYear, VisitDrawn, Worker
from icarmed.domain.practice.shape import Shape
from icarmed.domain.visits import Done, FollowUpType, SignKind, VisitState, derived_types, types_of

_SIGNS = (SignKind.BIRTH_YEAR, SignKind.CARD, SignKind.CODE, SignKind.WORD)
_BY_DOCTOR = {FollowUpType.GENERAL, FollowUpType.ADDICTION, FollowUpType.WOUND, FollowUpType.VIOLENCE}
# The order in which an entry is about one of the types of a visit.
_TOLD = (
    *(FollowUpType.VIOLENCE, FollowUpType.WOUND, FollowUpType.ADDICTION),
    *(FollowUpType.GENERAL, FollowUpType.SCREENING, FollowUpType.VACCINATION),
)
_NURSE_WRITES_PERCENT = 40


def draw(shape: Shape, frame: Frame, number_of_people: int, seed: int) -> PracticeYear:
    """So many people in the shape of the published year; the same seed gives the same rows.

    Raises ValueError for fewer people than `shape.least_people`.
    """
    source = Source(seed)
    counts = shape.counts(number_of_people)
    rows = PracticeYear(frame.year, frame.practice_day, source.id())
    rows.lots += stock.lots(source, shape, frame.year)
    rows.kits += stock.kits(source, shape, frame.year)
    draft = Draft(source, shape, frame, counts, rows)
    stock.add_sessions(draft)
    people.add_beings(draft)
    _permanences(draft)
    _tours(draft)
    visits.add_years_before(draft)
    screening.screen_all(draft)
    vaccines.decline(draft)
    people.write_people(draft)
    for meeting in draft.meetings:
        _write_visit(draft, meeting)
    return rows


def _permanences(draft: Draft) -> None:
    for place, counts in draft.counts.places.items():
        beings = people.of_home(draft, place)
        meetings = visits.add_permanence_visits(draft, place, beings)
        vaccines.vaccinate_at_permanence(draft, meetings, counts.marks[FollowUpType.VACCINATION])
        visits.deal_types(draft, meetings, counts.marks, {FollowUpType.VACCINATION})
        visits.add_unseen(draft, place, beings)


def _tours(draft: Draft) -> None:
    others = people.of_home(draft, draft.shape.outreach.place)
    vaccines.vaccinate_on_tours(draft, others)
    visits.add_tours(draft, others, [being for being in draft.beings if being.home in draft.counts.places])


def _write_visit(draft: Draft, meeting: Meeting) -> None:
    """The visit with its journal and its types."""
    if not meeting.unseen:
        _who_saw(draft, meeting)
        _write_entries(draft, meeting)
    acted = meeting.doses or meeting.rapid_tests or meeting.requests
    draft.rows.visits.append(
        VisitDrawn(
            id=meeting.id,
            session=meeting.session.id,
            patient=meeting.being.id,
            arrived=meeting.at(),
            ended=meeting.at(draft.source.between(40, 60) if acted else draft.source.between(10, 30)),
            state=VisitState.LEFT_UNSEEN if meeting.unseen else VisitState.DONE,
            with_doctor=meeting.doctor,
            with_nurse=meeting.nurse,
            sign=draft.source.pick(_SIGNS) if acted else None,
            types=types_of(_done(meeting), _chosen(meeting)),
        )
    )


def _who_saw(draft: Draft, meeting: Meeting) -> None:
    """A doctor where a doctor's types are, on tours only for what is general."""
    at_permanence = meeting.session.place in draft.counts.places
    doctors = _BY_DOCTOR if at_permanence else {FollowUpType.GENERAL}
    if not doctors.isdisjoint(meeting.types):
        meeting.doctor = True
    if not meeting.doctor:
        meeting.nurse = True


def _write_entries(draft: Draft, meeting: Meeting) -> None:
    source, texts = draft.source, draft.shape.texts.entries
    if meeting.doctor:
        about = next(kind for kind in _TOLD if kind in meeting.types)
        meeting.doctor_entries += 1
        _write(draft, meeting, Worker.DOCTOR, source.pick(texts[about]))
    if meeting.nurse and source.percent(_NURSE_WRITES_PERCENT):
        _write(draft, meeting, Worker.NURSE, source.pick(texts["nurse"]))


def _write(draft: Draft, meeting: Meeting, by: Worker, body: str) -> None:
    entry = Entry(draft.source.id(), meeting.being.id, meeting.id, meeting.at(9), by, body)
    draft.rows.entries.append(entry)


def _done(meeting: Meeting) -> Done:
    return Done(meeting.doses, meeting.rapid_tests, meeting.requests, meeting.doctor_entries)


def _chosen(meeting: Meeting) -> set[FollowUpType]:
    """What was chosen when the visit ended: all that does not follow from what was done."""
    derived = derived_types(_done(meeting))
    if meeting.types == derived:
        return set()
    return meeting.types - (derived - {FollowUpType.GENERAL})
