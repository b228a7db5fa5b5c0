"""What every door to the stories has: jobs, where their answers go, and how a long one is stopped."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal

from icarmed.db.errors import ChangedMeanwhile, StorageError
from icarmed.domain.findings import Finding, Refused

if TYPE_CHECKING:
    # SQLAlchemy comes with it: never before the first paint.
    from icarmed.usecases.story import Desk, Outcome

T = TypeVar("T")
Refusal = Callable[[tuple[Finding, ...]], None]
Denial = Callable[[StorageError], None]


class Stopped(Exception):
    """A long reading ends here because someone pressed stop."""


class Progress:
    """What a long reading says how far it is, and learns whether to stop."""

    def __init__(self, say: Callable[[int, int], None]) -> None:
        self._say = say
        self._asked_to_stop = threading.Event()

    def at(self, done: int, total: int) -> None:
        """Say how far it is; raises Stopped when someone pressed stop."""
        self.check()
        self._say(done, total)

    def check(self) -> None:
        """Raises Stopped when someone pressed stop."""
        if self.stopping:
            raise Stopped

    @property
    def stopping(self) -> bool:
        """Whether someone pressed stop."""
        return self._asked_to_stop.is_set()

    def stop(self) -> None:
        """Let the next `at` or `check` raise."""
        self._asked_to_stop.set()


class Work(Protocol):
    """A long reading that goes on."""

    def stop(self) -> None:
        """End it as soon as it can; no answer comes."""


class Tasks(Protocol):
    """The door as screens know it."""

    def write(
        self,
        story: Callable[[Desk], Outcome[T]],
        done: Callable[[T], None] | None = None,
        *,
        owner: QObject,
        refused: Refusal | None = None,
        failed: Denial | None = None,
    ) -> None:
        """Run a story that changes something."""

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
        """Run a story that reads; of those with one key (of one owner) the last answer counts."""

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
        """Run a story that takes its time, on a connection of its own."""


@dataclass(frozen=True, slots=True)
class Job:
    """One story on its way, and where its answer goes."""

    story: Callable[[Desk], Any]
    done: Callable[[Any], None] | None
    owner: QObject
    refused: Refusal | None
    failed: Denial | None
    writes: bool = False


class Desks(Protocol):
    """Makes the desk of whoever is signed in, at this moment."""

    def __call__(self) -> Desk:
        """The desk."""


class Settling(QObject):
    """Brings answers to where they belong; the frame listens to what no screen took."""

    changed = Signal(object)
    refused = Signal(object)
    denied = Signal(object)
    crashed = Signal(object)

    def settle(self, job: Job, value: Any, error: BaseException | None) -> None:
        """Deliver the answer of a job, in the thread of the window."""
        here = is_open(job.owner)
        if error is not None:
            self._settle_error(job, error, here=here)
            return
        topics = value.topics if job.writes else frozenset()
        if here and job.done is not None:
            job.done(value.value if job.writes else value)
        if topics:
            self.changed.emit(topics)

    def _settle_error(self, job: Job, error: BaseException, *, here: bool) -> None:
        match error:
            case Stopped():
                return
            case Refused():
                self._refuse(job, error.findings, here=here)
            case ChangedMeanwhile():
                self._refuse(job, (Finding("changed_meanwhile"),), here=here)
            case StorageError() if here and job.failed is not None:
                job.failed(error)
            case StorageError():
                self.denied.emit(error)
            case _:
                self.crashed.emit(error)

    def _refuse(self, job: Job, findings: tuple[Finding, ...], *, here: bool) -> None:
        if here and job.refused is not None:
            job.refused(findings)
        elif here or job.writes:
            # A change that was refused is said even when its screen is gone.
            self.refused.emit(findings)


def is_open(owner: QObject) -> bool:
    """Whether the screen that asked is still there."""
    return shiboken6.isValid(owner) and not owner.property("closed")
