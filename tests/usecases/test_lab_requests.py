from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID, uuid4

import pytest

from icarmed.db import lab
from icarmed.db.errors import ChangedMeanwhile
from icarmed.db.lab import Request
from icarmed.db.schema.medical import requests
from icarmed.domain.codes import is_request_number, new_request_number
from icarmed.domain.findings import Refused
from icarmed.domain.lab_requests import LineState, Payer, SpecimenState
from icarmed.usecases.lab_requests import (
    AdvanceSpecimen,
    OrderTests,
    SignRequest,
    advance_specimen,
    cancel_request,
    order_tests,
    sign_requests,
    to_sign,
)
from icarmed.usecases.laboratory import requests_of
from icarmed.usecases.people import look_up
from icarmed.usecases.results import RecordResult, record_result
from icarmed.usecases.standing_orders import EndStandingOrder, end_standing_order
from icarmed.usecases.story import Topic
from tests.support.office import NOON, THURSDAY, Office
from tests.usecases.lab_people import (
    acts,
    civil_name,
    counted,
    former,
    person,
    refusal,
    session_of,
    visit_of,
)

HEPATITIS = ("hbsag", "anti_hbs", "anti_hbc")


@pytest.fixture
def nadia(office: Office) -> UUID:
    return person(office)


def only(office: Office, patient: UUID) -> Request:
    (request,) = requests_of(office.doctor, patient)
    return request


def test_a_panel_becomes_tubes_and_one_line_a_test(office: Office, nadia: UUID) -> None:
    visit = visit_of(office, nadia, session_of(office))
    order = OrderTests(nadia, visit, panel="new_person", tests=("ct_throat", "ct_anal", "hbsag", "hcv_rna"))
    outcome = order_tests(office.doctor, order)
    assert {Topic.REQUESTS, Topic.REMINDERS, Topic.BOARD} <= outcome.topics
    request = only(office, nadia)
    assert (request.id, request.number) == (outcome.value.id, outcome.value.number)
    assert is_request_number(request.number)
    assert (request.visit, request.on, request.panel) == (visit, THURSDAY, "new_person")
    assert request.code == look_up(office.doctor, nadia).code
    asked = {
        (one.tube_index, one.specimen, one.tube, tuple(line.test for line in one.lines))
        for one in request.specimens
    }
    blood = ("anti_hbc", "anti_hbs", "anti_hcv", "hbsag", "hiv_ag_ab", "syphilis_trep")
    assert asked == {
        (1, "serum", "serum", blood),
        (2, "plasma", "edta", ("hcv_rna",)),
        (3, "urine", "urine", ("ct_urine", "ng_urine")),
        (4, "rectal_swab", "swab", ("ct_anal",)),
        (5, "throat_swab", "swab", ("ct_throat",)),
    }
    assert request.received == (0, 11)
    assert request.stage is SpecimenState.TAKEN
    assert request.line_state is LineState.WAITING


def test_what_is_said_of_a_request_is_kept(office: Office, nadia: UUID) -> None:
    civil_name(office, nadia, "Popescu Nadia")
    order = OrderTests(
        nadia,
        None,
        tests=("ct_throat",),
        sites={"throat_swab": "amygdales"},
        urgent=True,
        payer=Payer.AMU,
        named=True,
        clinical_data="  contrôle  ",
    )
    order_tests(office.doctor, order)
    request = only(office, nadia)
    assert (request.urgent, request.named, request.payer) == (True, True, Payer.AMU)
    assert (request.clinical_data, request.specimens[0].site) == ("contrôle", "amygdales")


def test_blood_drawn_now_is_taken_now_by_whom_it_was(office: Office, nadia: UUID) -> None:
    order_tests(office.doctor, OrderTests(nadia, None, tests=HEPATITIS))
    (tube,) = only(office, nadia).specimens
    assert (tube.state, tube.taken_on, tube.taken_at) == (SpecimenState.TAKEN, THURSDAY, NOON)
    assert tube.taken_by == "Dr doctor"
    by_nurse = OrderTests(nadia, None, tests=("alt",), taken_by=office.nurse.actor.account)
    order_tests(office.doctor, replace(by_nurse, taken_at=NOON - timedelta(minutes=10)))
    newest = requests_of(office.doctor, nadia)
    tube = next(one.specimens[0] for one in newest if one.tests == ("alt",))
    assert (tube.taken_by, tube.taken_at) == ("nurse", NOON - timedelta(minutes=10))


