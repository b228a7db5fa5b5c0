from dataclasses import replace
from datetime import date

import pytest

from icarmed.domain.vaccination.assess import assess
from icarmed.domain.vaccination.history import DoseGiven, History
from icarmed.domain.vaccination.judge import JudgedDose, Verdict
from icarmed.domain.vaccination.schedule import (
    Certainty,
    EarlyDose,
    Gap,
    Interval,
    Schedule,
    Series,
    Source,
)
from icarmed.domain.vaccination.status import Status
from tests.domain.vaccination.build import HEPLISAV, LATER, PLAN, SETTINGS, assessed, day, dose, doses_on

VALID, GRACE, EARLY, EXTRA = (
    Verdict.VALID,
    Verdict.VALID_WITH_GRACE,
    Verdict.TOO_EARLY,
    Verdict.EXTRA,
)
FROM_EARLY = replace(SETTINGS, after_early_dose_3=EarlyDose.FROM_EARLY_DOSE)


def verdicts(judged: tuple[JudgedDose, ...]) -> list[Verdict]:
    return [one.verdict for one in judged]


def numbers(judged: tuple[JudgedDose, ...]) -> list[int | None]:
    assert all(one.valid is (one.number is not None) for one in judged)
    return [one.number for one in judged]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        # The table of clinical.md: minimum 28 / 56 / 112, accepted 24 / 52 / 108.
        ((0, 28), [VALID, VALID]),
        ((0, 27), [VALID, GRACE]),
        ((0, 24), [VALID, GRACE]),
        ((0, 23), [VALID, EARLY]),
        ((0, 60, 116), [VALID, VALID, VALID]),
        ((0, 60, 112), [VALID, VALID, GRACE]),
        ((0, 60, 111), [VALID, VALID, EARLY]),
        ((0, 28, 112), [VALID, VALID, VALID]),
        ((0, 28, 108), [VALID, VALID, GRACE]),
        ((0, 28, 107), [VALID, VALID, EARLY]),
        ((0, 28, 112, 400), [VALID, VALID, VALID, EXTRA]),
        ((0, 3000, 6000), [VALID, VALID, VALID]),
        # After an early dose 2: 28 days after the invalid one.
        ((0, 10, 38), [VALID, EARLY, VALID]),
        ((0, 10, 34), [VALID, EARLY, GRACE]),
        ((0, 10, 33), [VALID, EARLY, EARLY]),
        # After an early dose 3: from the valid doses.
        ((0, 28, 60, 112), [VALID, VALID, EARLY, VALID]),
        ((0, 28, 100, 112), [VALID, VALID, EARLY, VALID]),
    ],
)
def test_a_dose_is_judged_by_full_days_with_four_of_grace(
    days: tuple[int, ...], expected: list[Verdict]
) -> None:
    assert verdicts(assessed(doses_on(*days)).doses) == expected


def test_without_grace_the_full_minimum_is_asked() -> None:
    strict = replace(SETTINGS, grace_days=0)
    assert verdicts(assessed(doses_on(0, 27), settings=strict).doses) == [VALID, EARLY]


def test_the_other_setting_counts_eight_weeks_from_an_early_dose_3() -> None:
    assert verdicts(assessed(doses_on(0, 28, 60, 116), settings=FROM_EARLY).doses)[-1] is VALID
    assert verdicts(assessed(doses_on(0, 28, 61, 112), settings=FROM_EARLY).doses)[-1] is EARLY
    upcoming = assessed(doses_on(0, 28, 80), settings=FROM_EARLY).next
    assert upcoming is not None
    assert upcoming.earliest == day(80 + 56)


@pytest.mark.parametrize(
    ("days", "since", "to", "short"),
    [
        ((0, 10), 1, 2, 18),
        ((0, 26), 1, 2, 2),
        ((0, 80, 120), 2, 3, 16),
        ((0, 28, 90), 1, 3, 22),
        # Both intervals fail: the one that fails by more is named.
        ((0, 28, 70), 1, 3, 42),
        ((0, 60, 70), 2, 3, 46),
        # One within grace, one not: the one that makes it invalid is named.
        ((0, 53, 106), 1, 3, 6),
        ((0, 60, 110), 2, 3, 6),
    ],
)
def test_the_failed_interval_and_the_days_short_are_told(
    days: tuple[int, ...], since: int, to: int, short: int
) -> None:
    shortfall = assessed(doses_on(*days)).doses[-1].shortfall
    assert shortfall is not None
    assert (shortfall.interval.since, shortfall.interval.to, shortfall.days) == (since, to, short)


