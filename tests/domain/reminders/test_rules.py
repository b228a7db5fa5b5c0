"""Rules as data: what is shipped, delays, choices, and what a file may hold."""

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from icarmed import paths
from icarmed.catalogue.analyses import analyses
from icarmed.catalogue.rules import read_rules, rules
from icarmed.catalogue.schedules import schedule
from icarmed.catalogue.texts import words
from icarmed.domain.reminder_acts import ActKind
from icarmed.domain.reminders.closers import CLOSERS
from icarmed.domain.reminders.rules import Delay, RuleChoice, in_force
from icarmed.domain.reminders.vocabulary import ANSWERS, Closer, Trigger, Unit
from icarmed.domain.sessions import is_working_day
from tests.domain.reminders.people import book, day, key

# From the rule list of the project: id, due_after, overdue_after, priority, who, certainty.
LISTED = """
HBV-01,0 days,14 days,1,doctor,secondary
HBV-02,None,14 days,1,doctor,international
HBV-03,0 days,14 days,2,doctor,international
HBV-04,None,30 days,2,nurse,international
HBV-05,28 days,3 months,3,nurse,belgian
HIV-01,0 days,2 days,1,doctor,belgian
TRD-01,0 days,0 days,1,nurse,international
SYP-01,0 days,2 days,1,doctor,belgian
HCV-01,0 days,7 days,2,doctor,international
RES-01,10 days,7 days,3,nurse,local
"""


def test_part_1_ships_these_ten_rules_with_their_numbers() -> None:
    listed = sorted(csv.reader(io.StringIO(LISTED.strip())))
    shipped = [
        [
            rule.id,
            str(rule.due_after),
            str(rule.overdue_after),
            str(rule.priority),
            rule.who.value,
            rule.source.certainty.value,
        ]
        for rule in rules()
    ]
    assert sorted(shipped) == listed
    assert all(rule.on_by_default and rule.source.text and rule.edition for rule in rules())


def test_every_trigger_is_used_and_every_rule_has_its_words() -> None:
    assert {rule.trigger for rule in rules()} == set(Trigger)
    for lang in ("fr", "en"):
        told = words(lang)
        assert all(told.has(f"rules.task.{rule.task}") for rule in rules())
        from_forecast = {"HBV-02", "HBV-03", "HBV-04"}
        explained = {rule.id for rule in rules() if told.has(f"rules.why.{rule.id}")}
        assert explained == {rule.id for rule in rules()} - from_forecast


def test_every_closer_is_a_fact_a_word_of_people_or_the_trigger_itself() -> None:
    assert {*CLOSERS, *ANSWERS, Closer.NO_LONGER_HOLDS} == set(Closer)
    assert not CLOSERS.keys() & ANSWERS.keys()


def test_rules_name_tests_that_exist() -> None:
    known = analyses().analyses
    for rule in rules():
        named = {*rule.tests, *rule.answered_by, *rule.by_test}
        named.update(test for wanted in rule.answered_by.values() for test in wanted)
        assert named <= known.keys()
        assert set(rule.answered_by) <= set(rule.tests)


def test_a_dose_is_late_on_the_same_day_for_the_rule_and_for_the_schedule() -> None:
    settings = schedule("hepb-0-1-4").settings
    assert str(book().rule("HBV-04").rule.overdue_after) == f"{settings.late_after_days} days"


def test_positives_end_only_by_the_doctor() -> None:
    by_doctor = {rule.id for rule in rules() if rule.doctor_closes}
    assert by_doctor == {"HBV-01", "HBV-02", "HBV-03", "HIV-01", "SYP-01", "HCV-01", "RES-01"}


def test_answers_follow_from_what_closes() -> None:
    shipped = book()
    always = {ActKind.POSTPONED, ActKind.DISMISSED, ActKind.REFUSED}
    assert shipped.rule("HBV-01").rule.answers == always | {ActKind.REFERRED}
    assert shipped.rule("HBV-03").rule.answers == always | {ActKind.DECIDED}
    assert shipped.rule("HIV-01").rule.answers == always | {ActKind.DONE_ELSEWHERE}
    assert shipped.rule("HBV-04").rule.answers == always


# Delays.


