"""Patients: a field in which any piece of a person is typed, and below it who that may be."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from icarmed.db.people import Found
from icarmed.security.roles import Right
from icarmed.ui.actions import Command, Scope
from icarmed.ui.forms import TextField
from icarmed.ui.i18n import QT_TRANSLATE_NOOP
from icarmed.ui.page import Page
from icarmed.ui.parts import Button, ButtonKind, EmptyState
from icarmed.ui.room import Room
from icarmed.ui.screens.people.lines import line_of
from icarmed.ui.tables import LineList
from icarmed.usecases.search import search
from icarmed.usecases.story import Desk, Topic

PEOPLE_COMMANDS = (
    Command("people.new", QT_TRANSLATE_NOOP("Commands", "New person"), "Ins", Scope.PATIENTS, "person-add"),
)
MOST_SHOWN = 30


@dataclass(frozen=True, slots=True)
class State:
    """Who was found, and what the actor may do with them."""

    found: tuple[Found, ...]
    may_open: bool
    may_register: bool
    may_see: bool


class PatientsPage(Page):
    """Type, Down, Enter opens the file; `key` is what to search for at once."""

    topics = frozenset({Topic.PEOPLE})

    def __init__(self, room: Room, key: object = None) -> None:
        title = QCoreApplication.translate("PatientsPage", "Patients")
        super().__init__(room, title, back=False, wide=True)
        room.commands.add(*PEOPLE_COMMANDS)
        self._state: State | None = None
        new = room.commands.bind(self, "people.new", self._on_new)
        self._new_action = new
        self._new = Button.of(new, ButtonKind.ACT, icon="person-add")
        self.header.add(self._new)
        self.typed = TextField(
            "typed",
            self.tr("Search for a person"),
            hint=self.tr(
                "Any piece of a name, alias, code, telephone or date of birth, in any order, without accents."
            ),
        )
        self.typed.setMaximumWidth(720)
        self.list = LineList(self.tr("Who that may be"), shade=room.shade)
        self._make_empty_states()
        self._stack = QStackedWidget()
        for shown in (self.list, self._nothing, self._nobody, self._denied):
            self._stack.addWidget(shown)
        self._stack.setCurrentWidget(self._nothing)
        self.column.addWidget(self.typed)
        self.column.addWidget(self._stack, 1)
        self.typed.line.textEdited.connect(self._on_text_edited)
        self.typed.entered.connect(self.list.open_current)
        self.typed.line.installEventFilter(self)
        self.list.opened.connect(self._on_list_opened)
        if isinstance(key, str):
            self.typed.set_value(key)

    def _make_empty_states(self) -> None:
        self._nothing = EmptyState(
            self.tr("Nobody is shown until something is typed"),
            self.tr("Lists of everyone are under Reminders and Summary."),
            icon="search",
        )
        self._nobody = EmptyState(
            self.tr("Nobody found"),
            self.tr("Try another piece, or register a new person."),
            icon="person",
        )
        self._denied = EmptyState(
            self.tr("Your roles do not allow this"),
            self.tr("Names are seen by those who receive or care for people."),
            icon="lock",
        )

    def reload(self) -> None:
        """Search anew."""
        typed = self.typed.value()
        self.room.tasks.read("people", lambda desk: _read(desk, typed), self._show, owner=self)

    def focus_first(self) -> None:
        """The field."""
        self.typed.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 Qt's name
        """Up and Down in the field move through the list."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.list.lines:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            if step:
                at = self.list.currentIndex().row() + step
                self.list.choose(max(0, min(at, len(self.list.lines) - 1)))
                return True
        return super().eventFilter(watched, event)

    def _on_text_edited(self, _typed: str) -> None:
        self.reload()

    def _show(self, state: State) -> None:
        self._state = state
        today, words = self.room.today(), self.room.messages.words
        self.list.set_lines([line_of(one, today, words) for one in state.found])
        if state.found and self.list.current_line() is None:
            self.list.choose(0)
        self._new.setVisible(state.may_register)
        self._new_action.setEnabled(state.may_register)
        self.typed.setVisible(state.may_see)
        shown = self.list if state.found else self._nobody if self.typed.value() else self._nothing
        self._stack.setCurrentWidget(shown if state.may_see else self._denied)

    def _on_list_opened(self, key: object) -> None:
        if self._state is not None and self._state.may_open:
            self.room.pages.go("patient", key)
        else:
            self.room.pages.say(self.tr("Files are opened by those who care for people"))

    def _on_new(self) -> None:
        self.room.pages.go("new_person", self.typed.value())


def _read(desk: Desk, typed: str) -> State:
    may_see = desk.may(Right.SEE_NAMES)
    found: Sequence[Found] = search(desk, typed, MOST_SHOWN) if typed and may_see else ()
    return State(tuple(found), desk.may(Right.OPEN_FILE), desk.may(Right.REGISTER_PERSON), may_see)
