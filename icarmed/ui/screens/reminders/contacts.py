"""The contact list on its way out: with contacts or without."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from icarmed.ui.forms import Form, TickField
from icarmed.ui.parts import Button, ButtonKind, Card, column, heading, label, row


class ContactsCard(Card):
    """`asked` when it is to be made, `closed` when not."""

    asked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(kind="act", parent=parent)
        self.form = Form()
        self.with_contacts = self.form.add(
            TickField("with_contacts", self.tr("With telephone and the name to ask for"))
        )
        make = Button(self.tr("Make the list"), ButtonKind.ACT)
        make.clicked.connect(self.asked)
        cancel = Button(self.tr("Cancel"), ButtonKind.QUIET, key="Esc")
        cancel.clicked.connect(self.closed)
        said = self.tr("Code, hours and means only: never why. That it was made is noted.")
        self.column.addLayout(column(heading(self.tr("Contact list")), label(said, "muted", wrap=True)))
        self.column.addWidget(self.form)
        self.column.addLayout(row(None, cancel, make))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 Qt's name
        """Enter makes the list, Escape leaves it unmade."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.asked.emit()
            return
        super().keyPressEvent(event)
