"""Fields below and beside each other; errors go to the field they are about."""

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from icarmed.ui.forms.field import Field
from icarmed.ui.parts.labels import label
from icarmed.ui.theme import tokens

F = TypeVar("F", bound=Field)


class Form(QWidget):
    """A column of fields. What is wrong but with no field of its own is said at the top."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, Field] = {}
        self._general = label("", "error", wrap=True)
        self._general.setVisible(False)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2 * tokens().sizes.grid)
        self._box.addWidget(self._general)

    def add(self, field: F) -> F:
        """Put a field below the others; gives it back."""
        self._take(field)
        self._box.addWidget(field)
        return field

    def add_row(self, *fields: Field, stretch: tuple[int, ...] = ()) -> None:
        """Put fields beside each other, of equal width unless `stretch` says how they share the room."""
        line = QHBoxLayout()
        line.setSpacing(2 * tokens().sizes.grid)
        for at, field in enumerate(fields):
            self._take(field)
            line.addWidget(field, stretch[at] if stretch else 1)
            # What stands beside a field with an error below it keeps its place.
            line.setAlignment(field, Qt.AlignmentFlag.AlignTop)
        self._box.addLayout(line)

    def add_widget(self, widget: QWidget) -> None:
        """Put something that is no field between the fields: a heading, a chip row, buttons."""
        self._box.addWidget(widget)

    def field(self, name: str) -> Field:
        """The field of that name; KeyError if there is none."""
        return self._fields[name]

    def show_errors(self, sentences: Mapping[str, str]) -> None:
        """Say what is wrong by the name of the field; a name that no field has is said at the top.

        The first field that is wrong gets the focus.
        """
        self.clear_errors()
        homeless = [sentence for name, sentence in sentences.items() if name not in self._fields]
        self._general.setText("\n".join(homeless))
        self._general.setVisible(bool(homeless))
        wrong = [field for name, field in self._fields.items() if name in sentences]
        for field in wrong:
            field.set_error(sentences[field.name])
        if wrong:
            wrong[0].input.setFocus()

    def clear_errors(self) -> None:
        """Nothing is wrong any more."""
        self._general.setVisible(False)
        for field in self._fields.values():
            field.set_error("")

    @property
    def errors(self) -> dict[str, str]:
        """What is said to be wrong now, by the name of the field."""
        return {name: field.error for name, field in self._fields.items() if field.error}

    def focus_first(self) -> None:
        """Put the cursor in the first field that can take it."""
        first = next((field for field in self._fields.values() if field.input.isEnabled()), None)
        if first is not None:
            first.input.setFocus()

    def _take(self, field: Field) -> None:
        if field.name in self._fields:
            msg = f"two fields named {field.name}"
            raise ValueError(msg)
        self._fields[field.name] = field
        field.changed.connect(self.changed)
