"""What a page says by itself: a banner over it, or what would fill a list that is empty."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from icarmed.ui.parts.boxes import Card, column, row
from icarmed.ui.parts.buttons import Button, ButtonKind
from icarmed.ui.parts.labels import label
from icarmed.ui.theme import pixmap, tokens

_ICONS = {"alarm": "warning", "due": "warning", "done": "check", "act": "info", "plain": "info"}
_TINTS = {"alarm": "alarm", "due": "due", "done": "done", "act": "act", "plain": "muted"}


_READABLE = 440


class Picture(QLabel):
    """An icon that follows the theme."""

    def __init__(self, name: str, tint: str = "text", size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawn = (name, tint, size)
        self.setFixedSize(size, size)
        self.refresh()

    def refresh(self) -> None:
        """Draw it in the colours of now."""
        name, tint, size = self._drawn
        self.setPixmap(pixmap(name, tint, size, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.refresh()


class Banner(Card):
    """A line over a page: what is the matter, and at most one button. `kind` as of a card."""

    acted = Signal()

    def __init__(
        self, kind: str, text: str, *, detail: str = "", act: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(kind=kind, parent=parent)
        picture = Picture(_ICONS[kind], _TINTS[kind])
        words = column(label(text, "strong", wrap=True), gap=2)
        if detail:
            words.addWidget(label(detail, wrap=True))
        line = row(picture, words, gap=12)
        line.setStretch(1, 1)
        line.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
        if act:
            button = Button(act, ButtonKind.QUIET)
            button.clicked.connect(self.acted)
            line.addWidget(button)
        self.column.addLayout(line)
        self.setAccessibleName(text)


class EmptyState(QWidget):
    """Stands where a list would: what it is, what would fill it, and the button that does."""

    acted = Signal()

    def __init__(
        self,
        title: str,
        text: str,
        *,
        icon: str = "inbox",
        act: str = "",
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        step = tokens().sizes.grid
        centre = Qt.AlignmentFlag.AlignHCenter
        strong, words = label(title, "strong"), label(text, "muted", wrap=True)
        words.setAlignment(centre)
        # A wrapped label that is centred in a column is given one line only, unless its height is said.
        words.setFixedWidth(_READABLE)
        words.setMinimumHeight(words.heightForWidth(_READABLE))
        picture = Picture(icon, "muted", 32)
        box = column(None, picture, strong, words, gap=step)
        box.setContentsMargins(2 * step, 3 * step, 2 * step, 3 * step)
        for part in (picture, strong, words):
            box.setAlignment(part, centre)
        if act:
            button = Button(act, ButtonKind.QUIET, key=key)
            button.clicked.connect(self.acted)
            box.addSpacing(step)
            box.addWidget(button, 0, centre)
        box.addStretch(1)
        self.setLayout(box)
