"""The data that is measured on: invented people in the numbers of quality.md, made once and kept in `build`.

Everything is counted out, nothing is drawn: the same number of people gives the same data.
"""

import hashlib
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any, TypeVar
from uuid import UUID, uuid5

import sqlalchemy as sa
from stdnum import luhn

from icarmed.db import office, people
from icarmed.db.migrating import SCRIPTS
from icarmed.db.schema import medical, permanence
from icarmed.db.writing import Writing
from icarmed.domain.codes import ALPHABET
from icarmed.domain.lab_requests import LineState, Payer, SpecimenState
from icarmed.domain.people import Gender, Milieu, NameKind, Relation
from icarmed.domain.vaccination_acts import BodySite
from icarmed.domain.visits import FollowUpType, SignKind, TypeOrigin, VisitState
from icarmed.usecases import reminders
from icarmed.usecases.vault.creating import FirstAccount, Foundation, create
from icarmed.usecases.vault.folder import DataFolder
from icarmed.usecases.vault.sheet import new_sheet

NAME, PASSWORD = "bench", "invented people only"
THURSDAY = date(2026, 12, 3)
NOON = datetime(2026, 12, 3, 13, 30, tzinfo=UTC)
WEEKS, VISITS, REQUESTS, BOARD = 200, 10, 3, 40
TESTS = ("hbsag", "anti_hbc", "anti_hbs", "hiv_ag_ab", "anti_hcv")
PRODUCT = "engerix-b-20"
DOSES_BY_TURN = (2, 3, 3, 3, 3, 3, 3, 4)
"""How many doses each in turn had, one a visit: three in the middle; who had two is due for the third."""

T = TypeVar("T")
_SPACE = UUID("5f0c1a34-6f0e-4a0e-9a53-0d3a5f7f9a11")
_CHUNK = 5_000
_GIVEN = (
    "Nadia Élodie Fatoumata Zoé Maria Ioana Şebnem Łucja Agnès Chloé Mireille Aïcha Ngozi "
    "Blessing Rosa Ana-Lucía Jean-Luc Søren Žana Åsa Oksana Daniela Precious Grâce Noëlle Inès "
    "Carmen Irina"
)
_BEGIN = "Ba Cor Del Dia Fer Gon Kov Lam Mba Ndi Oua Pet Qui Ros Sow Tra Van Wer Yil Zde"
_MIDDLE = "a be chi do el fou go ha i jo ka le mi no"
_END = "ard bert cu dze esco feld guez hoven ic jean kova lle mont nov o'x p-rey quet ska té vić"


@dataclass(frozen=True, slots=True)
class Person:
    """One of those who were counted out."""

    at: int
    id: UUID
    weeks: tuple[int, ...]

    @property
    def days(self) -> tuple[date, ...]:
        """The days of the visits, oldest first."""
        return tuple(_week_day(week) for week in self.weeks)

    def its(self, what: str, number: int = 0) -> UUID:
        """The id of something of that person."""
        return uuid5(self.id, f"{what}{number}")

    @property
    def visits(self) -> tuple[UUID, ...]:
        """The visits, oldest first."""
        return tuple(self.its("visit", number) for number in range(VISITS))

    @property
    def doses(self) -> int:
        """How many doses were given before."""
        return DOSES_BY_TURN[self.at % len(DOSES_BY_TURN)]

    @property
    def is_due(self) -> bool:
        """Whether the third dose may be given on the day of the bench."""
        return self.doses == 2  # noqa: PLR2004 of three


def everyone(number: int) -> list[Person]:
    """So many people; ten different weeks each."""
    step = WEEKS // VISITS
    return [
        Person(
            at,
            uuid5(_SPACE, str(at)),
            tuple(step * turn + (at * 7 + turn * 3) % step for turn in range(VISITS)),
        )
        for at in range(number)
    ]


def data_folder(build: Path, number: int) -> DataFolder:
    """The folder with so many people, made now unless it was made by the same program before."""
    folder = DataFolder(build / str(number))
    stamp, wanted = folder.path / "made-by", _maker()
    if stamp.exists() and stamp.read_text("utf-8") == wanted:
        return folder
    shutil.rmtree(folder.path, ignore_errors=True)
    first = FirstAccount(NAME, "Bench", PASSWORD)
    sheet = new_sheet(Random(number))  # noqa: S311 opens invented data
    with create(folder, first, sheet, NOON, Foundation(sheet_confirmed=True)) as vault:
        desk = vault.desk(NOON, THURSDAY)
        with desk.writing() as writing:
            _fill(writing, everyone(number))
        with desk.writing() as writing:
            reminders.rewrite_all_due(writing)
    stamp.write_text(wanted, "utf-8")
    return folder


