"""What the laboratory still owes, and what is still to be sent to it."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from icarmed.catalogue.analyses import analyses
from icarmed.db import lab, lab_lists
from icarmed.db.lab import Request
from icarmed.db.lab_lists import WaitingLine
from icarmed.domain.codes import normal_request_number, request_of_tube
from icarmed.domain.findings import Finding, Refused
from icarmed.domain.lab_requests import SpecimenState
from icarmed.security.roles import Right
from icarmed.usecases.story import Desk


@dataclass(frozen=True, slots=True)
class PendingLine:
    """One test that is waited for; `late` when it takes longer than it usually does."""

    line: WaitingLine
    days: int
    late: bool


@dataclass(frozen=True, slots=True)
class Unbagged:
    """A request of a session with specimens that are in no bag; `loose` are their tubes."""

    request: UUID
    revision: int
    number: str
    patient: UUID
    code: str
    loose: tuple[str, ...]


def requests_of(desk: Desk, patient: UUID) -> list[Request]:
    """A person's requests, newest first, each with `stage` and "n of N" (`received`)."""
    desk.need(Right.OPEN_FILE)
    with desk.reading() as connection:
        return lab.requests_of(connection, patient)


def request_scanned(desk: Desk, text: str) -> Request:
    """The request of a number as typed, or of a tube or slip as a reader sends it."""
    desk.need(Right.OPEN_FILE)
    number = normal_request_number(text) or request_of_tube(text)
    if number is None:
        raise Refused(Finding("not_a_request_number"))
    with desk.reading() as connection:
        found = lab.request_numbered(connection, number)
    if found is None:
        raise Refused(Finding("no_such_request"))
    return found


def waiting_lines(desk: Desk, patient: UUID, test: str = "") -> list[WaitingLine]:
    """A person's tests that are waited for, oldest sampled first; of one test when it is named."""
    desk.need(Right.OPEN_FILE)
    with desk.reading() as connection:
        return lab_lists.waiting(connection, patient=patient, test=test)


def pending(desk: Desk) -> list[PendingLine]:
    """Every test that is waited for, by age."""
    desk.need(Right.SEE_REMINDERS)
    with desk.reading() as connection:
        rows = lab_lists.waiting(connection)
    return [_pending(desk, row) for row in rows]


def unbagged(desk: Desk, session: UUID) -> list[Unbagged]:
    """Requests of a session whose specimens were taken and are in no bag."""
    desk.need(Right.RUN_SESSION)
    with desk.reading() as connection:
        found = lab.unbagged(connection, session)
    return [
        Unbagged(
            request=request.id,
            revision=request.revision,
            number=request.number,
            patient=request.patient,
            code=request.code,
            loose=tuple(one.tube for one in request.specimens if one.state is SpecimenState.TAKEN),
        )
        for request in found
    ]


def _pending(desk: Desk, row: WaitingLine) -> PendingLine:
    usual = analyses().analyses[row.test].usual_delay_days
    late = row.taken_on is not None and usual is not None and row.taken_on + timedelta(usual) < desk.today
    return PendingLine(row, (desk.today - row.since).days, late)
