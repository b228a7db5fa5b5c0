"""The search box that is always there: a piece of a name, code, telephone or birth finds the person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from icarmed.ui.parts.keys import paint_key, shown_keys
from icarmed.ui.parts.labels import unseen_label
from icarmed.ui.shade import NameShade
from icarmed.ui.tables import Line, LineList
from icarmed.ui.tasks import Tasks
from icarmed.ui.theme import pixmap, set_role, tokens

if TYPE_CHECKING:
    from icarmed.usecases.story import Desk

Find = Callable[["Desk", str], Sequence[Line]]
"""A story that reads the people a text may mean, as lines whose key opens the file."""

_MOST = 9
_ICON_ROOM = 34


class _NewPerson:
    """The key of the line that makes someone new."""


NEW_PERSON = _NewPerson()


class _Box(QLineEdit):
    """A line with a glass at its left and its key at its right."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextMargins(_ICON_ROOM - 8, 0, 8, 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 Qt's name
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(self.font())
        drawn = pixmap("search", "muted", 18, self.devicePixelRatioF())
        painter.drawPixmap(10, (self.height() - 18) // 2, drawn)
        if not self.text():
            paint_key(painter, self.width() - 9, self.height() / 2, shown_keys("Ctrl+K"), "muted")
        painter.end()


class SearchBox(QWidget):
    """Asks `find` at each key; Up and Down choose, Enter opens. `opened` gives the key of the line,
    `new_asked` what was typed when the last line, a new person, was chosen.
    """

    opened = Signal(object)
    new_asked = Signal(str)

    def __init__(
        self, tasks: Tasks, find: Find, shade: NameShade, *, adds: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks, self._find, self._adds = tasks, find, adds
        self.line = _Box()
        self.line.setPlaceholderText(self.tr("Name, alias, code, telephone, birth …"))
        unseen_label(self.tr("Search for a person"), self.line)
        self.line.textEdited.connect(self._on_line_text_edited)
        self.line.installEventFilter(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.line)
        self.popup = QFrame(self)
        set_role(self.popup, "popup")
        self.list = LineList(self.tr("People found"), shade=shade, fits=True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.opened.connect(self._on_list_opened)
        self.list.clicked.connect(self.list.open_current)
        inner = QVBoxLayout(self.popup)
        inner.setContentsMargins(6, 6, 6, 6)
        inner.addWidget(self.list)
        self.popup.hide()
        self.setFocusProxy(self.line)

    def sizeHint(self) -> QSize:  # noqa: N802 Qt's name
        return QSize(560, tokens().sizes.control)

    def begin(self) -> None:
        """Be ready for a new search."""
        self.line.setFocus()
        self.line.selectAll()

    def clear(self) -> None:
        """Forget what was typed."""
        self.line.clear()
        self.popup.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 Qt's name
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._took(event):
            return True
        if isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusOut:
            self.popup.hide()
        return super().eventFilter(watched, event)

    def _took(self, event: QKeyEvent) -> bool:
        if not self.popup.isVisibleTo(self.window()):
            return False
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None:
            at = self.list.currentIndex().row() + step
            self.list.choose(max(0, min(len(self.list.lines) - 1, at)))
            return True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.list.open_current()
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            return True
        return False

    def _on_line_text_edited(self, typed: str) -> None:
        words = typed.strip()
        if not words:
            self.popup.hide()
            return
        find = self._find
        self._tasks.read("search", lambda desk: find(desk, words), self._show, owner=self)

    def _show(self, found: Sequence[Line]) -> None:
        typed = " ".join(self.line.text().split())
        if not typed:
            return
        lines = list(found[:_MOST])
        if self._adds:
            lines.append(Line(NEW_PERSON, self.tr("New person: %1").replace("%1", typed), lead="+"))
        self.list.set_lines(lines)
        self.list.choose(0)
        self._place_popup(bool(lines))

    def _place_popup(self, shown: bool) -> None:  # noqa: FBT001 private, one caller
        window = self.window()
        self.popup.setParent(window)
        corner = self.line.mapTo(window, QPoint(0, self.line.height() + 4))
        self.popup.setGeometry(corner.x(), corner.y(), max(self.line.width(), 560), self.list.height() + 14)
        self.popup.setVisible(shown)
        self.popup.raise_()

    def _on_list_opened(self, key: object) -> None:
        typed = " ".join(self.line.text().split())
        self.clear()
        if key is NEW_PERSON:
            self.new_asked.emit(typed)
        else:
            self.opened.emit(key)
