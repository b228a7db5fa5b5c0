"""What a human may say of a reminder besides doing it: later, done elsewhere, refused, dismissed …"""

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from icarmed.domain.reminder_acts import ActKind
from icarmed.domain.reminders.today import Reminder
from icarmed.security.roles import Right
from icarmed.ui.forms import DateField, SegmentField, TextField
from icarmed.ui.screens.patient.cards import FormCard
from icarmed.ui.screens.patient.folder import Folder
from icarmed.usecases import reminders
from icarmed.usecases.reminders import AnswerReminder

_ORDER = (
    ActKind.POSTPONED,
    ActKind.DONE_ELSEWHERE,
    ActKind.REFUSED,
    ActKind.REFERRED,
    ActKind.DECIDED,
    ActKind.DISMISSED,
)
_PLACES = {"reason_needed": "reason", "postponed_until_when": "until", "postponed_into_past": "until"}


class AnswerCard(FormCard):
    """Answers of the rule, a day for "later", and a reason."""

    def __init__(self, folder: Folder, reminder: Reminder, parent: QWidget | None = None) -> None:
        super().__init__(folder, self.tr("Later, or otherwise"), self.tr("Record"), parent)
        self._reason_row = reminder.reasons[0]
        rule = self._reason_row.rule.rule
        today = folder.room.today()
        state = folder.state
        offered = [kind for kind in _ORDER if kind in rule.answers]
        if state is not None and not state.may(Right.DECIDE):
            barred = {ActKind.DECIDED}
            offered = [
                kind
                for kind in offered
                if kind not in barred and (not rule.doctor_closes or kind is ActKind.POSTPONED)
            ]
        words = folder.words
        texts = [(kind, words.text(f"rules.answer.{kind.value}")) for kind in offered]
        self.kind = self.form.add(SegmentField("kind", self.tr("What happens to it"), texts))
        tomorrow = today + timedelta(1)
        self.until = DateField(
            "until", self.tr("Until"), today, earliest=tomorrow, hint=self.tr("+7: in a week")
        )
        self.reason = TextField("reason", self.tr("Reason"))
        self.form.add_row(self.until, self.reason, stretch=(1, 2))
        self.kind.changed.connect(self._on_kind_changed)
        self.kind.set_value(offered[0])
        self.until.set_value(today + timedelta(7))

    def submit(self) -> None:
        """Store the answer."""
        kind, row = self.kind.value(), self._reason_row.row
        if kind is None:
            self.form.show_errors({"kind": self.tr("Choose one.")})
            return
        until = self.until.value() if kind is ActKind.POSTPONED else None
        order = AnswerReminder(
            self.folder.patient, row.rule, row.anchor, kind, until=until, reason=self.reason.value()
        )
        self.write(
            lambda desk: reminders.answer_reminder(desk, order),
            lambda _none: self.finish(self.tr("Answer recorded")),
            _PLACES,
        )

    def _on_kind_changed(self) -> None:
        self.until.setVisible(self.kind.value() is ActKind.POSTPONED)
