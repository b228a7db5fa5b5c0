"""The page of a person: head, what to do today, and the tabs; forms open in place."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from icarmed.domain.codes import shown_patient_code
from icarmed.domain.visits import VisitState
from icarmed.security.roles import Right
from icarmed.ui.parts import column
from icarmed.ui.parts.order import TabFollowsEye
from icarmed.ui.room import Room
from icarmed.ui.screens.patient.commands import PATIENT_COMMANDS
from icarmed.ui.screens.patient.folder import Folder, State, read_state
from icarmed.ui.screens.patient.head import Head
from icarmed.ui.screens.patient.matters import TodayCard
from icarmed.ui.screens.patient.tabs import FileTabs
from icarmed.ui.theme import set_role
from icarmed.usecases import board
from icarmed.usecases.story import Topic

_WIDEST = 1080
_SCROLLS = 12
# A form may grow by a line or two while it is filled in.
_ROOM_BELOW = 56


class PatientPage(QWidget):
    """Everything of one person; `key` is the patient's id."""

    topics = frozenset(Topic) - {Topic.ACCOUNTS, Topic.BACKUP}

    def __init__(self, room: Room, key: object, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if not isinstance(key, UUID):
            raise TypeError(type(key).__name__)
        self._room = room
        self._opened = False
        self._when_read: Callable[[], None] | None = None
        self.folder = Folder(room, key, self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("A patient's file"))
        room.commands.add(*PATIENT_COMMANDS)
        self._bind()
        self.head = Head(self.folder, self._actions["patient.take_in"], self._actions["patient.end"])
        self.head.setMaximumWidth(_WIDEST - _SCROLLS)
        self.today = TodayCard(self.folder)
        self.today.bind_digits(self)
        self.tabs = FileTabs(self.folder, self._actions)
        self._area = self._made_area()
        box = column(self.head, self._area, gap=12, margins=(32, 16, 20, 0))
        box.setStretch(1, 1)
        self.setLayout(box)
        TabFollowsEye(self)
        self.folder.form_opened.connect(self._on_form_opened)
        self.folder.form_closed.connect(self.setFocus)

    @property
    def title(self) -> str:
        """Its name in the frame: the code, never the name."""
        state = self.folder.state
        return self.tr("Patient") if state is None else shown_patient_code(state.file.patient.code)

    def reload(self) -> None:
        """Read the file again; the first time, opening it is noted."""
        patient, opening = self.folder.patient, not self._opened
        self._room.tasks.read(
            "file", lambda desk: read_state(desk, patient, opening=opening), self._on_read, owner=self
        )
        if self._opened:
            self.tabs.reload()

    def focus_first(self) -> None:
        """On the page itself, so that single keys act; a form that is open keeps the cursor."""
        if not self.tabs.focus_form():
            self.setFocus()

    def leaving(self) -> None:
        """Store what is typed and not stored yet."""
        self.tabs.journal.save_draft()

    def _bind(self) -> None:
        """Every command; those that need what is read wait for it, so that keys typed ahead are not lost."""
        slots: dict[str, Callable[[], object]] = {
            "patient.vaccinate": lambda: self._once_read(self.tabs.vaccinate),
            "patient.booklet": lambda: self._once_read(self.tabs.enter_booklet),
            "patient.order": lambda: self._once_read(self.tabs.order),
            "patient.rapid": lambda: self._once_read(self.tabs.record_rapid),
            "patient.result": lambda: self._once_read(self.tabs.record_result),
            "patient.note": lambda: self._once_read(self.tabs.write_note),
            "patient.take_in": self._take_in,
            "patient.end": self._end,
            "patient.print": lambda: self._once_read(self.tabs.print),
        }
        self._actions = {code: self._room.commands.bind(self, code, slot) for code, slot in slots.items()}

    def _made_area(self) -> QScrollArea:
        self._inner = QWidget()
        self._inner.setMaximumWidth(_WIDEST)
        box = QVBoxLayout(self._inner)
        box.setContentsMargins(0, 0, _SCROLLS, 16)
        box.setSpacing(12)
        box.addWidget(self.today)
        box.addWidget(self.tabs)
        box.addStretch(1)
        area = QScrollArea()
        set_role(area, "page")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._inner)
        return area

    def _on_read(self, state: State) -> None:
        first, self._opened = not self._opened, True
        may_dose, may_test = state.may(Right.RECORD_DOSE), state.may(Right.RECORD_TEST)
        may_order = state.may(Right.ORDER_TESTS, Right.GIVE_UNDER_STANDING_ORDER)
        for code, enabled in (
            ("patient.vaccinate", may_dose),
            ("patient.booklet", may_dose),
            ("patient.rapid", may_test),
            ("patient.result", may_test),
            ("patient.order", may_order),
        ):
            self._actions[code].setEnabled(enabled)
        self.folder.set_state(state)
        if first:
            self.tabs.reload()
        then, self._when_read = self._when_read, None
        if then is not None:
            then()

    def _once_read(self, act: Callable[[], None]) -> None:
        if self.folder.state is None:
            self._when_read = act
        else:
            act()

    def _take_in(self) -> None:
        visit = None if self.folder.state is None else self.folder.state.visit
        if visit is not None and visit.state is VisitState.ARRIVED:
            self.folder.write(lambda desk: board.take_in(desk, visit.id, visit.revision))

    def _end(self) -> None:
        visit = None if self.folder.state is None else self.folder.state.visit
        if visit is not None:
            self.leaving()
            self._room.pages.go("end_visit", visit.id)

    def _on_form_opened(self, card: QWidget) -> None:
        """Let what opened be seen whole, or at least its beginning."""
        layout = self._inner.layout()
        if layout is not None:
            layout.activate()
        self._area.ensureWidgetVisible(card, 0, _ROOM_BELOW)
