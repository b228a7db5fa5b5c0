"""Chips: word, shape and colour together, never colour alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from icarmed.ui.parts.boxes import FlowLayout
from icarmed.ui.theme import colour, tokens

HEIGHT = 24
_PADDING = 9
_SHAPE = 10
_GAP = 6


class ChipKind(StrEnum):
    """What a chip says: ● alarm, ◆ due now, ○ next time, ✓ done; PLAIN says only its word."""

    ALARM = "alarm"
    DUE = "due"
    NEXT = "next"
    DONE = "done"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Chip:
    """A kind and its word; a chip never shows disease, dose number or value."""

    kind: ChipKind
    text: str

    @property
    def spoken(self) -> str:
        """What a screen reader says: the kind in words, then the word."""
        said = {
            ChipKind.ALARM: QCoreApplication.translate("Chip", "alarm: %s"),
            ChipKind.DUE: QCoreApplication.translate("Chip", "due: %s"),
            ChipKind.NEXT: QCoreApplication.translate("Chip", "next time: %s"),
            ChipKind.DONE: QCoreApplication.translate("Chip", "done: %s"),
            ChipKind.PLAIN: "%s",
        }[self.kind]
        return said.replace("%s", self.text)


def chip_font(base: QFont) -> QFont:
    """The font chips are written in."""
    font = QFont(base)
    font.setPixelSize(tokens().sizes.small)
    font.setWeight(QFont.Weight.Normal)
    return font


def chip_width(chip: Chip, base: QFont) -> int:
    """How wide the chip is."""
    shape = 0 if chip.kind is ChipKind.PLAIN else _SHAPE + _GAP
    return QFontMetrics(chip_font(base)).horizontalAdvance(chip.text) + shape + 2 * _PADDING + 2


def paint_chip(painter: QPainter, left: float, middle: float, chip: Chip) -> float:
    """Draw the chip centred on `middle`; says where it ends."""
    width = chip_width(chip, painter.font())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(chip_font(painter.font()))
    text, ground, edge = _colours(chip.kind)
    box = QRectF(left + 0.5, middle - HEIGHT / 2 + 0.5, width - 1, HEIGHT - 1)
    painter.setPen(QPen(edge, 1) if edge is not None else Qt.PenStyle.NoPen)
    painter.setBrush(ground if ground is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, HEIGHT / 2, HEIGHT / 2)
    start = box.left() + _PADDING
    if chip.kind is not ChipKind.PLAIN:
        paint_shape(painter, QPointF(start + _SHAPE / 2, middle), chip.kind, text)
        start += _SHAPE + _GAP
    painter.setPen(text)
    words = QRectF(start, box.top(), box.right() - start, box.height())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, chip.text)
    painter.restore()
    return left + width


def paint_shape(painter: QPainter, at: QPointF, kind: ChipKind, tint: QColor, size: float = _SHAPE) -> None:
    """Draw ●, ◆, ○ or ✓ centred on a point."""
    half = size / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint)
    match kind:
        case ChipKind.ALARM:
            painter.drawEllipse(at, half * 0.9, half * 0.9)
        case ChipKind.DUE:
            corners = ((0, -half), (half, 0), (0, half), (-half, 0))
            painter.drawPolygon(QPolygonF([QPointF(at.x() + x, at.y() + y) for x, y in corners]))
        case ChipKind.NEXT:
            painter.setPen(QPen(tint, 1.75))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, half * 0.8, half * 0.8)
        case ChipKind.DONE:
            painter.setPen(QPen(tint, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            points = ((-half * 0.9, 0), (-half * 0.2, half * 0.7), (half, -half * 0.7))
            painter.drawPolyline([QPointF(at.x() + x, at.y() + y) for x, y in points])
        case ChipKind.PLAIN:
            pass


def _colours(kind: ChipKind) -> tuple[QColor, QColor | None, QColor | None]:
    """Text, ground and edge."""
    match kind:
        case ChipKind.ALARM | ChipKind.DUE | ChipKind.DONE:
            return colour(kind.value), colour(f"{kind.value}_ground"), None
        case _:
            return colour("muted"), None, colour("line")


class ChipView(QWidget):
    """One chip."""

    def __init__(self, chip: Chip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chip = chip
        self.setAccessibleName(chip.spoken)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 Qt's name
        return QSize(chip_width(self.chip, self.font()), HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 Qt's name
        painter = QPainter(self)
        paint_chip(painter, 0, self.height() / 2, self.chip)
        painter.end()


class ChipRow(QWidget):
    """Several chips, over as many lines as they need."""

    def __init__(self, chips: Iterable[Chip] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setLayout(self._flow)
        self.set_chips(chips)

    def set_chips(self, chips: Iterable[Chip]) -> None:
        """Show these instead."""
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for chip in chips:
            self._flow.addWidget(ChipView(chip))
        self.updateGeometry()
