from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icarmed.catalogue.analyses import analyses
from icarmed.domain.analyses import AnalysisKind
from icarmed.domain.rapid_tests import (
    RapidResult,
    Reading,
    TestLine,
    TimesNoted,
    Window,
    answer_among,
    objections_to_times,
    result_of,
    times_noted,
)

START = datetime(2026, 12, 3, 13, 30, tzinfo=UTC)
ON = date(2026, 12, 3)
LATER = START + timedelta(hours=3)


def minutes(count: float) -> datetime:
    return START + timedelta(minutes=count)


@pytest.mark.parametrize(
    ("line", "result"),
    [
        (TestLine.NONE, RapidResult.NON_REACTIVE),
        (TestLine.FAINT, RapidResult.REACTIVE),
        (TestLine.CLEAR, RapidResult.REACTIVE),
    ],
)
def test_any_test_line_in_the_window_is_reactive(line: TestLine, result: RapidResult) -> None:
    reading = Reading(True, line, START, minutes(20))
    assert result_of(reading, Window(15, 60)) == (result, ())


# clinical.md "Rapid tests": Determine HIV 15-60, Determine Syphilis 15-1440, DPP 10-25, OraQuick HCV 20-40.
@pytest.mark.parametrize(
    ("kit", "low", "high"),
    [
        ("determine_hiv", 15, 60),
        ("determine_syphilis", 15, 1440),
        ("dpp_hiv_syphilis", 10, 25),
        ("oraquick_hcv", 20, 40),
    ],
)
def test_outside_its_window_a_device_is_invalid_whatever_was_seen(kit: str, low: int, high: int) -> None:
    window = analyses().kits[kit].window
    for at, inside in ((low - 0.5, False), (low, True), (high, True), (high + 0.5, False)):
        for line in TestLine:
            result, findings = result_of(Reading(True, line, START, minutes(at)), window)
            assert (result is not RapidResult.INVALID) is inside
            assert [finding.code for finding in findings] == ([] if inside else ["read_outside_window"])


@given(
    st.sampled_from(TestLine),
    st.integers(0, 2000),
    st.none() | st.builds(Window, st.integers(0, 60), st.integers(60, 1440)),
)
def test_without_a_control_line_a_device_is_always_invalid(
    line: TestLine, after: int, window: Window | None
) -> None:
    result, findings = result_of(Reading(False, line, START, minutes(after)), window)
    assert result is RapidResult.INVALID
    assert [finding.code for finding in findings] == ["no_control_line"]


def test_a_kit_without_a_window_is_judged_by_its_lines() -> None:
    assert result_of(Reading(True, TestLine.NONE, START, minutes(500)), None)[0] is RapidResult.NON_REACTIVE


@pytest.mark.parametrize(("start", "end"), [(None, None), (START, None), (None, START)])
def test_times_that_were_not_noted_are_flagged_and_not_judged(
    start: datetime | None, end: datetime | None
) -> None:
    reading = Reading(True, TestLine.CLEAR, start, end)
    result, findings = result_of(reading, Window(15, 60))
    assert result is RapidResult.REACTIVE
    assert [finding.code for finding in findings] == ["times_not_noted"]
    assert times_noted(reading) is TimesNoted.NOT_NOTED


def test_both_times_make_them_noted() -> None:
    assert times_noted(Reading(True, TestLine.NONE, START, minutes(15))) is TimesNoted.NOTED


@pytest.mark.parametrize(
    ("start", "end", "on", "later", "code"),
    [
        (START, minutes(20), ON, False, None),
        (None, None, ON, True, None),
        (None, None, ON, False, "times_needed"),
        (START, None, ON, True, "times_incomplete"),
        (None, START, ON, True, "times_incomplete"),
        (minutes(20), START, ON, False, "read_before_start"),
        (START, LATER + timedelta(minutes=1), ON, False, "read_in_future"),
        (START, minutes(20), date(2026, 12, 2), True, None),
        (START, minutes(20), date(2026, 12, 1), True, "times_of_another_day"),
        (START, minutes(20), date(2026, 12, 5), True, "times_of_another_day"),
    ],
)
def test_noted_times_must_be_possible(
    start: datetime | None, end: datetime | None, on: date, later: bool, code: str | None
) -> None:
    found = objections_to_times(Reading(True, TestLine.NONE, start, end), on, LATER, entered_later=later)
    assert [finding.code for finding in found] == ([] if code is None else [code])


def test_every_rapid_test_of_the_catalogue_has_a_word_for_every_result() -> None:
    rapid = [one for one in analyses().analyses.values() if one.kind is AnalysisKind.RAPID]
    assert rapid
    for analysis in rapid:
        assert {answer_among(result, analysis.answers) for result in RapidResult} == set(analysis.answers)


def test_a_pregnancy_test_has_its_own_words() -> None:
    answers = analyses().analyses["hcg_urine"].answers
    assert answer_among(RapidResult.REACTIVE, answers) == "positive"
    assert answer_among(RapidResult.NON_REACTIVE, answers) == "negative"


def test_a_test_that_knows_no_such_word_is_an_error() -> None:
    with pytest.raises(ValueError, match="no word for reactive"):
        answer_among(RapidResult.REACTIVE, ["detected"])
