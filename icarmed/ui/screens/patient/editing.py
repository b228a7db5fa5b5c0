"""Correcting an entry of the journal, taking it back, and reading what stood there before."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from icarmed.db.files import Former
from icarmed.db.timeline import Item
from icarmed.ui.forms import NotesField, TextField
from icarmed.ui.parts import Button, ButtonKind, Card, label, row
from icarmed.ui.screens.patient.cards import FormCard
from icarmed.ui.screens.patient.folder import ZONE, Folder
from icarmed.usecases import files, journal

_PLACES = {"entry_empty": "body", "reason_needed": "reason"}


class EntryEditor(FormCard):
    """Another text for one's own entry, or the end of it; both with a reason."""

    def __init__(
        self, folder: Folder, item: Item, *, takes_back: bool, parent: QWidget | None = None
    ) -> None:
        title = self.tr("Take the entry back") if takes_back else self.tr("Correct the entry")
        super().__init__(folder, title, title, parent)
        self._item = item
        self.body: NotesField | None = None
        if not takes_back:
            self.body = self.form.add(NotesField("body", self.tr("Text"), lines=4))
            self.body.set_value(item.what)
            self.body.entered.connect(self.submit)
        self.reason = self.form.add(TextField("reason", self.tr("Reason")))

    def submit(self) -> None:
        """Store the correction; what stood before stays readable."""
        item, reason = self._item, self.reason.value()
        if not reason:
            self.form.show_errors({"reason": self.tr("Say why; it stays beside the former text.")})
        elif self.body is None:
            self.write(
                lambda desk: journal.void_entry(desk, item.id, item.visit, item.revision, reason),
                lambda _none: self.finish(self.tr("Entry taken back")),
                _PLACES,
            )
        else:
            body = self.body.value()
            self.write(
                lambda desk: journal.correct_entry(desk, item.id, item.revision, body, reason),
                lambda _revision: self.finish(self.tr("Entry corrected")),
                _PLACES,
            )


class FormerTexts(Card):
    """What an entry said before each correction: until when, by whom it was changed, and why."""

    left = Signal()

    def __init__(self, folder: Folder, entry: UUID, parent: QWidget | None = None) -> None:
        super().__init__(kind="plain", parent=parent)
        self._folder = folder
        self.setAccessibleName(self.tr("Former texts"))
        self.close_button = Button(self.tr("Close"), ButtonKind.BARE)
        self.close_button.clicked.connect(self.left)
        self.column.addLayout(row(label(self.tr("Former texts"), "section"), None, self.close_button))
        patient = folder.patient
        folder.room.tasks.read(
            "former", lambda desk: files.former_texts(desk, patient, entry), self._show, owner=self
        )

    def focus_first(self) -> None:
        """Put the cursor on what closes it."""
        self.close_button.setFocus()

    def _show(self, texts: list[Former]) -> None:
        for text in texts:
            at = text.changed_at.astimezone(ZONE)
            when = f"{self._folder.words.day(at.date())} {at:%H:%M}"
            said = self.tr("until %1, changed by %2: %3").replace("%1", when)
            said = said.replace("%2", text.changed_by).replace("%3", text.reason or "–")
            self.column.addWidget(label(text.body, wrap=True))
            self.column.addWidget(label(said, "small", wrap=True))
