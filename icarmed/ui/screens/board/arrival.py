"""Letting someone arrive: known (Enter), or new under an alias or nothing (Enter)."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from icarmed.db.people import Found
from icarmed.domain.codes import normal_patient_code, shown_patient_code
from icarmed.domain.dates import completed_years
from icarmed.domain.text import folded
from icarmed.ui.forms import Form, TextField
from icarmed.ui.parts import Button, ButtonKind, Card, row
from icarmed.ui.room import Room
from icarmed.ui.tables import Line, LineList
from icarmed.usecases import board
from icarmed.usecases.people import MAX_NAME_LENGTH, RegisterPerson
from icarmed.usecases.search import search

NEW = "new"
MOST_SHOWN = 6


class ArrivalCard(Card):
    """A field in which a name is typed, and below it who that may be."""

    closed = Signal()

    def __init__(self, room: Room, session: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._room = room
        self._session = session
        self._found: tuple[Found, ...] = ()
        self._form = Form()
        self.name = self._form.add(
            TextField(
                "arrival",
                self.tr("Who arrives?"),
                hint=self.tr(
                    "A name, alias, code … Enter lets them in; nothing typed: someone known by a code only."
                ),
                longest=MAX_NAME_LENGTH,
            )
        )
        self.list = LineList(self.tr("Who that may be"), shade=room.shade, fits=True)
        cancel = Button(self.tr("Cancel"), ButtonKind.QUIET, key="Esc")
        cancel.clicked.connect(self.closed)
        self.column.addWidget(self._form)
        self.column.addWidget(self.list)
        self.column.addLayout(row(None, cancel))
        self.name.line.textEdited.connect(self._on_name_text_edited)
        self.name.entered.connect(self.list.open_current)
        self.name.line.installEventFilter(self)
        self.list.opened.connect(self._on_list_opened)
        self._show([])

    def focus_first(self) -> None:
        """Ready for the name."""
        self.name.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 Qt's name
        """Up and Down in the field move through the list; Escape closes."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
                self._move(1 if key is Qt.Key.Key_Down else -1)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 Qt's name
        """Escape leaves without an arrival."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _move(self, step: int) -> None:
        lines = self.list.lines
        index = self.list.currentIndex()
        at = index.row() + step if index.isValid() else (0 if step > 0 else len(lines) - 1)
        self.list.choose(max(0, min(at, len(lines) - 1)))

    def _on_name_text_edited(self, typed: str) -> None:
        if not typed.strip():
            self._show([])
            return
        self._room.tasks.read("arrival", lambda desk: search(desk, typed, MOST_SHOWN), self._show, owner=self)

    def _show(self, found: Sequence[Found]) -> None:
        self._found = tuple(found)
        typed = " ".join(self.name.value().split())
        lines = [self._line(one) for one in found]
        new = (
            self.tr("New person: %1").replace("%1", typed) if typed else self.tr("New person, without a name")
        )
        lines.append(Line(NEW, new, lead="+"))
        self.list.set_lines(lines)
        self._choose_likeliest(typed)

    def _choose_likeliest(self, typed: str) -> None:
        """The one person whose name or code was typed, or whose name begins so; of several, nobody."""
        meant = folded(typed)
        names = [{folded(name) for name in one.names} for one in self._found]
        code = normal_patient_code(typed)
        same = [at for at, known in enumerate(names) if meant in known or self._found[at].code == code]
        begun = [at for at, known in enumerate(names) if any(name.startswith(meant) for name in known)]
        likely = same or begun
        if len(likely) > 1 or (self._found and not likely):
            self.list.selectionModel().clear()
            return
        self.list.choose(likely[0] if likely else 0)

    def _line(self, one: Found) -> Line:
        code = shown_patient_code(one.code)
        return Line(
            one.patient,
            one.shown_name or code,
            detail=" · ".join(self._details(one, code)),
            shaded=one.shown_name is not None,
        )

    def _details(self, one: Found, code: str) -> list[str]:
        details = [code] if one.shown_name is not None else []
        if one.born is not None:
            years = str(completed_years(one.born, self._room.today()))
            details.append(self.tr("%1 years old").replace("%1", years))
        if one.languages:
            details.append(", ".join(one.languages))
        details.append(self._last_visit(one.last_visit))
        return details

    def _last_visit(self, on: date | None) -> str:
        if on is None:
            return self.tr("no visit yet")
        return self.tr("last visit %1").replace("%1", self._room.messages.words.day(on))

    def _on_list_opened(self, key: object) -> None:
        if isinstance(key, UUID):
            self._room.tasks.write(
                lambda desk: board.arrive(desk, self._session, key), self._on_arrived, owner=self
            )
        else:
            order = RegisterPerson(self.name.value())
            self._room.tasks.write(
                lambda desk: board.arrive_new(desk, self._session, order), self._on_arrived, owner=self
            )

    def _on_arrived(self, _arrived: object) -> None:
        self._room.pages.say(self.tr("Arrived"))
        self.closed.emit()
