"""Buttons: one that acts, quiet ones, one that destroys; with an icon and the key that does the same."""

from enum import StrEnum
from typing import Self

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from icarmed.ui.parts.keys import key_width, paint_key, shown_keys
from icarmed.ui.theme import colour, pixmap, set_state, tokens

_ICON = 18
_GAP = 8


class ButtonKind(StrEnum):
    """ACT is the one thing to do here; at most one is in sight at a time in a card."""

    ACT = "act"
    QUIET = "quiet"
    DANGER = "danger"
    BARE = "bare"
    LINK = "link"
    ICON = "icon"


_PADDING = {
    ButtonKind.ACT: 15,
    ButtonKind.QUIET: 15,
    ButtonKind.DANGER: 15,
    ButtonKind.BARE: 10,
    ButtonKind.LINK: 6,
    ButtonKind.ICON: 9,
}


class Button(QPushButton):
    """A button; `key` is the shortcut that does the same and is shown in it, `icon` one of resources/icons.

    An ICON button shows no text: `text` is its accessible name and tooltip.
    """

    def __init__(
        self,
        text: str,
        kind: ButtonKind = ButtonKind.QUIET,
        *,
        key: str = "",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.kind = kind
        self.icon_name = icon
        self.key = shown_keys(key) if key else ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoDefault(False)
        set_state(self, "kind", kind.value)
        self._name()

    @classmethod
    def of(cls, action: QAction, kind: ButtonKind = ButtonKind.QUIET, *, icon: str = "") -> Self:
        """The button of a command: its text, key, whether it is enabled, and a click that does it."""
        key = action.shortcut().toString(QKeySequence.SequenceFormat.PortableText)
        button = cls(action.text(), kind, key=key, icon=icon)
        button.setEnabled(action.isEnabled())
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        return button

    def set_text(self, text: str) -> None:
        """Change the text and what a screen reader hears."""
        self.setText(text)
        self._name()
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 Qt's name
        width = sum(self._widths()) + 2 * _PADDING[self.kind]
        return QSize(width, tokens().sizes.control)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 Qt's name
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 Qt's name
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        painter.setFont(self.font())
        self._paint_content(painter)
        if self.hasFocus() and self.kind is ButtonKind.ACT:
            self._paint_inner_ring(painter)
        painter.end()

    def _name(self) -> None:
        name = self.text()
        self.setAccessibleName(name)
        if self.kind is ButtonKind.ICON or self.key:
            self.setToolTip(f"{name}  {self.key}".strip())

    def _widths(self) -> tuple[int, int, int]:
        """Width of icon, text and key, each with the gap before the next."""
        shows_text = self.kind is not ButtonKind.ICON
        text = self.fontMetrics().horizontalAdvance(self.text()) + 2 if shows_text else 0
        icon = _ICON + (_GAP if shows_text else 0) if self.icon_name else 0
        key = key_width(self.key, self.font()) + _GAP if self.key and shows_text else 0
        return icon, text, key

    def _tint(self) -> str:
        if not self.isEnabled():
            return "muted"
        match self.kind:
            case ButtonKind.ACT:
                return "on_act"
            case ButtonKind.DANGER:
                return "alarm"
            case ButtonKind.LINK:
                return "act"
            case _:
                parent = self.parentWidget()
                if parent is not None and parent.property("card") == "toast":
                    return "surface"
                return "act" if self.isChecked() else "text"

    def _paint_content(self, painter: QPainter) -> None:
        icon, text, key = self._widths()
        left = (self.width() - icon - text - key) / 2
        tint = self._tint()
        if self.icon_name:
            drawn = pixmap(self.icon_name, tint, _ICON, self.devicePixelRatioF())
            painter.drawPixmap(round(left), (self.height() - _ICON) // 2, drawn)
        painter.setPen(colour(tint))
        if text:
            box = QRectF(left + icon, 0, text, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if key:
            paint_key(painter, left + icon + text + key, self.height() / 2, self.key, tint)

    def _paint_inner_ring(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("on_act"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ring = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        corner = tokens().sizes.corner - 2
        painter.drawRoundedRect(ring, corner, corner)
