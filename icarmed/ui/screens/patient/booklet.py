"""A booklet brought along: several old doses typed one below the other, each recorded as it is entered."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from icarmed.catalogue.schedules import products, schedule
from icarmed.domain.words import Words
from icarmed.ui.forms import ChoiceField, PartialDateField, TextField, TickField
from icarmed.ui.parts import label
from icarmed.ui.screens.patient.cards import FormCard
from icarmed.ui.screens.patient.folder import Folder
from icarmed.ui.screens.patient.words import partial_day, product_text
from icarmed.usecases import vaccination
from icarmed.usecases.vaccination import PLAN, RecordOldDose

_PLACES = {"product_unknown": "product", "day_in_future": "on", "dose_before_birth": "on"}


class BookletForm(FormCard):
    """Day, vaccine, lot and place of one old dose; Enter records it and makes room for the next."""

    def __init__(self, folder: Folder, parent: QWidget | None = None) -> None:
        super().__init__(folder, self.tr("Enter a booklet"), self.tr("Record, next row"), parent)
        today = folder.room.today()
        self.on = PartialDateField(
            "on", self.tr("Day"), today, latest=today, hint=self.tr("17/05/2019, 05/2019 or 2019")
        )
        self.product = ChoiceField("product", self.tr("Vaccine"), product_options(folder.words))
        self.lot = TextField("lot", self.tr("Lot"), longest=40)
        self.place = TextField("place", self.tr("Where"), longest=80)
        self.declared = TickField("declared", self.tr("Only said, nothing written"))
        self.form.add_row(self.on, self.product, self.lot, self.place, stretch=(3, 4, 2, 3))
        self.form.add(self.declared)
        self._said = label("", "done", wrap=True)
        self.column.insertWidget(self.column.count() - 1, self._said)
        self.recorded: list[str] = []

    def submit(self) -> None:
        """Record this dose; the vaccine and the place stay for the next one."""
        on, product = self.on.value(), self.product.value()
        errors = {}
        if on is None:
            errors["on"] = self.tr("When? A year is enough.")
        if product is None:
            errors["product"] = self.tr("Which vaccine?")
        if on is None or product is None:
            self.form.show_errors(errors)
            return
        order = RecordOldDose(
            self.folder.patient, on, product, self.lot.value(), self.place.value(), self.declared.value()
        )
        self.write(
            lambda desk: vaccination.record_old_dose(desk, order),
            lambda dose: self._on_done(dose, order),
            _PLACES,
        )

    def _on_done(self, _dose: UUID, order: RecordOldDose) -> None:
        words = self.folder.words
        self.recorded.append(f"{partial_day(words, order.on)} {product_text(words, order.product)}")
        self._said.setText(self.tr("Recorded: %1").replace("%1", " · ".join(self.recorded)))
        self.on.set_value(None)
        self.lot.set_value("")
        self.on.input.setFocus()


def product_options(words: Words) -> list[tuple[str, str]]:
    """Vaccines against hepatitis B: those that are given here first, the unknown one last."""
    known = [code for code in products() if code in schedule(PLAN).products]
    known.sort(key=lambda code: (not products()[code].offered, product_text(words, code).casefold()))
    return [(code, product_text(words, code)) for code in known]
