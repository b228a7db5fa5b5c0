"""A person's file: opening it is noted before anything of it is shown."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from icarmed.catalogue.schedules import schedule
from icarmed.db import facts, office, people, timeline, vaccination, visits
from icarmed.db import files as rows
from icarmed.db.database import Connection
from icarmed.db.files import Former, Printed
from icarmed.db.timeline import TimelineVisit
from icarmed.db.vaccination import CourseRow, DoseRow, StatementRow
from icarmed.domain.findings import Finding, Refused
from icarmed.domain.people import Patient
from icarmed.domain.sessions import Session
from icarmed.domain.vaccination.assess import after_dose_on, assess
from icarmed.domain.vaccination.assessment import Assessment
from icarmed.domain.vaccination.forecast import Next
from icarmed.domain.vaccination.history import Sample
from icarmed.domain.visits import VisitState
from icarmed.security.roles import Right
from icarmed.usecases import reminders
from icarmed.usecases.calendar import calendar_of, default_place
from icarmed.usecases.reminders import Reminder
from icarmed.usecases.story import Desk
from icarmed.usecases.vaccination import PLAN


@dataclass(frozen=True, slots=True)
class PatientFile:
    """What the page of a person starts from; `visit` is the one that goes on now, if any."""

    patient: Patient
    visit: visits.Visit | None
    timeline: tuple[TimelineVisit, ...]
    card: tuple[Reminder, ...]


@dataclass(frozen=True, slots=True)
class Planned:
    """A dose to come with the sessions at which it may and should be given."""

    dose: Next
    earliest_session: Session | None
    session: Session | None


@dataclass(frozen=True, slots=True)
class VaccinationSheet:
    """The ladder: doses as recorded and as judged, serology, and what comes next."""

    assessment: Assessment
    doses: tuple[DoseRow, ...]
    samples: tuple[Sample, ...]
    statements: tuple[StatementRow, ...]
    courses: tuple[CourseRow, ...]
    next: Planned | None
    after_next: Planned | None


def open_file(desk: Desk, patient: UUID, purpose: str = "") -> PatientFile:
    """Notes that the actor opened this file, then reads it."""
    desk.need(Right.OPEN_FILE)
    with desk.writing() as writing:
        found = people.patient(writing.connection, patient)
        if found is None:
            raise Refused(Finding("no_such_person"))
        writing.note("open", people.TABLE, patient, found.revision, purpose)
    return read_file(desk, patient)


def read_file(desk: Desk, patient: UUID) -> PatientFile:
    """Reads again a file that the actor has open."""
    desk.need(Right.OPEN_FILE)
    with desk.reading() as connection:
        found = people.patient(connection, patient)
        if found is None:
            raise Refused(Finding("no_such_person"))
        lines = tuple(timeline.timeline(connection, patient))
        return PatientFile(
            patient=found,
            visit=_visit_now(connection, lines),
            timeline=lines,
            card=reminders.card(connection, patient, desk.today),
        )


def vaccination_sheet(desk: Desk, patient: UUID) -> VaccinationSheet:
    """Everything about hepatitis B vaccination of a person."""
    desk.need(Right.OPEN_FILE)
    with desk.reading() as connection:
        plan = schedule(PLAN)
        history = facts.history_of(connection, patient)
        assessment = assess(plan, history, plan.settings, desk.today)
        doses = tuple(vaccination.doses_of(connection, patient))
        upcoming = _planned(connection, assessment.next, desk.today)
        after = None
        if assessment.next is not None and assessment.next.number < plan.series.doses:
            day = upcoming.session.on if upcoming and upcoming.session else desk.today
            product = doses[-1].product if doses else _usual_product(connection, desk.today)
            following = after_dose_on(plan, history, plan.settings, day, product)
            after = _planned(connection, following, day)
        return VaccinationSheet(
            assessment=assessment,
            doses=doses,
            samples=history.samples,
            statements=tuple(vaccination.statements_of(connection, patient)),
            courses=tuple(vaccination.courses_of(connection, patient)),
            next=upcoming,
            after_next=after,
        )


def own_entries(desk: Desk, patient: UUID) -> frozenset[UUID]:
    """The journal entries that the actor wrote and may correct."""
    desk.need(Right.OPEN_FILE)
    with desk.reading() as connection:
        return rows.own_entries(connection, patient, desk.actor.account)


def former_texts(desk: Desk, patient: UUID, entry: UUID) -> list[Former]:
    """What a journal entry said before it was corrected, newest first."""
    desk.need(Right.OPEN_FILE)
    with desk.reading() as connection:
        return rows.former_texts(connection, patient, entry)


def printed(desk: Desk, patient: UUID) -> list[Printed]:
    """Every paper that was printed for a person, newest first."""
    desk.need(Right.OPEN_FILE)
    with desk.reading() as connection:
        return rows.printed(connection, patient)


def _planned(connection: Connection, dose: Next | None, today: date) -> Planned | None:
    if dose is None:
        return None
    calendar, place = calendar_of(connection), default_place(connection)
    earliest, recommended = dose.earliest or today, dose.recommended or today
    return Planned(
        dose,
        calendar.next_session(place, max(earliest, today)),
        calendar.proposed(place, earliest, recommended, today),
    )


def _usual_product(connection: Connection, on: date) -> str:
    lots = office.usable_vaccine_lots(connection, on)
    hepatitis_b = [lot.product for lot in lots if lot.product in schedule(PLAN).products]
    return hepatitis_b[0] if hepatitis_b else min(schedule(PLAN).products)


def _visit_now(connection: Connection, lines: tuple[TimelineVisit, ...]) -> visits.Visit | None:
    """The visit that goes on in a session that is open; of two such, the one begun last.

    A visit left open in a session that was closed is over: what is done now is not of its day.
    """
    going_on = [
        line.visit
        for line in lines
        if line.visit is not None and line.state in {VisitState.ARRIVED, VisitState.CONSULTATION}
    ]
    return visits.latest_of_open_sessions(connection, going_on)
