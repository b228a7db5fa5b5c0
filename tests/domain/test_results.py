from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icarmed.catalogue.analyses import analyses
from icarmed.catalogue.laboratory import laboratory
from icarmed.domain.analyses import Analysis, AnalysisKind
from icarmed.domain.dates import DateRange
from icarmed.domain.findings import Refused
from icarmed.domain.results import Plausible, ReadingAids, Value, read_day, read_value

KNOWN = analyses().analyses
TODAY = date(2026, 12, 3)
LAB = [analysis for analysis in KNOWN.values() if analysis.kind is AnalysisKind.LAB]


def refusal(test: str, typed: str) -> str:
    with pytest.raises(Refused) as refused:
        read_value(KNOWN[test], typed)
    return refused.value.findings[0].code


@pytest.mark.parametrize("analysis", LAB, ids=lambda analysis: str(analysis.code))
def test_every_answer_of_the_catalogue_is_read_as_itself(analysis: Analysis) -> None:
    for answer in analysis.answers:
        assert read_value(analysis, answer) == Value(answer)
        assert read_value(analysis, f"  {answer.upper()} ") == Value(answer)


@pytest.mark.parametrize(
    ("test", "typed", "answer"),
    [
        ("hbsag", "neg", "negative"),
        ("hbsag", "P", "positive"),
        ("hbsag", "-", "negative"),
        ("hbsag", "+", "positive"),
        ("hcv_rna", "-", "not_detected"),
        ("hcv_rna", "+", "detected"),
        ("bv", "-", "absent"),
        ("bv", "+", "present"),
        ("ct_anal", "not det", "not_detected"),
        ("cytology", "ns", None),
        ("cytology", "asc-h", "ASC-H"),
        ("cytology", "asc", None),
        ("cytology", "-", None),
        ("hiv_confirm", "hiv", None),
        ("hiv_confirm", "+", None),
        ("hbsag", "12", None),
        ("hbsag", "(", None),
    ],
)
def test_a_word_is_told_by_its_beginning_or_its_sign_and_never_guessed(
    test: str, typed: str, answer: str | None
) -> None:
    if answer is None:
        assert refusal(test, typed) == "value_unknown"
    else:
        assert read_value(KNOWN[test], typed).text == answer


def test_words_of_the_language_are_read_as_well() -> None:
    french = {"negative": "négatif", "positive": "positif", "inconclusive": "douteux"}
    assert read_value(KNOWN["hbsag"], "Négatif", french).text == "negative"
    assert read_value(KNOWN["hbsag"], "dou", french).text == "inconclusive"
    assert refusal("hbsag", "dou") == "value_unknown"


@pytest.mark.parametrize(
    ("typed", "text", "number", "comparator"),
    [
        ("12", "12", "12", ""),
        ("12,5", "12.5", "12.5", ""),
        ("=10", "10", "10", ""),
        ("<2", "<2", "2", "<"),
        ("< 2", "<2", "2", "<"),
        ("≤2", "<=2", "2", "<="),
        (">1000", ">1000", "1000", ">"),
        ("≥ 1000", ">=1000", "1000", ">="),
        ("0", "0", "0", ""),
        ("0.125", "0.125", "0.125", ""),
        ("12 UI/L", "12", "12", ""),
        ("12 mIU/mL", "12", "12", ""),
        ("12[IU]/L", "12", "12", ""),
    ],
)
def test_a_titre_of_anti_hbs_is_comparator_number_and_unit(
    typed: str, text: str, number: str, comparator: str
) -> None:
    assert read_value(KNOWN["anti_hbs"], typed) == Value(text, Decimal(number), comparator, "[IU]/L")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "value_missing"),
        ("   ", "value_missing"),
        ("neg", "value_unknown"),
        ("-", "value_unknown"),
        ("-5", "value_unknown"),
        ("1e3", "unit_unknown"),
        ("<>2", "value_unknown"),
        ("1.2.3", "unit_unknown"),
        ("٣", "value_unknown"),
        ("1.000", "number_ambiguous"),
        ("1,000", "number_ambiguous"),
        ("12 mg/L", "unit_unknown"),
        ("12 IU/mL", "unit_unknown"),
        ("1234567890123", "value_unknown"),
    ],
)
def test_what_is_no_titre_or_could_be_two_is_refused(typed: str, code: str) -> None:
    assert refusal("anti_hbs", typed) == code


def test_units_that_are_a_thousand_times_apart_are_not_mixed() -> None:
    assert read_value(KNOWN["hcv_rna"], "15 kUI/L").unit == "[IU]/mL"
    assert refusal("hcv_rna", "15 UI/L") == "unit_unknown"


