"""A strip of tabs under the head of a page, with Alt and a digit."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QStackedWidget, QWidget

from icarmed.ui.parts.boxes import column, row, rule
from icarmed.ui.theme import colour, set_state, tokens

_PADDING = 12
_HEIGHT = 40


class _Tab(QPushButton):
    """One tab: a word, underlined when it is the current one."""

    def __init__(self, text: str, key: str) -> None:
        super().__init__(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setShortcut(key)
        self.setToolTip(f"{text}  {self.shortcut().toString()}")
        set_state(self, "kind", "bare")

    def sizeHint(self) -> QSize:  # noqa: N802 Qt's name
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2 * _PADDING + 2, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 3, -1, -5)
        corner = tokens().sizes.corner
        if self.hasFocus():
            painter.setPen(QPen(colour("act"), 2))
            painter.drawRoundedRect(box, corner, corner)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("hover"))
            painter.drawRoundedRect(box, corner, corner)
        painter.setPen(colour("act" if self.isChecked() else "text"))
        painter.drawText(
            QRectF(self.rect()).adjusted(0, -1, 0, -1), Qt.AlignmentFlag.AlignCenter, self.text()
        )
        if self.isChecked():
            painter.fillRect(
                QRectF(_PADDING - 4, self.height() - 3, self.width() - 2 * _PADDING + 8, 3), colour("act")
            )
        painter.end()


class TabStrip(QWidget):
    """Tabs and the pages they show; Alt+1 … Alt+9 choose, Left and Right move within the strip."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.idClicked.connect(self._on_tab_clicked)
        self._row = row(None, gap=0)
        self.pages = QStackedWidget()
        step = tokens().sizes.grid
        self.setLayout(column(column(self._row, rule(), gap=0), self.pages, gap=2 * step))

    def add(self, text: str, page: QWidget) -> int:
        """Add a tab at the right end; says its number, from 0."""
        number = self.pages.addWidget(page)
        tab = _Tab(text, f"Alt+{number + 1}")
        tab.installEventFilter(self)
        self._group.addButton(tab, number)
        self._row.insertWidget(number, tab)
        if number == 0:
            tab.setChecked(True)
        return number

    @property
    def current(self) -> int:
        """The number of the tab that is shown."""
        return self._group.checkedId()

    def choose(self, number: int) -> None:
        """Show a tab."""
        self._group.button(number).setChecked(True)
        self._on_tab_clicked(number)

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]  # noqa: N802 only tabs are watched
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
            if step and not event.modifiers():
                self.choose((self.current + step) % self.pages.count())
                self._group.button(self.current).setFocus()
                return True
        return super().eventFilter(watched, event)

    def _on_tab_clicked(self, number: int) -> None:
        self.pages.setCurrentIndex(number)
        self.chosen.emit(number)
