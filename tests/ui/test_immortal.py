"""A window that speaks and orders itself all day long does not end the process."""

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

LAYS_OUT = """
import icarmed.ui
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel

app = QApplication(["-platform", "offscreen"])
box, label = QHBoxLayout(), QLabel()
box.addWidget(label)
item = box.itemAt(0)
for number in range(100_000):
    item.layout()
print("alive", None)
"""


def test_a_hundred_thousand_signals_do_not_end_the_process() -> None:
    ended = run([sys.executable, "-c", EMITS])
    assert (ended.code, ended.out.strip()) == (0, "alive True")


def test_asking_a_hundred_thousand_times_for_a_layout_that_is_not_there_does_not_either() -> None:
    ended = run([sys.executable, "-c", LAYS_OUT])
    assert (ended.code, ended.out.strip()) == (0, "alive None")
