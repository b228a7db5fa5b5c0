"""Screening: devices read on the spot, and requests whose results come days later."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from icarmed.domain.analyses import Analysis, tubes_needed
from icarmed.domain.codes import new_request_number
from icarmed.domain.lab_requests import LineState, SpecimenState
from icarmed.domain.practice.draft import Draft, Meeting
from icarmed.domain.practice.rows import (
    LineDrawn,
    RapidTestDrawn,
    RequestDrawn,
    ResultDrawn,
    SpecimenDrawn,
    Worker,
)
from icarmed.domain.practice.shape import KitShape
from icarmed.domain.rapid_tests import RapidResult, TestLine
from icarmed.domain.visits import FollowUpType

SCREENING = FollowUpType.SCREENING
_RESULT_DAYS = (4, 9)
_LOST_IN = 60
_SIGNED_WITHIN = 7
# What blood shows of hepatitis B, by state: HBsAg, anti-HBc, and whether anti-HBs is high.
_MARKERS = {
    "susceptible": ("negative", "negative", False),
    "vaccinated_elsewhere": ("negative", "negative", True),
    "recovered": ("negative", "positive", True),
    "infected": ("positive", "positive", False),
}


def screen_all(draft: Draft) -> None:
    """Does what each screening visit is for, oldest first; three of them went another way."""
    todo = [one for one in draft.meetings if SCREENING in one.types and not one.requests and not one.unseen]
    todo.sort(key=lambda meeting: (meeting.on, meeting.minute))
    special = _special(draft, todo)
    for meeting in todo:
        if meeting in special:
            _KINDS[special.index(meeting)](draft, meeting)
        elif draft.source.percent(draft.shape.screening.rapid_percent):
            _read_devices(draft, meeting)
        else:
            _order_usual_panel(draft, meeting)


def _special(draft: Draft, todo: Sequence[Meeting]) -> list[Meeting]:
    """The last visit of three people some weeks before the practice day, permanences first."""
    weeks_ago = draft.practice_day - timedelta(21)
    places = [*draft.counts.places, draft.shape.outreach.place]
    last = {meeting.being.id: meeting for meeting in todo if meeting.on.year == draft.year}
    fitting = [one for one in last.values() if one.on <= weeks_ago and not one.being.in_course]
    fitting.sort(key=lambda one: (places.index(one.session.place), weeks_ago - one.on, one.id))
    return fitting[: len(_KINDS)]


def _reactive(draft: Draft, meeting: Meeting) -> None:
    """HIV reactive, and no blood was ever drawn to confirm it."""
    _read(draft, meeting, draft.shape.kits[0], TestLine.CLEAR)


def _confirmed(draft: Draft, meeting: Meeting) -> None:
    """Syphilis reactive, with the request that confirms it."""
    _read(draft, meeting, draft.shape.kits[1], TestLine.FAINT)
    _order(draft, meeting, draft.shape.screening.confirmation_panel, found="positive")


def _invalid(draft: Draft, meeting: Meeting) -> None:
    """A device without control line, and a second one that worked."""
    _read(draft, meeting, draft.shape.kits[0], control_line=False)
    _read(draft, meeting, draft.shape.kits[0], after=30)


_KINDS = (_reactive, _confirmed, _invalid)


def _read_devices(draft: Draft, meeting: Meeting) -> None:
    for kit in draft.shape.kits[: draft.source.between(1, len(draft.shape.kits))]:
        _read(draft, meeting, kit)


def _read(
    draft: Draft,
    meeting: Meeting,
    kit: KitShape,
    line: TestLine = TestLine.NONE,
    *,
    control_line: bool = True,
    after: int = 2,
) -> None:
    """One device, read inside its window."""
    meeting.seen_by(Worker.NURSE)
    meeting.rapid_tests += 1
    reactive = RapidResult.NON_REACTIVE if line is TestLine.NONE else RapidResult.REACTIVE
    stock = {lot.id for lot in draft.rows.kits if lot.kit == kit.kit}
    draft.rows.rapid_tests.append(
        RapidTestDrawn(
            id=draft.source.id(),
            patient=meeting.being.id,
            visit=meeting.id,
            test=kit.test,
            kit_lot=next(lot for lot in meeting.session.kits if lot in stock),
            started=meeting.at(after),
            read=meeting.at(after + kit.read_after),
            control_line=control_line,
            line=line,
            result=reactive if control_line else RapidResult.INVALID,
        )
    )


def _order_usual_panel(draft: Draft, meeting: Meeting) -> None:
    """Everything at first; afterwards, or within a course, what may have changed."""
    screening, being = draft.shape.screening, meeting.being
    first = not being.panel_done and not being.in_course
    _order(draft, meeting, screening.new_panel if first else screening.control_panel)
    being.panel_done = True


def order_hepatitis_panel(draft: Draft, meeting: Meeting) -> None:
    """The three markers, drawn at the visit of a first dose."""
    meeting.types.add(SCREENING)
    _order(draft, meeting, draft.shape.screening.hepatitis_panel)


def _order(draft: Draft, meeting: Meeting, panel: str, found: str = "") -> None:
    """A request with its tubes; what came back, if anything has."""
    source = draft.source
    meeting.seen_by(Worker.NURSE)
    meeting.requests += 1
    analyses = [draft.frame.analyses[code] for code in draft.frame.panels[panel].analyses]
    waited = (draft.practice_day - meeting.on).days
    pending = waited <= draft.shape.screening.pending_days
    lost = not pending and source.between(1, _LOST_IN) == 1
    state = SpecimenState.LOST if lost else SpecimenState.COLLECTED
    specimens, lines = [], []
    for tube in tubes_needed(analyses):
        specimens.append(SpecimenDrawn(source.id(), tube.specimen, tube.tube, state))
        for analysis in (one for one in analyses if one.code in tube.analyses):
            waiting = LineState.CANCELLED if lost else LineState.WAITING
            line = LineDrawn(source.id(), specimens[-1].id, analysis.code, waiting)
            answered = not pending and not lost
            lines.append(_answered(draft, meeting, line, analysis, found) if answered else line)
    draft.rows.requests.append(
        RequestDrawn(
            id=source.id(),
            number=source.fresh(new_request_number),
            patient=meeting.being.id,
            visit=meeting.id,
            at=meeting.at(7),
            panel=panel,
            signed_after=None if pending else source.between(0, _SIGNED_WITHIN),
            specimens=tuple(specimens),
            lines=tuple(lines),
        )
    )


def _answered(draft: Draft, meeting: Meeting, line: LineDrawn, analysis: Analysis, found: str) -> LineDrawn:
    resulted = meeting.on + timedelta(draft.source.between(*_RESULT_DAYS))
    result = _result(draft, meeting, analysis, resulted, found)
    return replace(line, state=_state(draft, resulted), result=result)


def _state(draft: Draft, resulted: date) -> LineState:
    """Most results of the last weeks reached the person, the others wait for the doctor or the person."""
    if resulted < draft.practice_day - timedelta(90):
        return LineState.CLOSED
    if draft.source.percent(draft.shape.screening.handed_over_percent):
        return LineState.HANDED_OVER
    return LineState.REVIEWED


def _result(draft: Draft, meeting: Meeting, analysis: Analysis, on: date, found: str) -> ResultDrawn:
    source, serology = draft.source, draft.shape.serology
    hbsag, anti_hbc, high = _MARKERS[meeting.being.blood]
    match analysis.code:
        case "anti_hbs":
            printed = source.pick(serology.high if high else serology.low)
            number = printed.lstrip("<>")
            comparator = printed[: len(printed) - len(number)]
            return ResultDrawn(source.id(), on, printed, number, comparator, analysis.unit)
        case "rpr":
            return ResultDrawn(source.id(), on, "8", "8", "", analysis.unit)
        case "hbsag":
            value = hbsag
        case "anti_hbc":
            value = anti_hbc
        case _:
            value = found or analysis.answers[0]
    return ResultDrawn(source.id(), on, value)
