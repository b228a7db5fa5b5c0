"""What every tab of the settings has: its reading, who may see it, and what was refused."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from icarmed.domain.findings import Finding, Refused
from icarmed.security.errors import KeyFileError, SignInRefused
from icarmed.security.roles import Right
from icarmed.ui.forms import Form
from icarmed.ui.parts import EmptyState
from icarmed.ui.room import Room
from icarmed.ui.theme import Mode, set_role
from icarmed.usecases.story import Desk, Outcome

if TYPE_CHECKING:
    from icarmed.ui.settings import WindowSettings
    from icarmed.usecases.vault.opened import Vault

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SettingsContext:
    """What the settings need besides the room: the open data base, what this computer keeps, the look."""

    vault: Callable[[], Vault]
    window: WindowSettings
    dress: Callable[[Mode], None]


def guarded(story: Callable[[Desk], Outcome[T]]) -> Callable[[Desk], Outcome[T]]:
    """A story whose keys or folder may say no: that is refused in words as everything else is."""

    def run(desk: Desk) -> Outcome[T]:
        try:
            return story(desk)
        except SignInRefused:
            raise Refused(Finding("own_password_wrong")) from None
        except KeyFileError as error:
            raise Refused(Finding(error.fault.value)) from None
        except OSError as error:
            raise Refused(Finding("folder_refused", {"reason": error.strerror or ""})) from None

    return run


class Tab(QStackedWidget):
    """Shows `body`, or says that the roles do not allow it. Subclasses have `read` and `show_state`."""

    def __init__(self, room: Room, key: str, *rights: Right) -> None:
        super().__init__()
        self.room = room
        self._key = key
        self._rights = rights
        self._denied = EmptyState(
            QCoreApplication.translate("Tab", "Your roles do not allow this"),
            QCoreApplication.translate("Tab", "Ask who administers the accounts."),
            icon="lock",
        )
        self.addWidget(self._denied)

    def set_body(self, body: QWidget) -> None:
        """What is shown to who may; it scrolls when it is higher than the window."""
        area = QScrollArea()
        set_role(area, "page")
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(body)
        self.addWidget(area)
        self.setCurrentWidget(area)

    @property
    def is_denied(self) -> bool:
        """Whether the roles do not allow it."""
        return self.currentWidget() is self._denied

    def reload(self) -> None:
        """Read what is shown."""
        self.room.tasks.read("settings_" + self._key, self._read_if_allowed, self._arrived, owner=self)

    @abstractmethod
    def read(self, desk: Desk) -> Any:
        """What `show_state` gets."""

    @abstractmethod
    def show_state(self, state: Any) -> None:
        """Draw what was read."""

    def say_refused(self, form: Form, places: Mapping[str, str], findings: tuple[Finding, ...]) -> None:
        """Say each finding at the field that the beginning of its code names, else over the form."""
        said: dict[str, str] = {}
        for finding in findings:
            place = next((place for start, place in places.items() if finding.code.startswith(start)), "")
            said[place] = "\n".join(filter(None, (said.get(place), self.room.messages.finding(finding))))
        form.show_errors(said)

    def _read_if_allowed(self, desk: Desk) -> tuple[bool, Any]:
        allowed = not self._rights or desk.may(*self._rights)
        return allowed, self.read(desk) if allowed else None

    def _arrived(self, answer: tuple[bool, Any]) -> None:
        allowed, state = answer
        self.setCurrentIndex(1 if allowed else 0)
        if allowed:
            self.show_state(state)


def needed() -> str:
    """What is said at a field that must be filled."""
    return QCoreApplication.translate("Tab", "This is needed.")
