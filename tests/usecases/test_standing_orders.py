from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

from icarmed.db import standing_orders as rows
from icarmed.db.errors import ChangedMeanwhile
from icarmed.db.schema.office import accounts
from icarmed.db.writing import Writing
from icarmed.domain.findings import Refused
from icarmed.usecases.lab_requests import OrderTests, order_tests
from icarmed.usecases.standing_orders import (
    AddStandingOrder,
    EndStandingOrder,
    add_standing_order,
    covered,
    end_standing_order,
    order_for_tests,
    standing_orders,
    void_standing_order,
)
from icarmed.usecases.story import Topic
from tests.support.office import STANDING_TESTS, STANDING_VACCINES, THURSDAY, Office
from tests.usecases.lab_people import acts, counted, former, person, refusal

WORD = AddStandingOrder(THURSDAY, frozenset({"hiv_ag_ab", "rpr"}), frozenset({"engerix-b-20"}))


def in_force(office: Office, on: date) -> list[UUID]:
    with office.doctor.reading() as connection:
        return [order.id for order in rows.in_force(connection, on)]


def disable(writing: Writing, account: UUID) -> None:
    writing.correct(accounts, account, 1, {"disabled": True}, "parti")


def test_a_doctor_lists_what_nurses_may_do(office: Office) -> None:
    outcome = add_standing_order(office.doctor, WORD)
    assert outcome.topics == {Topic.OFFICE}
    newest, shipped = standing_orders(office.nurse)
    assert (newest.order.id, newest.in_force, newest.doctor_name) == (outcome.value, True, "Dr doctor")
    assert newest.order.doctor == office.doctor.actor.account
    assert (newest.order.tests, newest.order.vaccines) == (WORD.tests, WORD.vaccines)
    assert (newest.order.on, newest.order.until) == (THURSDAY, None)
    assert shipped.order.tests == frozenset(STANDING_TESTS)
    assert acts(office.doctor, outcome.value) == [("add", 1)]


def test_what_all_orders_in_force_cover(office: Office) -> None:
    add_standing_order(office.doctor, WORD)
    add_standing_order(office.doctor, replace(WORD, on=date(2026, 12, 4), tests=frozenset({"alt"})))
    found = covered(office.nurse)
    assert found.tests == {*STANDING_TESTS, "hiv_ag_ab", "rpr"}
    assert found.vaccines == set(STANDING_VACCINES)


def test_it_holds_from_its_first_to_its_last_day(office: Office) -> None:
    order = add_standing_order(office.doctor, replace(WORD, until=date(2026, 12, 10))).value
    assert order not in in_force(office, date(2026, 12, 2))
    assert order in in_force(office, THURSDAY)
    assert order in in_force(office, date(2026, 12, 10))
    assert order not in in_force(office, date(2026, 12, 11))


def test_it_is_ended_and_what_stood_before_stays_readable(office: Office) -> None:
    order = EndStandingOrder(office.standing_order, 1, date(2026, 12, 2), "remplacé")
    assert end_standing_order(office.doctor, order).value == 2
    assert in_force(office, THURSDAY) == []
    assert in_force(office, date(2026, 12, 2)) == [office.standing_order]
    (row,) = standing_orders(office.nurse)
    assert (row.in_force, row.order.until) == (False, date(2026, 12, 2))
    ((reason, before),) = former(office.doctor, office.standing_order)
    assert (reason, before["until"]) == ("remplacé", None)
    with pytest.raises(ChangedMeanwhile):
        end_standing_order(office.doctor, order)


def test_an_end_lies_after_the_beginning(office: Office) -> None:
    with refusal("ends_before_it_begins"):
        add_standing_order(office.doctor, replace(WORD, until=date(2026, 12, 2)))
    with refusal("ends_before_it_begins"):
        end_standing_order(office.doctor, EndStandingOrder(office.standing_order, 1, date(2025, 12, 31)))
    with refusal("no_such_standing_order"):
        end_standing_order(office.doctor, EndStandingOrder(uuid4(), 1, THURSDAY))


def test_only_what_is_known_can_be_listed(office: Office) -> None:
    with refusal("standing_order_empty"):
        add_standing_order(office.doctor, AddStandingOrder(THURSDAY, frozenset()))
    with refusal("unknown_test", "product_unknown"):
        add_standing_order(office.doctor, AddStandingOrder(THURSDAY, frozenset({"x"}), frozenset({"y"})))
    vaccines = AddStandingOrder(THURSDAY, frozenset(), frozenset({"engerix-b-20"}))
    order = add_standing_order(office.doctor, vaccines).value
    assert order in in_force(office, THURSDAY)


def test_the_word_of_a_doctor_who_left_no_longer_holds(office: Office) -> None:
    with office.administrator.writing() as writing:
        disable(writing, office.doctor.actor.account)
    assert in_force(office, THURSDAY) == []
    assert [row.in_force for row in standing_orders(office.nurse)] == [False]


def test_one_that_was_a_mistake_is_taken_back_unless_it_was_used(office: Office) -> None:
    order = add_standing_order(office.doctor, WORD).value
    with refusal("reason_needed"):
        void_standing_order(office.doctor, order, 1, " ")
    void_standing_order(office.doctor, order, 1, "mauvaise liste")
    assert [row.order.id for row in standing_orders(office.nurse)] == [office.standing_order]
    assert acts(office.doctor, order) == [("add", 1), ("void", 2)]
    order_tests(office.nurse, OrderTests(person(office), None, tests=("hbsag",)))
    with refusal("standing_order_used"):
        void_standing_order(office.doctor, office.standing_order, 1, "mauvaise liste")


def test_one_order_must_list_a_whole_request(office: Office) -> None:
    add_standing_order(office.doctor, WORD)
    with office.nurse.reading() as connection:
        assert order_for_tests(connection, ["hbsag", "anti_hbs"], THURSDAY).id == office.standing_order
        with pytest.raises(Refused) as refused:
            order_for_tests(connection, ["hbsag", "anti_hbs", "rpr"], THURSDAY)
    assert [dict(finding.params) for finding in refused.value.findings] == [{"test": "rpr"}]


def test_only_a_doctor_gives_and_ends_them(office: Office) -> None:
    for desk in (office.nurse, office.reception, office.administrator):
        with refusal("no_right"):
            add_standing_order(desk, WORD)
        with refusal("no_right"):
            end_standing_order(desk, EndStandingOrder(office.standing_order, 1, THURSDAY))
        with refusal("no_right"):
            void_standing_order(desk, office.standing_order, 1, "raison")
    for desk in (office.reception, office.coordinator):
        with refusal("no_right"):
            standing_orders(desk)
        with refusal("no_right"):
            covered(desk)


def test_the_list_takes_two_statements(office: Office) -> None:
    for _ in range(3):
        add_standing_order(office.doctor, WORD)
        with counted() as sent:
            standing_orders(office.nurse)
        assert len(sent) == 2
