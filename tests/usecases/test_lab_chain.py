"""The way of specimens: what may follow what, and that nothing leaves the chain in silence."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icarmed.db import lab
from icarmed.db.database import Database
from icarmed.db.errors import ChangedMeanwhile
from icarmed.db.lab import Specimen
from icarmed.domain.codes import new_request_number
from icarmed.domain.findings import Refused
from icarmed.domain.lab_requests import ENDED_EARLY, LineState, SpecimenState
from icarmed.usecases.lab_requests import (
    AdvanceSpecimen,
    OrderTests,
    advance_specimen,
    advance_specimens,
    bag_request,
    cancel_request,
    order_tests,
    take_back_step,
)
from icarmed.usecases.laboratory import pending, request_scanned, requests_of, unbagged, waiting_lines
from icarmed.usecases.people import look_up
from icarmed.usecases.results import RecordResult, record_result, void_result
from icarmed.usecases.screening import results_of
from icarmed.usecases.story import Topic
from tests.support.office import NOON, THURSDAY, Office
from tests.usecases.lab_people import (
    acts,
    chain,
    counted,
    former,
    person,
    refusal,
    session_of,
    visit_of,
)

S, L = SpecimenState, LineState


@pytest.fixture
def nadia(office: Office) -> UUID:
    return person(office)


def tubes(office: Office, patient: UUID) -> tuple[Specimen, ...]:
    return tuple(tube for one in requests_of(office.doctor, patient) for tube in one.specimens)


def blood(office: Office, patient: UUID) -> Specimen:
    (tube,) = tubes(office, patient)
    return tube


def step(tube: Specimen, to: SpecimenState, reason: str = "") -> AdvanceSpecimen:
    return AdvanceSpecimen(tube.id, tube.revision, to, reason)


def order(office: Office, patient: UUID, *tests: str, taken: bool = True, visit: UUID | None = None) -> UUID:
    asked = OrderTests(patient, visit, tests=tests or ("hbsag", "anti_hbs"), taken_now=taken)
    return order_tests(office.doctor, asked).value.id


def test_a_specimen_goes_its_way_step_by_step(office: Office, nadia: UUID) -> None:
    order(office, nadia, taken=False)
    for to in (S.TAKEN, S.BAGGED, S.COLLECTED):
        outcome = advance_specimen(office.nurse, step(blood(office, nadia), to))
        assert outcome.value is to
        assert {Topic.REQUESTS, Topic.REMINDERS} <= outcome.topics
        assert requests_of(office.doctor, nadia)[0].stage is to
    tube = blood(office, nadia)
    assert (tube.taken_on, tube.taken_at, tube.taken_by) == (THURSDAY, NOON, "nurse")
    assert acts(office.doctor, tube.id) == [("add", 1), ("correct", 2), ("correct", 3), ("correct", 4)]
    assert [before["state"] for _, before in former(office.doctor, tube.id)] == ["ordered", "taken", "bagged"]


def test_a_step_that_is_none_is_refused_and_changes_nothing(office: Office, nadia: UUID) -> None:
    order(office, nadia)
    tube = blood(office, nadia)
    with refusal("specimen_cannot_move"):
        advance_specimen(office.nurse, step(tube, S.COLLECTED))
    with refusal("reason_needed"):
        advance_specimen(office.nurse, step(tube, S.LOST, "  "))
    with refusal("no_such_specimen"):
        advance_specimen(office.nurse, replace(step(tube, S.BAGGED), specimen=uuid4()))
    assert blood(office, nadia) == tube


@pytest.mark.parametrize("to", [S.LOST, S.DAMAGED])
def test_a_lost_tube_ends_what_was_waited_for_with_its_reason(
    office: Office, nadia: UUID, to: SpecimenState
) -> None:
    order(office, nadia)
    record_result(office.doctor, RecordResult(nadia, "hbsag", "negative"))
    advance_specimen(office.nurse, step(blood(office, nadia), to, " tombé "))
    tube = blood(office, nadia)
    assert (tube.state, tube.end_reason) == (to, "tombé")
    assert {line.test: (line.state, line.end_reason) for line in tube.lines} == {
        "anti_hbs": (L.CANCELLED, "tombé"),
        "hbsag": (L.RECEIVED, ""),
    }
    (request,) = requests_of(office.doctor, nadia)
    assert (request.stage, request.received) == (L.RECEIVED, (1, 1))


def test_a_person_may_refuse_before_the_needle(office: Office, nadia: UUID) -> None:
    order(office, nadia, taken=False)
    advance_specimen(office.nurse, step(blood(office, nadia), S.REFUSED, "ne veut pas"))
    assert {line.state for line in blood(office, nadia).lines} == {L.CANCELLED}
    assert waiting_lines(office.doctor, nadia) == []


def test_the_day_of_sampling_may_be_said(office: Office, nadia: UUID) -> None:
    past = date(2026, 11, 26)
    asked = OrderTests(nadia, None, tests=("alt",), taken_now=False, on=past)
    order_tests(office.doctor, asked)
    tube = blood(office, nadia)
    with refusal("taken_before_ordered"):
        advance_specimen(office.nurse, replace(step(tube, S.TAKEN), on=date(2026, 11, 25)))
    with refusal("day_in_future"):
        advance_specimen(office.nurse, replace(step(tube, S.TAKEN), on=date(2026, 12, 4)))
    at = datetime(2026, 11, 27, 9, tzinfo=UTC)
    with refusal("times_of_another_day"):
        advance_specimen(office.nurse, replace(step(tube, S.TAKEN), on=THURSDAY, at=at))
    advance_specimen(office.nurse, replace(step(tube, S.TAKEN), on=date(2026, 11, 27), at=at))
    assert (blood(office, nadia).taken_on, blood(office, nadia).taken_at) == (date(2026, 11, 27), at)


def test_only_the_hour_that_is_known_is_written(office: Office, nadia: UUID) -> None:
    past = date(2026, 11, 26)
    order_tests(office.doctor, OrderTests(nadia, None, tests=("alt",), taken_now=False, on=past))
    advance_specimen(office.nurse, replace(step(blood(office, nadia), S.TAKEN), on=past))
    assert (blood(office, nadia).taken_on, blood(office, nadia).taken_at) == (past, None)


def test_two_windows_do_not_move_one_tube_twice(office: Office, nadia: UUID) -> None:
    order(office, nadia)
    tube = blood(office, nadia)
    advance_specimen(office.nurse, step(tube, S.BAGGED))
    with pytest.raises(ChangedMeanwhile):
        advance_specimen(office.doctor, step(tube, S.COLLECTED))
    assert blood(office, nadia).state is S.BAGGED


def test_a_bag_holds_everything_or_nothing_moves(office: Office, nadia: UUID) -> None:
    request = order(office, nadia, "hbsag", "ct_urine", "ct_throat")
    first, second, third = tubes(office, nadia)
    advance_specimen(office.nurse, step(third, S.DAMAGED, "ouvert"))
    with refusal("specimen_cannot_move"):
        advance_specimens(office.nurse, [step(first, S.BAGGED), step(third, S.BAGGED)])
    assert tubes(office, nadia)[0].state is S.TAKEN
    assert bag_request(office.nurse, request).value == 2
    assert [tube.state for tube in tubes(office, nadia)] == [S.BAGGED, S.BAGGED, S.DAMAGED]
    with refusal("nothing_to_bag"):
        bag_request(office.nurse, request)
    assert second.id in {tube.id for tube in tubes(office, nadia)}


def test_a_request_called_off_moves_no_more(office: Office, nadia: UUID) -> None:
    request = order(office, nadia)
    cancel_request(office.doctor, request, 1, "erreur")
    with refusal("request_cancelled"):
        advance_specimen(office.nurse, step(blood(office, nadia), S.BAGGED))
    with refusal("request_cancelled"):
        bag_request(office.nurse, request)


def test_a_step_that_was_a_mistake_is_taken_back(office: Office, nadia: UUID) -> None:
    order(office, nadia)
    with refusal("nothing_to_take_back"):
        take_back_step(office.nurse, blood(office, nadia).id, 1, "pas elle")
    record_result(office.doctor, RecordResult(nadia, "hbsag", "negative"))
    advance_specimen(office.nurse, step(blood(office, nadia), S.LOST, "introuvable"))
    tube = blood(office, nadia)
    with refusal("reason_needed"):
        take_back_step(office.nurse, tube.id, tube.revision, "")
    with refusal("no_right"):
        take_back_step(office.reception, tube.id, tube.revision, "retrouvé")
    assert take_back_step(office.nurse, tube.id, tube.revision, "retrouvé").value is S.TAKEN
    with pytest.raises(ChangedMeanwhile):
        take_back_step(office.nurse, tube.id, tube.revision, "retrouvé")
    found = blood(office, nadia)
    assert (found.state, found.end_reason, found.taken_on, found.taken_at, found.taken_by) == (
        S.TAKEN,
        "",
        THURSDAY,
        NOON,
        "Dr doctor",
    )
    assert {line.test: (line.state, line.end_reason) for line in found.lines} == {
        "anti_hbs": (L.WAITING, ""),
        "hbsag": (L.RECEIVED, ""),
    }
    assert [reason for reason, _ in former(office.doctor, tube.id)] == ["introuvable", "retrouvé"]


def test_a_sampling_is_taken_back_only_before_its_results(office: Office, nadia: UUID) -> None:
    order(office, nadia, "hbsag", taken=False)
    advance_specimen(office.nurse, step(blood(office, nadia), S.TAKEN))
    record_result(office.doctor, RecordResult(nadia, "hbsag", "negative"))
    tube = blood(office, nadia)
    with refusal("request_has_results"):
        take_back_step(office.nurse, tube.id, tube.revision, "pas elle")
    (result,) = results_of(office.doctor, nadia).rows[0].cells
    assert result.result is not None
    void_result(office.doctor, result.result, 1, "autre personne")
    take_back_step(office.nurse, tube.id, tube.revision, "pas elle")
    found = blood(office, nadia)
    assert (found.state, found.taken_on, found.taken_by) == (S.ORDERED, None, "")


def test_taking_back_twice_is_doing_it_again(office: Office, nadia: UUID) -> None:
    order(office, nadia, "hbsag")
    advance_specimen(office.nurse, step(blood(office, nadia), S.LOST, "introuvable"))
    for _ in range(2):
        tube = blood(office, nadia)
        take_back_step(office.nurse, tube.id, tube.revision, "retrouvé, puis non")
    found = blood(office, nadia)
    assert (found.state, found.end_reason) == (S.LOST, "introuvable")
    assert [(line.state, line.end_reason) for line in found.lines] == [(L.CANCELLED, "introuvable")]


def test_who_moves_specimens(office: Office, nadia: UUID) -> None:
    order(office, nadia)
    for desk in (office.reception, office.coordinator, office.administrator):
        with refusal("no_right"):
            advance_specimen(desk, step(blood(office, nadia), S.BAGGED))
        with refusal("no_right"):
            waiting_lines(desk, nadia)
        with refusal("no_right"):
            request_scanned(desk, "1")
    for desk in (office.reception, office.administrator):
        with refusal("no_right"):
            pending(desk)
        with refusal("no_right"):
            unbagged(desk, uuid4())


def test_what_is_in_no_bag_stands_on_the_checklist(office: Office, nadia: UUID) -> None:
    session, other = session_of(office), session_of(office, place="seraing")
    visit = visit_of(office, nadia, session)
    request = order(office, nadia, "hbsag", "ct_urine", visit=visit)
    order(office, nadia, "alt", taken=False, visit=visit)
    elsewhere = person(office, "Mila")
    order(office, elsewhere, visit=visit_of(office, elsewhere, other))
    called_off = order(office, nadia, "rpr", visit=visit)
    cancel_request(office.doctor, called_off, 1, "erreur")
    (row,) = unbagged(office.nurse, session)
    assert (row.request, row.loose) == (request, ("serum", "urine"))
    assert row.code == look_up(office.doctor, nadia).code
    with office.doctor.reading() as connection:
        assert lab.unbagged_of(connection, session) == 1
    advance_specimens(office.nurse, [step(tube, S.BAGGED) for tube in _of(office, nadia, request)])
    assert unbagged(office.nurse, session) == []


def _of(office: Office, patient: UUID, request: UUID) -> tuple[Specimen, ...]:
    return next(one.specimens for one in requests_of(office.doctor, patient) if one.id == request)


def test_a_tube_whose_results_all_came_needs_no_bag(office: Office, nadia: UUID) -> None:
    session = session_of(office)
    order(office, nadia, "hbsag", visit=visit_of(office, nadia, session))
    record_result(office.doctor, RecordResult(nadia, "hbsag", "negative"))
    assert unbagged(office.nurse, session) == []


def test_what_waits_stands_by_age_and_is_late_after_its_usual_delay(office: Office, nadia: UUID) -> None:
    for day, test in (
        (date(2026, 11, 22), "alt"),
        (date(2026, 11, 23), "ast"),
        (date(2026, 11, 12), "cytology"),
    ):
        order_tests(office.doctor, OrderTests(nadia, None, tests=(test,), on=day))
    order_tests(office.doctor, OrderTests(nadia, None, tests=("hpv",), on=date(2026, 10, 1), taken_now=False))
    rows = [(one.line.test, one.days, one.late) for one in pending(office.nurse)]
    # Usual delay: 10 days, 21 for cytology (rule RES-01); what was never taken is not late.
    assert rows == [("hpv", 63, False), ("cytology", 21, False), ("alt", 11, True), ("ast", 10, False)]
    late = pending(office.at(office.nurse, date(2026, 12, 4)))
    assert [one.line.test for one in late if one.late] == ["cytology", "alt", "ast"]
    assert pending(office.nurse)[0].line.code == look_up(office.doctor, nadia).code


def test_what_a_person_waits_for(office: Office, nadia: UUID) -> None:
    order(office, nadia)
    order(office, person(office, "Mila"))
    assert [line.test for line in waiting_lines(office.nurse, nadia)] == ["anti_hbs", "hbsag"]
    assert [line.test for line in waiting_lines(office.nurse, nadia, "hbsag")] == ["hbsag"]


def test_the_barcode_of_slip_or_tube_finds_the_request(office: Office, nadia: UUID) -> None:
    order(office, nadia)
    (request,) = requests_of(office.doctor, nadia)
    shown = f"{request.number[:4]} {request.number[4:8]} {request.number[8:]}"
    for text in (request.number, shown, request.number + "01"):
        assert request_scanned(office.nurse, text).id == request.id
    with refusal("not_a_request_number"):
        request_scanned(office.nurse, "12")
    unknown = new_request_number(Random(1))
    with refusal("no_such_request"):
        request_scanned(office.nurse, unknown)


def test_lists_take_the_same_statements_however_long_they_are(office: Office) -> None:
    session = session_of(office)
    for name in ("Ana", "Rosa", "Vera"):
        patient = person(office, name)
        order(office, patient, "hbsag", "ct_urine", visit=visit_of(office, patient, session))
        with counted() as sent:
            pending(office.nurse)
        assert len(sent) == 1
        with counted() as sent:
            unbagged(office.nurse, session)
        assert len(sent) == 2


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["move", "back", "result", "void", "cancel"]), st.sampled_from(S), st.booleans()
    ),
    max_size=10,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_is_tried_every_tube_and_line_is_accounted_for(
    database: Database, office: Office, steps: list[tuple[str, SpecimenState, bool]]
) -> None:
    patient = person(office)
    request = order(office, patient, "hbsag", taken=False)
    results: list[UUID] = []
    for act, to, with_reason in steps:
        (tube,) = _of(office, patient, request)
        reason = "raison" if with_reason else ""
        try:
            match act:
                case "move":
                    advance_specimen(office.nurse, step(tube, to, reason))
                case "back":
                    take_back_step(office.nurse, tube.id, tube.revision, reason)
                case "result":
                    results.append(
                        record_result(office.doctor, RecordResult(patient, "hbsag", "negative")).value.id
                    )
                case "void" if results:
                    void_result(office.doctor, results[-1], 1, reason)
                    results.pop()
                case "cancel":
                    cancel_request(office.doctor, request, 1, reason)
        except Refused:
            pass
        cancelled = next(one for one in requests_of(office.doctor, patient) if one.id == request).cancelled
        for specimen, end, line, line_end in chain(office.doctor):
            assert (specimen in ENDED_EARLY) is (end != "")
            assert (line is L.CANCELLED) is (line_end != "")
            if specimen in ENDED_EARLY:
                assert line is not L.WAITING
        (now,) = _of(office, patient, request)
        assert (now.lines[0].state is L.RECEIVED) is bool(results)
        waits = {line.request for line in waiting_lines(office.nurse, patient)}
        ended = now.state in ENDED_EARLY or cancelled or results
        assert (request in waits) is not bool(ended)


def test_time_passes_for_every_step(office: Office, nadia: UUID) -> None:
    order(office, nadia)
    later = replace(office.nurse, now=NOON + timedelta(hours=1))
    advance_specimen(later, step(blood(office, nadia), S.BAGGED))
    assert blood(office, nadia).taken_at == NOON
