"""Vaccines, like the paper card people know: the course as a ladder, serology beside it, what comes next."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from icarmed.domain.vaccination.assessment import Flag
from icarmed.domain.vaccination_acts import StatementKind
from icarmed.security.roles import Right
from icarmed.ui.parts import (
    Button,
    ButtonKind,
    Card,
    Chip,
    ChipKind,
    ChipRow,
    FlowLayout,
    Ladder,
    column,
    label,
    row,
    section,
)
from icarmed.ui.screens.patient.booklet import BookletForm
from icarmed.ui.screens.patient.doses import DoseEditor
from icarmed.ui.screens.patient.dosing import DoseForm
from icarmed.ui.screens.patient.folder import Folder, State
from icarmed.ui.screens.patient.ladder import explanations, serology_lines, steps_of
from icarmed.ui.screens.patient.statements import CourseForm, StatementForm, TakeBackForm
from icarmed.ui.screens.patient.tab import Tab, empty
from icarmed.ui.screens.patient.words import STATEMENTS, said
from icarmed.usecases import files
from icarmed.usecases.files import VaccinationSheet


class VaccinesTab(Tab):
    """Hepatitis B of one person."""

    def __init__(
        self, folder: Folder, vaccinate: QAction, booklet: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(folder, parent)
        self.sheet: VaccinationSheet | None = None
        self._status = label("", "strong", wrap=True)
        self._flags = ChipRow()
        self.ladder = Ladder(self.tr("Course of hepatitis B vaccination"))
        self.ladder.step_opened.connect(self._on_ladder_step_opened)
        self._nothing = label(self.tr("No dose is recorded yet."), "muted")
        self._reading = label("", wrap=True)
        self._samples = label("", "small", wrap=True)
        self._why = label("", "small", wrap=True)
        self._statements = column(gap=2)
        self._card = Card(
            row(self._status, self._flags, gap=12),
            self.ladder,
            self._nothing,
            self._reading,
            self._samples,
            section(self.tr("How it is counted")),
            self._why,
            self._statements,
        )
        self.head = self._made_buttons(vaccinate, booklet)
        self.column.addWidget(self.head)
        self.column.addWidget(self._card)
        self.column.addStretch(1)
        folder.read.connect(self._on_read)

    def reload(self) -> None:
        """Read the vaccination sheet."""
        patient = self.folder.patient
        self.folder.room.tasks.read(
            "vaccines", lambda desk: files.vaccination_sheet(desk, patient), self._show, owner=self
        )

    def give_dose(self) -> None:
        """Open the form of a dose given here."""
        self.open_form(DoseForm(self.folder))

    def enter_booklet(self) -> None:
        """Open the form of old doses."""
        self.open_form(BookletForm(self.folder))

    def print_card(self) -> None:
        """Ask for the language of the card, then show it."""
        # What draws papers is loaded when the first one is wanted.
        from icarmed.ui.screens.patient.printing_card import CardForm

        self.open_form(CardForm(self.folder))

    def _made_buttons(self, vaccinate: QAction, booklet: QAction) -> QWidget:
        flow = FlowLayout(gap=8)
        self.vaccinate = Button.of(vaccinate, ButtonKind.ACT, icon="syringe")
        flow.addWidget(self.vaccinate)
        flow.addWidget(Button.of(booklet))
        self._doctors: list[Button] = []
        kinds = (
            StatementKind.PROPOSED,
            StatementKind.DECLINED,
            StatementKind.NEVER_VACCINATED,
            StatementKind.CONTRAINDICATED,
            StatementKind.CLEARED,
        )
        for kind in kinds:
            button = self._button(said(STATEMENTS[kind]), self._asks(kind))
            flow.addWidget(button)
            if kind in {StatementKind.CONTRAINDICATED, StatementKind.CLEARED}:
                self._doctors.append(button)
        second = self._button(self.tr("Second course"), lambda: self.open_form(CourseForm(self.folder)))
        self._doctors.append(second)
        flow.addWidget(second)
        flow.addWidget(self._button(self.tr("Print the card"), self.print_card, icon="printer"))
        holder = QWidget()
        holder.setLayout(flow)
        return holder

    def _button(self, text: str, slot: Callable[[], object], icon: str = "") -> Button:
        button = Button(text, ButtonKind.QUIET, icon=icon)
        button.clicked.connect(lambda _checked: slot())
        return button

    def _asks(self, kind: StatementKind) -> Callable[[], None]:
        return lambda: self.open_form(StatementForm(self.folder, kind))

    def _on_read(self, state: State) -> None:
        for button in self._doctors:
            button.setVisible(state.may(Right.RECORD_CONTRAINDICATION))

    def _show(self, sheet: VaccinationSheet) -> None:
        self.sheet = sheet
        words, today = self.folder.words, self.folder.room.today()
        disease = words.text("vaccine.hepatitis_b")
        self._status.setText(f"{disease} · 0-1-4 · {words.finding(sheet.assessment.because)}")
        self._flags.set_chips(
            Chip(
                ChipKind.ALARM if flag is Flag.CONTRAINDICATED else ChipKind.DUE,
                words.text(f"flag.{flag.value}"),
            )
            for flag in sheet.assessment.flags
        )
        steps = steps_of(words, sheet, today)
        self.ladder.set_steps(steps)
        self.ladder.setVisible(bool(steps))
        self._nothing.setVisible(not sheet.doses)
        reading = sheet.assessment.reading
        self._reading.setText("" if reading is None else f"→ {words.text(reading.code)}")
        self._reading.setVisible(reading is not None)
        samples = serology_lines(words, sheet)
        none = self.tr("No hepatitis B serology is recorded.")
        self._samples.setText("   ·   ".join(samples) if samples else none)
        self._why.setText("\n".join(explanations(words, sheet)) or "–")
        self._show_statements(sheet)

    def _show_statements(self, sheet: VaccinationSheet) -> None:
        empty(self._statements)
        words = self.folder.words
        for one in sheet.statements:
            days = words.day(one.on)
            if one.until is not None:
                days = self.tr("%1 until %2").replace("%1", days).replace("%2", words.day(one.until))
            text = " · ".join(part for part in (said(STATEMENTS[one.kind]), days, one.reason) if part)
            button = Button(self.tr("Take back"), ButtonKind.LINK)
            button.setAccessibleName(self.tr("Take back: %1").replace("%1", text))
            button.clicked.connect(lambda _checked, one=one: self.open_form(TakeBackForm(self.folder, one)))
            line = QWidget()
            line.setLayout(row(label(text, wrap=False), button, None, gap=8))
            self._statements.addWidget(line)

    def _on_ladder_step_opened(self, number: int) -> None:
        if self.sheet is None:
            return
        if number < len(self.sheet.doses):
            self.open_form(DoseEditor(self.folder, self.sheet.doses[number]))
        elif self.vaccinate.isEnabled():
            self.give_dose()
