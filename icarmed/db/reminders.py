"""Rows of reminders: the cache of what is due, what people answered, what was chosen of rules."""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from sys import maxsize
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from icarmed.db.schema.medical import due_cache, reminder_acts
from icarmed.db.schema.office import rule_choices
from icarmed.db.schema.permanence import patient_names, patients
from icarmed.db.writing import Writing
from icarmed.domain.findings import Parameter
from icarmed.domain.people import NameKind
from icarmed.domain.reminder_acts import ActKind
from icarmed.domain.reminders.engine import DueRow
from icarmed.domain.reminders.rules import RuleChoice

# Built once: these two run with every change of a fact.
_DUE_OF_ONE = due_cache.select().where(due_cache.c.patient == sa.bindparam("patient"))
_CHOICES = rule_choices.select().where(rule_choices.c.voided.is_(False))
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class PersonDue:
    """A due row with what a list shows of the person."""

    patient: UUID
    code: str
    shown_name: str | None
    discretion: str
    has_telephone: bool
    row: DueRow


@dataclass(frozen=True, slots=True)
class Chosen:
    """A choice about a rule with its key, for the next correction."""

    id: UUID
    revision: int
    choice: RuleChoice


def due_of(connection: sa.Connection, patient: UUID) -> tuple[DueRow, ...]:
    """The cached rows of one person."""
    return tuple(_due_row(row) for row in connection.execute(_DUE_OF_ONE, {"patient": patient}))


def due_of_people(connection: sa.Connection, people: Collection[UUID]) -> dict[UUID, tuple[DueRow, ...]]:
    """The cached rows of these people; one statement."""
    rows = connection.execute(due_cache.select().where(due_cache.c.patient.in_(people)))
    return _by_person(rows)


def all_due(connection: sa.Connection) -> dict[UUID, tuple[DueRow, ...]]:
    """The whole cache."""
    return _by_person(connection.execute(due_cache.select()))


def write_due(
    connection: sa.Connection,
    patient: UUID,
    rows: Collection[DueRow],
    *,
    former: Collection[DueRow] | None = None,
) -> bool:
    """Makes the cache of a person hold exactly these rows; says whether anything differed.

    `former` saves the reading when it is known. Neither audited nor corrected (data.md "Derived data").
    """
    if former is None:
        former = due_of(connection, patient)
    wanted = {(row.rule, row.anchor): row for row in rows}
    had = {(row.rule, row.anchor): row for row in former}
    gone = [key for key, row in had.items() if wanted.get(key) != row]
    if gone:
        keys = sa.tuple_(due_cache.c.rule, due_cache.c.anchor)
        connection.execute(due_cache.delete().where(due_cache.c.patient == patient, keys.in_(gone)))
    fresh = [_values(patient, row) for key, row in wanted.items() if had.get(key) != row]
    if fresh:
        connection.execute(due_cache.insert(), fresh)
    return bool(gone or fresh)


def due_until(
    connection: sa.Connection,
    until: date,
    today: date,
    *,
    early: Collection[str] = (),
    early_until: date,
    limit: int | None = None,
) -> list[PersonDue]:
    """What is due until a day, most pressing first; not what is put off beyond today or has expired.

    `early` are rules whose matters a session before the due day may answer, due until `early_until`.
    """
    asked = {
        "until": until,
        "today": today,
        "early": list(early),
        "early_until": early_until,
        "limit": maxsize if limit is None else limit,
    }
    return [
        PersonDue(row.patient, row.code, row.name, row.discretion, bool(row.calls), _due_row(row))
        for row in connection.execute(_due_until(), asked)
    ]


@cache
def _due_until() -> sa.Select[Any]:
    """Built once: building it costs more than asking it."""
    cached = due_cache.c
    named = patient_names.alias("named")
    phone = patient_names.alias("phone")
    until, today = sa.bindparam("until", type_=sa.Date), sa.bindparam("today", type_=sa.Date)
    shown = sa.and_(named.c.patient == cached.patient, named.c.shown.is_(True), named.c.voided.is_(False))
    calls = sa.exists().where(
        phone.c.patient == cached.patient,
        phone.c.kind == NameKind.TELEPHONE,
        phone.c.voided.is_(False),
    )
    before = sa.and_(
        cached.rule.in_(sa.bindparam("early", expanding=True)),
        cached.due <= sa.bindparam("early_until", type_=sa.Date),
        cached.possible_from <= until,
    )
    return (
        sa.select(due_cache, patients.c.code, patients.c.discretion, named.c.name, calls.label("calls"))
        .select_from(due_cache)
        .join(patients, patients.c.id == cached.patient)
        .outerjoin(named, shown)
        .where(
            sa.or_(cached.due <= until, before),
            sa.or_(cached.postponed_until.is_(None), cached.postponed_until <= today),
            sa.or_(cached.expires_after.is_(None), cached.expires_after >= today),
        )
        .order_by(cached.priority, cached.due, cached.patient, cached.rule, cached.anchor)
        .limit(sa.bindparam("limit", type_=sa.Integer))
    )


