"""The rail at the left: where one can go, each with an icon, a small word and a tooltip with its key."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from icarmed.ui.actions import Command
from icarmed.ui.parts.keys import shown_keys
from icarmed.ui.theme import colour, pixmap, set_role, tokens

_HEIGHT = 56
_ICON = 22


class RailButton(QPushButton):
    """One place to go."""

    def __init__(self, command: Command, route: str) -> None:
        super().__init__(command.text)
        self.route = route
        self._icon = command.icon
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(command.text)
        self.setToolTip(f"{command.text}  {shown_keys(command.keys)}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 Qt's name
        return QSize(tokens().sizes.rail, _HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 Qt's name
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        tint = "act" if self.isChecked() else "muted"
        drawn = pixmap(self._icon, tint, _ICON, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - _ICON) // 2, 9, drawn)
        painter.setFont(self._fitting_font())
        painter.setPen(colour("act" if self.isChecked() else "muted"))
        words = QRectF(0, 33, self.width(), 16)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        box = QRectF(self.rect()).adjusted(4, 2, -4, -2)
        corner = tokens().sizes.corner
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("chosen" if self.isChecked() else "hover"))
            painter.drawRoundedRect(box, corner, corner)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("act"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), corner, corner)

    def _fitting_font(self) -> QFont:
        """The word is never cut: it is set narrower until it fits."""
        font = QFont(self.font())
        font.setPixelSize(tokens().sizes.tiny)
        room = self.width() - 6
        needed = QFontMetrics(font).horizontalAdvance(self.text())
        if needed > room:
            font.setStretch(max(70, room * 100 // needed))
            font.setPixelSize(tokens().sizes.tiny - 1)
        return font


class Rail(QWidget):
    """The places to go, the last `at_foot` of them at the foot; `chosen` gives the route."""

    chosen = Signal(str)

    def __init__(
        self, places: Iterable[tuple[Command, str]], *, at_foot: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_role(self, "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(tokens().sizes.rail)
        self.setAccessibleName(self.tr("Places"))
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_group_button_clicked)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 8)
        box.setSpacing(2)
        self.buttons = [RailButton(command, route) for command, route in places]
        for at, button in enumerate(self.buttons):
            if at == len(self.buttons) - at_foot:
                box.addStretch(1)
            self._group.addButton(button)
            box.addWidget(button)

    def set_current(self, route: str) -> None:
        """Mark where one is; a route that is no place leaves the mark where it was."""
        for button in self.buttons:
            if button.route == route:
                button.setChecked(True)

    def set_allowed(self, routes: frozenset[str]) -> None:
        """Show only places that whoever is signed in may go to."""
        for button in self.buttons:
            button.setVisible(button.route in routes)

    def _on_group_button_clicked(self, button: RailButton) -> None:
        self.chosen.emit(button.route)
