"""The order in which Tab goes through a page: that of its layouts, which is that of the eye.

Forms, rows and notices come and go; Qt keeps them in the order in which they were made.
"""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


class TabFollowsEye(QObject):
    """Orders a page anew when it is shown and whenever something in it came or went."""

    def __init__(self, root: QWidget) -> None:
        super().__init__(root)
        self._root = root
        for widget in (root, *_scrolled(root)):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 Qt's name
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Show}:
            order_by_layout(self._root)
        return super().eventFilter(watched, event)


def order_by_layout(root: QWidget) -> None:
    """Let Tab go through a widget as its layouts place what is in it."""
    policy = root.focusPolicy()
    # The first must come right behind the page; Qt moves nothing behind a widget at which Tab does not stop.
    root.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    for before, after in pairwise(dict.fromkeys((root, *_stops(root)))):
        QWidget.setTabOrder(before, after)
    root.setFocusPolicy(policy)


def _scrolled(root: QWidget) -> Iterator[QWidget]:
    """What scrolls asks for room by itself: the page does not hear of it."""
    for area in root.findChildren(QScrollArea):
        inner = area.widget()
        if inner is not None:
            yield inner


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
