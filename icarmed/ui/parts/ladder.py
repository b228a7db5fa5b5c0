"""A course of vaccination as a ladder: each dose a mark on a line, its dates and remarks below."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from icarmed.ui.parts.chips import ChipKind, paint_shape
from icarmed.ui.theme import colour, tokens

_MARK_AT = 16
_TITLE_AT = 34
_RADIUS = 9
_LEAST_STEP = 150


class StepState(StrEnum):
    """Where a dose stands: GIVEN counts, INVALID was given but does not, DUE may be now, LATER not yet."""

    GIVEN = "given"
    INVALID = "invalid"
    DUE = "due"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Step:
    """One dose of the ladder; an INVALID one has its title struck through, so its `lines` say why."""

    state: StepState
    title: str
    lines: tuple[str, ...] = ()

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        said = {
            StepState.GIVEN: QCoreApplication.translate("Ladder", "given"),
            StepState.INVALID: QCoreApplication.translate("Ladder", "given, does not count"),
            StepState.DUE: QCoreApplication.translate("Ladder", "may be given now"),
            StepState.LATER: QCoreApplication.translate("Ladder", "later"),
        }[self.state]
        return ", ".join((self.title, said, *self.lines))


class Ladder(QWidget):
    """Paints the steps from left to right; Left and Right choose one, Enter or a click opens it."""

    step_opened = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        self._current = 0
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def steps(self) -> tuple[Step, ...]:
        """What is shown."""
        return self._steps

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Show another course."""
        self._steps = tuple(steps)
        due = [at for at, step in enumerate(self._steps) if step.state is StepState.DUE]
        self._current = due[0] if due else 0
        self.setAccessibleDescription("; ".join(step.spoken for step in self._steps))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 Qt's name
        lines = max((len(step.lines) for step in self._steps), default=0)
        height = _TITLE_AT + self.fontMetrics().height() + lines * self._small().height() + 12
        return QSize(max(1, len(self._steps)) * _LEAST_STEP, height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 Qt's name
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 Qt's name
        move = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if move is not None and self._steps:
            self._current = max(0, min(len(self._steps) - 1, self._current + move))
            self.update()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._steps:
            self.step_opened.emit(self._current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 Qt's name
        if self._steps:
            self._current = min(len(self._steps) - 1, int(event.position().x() // self._width()))
            self.update()
            self.step_opened.emit(self._current)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, step in enumerate(self._steps):
            self._paint_line(painter, at)
            self._paint_step(painter, at, step)
        painter.end()

    def _width(self) -> float:
        return self.width() / max(1, len(self._steps))

    def _small(self) -> QFontMetrics:
        font = QFont(self.font())
        font.setPixelSize(tokens().sizes.small)
        return QFontMetrics(font)

    def _paint_line(self, painter: QPainter, at: int) -> None:
        """The line to the next step: whole where both lie behind, dotted towards what is to come."""
        if at + 1 == len(self._steps):
            return
        ahead = self._steps[at + 1].state
        behind = ahead in {StepState.GIVEN, StepState.INVALID}
        painter.setPen(QPen(colour("edge"), 2, Qt.PenStyle.SolidLine if behind else Qt.PenStyle.DotLine))
        left = at * self._width() + 2 * _RADIUS + 12
        painter.drawLine(QPointF(left, _MARK_AT), QPointF((at + 1) * self._width() + 1, _MARK_AT))

    def _paint_step(self, painter: QPainter, at: int, step: Step) -> None:
        left, room = at * self._width(), self._width() - 12
        if self.hasFocus() and at == self._current:
            painter.setPen(QPen(colour("act"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(left + 1, 1, room, self.height() - 2), 6, 6)
        _paint_mark(painter, QPointF(left + _RADIUS + 7, _MARK_AT), step.state)
        font = QFont(self.font())
        font.setStrikeOut(step.state is StepState.INVALID)
        font.setWeight(QFont.Weight.DemiBold if step.state is StepState.DUE else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(colour("muted" if step.state is StepState.INVALID else "text"))
        top = float(_TITLE_AT)
        top = self._paint_text(painter, left + 7, top, room - 12, step.title)
        font.setStrikeOut(False)
        font.setWeight(QFont.Weight.Normal)
        font.setPixelSize(tokens().sizes.small)
        painter.setFont(font)
        painter.setPen(colour("muted"))
        for line in step.lines:
            top = self._paint_text(painter, left + 7, top, room - 12, line)

    def _paint_text(self, painter: QPainter, left: float, top: float, room: float, text: str) -> float:
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(QPointF(left, top + metrics.ascent()), shown)
        return top + metrics.height()


def _paint_mark(painter: QPainter, at: QPointF, state: StepState) -> None:
    match state:
        case StepState.GIVEN:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("done"))
            painter.drawEllipse(at, _RADIUS, _RADIUS)
            paint_shape(painter, at, ChipKind.DONE, colour("surface"), 9)
        case StepState.INVALID:
            painter.setPen(QPen(colour("alarm"), 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            for slope in (1, -1):
                painter.drawLine(at + QPointF(-5, -5 * slope), at + QPointF(5, 5 * slope))
        case StepState.DUE:
            paint_shape(painter, at, ChipKind.DUE, _due(), 2.2 * _RADIUS)
        case StepState.LATER:
            painter.setPen(QPen(colour("edge"), 2))
            painter.setBrush(colour("surface"))
            painter.drawEllipse(at, _RADIUS - 1, _RADIUS - 1)


def _due() -> QColor:
    return colour("due")
