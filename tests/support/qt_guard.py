"""What a test leaves behind: windows still there, threads still running."""

import gc
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QThreadPool,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QWidget

GRACE_SECONDS = 2.0

# Qt keeps one hidden label for all tool tips; it is nobody's.
QT_OWN = {"QTipLabel"}
# The offscreen platform says this of every window that has a least or greatest size; a real one does not.
NO_MATTER = {"This plugin does not support propagateSizeHints()"}


@contextmanager
def heard_warnings() -> Iterator[list[str]]:
    """What Qt warns of meanwhile."""
    warnings: list[str] = []

    def hear(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind not in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg} and message not in NO_MATTER:
            warnings.append(message)

    before = qInstallMessageHandler(hear)
    try:
        yield warnings
    finally:
        qInstallMessageHandler(before)


def top_level_widgets() -> set[QWidget]:
    """Windows without a parent that exist now."""
    if QApplication.instance() is None:
        return set()
    return {
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.parent() is None and widget.metaObject().className() not in QT_OWN
    }


def leaked_widgets(before: set[QWidget]) -> list[str]:
    """Class and name of each window that was not there `before` and outlives its test."""
    _delete_what_was_asked()
    if top_level_widgets() - before:
        gc.collect()
        _delete_what_was_asked()
    return sorted(
        f"{widget.metaObject().className()} {widget.objectName()}".strip()
        for widget in top_level_widgets() - before
    )


def end_pool_threads() -> None:
    """Let the idle threads of Qt's pool end, so that only those that still work are left."""
    QThreadPool.globalInstance().waitForDone(int(GRACE_SECONDS * 1000))


def leaked_threads(before: Iterable[threading.Thread]) -> list[str]:
    """Names of threads that were not there `before` and do not end within the grace."""
    known = set(before)
    new = [thread for thread in threading.enumerate() if thread not in known]
    for thread in new:
        if not _is_foreign(thread):
            thread.join(GRACE_SECONDS)
    return sorted(thread.name for thread in new if thread.is_alive() and not _has_ended(thread))


def _delete_what_was_asked() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()


def _is_foreign(thread: threading.Thread) -> bool:
    """Whether Python only met the thread (Qt made it) and so cannot wait for it."""
    return isinstance(thread, threading._DummyThread)


def _has_ended(thread: threading.Thread) -> bool:
    """Python believes a foreign thread alive for ever; Linux knows better, elsewhere it is believed ended."""
    if not _is_foreign(thread):
        return False
    tasks = Path("/proc/self/task")
    return not tasks.is_dir() or not (tasks / str(thread.native_id)).exists()
