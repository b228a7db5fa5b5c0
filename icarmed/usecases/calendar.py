"""The calendar of permanences as the organisation keeps it: rules, closures, extra days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from icarmed.db import office
from icarmed.db.database import Connection
from icarmed.domain.findings import Finding, Refused
from icarmed.domain.office import ExceptionKind, Place, PlaceKind
from icarmed.domain.sessions import Calendar, CalendarException, SessionRule
from icarmed.security.roles import Right
from icarmed.usecases import reminders
from icarmed.usecases.story import Desk, Outcome, Topic

DEFAULT_PLACE = "default_place"
CHANGED = frozenset({Topic.OFFICE, Topic.REMINDERS})


@dataclass(frozen=True, slots=True)
class CloseDay:
    """A day on which a place (None: every place) is closed, or open beyond its rule."""

    on: date
    kind: ExceptionKind
    place: UUID | None = None
    starts: str = ""
    ends: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day of the calendar that departs from the rules, as the settings page lists it."""

    id: UUID
    revision: int
    place: str | None
    on: date
    kind: ExceptionKind
    starts: str
    ends: str
    reason: str


def calendar_of(connection: Connection) -> Calendar:
    """The calendar from the rows of the data base."""
    rules = tuple(
        SessionRule(
            row["place_code"],
            row["rrule"],
            time.fromisoformat(row["starts"]),
            time.fromisoformat(row["ends"]),
            row["valid_from"],
            row["valid_until"],
        )
        for row in office.calendar_rows(connection)
    )
    return Calendar(rules, tuple(_exception(row) for row in office.exception_rows(connection)))


def default_place(connection: Connection) -> str:
    """The place for which sessions are proposed when nothing else is said."""
    known = [place.code for place in office.all_places(connection)]
    chosen = office.setting(connection, DEFAULT_PLACE)
    ruled = [row["place_code"] for row in office.calendar_rows(connection)]
    return next((code for code in [chosen, *ruled, *known] if code in known), "")


def places(desk: Desk) -> list[Place]:
    """Every place where people are met."""
    with desk.reading() as connection:
        return office.all_places(connection)


def add_place(desk: Desk, code: str, label: str, kind: PlaceKind) -> Outcome[UUID]:
    """One more place; its code is for life."""
    desk.need(Right.MANAGE_PLACES)
    if not code.strip() or not label.strip():
        raise Refused(Finding("name_empty"))
    with desk.writing() as writing:
        if any(place.code == code for place in office.all_places(writing.connection)):
            raise Refused(Finding("place_known", {"place": code}))
        identity = office.add_place(writing, code.strip(), label.strip(), kind)
    return Outcome(identity, CHANGED)


def exceptions(desk: Desk) -> list[CalendarDay]:
    """Closures and extra days, oldest first."""
    with desk.reading() as connection:
        rows = office.exception_rows(connection)
    return [
        CalendarDay(
            row["id"],
            row["revision"],
            row["place_code"],
            row["on"],
            row["kind"],
            row["starts"],
            row["ends"],
            row["reason"],
        )
        for row in rows
    ]


def close_day(desk: Desk, order: CloseDay) -> Outcome[UUID]:
    """Closes a day, or opens an extra one; every due date that becomes a session follows."""
    desk.need(Right.MANAGE_CALENDAR)
    with desk.writing() as writing:
        identity = office.add_exception(
            writing,
            {
                "place": order.place,
                "on": order.on,
                "kind": order.kind,
                "starts": order.starts,
                "ends": order.ends,
                "reason": order.reason,
            },
        )
        reminders.rewrite_all_due(writing)
    return Outcome(identity, CHANGED)


def void_exception(desk: Desk, identity: UUID, from_revision: int, reason: str) -> Outcome[None]:
    """Takes back a closure or an extra day."""
    desk.need(Right.MANAGE_CALENDAR)
    with desk.writing() as writing:
        office.void_exception(writing, identity, from_revision, reason)
        reminders.rewrite_all_due(writing)
    return Outcome(None, CHANGED)


def _exception(row: Mapping[str, Any]) -> CalendarException:
    return CalendarException(
        row["on"],
        row["kind"],
        row["place_code"],
        time.fromisoformat(row["starts"]) if row["starts"] else None,
        time.fromisoformat(row["ends"]) if row["ends"] else None,
    )
