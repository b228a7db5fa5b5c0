"""The list of who must be reached: read from the cache by index, nobody's file is opened for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from icarmed.db import office
from icarmed.db import reminders as rows
from icarmed.db.database import Connection
from icarmed.db.reminders import PersonDue
from icarmed.domain.findings import Finding, Parameter, Refused
from icarmed.domain.office import VaccineLot
from icarmed.domain.reminders.rules import RuleBook, RuleInForce
from icarmed.domain.reminders.today import State, state_on
from icarmed.domain.reminders.vocabulary import ChipKind, Trigger
from icarmed.domain.sessions import Calendar, Session
from icarmed.security.roles import Right
from icarmed.usecases.calendar import calendar_of, default_place
from icarmed.usecases.reminders import rule_book
from icarmed.usecases.story import Desk

# A session may be proposed up to a week before the day that is due (clinical.md "Due dates become sessions").
SESSION_BEFORE = timedelta(7)


class Channel(StrEnum):
    """How to reach someone: by telephone when a number was given, else when next seen."""

    TELEPHONE = "telephone"
    NEXT_VISIT = "next_visit"


@dataclass(frozen=True, slots=True)
class ListedDue:
    """One line: a person, what is due, since when; `session` is the one proposed for a dose."""

    patient: UUID
    code: str
    shown_name: str | None
    discretion: str
    channel: Channel
    rule: RuleInForce
    anchor: str
    params: Mapping[str, Parameter]
    due: date
    overdue_from: date | None
    state: State
    session: Session | None

    @property
    def late(self) -> bool:
        """Whether it should have been done by now."""
        return self.state is State.OVERDUE

    @property
    def task(self) -> str:
        """What is to be done, as a code of the words."""
        return self.rule.rule.task


@dataclass(frozen=True, slots=True)
class SessionDoses:
    """The doses proposed for one session; None where no session is in sight."""

    session: Session | None
    doses: tuple[ListedDue, ...]


@dataclass(frozen=True, slots=True)
class DueList:
    """Who must be reached until a day, most pressing first, with the lots of vaccine that may be used."""

    until: date
    place: str
    lines: tuple[ListedDue, ...]
    lots: tuple[VaccineLot, ...]

    @property
    def sessions(self) -> tuple[SessionDoses, ...]:
        """The doses by the session proposed for them, soonest first."""
        found: dict[Session | None, list[ListedDue]] = {}
        for line in self.lines:
            if line.rule.rule.trigger is Trigger.NEXT_DOSE:
                found.setdefault(line.session, []).append(line)
        ordered = sorted(found, key=lambda session: (session is None, session.on if session else date.max))
        return tuple(SessionDoses(session, tuple(found[session])) for session in ordered)

    @property
    def unconfirmed(self) -> tuple[ListedDue, ...]:
        """Reactive rapid tests that no laboratory has confirmed."""
        return self._of(lambda rule: rule.rule.chip is ChipKind.TO_CONFIRM)

    @property
    def pending(self) -> tuple[ListedDue, ...]:
        """Requests whose results have kept waiting."""
        return self._of(lambda rule: rule.rule.trigger is Trigger.RESULT_AWAITED)

    def _of(self, wanted: Callable[[RuleInForce], bool]) -> tuple[ListedDue, ...]:
        return tuple(line for line in self.lines if wanted(line.rule))


def due_list(
    desk: Desk, until: date | None = None, place: str | None = None, limit: int | None = None
) -> DueList:
    """Who must be reached until a day (today unless said), with the sessions of a place (the usual one).

    `limit` asks for the first page only. Refused for a place that is not known.
    """
    desk.need(Right.SEE_REMINDERS)
    with desk.reading() as connection:
        return read_due_list(connection, desk.today, until or desk.today, place, limit)


def named_due_list(desk: Desk, until: date | None = None, place: str | None = None) -> DueList:
    """The list as it leaves the program with names: noted in the audit before it is given."""
    desk.need(Right.LIST_BY_NAME)
    with desk.writing() as writing:
        writing.note("export", purpose="due")
    return due_list(desk, until, place)


def read_due_list(
    connection: Connection, today: date, until: date, place: str | None = None, limit: int | None = None
) -> DueList:
    """As `due_list`, inside a reading that is open."""
    book = rule_book(connection)
    doses = [one.rule.id for one in book.rules if one.rule.trigger is Trigger.NEXT_DOSE]
    found = rows.due_until(
        connection, until, today, early=doses, early_until=until + SESSION_BEFORE, limit=limit
    )
    where = _place(connection, place)
    sessions = _Sessions(calendar_of(connection), where, today)
    lines = tuple(_line(one, book, sessions, today) for one in found)
    return DueList(
        until=until,
        place=where,
        lines=tuple(one for one in lines if one.due <= until or (one.session and one.session.on <= until)),
        lots=tuple(
            lot
            for lot in office.usable_vaccine_lots(connection, today)
            if lot.product in book.schedule.products
        ),
    )


def _place(connection: Connection, asked: str | None) -> str:
    if asked is None:
        return default_place(connection)
    if asked not in {place.code for place in office.all_places(connection)}:
        raise Refused(Finding("place_unknown", {"place": asked}))
    return asked


class _Sessions:
    """The sessions proposed at one place, each pair of days looked up once: late doses share theirs."""

    def __init__(self, calendar: Calendar, place: str, today: date) -> None:
        self._calendar, self._place, self._today = calendar, place, today
        self._known: dict[tuple[date, date], Session | None] = {}

    def proposed(self, earliest: date, recommended: date) -> Session | None:
        days = max(earliest, self._today), max(recommended, self._today)
        if days not in self._known:
            self._known[days] = self._calendar.proposed(self._place, *days, self._today)
        return self._known[days]


def _line(one: PersonDue, book: RuleBook, sessions: _Sessions, today: date) -> ListedDue:
    row, rule = one.row, book.rule(one.row.rule)
    is_dose = rule.rule.trigger is Trigger.NEXT_DOSE
    return ListedDue(
        patient=one.patient,
        code=one.code,
        shown_name=one.shown_name,
        discretion=one.discretion,
        channel=Channel.TELEPHONE if one.has_telephone else Channel.NEXT_VISIT,
        rule=rule,
        anchor=row.anchor,
        params=row.params,
        due=row.due,
        overdue_from=row.overdue_from,
        state=state_on(row, today),
        session=sessions.proposed(row.possible_from or row.due, row.due) if is_dose else None,
    )
