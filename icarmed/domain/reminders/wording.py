"""Reminders in words: what to do, and why it is there."""

from collections.abc import Mapping

from icarmed.domain.findings import Parameter
from icarmed.domain.reminders.today import Reason, Reminder, State
from icarmed.domain.words import Words


def task_text(words: Words, task: str, params: Mapping[str, Parameter]) -> str:
    """What is to be done: "Vacciner contre l'hépatite B, dose 2"."""
    return words.text(f"rules.task.{task}", **_spoken(words, params))


def why_text(words: Words, reminder: Reminder, reason: Reason) -> str:
    """The facts that open it; the source and the validation of the rule stand beside it (`source_text`)."""
    params = reason.row.params
    if "because" in params:
        return words.text(f"findings.{params['because']}", **_spoken(words, params))
    code = reminder.task if reason.state is State.OFFERED else reason.row.rule
    return words.text(f"rules.why.{code}", **_spoken(words, params))


def asked_text(words: Words, reason: Reason) -> str:
    """By which request it is already asked for, empty when by none."""
    number = reason.row.params.get("asked")
    return "" if number is None else words.text("rules.asked", request=number)


def source_text(words: Words, reason: Reason) -> str:
    """Where the rule comes from, how certain that is, and whether a doctor has validated it."""
    rule = reason.rule.rule
    validated = (
        words.text("rules.not_validated")
        if reason.rule.validated_on is None
        else words.text("rules.validated", day=reason.rule.validated_on)
    )
    certainty = words.text(f"rules.certainty.{rule.source.certainty}")
    return words.text(
        "rules.source", rule=rule.id, source=rule.source.text, certainty=certainty, validated=validated
    )


def _spoken(words: Words, params: Mapping[str, Parameter]) -> dict[str, Parameter]:
    """The parameters, a test by its name."""
    spoken = dict(params)
    if "test" in spoken:
        spoken["test"] = words.text(f"analyses.{spoken['test']}")
    return spoken
