"""The door of the real window: one thread writes, one reads, long readings have their own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from icarmed.ui.tasks.jobs import Denial, Desks, Job, Progress, Refusal, Settling, Stopped, Work, is_open

if TYPE_CHECKING:
    from icarmed.usecases.story import Desk, Outcome

T = TypeVar("T")
Key = tuple[int, str]


class ThreadTasks(Settling):
    """Runs stories off the thread of the window and brings the answers back; `close` it at the end."""

    _arrived = Signal(object, object)
    _moved = Signal(object, int, int)

    def __init__(self, desks: Desks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desks = desks
        self._writer = ThreadPoolExecutor(1, "writer")
        self._reader = ThreadPoolExecutor(1, "reader")
        self._long = ThreadPoolExecutor(2, "long")
        self._works: set[Progress] = set()
        self._latest: dict[Key, int] = {}
        self._lock = threading.Lock()
        self._closed = False
        self._under_way = 0
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)
        self._moved.connect(self._on_moved, Qt.ConnectionType.QueuedConnection)

    def write(
        self,
        story: Callable[[Desk], Outcome[T]],
        done: Callable[[T], None] | None = None,
        *,
        owner: QObject,
        refused: Refusal | None = None,
        failed: Denial | None = None,
    ) -> None:
        """Run a story that changes something, after those asked for before."""
        self._start(self._writer, Job(story, done, owner, refused, failed, writes=True))

    def read(
        self,
        key: str,
        story: Callable[[Desk], T],
        done: Callable[[T], None],
        *,
        owner: QObject,
        refused: Refusal | None = None,
        failed: Denial | None = None,
    ) -> None:
        """Run a story that reads; a newer one with the same key of the same owner makes it needless."""
        place = (id(owner), key)
        with self._lock:
            ticket = self._latest.get(place, 0) + 1
            self._latest[place] = ticket

        def still_wanted() -> bool:
            with self._lock:
                return self._latest.get(place) == ticket

        def read_if_wanted(desk: Desk) -> T:
            if not still_wanted():
                raise Stopped
            return story(desk)

        def deliver(value: T) -> None:
            if still_wanted():
                done(value)

        self._start(self._reader, Job(read_if_wanted, deliver, owner, refused, failed))

    def long(
        self,
        story: Callable[[Desk, Progress], T],
        done: Callable[[T], None],
        *,
        owner: QObject,
        progress: Callable[[int, int], None] | None = None,
        refused: Refusal | None = None,
        failed: Denial | None = None,
    ) -> Work:
        """Run a long story beside the others."""

        def say(at: int, total: int) -> None:
            if progress is not None:
                self._moved.emit((owner, progress), at, total)

        work = Progress(say)
        self._works.add(work)

        def run(desk: Desk) -> T:
            work.check()
            return story(desk, work)

        def deliver(value: T) -> None:
            self._works.discard(work)
            if not work.stopping:
                done(value)

        self._start(self._long, Job(run, deliver, owner, refused, failed))
        return work

    @property
    def idle(self) -> bool:
        """Whether every story has ended and its answer was delivered."""
        return self._under_way == 0

    def close(self) -> None:
        """Let changes end, drop the rest, and wait for the threads; nothing is delivered after."""
        self._closed = True
        for work in self._works:
            work.stop()
        for pool in (self._reader, self._long, self._writer):
            pool.shutdown(wait=True, cancel_futures=pool is not self._writer)

    def _start(self, pool: ThreadPoolExecutor, job: Job) -> None:
        self._under_way += 1
        # The desk is made where the story runs: `now` is then, not when the key was pressed.
        future: Future[Any] = pool.submit(lambda: job.story(self._desks()))
        future.add_done_callback(lambda ended: self._bring(job, ended))

    def _bring(self, job: Job, ended: Future[Any]) -> None:
        if not ended.cancelled() and not self._closed:
            self._arrived.emit(job, ended)

    @Slot(object, object)
    def _on_arrived(self, job: Job, ended: Future[Any]) -> None:
        self._under_way -= 1
        error = ended.exception()
        self.settle(job, None if error is not None else ended.result(), error)

    @Slot(object, int, int)
    def _on_moved(self, to: tuple[QObject, Callable[[int, int], None]], at: int, total: int) -> None:
        owner, progress = to
        if is_open(owner):
            progress(at, total)
