"""The head of a page: back, title, what stands beside it, and what can be done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from icarmed.ui.parts.boxes import row
from icarmed.ui.parts.buttons import Button, ButtonKind
from icarmed.ui.parts.labels import ElidedLabel, label
from icarmed.ui.theme import set_role, tokens


class PageHeader(QWidget):
    """Title with a back button; `add` puts widgets at the right end."""

    back_asked = Signal()

    def __init__(
        self, title: str, *, subtitle: str = "", back: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        step = tokens().sizes.grid
        self._back = Button(self.tr("Back"), ButtonKind.ICON, icon="back", key="Alt+Left")
        self._back.clicked.connect(self.back_asked)
        self._title = label(title)
        set_role(self._title, "title")
        self._subtitle = ElidedLabel(subtitle, "muted")
        self._line = row(self._back, self._title, self._subtitle, gap=step + 4)
        self._line.setStretch(2, 1)
        self.setLayout(self._line)
        # Not before it has a parent: a button shown by itself is a window, and takes the focus with it.
        self._back.setVisible(back)

    @property
    def title(self) -> str:
        """The title as shown."""
        return self._title.text()

    def set_title(self, title: str, subtitle: str | None = None) -> None:
        """Change the title, and the subtitle if one is given."""
        self._title.setText(title)
        if subtitle is not None:
            self._subtitle.set_text(subtitle)

    def set_back(self, *, shown: bool) -> None:
        """Show the back button only where there is a page to go back to."""
        self._back.setVisible(shown)

    def add(self, *widgets: QWidget) -> None:
        """Put widgets at the right end, in this order."""
        for widget in widgets:
            self._line.addWidget(widget)
