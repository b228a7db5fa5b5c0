"""The practice year: a data base without people is filled with invented ones, in the published shape."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from icarmed.catalogue.analyses import analyses
from icarmed.catalogue.practice import practice_shape
from icarmed.db import office
from icarmed.db import practice as rows
from icarmed.db.database import Connection
from icarmed.domain.findings import Finding, Refused
from icarmed.domain.practice.draft import Frame
from icarmed.domain.practice.rows import PracticeYear, Worker
from icarmed.domain.practice.year import draw
from icarmed.domain.sessions import Calendar
from icarmed.security.roles import Right
from icarmed.usecases import reminders
from icarmed.usecases.calendar import calendar_of
from icarmed.usecases.story import Desk, Outcome, Topic
from icarmed.usecases.vault.moment import DEFAULT_ZONE, ZONE, set_practice_day

# The calendar of holidays is known for these years.
FIRST_YEAR, LAST_YEAR = 1950, 2100


@dataclass(frozen=True, slots=True)
class FillPractice:
    """A year, its seed, the accounts at work, and how many people (None: as many as were published)."""

    year: int
    seed: int
    accounts: Mapping[Worker, UUID]
    people: int | None = None


@dataclass(frozen=True, slots=True)
class Filled:
    """What was made: how many people, and the day on which practice begins."""

    people: int
    visits: int
    practice_day: date


def practice_day(calendar: Calendar, year: int) -> date:
    """The first permanence after a year, at the first place of the published ones."""
    first = next(iter(practice_shape().published.places))
    found = calendar.next_session(first, date(year + 1, 1, 1))
    if found is None:
        raise Refused(Finding("no_permanence_after", {"year": year}))
    return found.on


def fill(desk: Desk, order: FillPractice) -> Outcome[Filled]:
    """Draws the year and writes it whole, with the due rows; Refused where there are people already."""
    desk.need(Right.REGISTER_PERSON)
    people = practice_shape().published.people if order.people is None else order.people
    with desk.writing() as writing:
        year = _drawn(writing.connection, order, people)
        house = rows.House(
            order.accounts,
            {place.code: place.id for place in office.all_places(writing.connection)},
            ZoneInfo(office.setting(writing.connection, ZONE) or DEFAULT_ZONE),
            practice_shape().standing_order,
        )
        rows.write(writing, year, house)
        set_practice_day(writing, year.practice_day)
        reminders.rewrite_all_due(writing)
    return Outcome(Filled(people, len(year.visits), year.practice_day), frozenset(Topic))


def _drawn(connection: Connection, order: FillPractice, people: int) -> PracticeYear:
    shape, catalogue = practice_shape(), analyses()
    if rows.anyone(connection):
        raise Refused(Finding("practice_needs_empty"))
    if not FIRST_YEAR <= order.year <= LAST_YEAR:
        raise Refused(Finding("no_such_year", {"year": order.year}))
    if people < shape.least_people:
        raise Refused(Finding("too_few_people", {"least": shape.least_people}))
    known = {place.code for place in office.all_places(connection)}
    missing = sorted({*shape.published.places, shape.outreach.place} - known)
    if missing:
        raise Refused(*(Finding("place_unknown", {"place": code}) for code in missing))
    calendar = calendar_of(connection)
    day = practice_day(calendar, order.year)
    frame = Frame(order.year, day, calendar, catalogue.analyses, catalogue.panels)
    return draw(shape, frame, people, order.seed)
