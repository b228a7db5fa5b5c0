"""What both windows do after their first paint: say what they took, and end."""

import json
import math
import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

HEAVY = ("sqlalchemy", "sqlcipher3", "reportlab", "keyring", "cryptography", "alembic")
"""What may not be imported before the first paint."""


class EndingApplication(QApplication):
    """Ends the process once a window has been painted."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 Qt's name
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget) and watched.isWindow():
            self.removeEventFilter(self)
            # The painting itself comes after this, and then the timer.
            QTimer.singleShot(0, _say_and_end)
        return False


def _say_and_end() -> None:
    heavy = [name for name in HEAVY if name in sys.modules]
    sys.stdout.write(json.dumps({"mib": _mib(), "heavy": heavy}))
    sys.stdout.flush()
    os._exit(0)


def _mib() -> float:
    """The most memory that this program held; `getrusage` would tell that of its parent, if more."""
    status = Path("/proc/self/status")
    if not status.exists():
        return math.nan
    line = next(one for one in status.read_text("ascii").splitlines() if one.startswith("VmHWM"))
    return int(line.split()[1]) / 1024