def add_act(writing: Writing, patient: UUID, values: Mapping[str, Any]) -> UUID:
    """How a human answered a reminder: rule, anchor, kind, on, until, reason, facts."""
    return writing.add(reminder_acts, {"patient": patient, **values})


def void_act(writing: Writing, identity: UUID, from_revision: int, reason: str) -> int:
    """Takes back an answer; the reminder stands again as its facts say."""
    return writing.void(reminder_acts, identity, from_revision, reason)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it was given, for the list of what was put aside."""

    id: UUID
    revision: int
    rule: str
    anchor: str
    kind: ActKind
    on: date
    until: date | None
    reason: str


def answers_of(connection: sa.Connection, patient: UUID) -> list[Answer]:
    """What people answered about a person's reminders, newest first."""
    acts = reminder_acts.c
    rows = connection.execute(
        reminder_acts.select()
        .where(acts.patient == patient, acts.voided.is_(False))
        .order_by(acts.on.desc(), acts.entered_at.desc(), acts.id)
    )
    return [
        Answer(row.id, row.revision, row.rule, row.anchor, row.kind, row.on, row.until, row.reason)
        for row in rows
    ]


def choices(connection: sa.Connection) -> list[Chosen]:
    """All that the organisation chose about rules."""
    return [
        Chosen(
            row.id,
            row.revision,
            RuleChoice(
                row.rule,
                row.edition,
                row.switched_on,
                row.due_after_days,
                row.validated_by,
                row.validated_on,
            ),
        )
        for row in connection.execute(_CHOICES)
    ]


def write_choice(writing: Writing, choice: RuleChoice, former: Chosen | None, reason: str) -> UUID:
    """A first choice for a rule and edition, or a change of the one there is."""
    values = {
        "switched_on": choice.switched_on,
        "due_after_days": choice.due_after_days,
        "validated_by": choice.validated_by,
        "validated_on": choice.validated_on,
    }
    if former is None:
        return writing.add(rule_choices, {"rule": choice.rule, "edition": choice.edition, **values})
    writing.correct(rule_choices, former.id, former.revision, values, reason)
    return former.id


def _by_person(rows: Iterable[Any]) -> dict[UUID, tuple[DueRow, ...]]:
    found: dict[UUID, list[DueRow]] = {}
    for row in rows:
        found.setdefault(row.patient, []).append(_due_row(row))
    return {patient: tuple(mine) for patient, mine in found.items()}


def _due_row(row: Any) -> DueRow:
    return DueRow(
        rule=row.rule,
        anchor=row.anchor,
        due=row.due,
        overdue_from=row.overdue_from,
        expires_after=row.expires_after,
        possible_from=row.possible_from,
        postponed_until=row.postponed_until,
        priority=row.priority,
        params=dict(_read(json.loads(row.params))),
    )


def _values(patient: UUID, row: DueRow) -> dict[str, Any]:
    return {
        "patient": patient,
        "rule": row.rule,
        "anchor": row.anchor,
        "due": row.due,
        "overdue_from": row.overdue_from,
        "expires_after": row.expires_after,
        "possible_from": row.possible_from,
        "postponed_until": row.postponed_until,
        "priority": row.priority,
        "params": json.dumps(row.params, default=date.isoformat, ensure_ascii=False, sort_keys=True),
    }


def _read(params: Mapping[str, str | int]) -> Iterator[tuple[str, Parameter]]:
    """Parameters as they were: what is written as a whole day is one."""
    for name, value in params.items():
        whole_day = isinstance(value, str) and _DAY.fullmatch(value) is not None
        yield name, date.fromisoformat(str(value)) if whole_day else value
