"""The page of reminders: who must be reached, what is open with the laboratory, what is to be signed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QSizePolicy

from icarmed.db.lab_lists import Unsigned
from icarmed.domain.findings import Finding
from icarmed.domain.office import Place
from icarmed.security.roles import Right
from icarmed.ui.forms import ChoiceField, DateField, Form
from icarmed.ui.page import Page
from icarmed.ui.parts import Button, TabStrip
from icarmed.ui.printing import Paper, PaperKind
from icarmed.ui.room import Room
from icarmed.ui.screens.reminders.commands import REMINDER_COMMANDS
from icarmed.ui.screens.reminders.contacts import ContactsCard
from icarmed.ui.screens.reminders.people import PeopleToReach
from icarmed.ui.screens.reminders.results import OpenResults
from icarmed.ui.screens.reminders.signing import ToSign
from icarmed.usecases import calendar, laboratory
from icarmed.usecases.contact_list import PrintContacts, contact_list
from icarmed.usecases.due_list import DueList, due_list
from icarmed.usecases.lab_requests import SignRequest, sign_requests, to_sign
from icarmed.usecases.laboratory import PendingLine
from icarmed.usecases.story import Desk, Outcome, Topic


@dataclass(frozen=True, slots=True)
class State:
    """What the page draws from; `unsigned` is None for whoever may not sign."""

    due: DueList
    places: tuple[Place, ...]
    pending: Sequence[PendingLine]
    unsigned: Sequence[Unsigned] | None


class RemindersPage(Page):
    """Enter opens the file; a day further ahead and another place change what is proposed."""

    topics = frozenset(
        {Topic.REMINDERS, Topic.PEOPLE, Topic.DOSES, Topic.TESTS, Topic.REQUESTS, Topic.RESULTS, Topic.OFFICE}
    )

    def __init__(self, room: Room, _key: object = None) -> None:
        super().__init__(room, "", back=False, wide=True)
        self.header.set_title(self.tr("Reminders"))
        room.commands.add(*REMINDER_COMMANDS)
        contacts = room.commands.bind(self, "reminders.contacts", self._on_contacts)
        self._sign = room.commands.bind(self, "reminders.sign", self._on_sign)
        self._sign.setEnabled(False)
        self.header.add(Button.of(contacts, icon="printer"))
        self.until = DateField("until", self.tr("Due until"), room.today())
        self.until.set_value(room.today())
        self.place = ChoiceField[str]("place", self.tr("Sessions of"))
        self._places: tuple[Place, ...] = ()
        choice = Form()
        choice.add_row(self.until, self.place)
        choice.setMaximumWidth(560)
        choice.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.contacts = ContactsCard()
        self.contacts.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.contacts.hide()
        self.contacts.asked.connect(self._on_contacts_asked)
        self.contacts.closed.connect(self._on_contacts_closed)
        self.people = PeopleToReach(room)
        self.results = OpenResults(room)
        self.signing = ToSign(room, self._sign)
        self.tabs = TabStrip()
        self.tabs.add(self.tr("To reach"), self.people)
        self.tabs.add(self.tr("Results awaited and to confirm"), self.results)
        # Whether there is anything to sign is known once someone's rights are: see `_show`.
        self.signing.setParent(self)
        self.signing.hide()
        self.column.addWidget(choice)
        self.column.addWidget(self.contacts)
        self.column.addWidget(self.tabs, 1)
        self.column.addStretch(0)
        for one in (self.people, self.results, self.signing):
            one.opened.connect(self._on_opened)
        self.until.changed.connect(self._on_choice_changed)
        self.place.changed.connect(self._on_choice_changed)

    def reload(self) -> None:
        """Read the lists again, until the day and for the place that are chosen."""
        until, place = self.until.value(), self.place.value()
        self.room.tasks.read("reminders", lambda desk: _read(desk, until, place), self._show, owner=self)

    def focus_first(self) -> None:
        """The first person."""
        self.people.table.focus_first()

    def _show(self, state: State) -> None:
        labels = {place.code: place.label for place in state.places}
        with QSignalBlocker(self.place):
            if state.places != self._places:
                self._places = state.places
                self.place.set_options([(place.code, place.label) for place in state.places])
            self.place.set_value(state.due.place)
        self.people.show_due(state.due, labels)
        self.results.show_open(state.due.unconfirmed, state.pending)
        if state.unsigned is not None:
            if self.tabs.pages.indexOf(self.signing) < 0:
                self.tabs.add(self.tr("To sign"), self.signing)
            self.signing.show_unsigned(state.unsigned)

    def _on_choice_changed(self) -> None:
        if not self.until.unreadable and not self.place.unreadable:
            self.reload()

    def _on_opened(self, patient: object) -> None:
        self.room.pages.go("patient", patient)

    def _on_sign(self) -> None:
        orders = [SignRequest(one.request, one.revision) for one in self.signing.chosen]
        if orders:
            self.room.tasks.write(lambda desk: sign_requests(desk, orders), self._on_signed, owner=self)

    def _on_signed(self, number: int) -> None:
        self.room.pages.say(self.tr("%n request(s) signed", "", number))

    def _on_contacts(self) -> None:
        # A small screen has no room for both.
        self.tabs.hide()
        self.contacts.show()
        self.contacts.with_contacts.input.setFocus()

    def _on_contacts_closed(self) -> None:
        self.contacts.hide()
        self.tabs.show()
        self.focus_first()

    def _on_contacts_asked(self) -> None:
        order = PrintContacts(self.until.value(), self.place.value(), self.contacts.with_contacts.value())
        words = self.room.messages.words
        self.room.tasks.write(
            lambda desk: Outcome(contact_list(desk, order, words)),
            self._on_contacts_made,
            owner=self,
            refused=self._on_contacts_refused,
        )

    def _on_contacts_made(self, data: bytes) -> None:
        self._on_contacts_closed()
        self.room.pages.go("print", Paper(PaperKind.LETTER, self.tr("Contact list"), data))

    def _on_contacts_refused(self, findings: tuple[Finding, ...]) -> None:
        self.contacts.form.show_errors({"refused": self.room.messages.findings(findings)})


def _read(desk: Desk, until: date | None, place: str | None) -> State:
    return State(
        due=due_list(desk, until, place),
        places=tuple(calendar.places(desk)),
        pending=laboratory.pending(desk),
        unsigned=to_sign(desk) if desk.may(Right.SIGN_REQUESTS) else None,
    )
