"""What the pages before sign-in ask of the program, and how its answers come back to the window."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot

from icarmed.db.errors import StorageError
from icarmed.domain.findings import Finding, Refused
from icarmed.security.errors import KeyFileError, SignInRefused
from icarmed.ui.messages import Messages

FAILURES = (SignInRefused, Refused, KeyFileError, StorageError, OSError)
"""What may stand in the way without being a mistake of the program."""


@dataclass(frozen=True, slots=True)
class NewAccount:
    """Who makes the data base; the lines of a slip stay empty for who does not prescribe."""

    sign_in: str
    shown_name: str
    password: str = field(repr=False)
    prescriber_name: str = ""
    prescriber_address: str = ""
    prescriber_phone: str = ""
    inami: str = ""


class Sheet(Protocol):
    """A recovery sheet that waits until two of its groups are typed back."""

    @property
    def groups(self) -> tuple[int, int]:
        """The numbers of the groups that are asked for."""

    def confirmed_by(self, typed: tuple[str, str]) -> bool:
        """Whether these are those groups."""


class Doors(Protocol):
    """The ways in; each may raise one of FAILURES, and those that open give what `entered` hands on."""

    def names(self) -> tuple[str, ...]:
        """The sign-in names that may be chosen from."""

    def sign_in(self, name: str, password: str) -> object:
        """Open the data base."""

    def recover(self, code: str, name: str, password: str) -> object:
        """Give an account another password by the recovery code, and open the data base with it."""

    def objections(self, name: str, password: str) -> tuple[Finding, ...]:
        """What stands against a new name and its password."""

    def new_sheet(self) -> Sheet:
        """A fresh recovery code."""

    def sheet_pdf(self, sheet: Sheet) -> bytes:
        """The sheet as it is printed."""

    def save_sheet(self, sheet: Sheet, path: str) -> None:
        """Write the sheet where it was said; Refused in places where it would be found."""

    def create(self, account: NewAccount, sheet: Sheet) -> object:
        """Make the data base and open it."""

    def restore(self, file: str, name: str, secret: str) -> object:
        """Put a backup back and open it; None when it was the recovery code that proved it."""


class Errands(Protocol):
    """Runs what takes its time; `failed` gets one of FAILURES."""

    def run(
        self, act: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        """Run it and bring the answer."""


class AtOnce:
    """Runs each errand as it is asked for; for tests."""

    def run(
        self, act: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        """Run it and bring the answer."""
        try:
            value = act()
        except FAILURES as error:
            failed(error)
            return
        done(value)


class Beside(QObject):
    """Runs errands on a thread of their own; `crashed` tells a mistake of the program. `close` it last."""

    crashed = Signal(object)
    _ended = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, "entrance")
        self._closed = False
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def run(
        self, act: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        """Run it after those asked for before; the answer comes in the thread of the window."""
        self._pool.submit(act).add_done_callback(lambda ended: self._bring(ended, done, failed))

    def close(self) -> None:
        """Wait for what runs; nothing is delivered after."""
        self._closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _bring(self, ended: Future[Any], done: object, failed: object) -> None:
        if not self._closed and not ended.cancelled():
            self._ended.emit(ended, done, failed)

    @Slot(object, object, object)
    def _on_ended(
        self, ended: Future[Any], done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        error = ended.exception()
        match error:
            case None:
                done(ended.result())
            case SignInRefused() | Refused() | KeyFileError() | StorageError() | OSError():
                failed(error)
            case _:
                self.crashed.emit(error)


_FIELDS = (
    ("password", "password"),
    ("sign_in_name", "name"),
    ("account_", "name"),
    ("recovery_code", "secret"),
    ("recovery_groups", "first"),
    ("sheet_", "path"),
    ("backup_", "file"),
)


def sentences(messages: Messages, error: Exception) -> Mapping[str, str]:
    """What went wrong, by the name of the field it is about; empty name when it is about none."""
    words = messages.words
    match error:
        case SignInRefused():
            return {"secret": words.text("security.sign_in_refused")}
        case KeyFileError():
            return {"": words.text(f"security.{error.fault.value}")}
        case StorageError():
            trouble = messages.storage(error)
            return {"": f"{trouble.what} {trouble.todo}"}
        case Refused():
            return of_findings(messages, error.findings)
        case _:
            text = QCoreApplication.translate("Entrance", "A file or folder could not be read or written: %1")
            return {"": text.replace("%1", getattr(error, "strerror", None) or "?")}


def of_findings(messages: Messages, findings: tuple[Finding, ...]) -> Mapping[str, str]:
    """The sentences of findings, by the field each is about."""
    said: dict[str, str] = {}
    for finding in findings:
        place = next((place for start, place in _FIELDS if finding.code.startswith(start)), "")
        said[place] = "\n".join(filter(None, (said.get(place), messages.finding(finding))))
    return said
