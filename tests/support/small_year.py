"""A small year written by hand, with the figures that were worked out by hand, and rows for other ones."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from random import Random
from uuid import UUID

from icarmed.db.schema.medical import courses, doses, results, statements
from icarmed.db.schema.permanence import patients, sessions, visit_types, visits
from icarmed.db.writing import Writing
from icarmed.domain.codes import new_patient_code
from icarmed.domain.dates import DateRange
from icarmed.domain.people import Gender, Milieu, Relation
from icarmed.domain.vaccination_acts import StatementKind
from icarmed.domain.visits import FollowUpType, TypeOrigin, VisitState
from icarmed.security.roles import Role
from tests.support.office import Office

GENERAL, SCREENING, VACCINATION = FollowUpType.GENERAL, FollowUpType.SCREENING, FollowUpType.VACCINATION
ADDICTION, WOUND, VIOLENCE = FollowUpType.ADDICTION, FollowUpType.WOUND, FollowUpType.VIOLENCE
PRODUCT = "engerix-b-20"


class YearRows:
    """Writes rows of a year; each method answers the id of what it wrote."""

    def __init__(self, office: Office, writing: Writing) -> None:
        self.office = office
        self.writing = writing
        self.nurse = office.actors[Role.NURSE].account
        self._codes = Random(7)
        self._sessions: dict[tuple[str, date], UUID] = {}
        self._courses: dict[UUID, UUID] = {}

    def person(self) -> UUID:
        values = {
            "code": new_patient_code(self._codes),
            "gender": Gender.UNKNOWN,
            "milieu": Milieu.UNKNOWN,
            "relation": Relation.WORKER,
            "nationality": "",
        }
        return self.writing.add(patients, values)

    def session(self, place: str, on: date) -> UUID:
        if (place, on) not in self._sessions:
            at = datetime.combine(on, time(13, 30), UTC)
            values = {"place": self.office.places[place], "on": on, "opened_at": at}
            self._sessions[place, on] = self.writing.add(sessions, values)
        return self._sessions[place, on]

    def visit(
        self,
        person: UUID,
        place: str,
        on: date,
        *types: FollowUpType,
        state: VisitState = VisitState.DONE,
        voided: bool = False,
    ) -> UUID:
        values = {
            "session": self.session(place, on),
            "patient": person,
            "on": on,
            "state": state,
            "arrived_at": datetime.combine(on, time(13, 40), UTC),
        }
        visit = self.writing.add(visits, values)
        rows = [{"visit": visit, "type": kind, "origin": TypeOrigin.CHOSEN} for kind in types]
        if rows:
            self.writing.connection.execute(visit_types.insert(), rows)
        if voided:
            self.writing.void(visits, visit, 1, "mistake")
        return visit

    def dose(
        self,
        person: UUID,
        on: str,
        *,
        visit: UUID | None = None,
        here: bool = True,
        declared: bool = False,
        voided: bool = False,
        stock: bool = True,
        lot_text: str = "",
    ) -> UUID:
        day = DateRange.parse(on)
        values = {
            "patient": person,
            "course": self._course(person),
            "visit": visit,
            "on_first": day.first,
            "on_last": day.last,
            "product": PRODUCT,
            "vaccine_lot": self.office.vaccine_lot if here and stock else None,
            "lot_text": lot_text,
            "declared": declared,
            "done_by": self.nurse if here and not declared else None,
        }
        dose = self.writing.add(doses, values)
        if voided:
            self.writing.void(doses, dose, 1, "mistake")
        return dose

    def _course(self, person: UUID) -> UUID:
        if person not in self._courses:
            values = {"patient": person, "plan": "hepb-0-1-4", "number": 1, "opened_on": date(2020, 1, 1)}
            self._courses[person] = self.writing.add(courses, values)
        return self._courses[person]

    def result(self, person: UUID, test: str, on: str, value: str, visit: UUID | None = None) -> UUID:
        """A word (`positive`), or a titre (`<2`, `34`)."""
        day, number = DateRange.parse(on), value.lstrip("<>")
        is_titre = number.isdigit()
        values = {
            "patient": person,
            "visit": visit,
            "test": test,
            "on_first": day.first,
            "on_last": day.last,
            "resulted_on": day.last,
            "value": value,
            "number": number if is_titre else None,
            "comparator": value[: len(value) - len(number)] if is_titre else "",
            "unit": "[IU]/L" if is_titre else "",
        }
        return self.writing.add(results, values)

    def statement(self, person: UUID, kind: StatementKind, on: date) -> UUID:
        return self.writing.add(statements, {"patient": person, "kind": kind, "on": on})


YEAR = 2026
# Worked out by hand from the rows below.
ATTENDANCE: Mapping[str, tuple[int | float | None, ...]] = {
    "liege": (4, 3, 1.3, 1),
    "seraing": (2, 2, 1.0, 0),
    "outreach": (1, 1, 1.0, 0),
    "unknown": (0, 0, None, 0),
    "total": (7, 5, 1.4, 1),
}
FOLLOW_UPS: Mapping[str, tuple[int, ...]] = {
    "liege": (2, 1, 1, 1, 0, 0, 5),
    "seraing": (1, 0, 0, 0, 1, 0, 2),
    "outreach": (0, 0, 1, 0, 0, 1, 2),
    "unknown": (0, 0, 0, 0, 0, 0, 0),
    "total": (3, 1, 2, 1, 1, 1, 9),
}
HEPATITIS_B: Mapping[str, int] = {
    "proposed": 1,
    "people": 4,
    "doses": 4,
    "courses_completed": 1,
    "immunity_proven": 1,
    "doses_at:liege": 1,
    "doses_at:seraing": 0,
    "doses_at:outreach": 1,
    "doses_at:unknown": 2,
    f"lot:{PRODUCT}::": 1,
    f"lot:{PRODUCT}:EB4412:": 2,
    f"lot:{PRODUCT}:X9:": 1,
}
HEPATITIS_B_AT: Mapping[str, Mapping[str, int]] = {
    "liege": {"proposed": 1, "people": 1, "doses": 1, "courses_completed": 1, "immunity_proven": 0},
    "outreach": {"proposed": 0, "people": 1, "doses": 1, "courses_completed": 0, "immunity_proven": 0},
    "unknown": {"proposed": 1, "people": 2, "doses": 2, "courses_completed": 0, "immunity_proven": 1},
}
STRADDLING, OPEN_ARRIVALS = 1, 1


def write_small_year(office: Office) -> None:
    """Five people: visits at three places, some that do not count, and doses of every sort."""
    with office.database.writing(
        office.actors[Role.NURSE].account, datetime(2027, 1, 8, tzinfo=UTC)
    ) as writing:
        rows = YearRows(office, writing)
        people = [rows.person() for _ in range(5)]
        _visits(rows, people)
        _doses(rows, people)
        _blood(rows, people)


def _visits(rows: YearRows, people: list[UUID]) -> None:
    a, b, c, d, e = people
    january, june = date(2026, 1, 8), date(2026, 6, 4)
    rows.visit(a, "liege", january, GENERAL)
    rows.visit(b, "liege", january, ADDICTION, GENERAL)
    rows.visit(c, "liege", january, state=VisitState.LEFT_UNSEEN)
    rows.visit(c, "liege", june, SCREENING)
    rows.visit(a, "seraing", date(2026, 1, 16), GENERAL)
    rows.visit(d, "seraing", date(2026, 1, 16), WOUND)
    rows.visit(b, "outreach", date(2026, 3, 10), GENERAL, voided=True)
    rows.visit(d, "outreach", date(2026, 3, 10), state=VisitState.ARRIVED)
    rows.visit(e, "liege", date(2025, 12, 18), GENERAL)
    rows.visit(d, "liege", date(2027, 1, 7), GENERAL)


def _doses(rows: YearRows, people: list[UUID]) -> None:
    a, b, c, d, e = people
    # The third dose, after two from a foreign card: completes the course, in Liège.
    rows.dose(a, "2025-01-10", here=False, lot_text="F1")
    rows.dose(a, "2025-02-20", here=False, lot_text="F2")
    rows.dose(a, "2026-06-04", visit=rows.visit(a, "liege", date(2026, 6, 4), VACCINATION))
    tour = rows.visit(e, "outreach", date(2026, 3, 10), VACCINATION, VIOLENCE)
    rows.dose(e, "2026-03-10", visit=tour, stock=False, lot_text="X9")
    # Outside any session; told only; perhaps in the year; never given; some day of February.
    rows.dose(b, "2026-05-05")
    rows.dose(b, "2024", declared=True)
    rows.dose(c, "2025-12-15/2026-01-15")
    rows.dose(d, "2026-04-01", voided=True)
    rows.dose(d, "2026-02", stock=False)


def _blood(rows: YearRows, people: list[UUID]) -> None:
    a, b, c, d, _ = people
    rows.result(a, "anti_hbs", "2026-08-20", "56")
    # Below 10 when it was proposed in January, and still when a dose was given in May: one person.
    rows.result(b, "anti_hbs", "2026-01-08", "<2")
    rows.statement(b, StatementKind.PROPOSED, date(2026, 1, 8))
    # Declined, but anti-HBc had been found by then.
    rows.result(c, "anti_hbs", "2025-05-05", "8")
    rows.result(c, "anti_hbc", "2026-06-01", "positive")
    rows.statement(c, StatementKind.DECLINED, date(2026, 6, 4))
    # Low, but nothing was proposed on a day that is known.
    rows.result(d, "anti_hbs", "2026-01-16", "5")
    rows.statement(d, StatementKind.NEVER_VACCINATED, date(2026, 1, 16))
