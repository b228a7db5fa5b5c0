"""The fixtures of `tests/conftest.py` do fail the tests they are meant to fail."""

import os
import sys
from pathlib import Path
from textwrap import dedent

import keyring
import pytest

from tests.support.memory_keyring import MemoryKeyring
from tests.support.processes import Ended, run

ROOT = Path(__file__).parents[2]

PLANTED = {
    "window": (
        """
        from PySide6.QtWidgets import QWidget
        kept = []
        def test_it(qtbot):
            kept.append(QWidget())
        """,
        "windows left open: QWidget",
    ),
    "thread": (
        """
        import threading
        def test_it():
            threading.Thread(target=threading.Event().wait, name='forgotten', daemon=True).start()
        """,
        "threads left running: forgotten",
    ),
    "qt_warning": (
        """
        from PySide6.QtCore import qWarning
        def test_it(qtbot):
            qWarning('a plaint of Qt')
        """,
        "a plaint of Qt",
    ),
    "qt_warning_at_the_end": (
        """
        from PySide6.QtCore import qWarning
        from PySide6.QtWidgets import QWidget
        class Plaintive(QWidget):
            def closeEvent(self, event):
                qWarning('a late plaint')
        kept = []
        def test_it(qtbot):
            window = Plaintive()
            kept.append(window)
            qtbot.addWidget(window)
            window.show()
        """,
        "Qt warned at the end: a late plaint",
    ),
    "exception_in_a_slot": (
        """
        from PySide6.QtCore import QTimer
        def test_it(qtbot):
            QTimer.singleShot(0, lambda: 1 / 0)
        """,
        "ZeroDivisionError",
    ),
    "log_line": (
        """
        import logging
        def test_it():
            logging.getLogger('icarmed').warning('unasked')
        """,
        "logged: unasked",
    ),
    "missing_log_line": (
        """
        import pytest
        @pytest.mark.expects_log('a line')
        def test_it():
            pass
        """,
        "expected in the log, not there: a line",
    ),
    "warning": (
        """
        import warnings
        def test_it():
            warnings.warn('old ways', DeprecationWarning)
        """,
        "DeprecationWarning: old ways",
    ),
}

CLEAN = """\
import logging
import threading
import pytest
from PySide6.QtCore import QRunnable, QThreadPool, qInfo
from PySide6.QtWidgets import QWidget

class Job(QRunnable):
    def run(self):
        threading.current_thread()

@pytest.mark.expects_log('asked')
def test_it(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.setMinimumSize(300, 200)
    window.show()
    QThreadPool.globalInstance().start(Job())
    thread = threading.Thread(target=lambda: None)
    thread.start()
    qInfo('nothing to say')
    logging.getLogger('icarmed').warning('asked for')
"""


def run_pytest(folder: Path, test: str) -> Ended:
    """Run one test file outside the project under the project's own conftest and settings."""
    (folder / "conftest.py").write_text("from tests.conftest import *\n" + GUARDS, "utf-8")
    (folder / "test_planted.py").write_text(dedent(test), "utf-8")
    settings = ["-p", "no:xvfb", "-p", "no:cacheprovider", "-W", "error", "--rootdir", str(folder)]
    return run(
        [sys.executable, "-m", "pytest", "-q", "-c", os.devnull, *settings, str(folder)],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTEST_QT_API": "pyside6"},
    )


# `import *` leaves out names with an underscore.
GUARDS = "from tests.conftest import _nothing_left_running, _nothing_logged_unasked\n"


@pytest.mark.parametrize("fault", sorted(PLANTED))
def test_a_planted_fault_fails_its_test(tmp_path: Path, fault: str) -> None:
    test, complaint = PLANTED[fault]
    ended = run_pytest(tmp_path, test)
    assert ended.code == 1, ended.said
    assert complaint in ended.out


def test_a_clean_test_with_window_and_threads_passes(tmp_path: Path) -> None:
    ended = run_pytest(tmp_path, CLEAN)
    assert ended.code == 0, ended.said


def test_no_test_reaches_the_keyring_of_the_machine() -> None:
    assert type(keyring.get_keyring()).__module__ == "keyring.backends.fail"


def test_a_test_may_ask_for_a_keyring_of_its_own(memory_keyring: MemoryKeyring) -> None:
    keyring.set_password("icarmed", "practice", "secret")
    assert keyring.get_password("icarmed", "practice") == "secret"
    assert memory_keyring.kept == {("icarmed", "practice"): "secret"}
