"""Each shipped rule by worked examples: a history in which it opens, one in which not, one that closes it.

Days are those of the rule list of the project, counted by hand.
"""

from typing import NamedTuple

import pytest

from icarmed.domain.lab_requests import LineState, SpecimenState
from icarmed.domain.rapid_tests import RapidResult
from icarmed.domain.reminder_acts import ActKind
from icarmed.domain.reminders.engine import DueRow, open_matters
from icarmed.domain.vaccination_acts import StatementKind
from tests.domain.reminders.people import NADIA, Person, book, day, key

REACTIVE, NON_REACTIVE, INVALID = RapidResult.REACTIVE, RapidResult.NON_REACTIVE, RapidResult.INVALID


def only(rows: list[DueRow]) -> DueRow:
    (row,) = rows
    return row


def still_open(person: Person, rule: str) -> list[str]:
    return [row.anchor for row in open_matters(person.facts, book()) if row.rule == rule]


# HBV-01: due at once, overdue after 14 days, ends by a referral or a refusal.


def test_hbv_01_opens_with_a_positive_hbsag_from_the_day_the_result_is_known() -> None:
    row = only(Person().blood("r", "hbsag", "2026-10-15", "+", "2026-10-22").due("HBV-01"))
    assert row.anchor == f"results:{key('r')}"
    assert (row.due, row.overdue_from, row.priority) == (day("2026-10-22"), day("2026-11-05"), 1)
    assert row.params == {"day": day("2026-10-15")}


def test_hbv_01_says_a_partial_day_as_it_is_known() -> None:
    row = only(Person().blood("r", "hbsag", "2024", "+", "2026-10-22").due("HBV-01"))
    assert row.params == {"day": "2024"}


def test_hbv_01_does_not_open_with_a_negative_one_or_soon_after_a_dose() -> None:
    assert Person().blood("r", "hbsag", "2026-10-15", "-").due("HBV-01") == []
    soon = Person().dose("d1", "2026-10-01").blood("r", "hbsag", "2026-10-15", "+")
    assert soon.due("HBV-01") == []


def test_hbv_01_opens_once_for_a_row_of_positives_and_again_after_a_negative() -> None:
    person = Person().blood("a", "hbsag", "2024-01-10", "+").blood("b", "hbsag", "2025-01-10", "+")
    assert [row.anchor for row in person.due("HBV-01")] == [f"results:{key('a')}"]
    person.blood("c", "hbsag", "2025-06-10", "-").blood("d", "hbsag", "2026-01-10", "+")
    assert {row.anchor for row in person.due("HBV-01")} == {f"results:{key('a')}", f"results:{key('d')}"}


def test_hbv_01_ends_with_a_referral_never_with_a_later_negative() -> None:
    person = Person().blood("r", "hbsag", "2026-01-10", "+").blood("n", "hbsag", "2026-06-10", "-")
    assert still_open(person, "HBV-01") == [f"results:{key('r')}"]
    person.act("HBV-01", f"results:{key('r')}", ActKind.REFERRED, "2026-06-11")
    assert still_open(person, "HBV-01") == []


# HBV-02: 28 days after that dose, overdue 14 days later.


def test_hbv_02_opens_soon_after_a_dose_and_holds_the_next_one() -> None:
    person = Person().dose("d1", "2026-10-01").blood("r", "hbsag", "2026-10-15", "+")
    row = only(person.due("HBV-02"))
    assert row.anchor == f"results:{key('r')}"
    assert (row.due, row.overdue_from) == (day("2026-10-29"), day("2026-11-12"))
    assert person.due("HBV-04") == []


@pytest.mark.parametrize("on", ["2026-10-01", "2026-10-29"])
def test_hbv_02_does_not_open_on_the_day_of_the_dose_or_28_days_later(on: str) -> None:
    person = Person().dose("d1", "2026-10-01").blood("r", "hbsag", on, "+")
    assert person.due("HBV-02") == []
    assert len(person.due("HBV-01")) == 1


def test_hbv_02_ends_with_a_new_hbsag_28_days_after_the_dose() -> None:
    person = Person().dose("d1", "2026-10-01").blood("r", "hbsag", "2026-10-15", "+")
    person.blood("n", "hbsag", "2026-10-29", "-")
    assert person.due("HBV-02") == []
    assert len(person.due("HBV-04")) == 1


# HBV-03: at once, overdue after 14 days, ends by the doctor's decision.


def isolated() -> Person:
    person = Person().blood("c", "anti_hbc", "2026-10-15", "+", "2026-10-22")
    return person.blood("a", "hbsag", "2026-10-15", "-").blood("t", "anti_hbs", "2026-10-15", "<2")