def test_what_is_not_drawn_now_is_only_ordered(office: Office, nadia: UUID) -> None:
    order_tests(office.doctor, OrderTests(nadia, None, tests=HEPATITIS, taken_now=False))
    (tube,) = only(office, nadia).specimens
    assert (tube.state, tube.taken_on, tube.taken_at) == (SpecimenState.ORDERED, None, None)


def test_a_past_day_leaves_the_hour_open_unless_it_is_known(office: Office, nadia: UUID) -> None:
    past = date(2026, 11, 26)
    visit = visit_of(office, nadia, session_of(office, past), past)
    order_tests(office.doctor, OrderTests(nadia, visit, tests=("alt",)))
    request = only(office, nadia)
    assert (request.on, request.specimens[0].taken_on, request.specimens[0].taken_at) == (past, past, None)
    known = datetime(2026, 11, 26, 14, tzinfo=UTC)
    order_tests(office.doctor, OrderTests(nadia, visit, tests=("ast",), taken_at=known))
    assert {one.specimens[0].taken_at for one in requests_of(office.doctor, nadia)} == {None, known}


def test_a_sample_is_not_taken_in_the_future_or_on_another_day(office: Office, nadia: UUID) -> None:
    order = OrderTests(nadia, None, tests=("alt",))
    with refusal("taken_in_future"):
        order_tests(office.doctor, replace(order, taken_at=NOON + timedelta(minutes=1)))
    with refusal("times_of_another_day"):
        order_tests(office.doctor, replace(order, taken_at=NOON - timedelta(days=2)))
    assert requests_of(office.doctor, nadia) == []


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ({}, ["nothing_ordered"]),
        ({"panel": "tout"}, ["unknown_panel"]),
        ({"tests": ("x", "trod_hiv", "alt")}, ["unknown_test", "not_a_laboratory_test"]),
        ({"tests": ("tst",)}, ["not_a_laboratory_test"]),
        ({"tests": ("alt",), "named": True}, ["no_civil_name"]),
        ({"tests": ("alt",), "on": date(2026, 12, 4)}, ["day_in_future"]),
    ],
)
def test_what_cannot_be_asked_is_refused(
    office: Office, nadia: UUID, order: dict[str, object], expected: list[str]
) -> None:
    with refusal(*expected):
        order_tests(office.doctor, replace(OrderTests(nadia, None), **order))  # type: ignore[arg-type]  # given by name
    assert requests_of(office.doctor, nadia) == []


def test_a_doctor_signs_by_ordering(office: Office, nadia: UUID) -> None:
    ordered = order_tests(office.doctor, OrderTests(nadia, None, tests=("alt",))).value
    assert not ordered.to_sign
    request = only(office, nadia)
    assert (request.to_sign, request.signed_at, request.standing_order) == (False, NOON, None)
    assert request.ordered_by == office.doctor.actor.account
    assert to_sign(office.doctor) == []


def test_a_nurse_orders_under_a_standing_order_and_the_doctor_signs(office: Office, nadia: UUID) -> None:
    first = order_tests(office.nurse, OrderTests(nadia, None, tests=HEPATITIS)).value
    other = person(office, "Mila")
    second = order_tests(office.nurse, OrderTests(other, None, tests=("hbsag",))).value
    assert first.to_sign
    request = only(office, nadia)
    assert (request.ordered_by, request.standing_order) == (
        office.doctor.actor.account,
        office.standing_order,
    )
    rows = to_sign(office.doctor)
    assert {(row.request, row.doctor_name, row.done_by, row.tests) for row in rows} == {
        (first.id, "Dr doctor", "nurse", ("anti_hbc", "anti_hbs", "hbsag")),
        (second.id, "Dr doctor", "nurse", ("hbsag",)),
    }
    outcome = sign_requests(office.doctor, [SignRequest(row.request, row.revision) for row in rows])
    assert (outcome.value, outcome.topics) == (2, frozenset({Topic.REQUESTS}))
    assert to_sign(office.doctor) == []
    assert only(office, nadia).signed_at == NOON
    assert acts(office.doctor, first.id) == [("add", 1), ("correct", 2)]
    assert former(office.doctor, first.id)[0][1]["signed_at"] is None
    with office.doctor.reading() as connection:
        signed = connection.execute(requests.select().where(requests.c.id == first.id)).one()
    assert (signed.signed_by, signed.done_by) == (
        office.doctor.actor.account,
        office.nurse.actor.account,
    )


