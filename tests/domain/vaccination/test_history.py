from datetime import date
from decimal import Decimal

import pytest

from icarmed.domain.vaccination.history import Comparator, Found, Marker, Sample, Statement, Titre
from icarmed.domain.vaccination.product import Product
from icarmed.domain.vaccination_acts import StatementKind


@pytest.mark.parametrize(
    ("text", "comparator", "value"),
    [
        ("12.5", Comparator.EQUAL, "12.5"),
        ("12,5", Comparator.EQUAL, "12.5"),
        ("<2", Comparator.LESS, "2"),
        ("<= 10", Comparator.AT_MOST, "10"),
        (">1000", Comparator.MORE, "1000"),
        (" >=1000 ", Comparator.AT_LEAST, "1000"),
        ("=7", Comparator.EQUAL, "7"),
    ],
)
def test_a_titre_is_read_as_the_laboratory_prints_it(text: str, comparator: Comparator, value: str) -> None:
    assert Titre.parse(text) == Titre(Decimal(value), comparator)


@pytest.mark.parametrize("text", ["", "<", "négatif", "1e3", "1_000", "-3", "NaN", "1.2.3", "²"])
def test_what_is_not_a_titre_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a titre"):
        Titre.parse(text)


@pytest.mark.parametrize(
    ("text", "reaches"),
    [
        ("10", True),
        ("9.99", False),
        ("<10", False),
        ("<2", False),
        ("<20", None),
        ("<=9", False),
        ("<=10", None),
        (">10", True),
        (">=10", True),
        (">1000", True),
        (">5", None),
        (">=9", None),
    ],
)
def test_a_titre_reaches_10_only_when_what_was_printed_says_so(text: str, reaches: bool | None) -> None:
    assert Titre.parse(text).reaches(10) is reaches


def test_a_titre_has_a_unit_of_the_size_of_iu_per_litre() -> None:
    assert Titre.parse("12", "mIU/mL").reaches(10)
    with pytest.raises(ValueError, match="not a unit"):
        Titre(Decimal(12), unit="g/L")
    with pytest.raises(ValueError, match="from 0"):
        Titre(Decimal(-1))
    with pytest.raises(ValueError, match="from 0"):
        Titre(Decimal("NaN"))


@pytest.mark.parametrize(
    ("found", "above"), [(Found.POSITIVE, True), (Found.NEGATIVE, False), (Found.INCONCLUSIVE, None)]
)
def test_a_word_may_stand_for_a_titre(found: Found, above: bool | None) -> None:
    assert Sample("a", Marker.ANTI_HBS, date(2024, 1, 1), found).above(10) is above


def test_only_anti_hbs_has_a_titre() -> None:
    with pytest.raises(ValueError, match="no titre"):
        Sample("a", Marker.HBSAG, date(2024, 1, 1), Titre.parse("12"))


def test_a_statement_ends_on_or_after_its_day() -> None:
    on = date(2024, 1, 2)
    assert Statement(StatementKind.DECLINED, on, on).until == on
    with pytest.raises(ValueError, match="cannot end"):
        Statement(StatementKind.DECLINED, on, date(2024, 1, 1))


@pytest.mark.parametrize(
    ("age", "code"),
    [(15, "product_too_young"), (16, None), (17, None), (18, "product_too_old")],
)
def test_a_product_objects_to_an_age_it_was_not_made_for(age: int, code: str | None) -> None:
    product = Product("x", "X 20", frozenset({"hepatitis_b"}), from_years=16, until_years=17)
    found = product.unsuited(age)
    assert [one.code for one in found] == ([] if code is None else [code])
    assert all(one.overridable and one.params["product"] == "X 20" for one in found)


def test_a_product_without_limits_suits_any_age() -> None:
    assert Product("x", "X", frozenset({"hepatitis_b"})).unsuited(0) == ()