def _maker() -> str:
    """What the data depend on: this module and the tables."""
    made = hashlib.sha256(Path(__file__).read_bytes())
    for script in sorted(SCRIPTS.rglob("*.*")):
        if script.suffix in {".py", ".sql"}:
            made.update(script.read_bytes())
    return made.hexdigest()


def _week_day(week: int) -> date:
    return THURSDAY - timedelta(weeks=WEEKS - week)


def _at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 14, tzinfo=UTC)


def _fill(writing: Writing, group: Sequence[Person]) -> None:
    account = writing.account
    assert account is not None
    places = {place.code: place.id for place in office.all_places(writing.connection)}
    place = places["liege"]
    lot = office.add_vaccine_lot(
        writing, {"product": PRODUCT, "lot": "EB4412", "expires_on": date(2028, 5, 31)}
    )
    rows: tuple[tuple[sa.Table, Iterator[Mapping[str, Any]]], ...] = (
        (permanence.sessions, (_session(place, _week_day(week)) for week in range(WEEKS))),
        (permanence.patients, map(_patient, group)),
        (permanence.patient_names, _names(group)),
        (permanence.visits, _visits(group)),
        (permanence.journal_entries, _entries(group)),
        (medical.courses, (_course(one) for one in group if one.doses)),
        (medical.doses, _doses(group, lot, account)),
        (medical.requests, _requests(group, account)),
        (medical.specimens, _specimens(group)),
        (medical.lines, _lines(group)),
        (medical.results, _results(group)),
    )
    for table, made in rows:
        for chunk in _chunks(made):
            writing.add_many(table, chunk)
    for kinds in _chunks(_types(group)):
        writing.connection.execute(permanence.visit_types.insert(), kinds)
    for some in _chunks(one.id for one in group):
        people.rewrite_search_keys(writing, some)
    _today(writing, group, (place, places["seraing"]))


def _chunks(rows: Iterable[T]) -> Iterator[list[T]]:
    left = iter(rows)
    while chunk := list(islice(left, _CHUNK)):
        yield chunk


def _session_id(day: date) -> UUID:
    return uuid5(_SPACE, day.isoformat())


def _session(place: UUID, day: date) -> Mapping[str, Any]:
    return {
        "id": _session_id(day),
        "place": place,
        "on": day,
        "starts": "14:30",
        "ends": "16:00",
        "opened_at": _at(day),
        "closed_at": _at(day),
    }


def _patient(one: Person) -> Mapping[str, Any]:
    born = date(1960 + one.at % 47, 1 + one.at % 12, 1 + one.at % 28)
    return {
        "id": one.id,
        "code": _code(one.at),
        "gender": Gender.WOMAN,
        "born_first": born,
        "born_last": born,
        "languages": "fr ro",
        "milieu": Milieu.WINDOW,
        "relation": Relation.WORKER,
    }


def _code(number: int) -> str:
    """Six characters that count and the check."""
    letters = ""
    # A step that shares no divisor with 28 to the sixth: codes of neighbours differ everywhere.
    left = (number + 1) * 48_271_001 % len(ALPHABET) ** 6
    for _ in range(6):
        left, letter = divmod(left, len(ALPHABET))
        letters += ALPHABET[letter]
    return letters + luhn.calc_check_digit(letters, ALPHABET)


def _names(group: Iterable[Person]) -> Iterator[Mapping[str, Any]]:
    for one in group:
        yield _name(one, 0, NameKind.ALIAS, spoken_name(one.at))
        if one.at % 2:
            yield _name(one, 1, NameKind.CIVIL, spoken_name(one.at * 31 + 7))
        if one.at % 3 == 0:
            yield _name(one, 2, NameKind.TELEPHONE, f"0499 00 {one.at // 100 % 100:02} {one.at % 100:02}")


def _name(one: Person, number: int, kind: NameKind, text: str) -> Mapping[str, Any]:
    return {
        "id": one.its("name", number),
        "patient": one.id,
        "kind": kind,
        "name": text,
        "shown": number == 0,
    }


def spoken_name(number: int) -> str:
    """A given name and one in three syllables; many share a given name, few the other."""
    given, begin, middle, end = (text.split() for text in (_GIVEN, _BEGIN, _MIDDLE, _END))
    second = number // len(begin)
    last = second // len(middle)
    other = begin[number % len(begin)] + middle[second % len(middle)] + end[last % len(end)]
    return f"{given[number % len(given)]} {other}"


def _visits(group: Sequence[Person]) -> Iterator[Mapping[str, Any]]:
    for turn in range(VISITS):
        for one in group:
            day = one.days[turn]
            yield {
                "id": one.its("visit", turn),
                "session": _session_id(day),
                "patient": one.id,
                "on": day,
                "state": VisitState.DONE,
                "arrived_at": _at(day),
                "ended_at": _at(day),
                "with_nurse": True,
                "with_doctor": False,
                "sign": SignKind.WORD,
            }


