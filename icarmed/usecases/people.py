"""People: registering with as little as a code, and what is known of them afterwards."""

from dataclasses import dataclass, replace
from random import Random
from secrets import SystemRandom
from uuid import UUID

from icarmed.db import people, registering
from icarmed.db.people import Found
from icarmed.db.writing import Writing
from icarmed.domain.dates import DateRange
from icarmed.domain.findings import Finding, Refused
from icarmed.domain.people import Gender, Milieu, NameKind, Patient, Relation
from icarmed.domain.text import folded
from icarmed.security.roles import Right
from icarmed.usecases import search
from icarmed.usecases.story import Desk, Outcome, Topic

MAX_NAME_LENGTH = 80


@dataclass(frozen=True, slots=True)
class Person:
    """What a person may say of themselves; every field may stay empty."""

    gender: Gender = Gender.UNKNOWN
    born: DateRange | None = None
    languages: tuple[str, ...] = ()
    milieu: Milieu = Milieu.UNKNOWN
    nationality: str = ""
    relation: Relation = Relation.WORKER
    discretion: str = ""
    allergies: str = ""
    agreed_word: str = ""


@dataclass(frozen=True, slots=True)
class RegisterPerson:
    """A new person; without a name they are known by their code."""

    name: str = ""
    person: Person = Person()


@dataclass(frozen=True, slots=True)
class ChangePerson:
    """Everything that is now known of a person, from the revision it was read at."""

    patient: UUID
    from_revision: int
    person: Person


@dataclass(frozen=True, slots=True)
class AddName:
    """One more name of a person."""

    patient: UUID
    name: str
    kind: NameKind = NameKind.ALIAS
    shown: bool = False


def register(desk: Desk, order: RegisterPerson, rng: Random | None = None) -> Outcome[UUID]:
    """A person with an alias, or with nothing but a code."""
    desk.need(Right.REGISTER_PERSON)
    with desk.writing() as writing:
        identity = write_person(desk, writing, order, rng)
    return Outcome(identity, frozenset({Topic.PEOPLE}))


def write_person(desk: Desk, writing: Writing, order: RegisterPerson, rng: Random | None = None) -> UUID:
    """Registers within a transaction that does more, such as an arrival."""
    _refuse_bad(desk, order.person)
    values = _columns(order.person)
    identity = registering.add_patient(writing, values, rng or SystemRandom())
    name = _good_name(order.name)
    if name:
        registering.add_name(writing, identity, NameKind.ALIAS, name, shown=True)
    return identity


def change(desk: Desk, order: ChangePerson) -> Outcome[int]:
    """Corrects what is known of a person; what stood before stays in the history."""
    desk.need(Right.REGISTER_PERSON)
    _refuse_bad(desk, order.person)
    with desk.writing() as writing:
        known = _known(writing, order.patient)
        person = order.person
        if not desk.may(Right.OPEN_FILE):
            # Reception neither sees nor changes what is medical.
            person = replace(person, allergies=known.allergies)
        revision = registering.change_patient(writing, order.patient, order.from_revision, _columns(person))
    return Outcome(revision, frozenset({Topic.PEOPLE, Topic.BOARD}))


def add_name(desk: Desk, order: AddName) -> Outcome[UUID]:
    """One more name; the first one is shown."""
    desk.need(Right.REGISTER_PERSON)
    name = _good_name(order.name)
    if not name:
        raise Refused(Finding("name_empty"))
    with desk.writing() as writing:
        known = _known(writing, order.patient)
        if any(one.kind is order.kind and folded(one.name) == folded(name) for one in known.names):
            raise Refused(Finding("name_known"))
        shown = order.kind is not NameKind.TELEPHONE and (order.shown or known.shown_name is None)
        identity = registering.add_name(writing, order.patient, order.kind, name, shown=shown)
    return Outcome(identity, frozenset({Topic.PEOPLE, Topic.BOARD}))


def show_name(desk: Desk, patient: UUID, name: UUID) -> Outcome[None]:
    """Chooses which name is shown."""
    desk.need(Right.REGISTER_PERSON)
    with desk.writing() as writing:
        registering.show_name(writing, patient, name)
    return Outcome(None, frozenset({Topic.PEOPLE, Topic.BOARD}))


def void_name(desk: Desk, patient: UUID, name: UUID, reason: str) -> Outcome[None]:
    """Takes back a name that was a mistake."""
    desk.need(Right.REGISTER_PERSON)
    with desk.writing() as writing:
        registering.void_name(writing, patient, name, reason)
    return Outcome(None, frozenset({Topic.PEOPLE, Topic.BOARD}))


def look_up(desk: Desk, patient: UUID) -> Patient:
    """What the arrival desk may see of a person: names and who they are, not the file."""
    desk.need(Right.SEE_NAMES)
    with desk.reading() as connection:
        found = people.patient(connection, patient)
    if found is None:
        raise Refused(Finding("no_such_person"))
    return found if desk.may(Right.OPEN_FILE) else replace(found, allergies="")


def doubles(desk: Desk, name: str, limit: int = 5) -> list[Found]:
    """People who may be the one whose name is being typed; shown, never in the way."""
    return search.search(desk, name, limit) if len(folded(name)) > 1 else []


def _known(writing: Writing, patient: UUID) -> Patient:
    found = people.patient(writing.connection, patient)
    if found is None:
        raise Refused(Finding("no_such_person"))
    return found


def _good_name(text: str) -> str:
    name = " ".join(text.split())
    if len(name) > MAX_NAME_LENGTH:
        raise Refused(Finding("name_too_long", {"most": MAX_NAME_LENGTH}))
    return name


def _refuse_bad(desk: Desk, person: Person) -> None:
    if person.born is not None and person.born.first > desk.today:
        raise Refused(Finding("born_in_future"))


def _columns(person: Person) -> dict[str, object]:
    return {
        "gender": person.gender,
        **registering.born_columns(person.born),
        "languages": " ".join(person.languages),
        "milieu": person.milieu,
        "nationality": person.nationality,
        "relation": person.relation,
        "discretion": person.discretion,
        "allergies": person.allergies,
        "agreed_word": person.agreed_word,
    }
