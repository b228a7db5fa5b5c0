"""The matrix of screening: tests down, days across; what is abnormal stands out by word and shape."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from icarmed.domain.codes import shown_request_number
from icarmed.domain.dates import DateRange
from icarmed.ui.parts import Button, ButtonKind, Card, EmptyState, label, row
from icarmed.ui.screens.patient.cards import FormCard
from icarmed.ui.screens.patient.folder import Folder
from icarmed.ui.screens.patient.rapid import RapidForm
from icarmed.ui.screens.patient.rapid_edit import RapidEditor
from icarmed.ui.screens.patient.resulting import ResultEditor, ResultForm
from icarmed.ui.screens.patient.tab import Tab
from icarmed.ui.screens.patient.words import answer_text, partial_day, stage_text
from icarmed.ui.tables import Column, Table
from icarmed.usecases import screening
from icarmed.usecases.screening import Cell, Matrix, MatrixRow

_ROW, _HEAD, _MOST = 40, 72, 12


class ScreeningTab(Tab):
    """Every result of a person, with the forms that add one."""

    def __init__(
        self, folder: Folder, rapid: QAction, result: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(folder, parent)
        self.matrix: Matrix | None = None
        self.table: Table[MatrixRow] | None = None
        self._detail: QWidget | None = None
        self.head = QWidget()
        self.head.setLayout(
            row(
                Button.of(rapid, ButtonKind.ACT, icon="test"),
                Button.of(result, icon="document"),
                None,
            )
        )
        self._empty = EmptyState(
            self.tr("No test yet"),
            self.tr("Rapid tests and results of the laboratory will stand here, tests down, days across."),
            icon="test",
        )
        self.column.addWidget(self.head)
        self.column.addWidget(self._empty)
        self.column.addStretch(1)

    def reload(self) -> None:
        """Read the matrix."""
        patient = self.folder.patient
        self.folder.room.tasks.read(
            "matrix", lambda desk: screening.results_of(desk, patient), self._show, owner=self
        )

    def record_rapid(self, test: str) -> None:
        """Open the form of a rapid test, with its test chosen."""
        self.open_form(RapidForm(self.folder, test))

    def record_result(self) -> None:
        """Open the form of a result."""
        self.open_form(ResultForm(self.folder))

    def _show(self, matrix: Matrix) -> None:
        if matrix == self.matrix:
            return
        self.matrix = matrix
        self._close_detail()
        if self.table is not None:
            self.column.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
            self.table = None
        self._empty.setVisible(not matrix.rows)
        if matrix.rows:
            self.table = self._made_table(matrix)
            self.column.insertWidget(self.column.count() - 1, self.table)

    def _made_table(self, matrix: Matrix) -> Table[MatrixRow]:
        words = self.folder.words
        columns: list[Column[MatrixRow]] = [
            Column("test", self.tr("Test"), lambda one: words.text(f"analyses.{one.test}"), width=260)
        ]
        for number, day in enumerate(matrix.days):
            columns.append(
                Column(
                    f"day{number}", partial_day(words, day), self._text_of(day), role=_role_of(day), width=130
                )
            )
        table = Table(
            columns,
            empty_title=self.tr("No test yet"),
            empty_text=self.tr("Results will stand here."),
            name=self.tr("Tests down, days across"),
            filtered=False,
        )
        table.set_rows(matrix.rows)
        table.opened.connect(self._on_table_opened)
        table.setFixedHeight(_HEAD + _ROW * min(len(matrix.rows), _MOST))
        return table

    def _text_of(self, day: DateRange) -> Callable[[MatrixRow], str]:
        return lambda one: " / ".join(self._cell_text(cell) for cell in one.on(day)) or "–"

    def _cell_text(self, cell: Cell) -> str:
        text = f"{answer_text(self.folder.words, cell.answer)} {_unit(cell.unit)}".strip()
        text = f"{text.upper()} ●" if cell.marked else text
        return f"{text} *" if cell.corrected else text

    def _on_table_opened(self, one: MatrixRow) -> None:
        """Each result of a test, with its request and what was corrected."""
        self._close_detail()
        card = Card(label(self.folder.words.text(f"analyses.{one.test}"), "strong"))
        for cell in one.cells:
            card.column.addLayout(self._cell_line(cell))
        self._detail = card
        self.column.insertWidget(self.column.count() - 1, card)
        self.folder.form_opened.emit(card)

    def _cell_line(self, cell: Cell) -> QHBoxLayout:
        words = self.folder.words
        parts = [partial_day(words, cell.on), self._cell_text(cell)]
        if cell.former is not None:
            parts.append(self.tr("first read as %1").replace("%1", answer_text(words, cell.former)))
        if cell.request_number:
            parts.append(self.tr("request %1").replace("%1", shown_request_number(cell.request_number)))
        if cell.line_state is not None:
            parts.append(stage_text(words, cell.line_state))
        if cell.resulted_on is not None:
            parts.append(self.tr("known on %1").replace("%1", words.day(cell.resulted_on)))
        text = " · ".join(parts)
        button = Button(self.tr("Correct or take back"), ButtonKind.LINK)
        button.setAccessibleName(self.tr("Correct or take back: %1").replace("%1", text))
        button.clicked.connect(lambda _checked: self.open_form(self._editor(cell)))
        return row(label(text, wrap=False), button, None, gap=8)

    def _editor(self, cell: Cell) -> FormCard:
        return (
            RapidEditor(self.folder, cell) if cell.rapid_test is not None else ResultEditor(self.folder, cell)
        )

    def _close_detail(self) -> None:
        if self._detail is not None:
            self.column.removeWidget(self._detail)
            self._detail.hide()
            self._detail.deleteLater()
            self._detail = None


def _role_of(day: DateRange) -> Callable[[MatrixRow], str]:
    def role(one: MatrixRow) -> str:
        cells = one.on(day)
        if any(cell.marked for cell in cells):
            return "alarm"
        return "" if cells else "muted"

    return role


def _unit(unit: str) -> str:
    """A UCUM unit as people write it: [IU]/L is UI/L."""
    return unit.replace("[IU]", "UI").replace("{titer}", "").strip()
