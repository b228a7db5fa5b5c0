"""People: rows to values, and the keys by which the search box finds them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from icarmed.db.schema.permanence import patient_names, patients, search_keys, search_slips, visits
from icarmed.db.search_book import note_change, search_book
from icarmed.db.writing import Writing
from icarmed.domain.dates import DateRange
from icarmed.domain.people import NameKind, Patient, PersonName
from icarmed.domain.text import MIN_SLIP_LENGTH, one_slip_apart, search_key, slips

TABLE = patients
# A birth known to the year is found by either year it may be; a wider guess by none.
YEARS_WORTH_TYPING = 2

# Built once: at each key that is typed, building these would cost more than asking them.
_PEOPLE: sa.BindParameter[Any] = sa.bindparam("people", expanding=True)
_NAMES = (
    patient_names.select()
    .where(patient_names.c.patient.in_(_PEOPLE), patient_names.c.voided.is_(False))
    .order_by(patient_names.c.entered_at, patient_names.c.id)
)
_MEANT = (
    sa.select(search_slips.c.word)
    .distinct()
    .where(search_slips.c.variant.in_(sa.bindparam("slips", expanding=True)))
)
_LISTED = sa.select(
    patients.c.id, patients.c.code, patients.c.born_first, patients.c.born_last, patients.c.languages
).where(patients.c.id.in_(_PEOPLE), patients.c.voided.is_(False))
_LAST_VISITS = (
    sa.select(visits.c.patient, sa.func.max(visits.c.on).label("on"))
    .where(visits.c.patient.in_(_PEOPLE), visits.c.voided.is_(False))
    .group_by(visits.c.patient)
)


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the search list: what tells two people of the same name apart."""

    patient: UUID
    code: str
    shown_name: str | None
    names: tuple[str, ...]
    born: DateRange | None
    languages: tuple[str, ...]
    last_visit: date | None


def patient(connection: sa.Connection, identity: UUID) -> Patient | None:
    """The person of that id; None when there is none."""
    row = connection.execute(
        patients.select().where(patients.c.id == identity, patients.c.voided.is_(False))
    ).one_or_none()
    return None if row is None else _patient(row, names_of(connection, [identity]).get(identity, ()))


def patient_of_code(connection: sa.Connection, code: str) -> UUID | None:
    """The id behind a patient code."""
    return connection.execute(sa.select(patients.c.id).where(patients.c.code == code)).scalar_one_or_none()


def names_of(connection: sa.Connection, people: Collection[UUID]) -> dict[UUID, tuple[PersonName, ...]]:
    """The names of each person, in the order they were given."""
    rows = connection.execute(_NAMES, {"people": people})
    names: dict[UUID, tuple[PersonName, ...]] = {}
    for row in rows:
        names[row.patient] = (*names.get(row.patient, ()), PersonName(row.id, row.kind, row.name, row.shown))
    return names


def born_of(row: Any) -> DateRange | None:
    """The birth of a row of patients."""
    return None if row.born_first is None else DateRange(row.born_first, row.born_last)


def languages_of(stored: str) -> tuple[str, ...]:
    """Languages from their stored form: codes with blanks between."""
    return tuple(stored.split())


def _patient(row: Any, names: tuple[PersonName, ...]) -> Patient:
    return Patient(
        id=row.id,
        code=row.code,
        names=names,
        gender=row.gender,
        born=born_of(row),
        languages=languages_of(row.languages),
        milieu=row.milieu,
        nationality=row.nationality,
        relation=row.relation,
        discretion=row.discretion,
        allergies=row.allergies,
        agreed_word=row.agreed_word,
        revision=row.revision,
        deceased=row.deceased,
        departed=row.departed,
    )


