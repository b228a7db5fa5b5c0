"""Requests to the laboratory: each with its tests and how far each has come, in the words of the chain."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from icarmed.db.lab import Line, Request, Specimen
from icarmed.domain.codes import shown_request_number
from icarmed.domain.lab_requests import LineState, SpecimenState, stage
from icarmed.domain.words import Words
from icarmed.ui.forms import TextField
from icarmed.ui.parts import (
    Button,
    ButtonKind,
    Card,
    Chip,
    ChipKind,
    ChipRow,
    EmptyState,
    column,
    label,
    row,
)
from icarmed.ui.screens.patient.cards import FormCard
from icarmed.ui.screens.patient.folder import Folder
from icarmed.ui.screens.patient.orders import OrderForm
from icarmed.ui.screens.patient.papers import show_slip
from icarmed.ui.screens.patient.tab import Tab, empty
from icarmed.ui.screens.patient.words import stage_text
from icarmed.usecases import lab_requests, laboratory
from icarmed.usecases.lab_requests import AdvanceSpecimen

_DONE = frozenset({LineState.HANDED_OVER, LineState.CLOSED})
_ENDED = frozenset({SpecimenState.LOST, SpecimenState.REFUSED, SpecimenState.DAMAGED})


class RequestsTab(Tab):
    """What was asked of the laboratory, newest first."""

    def __init__(self, folder: Folder, order: QAction, parent: QWidget | None = None) -> None:
        super().__init__(folder, parent)
        self.shown: list[Request] = []
        self.cards: list[RequestCard] = []
        self._wanted = ""
        self._order = Button.of(order, ButtonKind.ACT, icon="laboratory")
        self.head = QWidget()
        self.head.setLayout(row(self._order, None))
        self._empty = EmptyState(
            self.tr("Nothing was asked of a laboratory yet"),
            self.tr("Order a panel or single tests: tubes and slip follow by themselves."),
            icon="laboratory",
        )
        self._holder = QVBoxLayout()
        self._holder.setSpacing(12)
        self.column.addWidget(self.head)
        self.column.addWidget(self._empty)
        self.column.addLayout(self._holder)
        self.column.addStretch(1)

    def reload(self) -> None:
        """Read the requests."""
        patient = self.folder.patient
        self.folder.room.tasks.read(
            "requests", lambda desk: laboratory.requests_of(desk, patient), self._show, owner=self
        )

    def order(self, tests: tuple[str, ...]) -> None:
        """Open the order form, with these tests chosen."""
        self.open_form(OrderForm(self.folder, tests))

    def show_request(self, number: str) -> None:
        """Bring a request into sight, once it is read."""
        self._wanted = number
        self._find_wanted()

    def print_chosen(self) -> None:
        """Order and print in an open form; else the request the cursor is in, or the newest living one."""
        if isinstance(self.form, OrderForm):
            self.form.order_and_print()
            return
        focused = [card.request for card in self.cards if _holds_focus(card)]
        living = [one for one in focused or self.shown if not one.cancelled]
        if living:
            show_slip(self.folder, living[0].id)

    def _show(self, found: list[Request]) -> None:
        if found == self.shown and self.cards:
            return
        self.shown = found
        empty(self._holder)
        self.cards = [RequestCard(self.folder, one) for one in found]
        for card in self.cards:
            card.cancel_asked.connect(self._on_card_cancel_asked)
            self._holder.addWidget(card)
        self._empty.setVisible(not found)
        self._find_wanted()

    def _find_wanted(self) -> None:
        for card in self.cards:
            if self._wanted and card.request.number == self._wanted:
                self._wanted = ""
                self.folder.form_opened.emit(card)
                card.focus_first()

    def _on_card_cancel_asked(self, request: Request) -> None:
        self.open_form(CancelForm(self.folder, request))


class RequestCard(Card):
    """One request: number, day, state of each test, and the next step of its samples."""

    cancel_asked = Signal(object)

    def __init__(self, folder: Folder, request: Request, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.folder = folder
        self.request = request
        words = folder.words
        got, asked = request.received
        title = f"{shown_request_number(request.number)} · {words.day(request.on)}"
        if request.panel:
            title += f" · {words.text(f'panels.{request.panel}')}"
        self.setAccessibleName(title)
        chips = [Chip(_kind(request), stage_text(words, request.stage))]
        if request.to_sign:
            chips.append(Chip(ChipKind.DUE, self.tr("to be signed")))
        if request.urgent:
            chips.append(Chip(ChipKind.ALARM, self.tr("urgent")))
        counted = self.tr("%1 of %2 received").replace("%1", str(got)).replace("%2", str(asked))
        self.column.addLayout(
            row(label(title, "strong"), ChipRow(chips), label(counted, "small"), None, gap=12)
        )
        for specimen in request.specimens:
            self.column.addLayout(column(*_lines(words, specimen), gap=2))
        if request.cancelled:
            text = self.tr("Called off: %1").replace("%1", request.cancel_reason)
            self.column.addWidget(label(text, "muted", wrap=True))
        else:
            self._add_buttons()

    def focus_first(self) -> None:
        """Put the cursor on its first button."""
        button = self.findChild(Button)
        if button is not None:
            button.setFocus()

    def _add_buttons(self) -> None:
        states = {one.state for one in self.request.specimens}
        line = row(gap=8)
        line.addWidget(self._button(self.tr("Print the slip"), self._on_print, icon="printer"))
        if SpecimenState.ORDERED in states:
            line.addWidget(self._button(self.tr("Samples taken"), self._on_taken))
        if SpecimenState.TAKEN in states:
            line.addWidget(self._button(self.tr("Put in its bag"), self._on_bag, icon="bag"))
        if self.request.received[0] == 0:
            line.addWidget(self._button(self.tr("Call off"), self._on_cancel))
        line.addStretch(1)
        self.column.addLayout(line)

    def _button(self, text: str, slot: Callable[[], None], icon: str = "") -> Button:
        button = Button(text, ButtonKind.QUIET, icon=icon)
        button.setAccessibleName(f"{text}: {shown_request_number(self.request.number)}")
        button.clicked.connect(lambda _checked: slot())
        return button

    def _on_print(self) -> None:
        show_slip(self.folder, self.request.id)

    def _on_taken(self) -> None:
        orders = [
            AdvanceSpecimen(one.id, one.revision, SpecimenState.TAKEN)
            for one in self.request.specimens
            if one.state is SpecimenState.ORDERED
        ]
        self.folder.write(
            lambda desk: lab_requests.advance_specimens(desk, orders),
            lambda _number: self.folder.room.pages.say(self.tr("Samples taken")),
        )

    def _on_bag(self) -> None:
        identity: UUID = self.request.id
        self.folder.write(
            lambda desk: lab_requests.bag_request(desk, identity),
            lambda _number: self.folder.room.pages.say(self.tr("In its bag")),
        )

    def _on_cancel(self) -> None:
        self.cancel_asked.emit(self.request)


class CancelForm(FormCard):
    """Calls a request off, with a reason."""

    def __init__(self, folder: Folder, request: Request, parent: QWidget | None = None) -> None:
        number = shown_request_number(request.number)
        title = self.tr("Call off request %1").replace("%1", number)
        super().__init__(folder, title, self.tr("Call off"), parent)
        self._request = request
        self.reason = self.form.add(TextField("reason", self.tr("Reason")))

    def submit(self) -> None:
        """Store it."""
        request, reason = self._request, self.reason.value()
        self.write(
            lambda desk: lab_requests.cancel_request(desk, request.id, request.revision, reason),
            lambda _none: self.finish(self.tr("Request called off")),
            {"reason_needed": "reason"},
        )


def _holds_focus(card: RequestCard) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and card.isAncestorOf(focused)


def _kind(request: Request) -> ChipKind:
    if request.cancelled:
        return ChipKind.PLAIN
    if request.line_state in _DONE:
        return ChipKind.DONE
    return ChipKind.DUE if request.received[0] else ChipKind.NEXT


def _lines(words: Words, specimen: Specimen) -> list[QWidget]:
    """The tests of one specimen; what ended early says why."""
    name = words.text(f"specimens.{specimen.specimen}")
    taken = f" · {words.day(specimen.taken_on)}" if specimen.taken_on is not None else ""
    ended = f" · {specimen.end_reason}" if specimen.state in _ENDED else ""
    state = f" · {stage_text(words, specimen.state)}" if specimen.state in _ENDED else ""
    tests = ", ".join(_test(words, specimen, line) for line in specimen.lines)
    return [label(f"{name}{taken}{state}{ended}", "small"), label(tests, wrap=True)]


def _test(words: Words, specimen: Specimen, line: Line) -> str:
    how_far = stage(specimen.state, line.state)
    return f"{words.text(f'analyses.{line.test}')} ({stage_text(words, how_far)})"
