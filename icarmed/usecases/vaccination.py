"""Vaccination: a dose is judged before the needle and recorded with its lot; all else follows from it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from icarmed.catalogue.schedules import products, schedule
from icarmed.db import facts, office, people, standing_orders, vaccination, visits
from icarmed.db.database import Connection
from icarmed.db.vaccination import CourseRow, DoseRow
from icarmed.db.writing import Writing
from icarmed.domain.dates import DateRange
from icarmed.domain.findings import Finding, Refused
from icarmed.domain.office import VaccineLot
from icarmed.domain.vaccination.assess import assess
from icarmed.domain.vaccination.before import objections
from icarmed.domain.vaccination.history import FIRST_COURSE, DoseGiven, History
from icarmed.domain.vaccination_acts import BodySite
from icarmed.security.roles import Right
from icarmed.usecases import board, reminders
from icarmed.usecases.acts import day_of_act
from icarmed.usecases.calendar import calendar_of, default_place
from icarmed.usecases.story import Desk, Outcome, Topic

PLAN = "hepb-0-1-4"
CHANGED = frozenset({Topic.DOSES, Topic.STOCK, Topic.REMINDERS, Topic.BOARD})


@dataclass(frozen=True, slots=True)
class RecordDose:
    """A dose given here: in a visit, from a lot of the day."""

    patient: UUID
    visit: UUID | None
    vaccine_lot: UUID
    site: BodySite | None
    override_reason: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class RecordOldDose:
    """A dose given elsewhere, from a card or from what the person says; its day may be partial."""

    patient: UUID
    on: DateRange
    product: str
    lot: str = ""
    place: str = ""
    declared: bool = False


@dataclass(frozen=True, slots=True)
class CorrectDose:
    """What is now known of a dose, from the revision it was read at."""

    patient: UUID
    dose: UUID
    from_revision: int
    on: DateRange
    site: BodySite | None
    declared: bool
    sub_standard: bool
    reason: str


def before_dose(desk: Desk, order: RecordDose) -> tuple[Finding, ...]:
    """What stands against a dose before the needle, with the first good session; nothing is written."""
    desk.need(Right.RECORD_DOSE)
    with desk.reading() as connection:
        return _objections(desk, connection, order)


def record_dose(desk: Desk, order: RecordDose) -> Outcome[UUID]:
    """A dose given here; an objection that yields needs a doctor and a reason, which is stored."""
    desk.need(Right.RECORD_DOSE)
    with desk.writing() as writing:
        board.need_sign(writing.connection, order.visit)
        found = _objections(desk, writing.connection, order)
        _refuse(desk, found, order.override_reason)
        on = _day(desk, writing.connection, order)
        lot = _lot(writing.connection, order.vaccine_lot)
        ordered_by, standing = _ordered(desk, writing.connection, lot.product, on)
        values = {
            "visit": order.visit,
            "product": lot.product,
            "vaccine_lot": lot.id,
            "site": order.site,
            "sub_standard": lot.expired(on),
            "override_reason": order.override_reason.strip() if found else "",
            "ordered_by": ordered_by,
            "standing_order": standing,
            "done_by": desk.actor.account,
        }
        course = _course(writing, order.patient, on)
        dose = vaccination.add_dose(writing, order.patient, course, DateRange.day(on), values)
        visits.derive_types_again(writing, order.visit)
        reminders.refresh_due(writing, order.patient)
    return Outcome(dose, CHANGED)


def record_old_dose(desk: Desk, order: RecordOldDose) -> Outcome[UUID]:
    """A dose from a foreign card or told: judged with the rest, never refused for its interval."""
    desk.need(Right.RECORD_DOSE)
    if order.product not in products():
        raise Refused(Finding("product_unknown", {"product": order.product}))
    with desk.writing() as writing:
        _refuse_impossible(desk, writing.connection, order.patient, order.on)
        values = {
            "product": order.product,
            "lot_text": order.lot.strip().upper(),
            "place": order.place.strip(),
            "declared": order.declared,
        }
        course = _course(writing, order.patient, order.on.last)
        dose = vaccination.add_dose(writing, order.patient, course, order.on, values)
        reminders.refresh_due(writing, order.patient)
    return Outcome(dose, CHANGED)


def correct_dose(desk: Desk, order: CorrectDose) -> Outcome[int]:
    """Corrects a dose; whether one of poor quality counts is the doctor's word."""
    desk.need(Right.RECORD_DOSE)
    if not order.reason.strip():
        raise Refused(Finding("reason_needed"))
    with desk.writing() as writing:
        known = _dose(writing.connection, order.patient, order.dose)
        if order.sub_standard != known.sub_standard:
            desk.need(Right.OVERRIDE)
        _refuse_impossible(desk, writing.connection, order.patient, order.on)
        values = {
            "on_first": order.on.first,
            "on_last": order.on.last,
            "site": order.site,
            "declared": order.declared,
            "sub_standard": order.sub_standard,
        }
        revision = vaccination.correct_dose(writing, order.dose, order.from_revision, values, order.reason)
        reminders.refresh_due(writing, order.patient)
    return Outcome(revision, CHANGED)


