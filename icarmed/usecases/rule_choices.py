"""What the organisation chooses of the rules: a switch, an interval, and the doctor's validation."""

from dataclasses import dataclass, replace
from datetime import date

from icarmed.catalogue.rules import rules
from icarmed.db import reminders as rows
from icarmed.db.database import Connection
from icarmed.db.errors import ChangedMeanwhile
from icarmed.db.reminders import Chosen
from icarmed.domain.findings import Finding, Refused
from icarmed.domain.reminders.rules import Rule, RuleChoice
from icarmed.security.roles import Right
from icarmed.usecases.reminders import rewrite_all_due
from icarmed.usecases.story import Desk, Outcome, Topic

CHANGED = frozenset({Topic.REMINDERS, Topic.BOARD})


@dataclass(frozen=True, slots=True)
class RuleSheet:
    """A rule as the doctor sees it; `revision` 0 when nothing was chosen for its present edition.

    `former` is what was chosen for another edition: that validation no longer holds, and both are shown.
    """

    rule: Rule
    revision: int
    choice: RuleChoice
    former: RuleChoice | None

    @property
    def validated_on(self) -> date | None:
        """When a doctor validated it as it stands; None is "not validated"."""
        return self.choice.validated_on


@dataclass(frozen=True, slots=True)
class ChooseRule:
    """A choice made from the revision that was read; None keeps what is shipped."""

    rule: str
    from_revision: int
    switched_on: bool | None
    due_after_days: int | None
    reason: str


def rule_sheets(desk: Desk) -> tuple[RuleSheet, ...]:
    """Every rule with what was chosen of it."""
    desk.need(Right.SEE_REMINDERS)
    with desk.reading() as connection:
        return _sheets(connection)


def choose_rule(desk: Desk, order: ChooseRule) -> Outcome[None]:
    """Switches a rule or changes its interval; a change is not validated by the validation before it."""
    desk.need(Right.VALIDATE_RULES)
    if not order.reason.strip():
        raise Refused(Finding("reason_needed"))
    with desk.writing() as writing:
        sheet = _sheet(writing.connection, order.rule, order.from_revision)
        if order.due_after_days is not None:
            _refuse_interval(sheet.rule, order.due_after_days)
        choice = RuleChoice(sheet.rule.id, sheet.rule.edition, order.switched_on, order.due_after_days)
        rows.write_choice(writing, choice, _chosen(writing.connection, sheet), order.reason.strip())
        rewrite_all_due(writing)
    return Outcome(None, CHANGED)


def validate_rule(desk: Desk, rule: str, from_revision: int) -> Outcome[None]:
    """A doctor has read the rule and answers for it as it stands."""
    desk.need(Right.VALIDATE_RULES)
    with desk.writing() as writing:
        sheet = _sheet(writing.connection, rule, from_revision)
        choice = replace(sheet.choice, validated_by=desk.actor.account, validated_on=desk.today)
        rows.write_choice(writing, choice, _chosen(writing.connection, sheet), "")
    return Outcome(None, CHANGED)


def _sheets(connection: Connection) -> tuple[RuleSheet, ...]:
    chosen = rows.choices(connection)
    return tuple(_of_rule(rule, [one for one in chosen if one.choice.rule == rule.id]) for rule in rules())


def _of_rule(rule: Rule, chosen: list[Chosen]) -> RuleSheet:
    present = next((one for one in chosen if one.choice.edition == rule.edition), None)
    others = sorted((one.choice for one in chosen if one is not present), key=lambda choice: choice.edition)
    choice = present.choice if present else RuleChoice(rule.id, rule.edition)
    return RuleSheet(rule, present.revision if present else 0, choice, others[-1] if others else None)


def _sheet(connection: Connection, rule: str, from_revision: int) -> RuleSheet:
    """The sheet that was read; Refused when another hand has changed it since."""
    sheet = next((one for one in _sheets(connection) if one.rule.id == rule), None)
    if sheet is None:
        raise Refused(Finding("no_such_rule", {"rule": rule}))
    if sheet.revision != from_revision:
        raise ChangedMeanwhile("rule_choices", sheet.revision)
    return sheet


def _chosen(connection: Connection, sheet: RuleSheet) -> Chosen | None:
    wanted = (sheet.rule.id, sheet.rule.edition)
    return next(
        (one for one in rows.choices(connection) if (one.choice.rule, one.choice.edition) == wanted), None
    )


def _refuse_interval(rule: Rule, days: int) -> None:
    if not rule.interval_may_change:
        raise Refused(Finding("interval_fixed", {"rule": rule.id}))
    if days < 0:
        raise Refused(Finding("interval_negative", {"days": days}))
