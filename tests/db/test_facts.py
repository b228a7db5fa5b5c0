"""Facts as rules see them: everything that was kept, nothing that was voided, in one statement."""

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
import sqlalchemy as sa

from icarmed.db import facts
from icarmed.db.schema import medical
from icarmed.db.schema.permanence import patients
from icarmed.domain.dates import DateRange
from icarmed.domain.lab_requests import LineState, Payer, SpecimenState
from icarmed.domain.people import Gender, Milieu, Relation
from icarmed.domain.rapid_tests import RapidResult, TestLine, TimesNoted
from icarmed.domain.reminder_acts import ActKind
from icarmed.domain.reminders.facts import LabLine, PersonFacts
from icarmed.domain.vaccination.history import Comparator, DoseGiven, Found, Marker, Sample, Statement, Titre
from icarmed.domain.vaccination_acts import StatementKind
from tests.support.office import NOON, Office


def add(office: Office, table: sa.Table, **values: object) -> UUID:
    with office.doctor.writing() as writing:
        return writing.add(table, values)


def void(office: Office, table: sa.Table, identity: UUID) -> None:
    with office.doctor.writing() as writing:
        writing.void(table, identity, 1, "never happened")


def someone(office: Office, code: str = "CODE001", **values: object) -> UUID:
    known = {"code": code, "gender": Gender.UNKNOWN, "milieu": Milieu.UNKNOWN, "relation": Relation.WORKER}
    return add(office, patients, **{**known, **values})


def result(office: Office, patient: UUID, test: str, on: str, **values: object) -> UUID:
    days = DateRange.parse(on)
    known = {"patient": patient, "test": test, "on_first": days.first, "on_last": days.last}
    return add(office, medical.results, **known, resulted_on=days.last, **values)


def of(office: Office, patient: UUID) -> PersonFacts:
    with office.doctor.reading() as connection:
        return facts.facts_of(connection, patient)


def samples(office: Office, patient: UUID) -> list[Sample]:
    with office.doctor.reading() as connection:
        return list(facts.history_of(connection, patient).samples)


def test_of_nobody_nothing_is_known(office: Office) -> None:
    assert of(office, UUID(int=9)) == PersonFacts(UUID(int=9))


@pytest.mark.parametrize("word", ["deceased", "departed"])
def test_the_dead_and_the_departed_are_silent(office: Office, word: str) -> None:
    assert not of(office, someone(office)).silent
    assert of(office, someone(office, "CODE002", **{word: True})).silent


def test_doses_come_with_the_number_of_their_course(office: Office) -> None:
    patient = someone(office)
    course = add(
        office,
        medical.courses,
        patient=patient,
        plan="hepb-0-1-4",
        number=2,
        opened_on=date(2026, 1, 8),
    )
    values = {"patient": patient, "course": course, "product": "engerix-b-20"}
    exact = {"on_first": date(2026, 1, 8), "on_last": date(2026, 1, 8)}
    first = add(office, medical.doses, **values, **exact, sub_standard=True)
    vague = {"on_first": date(2019, 1, 1), "on_last": date(2019, 12, 31)}
    told = add(office, medical.doses, **values, **vague, declared=True)
    void(office, medical.doses, add(office, medical.doses, **values, **exact))
    doses = {dose.id: dose for dose in of(office, patient).history.doses}
    assert doses == {
        str(first): DoseGiven(
            str(first), DateRange.parse("2026-01-08"), "engerix-b-20", 2, declared=False, sub_standard=True
        ),
        str(told): DoseGiven(
            str(told), DateRange.parse("2019"), "engerix-b-20", 2, declared=True, sub_standard=False
        ),
    }


def test_statements_are_those_about_hepatitis_b(office: Office) -> None:
    patient = someone(office)
    said = {"patient": patient, "kind": StatementKind.CONTRAINDICATED, "on": date(2026, 5, 7)}
    kept = add(office, medical.statements, **said, until=date(2026, 6, 30))
    add(office, medical.statements, **said, subject="hepatitis_a")
    assert of(office, patient).history.statements == (
        Statement(StatementKind.CONTRAINDICATED, date(2026, 5, 7), date(2026, 6, 30), str(kept)),
    )


def test_markers_become_samples_and_every_test_a_result(office: Office) -> None:
    patient = someone(office)
    add_result = {
        "hbsag": result(office, patient, "hbsag", "2026-10-15", value="negative"),
        "titre": result(office, patient, "anti_hbs", "2026-10-15", number="2", comparator="<", unit="[IU]/L"),
        "plain": result(office, patient, "anti_hbs", "2026-10-22", number="12.5", unit="[IU]/L"),
        "rpr": result(office, patient, "rpr", "2026-10-15", number="8"),
    }
    found = {sample.id: sample for sample in samples(office, patient)}
    assert found == {
        str(add_result["hbsag"]): Sample(
            str(add_result["hbsag"]), Marker.HBSAG, date(2026, 10, 15), Found.NEGATIVE
        ),
        str(add_result["titre"]): Sample(
            str(add_result["titre"]),
            Marker.ANTI_HBS,
            date(2026, 10, 15),
            Titre(Decimal(2), Comparator.LESS, "[IU]/L"),
        ),
        str(add_result["plain"]): Sample(
            str(add_result["plain"]),
            Marker.ANTI_HBS,
            date(2026, 10, 22),
            Titre(Decimal("12.5"), Comparator.EQUAL, "[IU]/L"),
        ),
    }
    assert {one.id for one in of(office, patient).results} == set(add_result.values())


