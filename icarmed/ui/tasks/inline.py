"""The door of tests: each story runs at once, in the thread of the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from icarmed.db.errors import ChangedMeanwhile, StorageError
from icarmed.domain.findings import Refused
from icarmed.ui.tasks.jobs import Denial, Desks, Job, Progress, Refusal, Settling, Stopped, Work

if TYPE_CHECKING:
    from icarmed.usecases.story import Desk, Outcome

T = TypeVar("T")


class InlineTasks(Settling):
    """Runs stories as they are asked for; what is a bug is raised where it was asked for."""

    def __init__(self, desks: Desks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desks = desks

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
        self._run(Job(story, done, owner, refused, failed, writes=True))

    def read(
        self,
        _key: str,
        story: Callable[[Desk], T],
        done: Callable[[T], None],
        *,
        owner: QObject,
        refused: Refusal | None = None,
        failed: Denial | None = None,
    ) -> None:
        """Run a story that reads."""
        self._run(Job(story, done, owner, refused, failed))

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
        """Run a long story to its end."""
        work = Progress(progress or _say_nothing)
        self._run(Job(lambda desk: story(desk, work), done, owner, refused, failed))
        return work

    def _run(self, job: Job) -> None:
        try:
            value = job.story(self._desks())
        except (Refused, ChangedMeanwhile, StorageError, Stopped) as error:
            self.settle(job, None, error)
            return
        self.settle(job, value, None)


def _say_nothing(_done: int, _total: int) -> None:
    """Nobody asked how far it is."""
