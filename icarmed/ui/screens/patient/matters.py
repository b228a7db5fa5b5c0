"""What to do today: one row a reminder, its main button, why it is there, and what else may be said of it."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from icarmed.catalogue.analyses import analyses
from icarmed.domain.reminders.today import Offer, Reminder
from icarmed.domain.reminders.today import State as Standing
from icarmed.domain.reminders.vocabulary import Trigger
from icarmed.domain.reminders.wording import asked_text, source_text, task_text, why_text
from icarmed.domain.words import Words
from icarmed.ui.i18n import QT_TRANSLATE_NOOP
from icarmed.ui.parts import Card, ChipKind, MatterRow, column, label, section
from icarmed.ui.screens.patient.answering import AnswerCard
from icarmed.ui.screens.patient.folder import Folder, State

_KEYS = 9
_HEPATITIS_B = "hepatitis_b"
_SINGLE = {Trigger.HBSAG_SOON_AFTER_DOSE: ("hbsag", "anti_hbc"), Trigger.SEROLOGY_WANTED: ("anti_hbs",)}
_ALARMS = frozenset({Trigger.HBSAG_POSITIVE, Trigger.RAPID_REACTIVE, Trigger.SEROLOGY_NEEDS_REVIEW})
_ACTS = {
    Trigger.HBSAG_POSITIVE: QT_TRANSLATE_NOOP("Matters", "Record the referral"),
    Trigger.HBSAG_SOON_AFTER_DOSE: QT_TRANSLATE_NOOP("Matters", "Order"),
    Trigger.SEROLOGY_NEEDS_REVIEW: QT_TRANSLATE_NOOP("Matters", "Record the opinion"),
    Trigger.SEROLOGY_WANTED: QT_TRANSLATE_NOOP("Matters", "Order"),
    Trigger.RAPID_REACTIVE: QT_TRANSLATE_NOOP("Matters", "Order confirmation"),
    Trigger.RAPID_INVALID: QT_TRANSLATE_NOOP("Matters", "Repeat the test"),
    Trigger.RESULT_AWAITED: QT_TRANSLATE_NOOP("Matters", "See the request"),
}
_SINCE = {
    Standing.OVERDUE: QT_TRANSLATE_NOOP("Matters", "late since %1"),
    Standing.DUE: QT_TRANSLATE_NOOP("Matters", "due since %1"),
    Standing.POSSIBLE: QT_TRANSLATE_NOOP("Matters", "possible since %1, advised from %2"),
    Standing.UPCOMING: QT_TRANSLATE_NOOP("Matters", "from %1"),
    Standing.POSTPONED: QT_TRANSLATE_NOOP("Matters", "put off to %1"),
}


@dataclass(frozen=True, slots=True)
class Act:
    """What the main button of a reminder does; exactly one of these is meant."""

    text: str
    dose: bool = False
    tests: tuple[str, ...] = ()
    rapid: str = ""
    request: str = ""


def act_of(reminder: Reminder) -> Act:
    """The main button of a reminder."""
    rule, params = reminder.reasons[0].rule.rule, reminder.first.params
    asked = params.get("asked")
    if isinstance(asked, str):
        return Act(QCoreApplication.translate("Matters", "See the request"), request=asked)
    if reminder.task in set(Offer):
        return Act(
            QCoreApplication.translate("Matters", "Order serology"),
            tests=analyses().panels[_HEPATITIS_B].analyses,
        )
    act = Act(_tr(_ACTS.get(rule.trigger, "")), tests=_SINGLE.get(rule.trigger, ()))
    match rule.trigger:
        case Trigger.NEXT_DOSE:
            act = Act(
                QCoreApplication.translate("Matters", "Vaccinate, dose %1").replace(
                    "%1", str(params["dose"])
                ),
                dose=True,
            )
        case Trigger.RAPID_REACTIVE:
            act = replace(act, tests=rule.answered_by[str(params["test"])])
        case Trigger.RAPID_INVALID:
            act = replace(act, rapid=str(params["test"]))
        case Trigger.RESULT_AWAITED:
            act = replace(act, request=str(params["request"]))
        case _:
            pass
    return act


def sentence_of(words: Words, reminder: Reminder) -> str:
    """What to do and since when: "Vacciner …, dose 2 · possible depuis le 30/11/2026"."""
    parts = [task_text(words, reminder.task, reminder.first.params)]
    if reminder.state in _SINCE:
        row = reminder.first
        since = {
            Standing.OVERDUE: row.overdue_from,
            Standing.POSSIBLE: row.possible_from,
            Standing.POSTPONED: row.postponed_until,
        }.get(reminder.state) or row.due
        text = _tr(_SINCE[reminder.state]).replace("%1", words.day(since))
        parts.append(text.replace("%2", words.day(row.due)))
    asked = asked_text(words, reminder.reasons[0])
    return " · ".join([*parts, *([asked] if asked else [])])


def kind_of(reminder: Reminder) -> ChipKind:
    """Its shape: what alarms, what is due, what may be proposed."""
    if reminder.reasons[0].rule.rule.trigger in _ALARMS and reminder.state is not Standing.POSTPONED:
        return ChipKind.ALARM
    if reminder.state in {Standing.OVERDUE, Standing.DUE, Standing.POSSIBLE}:
        return ChipKind.DUE
    return ChipKind.NEXT


class TodayCard(Card):
    """All reminders of whoever is in the room, the most pressing first; digits press their buttons."""

    opened = Signal(object)

    def __init__(self, folder: Folder, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._folder = folder
        self._reminders: tuple[Reminder, ...] = ()
        self.rows: list[MatterRow] = []
        self.setAccessibleName(self.tr("To do today"))
        self._title = section(self.tr("To do today"))
        self._nothing = label(self.tr("Nothing waits for this person today."), "muted")
        self._holder = QVBoxLayout()
        self._holder.setSpacing(4)
        self.column.setSpacing(4)
        self.column.addWidget(self._title)
        self.column.addWidget(self._nothing)
        self.column.addLayout(self._holder)
        self._below: QWidget | None = None
        folder.read.connect(self._on_read)

    def bind_digits(self, page: QWidget) -> None:
        """Let 1 to 9 press the main buttons while the cursor is in no field of the page."""
        for number in range(_KEYS):
            shortcut = QShortcut(QKeySequence(str(number + 1)), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda at=number: self.act(at))

    def act(self, number: int) -> None:
        """Press the main button of a reminder, counted from 0."""
        if number >= len(self._reminders):
            return
        reminder = self._reminders[number]
        act = act_of(reminder)
        if act.dose:
            self._folder.dose_asked.emit()
        elif act.rapid:
            self._folder.rapid_asked.emit(act.rapid)
        elif act.request:
            self._folder.request_asked.emit(act.request)
        elif act.tests:
            self._folder.order_asked.emit(act.tests)
        else:
            self.answer(number)

    def explain(self, number: int) -> None:
        """Show or hide why a reminder is there."""
        self._open_below(number, _WhyCard(self._folder.words, self._reminders[number]))

    def answer(self, number: int) -> None:
        """Open what else may be said of a reminder: later, done elsewhere, refused …"""
        card = AnswerCard(self._folder, self._reminders[number])
        card.left.connect(self._close_below)
        self._open_below(number, card)
        card.focus_first()

    def _on_read(self, state: State) -> None:
        if self._reminders == state.file.card and (self.rows or not self._reminders):
            return
        self._close_below()
        self._reminders = state.file.card
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [self._made_row(number, one) for number, one in enumerate(self._reminders)]
        for row in self.rows:
            self._holder.addWidget(row)
        self._nothing.setVisible(not self.rows)

    def _made_row(self, number: int, reminder: Reminder) -> MatterRow:
        row = MatterRow(
            kind_of(reminder),
            sentence_of(self._folder.words, reminder),
            act=act_of(reminder).text,
            key=str(number + 1) if number < _KEYS else "",
            main=number == 0,
        )
        row.acted.connect(lambda: self.act(number))
        row.why_asked.connect(lambda: self.explain(number))
        row.more_asked.connect(lambda: self.answer(number))
        return row

    def _open_below(self, number: int, card: QWidget) -> None:
        same = type(self._below) is type(card) and self._holder.indexOf(self._below) == number + 1
        self._close_below()
        if same:
            card.deleteLater()
            return
        self._below = card
        self._holder.insertWidget(number + 1, card)
        card.show()
        self._folder.form_opened.emit(card)

    def _close_below(self) -> None:
        if self._below is not None:
            self._holder.removeWidget(self._below)
            self._below.hide()
            self._below.deleteLater()
            self._below = None
            self._folder.form_closed.emit()


class _WhyCard(Card):
    """Why a reminder is there: for each rule the facts, the days, the source and who validated it."""

    def __init__(self, words: Words, reminder: Reminder) -> None:
        super().__init__(kind="act")
        self.setAccessibleName(self.tr("Why it is there"))
        for reason in reminder.reasons:
            row = reason.row
            days = [self.tr("due on %1").replace("%1", words.day(row.due))]
            if row.possible_from is not None:
                days.append(self.tr("possible from %1").replace("%1", words.day(row.possible_from)))
            if row.overdue_from is not None:
                days.append(self.tr("late from %1").replace("%1", words.day(row.overdue_from)))
            pieces = [label(why_text(words, reminder, reason), wrap=True)]
            if reason.state is not Standing.OFFERED:
                pieces.append(label(" · ".join(days), "small", wrap=True))
            pieces.append(label(source_text(words, reason), "small", wrap=True))
            self.column.addLayout(column(*pieces, gap=2))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Matters", text)
