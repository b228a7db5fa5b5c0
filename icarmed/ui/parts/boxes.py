"""Cards, rules and the two ways to lay things out on the 8 px grid."""

from typing import TypeVar

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QVBoxLayout,
    QWidget,
)

from icarmed.ui.theme import set_role, set_state, tokens

Box = TypeVar("Box", bound=QBoxLayout)
Piece = QWidget | QLayout | int | None
"""What stands in a row or column: a widget, a layout, a gap in px, or None for what takes the free room."""


def column(
    *pieces: Piece, gap: int | None = None, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QVBoxLayout:
    """Pieces below each other, one grid step apart."""
    return _filled(QVBoxLayout(), pieces, gap, margins)


def row(
    *pieces: Piece, gap: int | None = None, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QHBoxLayout:
    """Pieces beside each other, one grid step apart."""
    return _filled(QHBoxLayout(), pieces, gap, margins)


def _filled(box: Box, pieces: tuple[Piece, ...], gap: int | None, margins: tuple[int, int, int, int]) -> Box:
    box.setSpacing(tokens().sizes.grid if gap is None else gap)
    box.setContentsMargins(QMargins(*margins))
    for piece in pieces:
        match piece:
            case QWidget():
                box.addWidget(piece)
            case QLayout():
                box.addLayout(piece)
            case int():
                box.addSpacing(piece)
            case None:
                box.addStretch(1)
    return box


def rule() -> QFrame:
    """A line of one pixel across."""
    line = QFrame()
    set_role(line, "rule")
    return line


class Card(QFrame):
    """A box with a ground of its own; `kind` is plain, due, alarm, done or act. Fill `column`."""

    def __init__(self, *pieces: Piece, kind: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        step = tokens().sizes.grid
        self.column = column(*pieces, margins=(2 * step, step + 4, 2 * step, step + 4))
        self.setLayout(self.column)
        self.set_kind(kind)

    def set_kind(self, kind: str) -> None:
        """Change what the colour says."""
        set_state(self, "card", kind)


def _waits_to_be_shown(widget: QWidget) -> bool:
    """Whether it came into what is in sight; Qt would show it, and make room for it, a turn later."""
    parent = widget.parentWidget()
    said = widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    return parent is not None and parent.isVisible() and not said


class FlowLayout(QLayout):
    """Lays its items in lines from left to right, as words in a text."""

    def __init__(self, gap: int = 6) -> None:
        super().__init__()
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 Qt's name
        self._items.append(item)
        widget = item.widget()
        if widget is not None and _waits_to_be_shown(widget):
            widget.show()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 Qt asks beyond the end
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 Qt asks beyond the end
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 Qt's name
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 Qt's name
        return self._lay(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 Qt's name
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802 Qt's name
        hints = [item.sizeHint() for item in self._items]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 Qt's name
        hints = [item.minimumSize() for item in self._items]
        return QSize(
            max((hint.width() for hint in hints), default=0), max((h.height() for h in hints), default=0)
        )

    def _lay(self, rect: QRect, *, move: bool) -> int:
        left, top, line_height = rect.x(), rect.y(), 0
        for item in self._items:
            hint = item.sizeHint()
            if left > rect.x() and left + hint.width() > rect.right() + 1:
                left, top, line_height = rect.x(), top + line_height + self._gap, 0
            if move:
                item.setGeometry(QRect(QPoint(left, top), hint))
            left += hint.width() + self._gap
            line_height = max(line_height, hint.height())
        return top + line_height - rect.y()
