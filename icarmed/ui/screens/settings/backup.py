"""Backup: when the last one was made and where, and one made now."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from icarmed.domain.findings import Finding
from icarmed.security.roles import Right
from icarmed.ui.forms import Form, TextField
from icarmed.ui.parts import Banner, Button, ButtonKind, Card, column, row
from icarmed.ui.room import Room
from icarmed.ui.screens.settings.tab import SettingsContext, Tab, guarded
from icarmed.usecases import backups
from icarmed.usecases.backups import BackupMade, LastBackup
from icarmed.usecases.story import Desk

_PLACES = {"backup_": "folder", "folder_refused": "folder"}


class BackupTab(Tab):
    """A folder and a button; the folder may stay empty."""

    def __init__(self, room: Room, context: SettingsContext) -> None:
        super().__init__(room, "backup", Right.BACKUP)
        self._context = context
        self._last = column()
        self.form = Form()
        self.folder = self.form.add(
            TextField(
                "folder",
                self.tr("Folder"),
                hint=self.tr("Best a stick kept elsewhere. Empty: beside the data, against mistakes only."),
                longest=1000,
            )
        )
        self.folder.entered.connect(self._on_backup)
        self.button = Button(self.tr("Back up now"), ButtonKind.ACT, icon="backup")
        self.button.clicked.connect(self._on_backup)
        body = QWidget()
        body.setLayout(column(self._last, Card(self.form, row(self.button, None)), None, gap=16))
        body.setMaximumWidth(720)
        self.set_body(body)

    def read(self, desk: Desk) -> LastBackup | None:
        """The last backup."""
        return backups.last_backup(desk)

    def show_state(self, state: LastBackup | None) -> None:
        """When and where it was made."""
        while (item := self._last.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if state is None:
            self._last.addWidget(
                Banner(
                    "due", self.tr("No backup was made yet."), detail=self.tr("Make one at every session.")
                )
            )
            return
        at = state.at.astimezone()
        said = self.tr("Last backup: %1 at %2")
        said = said.replace("%1", self.room.messages.words.day(at.date())).replace("%2", f"{at:%H:%M}")
        self._last.addWidget(Banner("done", said, detail=str(state.file)))

    def _on_backup(self) -> None:
        self.form.clear_errors()
        self.button.setEnabled(False)
        folder, vault = self.folder.value(), self._context.vault
        to = Path(folder).expanduser() if folder else None
        story = guarded(lambda desk: backups.backup(vault(), desk, to))
        self.room.tasks.write(story, self._on_made, owner=self, refused=self._on_refused)

    def _on_made(self, _made: BackupMade) -> None:
        self.button.setEnabled(True)
        self.room.pages.say(self.tr("Backup made"))

    def _on_refused(self, findings: tuple[Finding, ...]) -> None:
        self.button.setEnabled(True)
        self.say_refused(self.form, _PLACES, findings)
