"""What is seen on one device: the control line and the test line, told with one key."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from icarmed.domain.rapid_tests import TestLine
from icarmed.domain.words import Words
from icarmed.ui.forms import Form, SegmentField
from icarmed.ui.screens.patient.words import LINES, options

Seen = tuple[bool, TestLine]


class DeviceFields(QObject):
    """For each test of a kit: what both lines look like; without a control line the test line is asked apart.

    Nothing is chosen beforehand: a result is never the form's own.
    """

    changed = Signal()

    def __init__(self, form: Form, words: Words, tests: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self.seen: dict[str, SegmentField[Seen]] = {}
        self.line: dict[str, SegmentField[TestLine]] = {}
        lines = options(LINES)
        whole: list[tuple[Seen, str]] = [
            ((True, TestLine.NONE), self.tr("control line only")),
            ((True, TestLine.FAINT), self.tr("control, faint line")),
            ((True, TestLine.CLEAR), self.tr("control, clear line")),
            ((False, TestLine.NONE), self.tr("no control line")),
        ]
        for test in tests:
            name = words.text(f"analyses.{test}")
            self.seen[test] = form.add(SegmentField(f"seen_{test}", name, whole))
            text = self.tr("%1: the test line").replace("%1", name)
            self.line[test] = form.add(SegmentField(f"line_{test}", text, lines))
            self.line[test].setVisible(False)
            self.seen[test].changed.connect(self._on_seen_changed)
        self._shown: tuple[str, ...] = tuple(tests)

    def show_only(self, tests: Sequence[str]) -> None:
        """Ask for these tests, those of the chosen kit."""
        self._shown = tuple(tests)
        for test, field in self.seen.items():
            field.setVisible(test in self._shown)
        self._on_seen_changed()

    def focus_first(self) -> None:
        """Put the cursor on the first device."""
        if self._shown:
            self.seen[self._shown[0]].input.setFocus()

    def value(self, test: str) -> Seen | None:
        """Control and test line of a test; None while something is not told."""
        seen = self.seen[test].value()
        if seen is None or seen[0]:
            return seen
        line = self.line[test].value()
        return None if line is None else (False, line)

    def set_value(self, test: str, seen: Seen) -> None:
        """Put in what was recorded."""
        control, line = seen
        self.seen[test].set_value((True, line) if control else (False, TestLine.NONE))
        if not control:
            self.line[test].set_value(line)

    def untold(self) -> str:
        """The name of the first field that is not told yet, or nothing."""
        for test in self._shown:
            seen = self.seen[test].value()
            if seen is None:
                return f"seen_{test}"
            if not seen[0] and self.line[test].value() is None:
                return f"line_{test}"
        return ""

    def _on_seen_changed(self) -> None:
        for test, field in self.line.items():
            seen = self.seen[test].value()
            field.setVisible(test in self._shown and seen is not None and not seen[0])
        self.changed.emit()
