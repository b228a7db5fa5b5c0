"""A rapid test and its result in a few keys: kit, what was seen, Enter; the hours are proposed."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from icarmed.catalogue.analyses import analyses
from icarmed.domain.findings import Finding
from icarmed.domain.office import KitLot
from icarmed.security.roles import Right
from icarmed.ui.forms import DateField, SegmentField, TextField, TickField
from icarmed.ui.screens.patient.cards import FormCard
from icarmed.ui.screens.patient.clock import HourField
from icarmed.ui.screens.patient.devices import DeviceFields
from icarmed.ui.screens.patient.folder import Folder, local_instant, minutes_before
from icarmed.ui.screens.patient.words import answer_text
from icarmed.usecases import rapid_tests
from icarmed.usecases.rapid_tests import Read, RecordRapidTest

PLACES = {
    "no_such_lot": "kit",
    "kit_expired": "kit",
    "kit_tests_other": "kit",
    "times_needed": "started",
    "times_incomplete": "started",
    "read_before_start": "read",
    "read_in_future": "read",
    "times_of_another_day": "started",
    "device_has_result": "started",
    "day_in_future": "on",
    "sign_missing": "sign",
    "reason_needed": "reason",
}


class RapidForm(FormCard):
    """Kit of the day, lines that were seen, start and reading; one entry for each test of the kit."""

    def __init__(self, folder: Folder, test: str = "", parent: QWidget | None = None) -> None:
        super().__init__(folder, self.tr("Rapid test"), self.tr("Record the test"), parent)
        words, state = folder.words, folder.state
        self.kits = [
            one for one in (state.kits if state else ()) if _tests(one) and test in {"", *_tests(one)}
        ]
        kits = [(one.id, f"{words.text(f'kits.{one.kit}')} · {one.lot}") for one in self.kits]
        self.kit = SegmentField("kit", self.tr("Kit of the day"), kits) if kits else None
        if self.kit is None:
            self.show_notices(
                "due", [self.tr("No kit that may be used: add it where the session is opened.")]
            )
        else:
            self.form.add(self.kit)
            self.kit.changed.connect(self._on_kit_changed)
            for button in self.kit.findChildren(QPushButton):
                button.installEventFilter(self)
        self.devices = DeviceFields(self.form, words, _all_tests(self.kits), self)
        self._add_times(folder.room.today() if state is None or state.visit is None else state.visit.on)
        self.add_sign()
        self.reason = self.form.add(
            TextField("reason", self.tr("Use it all the same, because"), hint=self.tr("only a doctor"))
        )
        self.reason.setVisible(False)
        self.devices.show_only(())
        self.recorded: list[str] = []
        self.record.setEnabled(self.kit is not None)
        if self.kit is not None and len(self.kits) == 1:
            self.kit.set_value(self.kits[0].id)

    def focus_first(self) -> None:
        """On the kits, or on the device when there is only one kit."""
        if self.kit is not None and self.kit.value() is None:
            self.kit.input.setFocus()
        elif self.kit is not None:
            self.devices.focus_first()
        else:
            self.cancel.setFocus()

    def submit(self) -> None:
        """Record each test of the device, one after the other."""
        if self.kit is None or self.kit.value() is None:
            self.form.show_errors({"kit": self.tr("Which kit?")})
        elif untold := self.devices.untold():
            self.form.show_errors({untold: self.tr("What is seen on the device?")})
        elif wrong := self._wrong_times():
            self.form.show_errors(wrong)
        else:
            orders = self._orders()
            self.after_sign(lambda: self._record(orders))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 Qt's name
        """A digit chooses the kit and goes on to the device at once."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self.kit is not None:
            typed = event.text()
            if typed.isdecimal() and 1 <= int(typed) <= len(self.kits):
                self.kit.set_value(self.kits[int(typed) - 1].id)
                self.devices.focus_first()
                return True
        return super().eventFilter(watched, event)

    def refuse(self, findings: Iterable[Finding], where: Mapping[str, str]) -> None:
        """An expired kit yields to a doctor's reason."""
        found = tuple(findings)
        state = self.folder.state
        yields = any(one.overridable for one in found)
        self.reason.setVisible(yields and state is not None and state.may(Right.OVERRIDE))
        super().refuse(found, where)

    def _add_times(self, on: date) -> None:
        state, today = self.folder.state, self.folder.room.today()
        self.on = DateField("on", self.tr("Day"), today, latest=today)
        self.started = HourField("started", self.tr("Started at"), example="14:15")
        self.read = HourField("read", self.tr("Read at"), example="14:30")
        self.late = TickField("late", self.tr("Hours not noted"), hint=self.tr("entered later"))
        self.form.add_row(self.on, self.started, self.read, self.late)
        # Within a visit the day is that of the visit.
        self.on.setVisible(state is None or state.visit is None)
        self.on.set_value(on)
        self.late.changed.connect(self._on_late_changed)
        self._typed_times = False
        for field in (self.started, self.read):
            field.line.textEdited.connect(self._on_time_edited)
        self.late.set_value(ticked=on < today)

    def _on_kit_changed(self) -> None:
        chosen = self._chosen()
        self.devices.show_only(() if chosen is None else _tests(chosen))
        if chosen is None or self._typed_times or self.late.value():
            return
        window = analyses().kits[chosen.kit].window
        now = self.folder.now
        self.read.set_hour(now)
        if window is None:
            self.started.set_hour(None)
            self.started.set_hint(self.tr("the insert of this lot says how long to wait"))
            return
        self.started.set_hour(minutes_before(now, window.from_minutes))
        text = self.tr("proposed; read between %1 and %2 min")
        self.started.set_hint(
            text.replace("%1", str(window.from_minutes)).replace("%2", str(window.until_minutes))
        )

    def _on_time_edited(self) -> None:
        self._typed_times = True

    def _on_late_changed(self) -> None:
        for field in (self.started, self.read):
            field.input.setEnabled(not self.late.value())
            if self.late.value():
                field.set_value("")

    def _chosen(self) -> KitLot | None:
        wanted = None if self.kit is None else self.kit.value()
        return next((one for one in self.kits if one.id == wanted), None)

    def _wrong_times(self) -> dict[str, str]:
        wrong = {
            one.name: self.tr("An hour such as 14:30.") for one in (self.started, self.read) if one.unreadable
        }
        if self.on.value() is None:
            wrong["on"] = self.tr("On which day?")
        return wrong

    def _orders(self) -> list[RecordRapidTest]:
        state, chosen, on = self.folder.state, self._chosen(), self.on.value()
        assert state is not None  # noqa: S101 the form opens once the file is read
        assert chosen is not None  # noqa: S101 asked for before
        assert on is not None  # noqa: S101 asked for before
        return [
            RecordRapidTest(
                patient=self.folder.patient,
                visit=None if state.visit is None else state.visit.id,
                kit_lot=chosen.id,
                control_line=seen[0],
                test_line=seen[1],
                started_at=self._instant(on, self.started),
                read_at=self._instant(on, self.read),
                test=test,
                entered_late=self.late.value(),
                override_reason=self.reason.value(),
                on=on,
            )
            for test in _tests(chosen)
            if test not in self.recorded and (seen := self.devices.value(test)) is not None
        ]

    def _instant(self, on: date, field: HourField) -> datetime | None:
        at = field.hour()
        return None if at is None else local_instant(on, at.hour, at.minute)

    def _record(self, orders: Sequence[RecordRapidTest]) -> None:
        first, *others = orders
        self.write(
            lambda desk: rapid_tests.record_rapid_test(desk, first),
            lambda read: self._on_recorded(first.test, read, others),
            PLACES,
        )

    def _on_recorded(self, test: str, read: Read, others: Sequence[RecordRapidTest]) -> None:
        words = self.folder.words
        self.recorded.append(test)
        self._said = f"{words.text(f'analyses.{test}')} : {answer_text(words, read.result.value)}"
        if others:
            self._record(others)
            return
        self.finish(self._said if len(self.recorded) == 1 else self.tr("Tests recorded"))


def _tests(lot: KitLot) -> tuple[str, ...]:
    kit = analyses().kits.get(lot.kit)
    return () if kit is None else kit.analyses


def _all_tests(kits: Sequence[KitLot]) -> list[str]:
    return list(dict.fromkeys(test for one in kits for test in _tests(one)))
