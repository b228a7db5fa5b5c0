"""A window that emits all day long does not end the process."""

import sys

from tests.support.processes import run

EMITS = """
import sys
import icarmed.ui
from PySide6.QtCore import QCoreApplication, QObject, Signal

class Speaker(QObject):
    said = Signal(int)

app = QCoreApplication([])
speaker = Speaker()
for number in range(100_000):
    speaker.said.emit(number)
print("alive", True)
"""


def test_a_hundred_thousand_signals_do_not_end_the_process() -> None:
    ended = run([sys.executable, "-c", EMITS])
    assert (ended.code, ended.out.strip()) == (0, "alive True")