def test_signing_is_all_or_none(office: Office, nadia: UUID) -> None:
    ordered = [order_tests(office.nurse, OrderTests(nadia, None, tests=(test,))).value for test in HEPATITIS]
    sign_requests(office.doctor, [SignRequest(ordered[0].id, 1)])
    with refusal("already_signed"):
        sign_requests(office.doctor, [SignRequest(one.id, 1) for one in reversed(ordered)])
    with pytest.raises(ChangedMeanwhile):
        sign_requests(office.doctor, [SignRequest(ordered[1].id, 1), SignRequest(ordered[2].id, 7)])
    assert {row.request for row in to_sign(office.doctor)} == {ordered[1].id, ordered[2].id}


def test_a_nurse_without_a_standing_order_is_refused_with_that_reason(office: Office, nadia: UUID) -> None:
    with pytest.raises(Refused) as refused:
        order_tests(office.nurse, OrderTests(nadia, None, tests=("hbsag", "rpr", "hiv_ag_ab")))
    found = [(finding.code, dict(finding.params)) for finding in refused.value.findings]
    assert found == [
        ("not_in_standing_order", {"test": "hiv_ag_ab"}),
        ("not_in_standing_order", {"test": "rpr"}),
    ]
    end_standing_order(office.doctor, EndStandingOrder(office.standing_order, 1, date(2026, 12, 2)))
    with refusal("no_standing_order"):
        order_tests(office.nurse, OrderTests(nadia, None, tests=("hbsag",)))
    order_tests(office.nurse, OrderTests(nadia, None, tests=("hbsag",), on=date(2026, 12, 1)))
    assert len(requests_of(office.doctor, nadia)) == 1


def test_a_number_is_never_given_twice(office: Office, nadia: UUID) -> None:
    first = order_tests(office.doctor, OrderTests(nadia, None, tests=("alt",)), Random(3)).value
    again = order_tests(office.doctor, OrderTests(nadia, None, tests=("ast",)), Random(3)).value
    rng = Random(3)
    assert [first.number, again.number] == [new_request_number(rng), new_request_number(rng)]


def test_a_request_is_called_off_with_a_reason(office: Office, nadia: UUID) -> None:
    ordered = order_tests(office.nurse, OrderTests(nadia, None, tests=HEPATITIS)).value
    with refusal("reason_needed"):
        cancel_request(office.nurse, ordered.id, 1, " ")
    cancel_request(office.nurse, ordered.id, 1, "mauvais dossier")
    request = only(office, nadia)
    assert (request.cancelled, request.cancel_reason) == (True, "mauvais dossier")
    assert (request.stage, request.received) == (LineState.CANCELLED, (0, 0))
    lines = [line for tube in request.specimens for line in tube.lines]
    assert {(line.state, line.end_reason) for line in lines} == {(LineState.CANCELLED, "mauvais dossier")}
    for line in lines:
        assert acts(office.doctor, line.id) == [("add", 1), ("correct", 2)]
    assert to_sign(office.doctor) == []
    with refusal("request_cancelled"):
        cancel_request(office.nurse, ordered.id, 2, "encore")
    with refusal("request_cancelled"):
        sign_requests(office.doctor, [SignRequest(ordered.id, 2)])


