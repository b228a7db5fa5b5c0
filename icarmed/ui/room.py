"""What every page is handed: the doors to stories, to other pages, and to the frame."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from icarmed.ui.actions import Commands
from icarmed.ui.changes import Changes
from icarmed.ui.messages import Messages
from icarmed.ui.shade import NameShade
from icarmed.ui.tasks import Tasks


class Pages(Protocol):
    """The frame as a page knows it; pages name each other by route, never by class."""

    def go(self, route: str, key: object = None) -> None:
        """Open the page of a route; `key` says of what (a patient's id)."""

    def back(self) -> None:
        """Leave the page for the one before."""

    def say(self, text: str) -> None:
        """Say at the foot of the window what was done."""

    def offer_undo(self, text: str, undo: Callable[[], None]) -> None:
        """Say what was done, and let it be undone."""


@dataclass(frozen=True, slots=True)
class Room:
    """Everything a page may need besides its own key."""

    tasks: Tasks
    pages: Pages
    commands: Commands
    changes: Changes
    shade: NameShade
    messages: Messages
    now: Callable[[], datetime]
    today: Callable[[], date]
