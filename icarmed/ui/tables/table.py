"""A table with its filter, its count, and what stands there when it is empty."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHelpEvent, QKeyEvent, QKeySequence, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from icarmed.ui.parts.boxes import column, row
from icarmed.ui.parts.labels import label, unseen_label
from icarmed.ui.parts.notices import EmptyState
from icarmed.ui.shade import NameShade
from icarmed.ui.tables.model import ROLE_ROW, Column, RowModel
from icarmed.ui.theme import colour, tokens

R = TypeVar("R")
_COLOURS = {"due", "alarm", "done", "muted", "act"}


class _Cells(QStyledItemDelegate):
    """Colours cells by their role, bars the current row, and tells in a tooltip what was elided."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(parent)
        self._view = parent

    def initStyleOption(  # noqa: N802 Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        model = index.model()
        assert isinstance(model, RowModel)  # noqa: S101 set by Table
        role = model.columns[index.column()].role
        named = role(index.data(ROLE_ROW)) if role is not None else ""
        tint = colour(named if named in _COLOURS else "text")
        option.palette.setColor(QPalette.ColorRole.Text, tint)
        option.palette.setColor(QPalette.ColorRole.HighlightedText, tint)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        current = self._view.currentIndex()
        if index.column() == 0 and current.row() == index.row() and self._view.hasFocus():
            bar = option.rect.adjusted(0, 0, 0, 0)
            bar.setWidth(3)
            painter.fillRect(bar, colour("act"))

    def helpEvent(  # noqa: N802 Qt's name
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if event.type() is QEvent.Type.ToolTip:
            cut = self.sizeHint(option, index).width() > view.visualRect(index).width()
            QToolTip.showText(event.globalPos(), str(index.data()) if cut else "", view)
            return True
        return super().helpEvent(event, view, option, index)


class Table(QWidget, Generic[R]):
    """Type to filter, press a heading to sort, Enter opens, Ctrl+C copies; rows are set whole.

    `opened` gives the row; `chosen` the current row, or None.
    """

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[R]],
        *,
        name: str,
        empty_title: str,
        empty_text: str,
        shade: NameShade | None = None,
        filtered: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        shown_name: Callable[[str], str] = str if shade is None else shade.shown
        self.model = RowModel[R](columns, shown_name, self)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Type to filter"))
        unseen_label(self.tr("Filter"), self.filter)
        self.filter.setClearButtonEnabled(True)
        self.filter.setFixedWidth(280)
        self.filter.textChanged.connect(self._on_filter_text_changed)
        self._count = label("", "small")
        self.view = self._made_view(name)
        self.empty = EmptyState(empty_title, empty_text)
        self._none_found = EmptyState(
            self.tr("Nothing found"), self.tr("No row has all the words typed above.")
        )
        self._stack = QStackedWidget()
        for page in (self.view, self.empty, self._none_found):
            self._stack.addWidget(page)
        box = column(row(self.filter, None, self._count), self._stack)
        box.setStretch(1, 1)
        self.setLayout(box)
        # Not before it has a parent: a field made visible by itself is a window, and takes the focus with it.
        self.filter.setVisible(filtered)
        if shade is not None:
            shade.changed.connect(self._on_shade_changed)
        self._say()

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show another reading; the current row stays if it is still there."""
        before = self.current_row()
        self.model.set_rows(rows)
        self._say()
        if before in self.model.rows:
            self.choose(self.model.rows.index(before))

    def current_row(self) -> R | None:
        """The row the cursor is on."""
        index = self.view.currentIndex()
        found: R | None = index.data(ROLE_ROW) if index.isValid() else None
        return found

    def choose(self, number: int) -> None:
        """Put the cursor on a row, counted as shown from 0."""
        self.view.setCurrentIndex(self.model.index(number, 0))

    def copied_text(self) -> str:
        """The chosen rows as Ctrl+C copies them, or all that are shown if none is."""
        numbers = sorted({index.row() for index in self.view.selectionModel().selectedRows()})
        shown = self.model.rows
        return self.model.copied([shown[at] for at in numbers] if numbers else shown)

    def focus_first(self) -> None:
        """Put the cursor in the list, on its first row if on none."""
        self.view.setFocus()
        if not self.view.currentIndex().isValid():
            self.choose(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 Qt's name
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._took(event):
            return True
        return super().eventFilter(watched, event)

    def _took(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied_text())
            return True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._on_view_activated()
            return True
        types = event.text().isprintable() and event.text() and not event.modifiers() & ~_SHIFT
        if types and self.filter.isVisibleTo(self):
            self.filter.setFocus()
            self.filter.insert(event.text())
            return True
        return False

    def _made_view(self, name: str) -> QTableView:
        view = QTableView()
        view.setModel(self.model)
        view.setAccessibleName(name)
        view.setItemDelegate(_Cells(view))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.setWordWrap(False)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.verticalHeader().setVisible(False)
        view.verticalHeader().setDefaultSectionSize(tokens().sizes.row)
        head = view.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setStretchLastSection(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        view.setSortingEnabled(True)
        for at, shown in enumerate(self.model.columns):
            view.setColumnWidth(at, shown.width or 160)
        view.doubleClicked.connect(self._on_view_activated)
        view.selectionModel().currentRowChanged.connect(self._on_view_current_row_changed)
        view.installEventFilter(self)
        return view

    def _on_view_activated(self) -> None:
        found = self.current_row()
        if found is not None:
            self.opened.emit(found)

    def _on_view_current_row_changed(self) -> None:
        self.chosen.emit(self.current_row())

    def _on_filter_text_changed(self, typed: str) -> None:
        self.model.find(typed)
        self._say()

    def _on_shade_changed(self) -> None:
        self.model.find(self.filter.text())
        self._say()

    def _say(self) -> None:
        shown, total = len(self.model.rows), self.model.total
        page: QWidget = self.view if shown else (self._none_found if total else self.empty)
        self._stack.setCurrentWidget(page)
        some = self.tr("%n row(s)", "", total) if shown == total else self._part(shown, total)
        self._count.setText(some if total else "")

    def _part(self, shown: int, total: int) -> str:
        return self.tr("%1 of %2").replace("%1", str(shown)).replace("%2", str(total))


_SHIFT = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
