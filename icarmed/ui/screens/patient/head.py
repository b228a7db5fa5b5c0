"""The head of a person's page: who, how to reach them, what must not be forgotten, and the visit."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from icarmed.domain.codes import shown_patient_code
from icarmed.domain.people import Gender, Milieu, Patient
from icarmed.domain.visits import VisitState
from icarmed.ui.parts import Button, ButtonKind, Chip, ChipKind, ChipRow, PageHeader, column, label, row
from icarmed.ui.screens.patient.folder import Folder, State
from icarmed.ui.screens.patient.words import GENDERS, MILIEUS, VISIT_STATES, languages_text, said


class Head(QWidget):
    """Name or code, age, languages; discretion and allergies below; the visit at the right end."""

    def __init__(self, folder: Folder, take_in: QAction, end: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._state: State | None = None
        self.header = PageHeader("")
        self.header.back_asked.connect(folder.room.pages.back)
        self.visit = ChipRow()
        self.take_in = Button.of(take_in, ButtonKind.QUIET)
        self.end = Button.of(end, ButtonKind.QUIET)
        self.header.add(self.visit, self.take_in, self.end)
        self.discretion = label("", wrap=True)
        self.alarms = ChipRow()
        line = row(self.discretion, self.alarms, gap=16)
        line.setStretch(0, 1)
        self._below = QWidget()
        self._below.setLayout(line)
        self.setLayout(column(self.header, self._below, gap=4))
        folder.read.connect(self._on_read)
        folder.room.shade.changed.connect(self._show_name)

    def _on_read(self, state: State) -> None:
        self._state = state
        self._show_name()
        patient = state.file.patient
        self.discretion.setText(
            self.tr("Discretion: %1").replace("%1", patient.discretion) if patient.discretion else ""
        )
        self.alarms.set_chips(_alarms(patient, self.tr("Allergy: %1"), self.tr("deceased")))
        self._below.setVisible(bool(patient.discretion or patient.allergies or patient.deceased))
        self._show_visit(state)

    def _show_name(self) -> None:
        if self._state is None:
            return
        patient = self._state.file.patient
        code = shown_patient_code(patient.code)
        name = patient.shown_name
        title = code if name is None else self._folder.room.shade.shown(name, code)
        self.header.set_title(title, " · ".join(self._details(patient, code if title != code else "")))

    def _details(self, patient: Patient, code: str) -> list[str]:
        details = [code] if code else []
        age = patient.age(self._folder.room.today())
        if age is not None and patient.born is not None:
            text = self.tr("%1 years old") if patient.born.exact else self.tr("about %1 years old")
            details.append(text.replace("%1", str(age)))
        if patient.gender is not Gender.UNKNOWN:
            details.append(said(GENDERS[patient.gender]))
        if patient.languages:
            details.append(languages_text(patient.languages))
        if patient.milieu is not Milieu.UNKNOWN:
            details.append(said(MILIEUS[patient.milieu]))
        return details

    def _show_visit(self, state: State) -> None:
        visit = state.visit
        waiting = visit is not None and visit.state is VisitState.ARRIVED
        self.take_in.setVisible(waiting)
        self.end.setVisible(visit is not None and not waiting)
        if visit is None:
            self.visit.set_chips(())
            return
        kind = ChipKind.DUE if waiting else ChipKind.PLAIN
        self.visit.set_chips([Chip(kind, said(VISIT_STATES[visit.state]))])


def _alarms(patient: Patient, allergy: str, deceased: str) -> list[Chip]:
    chips = [Chip(ChipKind.ALARM, allergy.replace("%1", patient.allergies))] if patient.allergies else []
    if patient.deceased:
        chips.append(Chip(ChipKind.ALARM, deceased))
    return chips
