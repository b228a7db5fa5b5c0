"""From due rows to what is seen on one day: how each stands, and which belong on one card."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from icarmed.domain.findings import Parameter
from icarmed.domain.lab_requests import LineState
from icarmed.domain.reminders.engine import DueRow, standing
from icarmed.domain.reminders.facts import PersonFacts
from icarmed.domain.reminders.rules import RuleBook, RuleInForce
from icarmed.domain.reminders.triggers import of_kind, proposes_first_dose
from icarmed.domain.reminders.vocabulary import AnchorTable, ChipKind, Trigger
from icarmed.domain.vaccination.assess import assess
from icarmed.domain.vaccination.assessment import Flag
from icarmed.domain.vaccination.history import Marker
from icarmed.domain.vaccination.status import DueKind, Status


class State(StrEnum):
    """How a reminder stands on a day, the most pressing first.

    `possible`: may be done though it is not due yet; `offered`: to be proposed to whoever is in the room.
    """

    OVERDUE = "overdue"
    DUE = "due"
    POSSIBLE = "possible"
    OFFERED = "offered"
    UPCOMING = "upcoming"
    POSTPONED = "postponed"
    EXPIRED = "expired"


ORDER = list(State)
IN_THE_ROOM = frozenset({State.OVERDUE, State.DUE, State.POSSIBLE, State.OFFERED})


class Offer(StrEnum):
    """What is proposed to someone of whom too little is known for a rule; the words are tasks."""

    SEROLOGY_AND_DOSE_1 = "hbv_serology_and_dose_1"
    COMPLETE_SEROLOGY = "hbv_complete_serology"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a reminder is there: one rule on one anchor."""

    row: DueRow
    state: State
    rule: RuleInForce


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing to do, with every reason that asks for it, the most pressing first."""

    task: str
    chip: ChipKind
    state: State
    reasons: tuple[Reason, ...]

    @property
    def first(self) -> DueRow:
        """The row that presses most."""
        return self.reasons[0].row


def state_on(row: DueRow, today: date) -> State:
    """How a row stands on that day."""
    if row.expires_after is not None and today > row.expires_after:
        return State.EXPIRED
    if row.postponed_until is not None and today < row.postponed_until:
        return State.POSTPONED
    if row.overdue_from is not None and today >= row.overdue_from:
        return State.OVERDUE
    if today >= row.due:
        return State.DUE
    if row.possible_from is not None and today >= row.possible_from:
        return State.POSSIBLE
    return State.UPCOMING


def reminders(rows: Iterable[DueRow], book: RuleBook, today: date) -> tuple[Reminder, ...]:
    """Due rows as they stand on a day, those that ask for the same thing in one; expired ones are gone."""
    together: dict[tuple[str, Parameter, Parameter], list[Reason]] = {}
    for row in rows:
        state = state_on(row, today)
        if state is not State.EXPIRED:
            together.setdefault(_same(row, book), []).append(Reason(row, state, book.rule(row.rule)))
    found = [_reminder(reasons) for reasons in together.values()]
    return tuple(sorted(found, key=_pressing))


def offers(facts: PersonFacts, book: RuleBook, today: date) -> tuple[Reminder, ...]:
    """What to propose to whoever is in the room when blood has not yet told enough (clinical.md).

    Without the three markers nobody is known to be susceptible: serology is proposed, and with it dose 1,
    which may be given at once. Never in the cache: it is no due date, only a chance.
    """
    proposing = [one for one in book.rules if one.switched_on and one.rule.trigger is Trigger.NEXT_DOSE]
    if not proposing or facts.silent:
        return ()
    found = assess(book.schedule, facts.history, book.settings, today)
    if {Flag.DECLINED, Flag.CONTRAINDICATED}.intersection(found.flags):
        return ()
    if any(of_kind(found, DueKind.COMPLETE_SEROLOGY)):
        offer = Offer.COMPLETE_SEROLOGY
    elif found.status in {Status.UNKNOWN, Status.NOT_STARTED} and not proposes_first_dose(found):
        offer = Offer.SEROLOGY_AND_DOSE_1
    else:
        return ()
    row = DueRow(
        rule=proposing[0].rule.id,
        anchor=AnchorTable.PATIENTS.anchor(facts.patient),
        due=today,
        overdue_from=None,
        expires_after=None,
        possible_from=None,
        postponed_until=None,
        priority=proposing[0].rule.priority,
        params=_asked(facts),
        facts=offer.value,
    )
    return tuple(
        Reminder(
            offer.value, ChipKind.BLOOD_TEST, State.OFFERED, (Reason(left, State.OFFERED, proposing[0]),)
        )
        for left in standing([row], facts.acts)
        if state_on(left, today) is not State.POSTPONED
    )


def _asked(facts: PersonFacts) -> dict[str, Parameter]:
    """The request by which the markers are already asked for."""
    waiting = [
        line.number for line in facts.lines if line.test in list(Marker) and line.state is LineState.WAITING
    ]
    return {"asked": max(waiting)} if waiting else {}


def _same(row: DueRow, book: RuleBook) -> tuple[str, Parameter, Parameter]:
    """What makes two rows one thing to do: the task, and the test or the request that it is about."""
    return book.rule(row.rule).rule.task, row.params.get("test", ""), row.params.get("request", "")


def _reminder(reasons: list[Reason]) -> Reminder:
    ordered = tuple(sorted(reasons, key=lambda one: (ORDER.index(one.state), *_order(one.row))))
    rule = ordered[0].rule.rule
    return Reminder(rule.task, rule.chip, ordered[0].state, ordered)


def _pressing(reminder: Reminder) -> tuple[int, date, str, str]:
    return _order(reminder.first)


def _order(row: DueRow) -> tuple[int, date, str, str]:
    return row.priority, row.due, row.rule, row.anchor
