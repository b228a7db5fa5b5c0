"""What is still open with the laboratory: reactive tests to confirm, and results that are awaited."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from icarmed.domain.codes import shown_patient_code, shown_request_number
from icarmed.domain.reminders.wording import task_text
from icarmed.ui.parts import column, section
from icarmed.ui.room import Room
from icarmed.ui.tables import Column, Table
from icarmed.usecases.due_list import ListedDue
from icarmed.usecases.laboratory import PendingLine


class OpenResults(QWidget):
    """`opened` gives the patient whose file is asked for."""

    opened = Signal(object)

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.unconfirmed = Table[ListedDue](
            self._unconfirmed_columns(),
            name=self.tr("To confirm"),
            empty_title=self.tr("Nothing to confirm"),
            empty_text=self.tr("Reactive rapid tests stand here until a laboratory has confirmed them."),
            shade=room.shade,
        )
        self.pending = Table[PendingLine](
            self._pending_columns(),
            name=self.tr("Results awaited"),
            empty_title=self.tr("No result is awaited"),
            empty_text=self.tr("Tests stand here from their order until their result."),
        )
        self.unconfirmed.opened.connect(self._on_unconfirmed_opened)
        self.pending.opened.connect(self._on_pending_opened)
        box = column(
            section(self.tr("To confirm")),
            self.unconfirmed,
            section(self.tr("Results awaited")),
            self.pending,
            gap=4,
        )
        box.setStretch(1, 2)
        box.setStretch(3, 3)
        self.setLayout(box)

    def show_open(self, unconfirmed: Sequence[ListedDue], pending: Sequence[PendingLine]) -> None:
        """Show another reading."""
        self.unconfirmed.set_rows(unconfirmed)
        self.pending.set_rows(pending)

    def _unconfirmed_columns(self) -> list[Column[ListedDue]]:
        words = self._room.messages.words
        return [
            Column("code", self.tr("Code"), lambda row: shown_patient_code(row.code), width=110),
            Column("name", self.tr("Name"), lambda row: row.shown_name or "", shaded=True, width=140),
            Column(
                "due", self.tr("Since"), lambda row: words.day(row.due), sort=lambda row: row.due, width=110
            ),
            Column("task", self.tr("What is to be done"), lambda row: task_text(words, row.task, row.params)),
        ]

    def _pending_columns(self) -> list[Column[PendingLine]]:
        words = self._room.messages.words
        return [
            Column(
                "days",
                self.tr("Days"),
                lambda row: str(row.days),
                sort=lambda row: row.days,
                right=True,
                role=_lateness,
                width=80,
            ),
            Column("late", "", self._late, role=_lateness, width=200),
            Column("code", self.tr("Code"), lambda row: shown_patient_code(row.line.code), width=110),
            Column(
                "request", self.tr("Request"), lambda row: shown_request_number(row.line.number), width=160
            ),
            Column("test", self.tr("Test"), lambda row: words.text(f"analyses.{row.line.test}"), width=300),
            Column(
                "since",
                self.tr("Since"),
                lambda row: words.day(row.line.since),
                sort=lambda row: row.line.since,
            ),
        ]

    def _late(self, row: PendingLine) -> str:
        return self.tr("longer than usual") if row.late else ""

    def _on_unconfirmed_opened(self, row: ListedDue) -> None:
        self.opened.emit(row.patient)

    def _on_pending_opened(self, row: PendingLine) -> None:
        self.opened.emit(row.line.patient)


def _lateness(row: PendingLine) -> str:
    return "alarm" if row.late else ""
