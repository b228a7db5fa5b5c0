"""Reminders: what is due for whoever is in the room, and how people answer it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from uuid import UUID

from icarmed.catalogue.rules import rules
from icarmed.catalogue.schedules import schedule
from icarmed.db import facts as fact_rows
from icarmed.db import reminders as rows
from icarmed.db import vaccination
from icarmed.db.database import Connection, Writing
from icarmed.db.reminders import Answer
from icarmed.domain.findings import Finding, Refused
from icarmed.domain.reminder_acts import ActKind
from icarmed.domain.reminders.engine import DueRow, open_matters
from icarmed.domain.reminders.facts import PersonFacts
from icarmed.domain.reminders.rules import RuleBook, RuleChoice, RuleInForce, in_force
from icarmed.domain.reminders.today import IN_THE_ROOM, Reason, Reminder, State, offers, reminders
from icarmed.domain.reminders.vocabulary import ChipKind, Trigger
from icarmed.domain.sessions import is_working_day
from icarmed.domain.vaccination_acts import StatementKind
from icarmed.security.roles import Right
from icarmed.usecases.story import Desk, Outcome, Topic

__all__ = ["ChipKind", "Reason", "Reminder", "State"]

PLAN = "hepb-0-1-4"
CHANGED = frozenset({Topic.REMINDERS, Topic.BOARD})
NEEDS_REASON = frozenset({ActKind.DISMISSED, ActKind.POSTPONED, ActKind.DECIDED})


@dataclass(frozen=True, slots=True)
class AnswerReminder:
    """What a human says of a reminder; `until` only with `postponed`."""

    patient: UUID
    rule: str
    anchor: str
    kind: ActKind
    until: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """A row of the cache that is not what the facts say, or one that is missing."""

    patient: UUID
    rule: str
    anchor: str


def rule_book(connection: Connection) -> RuleBook:
    """The rules in force here: shipped ones, and what the organisation chose."""
    return _book(tuple(chosen.choice for chosen in rows.choices(connection)))


@lru_cache(maxsize=8)
def _book(choices: tuple[RuleChoice, ...]) -> RuleBook:
    plan = schedule(PLAN)
    return RuleBook(in_force(rules(), choices), plan, plan.settings, is_working_day)


def refresh_due(writing: Writing, patient: UUID) -> None:
    """Makes a person's due rows follow their facts; part of every story that changes one."""
    connection = writing.connection
    facts = fact_rows.facts_of(connection, patient)
    rows.write_due(connection, patient, open_matters(facts, rule_book(connection)))


def rewrite_all_due(writing: Writing) -> int:
    """Makes everyone's due rows follow facts and rules; for how many people something changed."""
    connection = writing.connection
    book = rule_book(connection)
    former = rows.all_due(connection)
    wanted = {facts.patient: open_matters(facts, book) for facts in fact_rows.everyone(connection)}
    return sum(
        rows.write_due(connection, patient, wanted.get(patient, ()), former=former.get(patient, ()))
        for patient in wanted.keys() | former.keys()
    )


def due_differences(connection: Connection) -> list[Difference]:
    """Where the cache is not what facts and rules say; empty when all is well."""
    book = rule_book(connection)
    cached = rows.all_due(connection)
    wanted = {facts.patient: open_matters(facts, book) for facts in fact_rows.everyone(connection)}
    return [
        Difference(patient, rule, anchor)
        for patient in sorted(wanted.keys() | cached.keys())
        for rule, anchor in _unlike(wanted.get(patient, ()), cached.get(patient, ()))
    ]


def _unlike(wanted: Iterable[DueRow], cached: Iterable[DueRow]) -> list[tuple[str, str]]:
    should = {(row.rule, row.anchor): row for row in wanted}
    stands = {(row.rule, row.anchor): row for row in cached}
    return sorted(key for key in should.keys() | stands.keys() if should.get(key) != stands.get(key))


def arrival_card(desk: Desk, patient: UUID) -> tuple[Reminder, ...]:
    """What to do for someone who is in the room, most pressing first; who opens the file notes it."""
    desk.need(Right.OPEN_FILE)
    with desk.reading() as connection:
        return card(connection, patient, desk.today)


def card(connection: Connection, patient: UUID, today: date) -> tuple[Reminder, ...]:
    """As `arrival_card`, inside a reading that is open; from the facts themselves, not from the cache."""
    book = rule_book(connection)
    return _in_the_room(fact_rows.facts_of(connection, patient), book, today)


def put_off(desk: Desk, patient: UUID) -> tuple[Reminder, ...]:
    """What was put off for later, and what is not due yet."""
    desk.need(Right.OPEN_FILE)
    with desk.reading() as connection:
        facts = fact_rows.facts_of(connection, patient)
        book = rule_book(connection)
    found = reminders(open_matters(facts, book), book, desk.today)
    return tuple(one for one in found if one.state not in IN_THE_ROOM)


