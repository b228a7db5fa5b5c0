"""The order in which Tab goes through a page: that of its layouts, which is that of the eye.

Forms, reminders and visits come and go; Qt keeps them in the order in which they were made.
"""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def order_by_layout(root: QWidget) -> None:
    """Let Tab go through a widget as its layouts place what is in it."""
    for before, after in pairwise(_stops(root)):
        QWidget.setTabOrder(before, after)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """Everything in a widget at which Tab may stop, hidden or not; what is made of parts stops once."""
    if isinstance(widget, QScrollArea):
        inner = widget.widget()
        if inner is not None:
            yield from _stops(inner)
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
        if widget.layout() is None:
            return
    layout = widget.layout()
    if layout is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        inner = None if item is None else item.layout()
        widget = None if item is None else item.widget()
        if widget is not None:
            yield from _stops(widget)
        elif inner is not None:
            yield from _in_layout(inner)