def test_hbv_03_opens_with_an_isolated_anti_hbc() -> None:
    row = only(isolated().due("HBV-03"))
    assert row.anchor == f"results:{key('c')}"
    assert (row.due, row.overdue_from, row.priority) == (day("2026-10-22"), day("2026-11-05"), 2)
    assert row.params["because"] == "clarify.isolated_anti_hbc"


def test_hbv_03_does_not_open_while_a_marker_is_missing() -> None:
    person = Person().blood("c", "anti_hbc", "2026-10-15", "+").blood("a", "hbsag", "2026-10-15", "-")
    assert person.due("HBV-03") == []


def test_hbv_03_ends_with_a_titre_or_with_the_decision() -> None:
    assert isolated().blood("u", "anti_hbs", "2026-11-20", "55").due("HBV-03") == []
    person = isolated().act("HBV-03", f"results:{key('c')}", ActKind.DECIDED, "2026-11-20")
    assert still_open(person, "HBV-03") == []


# HBV-04: the forecast; late from 30 days after.


def test_hbv_04_opens_for_dose_2_a_month_after_dose_1() -> None:
    row = only(Person().dose("d1", "2026-10-15").due("HBV-04"))
    assert row.anchor == f"doses:{key('d1')}"
    # 28 days: 12 November; one month: 15 November; 30 days later: 15 December.
    assert (row.possible_from, row.due, row.overdue_from) == (
        day("2026-11-12"),
        day("2026-11-15"),
        day("2026-12-15"),
    )
    assert row.params["dose"] == 2


def test_hbv_04_for_dose_1_hangs_on_the_person_who_is_shown_susceptible() -> None:
    row = only(Person().susceptible("2026-10-15").due("HBV-04"))
    assert (row.anchor, row.due, row.params["dose"]) == (f"patients:{NADIA}", day("2026-10-15"), 1)


def test_hbv_04_does_not_open_for_dose_1_on_a_low_titre_or_a_word_alone() -> None:
    assert Person().blood("t", "anti_hbs", "2026-10-15", "<2").due("HBV-04") == []
    assert Person().said(StatementKind.NEVER_VACCINATED, "2026-10-15").due("HBV-04") == []
    assert Person().due("HBV-04") == []


def test_hbv_04_for_the_dose_after_a_late_low_titre_hangs_on_the_titre() -> None:
    person = Person().dose("d1", "2020-01-02").dose("d2", "2020-02-06").dose("d3", "2020-06-04")
    row = only(person.blood("t", "anti_hbs", "2026-10-15", "4").due("HBV-04"))
    assert (row.anchor, row.due, row.params["dose"]) == (f"results:{key('t')}", day("2026-10-15"), 4)


def test_hbv_04_ends_with_the_dose_a_refusal_or_a_contraindication() -> None:
    person = Person().dose("d1", "2026-10-15").dose("d2", "2026-11-19")
    assert [row.anchor for row in person.due("HBV-04")] == [f"doses:{key('d2')}"]
    for kind in (StatementKind.DECLINED, StatementKind.CONTRAINDICATED):
        assert Person().dose("d1", "2026-10-15").said(kind, "2026-11-19").due("HBV-04") == []
        assert Person().susceptible("2026-10-15").said(kind, "2026-11-19").due("HBV-04") == []


def test_hbv_04_waits_for_the_end_of_a_contraindication_that_has_one() -> None:
    person = Person().dose("d1", "2026-10-15")
    row = only(person.said(StatementKind.CONTRAINDICATED, "2026-11-01", "2027-01-31").due("HBV-04"))
    assert (row.possible_from, row.due) == (day("2027-02-01"), day("2027-02-01"))


# HBV-05: 28 days after the last dose, overdue 3 months after it.


def complete() -> Person:
    return Person().dose("d1", "2026-01-08").dose("d2", "2026-02-12").dose("d3", "2026-05-21")


def test_hbv_05_opens_with_the_complete_course() -> None:
    row = only(complete().due("HBV-05"))
    assert row.anchor == f"doses:{key('d3')}"
    assert (row.due, row.overdue_from, row.priority) == (day("2026-06-18"), day("2026-08-21"), 3)


def test_hbv_05_does_not_open_before_the_course_is_complete() -> None:
    assert Person().dose("d1", "2026-01-08").dose("d2", "2026-02-12").due("HBV-05") == []


def test_hbv_05_ends_with_an_interpretable_titre_only() -> None:
    assert len(complete().blood("t", "anti_hbs", "2026-06-17", "120").due("HBV-05")) == 1
    assert complete().blood("t", "anti_hbs", "2026-06-18", "120").due("HBV-05") == []


# HIV-01: at once, overdue after 2 days; a sample for the laboratory answers it.