def _types(group: Iterable[Person]) -> Iterator[dict[str, Any]]:
    for one in group:
        for turn in range(VISITS):
            kind = FollowUpType.VACCINATION if turn < one.doses else FollowUpType.GENERAL
            yield {"visit": one.its("visit", turn), "type": kind, "origin": TypeOrigin.DERIVED}


def _entries(group: Sequence[Person]) -> Iterator[Mapping[str, Any]]:
    for turn in range(0, VISITS, 2):
        for one in group:
            yield {
                "id": one.its("entry", turn),
                "patient": one.id,
                "visit": one.its("visit", turn),
                "on": one.days[turn],
                "body": f"Consultation {turn + 1} (invented): no complaint, blood pressure 120/80. " * 2,
            }


def _course(one: Person) -> Mapping[str, Any]:
    return {
        "id": one.its("course"),
        "patient": one.id,
        "plan": "hepb-0-1-4",
        "number": 1,
        "opened_on": one.days[0],
    }


def _doses(group: Sequence[Person], lot: UUID, account: UUID) -> Iterator[Mapping[str, Any]]:
    for turn in range(max(DOSES_BY_TURN)):
        for one in group:
            if turn < one.doses:
                yield {
                    "id": one.its("dose", turn),
                    "patient": one.id,
                    "course": one.its("course"),
                    "visit": one.its("visit", turn),
                    "on_first": one.days[turn],
                    "on_last": one.days[turn],
                    "product": PRODUCT,
                    "vaccine_lot": lot,
                    "site": BodySite.LEFT_DELTOID,
                    "ordered_by": account,
                    "done_by": account,
                }


def _asked(group: Sequence[Person]) -> Iterator[tuple[Person, int, int, date]]:
    """Each person with the number of a request, that of its visit, and the day."""
    for number in range(REQUESTS):
        turn = 3 * number + 3
        for one in group:
            yield one, number, turn, one.days[turn]


def _requests(group: Sequence[Person], account: UUID) -> Iterator[Mapping[str, Any]]:
    for one, number, turn, day in _asked(group):
        yield {
            "id": one.its("request", number),
            "number": f"{one.at * REQUESTS + number:012}",
            "patient": one.id,
            "visit": one.its("visit", turn),
            "on": day,
            "payer": Payer.FREE,
            "ordered_by": account,
            "signed_at": _at(day),
            "signed_by": account,
        }


def _specimens(group: Sequence[Person]) -> Iterator[Mapping[str, Any]]:
    for one, number, _, day in _asked(group):
        yield {
            "id": one.its("specimen", number),
            "request": one.its("request", number),
            "tube_index": 1,
            "specimen": "serum",
            "tube": "serum",
            "state": SpecimenState.COLLECTED,
            "taken_on": day,
            "taken_at": _at(day),
        }


def _lines(group: Sequence[Person]) -> Iterator[Mapping[str, Any]]:
    for one, number, _, _ in _asked(group):
        for test in TESTS:
            yield {
                "id": one.its(f"line-{test}", number),
                "specimen": one.its("specimen", number),
                "patient": one.id,
                "test": test,
                "state": LineState.CLOSED,
            }


def _results(group: Sequence[Person]) -> Iterator[Mapping[str, Any]]:
    for one, number, turn, day in _asked(group):
        for test in TESTS:
            is_titre = test == "anti_hbs"
            yield {
                "id": one.its(f"result-{test}", number),
                "patient": one.id,
                "line": one.its(f"line-{test}", number),
                "test": test,
                "on_first": day,
                "on_last": day,
                "resulted_on": day + timedelta(weeks=1),
                "value": "" if is_titre else "negative",
                "number": ("2" if one.is_due else "120") if is_titre else None,
                "unit": "IU/L" if is_titre else "",
                "visit": one.its("visit", turn),
            }


def _today(writing: Writing, group: Sequence[Person], places: tuple[UUID, UUID]) -> None:
    """Two sessions: the board that is shown, and one at which third doses are given."""
    in_board = [one for one in group if not one.is_due][:BOARD]
    for place, ours in zip(places, (in_board, [one for one in group if one.is_due]), strict=True):
        session = writing.add(
            permanence.sessions,
            {"place": place, "on": THURSDAY, "starts": "14:30", "ends": "16:00", "opened_at": NOON},
        )
        rows = [
            {
                "id": one.its("today"),
                "session": session,
                "patient": one.id,
                "on": THURSDAY,
                "state": VisitState.CONSULTATION,
                "arrived_at": NOON,
                "with_doctor": True,
                "sign": SignKind.WORD,
            }
            for one in ours
        ]
        writing.add_many(permanence.visits, rows)
