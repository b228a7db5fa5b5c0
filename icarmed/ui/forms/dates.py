"""Fields for a day, or for a day that may be known only in part; what was understood stands under it."""

from abc import abstractmethod
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from icarmed.domain.dates import DateRange
from icarmed.ui.forms.field import Field
from icarmed.ui.forms.reading import day_text, partial_text, read_day, read_partial


class _DateLine(Field):
    """A line in which a date is typed, rewritten in full when it is left."""

    entered = Signal()

    def __init__(
        self,
        name: str,
        text: str,
        today: date,
        *,
        latest: date | None = None,
        earliest: date | None = None,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, text, hint=hint, parent=parent)
        self._plain_hint = hint
        self.today = today
        self.latest = latest
        self.earliest = earliest
        self.line = QLineEdit()
        self.line.setMaxLength(24)
        self.line.textChanged.connect(self._on_line_text_changed)
        self.line.editingFinished.connect(self._on_line_editing_finished)
        self.line.returnPressed.connect(self.entered)
        self._place(self.line)

    @property
    def unreadable(self) -> bool:
        """Whether something stands there that is no date, or one outside the limits."""
        return bool(self.line.text().strip()) and self._read() is None

    def _read(self) -> DateRange | None:
        try:
            period = self._understood(self.line.text())
        except (ValueError, OverflowError):
            return None
        too_late = self.latest is not None and period.first > self.latest
        too_early = self.earliest is not None and period.last < self.earliest
        return None if too_late or too_early else period

    @abstractmethod
    def _understood(self, typed: str) -> DateRange:
        """The days that were typed; ValueError for what is none."""

    def _on_line_text_changed(self) -> None:
        self.set_error("")
        period = self._read()
        on = period.exact if period is not None else None
        self.set_hint(self._spoken(on) if on is not None else self._plain_hint)
        self.changed.emit()

    def _on_line_editing_finished(self) -> None:
        period = self._read()
        if period is not None:
            self.line.setText(partial_text(period))
        elif self.unreadable:
            self.set_error(self._complaint())

    def _complaint(self) -> str:
        try:
            period = self._understood(self.line.text())
        except (ValueError, OverflowError):
            return self.tr("Not a date. For example 15/10/2026, 151026, 0 for today, -1 for yesterday.")
        if self.latest is not None and period.first > self.latest:
            return self.tr("After the latest possible day, %s.").replace("%s", day_text(self.latest))
        return self.tr("Before the earliest possible day, %s.").replace(
            "%s", day_text(self.earliest or date.min)
        )

    def _spoken(self, on: date) -> str:
        """The day with its weekday, and how far from today when that is near."""
        # A count is translated by the name of this class: tr() of a subclass takes its first answer, which
        # is the English text with the number put in.
        long_day = self.locale().toString(QDate(on.year, on.month, on.day), "dddd d MMMM yyyy")
        match (on - self.today).days:
            case 0:
                near = self.tr("today")
            case -1:
                near = self.tr("yesterday")
            case 1:
                near = self.tr("tomorrow")
            case days if -60 <= days < 0:  # noqa: PLR2004 near enough to count days
                near = QCoreApplication.translate("_DateLine", "%n day(s) ago", "", -days)
            case days if 0 < days <= 60:  # noqa: PLR2004 near enough to count days
                near = QCoreApplication.translate("_DateLine", "in %n day(s)", "", days)
            case _:
                return long_day
        return f"{long_day} · {near}"


class DateField(_DateLine):
    """A day: 15/10/2026, 15.10.26, 151026, 15/10, 0 or `auj` for today, -1, +3."""

    def value(self) -> date | None:
        """The day; None when empty or `unreadable`."""
        period = self._read()
        return period.first if period is not None else None

    def set_value(self, on: date | None) -> None:
        """Put another day in."""
        self.line.setText("" if on is None else day_text(on))

    def _understood(self, typed: str) -> DateRange:
        return DateRange.day(read_day(typed, self.today, latest=self.latest))


class PartialDateField(_DateLine):
    """A day, month or year: as a DateField, and 10/2026, 2026."""

    def value(self) -> DateRange | None:
        """The range of possible days; None when empty or `unreadable`."""
        return self._read()

    def set_value(self, period: DateRange | None) -> None:
        """Put another date in."""
        self.line.setText("" if period is None else partial_text(period))

    def _understood(self, typed: str) -> DateRange:
        return read_partial(typed, self.today, latest=self.latest)
