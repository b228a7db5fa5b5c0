"""Any piece, in any order, without accents, with a slip of the finger."""

from datetime import date

import pytest

from icarmed.domain.codes import shown_patient_code
from icarmed.domain.dates import DateRange
from icarmed.usecases import people
from icarmed.usecases.people import Person, RegisterPerson
from icarmed.usecases.search import search
from tests.support.office import Office

NAMES = (
    "Nadia",
    "Nadine",
    "Ștefania Pop",
    "Željka",
    "Jean-Luc",
    "Zoë Œuvrard",
    "Mila",
    "Milena",
    "Łucja",
    "Rosa",
)


@pytest.fixture
def known(office: Office) -> Office:
    for name in NAMES:
        people.register(office.nurse, RegisterPerson(name))
    return office


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nad", {"Nadia", "Nadine"}),
        ("pop stef", {"Ștefania Pop"}),
        ("zeljka", {"Željka"}),
        ("jeanluc", {"Jean-Luc"}),
        ("luc jean", {"Jean-Luc"}),
        ("oeuvrard", {"Zoë Œuvrard"}),
        ("lucja", {"Łucja"}),
        ("ROSA", {"Rosa"}),
        ("xyzq", set()),
        ("", set()),
    ],
)
def test_any_piece_in_any_order(known: Office, typed: str, meant: set[str]) -> None:
    assert {one.shown_name for one in search(known.reception, typed)} == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nadja", "Nadia"),
        ("ndia", "Nadia"),
        ("naddia", "Nadia"),
        ("ndaia", "Nadia"),
        ("stefanai", "Ștefania Pop"),
        ("zelka", "Željka"),
        ("milenna", "Milena"),
    ],
)
def test_a_slip_of_the_finger_is_among_the_first_five(known: Office, typed: str, meant: str) -> None:
    assert meant in [one.shown_name for one in search(known.reception, typed)][:5]


def test_a_code_is_found_with_and_without_its_dash(known: Office) -> None:
    someone = search(known.reception, "mila")[0]
    for typed in (someone.code, shown_patient_code(someone.code), someone.code.lower()[:4]):
        assert someone.patient in [one.patient for one in search(known.reception, typed)]


@pytest.mark.parametrize("typed", ["17/05/1994", "17051994", "1994-05-17", "petra 1994"])
def test_a_birth_date_is_found_however_it_is_written(office: Office, typed: str) -> None:
    born = DateRange.day(date(1994, 5, 17))
    patient = people.register(office.nurse, RegisterPerson("Petra", Person(born=born))).value
    assert [one.patient for one in search(office.reception, typed)] == [patient]


def test_two_of_the_same_name_are_told_apart(office: Office) -> None:
    older = RegisterPerson("Nadia", Person(born=DateRange.parse("1980"), languages=("ro",)))
    younger = RegisterPerson("Nadia", Person(born=DateRange.parse("1999"), languages=("fr",)))
    for one in (older, younger):
        people.register(office.nurse, one)
    found = search(office.reception, "nadia")
    assert {(one.born, one.languages) for one in found} == {
        (DateRange.parse("1980"), ("ro",)),
        (DateRange.parse("1999"), ("fr",)),
    }
    assert len({one.code for one in found}) == 2


def test_whole_words_come_first(known: Office) -> None:
    assert search(known.reception, "mila")[0].shown_name == "Mila"
