"""What ends a reminder by itself: one small function a closer; where days are not sure it stays open."""

from collections.abc import Iterator
from typing import assert_never

from icarmed.domain.lab_requests import LineState, SpecimenState
from icarmed.domain.rapid_tests import RapidResult
from icarmed.domain.reminders.facts import LabLine, PersonFacts
from icarmed.domain.reminders.rules import Rule
from icarmed.domain.reminders.triggers import SENT, Opening
from icarmed.domain.reminders.vocabulary import Closer

ANSWERED = frozenset({LineState.RECEIVED, LineState.REVIEWED, LineState.HANDED_OVER, LineState.CLOSED})


def closed(rule: Rule, facts: PersonFacts, opening: Opening) -> bool:
    """Whether some fact that the rule names answers this opening."""
    return any(_closes(closer, rule, facts, opening) for closer in rule.closes_on)


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


def _closes(closer: Closer, rule: Rule, facts: PersonFacts, opening: Opening) -> bool:
    match closer:
        case Closer.LAB_SAMPLE_TAKEN:
            return _sample_taken(rule, facts, opening) or _result_recorded(rule, facts, opening)
        case Closer.LAB_RESULT_RECORDED:
            return _result_recorded(rule, facts, opening)
        case Closer.VALID_RAPID_TEST:
            return _valid_rapid_test(facts, opening)
        case (
            Closer.NO_LONGER_HOLDS
            | Closer.REFERRAL_RECORDED
            | Closer.REFUSAL_RECORDED
            | Closer.DECISION_RECORDED
            | Closer.DONE_ELSEWHERE
        ):
            # The trigger itself answers the first, people answer the others.
            return False
        case _:
            assert_never(closer)


def _lines(rule: Rule, facts: PersonFacts, opening: Opening) -> Iterator[LabLine]:
    wanted = rule.answered_by.get(opening.test, ())
    return (line for line in facts.lines if line.test in wanted)


def _sample_taken(rule: Rule, facts: PersonFacts, opening: Opening) -> bool:
    return any(
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


def _valid_rapid_test(facts: PersonFacts, opening: Opening) -> bool:
    return any(
        test.test == opening.test
        and test.on >= opening.since
        and test.result is not RapidResult.INVALID
        and not test.kit_expired
        for test in facts.rapid_tests
    )
