"""One model for all tables: frozen rows as they were read, named columns, an order and a filter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from icarmed.domain.text import folded

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
ROLE_ROW = Qt.ItemDataRole.UserRole + 1
"""The role under which a cell gives its whole row."""


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """How one thing of a row is shown; `sort` orders by another value than its text; `right`: numbers.

    `role` may name a colour for a cell (due, alarm, done, muted), `shaded` hides names behind F12.
    """

    name: str
    title: str
    text: Callable[[R], str]
    sort: Callable[[R], Any] | None = None
    right: bool = False
    role: Callable[[R], str] | None = None
    shaded: bool = False
    width: int | None = None

    def order(self, row: R) -> Any:
        """What rows are compared by; texts without case and accents."""
        return folded(self.text(row)) if self.sort is None else self.sort(row)


class RowModel(QAbstractTableModel, Generic[R]):
    """Shows the rows of one reading; a new reading replaces them all."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        shown_name: Callable[[str], str] = str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._shown_name = shown_name
        self._all: tuple[R, ...] = ()
        self._shown: list[R] = []
        self._words: list[str] = []
        self._order: tuple[int, bool] | None = None

    @property
    def rows(self) -> tuple[R, ...]:
        """The rows that are shown, in the order they are shown."""
        return tuple(self._shown)

    @property
    def total(self) -> int:
        """How many there are without the filter."""
        return len(self._all)

    @property
    def order(self) -> tuple[str, bool] | None:
        """The name of the column that orders, and whether from large to small."""
        return None if self._order is None else (self.columns[self._order[0]].name, self._order[1])

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show another reading, filtered and ordered as before."""
        self._all = tuple(rows)
        self._arrange()

    def find(self, typed: str) -> None:
        """Show only rows with each typed word in one of their cells, without accents."""
        self._words = folded(typed).split()
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; -1 is the order of the reading."""
        self._order = (column, order is Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self._arrange()

    def text(self, row: R, column: Column[R]) -> str:
        """A cell as it is shown, with names hidden if they are to be."""
        shown = column.text(row)
        return self._shown_name(shown) if column.shaded else shown

    def copied(self, rows: Sequence[R]) -> str:
        """Rows as text for a spreadsheet: headings, then a line a row, cells parted by tabs."""
        lines = ["\t".join(column.title for column in self.columns)]
        lines += ["\t".join(self.text(row, column) for column in self.columns) for row in rows]
        return "\n".join(lines)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 Qt's name
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 Qt's name
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._shown[index.row()], self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self.text(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                across = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
                return across | Qt.AlignmentFlag.AlignVCenter
            case _ if role == ROLE_ROW:
                return row
        return None

    def headerData(  # noqa: N802 Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            across = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return across | Qt.AlignmentFlag.AlignVCenter
        return None

    def _arrange(self) -> None:
        self.beginResetModel()
        self._shown = [row for row in self._all if self._matches(row)]
        if self._order is not None:
            at, falling = self._order
            column = self.columns[at]
            known = [row for row in self._shown if column.order(row) is not None]
            unknown = [row for row in self._shown if column.order(row) is None]
            # What is not known stands last in both directions.
            self._shown = sorted(known, key=column.order, reverse=falling) + unknown
        self.endResetModel()

    def _matches(self, row: R) -> bool:
        if not self._words:
            return True
        # A name that is hidden is not found either: typing must not betray it.
        text = folded(" ".join(self.text(row, column) for column in self.columns))
        return all(word in text for word in self._words)