def test_calling_off_leaves_the_reason_of_what_ended_before(office: Office, nadia: UUID) -> None:
    ordered = order_tests(office.doctor, OrderTests(nadia, None, tests=("alt", "ct_urine"))).value
    urine = next(one for one in only(office, nadia).specimens if one.tube == "urine")
    advance_specimen(office.nurse, AdvanceSpecimen(urine.id, 1, SpecimenState.LOST, "renversé"))
    cancel_request(office.doctor, ordered.id, 1, "erreur")
    reasons = {line.test: line.end_reason for one in only(office, nadia).specimens for line in one.lines}
    assert reasons == {"alt": "erreur", "ct_urine": "renversé"}


def test_what_a_doctor_signed_only_a_doctor_calls_off(office: Office, nadia: UUID) -> None:
    ordered = order_tests(office.doctor, OrderTests(nadia, None, tests=HEPATITIS)).value
    with refusal("signed_by_doctor"):
        cancel_request(office.nurse, ordered.id, 1, "refus")
    cancel_request(office.doctor, ordered.id, 1, "refus")
    assert only(office, nadia).cancelled


def test_a_request_whose_result_came_is_not_called_off(office: Office, nadia: UUID) -> None:
    ordered = order_tests(office.doctor, OrderTests(nadia, None, tests=HEPATITIS)).value
    record_result(office.doctor, RecordResult(nadia, "hbsag", "negative"))
    with refusal("request_has_results"):
        cancel_request(office.doctor, ordered.id, 1, "refus")
    with refusal("no_such_request"):
        cancel_request(office.doctor, uuid4(), 1, "refus")


def test_who_may_neither_order_nor_sign(office: Office, nadia: UUID) -> None:
    ordered = order_tests(office.nurse, OrderTests(nadia, None, tests=HEPATITIS)).value
    for desk in (office.reception, office.coordinator, office.administrator):
        with refusal("no_right"):
            order_tests(desk, OrderTests(nadia, None, tests=HEPATITIS))
        with refusal("no_right"):
            cancel_request(desk, ordered.id, 1, "raison")
        with refusal("no_right"):
            requests_of(desk, nadia)
    for desk in (office.nurse, office.reception):
        with refusal("no_right"):
            to_sign(desk)
        with refusal("no_right"):
            sign_requests(desk, [SignRequest(ordered.id, 1)])


def test_a_visit_that_has_ended_gets_its_type(office: Office, nadia: UUID) -> None:
    from icarmed.db import visits
    from icarmed.domain.visits import FollowUpType, VisitState

    visit = visit_of(office, nadia, session_of(office))
    with office.doctor.writing() as writing:
        visits.change(writing, visit, 1, {"state": VisitState.DONE})
    ordered = order_tests(office.doctor, OrderTests(nadia, visit, tests=("alt",))).value
    with office.doctor.reading() as connection:
        assert visits.types_of_visits(connection, [visit])[visit] == (FollowUpType.SCREENING,)
    cancel_request(office.doctor, ordered.id, 1, "erreur")
    with office.doctor.reading() as connection:
        assert visits.types_of_visits(connection, [visit]) == {}


def test_ordering_more_tests_takes_no_more_statements(office: Office, nadia: UUID) -> None:
    counts = []
    for order in (
        OrderTests(nadia, None, tests=("alt",)),
        OrderTests(person(office, "Mila"), None, panel="new_person"),
    ):
        with counted() as sent:
            order_tests(office.doctor, order)
        inserts = [one for one in sent if one.startswith("INSERT") and "due_cache" not in one]
        counts.append(len(inserts))
    assert counts[0] == counts[1]
    order_tests(office.doctor, OrderTests(nadia, None, panel="new_person"))
    for _ in range(2):
        with counted() as sent:
            requests_of(office.doctor, nadia)
        assert len(sent) == 2
        with counted() as sent:
            to_sign(office.doctor)
        assert len(sent) == 1
        order_tests(office.nurse, OrderTests(nadia, None, tests=HEPATITIS))


def test_a_request_that_was_voided_is_in_no_list(office: Office, nadia: UUID) -> None:
    ordered = order_tests(office.nurse, OrderTests(nadia, None, tests=HEPATITIS)).value
    with office.doctor.writing() as writing:
        writing.void(requests, ordered.id, 1, "essai")
        assert lab.request(writing.connection, ordered.id) is None
    assert requests_of(office.doctor, nadia) == []
    assert to_sign(office.doctor) == []
