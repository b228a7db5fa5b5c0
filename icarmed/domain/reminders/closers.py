"""What ends a reminder by itself: one small function a closer; where days are not sure it stays open."""

from collections.abc import Callable, Iterator

from icarmed.domain.lab_requests import LineState, SpecimenState
from icarmed.domain.rapid_tests import RapidResult
from icarmed.domain.reminders.facts import LabLine, PersonFacts
from icarmed.domain.reminders.rules import Rule
from icarmed.domain.reminders.triggers import SENT, Opening
from icarmed.domain.reminders.vocabulary import Closer

ANSWERED = frozenset({LineState.RECEIVED, LineState.REVIEWED, LineState.HANDED_OVER, LineState.CLOSED})


def closed(rule: Rule, facts: PersonFacts, opening: Opening) -> bool:
    """Whether some fact that the rule names answers this opening."""
    return any(CLOSERS[closer](rule, facts, opening) for closer in rule.closes_on if closer in CLOSERS)


def asked(rule: Rule, facts: PersonFacts, opening: Opening) -> str | None:
    """The number of the latest request that asks for what is wanted and still waits."""
    waiting = [
        (line.sampled_on is not None, line.sampled_on or opening.since, line.number)
        for line in _lines(rule, facts, opening)
        if line.state is LineState.WAITING
        and line.specimen in {*SENT, SpecimenState.ORDERED}
        and (line.sampled_on is None or line.sampled_on >= opening.since)
    ]
    return max(waiting)[2] if waiting else None


def _lines(rule: Rule, facts: PersonFacts, opening: Opening) -> Iterator[LabLine]:
    wanted = rule.answered_by.get(opening.test, ())
    return (line for line in facts.lines if line.test in wanted)


def _sample_taken(rule: Rule, facts: PersonFacts, opening: Opening) -> bool:
    """A sample on its way or answered; one that was lost, refused or cancelled is none."""
    return _result_recorded(rule, facts, opening) or any(
        line.sampled_on is not None
        and line.sampled_on >= opening.since
        and line.specimen in SENT
        and line.state is not LineState.CANCELLED
        for line in _lines(rule, facts, opening)
    )


def _result_recorded(rule: Rule, facts: PersonFacts, opening: Opening) -> bool:
    """A result whose sample was surely not taken before, or a line that the laboratory has answered."""
    wanted = rule.answered_by.get(opening.test, ())
    return any(result.test in wanted and result.on.first >= opening.since for result in facts.results) or any(
        line.state in ANSWERED and line.sampled_on is not None and line.sampled_on >= opening.since
        for line in _lines(rule, facts, opening)
    )


def _valid_rapid_test(_: Rule, facts: PersonFacts, opening: Opening) -> bool:
    return any(
        test.test == opening.test
        and test.on >= opening.since
        and test.result is not RapidResult.INVALID
        and not test.kit_expired
        for test in facts.rapid_tests
    )


# The other closers are words of people, or need no function because the trigger itself no longer holds.
CLOSERS: dict[Closer, Callable[[Rule, PersonFacts, Opening], bool]] = {
    Closer.LAB_SAMPLE_TAKEN: _sample_taken,
    Closer.LAB_RESULT_RECORDED: _result_recorded,
    Closer.VALID_RAPID_TEST: _valid_rapid_test,
}
