"""Watches for keys and clicks, and asks the lock policy every few seconds what holds."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal, Slot

from icarmed.security import lock
from icarmed.security.lock import LockClock, LockPolicy, LockState

LOOK_MS = 5_000
_ACTS = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.TouchBegin}


class IdleLock(QObject):
    """`locked` when the screen must hide what it shows; `forgotten` when the data base must close."""

    locked = Signal()
    forgotten = Signal()

    def __init__(
        self,
        app: QCoreApplication,
        policy: LockPolicy,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._policy = policy
        self._now = now
        self._clock: LockClock | None = None
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        app.installEventFilter(self)

    @property
    def state(self) -> LockState | None:
        """What holds; None before anyone signed in."""
        return None if self._clock is None else self._clock.state

    @Slot()
    def signed_in(self) -> None:
        """Someone just gave their password: the watch begins."""
        self._clock = lock.signed_in(self._now())
        self._timer.start()

    @Slot()
    def signed_out(self) -> None:
        """Nobody is signed in: nothing to watch."""
        self._clock = None
        self._timer.stop()

    @Slot()
    def lock_now(self) -> None:
        """The key that locks."""
        if self._clock is not None:
            self._become(lock.locked(self._clock, self._now()))

    @Slot()
    def look(self) -> None:
        """Ask the policy what holds now; the timer does so, and so does the window when it is shown again."""
        if self._clock is not None:
            self._become(lock.looked(self._clock, self._policy, self._now()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 Qt's name
        if self._clock is not None and event.type() in _ACTS:
            self.look()
            self._clock = lock.acted(self._clock, self._now())
        return super().eventFilter(watched, event)

    def _become(self, clock: LockClock) -> None:
        before = self._clock.state if self._clock is not None else None
        self._clock = clock
        if clock.state is before:
            return
        if before is LockState.OPEN:
            self.locked.emit()
        if clock.state is LockState.FORGOTTEN:
            self._timer.stop()
            self.forgotten.emit()
