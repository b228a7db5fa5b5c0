import pytest
from hypothesis import given
from hypothesis import strategies as st

from icarmed.domain.lab_requests import (
    ENDED_EARLY,
    NEXT_LINE,
    NEXT_SPECIMEN,
    LineState,
    SpecimenState,
    least_advanced,
    least_stage,
    line_with,
    line_without_result,
    objections_to_move,
    received,
    stage,
)

S, L = SpecimenState, LineState
STATES = st.sampled_from(SpecimenState)


def test_every_state_says_what_may_follow_it() -> None:
    assert set(NEXT_SPECIMEN) == set(SpecimenState)
    assert set(NEXT_LINE) == set(LineState)


@pytest.mark.parametrize(("now", "to"), [(S.ORDERED, S.TAKEN), (S.TAKEN, S.BAGGED), (S.BAGGED, S.COLLECTED)])
def test_a_specimen_goes_from_the_person_to_the_courier(now: SpecimenState, to: SpecimenState) -> None:
    assert objections_to_move(now, to, "") == ()


@given(STATES, STATES, st.sampled_from(["", "  ", "tombé"]))
def test_a_move_is_one_of_the_chain_and_an_early_end_says_why(
    now: SpecimenState, to: SpecimenState, reason: str
) -> None:
    codes = [finding.code for finding in objections_to_move(now, to, reason)]
    if to not in NEXT_SPECIMEN[now]:
        assert codes == ["specimen_cannot_move"]
    elif to in ENDED_EARLY and not reason.strip():
        assert codes == ["reason_needed"]
    else:
        assert codes == []


@given(st.lists(STATES, max_size=12))
def test_whatever_is_tried_nothing_leaves_the_chain(tries: list[SpecimenState]) -> None:
    now, line = S.ORDERED, L.WAITING
    for to in tries:
        if not objections_to_move(now, to, "raison"):
            assert now not in ENDED_EARLY
            now, line = to, line_with(to, line)
        assert (line is L.CANCELLED) is (now in ENDED_EARLY)
        assert stage(now, line) in {*SpecimenState, *LineState} - {L.WAITING}


@pytest.mark.parametrize("ended", sorted(ENDED_EARLY))
def test_only_what_is_waited_for_ends_with_its_specimen(ended: SpecimenState) -> None:
    assert line_with(ended, L.WAITING) is L.CANCELLED
    for line in set(LineState) - {L.WAITING}:
        assert line_with(ended, line) is line
    assert line_with(S.COLLECTED, L.WAITING) is L.WAITING


def test_a_line_that_loses_its_result_waits_again_unless_its_specimen_ended() -> None:
    assert line_without_result(S.COLLECTED) is L.WAITING
    assert line_without_result(S.LOST) is L.CANCELLED


def test_the_word_of_a_test_is_that_of_its_specimen_until_the_result_comes() -> None:
    assert stage(S.ORDERED, L.WAITING) is S.ORDERED
    assert stage(S.COLLECTED, L.WAITING) is S.COLLECTED
    assert stage(S.BAGGED, L.RECEIVED) is L.RECEIVED
    assert stage(S.LOST, L.WAITING) is L.WAITING


@pytest.mark.parametrize(
    ("stages", "shown"),
    [
        ([S.COLLECTED, S.TAKEN, L.RECEIVED], S.TAKEN),
        ([L.RECEIVED, L.CLOSED], L.RECEIVED),
        ([L.CANCELLED, L.CLOSED], L.CLOSED),
        ([L.CANCELLED, L.CANCELLED], L.CANCELLED),
        ([], L.CANCELLED),
    ],
)
def test_a_request_shows_its_least_advanced_test(
    stages: list[SpecimenState | LineState], shown: SpecimenState | LineState
) -> None:
    assert least_stage(stages) is shown


@pytest.mark.parametrize(
    ("lines", "shown", "count"),
    [
        ([L.WAITING, L.RECEIVED, L.REVIEWED], L.WAITING, (2, 3)),
        ([L.HANDED_OVER, L.CLOSED, L.CANCELLED], L.HANDED_OVER, (2, 2)),
        ([L.CANCELLED], L.CANCELLED, (0, 0)),
    ],
)
def test_cancelled_lines_count_for_nothing(
    lines: list[LineState], shown: LineState, count: tuple[int, int]
) -> None:
    assert least_advanced(lines) is shown
    assert received(lines) == count
