"""Invented people as facts, in few words."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID, uuid5

from icarmed.catalogue.rules import rules
from icarmed.catalogue.schedules import schedule
from icarmed.domain.dates import DateRange
from icarmed.domain.lab_requests import LineState, SpecimenState
from icarmed.domain.rapid_tests import RapidResult
from icarmed.domain.reminder_acts import ActKind
from icarmed.domain.reminders.engine import DueRow, due_rows
from icarmed.domain.reminders.facts import Act, LabLine, LabResult, PersonFacts, RapidTest
from icarmed.domain.reminders.rules import RuleBook, RuleChoice, in_force
from icarmed.domain.sessions import is_working_day
from icarmed.domain.vaccination.history import DoseGiven, Found, Marker, Sample, Statement, Titre
from icarmed.domain.vaccination_acts import StatementKind

SPACE = UUID(int=7)
NADIA = uuid5(SPACE, "nadia")
ENGERIX = "engerix-b-20"


def key(name: str) -> UUID:
    return uuid5(SPACE, name)


def day(text: str) -> date:
    return date.fromisoformat(text)


def book(*choices: RuleChoice) -> RuleBook:
    plan = schedule("hepb-0-1-4")
    return RuleBook(in_force(rules(), choices), plan, plan.settings, is_working_day)


class Person:
    """Facts that grow word by word; `facts` is what rules see."""

    def __init__(self) -> None:
        self.facts = PersonFacts(NADIA)

    def dose(self, name: str, on: str, product: str = ENGERIX) -> "Person":
        dose = DoseGiven(str(key(name)), DateRange.parse(on), product)
        history = self.facts.history
        self.facts = replace(self.facts, history=replace(history, doses=(*history.doses, dose)))
        return self

    def blood(self, name: str, test: str, on: str, result: str = "", resulted_on: str = "") -> "Person":
        """A result; of the markers of hepatitis B also the sample, `+`, `-` or a titre."""
        period = DateRange.parse(on)
        known_on = day(resulted_on) if resulted_on else period.last
        found = LabResult(key(name), test, period, known_on)
        history = self.facts.history
        if test in list(Marker):
            read: Found | Titre = {"+": Found.POSITIVE, "-": Found.NEGATIVE, "?": Found.INCONCLUSIVE}.get(
                result
            ) or Titre.parse(result)
            sample = Sample(str(key(name)), Marker(test), period.first, read)
            history = replace(history, samples=(*history.samples, sample))
        self.facts = replace(self.facts, results=(*self.facts.results, found), history=history)
        return self

    def susceptible(self, on: str) -> "Person":
        self.blood("s-hbsag", "hbsag", on, "-").blood("s-hbc", "anti_hbc", on, "-")
        return self.blood("s-hbs", "anti_hbs", on, "<2")

    def said(self, kind: StatementKind, on: str, until: str = "") -> "Person":
        statement = Statement(kind, day(on), day(until) if until else None, str(key(f"{kind}{on}")))
        history = self.facts.history
        self.facts = replace(
            self.facts, history=replace(history, statements=(*history.statements, statement))
        )
        return self

    def rapid(
        self, name: str, test: str, on: str, result: RapidResult, *, kit_expired: bool = False
    ) -> "Person":
        found = RapidTest(key(name), test, day(on), result, kit_expired)
        self.facts = replace(self.facts, rapid_tests=(*self.facts.rapid_tests, found))
        return self

    def line(
        self,
        name: str,
        test: str,
        sampled_on: str | None,
        *,
        request: str = "request",
        state: LineState = LineState.WAITING,
        specimen: SpecimenState = SpecimenState.TAKEN,
    ) -> "Person":
        sampled = day(sampled_on) if sampled_on else None
        found = LabLine(key(name), key(request), f"no {request}", test, state, specimen, sampled)
        self.facts = replace(self.facts, lines=(*self.facts.lines, found))
        return self

    def act(
        self,
        rule: str,
        anchor: str,
        kind: ActKind,
        on: str,
        *,
        until: str = "",
        facts: str = "",
        hour: int = 12,
    ) -> "Person":
        entered = datetime.combine(day(on), datetime.min.time(), UTC).replace(hour=hour)
        name = key(f"{rule}{kind}{on}{hour}")
        act = Act(name, rule, anchor, kind, day(on), day(until) if until else None, facts, entered)
        self.facts = replace(self.facts, acts=(*self.facts.acts, act))
        return self

    def silent(self) -> "Person":
        self.facts = replace(self.facts, silent=True)
        return self

    def due(self, rule: str, *choices: RuleChoice) -> list[DueRow]:
        return [row for row in due_rows(self.facts, book(*choices)) if row.rule == rule]
