"""The window program: sign-in page first; whatever is heavy is imported after the first paint.

`main` shows the window. `Program.ready` is said once the stories are imported: what signs in is wired to it
and to `program.window.sign_in.asked`.
"""

import importlib
import logging
import sys
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from icarmed import paths
from icarmed.catalogue import texts
from icarmed.ui import theme
from icarmed.ui.house import House
from icarmed.ui.i18n import speak
from icarmed.ui.messages import Messages
from icarmed.ui.settings import WindowSettings
from icarmed.ui.shell.crash import crash_lines
from icarmed.ui.shell.window import Window
from icarmed.usecases.vault.folder import DataFolder

HEAVY = (
    "icarmed.usecases.vault.entering",
    "icarmed.ui.routes",
    "icarmed.ui.screens.board.page",
    "dateutil.rrule",
    "holidays.countries.belgium",
)
"""Imported while the password is typed; SQLAlchemy comes with the first."""

_log = logging.getLogger("icarmed.crash")


class FirstPaint(QObject):
    """`done` once the window has been painted for the first time."""

    done = Signal()

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 Qt's name
        if event.type() is QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            # The painting itself comes first: only then is the window on the screen.
            QTimer.singleShot(0, self.done.emit)
        return super().eventFilter(watched, event)


class Program(QObject):
    """The window with its settings, language and theme; `ready` when the stories are there to be called."""

    ready = Signal()
    _imported = Signal(object)

    def __init__(self, app: QApplication, folder: Path) -> None:
        super().__init__(app)
        self.settings = WindowSettings(folder)
        speak(app, self.settings.lang)
        theme.dress(app, self.settings.mode)
        self.messages = Messages(lambda: texts.words(self.settings.lang))
        self.window = Window()
        if not self.settings.geometry.isEmpty():
            self.window.restoreGeometry(self.settings.geometry)
        self.window.closing.connect(self._on_window_closing)
        self._imports = ThreadPoolExecutor(1, "imports")
        self._imported.connect(self._on_imported, Qt.ConnectionType.QueuedConnection)
        FirstPaint(self.window).done.connect(self._on_first_paint_done)

    def crashed(self, error: BaseException) -> None:
        """Log where a mistake of the program arose, without its text, and say so in the window."""
        _log.error("%s", "\n  ".join(crash_lines(error)))
        self.window.show_crash(self.messages.crash())

    def excepthook(
        self, kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        """What Python calls for an exception nobody caught, in a slot or elsewhere."""
        if issubclass(kind, KeyboardInterrupt):
            self.window.close()
            return
        self.crashed(error)

    @Slot()
    def _on_first_paint_done(self) -> None:
        future = self._imports.submit(_import_heavy)
        future.add_done_callback(self._imported.emit)
        self._imports.shutdown(wait=False)

    @Slot(object)
    def _on_imported(self, ended: Future[None]) -> None:
        error = ended.exception()
        if error is None:
            self.ready.emit()
        else:
            self.crashed(error)

    def _on_window_closing(self) -> None:
        self.settings.set_geometry(self.window.saveGeometry())


def main(arguments: Sequence[str] | None = None) -> int:
    """Show the window until it is closed."""
    app = QApplication([*(arguments if arguments is not None else sys.argv)])
    app.setApplicationName("IcarMed")
    folder = paths.data_folder()
    program = Program(app, folder)
    sys.excepthook = program.excepthook
    house = House(program.window, program.messages, DataFolder(folder), program.crashed, program.settings)
    program.ready.connect(house.open_up)
    program.window.show()
    return app.exec()


def _import_heavy() -> None:
    for name in HEAVY:
        importlib.import_module(name)
