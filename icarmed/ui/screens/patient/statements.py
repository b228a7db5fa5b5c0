"""Dated words about vaccination: proposed, declined, never vaccinated, and those of the doctor alone."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from icarmed.db.vaccination import StatementRow
from icarmed.domain.vaccination_acts import StatementKind
from icarmed.ui.forms import DateField, TextField
from icarmed.ui.screens.patient.cards import FormCard
from icarmed.ui.screens.patient.folder import Folder
from icarmed.ui.screens.patient.words import STATEMENTS, said
from icarmed.usecases import statements
from icarmed.usecases import vaccination as stories
from icarmed.usecases.statements import RecordStatement

_PLACES = {"reason_needed": "reason", "day_in_future": "on", "end_before_start": "until"}
ENDING = frozenset({StatementKind.DECLINED, StatementKind.CONTRAINDICATED})


class StatementForm(FormCard):
    """When it was said, until when it holds, and why."""

    def __init__(self, folder: Folder, kind: StatementKind, parent: QWidget | None = None) -> None:
        super().__init__(folder, said(STATEMENTS[kind]), self.tr("Record"), parent)
        self._kind = kind
        today = folder.room.today()
        self.on = DateField("on", self.tr("Said on"), today, latest=today)
        self.until = DateField("until", self.tr("Holds until"), today, hint=self.tr("empty: no end known"))
        self.form.add_row(self.on, self.until)
        self.until.setVisible(kind in ENDING)
        self.reason = self.form.add(TextField("reason", self.tr("Reason")))
        self.on.set_value(today)

    def submit(self) -> None:
        """Store it."""
        on = self.on.value()
        if on is None or self.until.unreadable:
            bad = "on" if on is None else "until"
            self.form.show_errors({bad: self.tr("Not a day.")})
            return
        order = RecordStatement(
            self.folder.patient, self._kind, on, until=self.until.value(), reason=self.reason.value()
        )
        self.write(
            lambda desk: statements.record_statement(desk, order),
            lambda _id: self.finish(said(STATEMENTS[self._kind])),
            _PLACES,
        )


class TakeBackForm(FormCard):
    """Takes back a statement that was a mistake."""

    def __init__(self, folder: Folder, row: StatementRow, parent: QWidget | None = None) -> None:
        title = self.tr("Take back: %1").replace("%1", said(STATEMENTS[row.kind]))
        super().__init__(folder, title, self.tr("Take back"), parent)
        self._row = row
        self.reason = self.form.add(TextField("reason", self.tr("Reason")))

    def submit(self) -> None:
        """Store it."""
        row, reason, patient = self._row, self.reason.value(), self.folder.patient
        self.write(
            lambda desk: statements.void_statement(desk, patient, row.id, row.revision, reason),
            lambda _none: self.finish(self.tr("Taken back")),
            _PLACES,
        )


class CourseForm(FormCard):
    """A doctor opens a second course."""

    def __init__(self, folder: Folder, parent: QWidget | None = None) -> None:
        super().__init__(folder, self.tr("Open a second course"), self.tr("Open the course"), parent)
        self.reason = self.form.add(TextField("reason", self.tr("Reason")))

    def submit(self) -> None:
        """Store it."""
        reason, patient = self.reason.value(), self.folder.patient
        self.write(lambda desk: stories.open_second_course(desk, patient, reason), self._on_done, _PLACES)

    def _on_done(self, _course: UUID) -> None:
        self.finish(self.tr("Second course opened"))
