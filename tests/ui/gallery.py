"""Paints every part of the window to pictures: `python -m tests.ui.gallery --out build/looks`."""

import argparse
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from icarmed.catalogue import texts
from icarmed.db.errors import StorageError, StorageFault
from icarmed.ui import theme
from icarmed.ui.i18n import speak
from icarmed.ui.messages import Messages
from icarmed.ui.parts import (
    YesNo,
    column,
    label,
)
from icarmed.ui.shell import CrashPage, Frame, SignInPage
from icarmed.ui.tasks import InlineTasks
from tests.ui.gallery_pages import PAGES, WAITING

SIZE = (1366, 768)
NOW = datetime(2026, 12, 3, 14, 35, tzinfo=UTC)


def frame_with(route: str) -> Frame:
    """The frame with a page of the gallery in it."""
    messages = Messages(lambda: texts.words("fr"))
    frame = Frame(InlineTasks(lambda: None), messages, lambda: NOW, find=lambda _desk, _typed: WAITING)  # type: ignore[arg-type]  # nothing here reads a data base
    for name, factory in PAGES.items():
        frame.register(name, factory)
    frame.set_who("Dr M")
    frame.status.set_place("Liège, 3 déc.")
    frame.status.set_drafts(1)
    frame.status.set_backup("3 déc. 14:29")
    frame.resize(*SIZE)
    frame.show()
    frame.go(route)
    return frame


def searching() -> QWidget:
    """The board while someone types in the search box, names hidden, in practice mode."""
    frame = frame_with("board")
    frame.set_practice(shown=True)
    frame.search.begin()
    frame.search.line.setText("nad")
    frame.search.line.textEdited.emit("nad")
    frame.offer_undo("Visite d'Ana terminée", lambda: None)
    return frame


def with_trouble() -> QWidget:
    """The board with names hidden and the disk full."""
    frame = frame_with("board")
    frame.shade.toggle()
    frame.show_trouble(frame.room.messages.storage(StorageError(StorageFault.DISK_FULL)))
    return frame


def signing_in() -> QWidget:
    """The first page."""
    page = SignInPage()
    page.offer("practice", "S'exercer avec des personnes inventées")
    page.resize(*SIZE)
    page.begin("marie")
    return page


def crashed() -> QWidget:
    """The crash page."""
    page = CrashPage(Messages(lambda: texts.words("fr")).crash())
    page.resize(*SIZE)
    return page


def asking() -> QWidget:
    """A yes or no."""
    host = QWidget()
    host.resize(600, 260)
    host.setLayout(column(label("…")))
    dialog = YesNo(host, "Clôturer la séance ?", "Un brouillon de Dr M reste ouvert.", "Clôturer")
    host.show()
    _HOSTS.append(host)
    dialog.adjustSize()
    return dialog


_HOSTS: list[QWidget] = []
"""Windows that only hold what is painted."""

LOOKS: dict[str, Callable[[], QWidget]] = {
    **{name: lambda name=name: frame_with(name) for name in (*PAGES, "keys")},  # type: ignore[misc]  # bound early
    "searching": searching,
    "trouble": with_trouble,
    "sign_in": signing_in,
    "crash": crashed,
    "yes_no": asking,
}


def paint(out: Path, only: str = "") -> list[Path]:
    """Write each look in each theme; says which files."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    speak(app, "fr")
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for mode in (theme.Mode.LIGHT, theme.Mode.DARK):
        theme.dress(app, mode)
        for name, make in LOOKS.items():
            if only in name:
                written.append(_paint_one(app, make(), out / f"{name}-{mode}.png"))
    for host in _HOSTS:
        host.close()
    _HOSTS.clear()
    return written


def _paint_one(app: QApplication, widget: QWidget, file: Path) -> Path:
    widget.show()
    widget.activateWindow()
    app.processEvents()
    widget.grab().save(str(file))
    widget.close()
    widget.deleteLater()
    app.processEvents()
    return file


def main() -> None:
    """Read where to, and paint."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, default=Path("build/looks"))
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    for file in paint(asked.out, asked.only):
        sys.stdout.write(f"{file}\n")


if __name__ == "__main__":
    main()
