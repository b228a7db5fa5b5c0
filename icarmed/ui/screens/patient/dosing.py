"""Giving a dose: lot and site of the day are filled in; what stands against it is said before the needle."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from PySide6.QtWidgets import QWidget

from icarmed.domain.findings import Finding
from icarmed.domain.office import VaccineLot
from icarmed.domain.words import Words
from icarmed.security.roles import Right
from icarmed.ui.forms import ChoiceField, DateField, SegmentField, TextField
from icarmed.ui.screens.patient.cards import FormCard
from icarmed.ui.screens.patient.folder import Folder
from icarmed.ui.screens.patient.words import SITES, options, product_text
from icarmed.usecases import vaccination
from icarmed.usecases.vaccination import RecordDose

_PLACES = {"no_such_lot": "lot", "lot_expired": "lot", "day_in_future": "on", "sign_missing": "sign"}


class DoseForm(FormCard):
    """Lot, site and day of a dose given here; a doctor may go on in spite of what stands against it."""

    def __init__(self, folder: Folder, parent: QWidget | None = None) -> None:
        super().__init__(folder, self.tr("Give a dose"), self.tr("Record the dose"), parent)
        self._against: tuple[Finding, ...] = ()
        state = folder.state
        lots = () if state is None else state.lots
        words = folder.words
        self.lot = ChoiceField("lot", self.tr("Lot"), [(lot.id, lot_text(words, lot)) for lot in lots])
        self.site = SegmentField("site", self.tr("Site"), options(SITES))
        self.form.add_row(self.lot, self.site, stretch=(2, 3))
        today = folder.room.today()
        self.on = self.form.add(DateField("on", self.tr("Day"), today, latest=today))
        # Within a visit the day is that of the visit.
        self.on.setVisible(state is None or state.visit is None)
        self.add_sign()
        self.reason = self.form.add(
            TextField("reason", self.tr("Give it all the same, because"), hint=self.tr("only a doctor"))
        )
        self.reason.setVisible(False)
        self.lot.set_value(lots[0].id if lots else None)
        self.site.set_value(folder.site)
        self.on.set_value(today if state is None or state.visit is None else state.visit.on)
        self.lot.changed.connect(self._look)
        self.on.changed.connect(self._look)
        if not lots:
            self.show_notices(
                "due", [self.tr("No lot that may be used: add it where the session is opened.")]
            )
        self._look()

    def focus_first(self) -> None:
        """On the sign if it is asked for, else on what records: all else is filled in."""
        if self._sign is not None:
            self._sign.input.setFocus()
        else:
            self.record.setFocus()

    def submit(self) -> None:
        """Record the dose, with a reason if something stands against it."""
        order = self._order()
        if order is None:
            self.form.show_errors({"lot": self.tr("Choose the lot.")})
            return
        if self.on.value() is None:
            self.form.show_errors({"on": self.tr("On which day?")})
            return
        self.after_sign(
            lambda: self.write(lambda desk: vaccination.record_dose(desk, order), self._on_done, _PLACES)
        )

    def refuse(self, findings: Iterable[Finding], where: Mapping[str, str]) -> None:
        """What stands against a dose is said over the form; the rest beside its field."""
        found = tuple(findings)
        self._show_against(tuple(one for one in found if one.overridable))
        super().refuse((one for one in found if not one.overridable), where)

    def _order(self) -> RecordDose | None:
        state, lot = self.folder.state, self.lot.value()
        if state is None or lot is None:
            return None
        return RecordDose(
            patient=self.folder.patient,
            visit=None if state.visit is None else state.visit.id,
            vaccine_lot=lot,
            site=self.site.value(),
            override_reason=self.reason.value(),
            on=None if state.visit is not None else self.on.value(),
        )

    def _look(self) -> None:
        """Ask the rules what stands against it."""
        order = self._order()
        if order is None:
            return
        self.folder.room.tasks.read(
            "before_dose",
            lambda desk: vaccination.before_dose(desk, order),
            self._show_against,
            owner=self,
            refused=lambda findings: self.refuse(findings, _PLACES),
        )

    def _show_against(self, found: tuple[Finding, ...]) -> None:
        self._against = found
        state = self.folder.state
        may = state is not None and state.may(Right.OVERRIDE)
        barred = () if may or not found else (Finding("override_needs_doctor"),)
        sentences = self.folder.room.messages.findings((*found, *barred))
        self.show_notices("due", [sentences] if found else [])
        self.reason.setVisible(bool(found) and may)
        self.record.setEnabled(may or not found)

    def _on_done(self, _dose: UUID) -> None:
        site = self.site.value()
        if site is not None:
            self.folder.site = site
        self.finish(self.tr("Dose recorded"))


def lot_text(words: Words, lot: VaccineLot) -> str:
    """A lot as it is chosen: brand, number, and until when."""
    return f"{lot.lot} · {product_text(words, lot.product)} · {words.day(lot.expires_on)}"
