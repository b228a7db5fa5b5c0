"""The sign-in page is painted before anything heavy is imported; then the rest comes by itself."""

import os
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from icarmed.ui.i18n import LANGUAGES
from icarmed.ui.settings import WindowSettings
from icarmed.ui.theme import Mode
from tests.support.processes import run

ROOT = Path(__file__).parents[2]
HEAVY = ("sqlalchemy", "sqlcipher3", "alembic", "reportlab", "keyring", "openpyxl", "xlsxwriter", "argon2")

STARTING = """
import sys
from PySide6.QtWidgets import QApplication
from icarmed import app, paths
application = QApplication([])
program = app.Program(application, paths.data_folder())
def painted():
    print("painted", sorted(set(sys.argv[1:]) & set(sys.modules)), flush=True)
    assert program.window.currentWidget() is program.window.sign_in
def ready():
    print("ready", "sqlalchemy" in sys.modules, flush=True)
    program.window.close()
    application.quit()
app.FirstPaint(program.window).done.connect(painted)
program.ready.connect(ready)
program.window.show()
application.exec()
"""


def test_nothing_heavy_is_imported_before_the_sign_in_page_is_painted(tmp_path: Path) -> None:
    # A data base that exists: what asks first is the sign-in page, not the set-up of a new one.
    ended = run(
        [sys.executable, "-c", STARTING, *HEAVY],
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(ROOT),
            "ICARMED_DATA": str(tmp_path),
        },
    )
    assert ended.code == 0, ended.said
    assert ended.out.split("\n")[:2] == ["painted []", "ready True"]


def test_the_window_remembers_its_choices(tmp_path: Path, qtbot: QtBot) -> None:
    first = WindowSettings(tmp_path)
    assert (first.lang, first.mode, first.printer("labels")) == ("fr", Mode.SYSTEM, "")
    assert first.geometry.isEmpty()
    first.set_lang("en")
    first.set_mode(Mode.DARK)
    first.set_printer("labels", "Zebra")
    again = WindowSettings(tmp_path)
    assert (again.lang, again.mode, again.printer("labels")) == ("en", Mode.DARK, "Zebra")
    assert again.printer("slips") == ""


@pytest.mark.parametrize("kept", ["lang=xx\nmode=purple", "nonsense"])
def test_settings_nobody_can_read_are_those_of_the_first_start(tmp_path: Path, kept: str) -> None:
    (tmp_path / "window.ini").write_text(f"[General]\n{kept}\n", "utf-8")
    settings = WindowSettings(tmp_path)
    assert (settings.lang, settings.mode) == (LANGUAGES[0], Mode.SYSTEM)
