"""Keys as they stand on buttons and beside commands."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from icarmed.ui.theme import colour, tokens

_PADDING = 5
_HEIGHT = 20


def shown_keys(keys: str | QKeySequence) -> str:
    """A shortcut as the person reads it: Ctrl+K, Entrée."""
    portable = keys if isinstance(keys, str) else keys.toString(QKeySequence.SequenceFormat.PortableText)
    # The keys of both Enters read alike; "Retour", Qt's French for Return, is the way back to everyone else.
    return QKeySequence(portable.replace("Return", "Enter")).toString(QKeySequence.SequenceFormat.NativeText)


def key_font(base: QFont) -> QFont:
    """The small font that keys are written in."""
    font = QFont(base)
    font.setPixelSize(tokens().sizes.tiny)
    font.setWeight(QFont.Weight.Normal)
    return font


def key_width(text: str, base: QFont) -> int:
    """How wide the box of a key is."""
    return max(_HEIGHT, QFontMetrics(key_font(base)).horizontalAdvance(text) + 2 * _PADDING)


def paint_key(painter: QPainter, right: float, middle: float, text: str, tint: str) -> None:
    """Draw the key so that its box ends at `right` and is centred on `middle`."""
    painter.save()
    width = key_width(text, painter.font())
    painter.setFont(key_font(painter.font()))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(right - width + 0.5, middle - _HEIGHT / 2 + 0.5, width - 1, _HEIGHT - 1)
    edge = colour(tint)
    edge.setAlphaF(0.45)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(colour(tint))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


class KeyHint(QWidget):
    """A key in its box; a screen reader hears it with the command it belongs to, not here."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = shown_keys(keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 Qt's name
        return QSize(key_width(self.text, self.font()), _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 Qt's name
        painter = QPainter(self)
        paint_key(painter, self.width(), self.height() / 2, self.text, "muted")
        painter.end()
