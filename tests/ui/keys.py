"""Typing as a person does, letter by letter; pytest-qt's keyClicks ends the process at the first é."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
}


def type_text(widget: QWidget, text: str) -> None:
    """Send each letter as a key with that text, as an input method does."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def press(widget: QWidget, keys: str) -> None:
    """Send one key with its modifiers, written as in the registry: `Return`, `Ctrl+C`, `Left`."""
    *modifiers, name = keys.split("+")
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= _MODIFIERS[modifier]
    key = Qt.Key[f"Key_{name}"]
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key.value, held, ""))
