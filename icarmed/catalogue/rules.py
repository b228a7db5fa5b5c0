"""The rules of follow-up that are shipped, read from `resources/rules.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from icarmed import paths
from icarmed.domain.reminders.rules import Delay, Rule
from icarmed.domain.reminders.vocabulary import (
    AnchorTable,
    ChipKind,
    Closer,
    Module,
    Since,
    Trigger,
    Unit,
    Who,
)
from icarmed.domain.vaccination.schedule import Certainty, Source


@cache
def rules() -> tuple[Rule, ...]:
    """The shipped rules, in the order of the file."""
    return read_rules(paths.resources() / "rules.toml")


def read_rules(file: Path) -> tuple[Rule, ...]:
    """The rules that `file` holds; ValueError for an unknown word or key, or a rule that stands twice."""
    data = tomllib.loads(file.read_text("utf-8"))
    found = tuple(_rule(dict(row), data["edition"]) for row in data["rule"])
    if len({rule.id for rule in found}) != len(found):
        message = "a rule stands twice"
        raise ValueError(message)
    return found


def _rule(row: dict[str, Any], edition: str) -> Rule:
    identity = row.pop("id")
    edition = row.pop("edition", edition)
    rule = Rule(
        id=identity,
        edition=edition,
        module=Module(row.pop("module")),
        trigger=Trigger(row.pop("trigger")),
        anchors=frozenset(AnchorTable(word) for word in row.pop("anchors")),
        task=row.pop("task"),
        chip=ChipKind(row.pop("chip")),
        who=Who(row.pop("who")),
        priority=row.pop("priority"),
        due_after=_delay(row.pop("due_after", None)),
        overdue_after=_delay(row.pop("overdue_after", None)),
        overdue_since=Since(row.pop("overdue_since", Since.DUE)),
        expires_after=_delay(row.pop("expires_after", None)),
        closes_on=tuple(Closer(word) for word in row.pop("closes_on")),
        doctor_closes=row.pop("doctor_closes", False),
        source=Source(row.pop("source"), edition, Certainty(row.pop("certainty"))),
        on_by_default=row.pop("on_by_default"),
        tests=tuple(row.pop("tests", ())),
        answered_by=_answers(row.pop("answered_by", {})),
        by_test=_delays(row.pop("by_test", {})),
    )
    if row:
        message = f"{identity}: unknown keys {', '.join(sorted(row))}"
        raise ValueError(message)
    return rule


def _answers(row: Mapping[str, list[str]]) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({test: tuple(wanted) for test, wanted in row.items()})


def _delays(row: Mapping[str, Mapping[str, int]]) -> Mapping[str, Delay]:
    return MappingProxyType({test: _one_delay(delay) for test, delay in row.items()})


def _delay(row: Mapping[str, int] | None) -> Delay | None:
    return None if row is None else _one_delay(row)


def _one_delay(row: Mapping[str, int]) -> Delay:
    """`{ days = 28 }`, `{ working_days = 1 }` or `{ months = 3 }`."""
    ((unit, amount),) = row.items()
    return Delay(amount, Unit(unit))
