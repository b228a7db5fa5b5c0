from datetime import date

import pytest

from icarmed.domain.findings import Finding
from icarmed.domain.vaccination.before import objections
from icarmed.domain.vaccination.history import DoseGiven, History, Sample, Statement
from icarmed.domain.vaccination_acts import StatementKind
from tests.domain.vaccination.build import PLAN, anti_hbc, anti_hbs, dose, doses_on, hbsag, said

# The ladder of wireframes.md: dose 1, then a dose 18 days later.
NADIA = (dose("2026-10-15"), dose("2026-11-02"))
COMPLETE = doses_on(0, 28, 112)


def against(
    new: DoseGiven,
    doses: tuple[DoseGiven, ...] = (),
    samples: tuple[Sample, ...] = (),
    statements: tuple[Statement, ...] = (),
) -> tuple[Finding, ...]:
    found = objections(PLAN, History(doses, samples, statements), new, new.on.last)
    assert all(one.overridable for one in found)
    return found


def codes(found: tuple[Finding, ...]) -> list[str]:
    return [one.code for one in found]


@pytest.mark.parametrize("on", ["2026-11-30", "2026-12-03"])
def test_a_dose_that_is_due_meets_none(on: str) -> None:
    assert against(dose(on), NADIA) == ()
    assert against(dose(on)) == ()


def test_a_week_early_is_too_early_and_the_minimum_is_told() -> None:
    (found,) = against(dose("2026-11-23"), NADIA)
    assert found.code == "dose_too_early"
    assert found.params == {"days": 7, "since": date(2026, 11, 2), "minimum": 28}


def test_grace_is_no_reason_to_give_a_dose_early() -> None:
    (found,) = against(dose("2026-11-26"), NADIA)
    assert found.code == "dose_within_grace"
    assert found.params == {"days": 4, "since": date(2026, 11, 2), "minimum": 28}


def test_a_second_dose_of_one_day_is_told_and_nothing_else_about_days() -> None:
    assert codes(against(dose("2026-11-02", "hbvaxpro-10"), NADIA)) == ["dose_same_day"]


def test_another_vaccine_is_not_held_against_these_days() -> None:
    assert against(dose("2026-11-02", "some-other-vaccine"), (dose("2026-11-02", "another-vaccine"),)) == ()


@pytest.mark.parametrize(
    ("samples", "code"),
    [
        ((hbsag(0, positive=True),), "vaccine_infected"),
        ((anti_hbc(0, positive=True),), "vaccine_to_clarify"),
        ((hbsag(0, positive=False), anti_hbc(0, positive=True), anti_hbs(0, "50")), "vaccine_immune"),
    ],
)
def test_serology_may_stand_against_it(samples: tuple[Sample, ...], code: str) -> None:
    assert codes(against(doses_on(600)[0], (), samples)) == [code]


@pytest.mark.parametrize(
    ("samples", "code"),
    [
        ((), "vaccine_complete"),
        ((anti_hbs(150, "50"),), "vaccine_immune"),
        ((anti_hbs(150, "5"),), "vaccine_needs_course"),
    ],
)
def test_a_complete_course_stands_against_one_more_unless_a_doctor_opened_another(
    samples: tuple[Sample, ...], code: str
) -> None:
    assert codes(against(doses_on(600)[0], COMPLETE, samples)) == [code]
    assert against(doses_on(600, course=2)[0], COMPLETE, samples) == ()


def test_the_diagnostic_dose_of_a_late_low_titre_meets_none() -> None:
    assert against(doses_on(710)[0], COMPLETE, (anti_hbs(700, "5"),)) == ()


def test_a_second_course_does_not_make_an_infection_harmless() -> None:
    found = against(doses_on(600, course=2)[0], COMPLETE, (hbsag(500, positive=True),))
    assert codes(found) == ["vaccine_infected"]


def test_a_contraindication_stands_against_it_and_a_refusal_yields_to_the_act() -> None:
    assert codes(against(doses_on(0)[0], (), (), (said(StatementKind.CONTRAINDICATED, -5),))) == [
        "vaccine_contraindicated"
    ]
    assert against(doses_on(0)[0], (), (), (said(StatementKind.DECLINED, -5),)) == ()
