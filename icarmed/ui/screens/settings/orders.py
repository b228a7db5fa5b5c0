"""Standing orders: what nurses may order and give; a doctor adds and ends them, nurses read them."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtWidgets import QWidget

from icarmed.catalogue.analyses import analyses
from icarmed.catalogue.labels import product_label
from icarmed.catalogue.schedules import products
from icarmed.domain.findings import Finding
from icarmed.security.roles import Right
from icarmed.ui.forms import DateField, Form
from icarmed.ui.parts import Button, ButtonKind, Card, column, label, row
from icarmed.ui.room import Room
from icarmed.ui.screens.settings.picker import Picker
from icarmed.ui.screens.settings.tab import Tab, needed
from icarmed.ui.tables import Column, Table
from icarmed.usecases import standing_orders
from icarmed.usecases.standing_orders import AddStandingOrder, EndStandingOrder, StandingOrderRow
from icarmed.usecases.story import Desk

_PLACES = {"ends_before": "until"}
_END_PLACES = {"ends_before": "last"}


@dataclass(frozen=True, slots=True)
class State:
    """The orders, and whether the actor may add and end them."""

    orders: Sequence[StandingOrderRow]
    may_manage: bool


class OrdersTab(Tab):
    """The list with what the chosen order covers, and for a doctor a form for another and an end."""

    def __init__(self, room: Room) -> None:
        super().__init__(room, "orders", Right.GIVE_UNDER_STANDING_ORDER, Right.MANAGE_STANDING_ORDERS)
        self.table = self._made_table()
        self.table.chosen.connect(self._on_table_chosen)
        self._covers = label("", "", wrap=True)
        self._end = Form()
        self.last = self._end.add(DateField("last", self.tr("Last day of the chosen order"), room.today()))
        self.last.entered.connect(self._on_end)
        self.end = Button(self.tr("End it"), ButtonKind.QUIET)
        self.end.clicked.connect(self._on_end)
        ending = row(self._end, self.end, None)
        left = column(self.table, self._covers, ending)
        left.setStretch(0, 1)
        self._card = self._made_card()
        body = QWidget()
        line = row(left, self._card, gap=24)
        line.setStretch(0, 1)
        body.setLayout(line)
        self.set_body(body)

    def read(self, desk: Desk) -> State:
        """All of them, newest first."""
        return State(standing_orders.standing_orders(desk), desk.may(Right.MANAGE_STANDING_ORDERS))

    def show_state(self, state: State) -> None:
        """The list, and the form for who may."""
        self.table.set_rows(state.orders)
        for part in (self._card, self._end, self.end):
            part.setVisible(state.may_manage)
        if state.orders and self.table.current_row() is None:
            self.table.choose(0)
        self._on_table_chosen(self.table.current_row())

    def _made_table(self) -> Table[StandingOrderRow]:
        words = self.room.messages.words
        columns: list[Column[StandingOrderRow]] = [
            Column("doctor", self.tr("Doctor"), lambda one: one.doctor_name, width=170),
            Column(
                "on",
                self.tr("From"),
                lambda one: words.day(one.order.on),
                sort=lambda one: one.order.on,
                width=110,
            ),
            Column(
                "until",
                self.tr("Until"),
                lambda one: words.day(one.order.until) if one.order.until else "–",
                sort=lambda one: one.order.until,
                width=110,
            ),
            Column(
                "state",
                self.tr("State"),
                lambda one: self.tr("in force") if one.in_force else self.tr("not in force"),
                role=lambda one: "done" if one.in_force else "muted",
            ),
        ]
        return Table(
            columns,
            name=self.tr("Standing orders"),
            empty_title=self.tr("No standing order"),
            empty_text=self.tr("Without one, nurses give no dose and order no test by themselves."),
            filtered=False,
        )

    def _made_card(self) -> Card:
        words = self.room.messages.words
        self.form = Form()
        self.on = DateField("on", self.tr("From"), self.room.today())
        self.on.set_value(self.room.today())
        self.until = DateField("until", self.tr("Until (may stay empty)"), self.room.today())
        self.form.add_row(self.on, self.until)
        tests = [(code, words.text(f"analyses.{code}")) for code in analyses().analyses]
        vaccines = [(code, product_label(code, words)) for code, one in products().items() if one.offered]
        self.tests = Picker("tests", self.tr("Tests, one by one"), tests)
        self.vaccines = Picker("vaccines", self.tr("Vaccines, one by one"), vaccines)
        self.form.add_widget(self.tests)
        self.form.add_widget(self.vaccines)
        self.add = Button(self.tr("Give this standing order"), ButtonKind.ACT)
        self.add.clicked.connect(self._on_add)
        card = Card(label(self.tr("New standing order"), "strong"), self.form, row(self.add, None), None)
        card.setFixedWidth(440)
        return card

    def _on_table_chosen(self, chosen: StandingOrderRow | None) -> None:
        if chosen is None:
            self._covers.setText("")
            return
        words = self.room.messages.words
        named = [words.text(f"analyses.{code}") for code in sorted(chosen.order.tests)]
        named += [product_label(code, words) for code in sorted(chosen.order.vaccines)]
        self._covers.setText(self.tr("Covers: %1").replace("%1", ", ".join(named)))

    def _on_add(self) -> None:
        on = self.on.value()
        if on is None or self.until.unreadable:
            self.form.show_errors({"on" if on is None else "until": needed()})
            return
        order = AddStandingOrder(on, self.tests.value(), self.vaccines.value(), self.until.value())
        self.room.tasks.write(
            lambda desk: standing_orders.add_standing_order(desk, order),
            self._on_added,
            owner=self,
            refused=lambda findings: self.say_refused(self.form, _PLACES, findings),
        )

    def _on_added(self, _identity: UUID) -> None:
        self.form.clear_errors()
        self.tests.clear()
        self.vaccines.clear()
        self.room.pages.say(self.tr("Standing order given"))

    def _on_end(self) -> None:
        chosen, until = self.table.current_row(), self.last.value()
        if chosen is None or until is None:
            self._end.show_errors({"last": needed()})
            return
        order = EndStandingOrder(chosen.order.id, chosen.order.revision, until)
        self.room.tasks.write(
            lambda desk: standing_orders.end_standing_order(desk, order),
            lambda _revision: self.room.pages.say(self.tr("The standing order has its last day")),
            owner=self,
            refused=self._on_end_refused,
        )

    def _on_end_refused(self, findings: tuple[Finding, ...]) -> None:
        self.say_refused(self._end, _END_PLACES, findings)
