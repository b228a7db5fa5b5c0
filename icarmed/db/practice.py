"""Writes a drawn practice year: every row through the one way to write, each with its audit row."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from icarmed.db.people import rewrite_search_keys
from icarmed.db.schema import medical, office, permanence
from icarmed.db.writing import Values, Writing
from icarmed.domain.lab_requests import LineState, Payer, SpecimenState
from icarmed.domain.office import CoversKind
from icarmed.domain.practice.rows import (
    DoseDrawn,
    Moment,
    PracticeYear,
    RapidTestDrawn,
    RequestDrawn,
    ResultDrawn,
    SessionDrawn,
    Worker,
)
from icarmed.domain.practice.shape import StandingOrderShape
from icarmed.domain.rapid_tests import TimesNoted

_CHUNK = 500
_MORNING = 10 * 60
_EVENING = 18 * 60
_LOST = "perdu"


@dataclass(frozen=True, slots=True)
class House:
    """Where a practice year is set: accounts by what they do, places by code, and the time of the place."""

    accounts: Mapping[Worker, UUID]
    places: Mapping[str, UUID]
    zone: tzinfo
    standing_order: StandingOrderShape

    def instant(self, at: Moment) -> datetime:
        """The instant of a minute of a day."""
        return datetime.combine(at.on, _clock(at.minute), self.zone).astimezone(UTC)

    def entered(self, at: Moment, by: Worker) -> dict[str, Any]:
        """When and by whom a row was entered."""
        return {"entered_at": self.instant(at), "entered_by": self.accounts[by]}


def anyone(connection: sa.Connection) -> bool:
    """Whether there is a person in the data base."""
    return connection.execute(sa.select(permanence.patients.c.id).limit(1)).first() is not None


def write(writing: Writing, year: PracticeYear, house: House) -> None:
    """All rows, in an order in which each finds what it points to."""
    _stock(writing, year, house)
    _people(writing, year, house)
    _sessions(writing, year, house)
    _visits(writing, year, house)
    _vaccination(writing, year, house)
    _rapid_tests(writing, year.rapid_tests, house)
    _requests(writing, year.requests, house, year.standing_order)


def _stock(writing: Writing, year: PracticeYear, house: House) -> None:
    doctor = house.accounts[Worker.DOCTOR]
    received = min(kit.received_on for kit in year.kits)
    order = {"id": year.standing_order, "doctor": doctor, "on": received}
    writing.add_many(office.standing_orders, [order | house.entered(Moment(received, 0), Worker.DOCTOR)])
    listed = [(CoversKind.TEST, code) for code in house.standing_order.tests]
    listed += [(CoversKind.VACCINE, code) for code in house.standing_order.vaccines]
    items = [{"standing_order": year.standing_order, "covers": kind, "code": code} for kind, code in listed]
    _plain(writing, office.standing_order_items, items)
    writing.add_many(
        office.vaccine_lots,
        [
            {"id": one.id, "product": one.product, "lot": one.lot, "donor": one.donor}
            | {"expires_on": one.expires_on}
            | house.entered(Moment(one.received_on, _MORNING), Worker.NURSE)
            for one in year.lots
        ],
    )
    writing.add_many(
        office.kit_lots,
        [
            {"id": one.id, "kit": one.kit, "lot": one.lot, "expires_on": one.expires_on}
            | house.entered(Moment(one.received_on, _MORNING), Worker.NURSE)
            for one in year.kits
        ],
    )


def _people(writing: Writing, year: PracticeYear, house: House) -> None:
    people, names = [], []
    for one in year.people:
        entered = house.entered(one.registered, Worker.RECEPTION)
        people.append(
            {
                "id": one.id,
                "code": one.code,
                "gender": one.gender,
                "born_first": one.born.first if one.born else None,
                "born_last": one.born.last if one.born else None,
                "languages": one.languages,
                "milieu": one.milieu,
                "nationality": one.nationality,
                "relation": one.relation,
                "discretion": one.discretion,
                "allergies": one.allergies,
                "agreed_word": one.agreed_word,
                **entered,
            }
        )
        names += [
            {"id": name.id, "patient": one.id, "kind": name.kind, "name": name.text, "shown": name.shown}
            | entered
            for name in one.names
        ]
    writing.add_many(permanence.patients, people)
    writing.add_many(permanence.patient_names, names)
    for at in range(0, len(people), _CHUNK):
        rewrite_search_keys(writing, [row["id"] for row in people[at : at + _CHUNK]])


def _sessions(writing: Writing, year: PracticeYear, house: House) -> None:
    writing.add_many(permanence.sessions, [_session(one, house) for one in year.sessions])
    staff = [house.accounts[worker] for worker in (Worker.DOCTOR, Worker.NURSE)]
    for table, column, members in (
        (permanence.session_staff, "account", {one.id: staff for one in year.sessions}),
        (permanence.session_lots, "vaccine_lot", {one.id: one.lots for one in year.sessions}),
        (permanence.session_kits, "kit_lot", {one.id: one.kits for one in year.sessions}),
    ):
        rows = [{"session": one, column: member} for one, those in members.items() for member in those]
        _plain(writing, table, rows)


def _session(one: SessionDrawn, house: House) -> Values:
    return {
        "id": one.id,
        "place": house.places[one.place],
        "on": one.on,
        "starts": f"{_clock(one.starts):%H:%M}",
        "ends": f"{_clock(one.ends):%H:%M}",
        "opened_at": house.instant(Moment(one.on, one.starts - 5)),
        "closed_at": house.instant(Moment(one.on, one.ends + 75)),
        "closed_by": house.accounts[Worker.NURSE],
        **house.entered(Moment(one.on, one.starts - 5), Worker.NURSE),
    }


def _clock(minute: int) -> time:
    return time(minute // 60, minute % 60)


def _visits(writing: Writing, year: PracticeYear, house: House) -> None:
    writing.add_many(
        permanence.visits,
        [
            {
                "id": one.id,
                "session": one.session,
                "patient": one.patient,
                "on": one.arrived.on,
                "state": one.state,
                "arrived_at": house.instant(one.arrived),
                "ended_at": house.instant(one.ended),
                "with_doctor": one.with_doctor,
                "with_nurse": one.with_nurse,
                "sign": one.sign,
                **house.entered(one.arrived, Worker.RECEPTION),
            }
            for one in year.visits
        ],
    )
    types = [
        {"visit": one.id, "type": kind, "origin": origin}
        for one in year.visits
        for kind, origin in one.types.items()
    ]
    _plain(writing, permanence.visit_types, types)
    writing.add_many(
        permanence.journal_entries,
        [
            {"id": one.id, "patient": one.patient, "visit": one.visit, "on": one.at.on, "body": one.body}
            | house.entered(one.at, one.by)
            for one in year.entries
        ],
    )


def _vaccination(writing: Writing, year: PracticeYear, house: House) -> None:
    writing.add_many(
        medical.courses,
        [
            {"id": one.id, "patient": one.patient, "plan": one.plan, "number": 1, "opened_on": one.opened.on}
            | house.entered(one.opened, Worker.NURSE)
            for one in year.courses
        ],
    )
    writing.add_many(medical.doses, [_dose(one, house, year.standing_order) for one in year.doses])
    writing.add_many(
        medical.statements,
        [
            {"id": one.id, "patient": one.patient, "kind": one.kind, "on": one.at.on}
            | house.entered(one.at, Worker.NURSE)
            for one in year.statements
        ],
    )


def _dose(one: DoseDrawn, house: House, order: UUID) -> Values:
    """A nurse gives under the standing order; a dose that was told was given by nobody here."""
    return {
        "id": one.id,
        "patient": one.patient,
        "course": one.course,
        "visit": one.visit,
        "on_first": one.on.first,
        "on_last": one.on.last,
        "product": one.product,
        "vaccine_lot": one.lot,
        "site": one.site,
        "declared": one.declared,
        "place": one.place,
        "override_reason": one.override_reason,
        "ordered_by": None if one.by is None else house.accounts[Worker.DOCTOR],
        "standing_order": order if one.by is Worker.NURSE else None,
        "done_by": None if one.by is None else house.accounts[one.by],
        **house.entered(one.entered, one.by or Worker.NURSE),
    }


def _rapid_tests(writing: Writing, tests: Iterable[RapidTestDrawn], house: House) -> None:
    writing.add_many(
        medical.rapid_tests,
        [
            {
                "id": one.id,
                "patient": one.patient,
                "visit": one.visit,
                "on": one.started.on,
                "test": one.test,
                "kit_lot": one.kit_lot,
                "times": TimesNoted.NOTED,
                "started_at": house.instant(one.started),
                "read_at": house.instant(one.read),
                "control_line": one.control_line,
                "test_line": one.line,
                "result": one.result,
                "operator": house.accounts[Worker.NURSE],
                **house.entered(one.read, Worker.NURSE),
            }
            for one in tests
        ],
    )


def _requests(writing: Writing, requests: Sequence[RequestDrawn], house: House, order: UUID) -> None:
    writing.add_many(medical.requests, [_request(one, house, order) for one in requests])
    specimens = [row for one in requests for row in _specimens(one, house)]
    writing.add_many(medical.specimens, specimens)
    lines = [
        {
            "id": line.id,
            "specimen": line.specimen,
            "patient": one.patient,
            "test": line.test,
            "state": line.state,
            "end_reason": _LOST if line.state is LineState.CANCELLED else "",
            **house.entered(one.at, Worker.NURSE),
        }
        for one in requests
        for line in one.lines
    ]
    writing.add_many(medical.lines, lines)
    results = [
        _result(one, line.id, line.test, line.result, house)
        for one in requests
        for line in one.lines
        if line.result is not None
    ]
    writing.add_many(medical.results, results)


def _request(one: RequestDrawn, house: House, order: UUID) -> Values:
    doctor = house.accounts[Worker.DOCTOR]
    signed_on = Moment(one.at.on + timedelta(one.signed_after or 0), _EVENING)
    return {
        "id": one.id,
        "number": one.number,
        "patient": one.patient,
        "visit": one.visit,
        "on": one.at.on,
        "panel": one.panel,
        "payer": Payer.FREE,
        "ordered_by": doctor,
        "standing_order": order,
        "done_by": house.accounts[Worker.NURSE],
        "signed_at": None if one.signed_after is None else house.instant(signed_on),
        "signed_by": None if one.signed_after is None else doctor,
        **house.entered(one.at, Worker.NURSE),
    }


def _specimens(one: RequestDrawn, house: House) -> list[Values]:
    return [
        {
            "id": tube.id,
            "request": one.id,
            "tube_index": index,
            "specimen": tube.specimen,
            "tube": tube.tube,
            "state": tube.state,
            "taken_on": one.at.on,
            "taken_at": house.instant(one.at),
            "taken_by": house.accounts[Worker.NURSE],
            "end_reason": _LOST if tube.state is SpecimenState.LOST else "",
            **house.entered(one.at, Worker.NURSE),
        }
        for index, tube in enumerate(one.specimens, start=1)
    ]


def _result(one: RequestDrawn, line: UUID, test: str, result: ResultDrawn, house: House) -> Values:
    return {
        "id": result.id,
        "patient": one.patient,
        "line": line,
        "test": test,
        "on_first": one.at.on,
        "on_last": one.at.on,
        "resulted_on": result.resulted_on,
        "value": result.value,
        "number": result.number,
        "comparator": result.comparator,
        "unit": result.unit,
        **house.entered(Moment(result.resulted_on, _MORNING), Worker.NURSE),
    }


def _plain(writing: Writing, table: sa.Table, rows: list[dict[str, Any]]) -> None:
    """Rows of a table that is no entry of its own: they belong to one that is audited."""
    if rows:
        writing.connection.execute(table.insert(), rows)
