"""Opening a session: place and day as the calendar proposes, lots, kits and staff of the day."""

from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from icarmed.domain.findings import Finding
from icarmed.ui.forms import ChoiceField, DateField, Form, TickField
from icarmed.ui.parts import Button, ButtonKind, Card, PageHeader, column, label, row
from icarmed.ui.parts.order import TabFollowsEye
from icarmed.ui.room import Room
from icarmed.ui.screens.board.commands import FORM_COMMANDS
from icarmed.ui.screens.board.equipment import Equipment
from icarmed.ui.theme import set_role
from icarmed.usecases import sessions
from icarmed.usecases.sessions import OpenSession, Proposal
from icarmed.usecases.story import Topic


class OpeningPage(QWidget):
    """One form and one button; a past day is opened to be entered from paper."""

    topics = frozenset({Topic.OFFICE})

    def __init__(self, room: Room, _key: object = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._proposal: Proposal | None = None
        room.commands.add(*FORM_COMMANDS)
        room.commands.bind(self, "form.submit", self._on_open)
        self.submit = Button(self.tr("Open the session"), ButtonKind.ACT, key="Ctrl+S")
        self.submit.clicked.connect(self._on_open)
        self.header = PageHeader(self.tr("Open a session"))
        self.header.back_asked.connect(room.pages.back)
        self._form = Form()
        self.place = ChoiceField[UUID]("place", self.tr("Place"))
        self.on = DateField("on", self.tr("Day"), room.today(), latest=room.today())
        self._form.add_row(self.place, self.on)
        self._calendar = label("", "muted", wrap=True)
        self._form.add_widget(self._calendar)
        self.equipment = Equipment(room)
        self._staff = Form()
        self.staff: dict[UUID, TickField] = {}
        left = Card(self._form, label(self.tr("Who is there"), "section"), self._staff, None)
        right = Card(self.equipment, None)
        inner = QWidget()
        inner.setLayout(column(_halves(left, right), row(self.submit, None), None, gap=16))
        inner.setMaximumWidth(1080)
        area = QScrollArea()
        set_role(area, "page")
        area.setWidgetResizable(True)
        area.setWidget(inner)
        self.setLayout(column(self.header, area, gap=16, margins=(32, 20, 32, 16)))
        TabFollowsEye(self)

    @property
    def title(self) -> str:
        """Its name in the frame."""
        return self.tr("Open a session")

    def reload(self) -> None:
        """Ask for a proposal."""
        self._room.tasks.read("proposal", sessions.propose, self._show, owner=self)

    def focus_first(self) -> None:
        """The place, which is usually right already."""
        self.place.input.setFocus()

    def _show(self, proposal: Proposal) -> None:
        first = self._proposal is None
        self._proposal = proposal
        self.place.set_options([(place.id, place.label) for place in proposal.places])
        if first:
            self.place.set_value(proposal.place)
            self.on.set_value(proposal.on)
            self._show_staff(proposal)
        self._calendar.setText(self._calendar_text(proposal))
        self.equipment.show_choice(
            proposal.lots, proposal.kits, (*proposal.chosen_lots, *proposal.chosen_kits)
        )

    def _show_staff(self, proposal: Proposal) -> None:
        for account in proposal.staff:
            self.staff[account.id] = self._staff.add(TickField(f"staff_{account.id.hex}", account.shown_name))
            self.staff[account.id].set_value(ticked=account.id == proposal.actor)

    def _calendar_text(self, proposal: Proposal) -> str:
        if proposal.next_on is None:
            return self.tr("The calendar plans no session in the coming months.")
        day = self._room.messages.words.long_day(proposal.next_on)
        place = next(place.label for place in proposal.places if place.id == proposal.place)
        if proposal.next_on == self._room.today():
            return (
                self.tr("Planned today: %1, %2–%3")
                .replace("%1", place)
                .replace("%2", proposal.starts)
                .replace("%3", proposal.ends)
            )
        return self.tr("Nothing is planned today. Next: %1, %2").replace("%1", day).replace("%2", place)

    def _on_open(self) -> None:
        place, on = self.place.value(), self.on.value()
        wrong = {}
        if place is None:
            wrong["place"] = self.tr("Choose a place.")
        if on is None:
            wrong["on"] = self.tr("Type a day, today or past.")
        if wrong or place is None or on is None or self._proposal is None:
            self._form.show_errors(wrong)
            return
        order = OpenSession(
            place=place,
            on=on,
            starts=self._hours(place, on)[0],
            ends=self._hours(place, on)[1],
            staff=tuple(account for account, tick in self.staff.items() if tick.value()),
            lots=self.equipment.lots,
            kits=self.equipment.kits,
        )
        self._room.tasks.write(
            lambda desk: sessions.open_session(desk, order),
            self._on_opened,
            owner=self,
            refused=self._on_refused,
        )

    def _hours(self, place: UUID, on: date) -> tuple[str, str]:
        """The hours of the calendar when this is the session it means."""
        meant = self._proposal
        if meant is None or (place, on) != (meant.place, meant.next_on):
            return "", ""
        return meant.starts, meant.ends

    def _on_opened(self, session: UUID) -> None:
        self._room.pages.go("board", session)

    def _on_refused(self, findings: tuple[Finding, ...]) -> None:
        self._form.show_errors({"refused": self._room.messages.findings(findings)})


def _halves(left: QWidget, right: QWidget) -> QHBoxLayout:
    """Two cards of the same width."""
    line = row(left, right, gap=16)
    line.setStretch(0, 1)
    line.setStretch(1, 1)
    return line
