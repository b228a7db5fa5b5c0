"""From the facts of a person to their due rows; nothing here looks at today."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from icarmed.domain.findings import Parameter
from icarmed.domain.reminder_acts import ActKind
from icarmed.domain.reminders.closers import asked, closed
from icarmed.domain.reminders.facts import Act, PersonFacts
from icarmed.domain.reminders.rules import Rule, RuleBook, RuleInForce, WorkingDay, short_digest
from icarmed.domain.reminders.triggers import Opening, openings
from icarmed.domain.reminders.vocabulary import Since
from icarmed.domain.vaccination.assess import assess
from icarmed.domain.vaccination.assessment import Assessment

# Any day: what is read of an assessment here is the same whatever day it is asked on.
NO_DAY = date.max


@dataclass(frozen=True, slots=True)
class DueRow:
    """One open matter of a person: a rule on an anchor, with the days that follow from facts.

    `facts` is the mark of what it was judged from, by which a dismissal knows whether it still holds.
    """

    rule: str
    anchor: str
    due: date
    overdue_from: date | None
    expires_after: date | None
    possible_from: date | None
    postponed_until: date | None
    priority: int
    params: Mapping[str, Parameter] = field(default_factory=dict, hash=False)
    facts: str = field(default="", compare=False)


def due_rows(facts: PersonFacts, book: RuleBook) -> tuple[DueRow, ...]:
    """Every open matter that facts and rules make, acts left aside; none for the dead and the departed."""
    if facts.silent:
        return ()
    hepatitis_b = assess(book.schedule, facts.history, book.settings, NO_DAY)
    rows = [
        row for one in book.rules if one.switched_on for row in _rows_of(one, facts, hepatitis_b, book.works)
    ]
    return tuple(sorted(rows, key=lambda row: (row.priority, row.due, row.rule, row.anchor)))


def standing(rows: Iterable[DueRow], acts: Iterable[Act]) -> tuple[DueRow, ...]:
    """The rows that no act has ended, with the day until which one is put off.

    A dismissal ends a row only while facts and rule are those it was made for.
    """
    said: dict[tuple[str, str], list[Act]] = {}
    for act in sorted(acts, key=lambda act: (act.on, act.entered_at, act.id)):
        said.setdefault((act.rule, act.anchor), []).append(act)
    kept: list[DueRow] = []
    for row in rows:
        mine = said.get((row.rule, row.anchor), [])
        if not any(_ends(act, row) for act in mine):
            put_off = [act.until for act in mine if act.kind is ActKind.POSTPONED]
            kept.append(replace(row, postponed_until=put_off[-1]) if put_off else row)
    return tuple(kept)


def open_matters(facts: PersonFacts, book: RuleBook) -> tuple[DueRow, ...]:
    """What stands open for a person: their due rows less those that people have answered."""
    return standing(due_rows(facts, book), facts.acts)


def _ends(act: Act, row: DueRow) -> bool:
    if act.kind is ActKind.POSTPONED:
        return False
    return act.kind is not ActKind.DISMISSED or act.facts == row.facts


def _rows_of(
    one: RuleInForce, facts: PersonFacts, hepatitis_b: Assessment, works: WorkingDay
) -> Iterable[DueRow]:
    """The rows of one rule; openings on the same anchor make one row, that of the earliest day."""
    rows: dict[str, DueRow] = {}
    for opening in openings(one.rule, facts, hepatitis_b):
        if closed(one.rule, facts, opening):
            continue
        row = _row(one, facts, opening, works)
        former = rows.get(row.anchor)
        if former is None or (row.due, row.facts) < (former.due, former.facts):
            rows[row.anchor] = row
    return rows.values()


def _row(one: RuleInForce, facts: PersonFacts, opening: Opening, works: WorkingDay) -> DueRow:
    rule = one.rule
    due = _due(rule, opening, works)
    overdue_from = expires_after = None
    if rule.overdue_after is not None:
        start = due if rule.overdue_since is Since.DUE else opening.since
        overdue_from = max(due, rule.overdue_after.after(start, works))
    if rule.expires_after is not None:
        expires_after = rule.expires_after.after(opening.since, works)
    mark = short_digest(one.digest, opening.anchor, due, *sorted(opening.params.items()))
    number = asked(rule, facts, opening)
    return DueRow(
        rule=rule.id,
        anchor=opening.anchor,
        due=due,
        overdue_from=overdue_from,
        expires_after=expires_after,
        possible_from=opening.possible_from,
        postponed_until=None,
        priority=rule.priority,
        params=opening.params if number is None else {**opening.params, "asked": number},
        facts=mark,
    )


def _due(rule: Rule, opening: Opening, works: WorkingDay) -> date:
    """The forecast's day, or the rule's delay from the anchor, but never before the thing is possible."""
    if opening.due is not None:
        return opening.due
    delay = rule.by_test.get(opening.test, rule.due_after)
    due = opening.since if delay is None else delay.after(opening.since, works)
    return due if opening.possible_from is None else max(due, opening.possible_from)
