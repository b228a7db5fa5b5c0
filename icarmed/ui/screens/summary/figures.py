"""One table of figures as wide as the page and as high as its rows, its notes below."""

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from icarmed.domain.summary.tables import Row, Table
from icarmed.domain.words import Words
from icarmed.ui.parts import Card, column, heading, label
from icarmed.ui.tables import Column, RowModel
from icarmed.ui.tables.model import ROLE_ROW
from icarmed.ui.theme import tokens
from icarmed.usecases.summary_export import shown

_TOTAL = "total"
_NUMBER_WIDTH = 104


class FigureModel(RowModel[Row]):
    """The rows of one table; totals stand out, headings break over lines."""

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """As every table; the total is bold."""
        if (
            role == Qt.ItemDataRole.FontRole
            and index.isValid()
            and super().data(index, ROLE_ROW).id == _TOTAL
        ):
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return super().data(index, role)

    def headerData(  # noqa: N802 Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """As every table; a long heading may break."""
        given = super().headerData(section, orientation, role)
        if role == Qt.ItemDataRole.TextAlignmentRole and given is not None:
            return int(given) | int(Qt.TextFlag.TextWordWrap)
        return given


class FigureView(QTableView):
    """A table that does not scroll; Ctrl+C copies it for a spreadsheet."""

    def __init__(self, table: Table, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = FigureModel(_columns(table, words), parent=self)
        self.figures.set_rows(table.rows)
        self.setModel(self.figures)
        self.setAccessibleName(table.title)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(tokens().sizes.row)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for at in range(1, len(table.columns) + 1):
            self.setColumnWidth(at, _NUMBER_WIDTH)
        head.setFixedHeight(2 * tokens().sizes.row - tokens().sizes.grid)
        self.setFixedHeight(head.height() + len(table.rows) * tokens().sizes.row + 2)
        self.installEventFilter(self)

    def copied_text(self) -> str:
        """The chosen rows, or all, with their headings."""
        numbers = sorted({index.row() for index in self.selectionModel().selectedRows()})
        rows = self.figures.rows
        return self.figures.copied([rows[at] for at in numbers] if numbers else rows)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 Qt's name
        """Take the key that copies."""
        is_key = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied_text())
            return True
        return super().eventFilter(watched, event)

    def focus_first(self) -> None:
        """The cursor on the first row."""
        self.setFocus()
        self.selectionModel().setCurrentIndex(
            self.figures.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate
        )


class FigureCard(Card):
    """A table with its title above and its definitions below."""

    def __init__(self, table: Table, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.view = FigureView(table, words)
        self.column.addWidget(heading(table.title))
        self.column.addWidget(self.view)
        self.column.addLayout(column(*(label(note, "small", wrap=True) for note in table.notes), gap=4))


def _columns(table: Table, words: Words) -> list[Column[Row]]:
    numbers: list[Column[Row]] = [
        Column(one.id, one.label, partial(_number, at, words), right=True)
        for at, one in enumerate(table.columns)
    ]
    return [Column("label", "", lambda row: row.label), *numbers]


def _number(at: int, words: Words, row: Row) -> str:
    return shown(row.values[at], words)
