"""What holds for every history, tried on many invented ones."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from icarmed.domain.dates import DateRange
from icarmed.domain.findings import Finding
from icarmed.domain.vaccination.assess import assess
from icarmed.domain.vaccination.assessment import Assessment, Flag
from icarmed.domain.vaccination.history import DoseGiven, History, Sample, Statement
from icarmed.domain.vaccination.judge import Verdict, judge
from icarmed.domain.vaccination.schedule import EarlyDose, Settings
from icarmed.domain.vaccination.status import Status
from icarmed.domain.vaccination_acts import StatementKind
from tests.domain.vaccination.build import (
    HEPLISAV,
    LATER,
    PLAN,
    SETTINGS,
    START,
    anti_hbc,
    anti_hbs,
    day,
    hbsag,
)

PRODUCTS = ("engerix-b-20", "hbvaxpro-10", HEPLISAV, "twinrix-adult")
# Gaps near every limit, and far beyond all of them.
GAPS = st.one_of(
    st.integers(0, 130),
    st.sampled_from([23, 24, 27, 28, 51, 52, 55, 56, 107, 108, 111, 112]),
    st.integers(130, 4000),
)
SETTINGS_TRIED = st.sampled_from(
    [
        SETTINGS,
        replace(SETTINGS, after_early_dose_3=EarlyDose.FROM_EARLY_DOSE),
        replace(SETTINGS, grace_days=0),
    ]
)


def exact_doses(gaps: list[int], products: list[str]) -> tuple[DoseGiven, ...]:
    on, made = START, []
    for number, (gap, product) in enumerate(zip(gaps, products, strict=True)):
        on += timedelta(gap)
        made.append(DoseGiven(f"d{number}", DateRange.day(on), product))
    return tuple(made)


@st.composite
def doses(draw: st.DrawFn) -> tuple[DoseGiven, ...]:
    gaps = draw(st.lists(GAPS, max_size=6))
    products = draw(st.lists(st.sampled_from(PRODUCTS), min_size=len(gaps), max_size=len(gaps)))
    return exact_doses(gaps, products)


@st.composite
def any_doses(draw: st.DrawFn) -> tuple[DoseGiven, ...]:
    """Also declared, sub-standard and partly known ones, and a second course."""
    made = []
    for one in draw(doses()):
        span = DateRange(one.on.first, one.on.first + timedelta(draw(st.sampled_from([0, 0, 0, 30, 365]))))
        made.append(
            replace(
                one,
                on=span,
                declared=draw(st.booleans()),
                sub_standard=draw(st.booleans()),
                course=draw(st.sampled_from([1, 1, 2])),
            )
        )
    return tuple(made)


SAMPLES = st.lists(
    st.one_of(
        st.builds(hbsag, st.integers(0, 2000), positive=st.booleans()),
        st.builds(anti_hbc, st.integers(0, 2000), positive=st.booleans()),
        st.builds(anti_hbs, st.integers(0, 2000), st.sampled_from(["<2", "9", "10", "300", "<20", ">1000"])),
    ),
    max_size=5,
    unique_by=lambda sample: sample.id,
).map(tuple)
STATEMENTS = st.lists(
    st.builds(
        lambda kind, after, length: Statement(
            kind, day(after), None if length is None else day(after + length)
        ),
        st.sampled_from(StatementKind),
        st.integers(0, 2000),
        st.one_of(st.none(), st.integers(0, 400)),
    ),
    max_size=3,
).map(tuple)
HISTORIES = st.builds(History, any_doses(), SAMPLES, STATEMENTS)
DAYS = st.dates(date(2024, 1, 10), date(2045, 1, 1))


def answer(history: History) -> Assessment:
    return assess(PLAN, history, SETTINGS, LATER)


@given(doses(), SETTINGS_TRIED)
def test_a_late_dose_never_restarts_a_course(given_doses: tuple[DoseGiven, ...], settings: Settings) -> None:
    assume(given_doses)
    (course,) = judge(PLAN, given_doses, settings)
    assume(course.completed_on is None)
    late = DoseGiven("late", DateRange.day(given_doses[-1].on.last + timedelta(5000)), "engerix-b-20")
    (after,) = judge(PLAN, (*given_doses, late), settings)
    numbers = [one.number for one in course.doses if one.number]
    assert [one.number for one in after.doses if one.number] == [*numbers, len(numbers) + 1]


@st.composite
def complete_courses(draw: st.DrawFn) -> tuple[DoseGiven, ...]:
    """Three doses that complete a course, among others at random."""
    second = draw(st.integers(28, 300))
    third = draw(st.integers(max(112, second + 56), 600))
    course = exact_doses([0, second, third - second], ["engerix-b-20"] * 3)
    others = draw(st.lists(st.integers(0, 700), max_size=3))
    return (
        *course,
        *(DoseGiven(f"o{n}", DateRange.day(day(on)), "hbvaxpro-10") for n, on in enumerate(others)),
    )


@pytest.mark.parametrize("rule", list(EarlyDose))
@given(complete_courses(), st.integers(0, 700), st.sampled_from(PRODUCTS))
def test_adding_a_valid_dose_never_moves_completion_later(
    rule: EarlyDose, given_doses: tuple[DoseGiven, ...], after: int, product: str
) -> None:
    settings = replace(SETTINGS, after_early_dose_3=rule)
    added = DoseGiven("added", DateRange.day(day(after)), product)
    (before,) = judge(PLAN, given_doses, settings)
    (course,) = judge(PLAN, (*given_doses, added), settings)
    # Valid by its own rule: what only a later Heplisav-B makes good was too early when given.
    if added.on.first in course.valid_on and before.completed_on is not None:
        assert course.completed_on is not None
        assert course.completed_on <= before.completed_on


@given(doses(), SETTINGS_TRIED)
def test_the_forecast_is_never_before_the_full_minimum_and_a_dose_on_that_day_is_valid(
    given_doses: tuple[DoseGiven, ...], settings: Settings
) -> None:
    assume(given_doses)
    answered = assess(PLAN, History(given_doses), settings, LATER)
    assume(answered.status is Status.IN_PROGRESS)
    upcoming = answered.next
    assert upcoming is not None
    assert upcoming.earliest is not None
    assert upcoming.recommended is not None
    assert upcoming.late_from is not None
    assert upcoming.earliest <= upcoming.recommended < upcoming.late_from
    valid_on = answered.courses[0].valid_on
    full = {2: [28], 3: [112, 56]}[upcoming.number]
    for since, minimum in zip(valid_on, full, strict=True):
        assert (upcoming.earliest - since).days >= minimum
    on_time = DoseGiven("z", DateRange.day(upcoming.earliest), "engerix-b-20")
    assume(upcoming.earliest > given_doses[-1].on.last)
    (course,) = judge(PLAN, (*given_doses, on_time), settings)
    assert course.doses[-1].verdict is Verdict.VALID


@given(HISTORIES, st.randoms(use_true_random=False))
def test_the_order_of_entry_does_not_matter(history: History, shuffler: random.Random) -> None:
    doses_mixed, samples_mixed = list(history.doses), list(history.samples)
    statements_mixed = list(history.statements)
    for mixed in (doses_mixed, samples_mixed, statements_mixed):
        shuffler.shuffle(mixed)
    other = History(tuple(doses_mixed), tuple(samples_mixed), tuple(statements_mixed))
    assert answer(other) == answer(history)


@given(HISTORIES)
def test_judging_twice_changes_nothing(history: History) -> None:
    assert answer(history) == answer(history)
    worth = tuple(one.dose for one in answer(history).doses)
    assert sorted(one.id for one in worth) == sorted(one.id for one in history.doses)


def without_what_waits(answered: Assessment) -> Assessment:
    """An answer without what alone looks at today: flags that end, and the wait for serology."""
    waiting = answered.status is Status.AWAITING_SEROLOGY or Flag.SEROLOGY_MISSING in answered.flags
    return replace(
        answered,
        status=Status.COMPLETE if waiting else answered.status,
        because=Finding("status.complete") if waiting else answered.because,
        due=(),
        flags=(),
        next=None,
        counted=tuple(without_what_waits(counted) for counted in answered.counted),
    )


@given(HISTORIES, DAYS, DAYS)
def test_nothing_but_lateness_and_what_waits_depends_on_today(
    history: History, one: date, other: date
) -> None:
    first, second = (assess(PLAN, history, SETTINGS, today) for today in (one, other))
    assert without_what_waits(first) == without_what_waits(second)
    for mine, theirs in zip(first.due, second.due, strict=True):
        assert replace(mine, because=theirs.because) == theirs


@given(HISTORIES)
def test_nothing_is_proposed_where_the_status_forbids_it(history: History) -> None:
    answered = answer(history)
    proposing = {Status.IN_PROGRESS, Status.NOT_STARTED, Status.UNKNOWN, Status.LATE_LOW_TITRE}
    if answered.next is not None:
        assert answered.status in proposing
        assert Flag.DECLINED not in answered.flags
        assert Flag.CONTRAINDICATED not in answered.flags


@given(SAMPLES)
def test_a_positive_hbsag_that_may_be_used_last_is_always_infected(samples: tuple[Sample, ...]) -> None:
    last = hbsag(3000, positive=True)
    assert answer(History((), (*samples, last))).status is Status.INFECTED
