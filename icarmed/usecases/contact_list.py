"""Whom to reach, one row a person; and the list a nurse takes along, which says neither why nor for whom."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from icarmed.db import office, people
from icarmed.documents import recall_list
from icarmed.documents.recall_list import Contact, RecallList, RecallRow, RecallSession
from icarmed.domain.codes import shown_patient_code
from icarmed.domain.people import NameKind, PersonName
from icarmed.domain.reminders.today import ORDER, State
from icarmed.domain.reminders.vocabulary import Trigger
from icarmed.domain.sessions import Session
from icarmed.domain.words import Words
from icarmed.security.roles import Right
from icarmed.usecases.due_list import Channel, DueList, ListedDue, due_list
from icarmed.usecases.story import Desk

# Of the line on discretion only what reads as an hour leaves the house: the rest may say anything.
_CLOCK = r"\d{1,2}\s?(?:h|:)\s?(?:\d{2})?"
_HOURS = re.compile(
    r"\b(?:(?:pas d['’]appel|no calls?)\s+)?"
    r"(?:avant|après|entre|dès|jusqu['’]à|before|after|between|from|until)\s+"
    rf"{_CLOCK}(?:\s?(?:et|à|and|to|-|–)\s?{_CLOCK})?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PersonToReach:
    """One person with all that is due for them, most pressing first."""

    lines: tuple[ListedDue, ...]

    @property
    def patient(self) -> UUID:
        """Whose file it is."""
        return self.lines[0].patient

    @property
    def code(self) -> str:
        """The code as it is shown."""
        return shown_patient_code(self.lines[0].code)

    @property
    def shown_name(self) -> str:
        """The name to show, empty when the person gave none."""
        return self.lines[0].shown_name or ""

    @property
    def discretion(self) -> str:
        """What to mind before any contact."""
        return self.lines[0].discretion

    @property
    def channel(self) -> Channel:
        """How to reach them."""
        return self.lines[0].channel

    @property
    def due(self) -> date:
        """The first day on which something is due."""
        return min(line.due for line in self.lines)

    @property
    def state(self) -> State:
        """How the most pressing matter stands."""
        return min((line.state for line in self.lines), key=ORDER.index)

    @property
    def session(self) -> Session | None:
        """The first session that is proposed for a dose."""
        planned = [line.session for line in self.lines if line.session is not None]
        return min(planned, key=lambda session: session.on, default=None)


@dataclass(frozen=True, slots=True)
class PrintContacts:
    """Due until a day, sessions of a place; `with_contacts` adds telephone and the name to say."""

    until: date | None = None
    place: str | None = None
    with_contacts: bool = False


def people_to_reach(due: DueList) -> tuple[PersonToReach, ...]:
    """One row a person, the late first, else as the list has them.

    A result that is awaited is a matter with the laboratory: nobody is reached for it.
    """
    found: dict[UUID, list[ListedDue]] = {}
    for line in due.lines:
        if line.rule.rule.trigger is not Trigger.RESULT_AWAITED:
            found.setdefault(line.patient, []).append(line)
    rows = [PersonToReach(tuple(lines)) for lines in found.values()]
    return tuple(sorted(rows, key=lambda row: row.state is not State.OVERDUE))


def contact_list(desk: Desk, order: PrintContacts, words: Words) -> bytes:
    """The contact list as PDF, noted in the audit before it is given."""
    desk.need(Right.LIST_BY_NAME if order.with_contacts else Right.SEE_REMINDERS)
    due = due_list(desk, order.until, order.place)
    rows = people_to_reach(due)
    with desk.writing() as writing:
        labels = {place.code: place.label for place in office.all_places(writing.connection)}
        names: Mapping[UUID, Sequence[PersonName]] = {}
        if order.with_contacts:
            names = people.names_of(writing.connection, [row.patient for row in rows])
        writing.note("export", purpose="contacts_named" if order.with_contacts else "contacts")
    grouped: dict[Session | None, list[RecallRow]] = {}
    for row in rows:
        contact = _contact(names.get(row.patient, ())) if order.with_contacts else None
        grouped.setdefault(row.session, []).append(_row(row, contact, words))
    ordered = sorted(grouped, key=lambda session: (session is None, session.on if session else date.max))
    sessions = tuple(_session(session, grouped[session], labels) for session in ordered)
    return recall_list.render(RecallList(desk.today, sessions), words)


def hours_allowed(discretion: str, words: Words) -> str:
    """The hours that a line on discretion names; what else it says is left in the file, and that is said."""
    hours = [" ".join(found.group().split()) for found in _HOURS.finditer(discretion)]
    left = re.sub(r"[\W_]+", "", _HOURS.sub("", discretion))
    return " · ".join([*hours, words.text("contacts.see_file")] if left else hours)


def _row(row: PersonToReach, contact: Contact | None, words: Words) -> RecallRow:
    channel = words.text(f"due.channel.{row.channel}")
    return RecallRow(row.code, hours_allowed(row.discretion, words), channel, contact)


def _contact(names: Sequence[PersonName]) -> Contact:
    """The first telephone, and an alias to ask for: the civil name only of someone who shows it."""
    telephone = next((one.name for one in names if one.kind is NameKind.TELEPHONE), "")
    aliases = [one for one in names if one.kind is NameKind.ALIAS]
    shown = [one for one in names if one.shown and one.kind is not NameKind.TELEPHONE]
    chosen = [one for one in shown if one in aliases] or aliases or shown
    return Contact(telephone, chosen[0].name if chosen else "")


def _session(session: Session | None, rows: list[RecallRow], labels: Mapping[str, str]) -> RecallSession:
    if session is None:
        return RecallSession(None, tuple(rows))
    hours = f"{session.starts:%H:%M}–{session.ends:%H:%M}" if session.starts and session.ends else ""
    return RecallSession(session.on, tuple(rows), labels.get(session.place, session.place), hours)
