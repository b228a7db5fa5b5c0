"""When the program itself fails: what is said, and what is logged, which is never a person's data."""

import traceback

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from icarmed.ui.messages import Trouble
from icarmed.ui.parts.boxes import Card, column, row
from icarmed.ui.parts.buttons import Button, ButtonKind
from icarmed.ui.parts.labels import label
from icarmed.ui.parts.notices import Picture


class CrashPage(QWidget):
    """What happened, what was kept, what to do; `continued` and `ended` are the two ways out."""

    continued = Signal()
    ended = Signal()

    def __init__(self, trouble: Trouble, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.trouble = trouble
        go_on = Button(self.tr("Go back to work"), ButtonKind.ACT)
        end = Button(self.tr("Close the program"))
        go_on.clicked.connect(self.continued)
        end.clicked.connect(self.ended)
        self._go_on = go_on
        parts = column(
            _part(self.tr("What happened"), trouble.what),
            _part(self.tr("What was kept"), trouble.kept),
            _part(self.tr("What to do"), trouble.todo),
            8,
            row(None, end, go_on),
            gap=16,
        )
        card = Card(
            row(Picture("warning", "alarm", 28), label(self.tr("Stopped"), "title"), None, gap=12), parts
        )
        card.setFixedWidth(620)
        card.column.setContentsMargins(24, 24, 24, 16)
        card.column.setSpacing(16)
        box = QVBoxLayout(self)
        box.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)

    def focus_first(self) -> None:
        """On the way back to work."""
        self._go_on.setFocus()


def crash_lines(error: BaseException) -> list[str]:
    """Kind of the error and where it arose; neither its text nor a value: both may hold what someone said."""
    places = traceback.extract_tb(error.__traceback__)
    lines = [f"{place.filename.rpartition('/')[2]}:{place.lineno} {place.name}" for place in places]
    return [type(error).__name__, *lines]


def _part(title: str, text: str) -> QVBoxLayout:
    return column(label(title, "section"), label(text, wrap=True), gap=4)
