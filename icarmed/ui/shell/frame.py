"""The frame of every page: rail, search box, account and lock, the page, and the line at the foot."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from icarmed.db.errors import StorageError
from icarmed.domain.findings import Finding
from icarmed.ui.actions import FRAME_COMMANDS, Commands
from icarmed.ui.changes import Changes
from icarmed.ui.messages import Messages, Trouble
from icarmed.ui.page import Factory
from icarmed.ui.parts.buttons import Button, ButtonKind
from icarmed.ui.parts.labels import label
from icarmed.ui.parts.notices import Banner
from icarmed.ui.parts.toasts import Toasts
from icarmed.ui.room import Room
from icarmed.ui.shade import NameShade
from icarmed.ui.shell.keys_page import KeysPage
from icarmed.ui.shell.rail import Rail
from icarmed.ui.shell.search import Find, SearchBox
from icarmed.ui.shell.stack import PageStack
from icarmed.ui.shell.status import StatusLine
from icarmed.ui.tasks import Tasks
from icarmed.ui.tasks.jobs import Settling
from icarmed.ui.theme import set_role

PLACES = ("board", "patients", "reminders", "summary", "stock", "settings")
FOOT = frozenset({"stock", "settings"})
_BAR = 56


class Frame(QWidget):
    """The pages of one person who is signed in. `register` routes before `go`; the first of `places` is home.

    `lock_asked`, `account_asked` and `crashed(exception)` are for whoever owns the frame. Opening someone
    found goes to the route `patient` with the key of the line; a new person to `new_person` with the text.
    """

    lock_asked = Signal()
    account_asked = Signal()
    crashed = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        messages: Messages,
        now: Callable[[], datetime],
        *,
        find: Find,
        places: Sequence[str] = PLACES,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._routes: dict[str, Factory] = {"keys": KeysPage}
        self.shade = NameShade(self)
        self.changes = Changes(self)
        self.commands = Commands(FRAME_COMMANDS)
        self.stack = PageStack()
        self.status = StatusLine()
        self.search = SearchBox(tasks, find, self.shade)
        self.rail = Rail(
            [(self.commands[f"frame.{place}"], place) for place in places],
            at_foot=len(FOOT.intersection(places)),
            parent=self,
        )
        self.places = tuple(places)
        self.account = Button("", ButtonKind.BARE, icon="person")
        self._practice = self._made_practice_band()
        self._notice: Banner | None = None
        self._lay_out()
        self.toasts = Toasts(self)
        self.room = Room(tasks, self, self.commands, self.changes, self.shade, messages, now, self._today)
        self._connect(tasks)
        self._bind(places)
        self._watch_focus()

    def register(self, route: str, factory: Factory) -> None:
        """Make a page known under the name that others go to it by."""
        self._routes[route] = factory

    @Slot(str)
    def go(self, route: str, key: object = None) -> None:
        """Open a page; a place of the rail closes all others but home. KeyError: nobody registered it."""
        factory = self._routes[route]
        self._dismiss_notice()
        if self.stack.place == (route, key):
            current = self.stack.current
            if current is not None:
                current.reload()
                current.focus_first()
            return
        if route in PLACES:
            at_home = self.stack.how_many > 0 and route != self.places[0]
            self.stack.clear(keep=1 if at_home else 0)
        self.stack.push(route, key, factory(self.room, key))
        self.rail.set_current(route)

    @Slot()
    def back(self) -> None:
        """Leave the page in sight for the one before."""
        self._dismiss_notice()
        self.stack.pop()
        if self.stack.place is not None:
            self.rail.set_current(self.stack.place[0])

    def say(self, text: str) -> None:
        """Say what was done."""
        self.toasts.say(text)

    def offer_undo(self, text: str, undo: Callable[[], None]) -> None:
        """Say what was done, and let it be undone."""
        self.toasts.offer_undo(text, undo)

    def set_who(self, shown_name: str) -> None:
        """Who is signed in."""
        self.account.set_text(shown_name)
        self.status.set_who(shown_name)

    def set_practice(self, *, shown: bool) -> None:
        """Whether this is the data base of invented people."""
        self._practice.setVisible(shown)

    def show_trouble(self, trouble: Trouble) -> None:
        """Say over the page what the world denied."""
        self._notify("alarm", trouble.what, f"{trouble.kept} {trouble.todo}")

    def _today(self) -> date:
        return self.room.now().date()

    def _connect(self, tasks: Tasks) -> None:
        self.rail.chosen.connect(self.go)
        self.search.opened.connect(lambda key: self.go("patient", key))
        self.search.new_asked.connect(lambda typed: self.go("new_person", typed))
        self.account.clicked.connect(self.account_asked)
        self.changes.changed.connect(self.stack.topics_changed)
        self._lock.clicked.connect(self.lock_asked)
        if isinstance(tasks, Settling):
            tasks.changed.connect(self.changes.announce)
            tasks.refused.connect(self._on_tasks_refused)
            tasks.denied.connect(self._on_tasks_denied)
            tasks.crashed.connect(self.crashed)

    def _bind(self, places: Sequence[str]) -> None:
        slots: dict[str, Callable[[], object]] = {
            "frame.search": self.search.begin,
            "frame.back": self.back,
            "frame.keys": lambda: self.go("keys"),
            "frame.hide_names": self.shade.toggle,
            "frame.lock": self.lock_asked.emit,
            "frame.undo": self.toasts.undo,
        }
        for place in places:
            slots[f"frame.{place}"] = self._goes(place)
        for code, slot in slots.items():
            self.commands.bind(self, code, slot)

    def _goes(self, place: str) -> Callable[[], None]:
        return lambda: self.go(place)

    @Slot(object)
    def _on_tasks_refused(self, findings: tuple[Finding, ...]) -> None:
        self._notify("due", self.room.messages.findings(findings), "")

    @Slot(object)
    def _on_tasks_denied(self, error: StorageError) -> None:
        self.show_trouble(self.room.messages.storage(error))

    def _watch_focus(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_app_focus_changed)

    @Slot(QWidget, QWidget)
    def _on_app_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None and self.isVisible():
            QTimer.singleShot(0, self.stack, self.stack.refocus)

    def _notify(self, kind: str, text: str, detail: str) -> None:
        self._dismiss_notice()
        self._notice = Banner(kind, text, detail=detail, act=self.tr("Understood"))
        self._notice.acted.connect(self._dismiss_notice)
        self._notices.addWidget(self._notice)

    def _dismiss_notice(self) -> None:
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None

    def _lay_out(self) -> None:
        bar = QFrame()
        set_role(bar, "bar")
        bar.setFixedHeight(_BAR)
        self._lock = Button(self.tr("Lock"), ButtonKind.ICON, icon="lock", key="Ctrl+L")
        top = QHBoxLayout(bar)
        top.setContentsMargins(32, 0, 16, 0)
        top.addWidget(self.search)
        top.addStretch(1)
        top.addWidget(self.account)
        top.addWidget(self._lock)
        self.search.setMaximumWidth(640)
        self._notices = QVBoxLayout()
        self._notices.setContentsMargins(32, 12, 32, 0)
        right = QVBoxLayout()
        right.setSpacing(0)
        for piece in (self._practice, bar):
            right.addWidget(piece)
        right.addLayout(self._notices)
        right.addWidget(self.stack, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addLayout(right, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(middle, 1)
        box.addWidget(self.status)

    def _made_practice_band(self) -> QFrame:
        band = QFrame()
        set_role(band, "practice")
        line = QHBoxLayout(band)
        line.setContentsMargins(32, 4, 32, 4)
        line.addWidget(label(self.tr("Practice: all people here are invented, nothing counts.")))
        band.hide()
        return band
