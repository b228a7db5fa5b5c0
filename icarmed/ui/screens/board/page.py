"""The board: who waits, who is with doctor or nurse, who was seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QStackedWidget, QWidget

from icarmed.db.sessions import Session
from icarmed.domain.visits import VisitState
from icarmed.security.roles import Right
from icarmed.ui.parts import Button, ButtonKind, EmptyState, PageHeader, column, label, section
from icarmed.ui.parts.order import TabFollowsEye
from icarmed.ui.room import Room
from icarmed.ui.screens.board.arrival import ArrivalCard
from icarmed.ui.screens.board.commands import BOARD_COMMANDS
from icarmed.ui.screens.board.lines import line_of
from icarmed.ui.tables import Line, LineList
from icarmed.ui.theme import set_role
from icarmed.usecases import board, sessions
from icarmed.usecases.board import BoardRow
from icarmed.usecases.story import Desk, Topic


@dataclass(frozen=True, slots=True)
class State:
    """What the board draws from; several sessions may be open, as today's and a past day's."""

    sessions: tuple[Session, ...]
    current: Session | None
    rows: tuple[BoardRow, ...]
    sees_chips: bool
    may_run: bool


GROUPS = (
    (VisitState.ARRIVED,),
    (VisitState.CONSULTATION,),
    (VisitState.DONE, VisitState.LEFT_UNSEEN),
)


class BoardPage(QWidget):
    """The home of the window; `key` is a session when one of several was asked for."""

    topics = frozenset({Topic.BOARD, Topic.PEOPLE, Topic.OFFICE, Topic.REMINDERS})

    def __init__(self, room: Room, key: object = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._wanted = key if isinstance(key, UUID) else None
        self._state: State | None = None
        self.arrival: ArrivalCard | None = None
        room.commands.add(*BOARD_COMMANDS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._bind()
        self.header = PageHeader(self.tr("Permanence"), back=False)
        self._lots = Button("", ButtonKind.LINK)
        self._lots.clicked.connect(self._on_lots_clicked)
        self._close = Button.of(self._actions["board.close"])
        self._arrive = Button.of(self._actions["board.arrive"], ButtonKind.ACT, icon="plus")
        self.header.add(self._lots, self._close, self._arrive)
        self.lists = tuple(LineList(name, shade=room.shade, fits=True) for name in self._group_names())
        self._titles = tuple(section(name) for name in self._group_names())
        self._stack = QStackedWidget()
        self._stack.addWidget(self._made_board())
        self._closed = EmptyState(
            self.tr("No session is open"),
            self.tr("Open the session of today to let people arrive, or a past day to enter it from paper."),
            icon="permanence",
            act=self.tr("Open a session"),
            key="Ctrl+O",
        )
        self._closed.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._closed.acted.connect(self._on_open)
        self._stack.addWidget(self._closed)
        self.setLayout(column(self.header, self._stack, gap=16, margins=(32, 20, 32, 16)))
        TabFollowsEye(self)

    @property
    def title(self) -> str:
        """Its name in the frame."""
        return self.tr("Permanence")

    @property
    def rows(self) -> tuple[BoardRow, ...]:
        """The visits as they were read last."""
        return self._state.rows if self._state else ()

    @property
    def session_is_open(self) -> bool:
        """Whether there is a session to work in."""
        return self._state is not None and self._state.current is not None

    def reload(self) -> None:
        """Read the board again."""
        wanted = self._wanted
        self._room.tasks.read("board", lambda desk: _read(desk, wanted), self._show, owner=self)

    def focus_first(self) -> None:
        """The cursor on the first person who waits."""
        if self._state is None:
            self.setFocus()
            return
        for one in self.lists:
            if one.lines and self._state.current is not None:
                one.setFocus()
                if not one.currentIndex().isValid():
                    one.choose(0)
                return
        (self._closed if self._state.current is None else self._arrive).setFocus()

    def current_row(self) -> BoardRow | None:
        """The visit the cursor is on."""
        line = _chosen_line(self.lists)
        return next((one for one in self.rows if line is not None and one.visit == line.key), None)

    def _group_names(self) -> tuple[str, str, str]:
        return self.tr("Waiting"), self.tr("In consultation"), self.tr("Seen")

    def _made_board(self) -> QWidget:
        self._holder = column(gap=8)
        for title, one in zip(self._titles, self.lists, strict=True):
            one.opened.connect(self._on_list_opened)
            self._holder.addWidget(title)
            self._holder.addWidget(one)
        self._holder.addWidget(label("", "small"))
        self._holder.addStretch(1)
        inner = QWidget()
        inner.setLayout(self._holder)
        inner.setMaximumWidth(1080)
        return _scrolled(inner)

    def _bind(self) -> None:
        slots = {
            "board.arrive": self._on_arrive,
            "board.take_in": self._on_take_in,
            "board.end": self._on_end,
            "board.next": self._on_next,
            "board.left": self._on_left,
            "board.reopen": self._on_reopen,
            "board.open": self._on_open,
            "board.close": self._on_close,
        }
        self._actions = {code: self._room.commands.bind(self, code, slot) for code, slot in slots.items()}

    def _show(self, state: State) -> None:
        self._state = state
        session = state.current
        self._stack.setCurrentIndex(0 if session else 1)
        for button in (self._arrive, self._close, self._lots):
            button.setVisible(session is not None)
        self._close.setVisible(session is not None and state.may_run)
        self._actions["board.open"].setEnabled(state.may_run)
        if session is None:
            self.header.set_title(self.tr("Permanence"), "")
            self._take_focus()
            return
        self._show_session(session)
        today = self._room.today()
        for number, states in enumerate(GROUPS):
            rows = [one for one in state.rows if one.state in states]
            self._titles[number].setText(f"{self._group_names()[number]} ({len(rows)})")
            self._titles[number].setVisible(bool(rows) or number == 0)
            self.lists[number].setVisible(bool(rows))
            self.lists[number].set_lines([line_of(one, today, sees_chips=state.sees_chips) for one in rows])
        self._take_focus()

    def _take_focus(self) -> None:
        """What was read last may have hidden what had the focus: keys must go on working."""
        focused = QApplication.focusWidget()
        if focused is None or focused is self or (self.isAncestorOf(focused) and not focused.isVisible()):
            self.focus_first()

    def _show_session(self, session: Session) -> None:
        words = self._room.messages.words
        hours = f" · {session.starts}–{session.ends}" if session.starts else ""
        past = "" if session.on == self._room.today() else self.tr(" · entered from paper")
        self.header.set_title(session.place_label, f"{words.long_day(session.on)}{hours}{past}")
        lots = ", ".join(one.lot for one in session.lots) or "–"
        kits = str(len(session.kits))
        text = self.tr("Lots of the day: %1 · kits: %2").replace("%1", lots).replace("%2", kits)
        self._lots.set_text(text)

    def _on_list_opened(self, _key: object) -> None:
        row_ = self.current_row()
        if row_ is not None and self._state is not None and self._state.sees_chips:
            self._room.pages.go("patient", row_.patient)

    def _on_arrive(self) -> None:
        if self._state is None or self._state.current is None:
            return
        if self.arrival is None:
            self.arrival = ArrivalCard(self._room, self._state.current.id)
            self.arrival.closed.connect(self._on_arrival_closed)
            self._holder.insertWidget(0, self.arrival)
        self.arrival.focus_first()

    def _on_arrival_closed(self) -> None:
        if self.arrival is not None:
            self.arrival.hide()
            self.arrival.deleteLater()
            self.arrival = None
        self.focus_first()

    def _on_take_in(self) -> None:
        if (one := self.current_row()) is not None:
            self._room.tasks.write(lambda desk: board.take_in(desk, one.visit, one.revision), owner=self)

    def _on_end(self) -> None:
        if (one := self.current_row()) is not None:
            self._room.pages.go("end_visit", one.visit)

    def _on_next(self) -> None:
        waiting = [one for one in self.rows if one.state is VisitState.ARRIVED]
        if waiting and self._state is not None and self._state.sees_chips:
            self._room.pages.go("patient", waiting[0].patient)

    def _on_left(self) -> None:
        if (one := self.current_row()) is not None:
            self._room.tasks.write(
                lambda desk: board.leave_unseen(desk, one.visit, one.revision),
                lambda _none: self._room.pages.say(self.tr("Noted as gone unseen")),
                owner=self,
            )

    def _on_reopen(self) -> None:
        if (one := self.current_row()) is not None and one.state in GROUPS[2]:
            self._room.tasks.write(lambda desk: board.reopen(desk, one.visit, one.revision), owner=self)

    def _on_open(self) -> None:
        self._room.pages.go("open_session")

    def _on_lots_clicked(self) -> None:
        if self._state is not None and self._state.current is not None:
            self._room.pages.go("equip_session", self._state.current.id)

    def _on_close(self) -> None:
        if self._state is not None and self._state.current is not None:
            self._room.pages.go("close_session", self._state.current.id)


def _read(desk: Desk, wanted: UUID | None) -> State:
    opened: Sequence[Session] = sessions.current(desk)
    current = next((one for one in opened if one.id == wanted), None) or (opened[0] if opened else None)
    return State(
        sessions=tuple(opened),
        current=current,
        rows=tuple(board.board(desk, current.id)) if current else (),
        sees_chips=desk.may(Right.SEE_CHIPS),
        may_run=desk.may(Right.RUN_SESSION),
    )


def _chosen_line(lists: Sequence[LineList]) -> Line | None:
    """The line of the list that has the focus, else of the first list with a cursor."""
    focused = next((one for one in lists if one.hasFocus()), None)
    return (focused or next((one for one in lists if one.current_line()), lists[0])).current_line()


def _scrolled(inner: QWidget) -> QScrollArea:
    """What may be longer than the window."""
    area = QScrollArea()
    set_role(area, "page")
    area.setWidgetResizable(True)
    area.setWidget(inner)
    return area
