"""Several of many: typed and found one by one, shown below as chips."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from icarmed.ui.forms import ChoiceField, Form
from icarmed.ui.parts import Chip, ChipKind, ChipRow, column
from icarmed.ui.parts.buttons import Button, ButtonKind


class Picker(QWidget):
    """A field that adds what is chosen; `clear` starts anew. `field` may stand in a form for its errors."""

    changed = Signal()

    def __init__(self, name: str, text: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._options = dict(options)
        self._chosen: list[str] = []
        self.form = Form()
        self.field = self.form.add(ChoiceField[str](name, text, options))
        self._chips = ChipRow()
        self.undo = Button(self.tr("Take the last one out"), ButtonKind.LINK)
        self.undo.clicked.connect(self._on_undo)
        self.field.changed.connect(self._on_field_changed)
        self.setLayout(column(self.form, self._chips, self.undo, gap=4))
        self._show()

    def value(self) -> frozenset[str]:
        """What was chosen."""
        return frozenset(self._chosen)

    def clear(self) -> None:
        """Nothing is chosen any more."""
        self._chosen = []
        self._show()

    def _on_field_changed(self) -> None:
        code = self.field.value()
        if code is None:
            return
        if code not in self._chosen:
            self._chosen.append(code)
        self.field.set_value(None)
        self._show()
        self.changed.emit()

    def _on_undo(self) -> None:
        self._chosen = self._chosen[:-1]
        self._show()

    def _show(self) -> None:
        self._chips.set_chips(Chip(ChipKind.PLAIN, self._options[code]) for code in self._chosen)
        self._chips.setVisible(bool(self._chosen))
        flow = self._chips.layout()
        for at in range(flow.count() if flow is not None else 0):
            # Made while the row is in sight already: Qt shows such a child only when asked.
            item = flow.itemAt(at) if flow is not None else None
            if item is not None and (chip := item.widget()) is not None:
                chip.show()
        self.undo.setVisible(bool(self._chosen))
