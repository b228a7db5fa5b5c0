"""The pages that are open, one above the other; what is out of sight reloads when it comes back."""

from typing import cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from icarmed.ui.page import Leaving, Paged

_DEEPEST = 12


class PageStack(QStackedWidget):
    """Shows the uppermost page; `shown` tells that another one is."""

    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open: list[tuple[str, object, QWidget]] = []
        self._stale: set[QWidget] = set()

    @property
    def current(self) -> Paged | None:
        """The page in sight."""
        return cast("Paged", self._open[-1][2]) if self._open else None

    @property
    def place(self) -> tuple[str, object] | None:
        """Route and key of the page in sight."""
        return self._open[-1][:2] if self._open else None

    @property
    def how_many(self) -> int:
        """How many pages are open."""
        return len(self._open)

    def push(self, route: str, key: object, page: QWidget) -> None:
        """Lay a page over the others, read it, and put the cursor in it."""
        self._leave()
        self._open.append((route, key, page))
        self.addWidget(page)
        if len(self._open) > _DEEPEST:
            # The first is home; what lies just above it is the longest unseen.
            self._close(self._open.pop(1)[2])
        self.setCurrentWidget(page)
        self._paged(page).reload()
        self._paged(page).focus_first()
        self.shown.emit()

    def pop(self) -> None:
        """Close the uppermost page; the last one stays."""
        if len(self._open) < 2:  # noqa: PLR2004 one page is home
            return
        self._leave()
        self._close(self._open.pop()[2])
        self._return()

    def clear(self, *, keep: int = 0) -> None:
        """Close all pages but the lowest `keep`."""
        self._leave()
        while len(self._open) > keep:
            self._close(self._open.pop()[2])
        if self._open:
            self._return()

    def topics_changed(self, topics: frozenset[str]) -> None:
        """Reload the page in sight if it shows one of these, and later those that are not in sight."""
        for at, (_, _, page) in enumerate(self._open):
            if not topics.isdisjoint(self._paged(page).topics):
                if at == len(self._open) - 1:
                    self._paged(page).reload()
                else:
                    self._stale.add(page)

    def refocus(self) -> None:
        """Keys must go on working when what had the focus was hidden or is gone."""
        page = self.currentWidget()
        if page is None or QApplication.focusWidget() is not None or not self.window().isActiveWindow():
            return
        self._paged(page).focus_first()
        if QApplication.focusWidget() is None:
            page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            page.setFocus()

    def save_drafts(self) -> None:
        """Let every open page store what is typed."""
        for _, _, page in self._open:
            if isinstance(page, Leaving):
                page.leaving()

    def _return(self) -> None:
        page = self._open[-1][2]
        self.setCurrentWidget(page)
        if page in self._stale:
            self._stale.discard(page)
            self._paged(page).reload()
        self._paged(page).focus_first()
        self.shown.emit()

    def _leave(self) -> None:
        if self._open and isinstance(self._open[-1][2], Leaving):
            cast("Leaving", self._open[-1][2]).leaving()

    def _close(self, page: QWidget) -> None:
        self._stale.discard(page)
        # Answers that are still on their way find their screen closed.
        for one in (page, *page.findChildren(QObject)):
            one.setProperty("closed", True)  # noqa: FBT003 Qt's signature
        self.removeWidget(page)
        page.deleteLater()

    @staticmethod
    def _paged(page: QWidget) -> Paged:
        return cast("Paged", page)
