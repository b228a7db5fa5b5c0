"""What is seen on one day: states, merging, what is offered, and the words of it."""

from datetime import date

import pytest

from icarmed.catalogue.texts import words
from icarmed.domain.lab_requests import LineState
from icarmed.domain.rapid_tests import RapidResult
from icarmed.domain.reminder_acts import ActKind
from icarmed.domain.reminders.engine import DueRow, open_matters
from icarmed.domain.reminders.rules import RuleChoice
from icarmed.domain.reminders.today import Offer, Reminder, State, offers, reminders, state_on
from icarmed.domain.reminders.vocabulary import ChipKind
from icarmed.domain.reminders.wording import asked_text, source_text, task_text, why_text
from icarmed.domain.vaccination_acts import StatementKind
from tests.domain.reminders.people import NADIA, Person, book, day, key


def row(**days: str) -> DueRow:
    read = {name: day(text) for name, text in days.items()}
    return DueRow(
        rule="HIV-01",
        anchor="rapid_tests:x",
        due=read.get("due", day("2026-12-03")),
        overdue_from=read.get("overdue_from"),
        expires_after=read.get("expires_after"),
        possible_from=read.get("possible_from"),
        postponed_until=read.get("postponed_until"),
        priority=1,
    )


@pytest.mark.parametrize(
    ("one", "on", "state"),
    [
        (row(), "2026-12-02", State.UPCOMING),
        (row(), "2026-12-03", State.DUE),
        (row(possible_from="2026-12-01"), "2026-11-30", State.UPCOMING),
        (row(possible_from="2026-12-01"), "2026-12-01", State.POSSIBLE),
        (row(overdue_from="2026-12-05"), "2026-12-04", State.DUE),
        (row(overdue_from="2026-12-05"), "2026-12-05", State.OVERDUE),
        (row(postponed_until="2026-12-10", overdue_from="2026-12-05"), "2026-12-09", State.POSTPONED),
        (row(postponed_until="2026-12-10", overdue_from="2026-12-05"), "2026-12-10", State.OVERDUE),
        (row(expires_after="2026-12-04"), "2026-12-04", State.DUE),
        (row(expires_after="2026-12-04"), "2026-12-05", State.EXPIRED),
    ],
)
def test_a_row_stands_on_a_day(one: DueRow, on: str, state: State) -> None:
    assert state_on(one, day(on)) is state


def seen(person: Person, on: str) -> tuple[Reminder, ...]:
    return reminders(open_matters(person.facts, book()), book(), day(on))


def test_the_same_test_asked_twice_is_one_reminder_with_both_reasons() -> None:
    person = Person().rapid("a", "trod_hiv", "2026-11-12", RapidResult.REACTIVE)
    person.rapid("b", "trod_hiv", "2026-11-19", RapidResult.REACTIVE)
    (one,) = seen(person, "2026-11-19")
    assert (one.task, one.chip, one.state) == ("hiv_confirm", ChipKind.TO_CONFIRM, State.OVERDUE)
    assert [(reason.row.due, reason.state) for reason in one.reasons] == [
        (day("2026-11-12"), State.OVERDUE),
        (day("2026-11-19"), State.DUE),
    ]
    assert one.first.due == day("2026-11-12")


def test_a_fact_closes_only_what_it_answers() -> None:
    person = Person().rapid("a", "trod_hiv", "2026-11-12", RapidResult.REACTIVE)
    person.rapid("b", "trod_hiv", "2026-11-19", RapidResult.REACTIVE).line("l", "hiv_ag_ab", "2026-11-13")
    (one,) = [one for one in seen(person, "2026-11-19") if one.task == "hiv_confirm"]
    assert [reason.row.anchor for reason in one.reasons] == [f"rapid_tests:{key('b')}"]


