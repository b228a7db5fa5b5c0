"""The practice year: a data base without people is filled with invented ones, in the published shape."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from icarmed.catalogue.analyses import analyses
from icarmed.catalogue.places import shipped_places
from icarmed.catalogue.practice import practice_shape
from icarmed.catalogue.roles import roles
from icarmed.db import accounts as account_rows
from icarmed.db import office
from icarmed.db import practice as rows
from icarmed.db.database import Connection, Database, Writing
from icarmed.domain.findings import Finding, Refused
from icarmed.domain.practice.draft import Frame, Source
from icarmed.domain.practice.rows import PracticeYear, Worker
from icarmed.domain.practice.shape import Access, AccountShape
from icarmed.domain.practice.year import draw
from icarmed.domain.sessions import Calendar
from icarmed.security.passwords import PRACTICE
from icarmed.security.roles import Right, Role, role_table
from icarmed.usecases import reminders
from icarmed.usecases.calendar import calendar_of
from icarmed.usecases.story import Actor, Desk, Outcome, Topic
from icarmed.usecases.vault.creating import FirstAccount, Foundation, Prescriber, account_values, create
from icarmed.usecases.vault.folder import DataFolder
from icarmed.usecases.vault.moment import DEFAULT_ZONE, ZONE, set_practice_day
from icarmed.usecases.vault.opened import Vault
from icarmed.usecases.vault.sheet import new_sheet

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


@dataclass(frozen=True, slots=True)
class MakePractice:
    """A data base of invented people; the same seed gives the same rows, keys apart."""

    year: int
    seed: int
    people: int | None = None
    lang: str = "fr"


def make(folder: DataFolder, order: MakePractice) -> Filled:
    """A new data folder with its accounts, filled. Raises Refused, StorageError (`exists` …), OSError."""
    shape = practice_shape()
    _refuse(order.year, shape.published.people if order.people is None else order.people)
    day = practice_day(shipped_places().calendar, order.year)
    now = datetime.combine(day, shape.access.hour, ZoneInfo(DEFAULT_ZONE)).astimezone(UTC)
    source = Source(order.seed)
    first, *others = shape.accounts
    plan = Foundation(order.lang, PRACTICE, sheet_confirmed=True, practice_day=day, new_id=source.id)
    sheet = new_sheet(source.random)
    with (
        create(folder, _first(first, shape.access), sheet, now, plan) as vault,
        closing(Database(folder.data_base, vault.data_key.secret, source.id)) as database,
    ):
        accounts = {first.role: vault.actor.account}
        with database.writing(vault.actor.account, now) as writing:
            for one in others:
                accounts[one.role] = _add_account(vault, writing, one, source)
        doctor = Actor(accounts[Role.DOCTOR], "", "", role_table(roles()).rights_of([Role.DOCTOR]))
        workers = {worker: accounts[worker.value] for worker in Worker}
        filling = FillPractice(order.year, order.seed, workers, order.people)
        return fill(Desk(database, doctor, now, day), filling).value


def _first(one: AccountShape, access: Access) -> FirstAccount:
    return FirstAccount(one.sign_in, one.shown_name, access.password, frozenset({Role(one.role)}))


def _add_account(vault: Vault, writing: Writing, one: AccountShape, source: Source) -> UUID:
    """As an administrator adds it, under an id of the seed."""
    identity, keys = source.id(), vault.folder.keys
    password = practice_shape().access.password
    public_key = keys.add_account(vault.keys, identity, one.sign_in, password, PRACTICE)
    lines = Prescriber(one.prescriber_name, one.prescriber_address, one.prescriber_phone, one.inami)
    values = account_values(one.sign_in, one.shown_name, lines, public_key)
    account_rows.add_account(writing, identity, values, [one.role])
    return identity


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
    _refuse(order.year, people)
    known = {place.code for place in office.all_places(connection)}
    missing = sorted({*shape.published.places, shape.outreach.place} - known)
    if missing:
        raise Refused(*(Finding("place_unknown", {"place": code}) for code in missing))
    calendar = calendar_of(connection)
    day = practice_day(calendar, order.year)
    frame = Frame(order.year, day, calendar, catalogue.analyses, catalogue.panels)
    return draw(shape, frame, people, order.seed)


def _refuse(year: int, people: int) -> None:
    least = practice_shape().least_people
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Refused(Finding("no_such_year", {"year": year}))
    if people < least:
        raise Refused(Finding("too_few_people", {"least": least}))
