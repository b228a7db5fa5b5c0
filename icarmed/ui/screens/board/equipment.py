"""Lots of vaccine and kits of the day as boxes to tick, soonest to expire first."""

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from icarmed.catalogue.labels import product_label
from icarmed.domain.office import KitLot, VaccineLot
from icarmed.ui.forms import Form, TickField
from icarmed.ui.parts import column, label
from icarmed.ui.room import Room


class Equipment(QWidget):
    """What may be chosen, with what is chosen ticked."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._box = column(gap=8)
        self.setLayout(self._box)
        self._ticks: dict[UUID, TickField] = {}
        self._lots: tuple[UUID, ...] = ()
        self._kits: tuple[UUID, ...] = ()

    def show_choice(self, lots: Iterable[VaccineLot], kits: Iterable[KitLot], chosen: Iterable[UUID]) -> None:
        """Offer these, and tick those that are chosen."""
        words = self._room.messages.words
        while (item := self._box.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._ticks = {}
        form = Form()
        lots, kits = list(lots), list(kits)
        form.add_widget(label(self.tr("Vaccines of the day"), "section"))
        for lot in lots:
            self._add(form, lot.id, self._lot_text(product_label(lot.product, words), lot.lot), lot)
        if not lots:
            form.add_widget(label(self.tr("No usable lot of vaccine: add one under Stock."), "muted"))
        form.add_widget(label(self.tr("Test kits of the day"), "section"))
        for kit in kits:
            self._add(form, kit.id, self._lot_text(words.text(f"kits.{kit.kit}"), kit.lot), kit)
        if not kits:
            form.add_widget(label(self.tr("No usable test kit: add one under Stock."), "muted"))
        for identity in chosen:
            if identity in self._ticks:
                self._ticks[identity].set_value(ticked=True)
        self._lots, self._kits = tuple(one.id for one in lots), tuple(one.id for one in kits)
        self._box.addWidget(form)

    @property
    def lots(self) -> tuple[UUID, ...]:
        """The lots of vaccine that are ticked."""
        return tuple(one for one in self._lots if self._ticks[one].value())

    @property
    def kits(self) -> tuple[UUID, ...]:
        """The kits that are ticked."""
        return tuple(one for one in self._kits if self._ticks[one].value())

    def _lot_text(self, what: str, lot: str) -> str:
        return self.tr("%1, lot %2").replace("%1", what).replace("%2", lot)

    def _add(self, form: Form, identity: UUID, text: str, lot: VaccineLot | KitLot) -> None:
        until = self.tr("until %1").replace("%1", self._room.messages.words.day(lot.expires_on))
        self._ticks[identity] = form.add(TickField(f"lot_{identity.hex}", f"{text} · {until}"))