def chips_for(desk: Desk, people: Collection[UUID]) -> Mapping[UUID, tuple[ChipKind, ...]]:
    """The kinds of act that wait for each person of the board; none for who may not see them."""
    if not desk.may(Right.SEE_CHIPS):
        return {}
    with desk.reading() as connection:
        return chips(connection, people, desk.today)


def chips(
    connection: Connection, people: Collection[UUID], today: date
) -> Mapping[UUID, tuple[ChipKind, ...]]:
    """As `chips_for`, inside a reading that is open, whoever asks; one statement on the cache."""
    if not people:
        return {}
    book = rule_book(connection)
    found = {
        patient: reminders(mine, book, today)
        for patient, mine in rows.due_of_people(connection, people).items()
    }
    return {
        patient: tuple(dict.fromkeys(one.chip for one in mine if one.state in IN_THE_ROOM))
        for patient, mine in found.items()
    }


def answer_reminder(desk: Desk, order: AnswerReminder) -> Outcome[None]:
    """Answers a reminder, with every other that one card shows with it for the same rule.

    A refused vaccination is recorded as what it is, a statement; all else as an act.
    """
    desk.need(Right.SEE_REMINDERS)
    with desk.writing() as writing:
        connection = writing.connection
        facts = fact_rows.facts_of(connection, order.patient)
        reasons = _answered(facts, rule_book(connection), order, desk.today)
        _refuse_answer(desk, reasons[0].rule, order)
        reason = order.reason.strip()
        if reasons[0].rule.rule.trigger is Trigger.NEXT_DOSE and order.kind is ActKind.REFUSED:
            said = {"kind": StatementKind.DECLINED, "on": desk.today, "reason": reason}
            vaccination.add_statement(writing, order.patient, said)
        else:
            for one in reasons:
                values = {
                    "rule": one.row.rule,
                    "anchor": one.row.anchor,
                    "kind": order.kind,
                    "on": desk.today,
                    "until": order.until,
                    "reason": reason,
                    "facts": one.row.facts,
                }
                rows.add_act(writing, order.patient, values)
        refresh_due(writing, order.patient)
    return Outcome(None, CHANGED)


def answers(desk: Desk, patient: UUID) -> list[Answer]:
    """What people answered about a person's reminders, newest first."""
    desk.need(Right.OPEN_FILE)
    with desk.reading() as connection:
        return rows.answers_of(connection, patient)


def take_back_answer(
    desk: Desk, patient: UUID, answer: UUID, from_revision: int, reason: str
) -> Outcome[None]:
    """Takes back an answer that was a mistake: what it ended stands again."""
    desk.need(Right.SEE_REMINDERS)
    if not reason.strip():
        raise Refused(Finding("reason_needed"))
    with desk.writing() as writing:
        if answer not in {one.id for one in rows.answers_of(writing.connection, patient)}:
            raise Refused(Finding("no_such_answer"))
        rows.void_act(writing, answer, from_revision, reason.strip())
        refresh_due(writing, patient)
    return Outcome(None, CHANGED)


def _in_the_room(facts: PersonFacts, book: RuleBook, today: date) -> tuple[Reminder, ...]:
    found = reminders(open_matters(facts, book), book, today)
    return (*(one for one in found if one.state in IN_THE_ROOM), *offers(facts, book, today))


def _answered(facts: PersonFacts, book: RuleBook, order: AnswerReminder, today: date) -> tuple[Reason, ...]:
    """The reasons of that rule on the reminder that is meant, whatever its state."""
    found = [*reminders(open_matters(facts, book), book, today), *offers(facts, book, today)]
    for reminder in found:
        mine = tuple(reason for reason in reminder.reasons if reason.row.rule == order.rule)
        if any(reason.row.anchor == order.anchor for reason in mine):
            return mine
    raise Refused(Finding("no_such_reminder"))


def _refuse_answer(desk: Desk, one: RuleInForce, order: AnswerReminder) -> None:
    if order.kind not in one.rule.answers:
        raise Refused(Finding("answer_not_for_rule", {"rule": one.rule.id}))
    if order.kind is ActKind.DECIDED or (one.rule.doctor_closes and order.kind is not ActKind.POSTPONED):
        desk.need(Right.DECIDE)
    if order.kind in NEEDS_REASON and not order.reason.strip():
        raise Refused(Finding("reason_needed"))
    if (order.kind is ActKind.POSTPONED) != (order.until is not None):
        raise Refused(Finding("postponed_until_when"))
    if order.until is not None and order.until <= desk.today:
        raise Refused(Finding("postponed_into_past", {"day": order.until}))