def void_dose(desk: Desk, patient: UUID, dose: UUID, from_revision: int, reason: str) -> Outcome[None]:
    """Takes back a dose that was never given; it stays readable in the history."""
    desk.need(Right.RECORD_DOSE)
    if not reason.strip():
        raise Refused(Finding("reason_needed"))
    with desk.writing() as writing:
        known = _dose(writing.connection, patient, dose)
        vaccination.void_dose(writing, dose, from_revision, reason)
        visits.derive_types_again(writing, known.visit)
        reminders.refresh_due(writing, patient)
    return Outcome(None, CHANGED)


def open_second_course(desk: Desk, patient: UUID, reason: str) -> Outcome[UUID]:
    """A doctor begins a new course, as for someone who did not answer to the first."""
    desk.need(Right.OPEN_SECOND_COURSE)
    if not reason.strip():
        raise Refused(Finding("reason_needed"))
    with desk.writing() as writing:
        if not vaccination.courses_of(writing.connection, patient):
            raise Refused(Finding("no_first_course"))
        course = vaccination.open_course(writing, patient, PLAN, desk.today, reason)
        reminders.refresh_due(writing, patient)
    return Outcome(course, CHANGED)


def _objections(desk: Desk, connection: Connection, order: RecordDose) -> tuple[Finding, ...]:
    on = _day(desk, connection, order)
    _refuse_impossible(desk, connection, order.patient, DateRange.day(on))
    lot = _lot(connection, order.vaccine_lot)
    history = facts.history_of(connection, order.patient)
    course = max(
        (one.number for one in vaccination.courses_of(connection, order.patient)), default=FIRST_COURSE
    )
    new = DoseGiven("new", DateRange.day(on), lot.product, course)
    found = list(objections(schedule(PLAN), history, new, on))
    found += _by_age(connection, order.patient, lot.product, on)
    if lot.expired(on):
        found.append(Finding("lot_expired", {"lot": lot.lot, "on": lot.expires_on}, overridable=True))
    _ordered(desk, connection, lot.product, on)
    if any(one.code in {"dose_too_early", "dose_within_grace"} for one in found):
        found += _first_good_session(connection, history, on)
    return tuple(found)


def _by_age(connection: Connection, patient: UUID, product: str, on: date) -> tuple[Finding, ...]:
    known = people.patient(connection, patient)
    age = None if known is None else known.age(on)
    return () if age is None else products()[product].unsuited(age)


def _first_good_session(connection: Connection, history: History, on: date) -> list[Finding]:
    upcoming = assess(schedule(PLAN), history, schedule(PLAN).settings, on).next
    if upcoming is None or upcoming.earliest is None:
        return []
    session = calendar_of(connection).next_session(default_place(connection), max(upcoming.earliest, on))
    if session is None:
        return [Finding("first_good_day", {"day": upcoming.earliest}, overridable=True)]
    label = next(one.label for one in office.all_places(connection) if one.code == session.place)
    return [Finding("first_good_session", {"day": session.on, "place": label}, overridable=True)]


def _refuse(desk: Desk, found: tuple[Finding, ...], reason: str) -> None:
    final = [one for one in found if not one.overridable]
    if final or (found and not reason.strip()):
        raise Refused(*found)
    if found and not desk.may(Right.OVERRIDE):
        raise Refused(*found, Finding("override_needs_doctor"))


def _refuse_impossible(desk: Desk, connection: Connection, patient: UUID, on: DateRange) -> None:
    known = people.patient(connection, patient)
    if known is None:
        raise Refused(Finding("no_such_person"))
    if on.first > desk.today:
        raise Refused(Finding("day_in_future", {"day": on.first}))
    if known.born is not None and on.last < known.born.first:
        raise Refused(Finding("dose_before_birth", {"day": on.last}))


def _day(desk: Desk, connection: Connection, order: RecordDose) -> date:
    return day_of_act(desk, connection, order.patient, order.visit, order.on)


def _lot(connection: Connection, identity: UUID) -> VaccineLot:
    lot = office.vaccine_lot(connection, identity)
    if lot is None:
        raise Refused(Finding("no_such_lot"))
    return lot


def _ordered(desk: Desk, connection: Connection, product: str, on: date) -> tuple[UUID, UUID | None]:
    """By whom the dose is ordered: the doctor who gives it, or the one whose standing order covers it."""
    if desk.may(Right.ORDER_DOSES):
        return desk.actor.account, None
    for order in standing_orders.in_force(connection, on):
        if product in order.vaccines:
            return order.doctor, order.id
    raise Refused(Finding("no_standing_order_for_vaccine", {"product": products()[product].label}))


def _course(writing: Writing, patient: UUID, on: date) -> UUID:
    """The course that is open; the first opens with the first dose."""
    known: list[CourseRow] = vaccination.courses_of(writing.connection, patient)
    return known[-1].id if known else vaccination.open_course(writing, patient, PLAN, on)


def _dose(connection: Connection, patient: UUID, identity: UUID) -> DoseRow:
    known = vaccination.dose(connection, patient, identity)
    if known is None:
        raise Refused(Finding("no_such_dose"))
    return known
