"""Labels by role; the text comes translated."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from icarmed.ui.theme import set_role


def label(text: str, role: str = "", *, wrap: bool = False) -> QLabel:
    """A label in one of the roles of the theme; `wrap` lets it run over several lines."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        set_role(made, role)
    return made


def heading(text: str) -> QLabel:
    """The heading of a part of a page, 20 px."""
    return label(text, "heading")


def section(text: str, count: int | None = None) -> QLabel:
    """A small heading over a list, with how many it holds: "Waiting (3)"."""
    return label(text if count is None else f"{text} ({count})", "section")


def unseen_label(text: str, widget: QWidget) -> None:
    """Name an input whose place says what it is: a screen reader has a label for it, the eye does not."""
    named = QLabel(text, widget)
    named.setBuddy(widget)
    named.hide()
    widget.setAccessibleName(text)


class ElidedLabel(QLabel):
    """A label of one line that ends in … when there is no room, and then has the whole as its tooltip."""

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__()
        self._whole = text
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if role:
            set_role(self, role)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setAccessibleName(text)
        self._elide()

    @property
    def whole(self) -> str:
        """The text without the …"""
        return self._whole

    def sizeHint(self) -> QSize:  # noqa: N802 Qt's name
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 Qt's name
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 0))
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")
