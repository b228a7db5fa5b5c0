"""The line at the foot: place and day, who, drafts, last backup, and the keys that always work."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from icarmed.ui.parts.keys import KeyHint
from icarmed.ui.parts.labels import label
from icarmed.ui.theme import set_role

_HEIGHT = 32


class StatusLine(QFrame):
    """Each setter changes one part; an empty text takes the part away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "status")
        self.setFixedHeight(_HEIGHT)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(20)
        self._place, self._who, self._drafts, self._backup = (label("") for _ in range(4))
        for part in self._parts():
            line.addWidget(part)
            part.hide()
        line.addStretch(1)
        for keys, text in (
            ("F1", self.tr("keys")),
            ("F12", self.tr("hide names")),
            ("Ctrl+L", self.tr("lock")),
        ):
            pair = QHBoxLayout()
            pair.setSpacing(6)
            pair.addWidget(KeyHint(keys))
            pair.addWidget(label(text))
            line.addLayout(pair)

    def set_place(self, text: str) -> None:
        """Place and day of the session: "Liège, 3 Dec."."""
        _set(self._place, text)

    def set_who(self, text: str) -> None:
        """Who is signed in."""
        _set(self._who, text)

    def set_drafts(self, count: int) -> None:
        """How many drafts wait to become entries."""
        _set(self._drafts, self.tr("%n draft(s)", "", count) if count else "")

    def set_backup(self, text: str, *, late: bool = False) -> None:
        """When the last backup was made; `late` says that it is too long ago."""
        said = self.tr("backup %1").replace("%1", text) if text else ""
        _set(self._backup, f"{said} ◆" if late and said else said)
        set_role(self._backup, "due" if late else "muted")

    def _parts(self) -> tuple[QLabel, ...]:
        return self._place, self._who, self._drafts, self._backup


def _set(part: QLabel, text: str) -> None:
    part.setText(text)
    part.setVisible(bool(text))
