"""What every act for a person begins and ends with: whose it is, on which day, and what follows from it."""

from datetime import date
from uuid import UUID

from icarmed.db import people, visits
from icarmed.db.database import Connection
from icarmed.db.writing import Writing
from icarmed.domain.findings import Finding, Refused
from icarmed.usecases import reminders
from icarmed.usecases.story import Desk


def day_of_act(
    desk: Desk, connection: Connection, patient: UUID, visit: UUID | None, on: date | None = None
) -> date:
    """The calendar day of an act: that of its visit, else the day said, else today.

    Refuses an unknown person, a visit of someone else, and a day that has not come.
    """
    if people.patient(connection, patient) is None:
        raise Refused(Finding("no_such_person"))
    if visit is not None:
        found = visits.visit(connection, visit)
        if found is None:
            raise Refused(Finding("no_such_visit"))
        if found.patient != patient:
            raise Refused(Finding("visit_of_another_person"))
        if on not in {None, found.on}:
            raise Refused(Finding("not_the_day_of_visit", {"on": found.on}))
        on = found.on
    on = on or desk.today
    if on > desk.today:
        raise Refused(Finding("day_in_future", {"day": on}))
    return on


def need_reason(reason: str) -> str:
    """The reason without blanks around it; refused when there is none."""
    if not reason.strip():
        raise Refused(Finding("reason_needed"))
    return reason.strip()


def follow_up(writing: Writing, patient: UUID, visit: UUID | None = None) -> None:
    """What a changed fact brings with it: the types of a visit that has ended, and what is due."""
    visits.derive_types_again(writing, visit)
    reminders.refresh_due(writing, patient)
