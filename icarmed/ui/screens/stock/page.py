"""What may still be used, soonest to expire first; a lot that came in is added beside it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from icarmed.catalogue.analyses import analyses
from icarmed.catalogue.labels import product_label
from icarmed.catalogue.schedules import products
from icarmed.domain.findings import Finding
from icarmed.domain.words import Words
from icarmed.security.roles import Right
from icarmed.ui.actions import Command, Scope
from icarmed.ui.forms import ChoiceField, Form, PartialDateField, SegmentField, TextField
from icarmed.ui.i18n import QT_TRANSLATE_NOOP
from icarmed.ui.page import Page
from icarmed.ui.parts import Button, ButtonKind, Card, column, label, row, section
from icarmed.ui.room import Room
from icarmed.ui.tables import Column, Table
from icarmed.usecases import lots
from icarmed.usecases.lots import AddKitLot, AddVaccineLot
from icarmed.usecases.story import Desk, Outcome, Topic

STOCK_COMMANDS = (
    Command("stock.new", QT_TRANSLATE_NOOP("Commands", "A lot came in"), "Ins", Scope.STOCK, "plus"),
    Command("stock.add", QT_TRANSLATE_NOOP("Commands", "Add the lot"), "Ctrl+Return", Scope.STOCK),
)
_VACCINE, _KIT = "vaccine", "kit"
_PLACES = {
    "lot_empty": "lot",
    "lot_expired": "expires",
    "product_unknown": "product",
    "kit_unknown": "product",
}


@dataclass(frozen=True, slots=True)
class LotRow:
    """One line of either table."""

    id: UUID
    what: str
    lot: str
    expires_on: date
    donor: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """What the page draws from."""

    vaccines: tuple[LotRow, ...]
    kits: tuple[LotRow, ...]
    may_add: bool


class StockPage(Page):
    """Two tables, and a form for those who run sessions."""

    topics = frozenset({Topic.STOCK, Topic.OFFICE})

    def __init__(self, room: Room, _key: object = None) -> None:
        super().__init__(room, _title(), back=False, wide=True)
        room.commands.add(*STOCK_COMMANDS)
        new = room.commands.bind(self, "stock.new", self._on_new)
        self._new = Button.of(new, icon="plus")
        self._add = room.commands.bind(self, "stock.add", self._on_add)
        self.header.add(self._new)
        self.vaccines = self._table(
            self.tr("Lots of vaccine"), self.tr("No usable lot of vaccine"), donor=True
        )
        self.kits = self._table(self.tr("Lots of test kits"), self.tr("No usable test kit"), donor=False)
        self._titles = section(self.tr("Vaccines")), section(self.tr("Test kits"))
        left = QWidget()
        left.setLayout(column(self._titles[0], self.vaccines, self._titles[1], self.kits, gap=4))
        side = QWidget()
        self._card = self._made_card()
        side.setLayout(column(self._card, None))
        side.setFixedWidth(380)
        self._side = side
        body = row(left, side, gap=24)
        body.setStretch(0, 1)
        self.column.addLayout(body, 1)

    def reload(self) -> None:
        """Read what may be used."""
        words = self.room.messages.words
        self.room.tasks.read("stock", lambda desk: _read(desk, words), self._show, owner=self)

    def focus_first(self) -> None:
        """The first lot."""
        self.vaccines.focus_first()

    def _table(self, name: str, empty: str, *, donor: bool) -> Table[LotRow]:
        words = self.room.messages.words
        columns: list[Column[LotRow]] = [
            Column("what", self.tr("What"), lambda one: one.what, width=260),
            Column("lot", self.tr("Lot"), lambda one: one.lot, width=150),
            Column(
                "expires",
                self.tr("May be used until"),
                lambda one: words.day(one.expires_on),
                sort=lambda one: one.expires_on,
                width=160,
            ),
        ]
        if donor:
            columns.append(Column("donor", self.tr("Given by"), lambda one: one.donor))
        return Table(
            columns,
            name=name,
            empty_title=empty,
            empty_text=self.tr("Lots that have expired are not shown. Add what came in."),
        )

    def _made_card(self) -> Card:
        room = self.room
        self._form = Form()
        self.kind = self._form.add(
            SegmentField(
                "kind", self.tr("What came in"), [(_VACCINE, self.tr("Vaccine")), (_KIT, self.tr("Test kit"))]
            )
        )
        self.product = self._form.add(ChoiceField[str]("product", self.tr("Which one")))
        self.lot = self._form.add(TextField("lot", self.tr("Lot, as printed on the box"), longest=40))
        self.expires = self._form.add(
            PartialDateField(
                "expires",
                self.tr("Expires"),
                room.today(),
                hint=self.tr("05/2028 is the last day of that month."),
            )
        )
        self.donor = self._form.add(
            TextField("donor", self.tr("Given by"), hint=self.tr("if it was a gift"), longest=80)
        )
        self.kind.changed.connect(self._on_kind_changed)
        for field in (self.lot, self.expires, self.donor):
            field.entered.connect(self._on_add)
        self.kind.set_value(_VACCINE)
        button = row(Button.of(self._add, ButtonKind.ACT), None)
        return Card(label(self.tr("A lot came in"), "strong"), self._form, button)

    def _show(self, state: State) -> None:
        for number, (table, found, name) in enumerate(
            (
                (self.vaccines, state.vaccines, self.tr("Vaccines")),
                (self.kits, state.kits, self.tr("Test kits")),
            )
        ):
            table.set_rows(found)
            self._titles[number].setText(f"{name} ({len(found)})")
        self._side.setVisible(state.may_add)
        self._new.setVisible(state.may_add)
        self._add.setEnabled(state.may_add)

    def _on_kind_changed(self) -> None:
        words = self.room.messages.words
        vaccine = self.kind.value() != _KIT
        self.product.set_options(_vaccine_options(words) if vaccine else _kit_options(words))
        self.donor.setVisible(vaccine)

    def _on_new(self) -> None:
        self.product.input.setFocus()

    def _on_add(self) -> None:
        product, expires = self.product.value(), self.expires.value()
        missing = {}
        if product is None:
            missing["product"] = self.tr("Choose which one.")
        if not self.lot.value():
            missing["lot"] = self.tr("This is needed.")
        if expires is None:
            missing["expires"] = self.tr("This is needed.")
        if missing or product is None or expires is None:
            self._form.show_errors(missing)
            return
        self._form.clear_errors()
        order = self._order(product, expires.last)
        self.room.tasks.write(
            lambda desk: _add(desk, order), self._on_added, owner=self, refused=self._on_refused
        )

    def _order(self, product: str, last: date) -> AddVaccineLot | AddKitLot:
        if self.kind.value() == _KIT:
            return AddKitLot(product, self.lot.value(), last)
        return AddVaccineLot(product, self.lot.value(), last, self.donor.value())

    def _on_added(self, _identity: UUID) -> None:
        self.room.pages.say(self.tr("Lot added"))
        self.lot.set_value("")
        self.expires.set_value(None)
        self.lot.line.setFocus()

    def _on_refused(self, findings: tuple[Finding, ...]) -> None:
        said = {_PLACES.get(one.code, ""): self.room.messages.finding(one) for one in findings}
        self._form.show_errors(said)


def _title() -> str:
    return QCoreApplication.translate("StockPage", "Stock")


def _add(desk: Desk, order: AddVaccineLot | AddKitLot) -> Outcome[UUID]:
    match order:
        case AddKitLot():
            return lots.add_kit_lot(desk, order)
        case AddVaccineLot():
            return lots.add_vaccine_lot(desk, order)


def _read(desk: Desk, words: Words) -> State:
    vaccines, kits = lots.usable(desk)
    return State(
        tuple(
            LotRow(one.id, product_label(one.product, words), one.lot, one.expires_on, one.donor)
            for one in vaccines
        ),
        tuple(LotRow(one.id, words.text(f"kits.{one.kit}"), one.lot, one.expires_on) for one in kits),
        desk.may(Right.RUN_SESSION),
    )


def _vaccine_options(words: Words) -> list[tuple[str, str]]:
    return [(code, product_label(code, words)) for code, one in products().items() if one.offered]


def _kit_options(words: Words) -> list[tuple[str, str]]:
    return [(code, words.text(f"kits.{code}")) for code in analyses().kits]