@pytest.mark.parametrize(
    "values",
    [
        {"test": "hbsag", "value": "see comment"},
        {"test": "anti_hbs", "number": "abc", "unit": "[IU]/L"},
        {"test": "anti_hbs", "number": "12", "unit": "mmol"},
        {"test": "anti_hbs", "number": "-3", "unit": "[IU]/L"},
    ],
)
def test_what_cannot_be_read_is_no_sample_but_stays_a_result(office: Office, values: dict[str, str]) -> None:
    patient = someone(office)
    result(office, patient, on="2026-10-15", **values)
    assert samples(office, patient) == []
    assert len(of(office, patient).results) == 1


def test_a_partial_day_counts_only_for_what_stops_a_vaccination(office: Office) -> None:
    patient = someone(office)
    positive = result(office, patient, "hbsag", "2024", value="positive")
    result(office, patient, "hbsag", "2025", value="negative")
    result(office, patient, "anti_hbs", "2025-03", number="120", unit="[IU]/L")
    result(office, patient, "anti_hbs", "2025-03", value="positive")
    assert samples(office, patient) == [Sample(str(positive), Marker.HBSAG, date(2024, 1, 1), Found.POSITIVE)]


def test_a_rapid_test_knows_whether_its_kit_had_expired(office: Office) -> None:
    patient = someone(office)
    values = {
        "patient": patient,
        "test": "trod_hiv",
        "kit_lot": office.kits["determine_hiv"],
        "times": TimesNoted.NOT_NOTED,
        "control_line": True,
        "test_line": TestLine.CLEAR,
        "result": RapidResult.REACTIVE,
        "operator": office.doctor.actor.account,
    }
    last_day, after = date(2027, 12, 31), date(2028, 1, 1)
    add(office, medical.rapid_tests, **values, on=last_day)
    add(office, medical.rapid_tests, **values, on=after)
    add(office, medical.rapid_tests, **{**values, "kit_lot": None}, on=after)
    found = sorted((test.on, test.kit_expired) for test in of(office, patient).rapid_tests)
    assert found == [(last_day, False), (after, False), (after, True)]


def request_of(office: Office, patient: UUID) -> UUID:
    """A request of Thursday 3 December."""
    return add(
        office,
        medical.requests,
        number="421098765437",
        patient=patient,
        on=date(2026, 12, 3),
        payer=Payer.FREE,
        ordered_by=office.doctor.actor.account,
    )


def tube(office: Office, request: UUID, index: int, state: SpecimenState, taken_on: date | None) -> UUID:
    return add(
        office,
        medical.specimens,
        request=request,
        tube_index=index,
        specimen="serum",
        tube="serum",
        state=state,
        taken_on=taken_on,
    )


@pytest.mark.parametrize(
    ("state", "taken_on", "sampled_on"),
    [
        (SpecimenState.ORDERED, None, None),
        (SpecimenState.TAKEN, date(2026, 12, 4), date(2026, 12, 4)),
        (SpecimenState.BAGGED, None, date(2026, 12, 3)),
    ],
)
def test_a_line_knows_its_request_its_tube_and_when_it_was_taken(
    office: Office, state: SpecimenState, taken_on: date | None, sampled_on: date | None
) -> None:
    patient = someone(office)
    request = request_of(office, patient)
    specimen = tube(office, request, 1, state, taken_on)
    values = {"specimen": specimen, "patient": patient, "test": "hbsag", "state": LineState.WAITING}
    line = add(office, medical.lines, **values)
    assert of(office, patient).lines == (
        LabLine(line, request, "421098765437", "hbsag", LineState.WAITING, state, sampled_on),
    )
    void(office, medical.specimens, specimen)
    assert of(office, patient).lines == ()


def test_answers_keep_when_they_were_entered(office: Office) -> None:
    patient = someone(office)
    values = {
        "patient": patient,
        "rule": "HIV-01",
        "anchor": "rapid_tests:x",
        "kind": ActKind.POSTPONED,
        "on": date(2026, 12, 3),
        "until": date(2026, 12, 10),
        "facts": "mark",
    }
    act = add(office, medical.reminder_acts, **values)
    (found,) = of(office, patient).acts
    assert (found.id, found.kind, found.until, found.facts) == (
        act,
        ActKind.POSTPONED,
        date(2026, 12, 10),
        "mark",
    )
    assert found.entered_at == NOON
    void(office, medical.reminder_acts, act)
    assert of(office, patient).acts == ()


def test_everyone_is_read_as_each_one_is(office: Office) -> None:
    people = [someone(office, f"CODE00{n}") for n in range(3)]
    result(office, people[0], "hbsag", "2026-10-15", value="positive")
    result(office, people[2], "hbsag", "2026-10-16", value="negative")
    with office.doctor.reading() as connection:
        together = {one.patient: one for one in facts.everyone(connection)}
    assert together == {patient: of(office, patient) for patient in people}


def test_the_facts_of_a_person_take_one_statement(office: Office) -> None:
    patient = someone(office)
    result(office, patient, "hbsag", "2026-10-15", value="positive")
    said: list[str] = []

    def count(*args: object) -> None:
        said.append(str(args[2]))

    with office.doctor.reading() as connection:
        sa.event.listen(connection, "before_cursor_execute", count)
        facts.facts_of(connection, patient)
        list(facts.everyone(connection))
    assert len(said) == 2
