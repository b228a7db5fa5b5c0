"""Lots, kits and sessions: what is there before anyone comes."""

from datetime import date, time, timedelta

from icarmed.domain.dates import add_months
from icarmed.domain.practice.draft import Draft, Source
from icarmed.domain.practice.rows import KitDrawn, LotDrawn, SessionDrawn
from icarmed.domain.practice.shape import Shape
from icarmed.domain.sessions import Calendar, is_public_holiday

KIT_MONTHS = 27


def lots(source: Source, shape: Shape, year: int) -> list[LotDrawn]:
    """Lots of vaccine, each from January of its year."""
    found = []
    for lot in shape.lots:
        received = date(year + lot.from_year, 1, 1)
        text = lot.lot.format(year2=f"{received.year % 100:02}")
        expires = add_months(received, lot.expires_after_months) - timedelta(1)
        found.append(LotDrawn(source.id(), lot.product, text, received, expires, lot.donor))
    return found


def kits(source: Source, shape: Shape, year: int) -> list[KitDrawn]:
    """One lot of each kit a year, good on the practice day when it is of the last two."""
    found = []
    for at in range(year - shape.before.years, year + 1):
        received = date(at, 1, 1)
        expires = add_months(received, KIT_MONTHS) - timedelta(1)
        for number, kit in enumerate(shape.kits, start=1):
            text = f"{at % 100:02}K{number}{source.between(100, 999)}"
            found.append(KitDrawn(source.id(), kit.kit, text, received, expires))
    return found


def add_sessions(draft: Draft) -> None:
    """Every permanence of the calendar and every tour, of the year and those before."""
    outreach = draft.shape.outreach
    for year in range(draft.year - draft.shape.before.years, draft.year + 1):
        for place in draft.counts.places:
            hours = _permanences(draft.frame.calendar, place, year)
            draft.sessions[place, year] = [_session(draft, place, on, *at) for on, at in hours]
        tours = [on for on in _days(year) if on.weekday() in outreach.weekdays and not is_public_holiday(on)]
        at = _minutes(outreach.starts), _minutes(outreach.ends)
        draft.sessions[outreach.place, year] = [_session(draft, outreach.place, on, *at) for on in tours]


def _permanences(calendar: Calendar, place: str, year: int) -> list[tuple[date, tuple[int, int]]]:
    """Days with the first session that has hours."""
    found = []
    for on in _days(year):
        for session in calendar.sessions_at(place, on):
            if session.starts is not None and session.ends is not None:
                found.append((on, (_minutes(session.starts), _minutes(session.ends))))
                break
    return found


def _session(draft: Draft, place: str, on: date, starts: int, ends: int) -> SessionDrawn:
    """A session with the lots and kits that were good that day."""
    good_lots = tuple(lot.id for lot in draft.rows.lots if lot.received_on <= on <= lot.expires_on)
    newest = {kit.kit: kit.id for kit in draft.rows.kits if kit.received_on <= on <= kit.expires_on}
    made = SessionDrawn(draft.source.id(), place, on, starts, ends, good_lots, tuple(newest.values()))
    draft.rows.sessions.append(made)
    return made


def _days(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(day) for day in range((date(year + 1, 1, 1) - first).days)]


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