@pytest.mark.parametrize(
    ("typed", "text", "number", "comparator"),
    [("16", "1:16", 16, ""), ("1:16", "1:16", 16, ""), ("1 / 16", "1:16", 16, ""), ("<1", "<1:1", 1, "<")],
)
def test_a_dilution_is_read_with_or_without_its_one(
    typed: str, text: str, number: int, comparator: str
) -> None:
    assert read_value(KNOWN["rpr"], typed) == Value(text, Decimal(number), comparator, "{titer}")


@pytest.mark.parametrize("typed", ["0", "1:0", "16.5", "2:16", "abc"])
def test_what_is_no_dilution_is_refused(typed: str) -> None:
    assert refusal("rpr", typed) == "value_unknown"


def test_an_induration_is_a_number_and_a_panel_is_text() -> None:
    assert read_value(KNOWN["tst"], "12 mm") == Value("12", Decimal(12), "", "mm")
    assert read_value(KNOWN["cbc"], "voir  feuille") == Value("voir feuille")


@given(st.decimals(0, 10**6, places=2), st.sampled_from(["", "<", ">", "<=", ">="]))
def test_a_stored_number_is_read_again_as_itself(number: Decimal, comparator: str) -> None:
    stored = read_value(KNOWN["anti_hbs"], f"{comparator}{number}")
    assert stored.number == number
    assert read_value(KNOWN["anti_hbs"], stored.text) == stored


@pytest.mark.parametrize(
    ("test", "typed", "asked_again"),
    [
        ("anti_hbs", "100000", False),
        ("anti_hbs", "100001", True),
        ("anti_hbs", ">1000000", True),
        ("rpr", "16", False),
        ("rpr", "15", True),
        ("rpr", "8192", True),
        ("creatinine", "80", True),
        ("hbsag", "negative", False),
        ("cbc", "5", False),
    ],
)
def test_a_number_beyond_what_is_plausible_is_asked_again(test: str, typed: str, asked_again: bool) -> None:
    aids = laboratory().aids
    assert aids.implausible(test, read_value(KNOWN[test], typed)) is asked_again


def test_a_dilution_is_whole_and_above_nothing() -> None:
    dilutions = Plausible(Decimal(64), doubling=True)
    assert [n for n in ("0", "1", "1.5", "2", "3", "64", "128") if dilutions.holds(Decimal(n))] == [
        "1",
        "2",
        "64",
    ]


def test_the_least_plausible_number_holds() -> None:
    assert not Plausible(Decimal(10), Decimal(2)).holds(Decimal(1))


def test_what_must_be_seen_at_once_is_marked() -> None:
    aids = laboratory().aids
    assert aids.marks("hbsag", "positive")
    assert not aids.marks("hbsag", "negative")
    assert not aids.marks("hav_igg", "positive")
    assert not ReadingAids().marks("hbsag", "positive")


def test_what_is_shipped_about_results_names_known_tests_and_answers() -> None:
    aids = laboratory().aids
    assert set(aids.plausible) | aids.never_marked <= set(KNOWN)
    assert aids.marked <= {answer for analysis in KNOWN.values() for answer in analysis.answers}


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("15/10/2026", "2026-10-15"),
        ("5.1.2026", "2026-01-05"),
        ("15102026", "2026-10-15"),
        ("151026", "2026-10-15"),
        ("15-10-26", "2026-10-15"),
        ("15 10 1998", "1998-10-15"),
        ("15/10/98", "1998-10-15"),
        ("03/12", "2026-12-03"),
        ("4/12", "2025-12-04"),
        ("29/02", "2024-02-29"),
        ("10/2026", "2026-10"),
        ("2019", "2019"),
        ("2019-05", "2019-05"),
        ("2026-10-15", "2026-10-15"),
        ("2019/2020", "2019/2020"),
        ("2026", "2026"),
    ],
)
def test_a_day_is_read_as_people_type_it(typed: str, day: str) -> None:
    assert read_day(typed, TODAY) == DateRange.parse(day)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "not_a_day"),
        ("hier", "not_a_day"),
        ("31/02/2026", "not_a_day"),
        ("31/02", "not_a_day"),
        ("15/13", "not_a_day"),
        ("13/2026", "not_a_day"),
        ("2026-02-30", "not_a_day"),
        ("04/12/2026", "day_in_future"),
        ("2027", "day_in_future"),
        ("01/2027", "day_in_future"),
    ],
)
def test_what_is_no_day_or_has_not_come_is_refused(typed: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read_day(typed, TODAY)
    assert refused.value.findings[0].code == code


@given(st.dates(date(1930, 1, 1), TODAY))
def test_every_past_day_is_read_in_each_way_of_writing_it(day: date) -> None:
    for form in ("%d/%m/%Y", "%d%m%Y", "%Y-%m-%d", "%d.%m.%Y"):
        assert read_day(day.strftime(form), TODAY) == DateRange.day(day)