def test_two_requests_and_two_tests_stay_apart() -> None:
    person = Person().line("a", "hbsag", "2026-11-05", request="one")
    person.line("b", "hbsag", "2026-11-06", request="two")
    person.rapid("c", "trod_hiv", "2026-11-19", RapidResult.INVALID)
    person.rapid("d", "trod_hcv", "2026-11-19", RapidResult.INVALID)
    tasks = [one.task for one in seen(person, "2026-12-03")]
    assert tasks == ["repeat_rapid_test", "repeat_rapid_test", "call_lab", "call_lab"]


def test_a_reminder_put_off_in_part_shows_what_presses() -> None:
    person = Person().rapid("a", "trod_hiv", "2026-11-12", RapidResult.REACTIVE)
    person.rapid("b", "trod_hiv", "2026-11-19", RapidResult.REACTIVE)
    anchor = f"rapid_tests:{key('a')}"
    person.act("HIV-01", anchor, ActKind.POSTPONED, "2026-11-19", until="2026-12-24")
    (one,) = seen(person, "2026-11-19")
    assert [reason.state for reason in one.reasons] == [State.DUE, State.POSTPONED]
    assert one.state is State.DUE


def test_what_has_expired_is_gone() -> None:
    assert reminders([row(expires_after="2026-12-04")], book(), day("2026-12-05")) == ()


# What is offered to whoever is in the room.


def offered(person: Person, on: str = "2026-12-03") -> list[str]:
    return [one.task for one in offers(person.facts, book(), day(on))]


def test_serology_and_dose_1_are_offered_to_whom_nothing_is_known_of() -> None:
    (one,) = offers(Person().facts, book(), day("2026-12-03"))
    assert (one.task, one.chip, one.state) == (
        Offer.SEROLOGY_AND_DOSE_1,
        ChipKind.BLOOD_TEST,
        State.OFFERED,
    )
    assert (one.first.rule, one.first.anchor, one.first.due) == (
        "HBV-04",
        f"patients:{NADIA}",
        date(2026, 12, 3),
    )


@pytest.mark.parametrize(
    "person",
    [
        Person().blood("t", "anti_hbs", "2026-10-15", "<2"),
        Person().said(StatementKind.NEVER_VACCINATED, "2026-10-15"),
        Person().blood("t", "hbsag", "2026-10-15", "?"),
    ],
    ids=["low titre alone", "never vaccinated", "undecided"],
)
def test_too_little_known_is_offered_serology(person: Person) -> None:
    assert offered(person) == [Offer.SEROLOGY_AND_DOSE_1]


def test_a_positive_anti_hbc_is_offered_what_is_missing() -> None:
    assert offered(Person().blood("c", "anti_hbc", "2026-10-15", "+")) == [Offer.COMPLETE_SEROLOGY]


def test_nothing_is_offered_to_who_is_known_refused_or_is_gone() -> None:
    assert offered(Person().susceptible("2026-10-15")) == []
    assert offered(Person().dose("d1", "2026-10-15")) == []
    assert offered(Person().blood("r", "hbsag", "2026-10-15", "+")) == []
    assert offered(Person().said(StatementKind.DECLINED, "2026-10-15")) == []
    assert offered(Person().said(StatementKind.CONTRAINDICATED, "2026-10-15")) == []
    assert offered(Person().silent()) == []


def test_a_contraindication_that_has_ended_stops_no_offer() -> None:
    person = Person().said(StatementKind.CONTRAINDICATED, "2026-10-15", "2026-11-30")
    assert offered(person, "2026-11-30") == []
    assert offered(person, "2026-12-01") == [Offer.SEROLOGY_AND_DOSE_1]


def test_an_offer_goes_with_its_rule() -> None:
    edition = book().rule("HBV-04").rule.edition
    off = book(RuleChoice("HBV-04", edition, switched_on=False))
    assert offers(Person().facts, off, day("2026-12-03")) == ()