def test_an_early_dose_is_measured_from_the_early_dose_before_it() -> None:
    shortfall = assessed(doses_on(0, 10, 33)).doses[-1].shortfall
    assert shortfall is not None
    assert (shortfall.since, shortfall.days) == (day(10), 5)


def test_doses_are_numbered_among_those_that_count() -> None:
    assert numbers(assessed(doses_on(0, 10, 38, 112)).doses) == [1, None, 2, 3]


def test_doses_of_one_day_count_once() -> None:
    judged = assessed((*doses_on(0, 28, 112), *doses_on(28, product="engerix-b-junior"))).doses
    assert sorted(verdicts(judged)) == [EXTRA, VALID, VALID, VALID]
    assert numbers(judged).count(2) == 1


def test_a_sub_standard_dose_waits_for_the_doctor_and_another_of_that_day_counts() -> None:
    judged = assessed((dose("2024-01-10", bad=True), dose("2024-01-10", "hbvaxpro-10"))).doses
    assert [(one.verdict, one.number) for one in judged] == [(Verdict.SUB_STANDARD, None), (VALID, 1)]


def test_a_course_of_sub_standard_doses_begins_again_at_dose_1() -> None:
    answered = assessed((dose("2024-01-10", bad=True),))
    assert answered.status is Status.IN_PROGRESS
    assert answered.next is not None
    assert (answered.next.number, answered.next.earliest) == (1, date(2024, 1, 10))


def test_a_vaccine_against_something_else_is_not_judged() -> None:
    answered = assessed((dose("2024-01-10", "some-other-vaccine"),))
    assert answered.doses == ()
    assert answered.status is Status.UNKNOWN


@pytest.mark.parametrize(
    ("given", "complete", "expected"),
    [
        ([(0, HEPLISAV), (28, HEPLISAV)], True, [VALID, VALID]),
        ([(0, HEPLISAV), (27, HEPLISAV)], False, [VALID, GRACE]),
        ([(0, HEPLISAV), (10, "engerix-b-20"), (28, HEPLISAV)], True, [VALID, EARLY, VALID]),
        ([(0, "engerix-b-20"), (10, HEPLISAV), (38, HEPLISAV)], True, [VALID, VALID, VALID]),
        ([(0, "engerix-b-20"), (28, HEPLISAV)], False, [VALID, VALID]),
        ([(0, HEPLISAV), (28, HEPLISAV), (200, "engerix-b-20")], True, [VALID, VALID, EXTRA]),
        # Three doses of any vaccine come first here: the Heplisav-B pair ends later.
        (
            [(0, "engerix-b-20"), (28, "engerix-b-20"), (112, HEPLISAV), (140, HEPLISAV)],
            True,
            [VALID, VALID, VALID, EXTRA],
        ),
        # Two vaccines on one day: the Heplisav-B dose is the one that counts.
        ([(0, "engerix-b-20"), (0, HEPLISAV), (28, HEPLISAV)], True, [VALID, EXTRA, VALID]),
    ],
)
def test_two_doses_of_heplisav_b_28_days_apart_complete_whatever_else_was_given(
    given: list[tuple[int, str]], complete: bool, expected: list[Verdict]
) -> None:
    answered = assessed(tuple(one for days, product in given for one in doses_on(days, product=product)))
    assert verdicts(answered.doses) == expected
    assert (answered.courses[0].completed_on is not None) is complete


def test_a_second_course_is_judged_by_itself() -> None:
    courses = assessed((*doses_on(0, 28, 112), *doses_on(120, 148, course=2))).courses
    assert [(course.number, course.completed_on) for course in courses] == [(1, day(112)), (2, None)]
    assert numbers(courses[1].doses) == [1, 2]


# Plans that Part 2 adds as data, here made by hand from clinical.md: the engine must hold them already.
SOURCE = Source("clinical.md", "2026", Certainty.INTERNATIONAL)
ONE_YEAR = Gap(months=12)


