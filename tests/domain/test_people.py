"""A person has as many names as they give, or none."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from icarmed.domain.dates import DateRange
from icarmed.domain.people import Gender, Milieu, NameKind, Patient, PersonName, Relation

NOBODY = Patient(
    id=UUID(int=1),
    code="K7M2QXW",
    names=(),
    gender=Gender.UNKNOWN,
    born=None,
    languages=(),
    milieu=Milieu.UNKNOWN,
    nationality="",
    relation=Relation.WORKER,
    discretion="",
    allergies="",
    agreed_word="",
    revision=1,
)


def test_no_name_is_a_state() -> None:
    assert NOBODY.shown_name is None


def test_the_shown_name_is_shown() -> None:
    names = (
        PersonName(UUID(int=2), NameKind.CIVIL, "Civile", shown=False),
        PersonName(UUID(int=3), NameKind.ALIAS, "Nadia", shown=True),
    )
    assert replace(NOBODY, names=names).shown_name == "Nadia"


def test_an_unknown_birth_gives_no_age() -> None:
    assert NOBODY.age(date(2026, 12, 3)) is None


def test_age_in_years() -> None:
    born = DateRange(date(1993, 6, 5), date(1994, 6, 4))
    assert replace(NOBODY, born=born).age(date(2026, 12, 3)) == 32
    assert replace(NOBODY, born=born).age(date(2026, 12, 4)) == 33