def test_an_offer_may_be_put_off_or_dismissed_and_another_one_returns() -> None:
    anchor = f"patients:{NADIA}"
    person = Person().act("HBV-04", anchor, ActKind.POSTPONED, "2026-12-03", until="2026-12-24")
    assert offered(person) == []
    assert offered(person, "2026-12-24") == [Offer.SEROLOGY_AND_DOSE_1]
    person = Person().act(
        "HBV-04", anchor, ActKind.DISMISSED, "2026-12-03", facts=Offer.SEROLOGY_AND_DOSE_1.value
    )
    assert offered(person) == []
    assert offered(person.blood("c", "anti_hbc", "2026-12-10", "+"), "2026-12-10") == [
        Offer.COMPLETE_SEROLOGY
    ]


def test_an_offer_says_that_blood_is_already_asked_for() -> None:
    person = Person().line("l", "hbsag", "2026-12-03", request="r")
    person.line("m", "hbsag", "2026-01-03", request="s", state=LineState.CANCELLED)
    (one,) = offers(person.facts, book(), day("2026-12-03"))
    assert one.first.params == {"asked": "no r"}
    assert asked_text(words("fr"), one.reasons[0]) == "déjà demandé, demande no r"


# In words.


def told(person: Person, on: str = "2026-12-03", lang: str = "fr") -> list[tuple[str, str]]:
    spoken = words(lang)
    found = [*seen(person, on), *offers(person.facts, book(), day(on))]
    return [
        (task_text(spoken, one.task, one.first.params), why_text(spoken, one, one.reasons[0]))
        for one in found
    ]


def test_a_dose_is_said_with_its_number_and_what_it_was_counted_from() -> None:
    assert told(Person().dose("d1", "2026-10-15"))[0] == (
        "Vacciner contre l'hépatite B, dose 2",
        "dose 1 du 15/10/2026 + 1 mois (schéma)",
    )


def test_a_reactive_test_is_said_by_its_name() -> None:
    person = Person().rapid("t", "trod_hiv", "2026-11-19", RapidResult.REACTIVE)
    assert told(person, lang="en")[0][1].endswith("reactive on 19 Nov 2026, never confirmed")
    task, why = told(person)[0]
    assert task.startswith("VIH : prélever")
    assert why == "TROD VIH réactif le 19/11/2026, jamais confirmé"


def test_every_kind_of_reminder_has_its_words_in_both_languages() -> None:
    person = Person().blood("r", "hbsag", "2026-10-15", "+").line("a", "hbsag", "2026-01-05")
    for test in ("trod_hiv", "trod_syphilis", "trod_hcv"):
        person.rapid(f"x{test}", test, "2026-11-19", RapidResult.REACTIVE)
    person.rapid("i", "trod_hiv", "2026-11-26", RapidResult.INVALID)
    isolated = Person().blood("c", "anti_hbc", "2026-10-15", "+").blood("a", "hbsag", "2026-10-15", "-")
    others = [
        isolated.blood("t", "anti_hbs", "2026-10-15", "<2"),
        Person().dose("d1", "2026-10-01").blood("r", "hbsag", "2026-10-15", "+"),
        Person().dose("d1", "2026-01-08").dose("d2", "2026-02-12").dose("d3", "2026-05-21"),
        Person(),
        Person().blood("c", "anti_hbc", "2026-10-15", "+"),
    ]
    for lang in ("fr", "en"):
        said = [pair for one in (person, *others) for pair in told(one, lang=lang)]
        assert len(said) == 11
        assert all(task and why for task, why in said)


def test_the_source_says_whether_a_doctor_validated_it() -> None:
    (one,) = seen(Person().line("a", "hbsag", "2026-11-05"), "2026-12-03")
    assert source_text(words("fr"), one.reasons[0]).endswith("choix local, sans source · non validée")
    edition = book().rule("RES-01").rule.edition
    validated = book(RuleChoice("RES-01", edition, validated_on=date(2026, 12, 3)))
    rows = open_matters(Person().line("a", "hbsag", "2026-11-05").facts, validated)
    (one,) = reminders(rows, validated, day("2026-12-03"))
    assert source_text(words("fr"), one.reasons[0]).endswith("validée le 03/12/2026")
    assert asked_text(words("fr"), one.reasons[0]) == ""
