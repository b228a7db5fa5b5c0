"""Registering needs an alias, or nothing but a code."""

from datetime import date

import pytest
import sqlalchemy as sa

from icarmed.db.errors import ChangedMeanwhile
from icarmed.db.schema.office import history
from icarmed.domain.codes import normal_patient_code
from icarmed.domain.dates import DateRange, born_aged
from icarmed.domain.findings import Refused
from icarmed.domain.people import Gender, NameKind
from icarmed.usecases import people
from icarmed.usecases.people import AddName, ChangePerson, Person, RegisterPerson
from icarmed.usecases.search import search
from tests.support.office import THURSDAY, Office


def test_nothing_but_a_code(office: Office) -> None:
    patient = people.register(office.reception, RegisterPerson()).value
    known = people.look_up(office.reception, patient)
    assert known.shown_name is None
    assert normal_patient_code(known.code) == known.code


def test_an_alias_is_shown(office: Office) -> None:
    patient = people.register(office.reception, RegisterPerson("  Nadia  la   grande ")).value
    assert people.look_up(office.reception, patient).shown_name == "Nadia la grande"


def test_an_age_in_years_is_kept_as_a_range(office: Office) -> None:
    born = born_aged(32, THURSDAY)
    patient = people.register(office.nurse, RegisterPerson("Mila", Person(born=born))).value
    known = people.look_up(office.nurse, patient)
    assert known.born == born
    assert known.age(THURSDAY) == 32


def test_several_names_and_one_shown(office: Office) -> None:
    patient = people.register(office.nurse, RegisterPerson("Rosa")).value
    people.add_name(office.nurse, AddName(patient, "Rosalie", shown=True))
    people.add_name(office.nurse, AddName(patient, "0470/12.34.56", NameKind.TELEPHONE))
    known = people.look_up(office.nurse, patient)
    assert known.shown_name == "Rosalie"
    assert {name.name for name in known.names} == {"Rosa", "Rosalie", "0470/12.34.56"}
    assert [one.patient for one in search(office.nurse, "0470123456")] == [patient]


def test_the_same_name_twice_is_refused(office: Office) -> None:
    patient = people.register(office.nurse, RegisterPerson("Željka")).value
    with pytest.raises(Refused, match="name_known"):
        people.add_name(office.nurse, AddName(patient, "zeljka"))


def test_a_name_taken_back_shows_the_other_one(office: Office) -> None:
    patient = people.register(office.nurse, RegisterPerson("Rosa")).value
    people.add_name(office.nurse, AddName(patient, "Vera"))
    names = people.look_up(office.nurse, patient).names
    rosa = next(name.id for name in names if name.name == "Rosa")
    people.void_name(office.nurse, patient, rosa, "wrong person")
    assert people.look_up(office.nurse, patient).shown_name == "Vera"
    assert search(office.nurse, "rosa") == []


def test_a_change_keeps_what_stood_before(office: Office) -> None:
    patient = people.register(office.nurse, RegisterPerson("Ana")).value
    people.change(office.nurse, ChangePerson(patient, 1, Person(gender=Gender.WOMAN)))
    assert people.look_up(office.nurse, patient).gender is Gender.WOMAN
    with office.database.reading() as connection:
        assert connection.execute(sa.select(history.c.table)).scalars().all() == ["patients"]
    with pytest.raises(ChangedMeanwhile):
        people.change(office.nurse, ChangePerson(patient, 1, Person()))


def test_a_birth_to_come_is_refused(office: Office) -> None:
    born = DateRange.day(date(2027, 1, 1))
    with pytest.raises(Refused, match="born_in_future"):
        people.register(office.nurse, RegisterPerson("Ana", Person(born=born)))


def test_reception_neither_sees_nor_wipes_allergies(office: Office) -> None:
    order = RegisterPerson("Ana", Person(allergies="pénicilline"))
    patient = people.register(office.nurse, order).value
    assert people.look_up(office.reception, patient).allergies == ""
    people.change(office.reception, ChangePerson(patient, 1, Person(languages=("ro",))))
    known = people.look_up(office.nurse, patient)
    assert (known.allergies, known.languages) == ("pénicilline", ("ro",))


def test_coordinator_and_administrator_see_no_one(office: Office) -> None:
    patient = people.register(office.nurse, RegisterPerson("Ana")).value
    for desk in (office.coordinator, office.administrator):
        with pytest.raises(Refused, match="no_right"):
            people.look_up(desk, patient)
        with pytest.raises(Refused, match="no_right"):
            search(desk, "ana")


def test_doubles_show_while_typing(office: Office) -> None:
    patient = people.register(office.nurse, RegisterPerson("Nadia")).value
    assert [one.patient for one in people.doubles(office.reception, "nadja")] == [patient]
    assert people.doubles(office.reception, "n") == []
