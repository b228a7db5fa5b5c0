"""What goes on beside the pages: the line at the foot, and changes that another window made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from icarmed.ui.messages import Messages
from icarmed.ui.shell.frame import Frame
from icarmed.ui.tasks import Tasks

if TYPE_CHECKING:
    from icarmed.usecases.standing import Standing
    from icarmed.usecases.story import Desk

LOOK_ABOUT_MS = 2_000
"""How often a second window's changes are looked for."""


class Watch(QObject):
    """Keeps the line at the foot true, and lets pages read again when the file changed; not while locked."""

    def __init__(self, frame: Frame, tasks: Tasks, messages: Messages) -> None:
        super().__init__(frame)
        self._frame = frame
        self._tasks = tasks
        self._messages = messages
        self._version: int | None = None
        self._timer = QTimer(self, interval=LOOK_ABOUT_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        frame.changes.changed.connect(self.read)

    def start(self) -> None:
        """Someone is signed in and sees the window."""
        self.read()
        self._timer.start()

    def stop(self) -> None:
        """The window is locked or closes."""
        self._timer.stop()

    def read(self, _topics: object = None) -> None:
        """Read the line at the foot."""
        from icarmed.usecases.standing import standing

        self._tasks.read("standing", standing, self._show, owner=self)

    def _show(self, found: Standing) -> None:
        words, session, last = self._messages.words, found.session, found.last_backup
        place = f"{session.place_label}, {words.day(session.on)}" if session else ""
        self._frame.status.set_place(place)
        self._frame.status.set_drafts(found.drafts)
        text = words.day(last.date()) if last else self.tr("never")
        self._frame.status.set_backup(text, late=found.backup_is_late)

    def _on_timer_timeout(self) -> None:
        self._tasks.read("version", _version, self._compare, owner=self)

    def _compare(self, version: int) -> None:
        """Something was written, here or in another window: pages in sight read again."""
        from icarmed.usecases.story import Topic

        before, self._version = self._version, version
        if before is not None and version != before:
            self._frame.changes.announce(Topic)


def _version(desk: Desk) -> int:
    return desk.database.version()
