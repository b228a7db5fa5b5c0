"""Who is in: from the sign-in page to the frame, through locks and changes of person, to the end.

The data base is opened here after a right password and closed when the key is forgotten; what pages do
with it goes through their tasks.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from icarmed.db.errors import StorageError
from icarmed.domain.findings import Refused
from icarmed.security.errors import KeyFileError, SignInRefused
from icarmed.security.lock import LockPolicy
from icarmed.security.roles import Right
from icarmed.ui import theme
from icarmed.ui.doorway import Doorway
from icarmed.ui.messages import Messages
from icarmed.ui.settings import WindowSettings
from icarmed.ui.shell.frame import Frame
from icarmed.ui.shell.locking import IdleLock
from icarmed.ui.shell.window import Window
from icarmed.ui.tasks import ThreadTasks
from icarmed.ui.watch import Watch

if TYPE_CHECKING:
    from icarmed.usecases.story import Desk
    from icarmed.usecases.vault.folder import DataFolder
    from icarmed.usecases.vault.opened import Vault

Clock = Callable[[], datetime]


def computer_clock() -> datetime:
    """The only clock of the window."""
    return datetime.now(UTC)


class House(QObject):
    """Opens the door to whoever knows their password, and closes it behind them."""

    entered = Signal()
    _tried = Signal(object)

    def __init__(
        self,
        window: Window,
        messages: Messages,
        folder: DataFolder,
        crashed: Callable[[BaseException], None],
        settings: WindowSettings,
        clock: Clock = computer_clock,
        policy: LockPolicy | None = None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._messages = messages
        self._folder = folder
        self._crashed = crashed
        self._settings = settings
        self._clock = clock
        self._vault: Vault | None = None
        self._tasks: ThreadTasks | None = None
        self._watch: Watch | None = None
        self._door = ThreadPoolExecutor(1, "door")
        app = QApplication.instance()
        assert app is not None, "a window needs its application"  # noqa: S101 a mistake of whoever calls
        self.lock = IdleLock(app, policy or LockPolicy(), clock, self)
        self.lock.locked.connect(self._on_lock_locked)
        self.lock.forgotten.connect(self._on_lock_forgotten)
        self._tried.connect(self._on_tried, Qt.ConnectionType.QueuedConnection)
        self._doorway = Doorway(window, messages, folder, clock, crashed)
        self._doorway.opened.connect(self._enter)
        window.sign_in.asked.connect(self.try_password)
        window.closing.connect(self.close)

    @Slot()
    def open_up(self) -> None:
        """The stories can be called now: ask who is there, or make a data base where there is none."""
        self._doorway.open_up()

    @Slot(str, str)
    def try_password(self, name: str, password: str) -> None:
        """Opens the data base off the thread of the window: a try takes a fifth of a second."""
        from icarmed.usecases.vault.entering import sign_in

        self._window.sign_in.show_busy(busy=True)
        self.let_in(lambda: sign_in(self._folder, name, password, self._clock()))

    def let_in(self, opening: Callable[[], Vault]) -> None:
        """Runs what opens the data base and lets in whoever it gives."""
        self._door.submit(opening).add_done_callback(self._tried.emit)

    def vault(self) -> Vault:
        """The open data base; Refused when nobody is signed in."""
        if self._vault is None:
            raise Refused
        return self._vault

    @property
    def tasks(self) -> ThreadTasks | None:
        """What runs the stories of whoever is signed in."""
        return self._tasks

    @Slot()
    def close(self) -> None:
        """The window closes: changes end, the key is forgotten."""
        if self._watch is not None:
            self._watch.stop()
        self.lock.signed_out()
        self._leave()
        self._doorway.close()
        self._door.shutdown(wait=True)

    @Slot(object)
    def _on_tried(self, ended: Future[Vault]) -> None:
        error = ended.exception()
        sign_in = self._window.sign_in
        match error:
            case None:
                self._enter(ended.result())
            case SignInRefused():
                sign_in.show_wrong(self.tr("Name or password is not right."))
            case Refused():
                sign_in.show_wrong(self._messages.findings(error.findings))
            case StorageError():
                trouble = self._messages.storage(error)
                sign_in.show_wrong(f"{trouble.what} {trouble.todo}")
            case KeyFileError():
                sign_in.show_wrong(self.tr("The keys beside the data base cannot be used. Restore a backup."))
            case OSError():
                sign_in.show_wrong(self.tr("The disk does not let the data base be opened."))
            case _:
                self._crashed(error)

    def _enter(self, vault: Vault) -> None:
        # Rights that were changed meanwhile hold from this sign-in on: then the frame is made anew.
        same = self._vault is not None and self._vault.actor == vault.actor
        if same and self._window.frame is not None and self._vault is not None:
            # Back after a lock: pages stand as they were, on the data base that is open already.
            vault.close()
            self._window.enter(self._window.frame)
        else:
            self._leave()
            self._vault = vault
            self._window.enter(self._made_frame(vault))
        self.lock.signed_in()
        if self._watch is not None:
            self._watch.start()
        self.entered.emit()

    def _made_frame(self, vault: Vault) -> Frame:
        from icarmed.ui.routes import find, places_for, register
        from icarmed.ui.screens.settings.page import settings_page
        from icarmed.ui.screens.settings.tab import SettingsContext
        from icarmed.usecases.vault.moment import moment

        self._tasks = tasks = ThreadTasks(self.desk)
        standing = moment(vault.database, self._clock())
        places = places_for(vault.actor.rights)
        frame = Frame(tasks, self._messages, self._local_now, find=find, places=places)
        register(frame)
        frame.register("settings", settings_page(SettingsContext(self.vault, self._settings, self._dress)))
        frame.set_who(vault.actor.shown_name)
        frame.search.setVisible(Right.SEE_NAMES in vault.actor.rights)
        frame.set_practice(shown=standing.is_practice)
        frame.lock_asked.connect(self.lock.lock_now)
        frame.account_asked.connect(self._on_account_asked)
        frame.crashed.connect(self._crashed)
        self._watch = Watch(frame, tasks, self._messages)
        frame.go(places[0])
        return frame

    def desk(self) -> Desk:
        """The data base as whoever is signed in uses it now; Refused when nobody is."""
        from icarmed.usecases.vault.moment import moment

        vault = self._vault
        if vault is None or vault.is_closed:
            raise Refused
        at = moment(vault.database, self._clock())
        return vault.desk(at.now, at.today)

    def _local_now(self) -> datetime:
        from icarmed.usecases.vault.moment import moment, zone_of

        vault = self._vault
        if vault is None or vault.is_closed:
            return self._clock()
        with vault.database.reading() as connection:
            zone = zone_of(connection)
        return moment(vault.database, self._clock()).now.astimezone(zone)

    @staticmethod
    def _dress(mode: theme.Mode) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.dress(app, mode)

    def _on_account_asked(self) -> None:
        """Another person: four keys and a password."""
        self.lock.lock_now()
        self._window.sign_in.begin("", self.tr("Who is there?"))

    def _on_lock_locked(self) -> None:
        if self._watch is not None:
            self._watch.stop()
        name = self._vault.actor.sign_in if self._vault is not None else ""
        self._window.lock(name)

    def _on_lock_forgotten(self) -> None:
        self._leave()

    def _leave(self) -> None:
        if self._window.frame is not None:
            self._window.frame.stack.save_drafts()
        if self._tasks is not None:
            self._tasks.close()
            self._tasks = None
        self._watch = None
        self._window.leave()
        if self._vault is not None:
            self._vault.forget()
            self._vault = None
