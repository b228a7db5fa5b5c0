"""Fields that are typed: a line, a password, many lines, a number."""

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from icarmed.ui.forms.field import Field
from icarmed.ui.parts.labels import label

# A draft is stored at most half a second after a key (design: data, drafts).
DRAFT_MS = 400


class TextField(Field):
    """One line of text, without blanks at its ends. `entered` is said at Enter."""

    entered = Signal()

    def __init__(
        self,
        name: str,
        text: str,
        *,
        hint: str = "",
        example: str = "",
        longest: int = 200,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, text, hint=hint, parent=parent)
        self.line = QLineEdit()
        self.line.setMaxLength(longest)
        self.line.setPlaceholderText(example)
        self.line.textChanged.connect(self.changed)
        self.line.returnPressed.connect(self.entered)
        self._place(self.line)

    def value(self) -> str:
        """What was typed; empty when nothing was."""
        return self.line.text().strip()

    def set_value(self, text: str) -> None:
        """Put another text in."""
        self.line.setText(text)


class PasswordField(TextField):
    """A line that shows dots; blanks at its ends count."""

    def __init__(self, name: str, text: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, text, hint=hint, parent=parent)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)

    def value(self) -> str:
        return self.line.text()


class NumberField(Field):
    """A number, with comma or point; `unit` stands beside it. None when empty or not a number."""

    entered = Signal()

    def __init__(
        self,
        name: str,
        text: str,
        *,
        unit: str = "",
        decimals: int = 0,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, text, hint=hint, parent=parent)
        self._decimals = decimals
        self.line = QLineEdit()
        self.line.setMaxLength(12)
        self.line.textChanged.connect(self.changed)
        self.line.returnPressed.connect(self.entered)
        if not unit:
            self._place(self.line)
            return
        both = QWidget()
        box = QHBoxLayout(both)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.line, 1)
        box.addWidget(label(unit, "muted"))
        self._place(self.line, stands_in=both)
        self.line.setAccessibleName(f"{text} ({unit})")

    def value(self) -> Decimal | None:
        """The number, or None."""
        typed = self.line.text().strip().replace(",", ".")
        try:
            number = Decimal(typed)
        except InvalidOperation:
            return None
        exponent = number.as_tuple().exponent
        return number if isinstance(exponent, int) and -exponent <= self._decimals else None

    @property
    def unreadable(self) -> bool:
        """Whether something stands there that is no number."""
        return bool(self.line.text().strip()) and self.value() is None

    def set_value(self, number: Decimal | int | None) -> None:
        """Put another number in, with the decimal comma or point of the language."""
        shown = "" if number is None else str(number)
        self.line.setText(shown.replace(".", self.locale().decimalPoint()))


class NotesField(Field):
    """Many lines. `draft` is said with the text at most 0.4 s after a key; `entered` at Ctrl+Enter."""

    draft = Signal(str)
    entered = Signal()

    def __init__(
        self,
        name: str,
        text: str,
        *,
        hint: str = "",
        example: str = "",
        lines: int = 4,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, text, hint=hint, parent=parent)
        self.area = QPlainTextEdit()
        self.area.setPlaceholderText(example)
        self.area.setTabChangesFocus(True)
        self.area.setFixedHeight(lines * self.area.fontMetrics().lineSpacing() + 24)
        self.area.installEventFilter(self)
        self._timer = QTimer(self, singleShot=True, interval=DRAFT_MS)
        self._timer.timeout.connect(self.save_draft)
        self._stored = ""
        self.area.textChanged.connect(self._on_area_text_changed)
        self._place(self.area)

    def value(self) -> str:
        """What was typed, without blanks at its ends."""
        return self.area.toPlainText().strip()

    def set_value(self, text: str) -> None:
        """Put another text in, as stored: no draft is said of it."""
        self._stored = text
        self.area.setPlainText(text)
        self._timer.stop()

    @property
    def unsaved(self) -> bool:
        """Whether a key was typed since the last draft."""
        return self.area.toPlainText() != self._stored

    def save_draft(self) -> None:
        """Say the draft now, if there is anything new: before leaving, locking or closing."""
        self._timer.stop()
        if self.unsaved:
            self._stored = self.area.toPlainText()
            self.draft.emit(self._stored)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 Qt's name
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.save_draft()
                self.entered.emit()
                return True
        return super().eventFilter(watched, event)

    def _on_area_text_changed(self) -> None:
        self.changed.emit()
        if not self._timer.isActive():
            self._timer.start()
