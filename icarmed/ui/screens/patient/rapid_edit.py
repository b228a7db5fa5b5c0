"""A rapid test that was typed wrong: corrected, never read a second time; or taken back."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from icarmed.domain.rapid_tests import TimesNoted
from icarmed.ui.forms import TextField
from icarmed.ui.parts import Button, ButtonKind
from icarmed.ui.screens.patient.cards import FormCard
from icarmed.ui.screens.patient.clock import HourField
from icarmed.ui.screens.patient.devices import DeviceFields
from icarmed.ui.screens.patient.folder import ZONE, Folder, local_instant
from icarmed.ui.screens.patient.rapid import PLACES
from icarmed.ui.screens.patient.words import partial_day
from icarmed.usecases import rapid_tests
from icarmed.usecases.rapid_tests import CorrectRapidTest, SeenRapidTest
from icarmed.usecases.screening import Cell


class RapidEditor(FormCard):
    """What was really seen on the device, and when; the first result stays beside the new one."""

    def __init__(self, folder: Folder, cell: Cell, parent: QWidget | None = None) -> None:
        words = folder.words
        name = f"{words.text(f'analyses.{cell.test}')}, {partial_day(words, cell.on)}"
        super().__init__(
            folder, self.tr("Correct the test: %1").replace("%1", name), self.tr("Correct"), parent
        )
        self._cell = cell
        self._seen: SeenRapidTest | None = None
        self.devices = DeviceFields(self.form, words, [cell.test], self)
        self.started = HourField("started", self.tr("Started at"))
        self.read = HourField("read", self.tr("Read at"))
        self.form.add_row(self.started, self.read)
        self.reason = self.form.add(TextField("reason", self.tr("Reason")))
        self.take_back = Button(self.tr("Take back"), ButtonKind.DANGER)
        self.take_back.clicked.connect(self._on_take_back)
        self.buttons.insertWidget(1, self.take_back)
        patient = folder.patient
        folder.room.tasks.read(
            "rapid", lambda desk: rapid_tests.rapid_tests_of(desk, patient), self._on_read, owner=self
        )

    def submit(self) -> None:
        """Store the correction."""
        seen, told = self._seen, self.devices.value(self._cell.test)
        if seen is None or seen.row.kit_lot is None:
            return
        if told is None:
            self.form.show_errors({self.devices.untold(): self.tr("What is seen on the device?")})
            return
        if self.started.unreadable or self.read.unreadable:
            bad = "started" if self.started.unreadable else "read"
            self.form.show_errors({bad: self.tr("An hour such as 14:30.")})
            return
        order = CorrectRapidTest(
            rapid_test=seen.row.id,
            from_revision=seen.row.revision,
            kit_lot=seen.row.kit_lot,
            control_line=told[0],
            test_line=told[1],
            started_at=self._instant(self.started, seen.row.started_at),
            read_at=self._instant(self.read, seen.row.read_at),
            reason=self.reason.value(),
        )
        self.write(
            lambda desk: rapid_tests.correct_rapid_test(desk, order),
            lambda _read: self.finish(self.tr("Test corrected")),
            PLACES,
        )

    def _on_read(self, found: list[SeenRapidTest]) -> None:
        self._seen = next((one for one in found if one.row.id == self._cell.rapid_test), None)
        if self._seen is None:
            return
        row = self._seen.row
        self.devices.set_value(row.test, (row.control_line, row.test_line))
        noted = row.times is TimesNoted.NOTED
        for field, at in ((self.started, row.started_at), (self.read, row.read_at)):
            field.set_hour(None if at is None else at.astimezone(ZONE))
            field.input.setEnabled(noted)

    def _instant(self, field: HourField, before: datetime | None) -> datetime | None:
        """What was typed, on the day the test was done; an hour that was not changed keeps its seconds."""
        at = field.hour()
        if at is None or (before is not None and f"{before.astimezone(ZONE):%H:%M}" == f"{at:%H:%M}"):
            return None if at is None else before
        day = self._cell.on.first
        return local_instant(day, at.hour, at.minute)

    def _on_take_back(self) -> None:
        seen, reason = self._seen, self.reason.value()
        if seen is not None:
            self.write(
                lambda desk: rapid_tests.void_rapid_test(desk, seen.row.id, seen.row.revision, reason),
                lambda _none: self.finish(self.tr("Test taken back")),
                PLACES,
            )
