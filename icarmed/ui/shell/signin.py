"""The first page: who are you. Also the page of a locked window."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from icarmed.ui.forms import PasswordField, TextField
from icarmed.ui.parts.boxes import Card, row
from icarmed.ui.parts.buttons import Button, ButtonKind
from icarmed.ui.parts.labels import label
from icarmed.ui.parts.notices import Picture
from icarmed.ui.theme import set_role, tokens

_WIDTH = 400


class SignInPage(QWidget):
    """`asked(name, password)` at Enter; `other_asked` for practice, set-up or recovery, by its code.

    `begin`, `show_wrong` and `show_busy` are what may be said to it.
    """

    asked = Signal(str, str)
    other_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        step = tokens().sizes.grid
        self._title = label("IcarMed", "title")
        self._said = label("", "muted", wrap=True)
        self.name = TextField("name", self.tr("Sign-in name"), longest=64)
        self.password = PasswordField("password", self.tr("Password"))
        self.button = Button(self.tr("Sign in"), ButtonKind.ACT, key="Return")
        self.button.clicked.connect(self._on_entered)
        self.name.entered.connect(self.password.line.setFocus)
        self.password.entered.connect(self._on_entered)
        self._card = Card()
        self._card.setFixedWidth(_WIDTH)
        inner = self._card.column
        inner.setContentsMargins(3 * step, 3 * step, 3 * step, 3 * step)
        inner.setSpacing(2 * step)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Picture("shield", "act", 28))
        head.addWidget(self._title, 1)
        inner.addLayout(head)
        for widget in (self._said, self.name, self.password, self.button):
            inner.addWidget(widget)
        inner.setAlignment(self.button, Qt.AlignmentFlag.AlignRight)
        self._others = QHBoxLayout()
        box = QVBoxLayout(self)
        box.addStretch(2)
        box.addLayout(row(None, self._card, None))
        box.addLayout(self._others)
        box.addStretch(3)
        set_role(self, "page")
        self.begin()

    def begin(self, name: str = "", said: str = "") -> None:
        """Ask for a password, with the name of who locked the window; `said` tells why one is asked."""
        self.name.set_value(name)
        self.password.set_value("")
        self.password.set_error("")
        self._said.setText(said or self.tr("Records of a permanence. What is in here is encrypted."))
        self.show_busy(busy=False)
        (self.password if name else self.name).line.setFocus()

    def offer(self, code: str, text: str) -> None:
        """Put another way on under the card: practice, a new data base, the recovery sheet."""
        button = Button(text, ButtonKind.LINK)
        button.clicked.connect(lambda: self.other_asked.emit(code))
        self._others.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._others.addWidget(button)

    def show_wrong(self, sentence: str) -> None:
        """Say why the door stays shut, and ask again."""
        self.show_busy(busy=False)
        self.password.set_value("")
        self.password.set_error(sentence)
        self.password.line.setFocus()

    def show_busy(self, *, busy: bool) -> None:
        """The password is being tried, or the program is still getting ready."""
        for part in (self.name, self.password, self.button):
            part.setEnabled(not busy)
        self.button.set_text(self.tr("Opening …") if busy else self.tr("Sign in"))

    def _on_entered(self) -> None:
        name, password = self.name.value(), self.password.value()
        if not name:
            self.name.line.setFocus()
        elif password:
            self.asked.emit(name, password)
