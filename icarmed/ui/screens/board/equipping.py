"""Changing the lots and kits of a session that is open."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from icarmed.domain.findings import Finding
from icarmed.ui.forms import Form
from icarmed.ui.parts import Button, ButtonKind, Card, PageHeader, column, row
from icarmed.ui.parts.order import TabFollowsEye
from icarmed.ui.room import Room
from icarmed.ui.screens.board.commands import FORM_COMMANDS
from icarmed.ui.screens.board.equipment import Equipment
from icarmed.usecases import sessions
from icarmed.usecases.sessions import Equipping
from icarmed.usecases.story import Topic


class EquippingPage(QWidget):
    """The boxes of the opening page, ticked as they are now; `key` is the session."""

    topics = frozenset({Topic.STOCK})

    def __init__(self, room: Room, key: object, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if not isinstance(key, UUID):
            raise TypeError(type(key).__name__)
        self._room = room
        self._session = key
        room.commands.add(*FORM_COMMANDS)
        room.commands.bind(self, "form.submit", self._on_equip)
        self.submit = Button(self.tr("Use these"), ButtonKind.ACT, key="Ctrl+S")
        self.submit.clicked.connect(self._on_equip)
        self.header = PageHeader(self.title)
        self.header.back_asked.connect(room.pages.back)
        self._errors = Form()
        self.equipment = Equipment(room)
        card = Card(self._errors, self.equipment)
        card.setMaximumWidth(720)
        buttons = row(self.submit, None)
        self.setLayout(column(self.header, card, buttons, None, gap=16, margins=(32, 20, 32, 16)))
        TabFollowsEye(self)

    @property
    def title(self) -> str:
        """Its name in the frame."""
        return self.tr("Lots of the day")

    def reload(self) -> None:
        """Read what may be chosen, and what is."""
        session = self._session
        self._room.tasks.read(
            "equipping", lambda desk: sessions.equipping(desk, session), self._show, owner=self
        )

    def focus_first(self) -> None:
        """The first box."""
        self.equipment.setFocus()

    def _show(self, found: Equipping) -> None:
        lots = [lot.id for lot in found.session.lots]
        kits = [kit.id for kit in found.session.kits]
        self.equipment.show_choice(found.lots, found.kits, [*lots, *kits])

    def _on_equip(self) -> None:
        session, lots, kits = self._session, self.equipment.lots, self.equipment.kits
        self._room.tasks.write(
            lambda desk: sessions.equip(desk, session, lots, kits),
            lambda _none: self._room.pages.back(),
            owner=self,
            refused=self._on_refused,
        )

    def _on_refused(self, findings: tuple[Finding, ...]) -> None:
        self._errors.show_errors({"refused": self._room.messages.findings(findings)})
