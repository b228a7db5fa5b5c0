"""What opens a reminder: one small function a trigger, from facts to openings."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from icarmed.domain.findings import Parameter
from icarmed.domain.lab_requests import LineState, SpecimenState
from icarmed.domain.rapid_tests import RapidResult
from icarmed.domain.reminders.facts import LabResult, PersonFacts, RapidTest
from icarmed.domain.reminders.rules import Rule
from icarmed.domain.reminders.vocabulary import AnchorTable, Trigger
from icarmed.domain.vaccination.assessment import AnchorKind, Assessment, Due
from icarmed.domain.vaccination.history import Found, Marker, Sample
from icarmed.domain.vaccination.status import DueKind, Status

SENT = frozenset({SpecimenState.TAKEN, SpecimenState.BAGGED, SpecimenState.COLLECTED})


@dataclass(frozen=True, slots=True)
class Opening:
    """An event that opens a reminder: `since` is the day that delays count from.

    `due` and `possible_from` stand where the trigger knows them itself (a forecast); `test` is the test that
    the reminder is about, if it is about one.
    """

    anchor: str
    since: date
    params: Mapping[str, Parameter] = field(default_factory=dict, hash=False)
    due: date | None = None
    possible_from: date | None = None
    test: str = ""


def openings(rule: Rule, facts: PersonFacts, hepatitis_b: Assessment) -> Iterator[Opening]:
    """All that opens this rule for this person; what closes it is asked afterwards."""
    return _OPENERS[rule.trigger](rule, facts, hepatitis_b)


def of_kind(assessment: Assessment, kind: DueKind) -> Iterator[Due]:
    """What the forecast asks of that kind."""
    return (due for due in assessment.due if due.kind is kind)


def proposes_first_dose(assessment: Assessment) -> bool:
    """Whether blood shows someone without a dose to be susceptible: all three markers are known.

    A low anti-HBs alone, or the word "never vaccinated", does not.
    """
    reading = assessment.reading
    return assessment.status is Status.NOT_STARTED and reading is not None and not reading.missing


def _hbsag_positive(_: Rule, facts: PersonFacts, hepatitis_b: Assessment) -> Iterator[Opening]:
    """The first positive HBsAg of each unbroken row of positives; a later negative takes nothing back."""
    unused = {unused.sample.id for unused in hepatitis_b.unused}
    before = False
    for sample in sorted(facts.history.samples, key=lambda sample: (sample.on, sample.id)):
        if sample.marker is not Marker.HBSAG or sample.id in unused:
            continue
        positive = sample.result is Found.POSITIVE
        if positive and not before:
            yield _of_sample(facts, sample)
        before = positive


def _sample_to_repeat(_: Rule, facts: PersonFacts, hepatitis_b: Assessment) -> Iterator[Opening]:
    for due in of_kind(hepatitis_b, DueKind.REPEAT_HBSAG):
        result = _result(facts, due.anchor.id)
        params = {**due.because.params, "because": due.because.code}
        yield Opening(_anchor(due), result.resulted_on, params, due.due, due.earliest)


def _serology_to_review(_: Rule, facts: PersonFacts, hepatitis_b: Assessment) -> Iterator[Opening]:
    for due in of_kind(hepatitis_b, DueKind.REVIEW):
        result = _result(facts, due.anchor.id)
        params = {**due.because.params, "because": due.because.code}
        yield Opening(_anchor(due), result.resulted_on, params)


def _next_dose(_: Rule, facts: PersonFacts, hepatitis_b: Assessment) -> Iterator[Opening]:
    planned = hepatitis_b.unstopped
    if planned is None:
        return
    for due in of_kind(hepatitis_b, DueKind.DOSE):
        if hepatitis_b.status is not Status.NOT_STARTED:
            anchor = _anchor(due)
        elif proposes_first_dose(hepatitis_b):
            # The person themselves: the next blood sample does not make another reminder of it.
            anchor = AnchorTable.PATIENTS.anchor(facts.patient)
        else:
            continue
        params = {**due.because.params, "dose": planned.number, "because": due.because.code}
        yield Opening(anchor, due.due, params, due.due, due.earliest)


def _serology_wanted(_: Rule, facts: PersonFacts, hepatitis_b: Assessment) -> Iterator[Opening]:
    given = {dose.id: dose.on for dose in facts.history.doses}
    for due in of_kind(hepatitis_b, DueKind.SEROLOGY):
        last = given[due.anchor.id].first
        # `possible_from`: before that a titre could not be read.
        yield Opening(_anchor(due), last, {"day": last}, possible_from=due.earliest)


def _rapid_reactive(rule: Rule, facts: PersonFacts, _: Assessment) -> Iterator[Opening]:
    return (_of_rapid(test) for test in _rapid(rule, facts) if test.result is RapidResult.REACTIVE)


def _rapid_invalid(rule: Rule, facts: PersonFacts, _: Assessment) -> Iterator[Opening]:
    invalid = (test for test in _rapid(rule, facts) if test.result is RapidResult.INVALID or test.kit_expired)
    return (_of_rapid(test) for test in invalid)


def _results_awaited(_: Rule, facts: PersonFacts, __: Assessment) -> Iterator[Opening]:
    for line in facts.lines:
        if line.state is LineState.WAITING and line.specimen in SENT and line.sampled_on is not None:
            anchor = AnchorTable.REQUESTS.anchor(line.request)
            params: dict[str, Parameter] = {"request": line.number, "day": line.sampled_on}
            yield Opening(anchor, line.sampled_on, params, test=line.test)


def _rapid(rule: Rule, facts: PersonFacts) -> Iterator[RapidTest]:
    return (test for test in facts.rapid_tests if test.test in rule.tests)


def _of_rapid(test: RapidTest) -> Opening:
    params: dict[str, Parameter] = {"test": test.test, "day": test.on}
    return Opening(AnchorTable.RAPID_TESTS.anchor(test.id), test.on, params, test=test.test)


def _of_sample(facts: PersonFacts, sample: Sample) -> Opening:
    result = _result(facts, sample.id)
    return Opening(AnchorTable.RESULTS.anchor(sample.id), result.resulted_on, _sampled(result))


def _result(facts: PersonFacts, identity: str) -> LabResult:
    return next(result for result in facts.results if str(result.id) == identity)


def _sampled(result: LabResult) -> dict[str, Parameter]:
    """The day of the sample as it is known: a day, or the text of a range."""
    return {"day": result.on.exact or str(result.on)}


def _anchor(due: Due) -> str:
    """The event that the forecast hangs it on; a statement never is one here (`proposes_first_dose`)."""
    table = AnchorTable.DOSES if due.anchor.kind is AnchorKind.DOSE else AnchorTable.RESULTS
    return table.anchor(due.anchor.id)


_OPENERS: dict[Trigger, Callable[[Rule, PersonFacts, Assessment], Iterator[Opening]]] = {
    Trigger.HBSAG_POSITIVE: _hbsag_positive,
    Trigger.HBSAG_SOON_AFTER_DOSE: _sample_to_repeat,
    Trigger.SEROLOGY_NEEDS_REVIEW: _serology_to_review,
    Trigger.NEXT_DOSE: _next_dose,
    Trigger.SEROLOGY_WANTED: _serology_wanted,
    Trigger.RAPID_REACTIVE: _rapid_reactive,
    Trigger.RAPID_INVALID: _rapid_invalid,
    Trigger.RESULT_AWAITED: _results_awaited,
}
