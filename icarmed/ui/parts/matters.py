"""One open matter of a person: what, its one main button, why, and later."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from icarmed.ui.parts.boxes import row
from icarmed.ui.parts.buttons import Button, ButtonKind
from icarmed.ui.parts.chips import Chip, ChipKind, paint_shape
from icarmed.ui.parts.labels import label
from icarmed.ui.theme import colour


class Mark(QWidget):
    """The shape of a kind by itself: ● ◆ ○ ✓."""

    def __init__(self, kind: ChipKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 Qt's name
        return QSize(16, 16)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tint = colour(self.kind.value if self.kind not in {ChipKind.NEXT, ChipKind.PLAIN} else "muted")
        paint_shape(painter, QPointF(self.rect().center()) + QPointF(0.5, 0.5), self.kind, tint, 12)
        painter.end()


class MatterRow(QWidget):
    """A line of "to do today": shape, sentence, main button with its key, "why?" and a button for more.

    `acted`, `why_asked` and `more_asked` say which was pressed; without `act` there is no main button.
    """

    acted = Signal()
    why_asked = Signal()
    more_asked = Signal()

    def __init__(
        self,
        kind: ChipKind,
        text: str,
        *,
        act: str = "",
        key: str = "",
        main: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        words = label(text, wrap=True)
        words.setAccessibleName(Chip(kind, text).spoken)
        why = Button(self.tr("why?"), ButtonKind.LINK)
        more = Button(self.tr("More"), ButtonKind.ICON, icon="more")
        why.setAccessibleName(self.tr("Why: %s").replace("%s", text))
        more.setAccessibleName(self.tr("More about: %s").replace("%s", text))
        why.clicked.connect(self.why_asked)
        more.clicked.connect(self.more_asked)
        line = row(Mark(kind), words, why, gap=8)
        line.setStretch(1, 1)
        line.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.button: Button | None = None
        if act:
            self.button = Button(act, ButtonKind.ACT if main else ButtonKind.QUIET, key=key)
            self.button.clicked.connect(self.acted)
            line.addWidget(self.button)
        line.addWidget(more)
        self.more = more
        self.setLayout(line)
