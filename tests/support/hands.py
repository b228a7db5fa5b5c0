"""Hands on the real window: keys, typing, looking, waiting; as a nurse would, only faster."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QLocale, QObject, Qt, QTimer, QTranslator
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from icarmed.app import Program
from icarmed.ui import theme
from icarmed.ui.house import House
from icarmed.ui.shell.frame import Frame
from icarmed.ui.shell.window import Window
from icarmed.usecases.story import Desk
from icarmed.usecases.vault.folder import DataFolder

W = TypeVar("W", bound=QWidget)
WIDTH, HEIGHT = 1366, 768
PATIENCE_SECONDS = 8
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


class StrayWindows(QObject):
    """Notes every window but the one: a part shown before it has a parent takes the focus from the page."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 Qt's name
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            popup = watched.windowType() in {Qt.WindowType.Popup, Qt.WindowType.ToolTip}
            if not popup and not isinstance(watched, Window):
                self.seen.append(type(watched).__name__)
        return False


class Hands:
    """The window on a data folder, driven by keys alone; `crashes` holds every mistake of the program."""

    def __init__(self, folder: Path, mode: theme.Mode = theme.Mode.LIGHT) -> None:
        found = QApplication.instance()
        self.app = found if isinstance(found, QApplication) else QApplication([])
        self.stray = StrayWindows()
        self.app.installEventFilter(self.stray)
        self.crashes: list[BaseException] = []
        self.pressed = 0
        sys.excepthook = self._note
        self.program = Program(self.app, folder)
        theme.dress(self.app, mode)
        self.house = House(
            self.program.window,
            self.program.messages,
            DataFolder(folder),
            self.crashes.append,
            self.program.settings,
        )
        ready: list[bool] = []
        self.program.ready.connect(lambda: ready.append(True))
        self.program.ready.connect(self.house.open_up)
        self.program.window.resize(WIDTH, HEIGHT)
        self.program.window.show()
        self.program.window.activateWindow()
        self.until(lambda: bool(ready))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.leave()

    @property
    def frame(self) -> Frame:
        """What stands around the pages of whoever is signed in."""
        frame = self.program.window.frame
        assert frame is not None, "nobody is signed in"
        return frame

    def page(self, kind: type[W]) -> W:
        """The page in sight, once it is of that kind."""
        self.until(lambda: isinstance(self.frame.stack.currentWidget(), kind))
        found = self.frame.stack.currentWidget()
        assert isinstance(found, kind)
        return found

    def desk(self) -> Desk:
        """The data base as whoever is signed in would use it, to compare with what the window did."""
        return self.house.desk()

    def sign_in(self, name: str, password: str) -> None:
        """Name, Tab, password, Enter."""
        page = self.program.window.sign_in
        self.until(page.name.line.isEnabled)
        inside: list[bool] = []
        self.house.entered.connect(lambda: inside.append(True))
        page.name.set_value("")
        page.name.line.setFocus()
        self.write(name)
        self.key(Qt.Key.Key_Return)
        self.write(password)
        self.key(Qt.Key.Key_Return)
        self.until(lambda: bool(inside))
        self.settle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, text: str = "") -> None:
        """One key, a modifier with its key counting as one; then whatever it began comes to an end."""
        self.pressed += 1
        self._send(key, modifier, text)
        self.settle()

    def letter(self, letter: str) -> None:
        """One key of a letter or digit, as a shortcut of the page."""
        self.key(Qt.Key(ord(letter.upper())), text=letter)

    def write(self, text: str) -> None:
        """Typed text, accents too (QTest aborts the process at é)."""
        for letter in text:
            code = ord(letter.upper())
            self._send(Qt.Key(code) if code < 128 else Qt.Key.Key_unknown, NONE, letter)
        self.settle()

    def until(self, so: Callable[[], bool]) -> None:
        """Waits for what the window does in its own time; fails when it never comes."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not so():
            assert not self.crashes, self.crashes
            assert time.monotonic() < end, "waited too long"
            self._turn(15)

    def settle(self) -> None:
        """Lets stories under way end and their answers be shown."""
        self._turn(10)
        tasks = self.house.tasks
        if tasks is not None:
            self.until(lambda: tasks.idle)
        self._turn(10)
        assert not self.crashes, self.crashes
        assert not self.stray.seen, self.stray.seen

    def look(self, file: Path) -> None:
        """A picture of the window as it is."""
        self.settle()
        assert self.program.window.grab().save(str(file)), file

    def leave(self) -> None:
        """Closes the window as a person does."""
        self.program.window.close()
        self.app.removeEventFilter(self.stray)
        self._turn(10)
        self.program.window.deleteLater()
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        sys.excepthook = sys.__excepthook__
        # The language was the window's own: the next test of a part reads the words of the source.
        for translator in self.app.findChildren(QTranslator):
            self.app.removeTranslator(translator)
            translator.deleteLater()
        QLocale.setDefault(QLocale.c())

    def _send(self, key: Qt.Key, modifier: Qt.KeyboardModifier, text: str) -> None:
        self.until(lambda: QApplication.focusWidget() is not None)
        target = QApplication.focusWidget()
        assert target is not None
        self._shortcut_or_key(target, key, modifier, text)

    @staticmethod
    def _shortcut_or_key(target: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier, text: str) -> None:
        from PySide6.QtTest import QTest

        if text and not text.isascii():
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(target, QKeyEvent(kind, key, modifier, text))
        elif len(text) == 1 and modifier == NONE:
            QTest.keyClicks(target, text)
        else:
            QTest.keyClick(target, key, modifier)

    @staticmethod
    def _turn(milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def _note(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        self.crashes.append(error)
