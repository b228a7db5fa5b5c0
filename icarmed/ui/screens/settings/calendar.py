"""The calendar: places, and the days that depart from its rules."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtWidgets import QWidget

from icarmed.domain.findings import Finding
from icarmed.domain.office import ExceptionKind, Place, PlaceKind
from icarmed.security.roles import Right
from icarmed.ui.forms import ChoiceField, DateField, Form, SegmentField, TextField
from icarmed.ui.parts import Button, ButtonKind, Card, column, label, row, section
from icarmed.ui.room import Room
from icarmed.ui.screens.settings.tab import Tab, needed
from icarmed.ui.tables import Column, Table
from icarmed.usecases import calendar
from icarmed.usecases.calendar import CalendarDay, CloseDay
from icarmed.usecases.story import Desk

_PLACES = {"place_known": "code", "name_empty": "code"}
_TIME = re.compile(r"([01]?\d|2[0-3])[:hH]([0-5]\d)")


@dataclass(frozen=True, slots=True)
class State:
    """Places and days."""

    places: Sequence[Place]
    days: Sequence[CalendarDay]


class CalendarTab(Tab):
    """Closures and extra days, and places; for those who keep the calendar."""

    def __init__(self, room: Room) -> None:
        super().__init__(room, "calendar", Right.MANAGE_CALENDAR, Right.MANAGE_PLACES)
        self._names: dict[str, str] = {}
        self.days = self._made_days()
        self._void = Form()
        self.reason = self._void.add(TextField("reason", self.tr("Reason for taking the chosen day back")))
        self.take_back = Button(self.tr("Take it back"), ButtonKind.QUIET)
        self.take_back.clicked.connect(self._on_take_back)
        self.places = self._made_places()
        left = column(
            section(self.tr("Closures and extra days")),
            self.days,
            row(self._void, self.take_back, None),
            section(self.tr("Places")),
            self.places,
        )
        body = QWidget()
        right = QWidget()
        right.setLayout(column(self._made_day_card(), self._made_place_card(), None, gap=16))
        right.setFixedWidth(420)
        line = row(left, right, gap=24)
        line.setStretch(0, 1)
        body.setLayout(line)
        self.set_body(body)

    def read(self, desk: Desk) -> State:
        """Places and days."""
        return State(calendar.places(desk), calendar.exceptions(desk))

    def show_state(self, state: State) -> None:
        """Both lists; a closure may be of every place."""
        self._names = {place.code: place.label for place in state.places}
        self.days.set_rows(state.days)
        self.places.set_rows(state.places)
        self.place.set_options([(place.id, place.label) for place in state.places])

    def _made_days(self) -> Table[CalendarDay]:
        words = self.room.messages.words
        columns: list[Column[CalendarDay]] = [
            Column("on", self.tr("Day"), lambda one: words.day(one.on), sort=lambda one: one.on, width=110),
            Column("kind", self.tr("What"), self._kind_text, width=120),
            Column(
                "place",
                self.tr("Where"),
                lambda one: self.tr("everywhere") if one.place is None else self._names[one.place],
                width=130,
            ),
            Column("reason", self.tr("Reason"), lambda one: one.reason),
        ]
        return Table(
            columns,
            name=self.tr("Closures and extra days"),
            empty_title=self.tr("No day departs from the calendar"),
            empty_text=self.tr("Public holidays are known already."),
            filtered=False,
        )

    def _kind_text(self, day: CalendarDay) -> str:
        if day.kind is ExceptionKind.CLOSED:
            return self.tr("closed")
        return self.tr("extra %1–%2").replace("%1", day.starts).replace("%2", day.ends)

    def _made_places(self) -> Table[Place]:
        kinds = self._kinds()
        columns: list[Column[Place]] = [
            Column("label", self.tr("Place"), lambda one: one.label, width=200),
            Column("kind", self.tr("Kind"), lambda one: kinds[one.kind], width=160),
            Column("code", self.tr("Code"), lambda one: one.code),
        ]
        return Table(
            columns,
            name=self.tr("Places"),
            empty_title=self.tr("No place"),
            empty_text=self.tr("Add one beside."),
            filtered=False,
        )

    def _kinds(self) -> dict[PlaceKind, str]:
        return {
            PlaceKind.PERMANENCE: self.tr("permanence"),
            PlaceKind.PRACTICE: self.tr("practice"),
            PlaceKind.OUTREACH: self.tr("outreach"),
            PlaceKind.MEDIBUS: self.tr("medibus"),
            PlaceKind.OTHER: self.tr("other"),
        }

    def _made_day_card(self) -> Card:
        self.form = Form()
        kinds = [(ExceptionKind.CLOSED, self.tr("Closed")), (ExceptionKind.EXTRA, self.tr("Extra day"))]
        self.kind = self.form.add(SegmentField("kind", self.tr("What"), kinds))
        self.kind.set_value(ExceptionKind.CLOSED)
        self.on = DateField("on", self.tr("Day"), self.room.today())
        self.place = ChoiceField[UUID]("place", self.tr("Place"), hint=self.tr("Empty: every place"))
        self.form.add_row(self.on, self.place)
        self.starts = TextField("starts", self.tr("From"), example="14:30", longest=5)
        self.ends = TextField("ends", self.tr("To"), example="16:00", longest=5)
        self.form.add_row(self.starts, self.ends)
        self.why = self.form.add(TextField("why", self.tr("Reason"), longest=120))
        self.kind.changed.connect(self._on_kind_changed)
        self.add = Button(self.tr("Add the day"), ButtonKind.ACT)
        self.add.clicked.connect(self._on_add)
        self._on_kind_changed()
        return Card(label(self.tr("A day that departs"), "strong"), self.form, row(self.add, None))

    def _made_place_card(self) -> Card:
        self.place_form = Form()
        self.code = TextField("code", self.tr("Code, for life"), example="verviers", longest=20)
        self.label = TextField("label", self.tr("Name"), longest=60)
        self.place_form.add_row(self.code, self.label)
        self.place_kind = self.place_form.add(
            ChoiceField("place_kind", self.tr("Kind"), list(self._kinds().items()))
        )
        self.add_place = Button(self.tr("Add the place"), ButtonKind.QUIET)
        self.add_place.clicked.connect(self._on_add_place)
        return Card(label(self.tr("Another place"), "strong"), self.place_form, row(self.add_place, None))

    def _on_kind_changed(self) -> None:
        extra = self.kind.value() is ExceptionKind.EXTRA
        self.starts.setVisible(extra)
        self.ends.setVisible(extra)

    def _on_add(self) -> None:
        on, kind = self.on.value(), self.kind.value() or ExceptionKind.CLOSED
        wrong = {} if on is not None else {"on": needed()}
        hours = ["", ""]
        if kind is ExceptionKind.EXTRA:
            hours = [_clock(self.starts.value()), _clock(self.ends.value())]
            wrong |= {
                name: self.tr("An hour as 14:30.")
                for name, hour in zip(("starts", "ends"), hours, strict=True)
                if not hour
            }
            if self.place.value() is None:
                wrong["place"] = self.tr("An extra day is at one place.")
        if self.place.unreadable:
            wrong["place"] = self.tr("Choose one of the list.")
        if wrong or on is None:
            self.form.show_errors(wrong)
            return
        order = CloseDay(on, kind, self.place.value(), hours[0], hours[1], self.why.value())
        self.room.tasks.write(
            lambda desk: calendar.close_day(desk, order),
            self._on_added,
            owner=self,
            refused=lambda findings: self.say_refused(self.form, {}, findings),
        )

    def _on_added(self, _identity: UUID) -> None:
        self.form.clear_errors()
        self.on.set_value(None)
        self.why.set_value("")
        self.room.pages.say(self.tr("The calendar was changed; due dates follow"))

    def _on_take_back(self) -> None:
        chosen, reason = self.days.current_row(), self.reason.value()
        if chosen is None or not reason:
            self._void.show_errors({"reason": self.tr("Choose a day above and give a reason.")})
            return
        self._void.clear_errors()
        self.room.tasks.write(
            lambda desk: calendar.void_exception(desk, chosen.id, chosen.revision, reason),
            lambda _none: self.reason.set_value(""),
            owner=self,
        )

    def _on_add_place(self) -> None:
        kind = self.place_kind.value()
        wrong = {} if kind is not None else {"place_kind": needed()}
        wrong |= {field.name: needed() for field in (self.code, self.label) if not field.value()}
        if wrong or kind is None:
            self.place_form.show_errors(wrong)
            return
        code, name = self.code.value(), self.label.value()
        self.room.tasks.write(
            lambda desk: calendar.add_place(desk, code, name, kind),
            self._on_place_added,
            owner=self,
            refused=self._on_place_refused,
        )

    def _on_place_added(self, _identity: UUID) -> None:
        self.place_form.clear_errors()
        self.code.set_value("")
        self.label.set_value("")
        self.place_kind.set_value(None)
        self.room.pages.say(self.tr("Place added"))

    def _on_place_refused(self, findings: tuple[Finding, ...]) -> None:
        self.say_refused(self.place_form, _PLACES, findings)


def _clock(typed: str) -> str:
    """14:30 however it was typed (14h30, 9:05); empty for what is no hour."""
    read = _TIME.fullmatch(typed)
    return f"{int(read[1]):02}:{read[2]}" if read else ""
