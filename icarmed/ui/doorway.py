"""The pages in front of the sign-in page: a first data base, the recovery sheet, a backup put in place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from icarmed.ui.messages import Messages
from icarmed.ui.shell.window import Window
from icarmed.usecases.vault.folder import DataFolder, FolderState

if TYPE_CHECKING:
    from icarmed.ui.screens.entrance.asking import RecoveryPage, RestorePage
    from icarmed.ui.screens.entrance.doors import Beside, Doors
    from icarmed.ui.screens.entrance.founding import FoundingPage

RECOVERY = "recovery"
RESTORE = "restore"


class Doorway(QObject):
    """Shows what fits the folder; `opened` gives the data base that a page opened."""

    opened = Signal(object)

    def __init__(
        self,
        window: Window,
        messages: Messages,
        folder: DataFolder,
        clock: Callable[[], datetime],
        crashed: Callable[[BaseException], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._messages = messages
        self._folder = folder
        self._clock = clock
        self._crashed = crashed
        self._page: QWidget | None = None
        self._errands: Beside | None = None
        window.sign_in.offer(RECOVERY, self.tr("Recovery code"))
        window.sign_in.offer(RESTORE, self.tr("Restore a backup"))
        window.sign_in.other_asked.connect(self._on_other_asked)

    def open_up(self) -> None:
        """The sign-in page where there is a data base, else the page that makes one."""
        if self._folder.state is FolderState.EMPTY:
            self._found()
        else:
            self.back()

    def back(self) -> None:
        """The sign-in page, or the first page where nothing is to sign in to."""
        if self._page is not None:
            self._window.removeWidget(self._page)
            self._page.deleteLater()
            self._page = None
        if self._folder.state is FolderState.EMPTY:
            self._found()
            return
        self._window.setCurrentWidget(self._window.sign_in)
        self._window.sign_in.begin()

    def close(self) -> None:
        """Waits for an errand that runs."""
        if self._errands is not None:
            self._errands.close()
            self._errands = None

    def _on_other_asked(self, code: str) -> None:
        if code == RECOVERY:
            self._recover()
        else:
            self._restore()

    def _found(self) -> None:
        from icarmed.ui.screens.entrance.founding import FoundingPage
        from icarmed.ui.screens.entrance.printing import print_pdf

        page = FoundingPage(self._doors(), self._runner(), self._messages, print_pdf)
        page.entered.connect(self._on_entered)
        page.restore_asked.connect(self._restore)
        self._show(page)

    def _recover(self) -> None:
        from icarmed.ui.screens.entrance.asking import RecoveryPage

        page = RecoveryPage(self._doors(), self._runner(), self._messages)
        page.entered.connect(self._on_entered)
        page.left.connect(self.back)
        self._show(page)

    def _restore(self) -> None:
        from icarmed.ui.screens.entrance.asking import RestorePage

        page = RestorePage(self._doors(), self._runner(), self._messages)
        page.entered.connect(self._on_entered)
        page.restored.connect(self._recover)
        page.left.connect(self.back)
        self._show(page)

    def _show(self, page: FoundingPage | RecoveryPage | RestorePage) -> None:
        if self._page is not None:
            self._window.removeWidget(self._page)
            self._page.deleteLater()
        self._page = page
        self._window.addWidget(page)
        self._window.setCurrentWidget(page)
        page.focus_first()

    def _on_entered(self, vault: object) -> None:
        self.opened.emit(vault)
        if self._page is not None:
            self._window.removeWidget(self._page)
            self._page.deleteLater()
            self._page = None

    def _doors(self) -> Doors:
        from icarmed.ui.screens.entrance.vault_doors import VaultDoors

        return VaultDoors(self._folder, self._clock, self._messages.words.lang)

    def _runner(self) -> Beside:
        from icarmed.ui.screens.entrance.doors import Beside

        if self._errands is None:
            self._errands = Beside(self)
            self._errands.crashed.connect(self._crashed)
        return self._errands
