"""The one window: sign-in first, then the frame; the lock and the crash page lie over it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from icarmed.ui.messages import Trouble
from icarmed.ui.shell.crash import CrashPage
from icarmed.ui.shell.frame import Frame
from icarmed.ui.shell.signin import SignInPage
from icarmed.ui.theme import set_state

SIZE = (1280, 720)
LEAST = (1024, 640)


class Window(QStackedWidget):
    """Shows one of sign-in, frame and crash page; `closing` is said when drafts are stored."""

    closing = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_state(self, "ground", "page")
        self.setWindowTitle("IcarMed")
        self.setMinimumSize(*LEAST)
        self.resize(*SIZE)
        self.sign_in = SignInPage()
        self.addWidget(self.sign_in)
        self.frame: Frame | None = None
        self._crash: CrashPage | None = None

    def enter(self, frame: Frame) -> None:
        """Someone signed in: show their frame in place of any other."""
        if self.frame is not frame:
            self.leave()
            self.frame = frame
            self.addWidget(frame)
        self.setCurrentWidget(frame)

    def lock(self, name: str) -> None:
        """Hide the frame behind the sign-in page, with drafts stored and the name of who was there."""
        if self.frame is None:
            return
        self.frame.stack.save_drafts()
        self.frame.search.clear()
        self.sign_in.begin(name, self.tr("Locked. Nothing was lost; sign in to go on."))
        self.setCurrentWidget(self.sign_in)

    def leave(self) -> None:
        """Close the frame and all its pages, and ask who is there."""
        if self.frame is not None:
            self.frame.stack.clear()
            self.removeWidget(self.frame)
            self.frame.deleteLater()
            self.frame = None
        self.setCurrentWidget(self.sign_in)

    def show_crash(self, trouble: Trouble) -> None:
        """Show what happened in place of the frame; a second mistake meanwhile changes nothing."""
        if self._crash is not None:
            return
        self._crash = CrashPage(trouble)
        self._crash.continued.connect(self._on_crash_continued)
        self._crash.ended.connect(self.close)
        self.addWidget(self._crash)
        self.setCurrentWidget(self._crash)
        self._crash.focus_first()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 Qt's name
        if self.frame is not None:
            self.frame.stack.save_drafts()
        self.closing.emit()
        super().closeEvent(event)

    def _on_crash_continued(self) -> None:
        if self._crash is not None:
            self.removeWidget(self._crash)
            self._crash.deleteLater()
            self._crash = None
        self.setCurrentWidget(self.frame or self.sign_in)
