"""How the pages before sign-in look: one card in the middle, its button, and the way back."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from icarmed.ui.forms import Form, TextField
from icarmed.ui.parts import Button, ButtonKind, Card, column, label, row
from icarmed.ui.parts.notices import Picture
from icarmed.ui.parts.order import TabFollowsEye
from icarmed.ui.theme import set_role, tokens


class EntrancePage(QWidget):
    """`entered` gives what the door gave; `left` asks for the sign-in page. Enter goes on, Escape leaves."""

    entered = Signal(object)
    left = Signal()

    def __init__(self, title: str, said: str, act: str, *, icon: str = "shield", width: int = 480) -> None:
        super().__init__()
        step = tokens().sizes.grid
        self._act_text = act
        self.form = Form()
        self.button = Button(act, ButtonKind.ACT, key="Return")
        self.button.clicked.connect(self._on_act)
        self.back = Button(self.tr("Back"), ButtonKind.QUIET, key="Esc")
        self.back.clicked.connect(self.left)
        head = row(Picture(icon, "act", 28), label(title, "heading"), None, gap=12)
        self.buttons = row(self.back, None, self.button)
        self.card = Card(head, label(said, "muted", wrap=True), self.form, self.buttons)
        self.card.setFixedWidth(width)
        self.card.column.setContentsMargins(3 * step, 3 * step, 3 * step, 3 * step)
        self.card.column.setSpacing(2 * step)
        box = column(gap=0, margins=(2 * step, 2 * step, 2 * step, 2 * step))
        box.addStretch(2)
        # In a row of its own, not aligned: only so does Qt ask how high the card is at this width.
        box.addLayout(row(None, self.card, None))
        box.addStretch(3)
        self.setLayout(box)
        set_role(self, "page")
        TabFollowsEye(self)
        self._needed: tuple[TextField, ...] = ()

    def focus_first(self) -> None:
        """Ready to be typed in."""
        self.form.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 Qt's name
        """Escape goes back, where there is a way back."""
        if event.key() == Qt.Key.Key_Escape and self.back.isVisibleTo(self):
            self.left.emit()
            return
        super().keyPressEvent(event)

    def show_busy(self, *, busy: bool) -> None:
        """The door is being tried."""
        for part in (self.form, self.button, self.back):
            part.setEnabled(not busy)
        self.button.set_text(self.tr("One moment …") if busy else self._act_text)

    def show_errors(self, said: Mapping[str, str]) -> None:
        """Say what is wrong where it is wrong, and let it be tried again."""
        self.show_busy(busy=False)
        self.form.show_errors(said)

    @abstractmethod
    def act(self) -> None:
        """Do what the button says; every field that must be filled is."""

    def _take_enter(self, fields: Sequence[TextField], needed: Sequence[TextField]) -> None:
        """Enter in any field goes to the first needed one that is empty, or does what the button says."""
        self._needed = tuple(needed)
        for field in fields:
            field.entered.connect(lambda field=field: self._on_field_entered(field))

    def _on_field_entered(self, field: TextField) -> None:
        empty = [one for one in self._needed if not one.value()]
        if empty and field not in empty:
            # Passing through the fields with Enter is no mistake.
            empty[0].line.setFocus()
        else:
            self._on_act()

    def _on_act(self) -> None:
        empty = [field for field in self._needed if not field.value()]
        if empty:
            self.show_errors({field.name: self.tr("This is needed.") for field in empty})
            return
        self.form.clear_errors()
        self.act()
