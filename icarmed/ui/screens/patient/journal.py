"""The journal: one field that is saved as it is typed, and every visit below, newest first."""

from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from icarmed.db.timeline import TimelineVisit
from icarmed.security.roles import Right
from icarmed.ui.forms import NotesField
from icarmed.ui.parts import Button, ButtonKind, Card, EmptyState, column, label, row
from icarmed.ui.screens.patient.folder import ZONE, Folder, State
from icarmed.ui.screens.patient.visits import VisitBlock
from icarmed.usecases import journal
from icarmed.usecases.journal import SaveDraft, WriteEntry


class JournalTab(QWidget):
    """Where notes are written; the draft of its author survives a lock, a crash and a power cut."""

    def __init__(self, folder: Folder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._revision = 0
        self.warning = ""
        self._key: tuple[UUID | None] | None = None
        self.notes = NotesField(
            "journal",
            self.tr("Note of today"),
            example=self.tr("Write here; it is saved as you type"),
            lines=3,
        )
        self.notes.draft.connect(self._on_notes_draft)
        self.notes.entered.connect(self.enter)
        self._state = label("", "small")
        self._enter = Button(self.tr("Enter the note"), ButtonKind.ACT, key="Ctrl+Return")
        self._enter.clicked.connect(self.enter)
        self._card = Card(self.notes, row(self._enter, self._state, None))
        self.blocks: list[VisitBlock] = []
        self._timeline: tuple[TimelineVisit, ...] | None = None
        self._own: frozenset[UUID] = frozenset()
        self._holder = QVBoxLayout()
        self._holder.setSpacing(2)
        self._empty = EmptyState(
            self.tr("Nothing in the journal yet"),
            self.tr("Visits, notes, doses, tests and requests will stand here, newest first."),
            icon="note",
        )
        self.setLayout(column(self._card, self._empty, self._holder, None, gap=12))
        folder.read.connect(self._on_read)

    def focus_note(self) -> None:
        """Put the cursor in the note."""
        self.notes.input.setFocus()

    def reload(self) -> None:
        """The journal is part of the file: the page reads it."""

    def save_draft(self) -> None:
        """Store what was typed and not stored yet: before leaving, locking or closing."""
        self.notes.save_draft()

    def enter(self) -> None:
        """What was typed becomes an entry."""
        state = self._folder.state
        if state is None or not self.notes.value():
            return
        visit = None if state.visit is None else state.visit.id
        order = WriteEntry(self._folder.patient, visit, self.notes.value())
        self._folder.room.tasks.write(
            lambda desk: journal.write_entry(desk, order),
            lambda _entry: self._on_entered(order.body),
            owner=self,
        )

    def _on_entered(self, body: str) -> None:
        self._revision = 0
        if self.notes.value() == body:
            # What was typed meanwhile stays, as the beginning of the next note.
            self.notes.set_value("")
        self._state.setText("")
        self._folder.room.pages.say(self.tr("Note entered"))

    def _on_notes_draft(self, body: str) -> None:
        state = self._folder.state
        if state is None or not state.may(Right.WRITE_JOURNAL):
            return
        visit = None if state.visit is None else state.visit.id
        order = SaveDraft(self._folder.patient, visit, body, self._revision)
        # The next draft counts on from this one, whenever the answer comes: writes keep their order.
        self._revision += 1
        self._folder.room.tasks.write(
            lambda desk: journal.save_draft(desk, order),
            self._on_draft_saved,
            owner=self,
            refused=lambda _findings: self._on_draft_refused(),
        )

    def _on_draft_saved(self, revision: int) -> None:
        if revision == self._revision:
            self._state.setText(self.tr("draft saved at %1").replace("%1", f"{self._folder.now:%H:%M}"))

    def _on_draft_refused(self) -> None:
        self.warning = self.tr("The draft was changed in another window: copy this text before leaving.")
        self._state.setText(self.warning)

    def _on_read(self, state: State) -> None:
        self._card.setVisible(state.may(Right.WRITE_JOURNAL))
        key = (None if state.visit is None else state.visit.id,)
        if key != self._key:
            # Another visit has another draft; what is typed meanwhile is never replaced by a reading.
            self._key = key
            if not self.notes.unsaved and (self._revision == 0 or not self.notes.value()):
                self._revision = 0 if state.draft is None else state.draft.revision
                self.notes.set_value("" if state.draft is None else state.draft.body)
        self._show_timeline(state)

    def _show_timeline(self, state: State) -> None:
        if self._timeline == state.file.timeline and self._own == state.own_entries:
            return
        self._timeline, self._own = state.file.timeline, state.own_entries
        unfolded = {block.key for block in self.blocks if block.unfolded}
        for block in self.blocks:
            self._holder.removeWidget(block)
            block.hide()
            block.deleteLater()
        self.blocks = [VisitBlock(self._folder, one, self._own, ZONE) for one in self._timeline]
        for block in self.blocks:
            self._holder.addWidget(block)
            if block.key in unfolded:
                block.unfold()
        self._empty.setVisible(not self.blocks)
