"""Who must be reached: the doses by session, and one row a person."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from icarmed.domain.reminders.today import State
from icarmed.domain.reminders.wording import task_text
from icarmed.ui.parts import Card, column, label
from icarmed.ui.room import Room
from icarmed.ui.tables import Column, Table
from icarmed.usecases.contact_list import PersonToReach, people_to_reach
from icarmed.usecases.due_list import DueList, SessionDoses


class PeopleToReach(QWidget):
    """`opened` gives the patient whose file is asked for."""

    opened = Signal(object)

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._labels: Mapping[str, str] = {}
        self.sessions = label("", "strong", wrap=True)
        self.lots = label("", "muted", wrap=True)
        self._doses = Card(self.sessions, self.lots)
        self.table = Table[PersonToReach](
            self._columns(),
            name=self.tr("Who must be reached"),
            empty_title=self.tr("Nobody has to be reached"),
            empty_text=self.tr("People appear here when something is due for them until that day."),
            shade=room.shade,
        )
        self.table.opened.connect(self._on_table_opened)
        box = column(self._doses, self.table, gap=12)
        box.setStretch(1, 1)
        self.setLayout(box)

    def show_due(self, due: DueList, labels: Mapping[str, str]) -> None:
        """Show another reading; `labels` are the names of places by their code."""
        self._labels = labels
        self._doses.setVisible(bool(due.sessions))
        self.sessions.setText("\n".join(self._session_text(one) for one in due.sessions))
        words = self._room.messages.words
        lots = ", ".join(
            self.tr("%1 (to %2)").replace("%1", lot.lot).replace("%2", words.day(lot.expires_on))
            for lot in due.lots
        )
        self.lots.setText(self.tr("Lots that may be used: %1").replace("%1", lots or "–"))
        self.table.set_rows(people_to_reach(due))

    def _columns(self) -> list[Column[PersonToReach]]:
        words = self._room.messages.words
        return [
            Column(
                "state",
                self.tr("State"),
                lambda row: words.text(f"rules.state.{row.state}"),
                sort=lambda row: list(State).index(row.state),
                role=_role,
                width=136,
            ),
            Column("code", self.tr("Code"), lambda row: row.code, width=108),
            Column("name", self.tr("Name"), lambda row: row.shown_name, shaded=True, width=92),
            Column("task", self.tr("What is to be done"), self._tasks, width=300),
            Column(
                "due", self.tr("Due"), lambda row: words.day(row.due), sort=lambda row: row.due, width=118
            ),
            Column("session", self.tr("Session"), self._session, sort=_session_day, width=118),
            Column(
                "channel",
                self.tr("Reach by"),
                lambda row: words.text(f"due.channel.{row.channel}"),
                width=174,
            ),
            Column("discretion", self.tr("Discretion"), lambda row: row.discretion, shaded=True, width=180),
        ]

    def _tasks(self, row: PersonToReach) -> str:
        words = self._room.messages.words
        return " · ".join(dict.fromkeys(task_text(words, line.task, line.params) for line in row.lines))

    def _session(self, row: PersonToReach) -> str:
        if row.session is None:
            return ""
        return self._room.messages.words.day(row.session.on)

    def _session_text(self, one: SessionDoses) -> str:
        doses = self.tr("%n dose(s)", "", len(one.doses))
        if one.session is None:
            return self.tr("No session in sight: %1").replace("%1", doses)
        day = self._room.messages.words.long_day(one.session.on)
        return f"{day[:1].upper()}{day[1:]} · {self._label(one.session.place)} · {doses}"

    def _label(self, place: str) -> str:
        return self._labels.get(place, place)

    def _on_table_opened(self, row: PersonToReach) -> None:
        self.opened.emit(row.patient)


def _role(row: PersonToReach) -> str:
    return {State.OVERDUE: "alarm", State.DUE: "due"}.get(row.state, "")


def _session_day(row: PersonToReach) -> date | None:
    return None if row.session is None else row.session.on