@pytest.mark.parametrize(
    ("amount", "unit", "since", "expected"),
    [
        (0, Unit.DAYS, "2026-11-19", "2026-11-19"),
        (28, Unit.DAYS, "2026-10-01", "2026-10-29"),
        (3, Unit.MONTHS, "2026-05-21", "2026-08-21"),
        # A day that does not exist is the first of the next month (CDSi CALCDT-5).
        (1, Unit.MONTHS, "2026-01-31", "2026-03-01"),
        (0, Unit.WORKING_DAYS, "2026-11-19", "2026-11-19"),
        # Thursday, Friday, Monday.
        (2, Unit.WORKING_DAYS, "2026-11-19", "2026-11-23"),
        # Thursday 24 December: Friday is Christmas, then the week-end.
        (1, Unit.WORKING_DAYS, "2026-12-24", "2026-12-28"),
    ],
)
def test_a_delay_counts_its_unit(amount: int, unit: Unit, since: str, expected: str) -> None:
    assert Delay(amount, unit).after(day(since), is_working_day) == day(expected)


def test_a_delay_is_not_negative() -> None:
    with pytest.raises(ValueError, match="not negative"):
        Delay(-1, Unit.DAYS)


# Choices.


def chosen(rule: str, **values: object) -> RuleChoice:
    edition = book().rule(rule).rule.edition
    return replace(RuleChoice(rule, edition), **values)  # type: ignore[arg-type] # words of the test


def test_without_a_choice_a_rule_is_as_shipped_and_not_validated() -> None:
    one = book().rule("HBV-05")
    assert (one.switched_on, one.validated_on) == (True, None)


def test_a_choice_switches_shifts_and_validates() -> None:
    on = date(2026, 12, 3)
    one = book(
        chosen("RES-01", switched_on=False, due_after_days=14, validated_on=on, validated_by=key("doctor"))
    ).rule("RES-01")
    assert (one.switched_on, one.validated_on, one.rule.due_after) == (False, on, Delay(14, Unit.DAYS))


def test_a_choice_of_a_switch_alone_keeps_the_interval() -> None:
    one = book(chosen("RES-01", switched_on=True)).rule("RES-01")
    assert (one.switched_on, one.rule.due_after) == (True, Delay(10, Unit.DAYS))
    assert one.digest == book().rule("RES-01").digest


def test_a_validation_alone_leaves_the_switch_as_shipped() -> None:
    off = replace(book().rule("RES-01").rule, on_by_default=False)
    (one,) = in_force([off], [chosen("RES-01", validated_on=date(2026, 12, 3))])
    assert not one.switched_on


def test_the_interval_of_a_forecast_cannot_be_chosen() -> None:
    rule = book().rule("HBV-04").rule
    assert not rule.interval_may_change
    assert book(chosen("HBV-04", due_after_days=3)).rule("HBV-04").rule.due_after is None
    assert not replace(rule, due_after=Delay(1, Unit.MONTHS)).interval_may_change
    assert book().rule("RES-01").rule.interval_may_change


def test_a_choice_for_another_edition_no_longer_holds() -> None:
    old = replace(chosen("RES-01", switched_on=False, validated_on=date(2020, 1, 1)), edition="2019")
    one = book(old).rule("RES-01")
    assert (one.switched_on, one.validated_on) == (True, None)


def test_the_mark_of_a_rule_changes_with_its_interval_its_edition_and_its_closers() -> None:
    rule = book().rule("RES-01").rule
    changed = {
        replace(rule, due_after=Delay(11, Unit.DAYS)).digest,
        replace(rule, edition="next").digest,
        replace(rule, closes_on=(Closer.DONE_ELSEWHERE,)).digest,
        replace(rule, by_test={}).digest,
        rule.digest,
    }
    assert len(changed) == 5


def test_an_unknown_rule_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="XXX-99"):
        book().rule("XXX-99")


# Files.


def shipped_text() -> str:
    return (paths.resources() / "rules.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('trigger = "next_dose"', 'trigger = "full_moon"', "full_moon"),
        ('certainty = "local"', 'certainty = "hearsay"', "hearsay"),
        ('id = "RES-01"', 'id = "HIV-01"', "stands twice"),
        ('id = "RES-01"', 'id = "RES-01"\nmood = "blue"', "RES-01: unknown keys mood"),
        (
            "priority = 3\ndue_after = { days = 10 }",
            "priority = 0\ndue_after = { days = 10 }",
            "count from 1",
        ),
        ("due_after = { days = 10 }\n", "", "stand beside"),
        ("due_after = { days = 10 }", "due_after = { hours = 10 }", "hours"),
    ],
)
def test_a_file_that_says_something_else_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    text = shipped_text()
    assert old in text
    file = tmp_path / "rules.toml"
    file.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(ValueError, match=message):
        read_rules(file)


def test_a_rule_may_have_an_edition_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "rules.toml"
    file.write_text(shipped_text().replace('id = "RES-01"', 'id = "RES-01"\nedition = "2027"'), "utf-8")
    read = {rule.id: rule.edition for rule in read_rules(file)}
    assert read["RES-01"] == "2027"
    assert read["HIV-01"] != "2027"
