"""Every case of the US CDC, on what its `compare` names (clinical.md "cdsi_hepb_cases.json")."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from icarmed.catalogue.schedules import products_by_cvx, schedule
from icarmed.domain.dates import DateRange
from icarmed.domain.vaccination.assess import assess
from icarmed.domain.vaccination.assessment import Assessment
from icarmed.domain.vaccination.history import DoseGiven, History
from icarmed.domain.vaccination.judge import Verdict
from icarmed.domain.vaccination.status import Status

Case = dict[str, Any]
CASES: list[Case] = json.loads(
    (Path(__file__).parents[2] / "data" / "cdsi_hepb_cases.json").read_text("utf-8")
)["cases"]
VERDICTS = {
    "Valid": {Verdict.VALID, Verdict.VALID_WITH_GRACE},
    "Not Valid": {Verdict.TOO_EARLY},
    "Extraneous": {Verdict.EXTRA},
}
COMPLETE = {Status.COMPLETE, Status.AWAITING_SEROLOGY}


def cases(comparison: str) -> pytest.MarkDecorator:
    chosen = [case for case in CASES if comparison in case["compare"]]
    return pytest.mark.parametrize("case", chosen, ids=[case["id"] for case in chosen])


def answer(case: Case) -> Assessment:
    plan = schedule("hepb-cdc-0-1-6")
    doses = tuple(
        DoseGiven(
            str(number), DateRange.day(date.fromisoformat(dose["date"])), products_by_cvx()[dose["cvx"]].code
        )
        for number, dose in enumerate(case["doses"])
    )
    return assess(plan, History(doses), plan.settings, date.fromisoformat(case["on"]))


def expected(case: Case, what: str) -> date:
    return date.fromisoformat(case["expected"][what])


def test_all_176_cases_are_here_and_name_only_what_is_compared_below() -> None:
    assert len({case["id"] for case in CASES}) == 176
    assert {name for case in CASES for name in case["compare"]} == {
        "validity",
        "completion",
        "next_dose_number",
        "earliest_date",
        "recommended_date_if_schedule_is_0_1_6",
        "early_third_dose",
    }


@cases("validity")
def test_validity(case: Case) -> None:
    judged = answer(case).doses
    assert len(judged) == len(case["doses"])
    for ours, theirs in zip(judged, case["doses"], strict=True):
        assert ours.verdict in VERDICTS[theirs["evaluation"]], theirs


@cases("completion")
def test_completion(case: Case) -> None:
    complete = answer(case).status in COMPLETE
    assert complete is (case["expected"]["series_status"] == "Complete")


@cases("next_dose_number")
def test_next_dose_number(case: Case) -> None:
    upcoming = answer(case).next
    assert (upcoming.number if upcoming else None) == case["expected"]["forecast_number"]


@cases("earliest_date")
def test_earliest_date(case: Case) -> None:
    upcoming = answer(case).next
    assert upcoming is not None
    assert upcoming.earliest == expected(case, "earliest")


@cases("recommended_date_if_schedule_is_0_1_6")
def test_recommended_date(case: Case) -> None:
    upcoming = answer(case).next
    assert upcoming is not None
    assert upcoming.recommended == expected(case, "recommended")


@cases("early_third_dose")
def test_a_third_dose_that_the_cdc_takes_is_too_early_for_us_and_completion_is_the_same(case: Case) -> None:
    answered = answer(case)
    differ = [
        ours.verdict
        for ours, theirs in zip(answered.doses, case["doses"], strict=True)
        if ours.verdict not in VERDICTS[theirs["evaluation"]]
    ]
    assert differ == [Verdict.TOO_EARLY]
    assert (answered.status in COMPLETE) is (case["expected"]["series_status"] == "Complete")
