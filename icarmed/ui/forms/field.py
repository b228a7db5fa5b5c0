"""What every input has: a label with it as buddy, accessible name, hint, and a place for what is wrong."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from icarmed.ui.parts.labels import label
from icarmed.ui.theme import set_role, set_state


class Field(QWidget):
    """One input under its label. Subclasses make it, call `_place`, and have `value` and `set_value`.

    `name` is what `Form.show_errors` and tests know it by; `changed` is said at each change of the value.
    """

    changed = Signal()

    def __init__(self, name: str, text: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.setObjectName(f"field_{name}")
        self._text = text
        self._hint = hint
        self._error = ""
        self._input: QWidget | None = None
        self.label = label(text, "label")
        self._below = label(hint, "small", wrap=True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def input(self) -> QWidget:
        """The widget that takes the keys."""
        assert self._input is not None, "made without an input"  # noqa: S101 a mistake of whoever wrote the subclass
        return self._input

    @property
    def error(self) -> str:
        """What is said to be wrong, empty when nothing is."""
        return self._error

    def set_error(self, sentence: str) -> None:
        """Say what is wrong, under the input and to a screen reader; empty takes it away."""
        self._error = sentence
        set_state(self.input, "wrong", "true" if sentence else "false")
        self._say_below()

    def set_hint(self, hint: str) -> None:
        """Change the line under the input."""
        self._hint = hint
        self._say_below()

    def hide_label(self) -> None:
        """Leave the label to screen readers, where the place on the page says what is typed."""
        self.label.setVisible(False)

    def _place(self, widget: QWidget, *, stands_in: QWidget | None = None) -> None:
        """Put the input in; `stands_in` is the widget laid out when the input is only part of it."""
        self._input = widget
        widget.setObjectName(f"input_{self.name}")
        widget.setAccessibleName(self._text)
        self.label.setBuddy(widget)
        self.setFocusProxy(widget)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.label)
        box.addWidget(stands_in or widget)
        box.addWidget(self._below)
        self._say_below()

    def _say_below(self) -> None:
        said = self._error or self._hint
        self._below.setText(said)
        self._below.setVisible(bool(said))
        set_role(self._below, "error" if self._error else "small")
        self.input.setAccessibleDescription(said)
