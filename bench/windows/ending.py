"""What both windows do after their first paint: say what they took, and end."""

import json
import os
import sys

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
    """The most memory that was held, where the system tells."""
    if sys.platform == "win32":
        return 1.0
    import resource

    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held / 1024 ** (2 if sys.platform == "darwin" else 1)
