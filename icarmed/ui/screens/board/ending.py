"""The end of a visit: its types follow from what was done; what cannot be derived is ticked."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from icarmed.domain.codes import shown_patient_code
from icarmed.domain.visits import FollowUpType
from icarmed.ui.forms import Form, TickField
from icarmed.ui.parts import (
    Banner,
    Button,
    ButtonKind,
    Card,
    Chip,
    ChipKind,
    ChipRow,
    PageHeader,
    column,
    label,
    row,
)
from icarmed.ui.parts.order import TabFollowsEye
from icarmed.ui.room import Room
from icarmed.ui.screens.board.commands import FORM_COMMANDS
from icarmed.ui.screens.board.lines import type_text
from icarmed.usecases import board
from icarmed.usecases.board import Ending, EndVisit
from icarmed.usecases.story import Topic

CHOICES = (FollowUpType.ADDICTION, FollowUpType.WOUND, FollowUpType.VIOLENCE, FollowUpType.GENERAL)


class EndingPage(QWidget):
    """What is derived, what may be ticked, and one button; `key` is the visit."""

    topics: frozenset[Topic] = frozenset()

    def __init__(self, room: Room, key: object, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if not isinstance(key, UUID):
            raise TypeError(type(key).__name__)
        self._room = room
        self._visit = key
        self._ending: Ending | None = None
        room.commands.add(*FORM_COMMANDS)
        room.commands.bind(self, "form.submit", self._on_enter)
        self.submit = Button(self.tr("End the visit"), ButtonKind.ACT, key="Ctrl+S")
        self.submit.clicked.connect(self._on_enter)
        self.header = PageHeader(self.tr("End the visit"))
        self.header.back_asked.connect(room.pages.back)
        self._derived = ChipRow()
        self._nothing = label(self.tr("Nothing was done yet that gives a type."), "muted")
        self._draft = Banner(
            "act", self.tr("Your note is not entered yet: it becomes an entry when the visit ends.")
        )
        self._form = Form()
        self.ticks = {kind: self._form.add(TickField(kind.value, type_text(kind))) for kind in CHOICES}
        card = Card(
            label(self.tr("Follows from what was done"), "section"),
            self._derived,
            self._nothing,
            label(self.tr("Was it also"), "section"),
            self._form,
        )
        card.setMaximumWidth(720)
        self._draft.setMaximumWidth(720)
        self.setLayout(
            column(
                self.header, self._draft, card, row(self.submit, None), None, gap=16, margins=(32, 20, 32, 16)
            )
        )
        room.shade.changed.connect(self._show_person)
        TabFollowsEye(self)

    @property
    def title(self) -> str:
        """Its name in the frame."""
        return self.tr("End the visit")

    def reload(self) -> None:
        """Read what was done in the visit."""
        visit = self._visit
        self._room.tasks.read("ending", lambda desk: board.ending(desk, visit), self._show, owner=self)

    def focus_first(self) -> None:
        """The first box to tick."""
        self.ticks[CHOICES[0]].input.setFocus()

    def _show(self, ending: Ending) -> None:
        self._ending = ending
        self._derived.set_chips(Chip(ChipKind.DONE, type_text(kind)) for kind in ending.derived)
        self._derived.setVisible(bool(ending.derived))
        self._nothing.setVisible(not ending.derived)
        self._draft.setVisible(bool(ending.draft))
        for kind, tick in self.ticks.items():
            tick.setVisible(kind not in ending.derived)
        self._show_person()

    def _show_person(self) -> None:
        if self._ending is not None:
            code = shown_patient_code(self._ending.code)
            name = self._ending.shown_name
            shown = code if name is None else f"{self._room.shade.shown(name, code)} · {code}"
            self.header.set_title(self.title, shown)

    def _on_enter(self) -> None:
        if self._ending is None:
            return
        chosen = frozenset(
            kind for kind, tick in self.ticks.items() if tick.value() and tick.isVisibleTo(self)
        )
        order = EndVisit(self._ending.visit, self._ending.revision, chosen)
        self._room.tasks.write(lambda desk: board.end(desk, order), self._on_ended, owner=self)

    def _on_ended(self, _types: object) -> None:
        room, visit = self._room, self._visit
        room.pages.offer_undo(
            self.tr("Visit ended"),
            lambda: room.tasks.write(lambda desk: board.reopen_ended(desk, visit), owner=room.changes),
        )
        room.pages.go("board")
