"""The group-bys agree with a count in plain Python over the raw rows, for random small years."""

import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from icarmed.catalogue.schedules import schedule
from icarmed.db import facts
from icarmed.db.database import Database
from icarmed.db.schema.medical import doses, statements
from icarmed.db.schema.office import places
from icarmed.db.schema.permanence import sessions, visit_types, visits
from icarmed.domain.summary.figures import Figure
from icarmed.domain.vaccination.assess import assess
from icarmed.domain.vaccination.history import History, Marker
from icarmed.domain.vaccination.status import Status
from icarmed.domain.vaccination_acts import StatementKind
from icarmed.domain.visits import FollowUpType, VisitState
from icarmed.security.roles import Role
from icarmed.usecases.summary import count_year
from tests.support.office import KEY, Office
from tests.support.small_year import YearRows

YEAR = 2018
PLAN = schedule("hepb-0-1-4")
Row = Any
_TITRES = [("anti_hbs", value) for value in ("<2", "9", "10", "300")]
RESULTS = [*_TITRES * 3, ("hbsag", "positive"), ("anti_hbc", "positive"), ("hbsag", "negative")]


@contextmanager
def random_year(empty_file: Path, seed: int) -> Iterator[Office]:
    """A few people with visits, doses, results and statements around a turn of the year."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "data.db"
        path.write_bytes(empty_file.read_bytes())
        office = Office(Database(path, KEY))
        nurse = office.actors[Role.NURSE].account
        with office.database.writing(nurse, datetime(2019, 2, 1, tzinfo=UTC)) as writing:
            rows, rng = YearRows(office, writing), Random(seed)
            for person in [rows.person() for _ in range(rng.randint(1, 6))]:
                _fill(rows, person, rng)
        yield office
        office.database.close()


def _fill(rows: YearRows, person: UUID, rng: Random) -> None:
    met = set()
    for _ in range(rng.randint(0, 6)):
        place, on = rng.choice(["liege", "seraing", "outreach"]), _day(rng)
        if (place, on) not in met:
            met.add((place, on))
            types = rng.sample(list(FollowUpType), rng.randint(0, 3))
            state = rng.choice([VisitState.DONE, VisitState.DONE, *VisitState])
            visit = rows.visit(person, place, on, *types, state=state, voided=rng.random() < 0.1)
            if rng.random() < 0.5:
                rows.dose(person, on.isoformat(), visit=visit, voided=rng.random() < 0.1)
    first = _day(rng) - timedelta(rng.randint(0, 300))
    for days in (0, 30, 125)[: rng.randint(0, 3)]:
        on = first + timedelta(days + rng.choice([-10, 0, 0, 40]))
        text = rng.choice([on.isoformat()] * 6 + [f"{on:%Y-%m}", f"{on:%Y}", f"{on}/{on + timedelta(90)}"])
        rows.dose(person, text, here=rng.random() < 0.7, declared=rng.random() < 0.1)
    for _ in range(rng.randint(0, 4)):
        test, value = rng.choice(RESULTS)
        rows.result(person, test, _day(rng).isoformat(), value)
    for _ in range(rng.randint(0, 2)):
        rows.statement(person, rng.choice(list(StatementKind)), _day(rng))


def _day(rng: Random) -> date:
    return date(2017, 10, 1) + timedelta(rng.randint(0, 500))


@settings(max_examples=25)
@given(seed=st.integers(0, 2**32))
def test_group_bys_agree_with_a_count_over_the_raw_rows(empty_file: Path, seed: int) -> None:
    with random_year(empty_file, seed) as office, office.database.reading() as connection:
        counted = count_year(connection, YEAR)
        raw = {
            table.name: list(connection.execute(table.select()).all())
            for table in (visits, visit_types, sessions, places, doses, statements)
        }
        files = list(facts.everyone(connection))
    code = {one.id: one.code for one in raw["places"]}
    place_of = {one.id: code[one.place] for one in raw["sessions"]}
    _attendance_agrees(counted, raw, place_of)
    _doses_agree(counted, raw, place_of)
    judged = counted.hepatitis_b.figures
    here = _given_here(raw)
    assert judged[Figure.COURSES_COMPLETED].total == sum(_completed(one.history, here) for one in files)
    assert judged[Figure.IMMUNITY_PROVEN].total == sum(_proven(one.history) for one in files)
    assert judged[Figure.PROPOSED].total == sum(_proposed(one.patient, one.history, raw) for one in files)


def _attendance_agrees(counted: Any, raw: dict[str, list[Row]], place_of: dict[UUID, str]) -> None:
    seen: dict[str, list[UUID]] = defaultdict(list)
    unseen: Counter[str] = Counter()
    marks: Counter[tuple[str, FollowUpType]] = Counter()
    for visit in raw["visits"]:
        if visit.voided or visit.on.year != YEAR:
            continue
        place = place_of[visit.session]
        if visit.state in {VisitState.DONE, VisitState.CONSULTATION}:
            seen[place].append(visit.patient)
            marks.update((place, row.type) for row in raw["visit_types"] if row.visit == visit.id)
        if visit.state is VisitState.LEFT_UNSEEN:
            unseen[place] += 1
    for place, found in counted.attendance.places.items():
        assert found.visits == len(seen[place])
        assert found.people == len(set(seen[place]))
        assert found.left_unseen == unseen[place]
    assert set(seen) <= set(counted.attendance.places)
    assert counted.attendance.people == len({person for people in seen.values() for person in people})
    assert dict(counted.follow_ups) == marks


def _given_here(raw: dict[str, list[Row]]) -> dict[str, Row]:
    here = [one for one in raw["doses"] if not one.voided and not one.declared and one.done_by is not None]
    return {str(one.id): one for one in here if one.on_first.year == one.on_last.year == YEAR}


def _doses_agree(counted: Any, raw: dict[str, list[Row]], place_of: dict[UUID, str]) -> None:
    at = {one.id: place_of[one.session] for one in raw["visits"]}
    here = _given_here(raw).values()
    by_place = Counter(at.get(one.visit, "unknown") for one in here)
    people = {(at.get(one.visit, "unknown"), one.patient) for one in here}
    figures = counted.hepatitis_b.figures
    assert (figures[Figure.DOSES].total, dict(figures[Figure.DOSES].places)) == (len(here), by_place)
    assert figures[Figure.PEOPLE].total == len({one.patient for one in here})
    assert dict(figures[Figure.PEOPLE].places) == Counter(place for place, _ in people)
    assert sum(one.number for one in counted.hepatitis_b.lots) == len(here)
    straddling = [
        one
        for one in raw["doses"]
        if not one.voided and not one.declared and one.done_by is not None
        if one.on_first.year <= YEAR <= one.on_last.year and one.on_first.year != one.on_last.year
    ]
    assert counted.hepatitis_b.straddling == len(straddling)


def _completed(history: History, here: dict[str, Row]) -> int:
    """Courses of which the dose that completes them was given here in the year."""
    answer = assess(PLAN, history, PLAN.settings, date(2019, 1, 1))
    found = 0
    for course in answer.courses:
        last = [one.dose.id for one in course.doses if one.valid and one.dose.on.first == course.completed_on]
        found += any(dose in here for dose in last)
    return found


def _proven(history: History) -> bool:
    """Whether someone became immune by vaccine on a day of the year, day after day."""
    days = sorted({one.on for one in history.samples if one.on.year <= YEAR})
    first = next((day for day in days if _status(history, day) is Status.IMMUNE_VACCINE), None)
    before = _status(history, date(YEAR - 1, 12, 31)) is Status.IMMUNE_VACCINE
    in_year = [day for day in days if day.year == YEAR and _status(history, day) is Status.IMMUNE_VACCINE]
    high = [one for one in history.samples if one.marker is Marker.ANTI_HBS and one.above(10)]
    return first is not None and not before and any(one.on in in_year for one in high)


def _status(history: History, day: date) -> Status:
    known = History(
        tuple(one for one in history.doses if one.on.first <= day),
        tuple(one for one in history.samples if one.on <= day),
        tuple(one for one in history.statements if one.on <= day),
    )
    return assess(PLAN, known, PLAN.settings, day).status


def _proposed(patient: UUID, history: History, raw: dict[str, list[Row]]) -> bool:
    """Whether, on a day on which vaccine was proposed or given, the last titre that tells was low."""
    days = [
        one.on
        for one in raw["statements"]
        if one.patient == patient and one.kind in {StatementKind.PROPOSED, StatementKind.DECLINED}
    ]
    given = [one for one in _given_here(raw).values() if one.patient == patient]
    days += [one.on_first for one in given if one.on_first == one.on_last]
    return any(_below(history, day) for day in days if day.year == YEAR)


def _below(history: History, day: date) -> bool:
    given = {one.on.first for one in history.doses if one.on.exact is not None and one.on.first <= day}
    last: dict[Marker, list[tuple[date, bool]]] = defaultdict(list)
    for one in history.samples:
        soon = any(0 < (one.on - dose).days < 28 for dose in given)
        disturbed = soon and (one.marker is Marker.ANTI_HBS or (one.marker is Marker.HBSAG and one.above(10)))
        if one.on <= day and not disturbed:
            last[one.marker].append((one.on, bool(one.above(10))))
    latest = {marker: {above for on, above in told if on == max(told)[0]} for marker, told in last.items()}
    positive = latest.get(Marker.HBSAG) == {True} or latest.get(Marker.ANTI_HBC) == {True}
    return latest.get(Marker.ANTI_HBS) == {False} and not positive


def test_the_raw_count_sees_a_row_that_the_group_by_would_miss(empty_file: Path) -> None:
    with random_year(empty_file, 5) as office, office.database.reading() as connection:
        counted = count_year(connection, YEAR)
        everything = connection.execute(sa.select(sa.func.count()).select_from(visits)).scalar_one()
    assert 0 < sum(one.visits for one in counted.attendance.places.values()) < everything
