"""What was done, said at the foot of the window, with undo where there is one; never a dialog."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from icarmed.ui.parts.boxes import row
from icarmed.ui.parts.buttons import Button, ButtonKind
from icarmed.ui.parts.labels import label
from icarmed.ui.theme import set_state, tokens

SHOWN_MS = 6_000
SHOWN_WITH_UNDO_MS = 12_000
_FOOT = 48


class Toasts(QFrame):
    """One bar over the foot of `host`; a new message takes the place of the old one."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._undo: Callable[[], None] | None = None
        step = tokens().sizes.grid
        set_state(self, "card", "toast")
        self._label = label("")
        self._button = Button(self.tr("Undo"), ButtonKind.BARE, key="Ctrl+Z", icon="undo", parent=self)
        self._button.clicked.connect(self.undo)
        self.setLayout(row(self._label, self._button, gap=2 * step, margins=(2 * step, 6, step, 6)))
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.dismiss)
        host.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now, empty when nothing is."""
        return self._label.text() if self.isVisibleTo(self._host) else ""

    @property
    def offers_undo(self) -> bool:
        """Whether what was done can be undone from here."""
        return self._undo is not None

    def say(self, text: str) -> None:
        """Say what was done."""
        self._show(text, None)

    def offer_undo(self, text: str, undo: Callable[[], None]) -> None:
        """Say what was done, and how to take it back."""
        self._show(text, undo)

    @Slot()
    def undo(self) -> None:
        """Take back what was done last, if it can be."""
        undo = self._undo
        self.dismiss()
        if undo is not None:
            undo()

    @Slot()
    def dismiss(self) -> None:
        """Say nothing any more."""
        self._undo = None
        self._timer.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 Qt's name
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 Qt's name
        super().resizeEvent(event)
        self._place()

    def _show(self, text: str, undo: Callable[[], None] | None) -> None:
        self._undo = undo
        self._label.setText(text)
        self.setAccessibleName(text)
        self._button.setVisible(undo is not None)
        self.adjustSize()
        self.show()
        self.raise_()
        self._place()
        self._timer.start(SHOWN_MS if undo is None else SHOWN_WITH_UNDO_MS)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _place(self) -> None:
        free = self._host.size() - self.size()
        self.move(free.width() // 2, free.height() - _FOOT)
