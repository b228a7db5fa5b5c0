"""The page of a person: head, what to do today, and the tabs; forms open in place."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from icarmed.domain.codes import shown_patient_code
from icarmed.domain.visits import VisitState
from icarmed.security.roles import Right
from icarmed.ui.parts import TabStrip, column
from icarmed.ui.room import Room
from icarmed.ui.screens.patient.commands import PATIENT_COMMANDS
from icarmed.ui.screens.patient.documents import DocumentsTab
from icarmed.ui.screens.patient.folder import Folder, State, read_state
from icarmed.ui.screens.patient.head import Head
from icarmed.ui.screens.patient.journal import JournalTab
from icarmed.ui.screens.patient.matters import TodayCard
from icarmed.ui.screens.patient.order import order_by_layout
from icarmed.ui.screens.patient.person import PersonTab
from icarmed.ui.screens.patient.requests import RequestsTab
from icarmed.ui.screens.patient.screening import ScreeningTab
from icarmed.ui.screens.patient.tab import Tab
from icarmed.ui.screens.patient.vaccines import VaccinesTab
from icarmed.ui.theme import set_role
from icarmed.usecases import board
from icarmed.usecases.story import Topic

JOURNAL, VACCINES, SCREENING, REQUESTS, DOCUMENTS, PERSON = range(6)
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
        self.today = TodayCard(self.folder)
        self.today.bind_digits(self)
        self.journal = JournalTab(self.folder)
        vaccinate, booklet = self._actions["patient.vaccinate"], self._actions["patient.booklet"]
        self.vaccines = VaccinesTab(self.folder, vaccinate, booklet)
        rapid, result = self._actions["patient.rapid"], self._actions["patient.result"]
        self.screening = ScreeningTab(self.folder, rapid, result)
        self.requests = RequestsTab(self.folder, self._actions["patient.order"])
        self.documents = DocumentsTab(self.folder)
        self.person = PersonTab(self.folder)
        self.head.setMaximumWidth(_WIDEST - _SCROLLS)
        self.tabs = self._made_tabs()
        self._area = self._made_area()
        box = column(self.head, self._area, gap=12, margins=(32, 16, 20, 0))
        box.setStretch(1, 1)
        self.setLayout(box)
        self._wire()

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
            self._reload_tab(self.tabs.current)

    def focus_first(self) -> None:
        """On the page itself, so that single keys act; a form that is open keeps the cursor."""
        tab = self._every_tab()[self.tabs.current]
        if isinstance(tab, Tab) and tab.form is not None:
            tab.form.focus_first()
        else:
            self.setFocus()

    def leaving(self) -> None:
        """Store what is typed and not stored yet."""
        self.journal.save_draft()

    def _bind(self) -> None:
        slots: dict[str, Callable[[], object]] = {
            "patient.vaccinate": lambda: self._once_read(self._vaccinate),
            "patient.booklet": lambda: self._once_read(self._enter_booklet),
            "patient.order": lambda: self._once_read(self._order),
            "patient.rapid": lambda: self._once_read(self._rapid),
            "patient.result": lambda: self._once_read(self._result),
            "patient.note": self._note,
            "patient.take_in": self._take_in,
            "patient.end": self._end,
            "patient.print": self._print,
        }
        self._actions = {code: self._room.commands.bind(self, code, slot) for code, slot in slots.items()}

    def _made_tabs(self) -> TabStrip:
        tabs = TabStrip()
        for text, tab in (
            (self.tr("Journal"), self.journal),
            (self.tr("Vaccines"), self.vaccines),
            (self.tr("Screening"), self.screening),
            (self.tr("Requests"), self.requests),
            (self.tr("Papers"), self.documents),
            (self.tr("Person"), self.person),
        ):
            tabs.add(text, tab)
        tabs.chosen.connect(self._on_tab_chosen)
        return tabs

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
        self._inner.installEventFilter(self)
        return area

    def _wire(self) -> None:
        folder = self.folder
        folder.dose_asked.connect(self._vaccinate)
        folder.order_asked.connect(self._order_tests)
        folder.rapid_asked.connect(self._rapid_of)
        folder.request_asked.connect(self._show_request)
        folder.form_opened.connect(self._on_form_opened)
        folder.form_closed.connect(self.setFocus)
        self._fit_tabs()

    def _on_read(self, state: State) -> None:
        first = not self._opened
        self._opened = True
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
            self._reload_tab(self.tabs.current)
        then, self._when_read = self._when_read, None
        if then is not None:
            then()

    def _once_read(self, act: Callable[[], None]) -> None:
        """Do it now, or as soon as the file is read: keys typed ahead are not lost."""
        if self.folder.state is None:
            self._when_read = act
        else:
            act()

    def _vaccinate(self) -> None:
        self.tabs.choose(VACCINES)
        self.vaccines.give_dose()

    def _enter_booklet(self) -> None:
        self.tabs.choose(VACCINES)
        self.vaccines.enter_booklet()

    def _order(self) -> None:
        self._order_tests(())

    def _order_tests(self, tests: tuple[str, ...]) -> None:
        self.tabs.choose(REQUESTS)
        self.requests.order(tests)

    def _rapid(self) -> None:
        self._rapid_of("")

    def _rapid_of(self, test: str) -> None:
        self.tabs.choose(SCREENING)
        self.screening.record_rapid(test)

    def _result(self) -> None:
        self.tabs.choose(SCREENING)
        self.screening.record_result()

    def _show_request(self, number: str) -> None:
        self.tabs.choose(REQUESTS)
        self.requests.show_request(number)

    def _note(self) -> None:
        self.tabs.choose(JOURNAL)
        self.journal.focus_note()

    def _take_in(self) -> None:
        visit = None if self.folder.state is None else self.folder.state.visit
        if visit is not None and visit.state is VisitState.ARRIVED:
            self.folder.write(lambda desk: board.take_in(desk, visit.id, visit.revision))

    def _end(self) -> None:
        visit = None if self.folder.state is None else self.folder.state.visit
        if visit is not None:
            self.journal.save_draft()
            self._room.pages.go("end_visit", visit.id)

    def _print(self) -> None:
        if self.tabs.current == REQUESTS:
            self.requests.print_chosen()
        else:
            self.tabs.choose(VACCINES)
            self.vaccines.print_card()

    def _on_tab_chosen(self, number: int) -> None:
        self._fit_tabs()
        if self._opened:
            self._reload_tab(number)

    def _reload_tab(self, number: int) -> None:
        self._every_tab()[number].reload()

    def _fit_tabs(self) -> None:
        """Only the tab in sight decides how high the strip is."""
        current = self.tabs.pages.currentIndex()
        for at, tab in enumerate(self._every_tab()):
            policy = QSizePolicy.Policy.Preferred if at == current else QSizePolicy.Policy.Ignored
            tab.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
        self.tabs.pages.updateGeometry()

    def _every_tab(self) -> tuple[JournalTab | Tab, ...]:
        """The tabs in the order of the strip."""
        return self.journal, self.vaccines, self.screening, self.requests, self.documents, self.person

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 Qt's name
        """Whenever something came or went, Tab follows the eye again."""
        if watched is self._inner and event.type() is QEvent.Type.LayoutRequest:
            order_by_layout(self)
        return super().eventFilter(watched, event)

    def _on_form_opened(self, card: QWidget) -> None:
        """Let what opened be seen whole, or at least its beginning."""
        layout = self._inner.layout()
        if layout is not None:
            layout.activate()
        self._area.ensureWidgetVisible(card, 0, _ROOM_BELOW)
