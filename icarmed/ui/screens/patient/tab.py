"""What tabs have in common: a form opens over them in place, and they read again what they show."""

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from icarmed.ui.screens.patient.cards import FormCard
from icarmed.ui.screens.patient.folder import Folder


class Tab(QWidget):
    """A page of the strip; `reload` is called when it comes into sight and when its file changed."""

    def __init__(self, folder: Folder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self.form: FormCard | None = None
        # What opens forms makes room while one is open.
        self.head: QWidget | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 16)
        self.column.setSpacing(12)

    def reload(self) -> None:
        """Read what the tab shows, unless the page reads it."""

    def open_form(self, card: FormCard) -> None:
        """Show a form over the tab in place of the one that stood there, with the cursor in it."""
        self._drop_form()
        self.form = card
        card.left.connect(self.close_form)
        self.column.insertWidget(0, card)
        if self.head is not None:
            self.head.hide()
        card.show()
        self.folder.form_opened.emit(card)
        card.focus_first()

    def close_form(self) -> None:
        """Take the form away; the cursor goes back to the page."""
        if self._drop_form():
            if self.head is not None:
                self.head.show()
            self.folder.form_closed.emit()

    def _drop_form(self) -> bool:
        card, self.form = self.form, None
        if card is None:
            return False
        self.column.removeWidget(card)
        card.hide()
        card.deleteLater()
        return True


def empty(box: QLayout) -> None:
    """Take every widget out of a layout, for those of another reading."""
    while (item := box.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
