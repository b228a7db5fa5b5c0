"""A rule of follow-up as data: what opens it, when it is due, who answers it, and where it comes from."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from uuid import UUID

from icarmed.domain.dates import add_months
from icarmed.domain.reminder_acts import ActKind
from icarmed.domain.reminders.vocabulary import (
    ALWAYS_ANSWERS,
    ANSWERS,
    AnchorTable,
    ChipKind,
    Closer,
    Module,
    Since,
    Trigger,
    Unit,
    Who,
)
from icarmed.domain.vaccination.schedule import Schedule, Settings, Source

WorkingDay = Callable[[date], bool]
DIGEST_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Delay:
    """A length of time after a day."""

    amount: int
    unit: Unit

    def __post_init__(self) -> None:
        if self.amount < 0:
            message = "a delay is not negative"
            raise ValueError(message)

    def __str__(self) -> str:
        return f"{self.amount} {self.unit}"

    def after(self, day: date, works: WorkingDay) -> date:
        """The day that lies so far after `day`."""
        if self.unit is Unit.DAYS:
            return day + timedelta(self.amount)
        if self.unit is Unit.MONTHS:
            return add_months(day, self.amount)
        for _ in range(self.amount):
            day = _next_working_day(day, works)
        return day


def _next_working_day(day: date, works: WorkingDay) -> date:
    day += timedelta(1)
    while not works(day):
        day += timedelta(1)
    return day


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of follow-up.

    `anchors` are the sorts of event it hangs on. `due_after` counts from the anchor; None where the trigger
    itself gives the day (a forecast). `by_test` holds delays of single tests in place of it. `tests` are what
    the trigger looks at, `answered_by` what answers it: laboratory tests by the test that asks for them.
    Where `doctor_closes`, only a doctor may say more than "later".
    """

    id: str
    edition: str
    module: Module
    trigger: Trigger
    anchors: frozenset[AnchorTable]
    task: str
    chip: ChipKind
    who: Who
    priority: int
    due_after: Delay | None
    overdue_after: Delay | None
    overdue_since: Since
    expires_after: Delay | None
    closes_on: tuple[Closer, ...]
    source: Source
    on_by_default: bool = True
    doctor_closes: bool = False
    tests: tuple[str, ...] = ()
    answered_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    by_test: Mapping[str, Delay] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        if self.priority < 1:
            message = f"{self.id}: priorities count from 1"
            raise ValueError(message)
        if self.by_test and self.due_after is None:
            message = f"{self.id}: delays of single tests stand beside a delay of all"
            raise ValueError(message)

    @property
    def answers(self) -> frozenset[ActKind]:
        """What a human may say of its reminders."""
        return ALWAYS_ANSWERS.union(ANSWERS[closer] for closer in self.closes_on if closer in ANSWERS)

    @property
    def interval_may_change(self) -> bool:
        """Whether the organisation may choose another interval: one in days that counts from the anchor."""
        return self.due_after is not None and self.due_after.unit is Unit.DAYS

    @property
    def digest(self) -> str:
        """Short mark of what the rule says; another one when an edition or a choice changed it."""
        said = (
            self.id,
            self.edition,
            self.trigger,
            self.task,
            self.due_after,
            self.overdue_after,
            self.overdue_since,
            self.expires_after,
            *self.closes_on,
            *self.tests,
            *(f"{test}: {wanted}" for test, wanted in sorted(self.answered_by.items())),
            *(f"{test}: {delay}" for test, delay in sorted(self.by_test.items())),
        )
        return short_digest(*said)


def short_digest(*said: object) -> str:
    """The same few characters for the same things said, as they are written."""
    return hashlib.sha256("\n".join(map(str, said)).encode()).hexdigest()[:DIGEST_LENGTH]


@dataclass(frozen=True, slots=True)
class RuleChoice:
    """What the organisation chose for one rule and edition; None leaves what is shipped."""

    rule: str
    edition: str
    switched_on: bool | None = None
    due_after_days: int | None = None
    validated_by: UUID | None = None
    validated_on: date | None = None


@dataclass(frozen=True, slots=True)
class RuleInForce:
    """A rule as it holds here: shipped values and choices together, and when a doctor validated it."""

    rule: Rule
    switched_on: bool
    digest: str
    validated_on: date | None = None


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All that the engine judges by: rules in force, the hepatitis B schedule, working days."""

    rules: tuple[RuleInForce, ...]
    schedule: Schedule
    settings: Settings
    works: WorkingDay

    def rule(self, identity: str) -> RuleInForce:
        """The rule of that id; KeyError when there is none."""
        for one in self.rules:
            if one.rule.id == identity:
                return one
        raise KeyError(identity)


def in_force(shipped: Iterable[Rule], choices: Iterable[RuleChoice]) -> tuple[RuleInForce, ...]:
    """Shipped rules with the choices made for their present edition; those of another no longer hold."""
    made = {(choice.rule, choice.edition): choice for choice in choices}
    return tuple(_in_force(rule, made.get((rule.id, rule.edition))) for rule in shipped)


def _in_force(rule: Rule, choice: RuleChoice | None) -> RuleInForce:
    if choice is None:
        return RuleInForce(rule, rule.on_by_default, rule.digest)
    if choice.due_after_days is not None and rule.interval_may_change:
        rule = replace(rule, due_after=Delay(choice.due_after_days, Unit.DAYS))
    switched_on = rule.on_by_default if choice.switched_on is None else choice.switched_on
    return RuleInForce(rule, switched_on, rule.digest, choice.validated_on)
