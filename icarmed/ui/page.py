"""A page of the frame: what the frame needs of it, and a base that has head and column already.

class RemindersPage(Page):
topics = frozenset({Topic.REMINDERS})
def __init__(self, room, key=None): super().__init__(room, self.tr("Reminders")); self.column.addWidget(…)
def reload(self): self.room.tasks.read("reminders", …, self._show, owner=self)
def focus_first(self): self.table.focus_first()
"""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from icarmed.ui.parts.header import PageHeader
from icarmed.ui.parts.order import TabFollowsEye
from icarmed.ui.room import Room
from icarmed.ui.theme import tokens


class Paged(Protocol):
    """What the frame asks of every page; `topics` are the kinds of thing it shows."""

    topics: frozenset[str]

    @property
    def title(self) -> str:
        """Its name in the frame."""

    def reload(self) -> None:
        """Read again what is shown: once when opened, and when a topic changed while it was in sight."""

    def focus_first(self) -> None:
        """Put the cursor where work begins."""


@runtime_checkable
class Leaving(Protocol):
    """A page that keeps something typed."""

    def leaving(self) -> None:
        """Store drafts now: the page is left, or the window locks or closes."""


Factory = Callable[[Room, object], QWidget]
"""Makes the page of a route for a key; the widget it gives is also `Paged`."""


class Page(QWidget):
    """Head with back, and a column of work never wider than 1,000 px that scrolls; `wide` takes all the room.

    A wide page does not scroll itself: its tables do.
    """

    topics: frozenset[str] = frozenset()

    def __init__(
        self, room: Room, title: str, *, subtitle: str = "", back: bool = True, wide: bool = False
    ) -> None:
        super().__init__()
        self.room = room
        step = tokens().sizes.grid
        self.header = PageHeader(title, subtitle=subtitle, back=back)
        self.header.back_asked.connect(room.pages.back)
        self.column = QVBoxLayout()
        self.column.setSpacing(2 * step)
        self.column.setContentsMargins(0, 0, 0, 0)
        box = QVBoxLayout(self)
        box.setContentsMargins(4 * step, 2 * step, 4 * step, 2 * step)
        box.setSpacing(2 * step)
        if wide:
            box.addWidget(self.header)
            box.addLayout(self.column, 1)
            TabFollowsEye(self)
            return
        self.header.setMaximumWidth(tokens().sizes.column)
        head = QHBoxLayout()
        head.addStretch(1)
        head.addWidget(self.header, 1000)
        head.addStretch(1)
        box.addLayout(head)
        box.addWidget(self._scrolled(), 1)
        TabFollowsEye(self)

    @property
    def title(self) -> str:
        """Its name in the frame."""
        return self.header.title

    def reload(self) -> None:
        """Nothing to read, unless a subclass says what."""

    def focus_first(self) -> None:
        """The first widget that takes keys, unless a subclass knows better."""
        takes_tab = Qt.FocusPolicy.TabFocus
        takers = (one for one in self.findChildren(QWidget) if one.focusPolicy() & takes_tab)
        back = self.header.findChild(QPushButton)
        first = next(
            (one for one in takers if one.isEnabled() and one.isVisibleTo(self) and one is not back), back
        )
        if first is not None:
            first.setFocus()

    def _scrolled(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner, held = QWidget(), QWidget()
        held.setMaximumWidth(tokens().sizes.column)
        held.setLayout(self.column)
        line = QHBoxLayout(inner)
        line.setContentsMargins(0, 0, 0, 0)
        line.addStretch(1)
        line.addWidget(held, 1000)
        line.addStretch(1)
        area.setWidget(inner)
        return area
