"""What the organisation chooses of the rules, and what follows at once."""

from datetime import date
from uuid import UUID

import pytest

from icarmed.db import reminders as rows
from icarmed.db.errors import ChangedMeanwhile
from icarmed.db.schema.office import rule_choices
from icarmed.domain.findings import Refused
from icarmed.usecases.reminders import arrival_card, due_differences
from icarmed.usecases.rule_choices import ChooseRule, RuleSheet, choose_rule, rule_sheets, validate_rule
from tests.support.office import THURSDAY, Office
from tests.usecases.lab_people import person
from tests.usecases.test_reminders import cached, dose
from tests.usecases.test_reminders_due_list import sample


def sheet(office: Office, rule: str) -> RuleSheet:
    return next(one for one in rule_sheets(office.doctor) if one.rule.id == rule)


def choose(
    office: Office, rule: str, revision: int, *, on: bool | None = None, days: int | None = None
) -> None:
    choose_rule(office.doctor, ChooseRule(rule, revision, on, days, "settled in the team"))


@pytest.fixture
def nadia(office: Office) -> UUID:
    patient = person(office)
    dose(office, patient, "2026-10-15")
    return patient


def test_at_first_nothing_is_chosen_and_nothing_validated(office: Office) -> None:
    sheets = rule_sheets(office.nurse)
    assert len(sheets) == 10
    assert {(one.revision, one.validated_on, one.former) for one in sheets} == {(0, None, None)}


def test_a_rule_switched_off_is_silent_for_everyone_until_it_is_on_again(office: Office, nadia: UUID) -> None:
    choose(office, "HBV-04", 0, on=False)
    assert cached(office, nadia) == []
    assert arrival_card(office.nurse, nadia) == ()
    choose(office, "HBV-04", 1, on=True)
    assert [rule for rule, _ in cached(office, nadia)] == ["HBV-04"]
    with office.doctor.reading() as connection:
        assert due_differences(connection) == []


def test_an_interval_moves_what_is_due(office: Office) -> None:
    sample(office, date(2026, 11, 25))
    choose(office, "RES-01", 0, days=20)
    with office.doctor.reading() as connection:
        ((row,),) = rows.all_due(connection).values()
    assert (row.due, row.overdue_from) == (date(2026, 12, 15), date(2026, 12, 22))


def test_a_doctor_validates_a_rule_as_it_stands(office: Office, nadia: UUID) -> None:
    assert arrival_card(office.nurse, nadia)[0].reasons[0].rule.validated_on is None
    validate_rule(office.doctor, "HBV-04", 0)
    assert sheet(office, "HBV-04").validated_on == THURSDAY
    assert sheet(office, "HBV-04").choice.validated_by == office.doctor.actor.account
    assert arrival_card(office.nurse, nadia)[0].reasons[0].rule.validated_on == THURSDAY


def test_a_change_takes_the_validation_back_and_a_validation_keeps_the_change(office: Office) -> None:
    validate_rule(office.doctor, "RES-01", 0)
    choose(office, "RES-01", 1, days=14)
    assert (sheet(office, "RES-01").validated_on, sheet(office, "RES-01").choice.due_after_days) == (None, 14)
    validate_rule(office.doctor, "RES-01", 2)
    assert (sheet(office, "RES-01").validated_on, sheet(office, "RES-01").choice.due_after_days) == (
        THURSDAY,
        14,
    )


def test_what_was_chosen_for_another_edition_is_shown_and_no_longer_holds(office: Office) -> None:
    with office.doctor.writing() as writing:
        old = {"rule": "RES-01", "edition": "2019", "due_after_days": 30, "validated_on": date(2019, 1, 3)}
        writing.add(rule_choices, old)
    found = sheet(office, "RES-01")
    assert (found.validated_on, found.choice.due_after_days) == (None, None)
    assert found.former is not None
    assert found.former.due_after_days == 30


@pytest.mark.parametrize(
    ("order", "code"),
    [
        (ChooseRule("XXX-99", 0, None, None, "why not"), "no_such_rule"),
        (ChooseRule("HBV-04", 0, None, 14, "why not"), "interval_fixed"),
        (ChooseRule("RES-01", 0, None, -1, "why not"), "interval_negative"),
        (ChooseRule("RES-01", 0, None, 14, " "), "reason_needed"),
    ],
)
def test_a_choice_that_cannot_be_is_refused(office: Office, order: ChooseRule, code: str) -> None:
    with pytest.raises(Refused, match=code):
        choose_rule(office.doctor, order)
    assert sheet(office, "RES-01").revision == 0


def test_only_the_doctor_chooses_and_validates(office: Office) -> None:
    with pytest.raises(Refused, match="no_right"):
        choose_rule(office.nurse, ChooseRule("RES-01", 0, None, 14, "why not"))
    with pytest.raises(Refused, match="no_right"):
        validate_rule(office.nurse, "RES-01", 0)
    with pytest.raises(Refused, match="no_right"):
        rule_sheets(office.reception)


def test_a_choice_made_from_what_is_no_longer_current_is_refused(office: Office) -> None:
    choose(office, "RES-01", 0, days=14)
    with pytest.raises(ChangedMeanwhile):
        choose(office, "RES-01", 0, days=21)
    with pytest.raises(ChangedMeanwhile):
        validate_rule(office.doctor, "RES-01", 0)
