"""A list of lines richer than a table's: when, who, what, with chips; painted, not built of widgets."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from icarmed.ui.parts.chips import Chip, chip_width, paint_chip
from icarmed.ui.shade import NameShade
from icarmed.ui.theme import colour, set_role, tokens

Index = QModelIndex | QPersistentModelIndex
ROLE_LINE = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()
_LEAD = 64
_PAD = 12
_GAP = 8


@dataclass(frozen=True, slots=True)
class Line:
    """`key` is what `opened` gives; `lead` stands in a narrow column, `detail` is muted, `trailing` right.

    `shaded` titles are names: hidden by F12, `instead` (a code) in their place.
    """

    key: object
    title: str
    lead: str = ""
    detail: str = ""
    chips: tuple[Chip, ...] = ()
    trailing: str = ""
    shaded: bool = False
    instead: str = ""


class LineModel(QAbstractListModel):
    """The lines of one reading."""

    def __init__(self, shade: NameShade | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shade = shade
        self.lines: tuple[Line, ...] = ()

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show another reading."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def title(self, line: Line) -> str:
        """The title as it may be shown now."""
        if self._shade is None or not line.shaded:
            return line.title
        return self._shade.shown(line.title, line.instead) if line.instead else self._shade.shown(line.title)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 Qt's name
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == ROLE_LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            chips = (chip.spoken for chip in line.chips)
            return ", ".join(
                part for part in (line.lead, self.title(line), line.detail, *chips, line.trailing) if part
            )
        return None


class _Painter(QStyledItemDelegate):
    """Draws a line: lead, title, detail, chips; what does not fit ends in … before the chips do."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 Qt's name
        return QSize(option.rect.width(), tokens().sizes.row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(ROLE_LINE)
        painter.save()
        painter.setFont(option.font)
        box = QRectF(option.rect)
        self._paint_ground(painter, option, box)
        left = box.left() + _PAD
        if line.lead:
            self._paint_text(painter, left, box, _LEAD, line.lead, "muted")
            left += _LEAD
        right = self._paint_right(painter, box, line)
        left = self._paint_title(painter, left, right, box, str(index.data()))
        if line.detail:
            self._paint_text(painter, left, box, right - left, line.detail, "muted")
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        under = bool(option.state & QStyle.StateFlag.State_MouseOver)
        inner = box.adjusted(1, 1, -1, -1)
        if chosen or under:
            painter.setBrush(colour("chosen" if chosen else "hover"))
            painter.drawRoundedRect(inner, tokens().sizes.corner, tokens().sizes.corner)
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("act"), 2))
            painter.drawRoundedRect(
                inner.adjusted(1, 1, -1, -1), tokens().sizes.corner, tokens().sizes.corner
            )

    def _paint_right(self, painter: QPainter, box: QRectF, line: Line) -> float:
        """Chips and the trailing text, from the right end; says where they begin."""
        right = box.right() - _PAD
        if line.trailing:
            width = painter.fontMetrics().horizontalAdvance(line.trailing) + 2
            self._paint_text(painter, right - width, box, width, line.trailing, "muted")
            right -= width + _GAP
        for chip in reversed(line.chips):
            right -= chip_width(chip, painter.font())
            paint_chip(painter, right, box.center().y(), chip)
            right -= _GAP - 2
        return right - _GAP

    def _paint_title(self, painter: QPainter, left: float, right: float, box: QRectF, title: str) -> float:
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        width = min(QFontMetrics(font).horizontalAdvance(title) + 2, right - left)
        self._paint_text(painter, left, box, width, title, "text")
        font.setWeight(QFont.Weight.Normal)
        painter.setFont(font)
        return left + width + _PAD

    def _paint_text(
        self, painter: QPainter, left: float, box: QRectF, room: float, text: str, tint: str
    ) -> None:
        painter.setPen(colour(tint))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(max(room, 0)))
        words = QRectF(left, box.top(), max(room, 0), box.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class LineList(QListView):
    """Lines to move through with Up and Down; Enter or a double click opens one.

    `fits` makes the list as high as its lines, for several lists below each other on one page.
    """

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(
        self, name: str, *, shade: NameShade | None = None, fits: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._fits = fits
        self._model = LineModel(shade, self)
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self))
        self.setAccessibleName(name)
        set_role(self, "lines")
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.activated.connect(self._on_activated)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        if shade is not None:
            shade.changed.connect(self.viewport().update)
        self._fit()

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return self._model.lines

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show another reading; the cursor stays on the line of the same key."""
        before = self.current_line()
        self._model.set_lines(lines)
        self._fit()
        keys = [line.key for line in lines]
        if before is not None and before.key in keys:
            self.choose(keys.index(before.key))

    def current_line(self) -> Line | None:
        """The line the cursor is on."""
        index = self.currentIndex()
        return self.lines[index.row()] if index.isValid() else None

    def choose(self, number: int) -> None:
        """Put the cursor on a line."""
        self.setCurrentIndex(self._model.index(number, 0))

    def open_current(self) -> None:
        """Open the line the cursor is on."""
        if (line := self.current_line()) is not None:
            self.opened.emit(line.key)

    def _fit(self) -> None:
        if self._fits:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setFixedHeight(max(1, len(self.lines)) * tokens().sizes.row + 4)

    def _on_activated(self) -> None:
        self.open_current()

    def _on_current_changed(self) -> None:
        line = self.current_line()
        self.chosen.emit(None if line is None else line.key)
