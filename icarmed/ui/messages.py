"""The only place of the window that puts findings and errors into words."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from icarmed.db.errors import StorageError, StorageFault
from icarmed.domain.findings import Finding
from icarmed.domain.words import Words
from icarmed.ui.i18n import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Trouble:
    """An error as it is said: what happened, what was kept, what to do."""

    what: str
    kept: str
    todo: str


class Messages:
    """Words of findings come from `resources/texts`, those of troubles are the window's own."""

    def __init__(self, words: Callable[[], Words]) -> None:
        self._words = words

    @property
    def words(self) -> Words:
        """The texts by code, in the language of the window."""
        return self._words()

    def finding(self, finding: Finding) -> str:
        """The sentence of a finding."""
        words = self._words()
        if words.has(f"findings.{finding.code}"):
            return words.finding(finding)
        unknown = QCoreApplication.translate("Messages", "This was refused (%1).")
        return unknown.replace("%1", finding.code)

    def findings(self, findings: Iterable[Finding]) -> str:
        """The sentences of several, one a line."""
        return "\n".join(self.finding(finding) for finding in findings)

    def storage(self, error: StorageError) -> Trouble:
        """What the file or the disk denied."""
        what, todo = (QCoreApplication.translate("Messages", text) for text in _DENIED[error.fault])
        kept = QCoreApplication.translate(
            "Messages", "Nothing was changed; all that was stored is still there."
        )
        return Trouble(what, kept, todo)

    def crash(self) -> Trouble:
        """A mistake of the program."""
        return Trouble(
            QCoreApplication.translate("Messages", "Something went wrong in the program itself."),
            QCoreApplication.translate(
                "Messages",
                "What was entered is stored, and drafts are kept as they were half a second before.",
            ),
            QCoreApplication.translate(
                "Messages", "Go back and try again. If it happens again, close the program and start it anew."
            ),
        )


_MISSING = (
    QT_TRANSLATE_NOOP("Messages", "The data base is not where it should be."),
    QT_TRANSLATE_NOOP(
        "Messages", "Look whether its disk or stick is plugged in; else restore the last backup."
    ),
)
_WRONG_KEY_OR_DAMAGED = (
    QT_TRANSLATE_NOOP("Messages", "The data base cannot be read: it is damaged, or its key does not fit."),
    QT_TRANSLATE_NOOP("Messages", "Do not go on writing. Restore the last backup from the settings."),
)
_DISK_FULL = (
    QT_TRANSLATE_NOOP("Messages", "The disk is full."),
    QT_TRANSLATE_NOOP("Messages", "Free some space, then do it again."),
)
_READ_ONLY = (
    QT_TRANSLATE_NOOP("Messages", "The data base may only be read."),
    QT_TRANSLATE_NOOP("Messages", "Look whether the stick or folder is write-protected."),
)
_BUSY = (
    QT_TRANSLATE_NOOP("Messages", "The data base is busy with another window."),
    QT_TRANSLATE_NOOP("Messages", "Wait a moment, then do it again."),
)
_NEWER_SCHEMA = (
    QT_TRANSLATE_NOOP("Messages", "The data base is of another version of the program."),
    QT_TRANSLATE_NOOP("Messages", "Install the newest version, then start again."),
)
_NETWORK_SHARE = (
    QT_TRANSLATE_NOOP("Messages", "The data base lies on a network folder, where it would be damaged."),
    QT_TRANSLATE_NOOP("Messages", "Move it to a disk of this computer."),
)
_EXISTS = (
    QT_TRANSLATE_NOOP("Messages", "There is already a data base here."),
    QT_TRANSLATE_NOOP("Messages", "Choose another folder."),
)
_DENIED: Mapping[StorageFault, tuple[str, str]] = {
    StorageFault.MISSING: _MISSING,
    StorageFault.EMPTY: _MISSING,
    StorageFault.WRONG_KEY_OR_DAMAGED: _WRONG_KEY_OR_DAMAGED,
    StorageFault.DAMAGED: _WRONG_KEY_OR_DAMAGED,
    StorageFault.DISK_FULL: _DISK_FULL,
    StorageFault.READ_ONLY: _READ_ONLY,
    StorageFault.BUSY: _BUSY,
    StorageFault.NEWER_SCHEMA: _NEWER_SCHEMA,
    StorageFault.OLDER_SCHEMA: _NEWER_SCHEMA,
    StorageFault.NETWORK_SHARE: _NETWORK_SHARE,
    StorageFault.EXISTS: _EXISTS,
}
"""What happened, and what to do."""
