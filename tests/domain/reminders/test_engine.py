"""What holds for every rule: silence, switches, answers, marks, order."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icarmed.domain.lab_requests import LineState, SpecimenState
from icarmed.domain.rapid_tests import RapidResult
from icarmed.domain.reminder_acts import ActKind
from icarmed.domain.reminders.engine import due_rows, open_matters, standing
from icarmed.domain.reminders.facts import PersonFacts
from icarmed.domain.reminders.rules import Delay, RuleBook, RuleChoice
from icarmed.domain.reminders.vocabulary import Unit
from icarmed.domain.vaccination_acts import StatementKind
from tests.domain.reminders.people import Person, book, day, key

ANCHOR = f"rapid_tests:{key('t')}"
ALWAYS = [kind for kind in ActKind if kind not in {ActKind.POSTPONED, ActKind.DISMISSED}]


def reactive() -> Person:
    return Person().rapid("t", "trod_hiv", "2026-11-19", RapidResult.REACTIVE)


def mark_of(person: Person, shipped: RuleBook | None = None) -> str:
    (row,) = due_rows(person.facts, shipped or book())
    return row.facts


def test_no_reminder_for_the_dead_and_the_departed() -> None:
    assert len(due_rows(reactive().facts, book())) == 1
    assert due_rows(reactive().silent().facts, book()) == ()


def test_a_rule_that_is_switched_off_opens_nothing() -> None:
    edition = book().rule("HIV-01").rule.edition
    assert reactive().due("HIV-01", RuleChoice("HIV-01", edition, switched_on=False)) == []


def test_a_chosen_interval_moves_due_and_overdue() -> None:
    edition = book().rule("RES-01").rule.edition
    person = Person().line("a", "hbsag", "2026-11-05")
    (row,) = person.due("RES-01", RuleChoice("RES-01", edition, due_after_days=14))
    assert (row.due, row.overdue_from) == (day("2026-11-19"), day("2026-11-26"))


def test_a_shorter_interval_asks_for_no_titre_before_it_can_be_read() -> None:
    edition = book().rule("HBV-05").rule.edition
    person = Person().dose("d1", "2026-01-08").dose("d2", "2026-02-12").dose("d3", "2026-05-21")
    (row,) = person.due("HBV-05", RuleChoice("HBV-05", edition, due_after_days=7))
    assert row.due == day("2026-06-18")


def test_an_interval_beyond_the_lateness_makes_late_what_is_due() -> None:
    edition = book().rule("HBV-05").rule.edition
    person = Person().dose("d1", "2026-01-08").dose("d2", "2026-02-12").dose("d3", "2026-05-21")
    (row,) = person.due("HBV-05", RuleChoice("HBV-05", edition, due_after_days=120))
    assert row.due == row.overdue_from == day("2026-09-18")


def test_a_rule_may_expire_and_may_never_be_late() -> None:
    shipped = book()
    one = shipped.rule("HIV-01")
    rule = replace(one.rule, overdue_after=None, expires_after=Delay(3, Unit.WORKING_DAYS))
    (row,) = due_rows(reactive().facts, replace(shipped, rules=(replace(one, rule=rule),)))
    assert (row.overdue_from, row.expires_after) == (None, day("2026-11-24"))


@pytest.mark.parametrize("kind", ALWAYS)
def test_an_answer_ends_a_reminder_for_good(kind: ActKind) -> None:
    assert open_matters(reactive().act("HIV-01", ANCHOR, kind, "2026-11-20").facts, book()) == ()


def test_an_answer_to_another_event_or_another_rule_ends_nothing() -> None:
    person = reactive().act("HIV-01", f"rapid_tests:{key('other')}", ActKind.REFUSED, "2026-11-20")
    person.act("SYP-01", ANCHOR, ActKind.REFUSED, "2026-11-20")
    assert len(open_matters(person.facts, book())) == 1


def test_a_dismissed_one_stays_away_while_facts_and_rule_stand() -> None:
    mark = mark_of(reactive())
    person = reactive().act("HIV-01", ANCHOR, ActKind.DISMISSED, "2026-11-20", facts=mark)
    assert open_matters(person.facts, book()) == ()


def test_a_dismissed_one_returns_when_its_facts_change() -> None:
    mark = mark_of(reactive())
    corrected = Person().rapid("t", "trod_hiv", "2026-11-18", RapidResult.REACTIVE)
    person = corrected.act("HIV-01", ANCHOR, ActKind.DISMISSED, "2026-11-20", facts=mark)
    assert len(open_matters(person.facts, book())) == 1


def test_a_dismissed_one_returns_when_its_rule_changes() -> None:
    mark = mark_of(Person().line("a", "hbsag", "2026-11-05"))
    anchor = f"requests:{key('request')}"
    person = Person().line("a", "hbsag", "2026-11-05")
    person.act("RES-01", anchor, ActKind.DISMISSED, "2026-11-20", facts=mark)
    assert open_matters(person.facts, book()) == ()
    edition = book().rule("RES-01").rule.edition
    shifted = book(RuleChoice("RES-01", edition, due_after_days=14))
    assert len(open_matters(person.facts, shifted)) == 1


def test_what_is_under_way_is_no_change_of_facts() -> None:
    syphilis = Person().rapid("t", "trod_syphilis", "2026-11-19", RapidResult.REACTIVE)
    before = mark_of(syphilis)
    syphilis.line("l", "rpr", None, specimen=SpecimenState.ORDERED)
    assert mark_of(syphilis) == before


def test_the_last_word_puts_off() -> None:
    person = reactive()
    person.act("HIV-01", ANCHOR, ActKind.POSTPONED, "2026-11-20", until="2026-12-24", hour=9)
    person.act("HIV-01", ANCHOR, ActKind.POSTPONED, "2026-11-20", until="2026-11-26", hour=10)
    (row,) = open_matters(person.facts, book())
    assert row.postponed_until == day("2026-11-26")
    assert row.due == day("2026-11-19")


def test_rows_come_most_pressing_first() -> None:
    person = reactive().dose("d1", "2026-10-15").line("a", "hbsag", "2026-01-05")
    person.rapid("u", "trod_syphilis", "2026-11-12", RapidResult.REACTIVE)
    rows = due_rows(person.facts, book())
    assert [row.rule for row in rows] == ["SYP-01", "HIV-01", "HBV-04", "RES-01"]


# Properties.

DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31)).map(date.isoformat)


@st.composite
def people(draw: st.DrawFn) -> PersonFacts:
    """Someone with some of everything."""
    person = Person()
    for at, on in enumerate(draw(st.lists(DAYS, max_size=4))):
        person.dose(f"dose{at}", on)
    for at, (test, on) in enumerate(
        draw(st.lists(st.tuples(st.sampled_from(["hbsag", "anti_hbc"]), DAYS), max_size=4))
    ):
        person.blood(f"blood{at}", test, on, draw(st.sampled_from("+-?")))
    for at, on in enumerate(draw(st.lists(DAYS, max_size=2))):
        person.blood(f"titre{at}", "anti_hbs", on, draw(st.sampled_from(["<2", "4", "12", ">1000"])))
    for at, on in enumerate(draw(st.lists(DAYS, max_size=3))):
        test = draw(st.sampled_from(["trod_hiv", "trod_syphilis", "trod_hcv"]))
        person.rapid(f"rapid{at}", test, on, draw(st.sampled_from(RapidResult)))
    for at, on in enumerate(draw(st.lists(DAYS, max_size=3))):
        state, specimen = draw(st.sampled_from(LineState)), draw(st.sampled_from(SpecimenState))
        test = draw(st.sampled_from(["hbsag", "rpr", "cytology", "hiv_ag_ab"]))
        person.line(f"line{at}", test, on, request=f"r{at % 2}", state=state, specimen=specimen)
    if draw(st.booleans()):
        kind = draw(st.sampled_from([StatementKind.DECLINED, StatementKind.CONTRAINDICATED]))
        person.said(kind, draw(DAYS))
    return person.facts


def shuffled(facts: PersonFacts, rng: Random) -> PersonFacts:
    def mixed(some: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(rng.sample(some, len(some)))

    history = facts.history
    history = replace(history, doses=mixed(history.doses), samples=mixed(history.samples))  # type: ignore[arg-type] # the same, in another order
    return replace(
        facts,
        history=history,
        results=mixed(facts.results),  # type: ignore[arg-type] # the same, in another order
        rapid_tests=mixed(facts.rapid_tests),  # type: ignore[arg-type] # the same, in another order
        lines=mixed(facts.lines),  # type: ignore[arg-type] # the same, in another order
        acts=mixed(facts.acts),  # type: ignore[arg-type] # the same, in another order
    )


@given(people(), st.randoms(use_true_random=False))
def test_the_order_of_facts_means_nothing(facts: PersonFacts, rng: Random) -> None:
    mixed = due_rows(shuffled(facts, rng), book())
    assert [(row, row.facts) for row in mixed] == [(row, row.facts) for row in due_rows(facts, book())]


@given(people())
def test_each_row_is_one_of_its_rule_and_anchor_with_days_in_order(facts: PersonFacts) -> None:
    rows = due_rows(facts, book())
    assert len({(row.rule, row.anchor) for row in rows}) == len(rows)
    for row in rows:
        assert row.possible_from is None or row.possible_from <= row.due
        assert row.overdue_from is None or row.due <= row.overdue_from
        assert row.anchor.partition(":")[0] in book().rule(row.rule).rule.anchors


@given(people())
def test_dismissing_all_leaves_nothing_and_doing_it_again_changes_nothing(facts: PersonFacts) -> None:
    person = Person()
    person.facts = facts
    for row in due_rows(facts, book()):
        person.act(row.rule, row.anchor, ActKind.DISMISSED, "2026-12-31", facts=row.facts)
    rows = due_rows(person.facts, book())
    assert standing(rows, person.facts.acts) == ()
    assert standing(standing(rows, ()), ()) == rows


@given(people(), st.integers(1, 4000))
def test_moving_all_facts_by_weeks_moves_the_days_of_rules_in_days(facts: PersonFacts, weeks: int) -> None:
    """What is counted in days depends on distances alone, on no day in particular."""

    def moved(on: date) -> date:
        return on + timedelta(weeks=weeks)

    later = replace(
        PersonFacts(facts.patient),
        rapid_tests=tuple(replace(test, on=moved(test.on)) for test in facts.rapid_tests),
        lines=tuple(
            replace(line, sampled_on=moved(line.sampled_on) if line.sampled_on else None)
            for line in facts.lines
        ),
    )
    now = replace(PersonFacts(facts.patient), rapid_tests=facts.rapid_tests, lines=facts.lines)
    assert [(row.rule, row.anchor, moved(row.due)) for row in due_rows(now, book())] == [
        (row.rule, row.anchor, row.due) for row in due_rows(later, book())
    ]