def rewrite_search_keys(writing: Writing, people: Sequence[UUID]) -> None:
    """Makes the folded keys of these people again from what is known of them now."""
    connection = writing.connection
    keys = wanted_search_keys(connection, people)
    connection.execute(search_keys.delete().where(search_keys.c.patient.in_(people)))
    made = [{"patient": patient, "folded": folded} for patient, folded in keys.items()]
    if made:
        connection.execute(search_keys.insert(), made)
    note_change(writing)
    _learn_words(connection, (word for folded in keys.values() for word in folded.split()))


def wanted_search_keys(connection: sa.Connection, people: Collection[UUID]) -> dict[UUID, str]:
    """The folded key that each of these people should have."""
    rows = connection.execute(
        sa.select(patients.c.id, patients.c.code, patients.c.born_first, patients.c.born_last).where(
            patients.c.id.in_(people), patients.c.voided.is_(False)
        )
    ).all()
    names = names_of(connection, people)
    return {row.id: _key(row, names.get(row.id, ())) for row in rows}


def stored_search_keys(connection: sa.Connection) -> dict[UUID, str]:
    """The folded key that each person has."""
    return {row.patient: row.folded for row in connection.execute(search_keys.select())}


def _key(row: Any, names: Iterable[PersonName]) -> str:
    spoken = [name.name for name in names if name.kind is not NameKind.TELEPHONE]
    phones = [name.name for name in names if name.kind is NameKind.TELEPHONE]
    return search_key(spoken, row.code, phones, _written_births(born_of(row)))


def _written_births(born: DateRange | None) -> list[str]:
    if born is None:
        return []
    if born.exact is None:
        years = range(born.first.year, born.last.year + 1)
        return [str(year) for year in years] if len(years) <= YEARS_WORTH_TYPING else []
    return [f"{born.first:%d %m %Y}", f"{born.first:%d%m%Y}", born.first.isoformat()]


def _learn_words(connection: sa.Connection, words: Iterable[str]) -> None:
    known = {word for word in words if len(word) >= MIN_SLIP_LENGTH and not word.isdigit()}
    rows = [{"variant": variant, "word": word} for word in sorted(known) for variant in sorted(slips(word))]
    if rows:
        connection.execute(search_slips.insert().prefix_with("OR IGNORE"), rows)


def meant_words(connection: sa.Connection, typed: str) -> list[str]:
    """Words of names that lie one slip of the finger from what was typed."""
    if len(typed) < MIN_SLIP_LENGTH:
        return []
    rows = connection.execute(_MEANT, {"slips": sorted(slips(typed))}).scalars()
    return sorted(word for word in rows if one_slip_apart(typed, word))


def matching(connection: sa.Connection, alternatives: Sequence[Sequence[str]], limit: int) -> list[UUID]:
    """People whose key holds, for each typed word, one of its alternatives; beginnings of words first."""
    return search_book(connection).matching(alternatives, limit)


def found(connection: sa.Connection, people: Sequence[UUID]) -> list[Found]:
    """The lines of the list for these people, in their order; three statements in all."""
    rows = {row.id: row for row in connection.execute(_LISTED, {"people": people})}
    names = names_of(connection, people)
    last = last_visits(connection, people)
    return [
        _found(rows[person], names.get(person, ()), last.get(person)) for person in people if person in rows
    ]


def _found(row: Any, names: tuple[PersonName, ...], last: date | None) -> Found:
    return Found(
        patient=row.id,
        code=row.code,
        shown_name=next((name.name for name in names if name.shown), None),
        names=tuple(name.name for name in names),
        born=born_of(row),
        languages=languages_of(row.languages),
        last_visit=last,
    )


def last_visits(connection: sa.Connection, people: Collection[UUID]) -> dict[UUID, date]:
    """The day of the newest visit of each of these people."""
    rows = connection.execute(_LAST_VISITS, {"people": people})
    return {row.patient: row.on for row in rows}


def all_people(connection: sa.Connection) -> list[UUID]:
    """Everyone, by code."""
    return list(
        connection.execute(
            sa.select(patients.c.id).where(patients.c.voided.is_(False)).order_by(patients.c.code)
        ).scalars()
    )