def interval(since: int, to: int, minimum: Gap, *, grace: bool) -> Interval:
    early = EarlyDose.FROM_EARLY_DOSE if to == since + 1 else EarlyDose.FROM_VALID_DOSES
    return Interval(since, to, minimum, grace, early, SOURCE)


def plan(code: str, series: Series) -> Schedule:
    return replace(PLAN, code=code, series=series, also_complete=(PLAN.series,), planned=())


ACCELERATED = plan(
    "twinrix-0-7-21-12m",
    Series(
        "accelerated",
        4,
        (
            interval(1, 2, Gap(days=7), grace=False),
            interval(2, 3, Gap(days=14), grace=False),
            interval(1, 4, ONE_YEAR, grace=True),
        ),
    ),
)


def given_on(*days: date) -> History:
    return History(tuple(dose(on.isoformat(), "twinrix-adult") for on in days))


def judged_by(schedule: Schedule, *days: date) -> tuple[JudgedDose, ...]:
    return assess(schedule, given_on(*days), SETTINGS, LATER).doses


def test_an_accelerated_plan_has_its_own_minima_without_grace() -> None:
    assert verdicts(judged_by(ACCELERATED, day(0), day(7), day(21))) == [VALID, VALID, VALID]
    assert verdicts(judged_by(ACCELERATED, day(0), day(6))) == [VALID, EARLY]
    assert verdicts(judged_by(ACCELERATED, day(0), day(7), day(20))) == [VALID, VALID, EARLY]


@pytest.mark.parametrize(
    ("fourth", "verdict"),
    [(date(2025, 1, 10), VALID), (date(2025, 1, 6), GRACE), (date(2025, 1, 5), EARLY)],
)
def test_the_fourth_accelerated_dose_is_due_a_year_after_the_first_less_four_days(
    fourth: date, verdict: Verdict
) -> None:
    judged = judged_by(ACCELERATED, day(0), day(7), day(21), fourth)
    assert judged[-1].verdict is verdict


def test_three_doses_at_28_56_112_complete_a_course_whatever_plan_was_meant() -> None:
    answered = assess(ACCELERATED, given_on(day(0), day(28), day(112)), SETTINGS, LATER)
    assert answered.courses[0].completed_on == day(112)
    assert numbers(answered.doses) == [1, 2, 3]


def test_a_plan_of_two_doses_of_one_product_judges_the_others_by_the_three_dose_rule() -> None:
    heplisav = next(series for series in PLAN.also_complete if series.products is not None)
    two_dose = replace(PLAN, code="heplisav", series=heplisav, also_complete=(PLAN.series,), planned=())
    mixed = History((*doses_on(0), *doses_on(10), *doses_on(40, product=HEPLISAV)))
    assert verdicts(assess(two_dose, mixed, SETTINGS, LATER).doses) == [VALID, EARLY, VALID]
    done = History(doses_on(0, 28, product=HEPLISAV))
    assert assess(two_dose, done, SETTINGS, LATER).courses[0].completed_on == day(28)


def test_a_plan_without_serology_ends_with_complete() -> None:
    plain = replace(PLAN, serology=None)
    assert assess(plain, History(doses_on(0, 28, 112)), SETTINGS, day(120)).status is Status.COMPLETE


def test_values_that_make_no_sense_are_refused() -> None:
    gap = Gap(days=28)
    with pytest.raises(ValueError, match="negative"):
        Gap(days=-1)
    with pytest.raises(ValueError, match="no interval"):
        Interval(2, 2, gap, True, None, SOURCE)
    with pytest.raises(ValueError, match="beyond dose 2"):
        Series("short", 2, (interval(2, 3, gap, grace=True),))
    with pytest.raises(ValueError, match="beyond dose 2"):
        replace(PLAN, series=Series("short", 2, ()))
    with pytest.raises(ValueError, match="every product"):
        replace(PLAN, series=Series("one", 3, (), frozenset({HEPLISAV})), also_complete=())
    with pytest.raises(ValueError, match="negative"):
        replace(SETTINGS, late_after_days=-1)
    with pytest.raises(ValueError, match="same id"):
        History((dose("2024-01-10"), dose("2024-01-10")))
    with pytest.raises(ValueError, match="count from 1"):
        DoseGiven("a", dose("2024-01-10").on, "engerix-b-20", course=0)