def test_hiv_01_opens_with_a_reactive_test() -> None:
    row = only(Person().rapid("t", "trod_hiv", "2026-11-19", REACTIVE).due("HIV-01"))
    assert row.anchor == f"rapid_tests:{key('t')}"
    assert (row.due, row.overdue_from, row.priority) == (day("2026-11-19"), day("2026-11-21"), 1)
    assert row.params == {"test": "trod_hiv", "day": day("2026-11-19")}


def test_hiv_01_does_not_open_with_another_result_or_another_test() -> None:
    assert Person().rapid("t", "trod_hiv", "2026-11-19", NON_REACTIVE).due("HIV-01") == []
    assert Person().rapid("t", "trod_hcv", "2026-11-19", REACTIVE).due("HIV-01") == []


@pytest.mark.parametrize("test", ["hiv_ag_ab", "hiv_confirm"])
def test_hiv_01_ends_with_a_sample_taken_that_day_or_later(test: str) -> None:
    person = Person().rapid("t", "trod_hiv", "2026-11-19", REACTIVE)
    assert person.line("l", test, "2026-11-19").due("HIV-01") == []
    recorded = Person().rapid("t", "trod_hiv", "2026-11-19", REACTIVE).blood("r", test, "2026-11-20")
    assert recorded.due("HIV-01") == []


@pytest.mark.parametrize(
    ("sampled_on", "state", "specimen"),
    [
        ("2026-11-18", LineState.WAITING, SpecimenState.TAKEN),
        ("2026-11-19", LineState.CANCELLED, SpecimenState.TAKEN),
        ("2026-11-19", LineState.WAITING, SpecimenState.LOST),
        ("2026-11-19", LineState.WAITING, SpecimenState.DAMAGED),
        (None, LineState.WAITING, SpecimenState.ORDERED),
    ],
)
def test_hiv_01_stays_when_the_sample_was_earlier_lost_or_only_ordered(
    sampled_on: str | None, state: LineState, specimen: SpecimenState
) -> None:
    person = Person().rapid("t", "trod_hiv", "2026-11-19", REACTIVE)
    person.line("l", "hiv_ag_ab", sampled_on, state=state, specimen=specimen)
    assert len(person.due("HIV-01")) == 1


def test_hiv_01_stays_when_it_is_not_sure_that_the_result_is_of_a_later_sample() -> None:
    person = Person().rapid("t", "trod_hiv", "2026-11-19", REACTIVE).blood("r", "hiv_ag_ab", "2026-11")
    assert len(person.due("HIV-01")) == 1


# TRD-01: at once, late at once; a valid test or a sample answers it.


def test_trd_01_opens_with_an_invalid_result_or_an_expired_kit() -> None:
    row = only(Person().rapid("t", "trod_syphilis", "2026-11-19", INVALID).due("TRD-01"))
    assert row.anchor == f"rapid_tests:{key('t')}"
    assert (row.due, row.overdue_from) == (day("2026-11-19"), day("2026-11-19"))
    expired = Person().rapid("t", "trod_syphilis", "2026-11-19", NON_REACTIVE, kit_expired=True)
    assert len(expired.due("TRD-01")) == 1


def test_trd_01_does_not_open_with_a_valid_one() -> None:
    assert Person().rapid("t", "trod_syphilis", "2026-11-19", REACTIVE).due("TRD-01") == []


def test_trd_01_ends_with_a_valid_test_of_the_same_kind_or_a_sample() -> None:
    invalid = Person().rapid("t", "trod_syphilis", "2026-11-19", INVALID)
    assert invalid.rapid("u", "trod_syphilis", "2026-11-19", NON_REACTIVE).due("TRD-01") == []
    sampled = Person().rapid("t", "trod_syphilis", "2026-11-19", INVALID).line("l", "rpr", "2026-11-19")
    assert sampled.due("TRD-01") == []


def test_trd_01_stays_with_another_invalid_one_another_kind_or_an_earlier_one() -> None:
    person = Person().rapid("t", "trod_syphilis", "2026-11-19", INVALID)
    person.rapid("u", "trod_hiv", "2026-11-19", NON_REACTIVE)
    person.rapid("v", "trod_syphilis", "2026-11-18", NON_REACTIVE)
    assert len(person.due("TRD-01")) == 1
    assert len(person.rapid("w", "trod_syphilis", "2026-11-19", INVALID).due("TRD-01")) == 2


# SYP-01 and HCV-01: only the result answers; a request that is under way is said.


class Confirmed(NamedTuple):
    rule: str
    rapid: str
    test: str
    overdue: str


by_a_result = pytest.mark.parametrize(
    "one",
    [
        Confirmed("SYP-01", "trod_syphilis", "rpr", "2026-11-21"),
        Confirmed("HCV-01", "trod_hcv", "hcv_rna", "2026-11-26"),
    ],
    ids=lambda one: str(one.rule),
)


