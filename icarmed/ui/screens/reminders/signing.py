"""What nurses ordered under standing orders and a doctor has still to sign."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from icarmed.db.lab_lists import Unsigned
from icarmed.domain.codes import shown_patient_code, shown_request_number
from icarmed.ui.parts import Button, ButtonKind, column, label, row
from icarmed.ui.room import Room
from icarmed.ui.tables import Column, Table
from icarmed.ui.tables.model import ROLE_ROW


class ToSign(QWidget):
    """`opened` gives the patient whose file is asked for."""

    opened = Signal(object)

    def __init__(self, room: Room, sign: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._sign = sign
        self.table = Table[Unsigned](
            self._columns(),
            name=self.tr("To sign"),
            empty_title=self.tr("Nothing to sign"),
            empty_text=self.tr("Requests that a nurse makes under a standing order wait here for a doctor."),
        )
        self.table.opened.connect(self._on_table_opened)
        hint = label(self.tr("Shift or Ctrl chooses several, Ctrl+A all."), "small")
        box = column(self.table, row(hint, None, Button.of(sign, ButtonKind.ACT)))
        box.setStretch(0, 1)
        self.setLayout(box)

    def show_unsigned(self, unsigned: Sequence[Unsigned]) -> None:
        """Show another reading; all are chosen, as they usually are signed together."""
        self.table.set_rows(unsigned)
        self._sign.setEnabled(bool(unsigned))
        self.table.view.selectAll()

    @property
    def chosen(self) -> tuple[Unsigned, ...]:
        """The requests that are chosen."""
        indexes = self.table.view.selectionModel().selectedRows()
        return tuple(index.data(ROLE_ROW) for index in indexes)

    def _columns(self) -> list[Column[Unsigned]]:
        words = self._room.messages.words
        return [
            Column(
                "on", self.tr("Ordered on"), lambda one: words.day(one.on), sort=lambda one: one.on, width=120
            ),
            Column("number", self.tr("Request"), lambda one: shown_request_number(one.number), width=170),
            Column("code", self.tr("Code"), lambda one: shown_patient_code(one.code), width=110),
            Column("nurse", self.tr("Ordered by"), lambda one: one.done_by, width=150),
            Column("doctor", self.tr("Standing order of"), lambda one: one.doctor_name, width=180),
            Column("tests", self.tr("Tests"), self._tests),
        ]

    def _tests(self, one: Unsigned) -> str:
        words = self._room.messages.words
        return ", ".join(words.text(f"analyses.{test}") for test in one.tests)

    def _on_table_opened(self, one: Unsigned) -> None:
        self.opened.emit(one.patient)
