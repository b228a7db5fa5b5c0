"""What the window remembers of itself on this computer: language, theme, its place, printers."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from icarmed.ui.i18n import LANGUAGES
from icarmed.ui.theme import Mode


class WindowSettings:
    """Kept in `window.ini` of a folder, written at once."""

    def __init__(self, folder: Path) -> None:
        self._kept = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    @property
    def lang(self) -> str:
        """The language of the window; French unless another was chosen."""
        chosen = str(self._kept.value("lang", LANGUAGES[0]))
        return chosen if chosen in LANGUAGES else LANGUAGES[0]

    def set_lang(self, lang: str) -> None:
        """Choose a language, from the next start on."""
        self._keep("lang", lang)

    @property
    def mode(self) -> Mode:
        """Light, dark or as the system."""
        chosen = str(self._kept.value("mode", Mode.SYSTEM.value))
        return Mode(chosen) if chosen in set(Mode) else Mode.SYSTEM

    def set_mode(self, mode: Mode) -> None:
        """Choose a theme."""
        self._keep("mode", mode.value)

    def printer(self, purpose: str) -> str:
        """The printer used last for slips, labels or letters; empty when none was yet."""
        return str(self._kept.value(f"printer/{purpose}", ""))

    def set_printer(self, purpose: str, name: str) -> None:
        """Remember the printer of a purpose."""
        self._keep(f"printer/{purpose}", name)

    @property
    def geometry(self) -> QByteArray:
        """Where the window was, as Qt saves it; empty at the first start."""
        saved = self._kept.value("geometry", QByteArray())
        return saved if isinstance(saved, QByteArray) else QByteArray()

    def set_geometry(self, saved: QByteArray) -> None:
        """Remember where the window is."""
        self._keep("geometry", saved)

    def _keep(self, key: str, value: str | QByteArray) -> None:
        self._kept.setValue(key, value)
        self._kept.sync()