@by_a_result
def test_a_reactive_test_opens_it(one: Confirmed) -> None:
    row = only(Person().rapid("t", one.rapid, "2026-11-19", REACTIVE).due(one.rule))
    assert row.anchor == f"rapid_tests:{key('t')}"
    assert (row.due, row.overdue_from) == (day("2026-11-19"), day(one.overdue))


@by_a_result
def test_no_line_or_no_valid_result_does_not(one: Confirmed) -> None:
    assert Person().rapid("t", one.rapid, "2026-11-19", NON_REACTIVE).due(one.rule) == []
    assert Person().rapid("t", one.rapid, "2026-11-19", INVALID).due(one.rule) == []


@by_a_result
def test_it_stays_with_the_sample_and_names_the_request(one: Confirmed) -> None:
    person = Person().rapid("t", one.rapid, "2026-11-19", REACTIVE).line("l", one.test, "2026-11-19")
    assert only(person.due(one.rule)).params["asked"] == "no request"


@by_a_result
def test_it_ends_with_the_result(one: Confirmed) -> None:
    person = Person().rapid("t", one.rapid, "2026-11-19", REACTIVE)
    assert person.blood("r", one.test, "2026-11-19").due(one.rule) == []
    answered = Person().rapid("t", one.rapid, "2026-11-19", REACTIVE)
    answered.line("l", one.test, "2026-11-19", state=LineState.REVIEWED)
    assert answered.due(one.rule) == []


@by_a_result
def test_it_stays_with_the_result_of_an_earlier_sample(one: Confirmed) -> None:
    person = Person().rapid("t", one.rapid, "2026-11-19", REACTIVE).blood("r", one.test, "2026-11-18")
    person.line("l", one.test, "2026-11-18", state=LineState.REVIEWED)
    assert len(person.due(one.rule)) == 1


def test_an_order_without_a_sample_is_named_too_and_an_earlier_one_is_not() -> None:
    person = Person().rapid("t", "trod_syphilis", "2026-11-19", REACTIVE)
    person.line("early", "rpr", "2026-11-18", request="early")
    assert "asked" not in only(person.due("SYP-01")).params
    person.line("l", "rpr", None, request="ordered", specimen=SpecimenState.ORDERED)
    assert only(person.due("SYP-01")).params["asked"] == "no ordered"
    person.line("m", "rpr", "2026-11-20", request="taken")
    assert only(person.due("SYP-01")).params["asked"] == "no taken"


# RES-01: 10 days after sampling (cytology and HPV 21), overdue 7 days later.


def test_res_01_opens_with_a_sample_one_reminder_a_request() -> None:
    person = Person().line("a", "hbsag", "2026-11-05").line("b", "anti_hbs", "2026-11-05")
    row = only(person.due("RES-01"))
    assert row.anchor == f"requests:{key('request')}"
    assert (row.due, row.overdue_from) == (day("2026-11-15"), day("2026-11-22"))
    assert row.params == {"request": "no request", "day": day("2026-11-05")}


@pytest.mark.parametrize("test", ["cytology", "hpv"])
def test_res_01_gives_the_cervix_21_days(test: str) -> None:
    row = only(Person().line("a", test, "2026-11-05").due("RES-01"))
    assert (row.due, row.overdue_from) == (day("2026-11-26"), day("2026-12-03"))


@pytest.mark.parametrize("order", [("cytology", "hbsag"), ("hbsag", "cytology")])
def test_res_01_counts_the_earliest_of_a_request(order: tuple[str, str]) -> None:
    first, second = order
    person = Person().line("a", first, "2026-11-05").line("b", second, "2026-11-05")
    assert only(person.due("RES-01")).due == day("2026-11-15")


@pytest.mark.parametrize("specimen", [SpecimenState.TAKEN, SpecimenState.BAGGED, SpecimenState.COLLECTED])
def test_res_01_counts_from_sampling_wherever_the_tube_is(specimen: SpecimenState) -> None:
    assert len(Person().line("a", "hbsag", "2026-11-05", specimen=specimen).due("RES-01")) == 1


def test_res_01_does_not_open_before_a_sample() -> None:
    person = Person().line("a", "hbsag", None, specimen=SpecimenState.ORDERED)
    assert person.due("RES-01") == []


@pytest.mark.parametrize(
    ("state", "specimen"),
    [
        (LineState.RECEIVED, SpecimenState.COLLECTED),
        (LineState.CANCELLED, SpecimenState.COLLECTED),
        (LineState.WAITING, SpecimenState.LOST),
        (LineState.WAITING, SpecimenState.REFUSED),
    ],
)
def test_res_01_ends_with_the_result_or_the_loss(state: LineState, specimen: SpecimenState) -> None:
    assert Person().line("a", "hbsag", "2026-11-05", state=state, specimen=specimen).due("RES-01") == []
