"""A recorded dose: what is now known of it, or that it was never given; both with a reason."""

from PySide6.QtWidgets import QWidget

from icarmed.db.vaccination import DoseRow
from icarmed.security.roles import Right
from icarmed.ui.forms import PartialDateField, SegmentField, TextField, TickField
from icarmed.ui.parts import Button, ButtonKind
from icarmed.ui.screens.patient.cards import FormCard
from icarmed.ui.screens.patient.folder import Folder
from icarmed.ui.screens.patient.words import SITES, options, partial_day, product_text
from icarmed.usecases import vaccination
from icarmed.usecases.vaccination import CorrectDose

_PLACES = {"reason_needed": "reason", "day_in_future": "on", "dose_before_birth": "on"}


class DoseEditor(FormCard):
    """Corrects a dose, or takes it back."""

    def __init__(self, folder: Folder, dose: DoseRow, parent: QWidget | None = None) -> None:
        name = f"{product_text(folder.words, dose.product)}, {partial_day(folder.words, dose.on)}"
        title = self.tr("Correct the dose: %1").replace("%1", name)
        super().__init__(folder, title, self.tr("Correct"), parent)
        self._dose = dose
        today = folder.room.today()
        self.on = PartialDateField("on", self.tr("Day"), today, latest=today)
        self.site = SegmentField("site", self.tr("Site"), options(SITES))
        self.form.add_row(self.on, self.site, stretch=(2, 3))
        self.declared = self.form.add(TickField("declared", self.tr("Only said, nothing written")))
        self.sub_standard = self.form.add(
            TickField(
                "sub_standard",
                self.tr("Not up to standard (expired, wrong site or volume)"),
                hint=self.tr("whether it counts is the doctor's word"),
            )
        )
        state = folder.state
        self.sub_standard.input.setEnabled(state is not None and state.may(Right.OVERRIDE))
        self.reason = self.form.add(TextField("reason", self.tr("Reason")))
        self.take_back = Button(self.tr("Take back: never given"), ButtonKind.DANGER)
        self.take_back.clicked.connect(self._on_take_back)
        self.buttons.insertWidget(1, self.take_back)
        self.on.set_value(dose.on)
        self.site.set_value(dose.site)
        self.declared.set_value(ticked=dose.declared)
        self.sub_standard.set_value(ticked=dose.sub_standard)

    def submit(self) -> None:
        """Store the correction."""
        on = self.on.value()
        if on is None:
            self.form.show_errors({"on": self.tr("When? A year is enough.")})
            return
        order = CorrectDose(
            patient=self.folder.patient,
            dose=self._dose.id,
            from_revision=self._dose.revision,
            on=on,
            site=self.site.value(),
            declared=self.declared.value(),
            sub_standard=self.sub_standard.value(),
            reason=self.reason.value(),
        )
        self.write(
            lambda desk: vaccination.correct_dose(desk, order),
            lambda _revision: self.finish(self.tr("Dose corrected")),
            _PLACES,
        )

    def _on_take_back(self) -> None:
        dose, reason, patient = self._dose, self.reason.value(), self.folder.patient
        self.write(
            lambda desk: vaccination.void_dose(desk, patient, dose.id, dose.revision, reason),
            lambda _none: self.finish(self.tr("Dose taken back")),
            _PLACES,
        )
