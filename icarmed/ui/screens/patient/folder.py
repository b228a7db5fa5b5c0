"""What the parts of the page share: whose file it is, what was read of it, and asking for another part."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from icarmed.db.journal import Draft
from icarmed.db.sessions import Session
from icarmed.db.visits import Visit
from icarmed.domain.findings import Finding
from icarmed.domain.office import KitLot, VaccineLot
from icarmed.domain.vaccination_acts import BodySite
from icarmed.domain.words import Words
from icarmed.security.roles import Right
from icarmed.ui.room import Room
from icarmed.usecases import board, files, journal, lots, sessions
from icarmed.usecases.files import PatientFile
from icarmed.usecases.story import Desk, Outcome

T = TypeVar("T")
ZONE = ZoneInfo("Europe/Brussels")


@dataclass(frozen=True, slots=True)
class State:
    """What the page draws from; `lots` and `kits` are those of the day, else all usable ones."""

    file: PatientFile
    rights: frozenset[Right]
    account: UUID
    shown_name: str
    session: Session | None
    lots: tuple[VaccineLot, ...]
    kits: tuple[KitLot, ...]
    draft: Draft | None
    own_entries: frozenset[UUID]

    def may(self, *rights: Right) -> bool:
        """Whether who is signed in holds one of these rights."""
        return not self.rights.isdisjoint(rights)

    @property
    def visit(self) -> Visit | None:
        """The visit that goes on now."""
        return self.file.visit

    @property
    def needs_sign(self) -> bool:
        """Whether nobody recorded yet how the person was recognised in this visit."""
        return self.visit is not None and self.visit.sign is None


class Folder(QObject):
    """One person's file as the parts of the page see it; the signals ask the page for another part.

    `order_asked` gives the tests to prefill, `rapid_asked` the test, `request_asked` the number.
    """

    read = Signal(object)
    dose_asked = Signal()
    order_asked = Signal(object)
    rapid_asked = Signal(str)
    result_asked = Signal(str)
    request_asked = Signal(str)
    form_opened = Signal(object)
    form_closed = Signal()

    def __init__(self, room: Room, patient: UUID, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.room = room
        self.patient = patient
        self.state: State | None = None
        # The site of the last dose given here stays proposed; the first time it is the left arm.
        self.site = BodySite.LEFT_DELTOID

    @property
    def words(self) -> Words:
        """The texts by code, in the language of the window."""
        return self.room.messages.words

    @property
    def now(self) -> datetime:
        """The instant, in the time of the place."""
        return self.room.now().astimezone(ZONE)

    def set_state(self, state: State) -> None:
        """Another reading of the file."""
        self.state = state
        self.read.emit(state)

    def write(
        self,
        story: Callable[[Desk], Outcome[T]],
        done: Callable[[T], None] | None = None,
        refused: Callable[[tuple[Finding, ...]], None] | None = None,
    ) -> None:
        """Run a story that changes something."""
        self.room.tasks.write(story, done, owner=self, refused=refused)

    def ask(self, key: str, story: Callable[[Desk], T], done: Callable[[T], None]) -> None:
        """Run a story that reads."""
        self.room.tasks.read(key, story, done, owner=self)


def read_state(desk: Desk, patient: UUID, *, opening: bool) -> State:
    """The file with what the forms of the day need; opening it is noted, reading it again is not."""
    found = files.open_file(desk, patient) if opening else files.read_file(desk, patient)
    session = _session(desk, found.visit)
    usable_lots, usable_kits = lots.usable(desk)
    visit = None if found.visit is None else found.visit.id
    return State(
        file=found,
        rights=desk.actor.rights,
        account=desk.actor.account,
        shown_name=desk.actor.shown_name,
        session=session,
        lots=session.lots if session is not None and session.lots else tuple(usable_lots),
        kits=session.kits if session is not None and session.kits else tuple(usable_kits),
        draft=journal.my_draft(desk, patient, visit) if desk.may(Right.WRITE_JOURNAL) else None,
        own_entries=files.own_entries(desk, patient),
    )


def local_instant(on: date, hour: int, minute: int) -> datetime:
    """The instant of an hour of the place on a day."""
    return datetime(on.year, on.month, on.day, hour, minute, tzinfo=ZONE)


def minutes_before(at: datetime, minutes: int) -> datetime:
    """An instant so many minutes earlier."""
    return at - timedelta(minutes=minutes)


def _session(desk: Desk, visit: Visit | None) -> Session | None:
    opened = sessions.current(desk)
    if visit is None:
        return opened[0] if opened else None
    return next((one for one in opened if one.id == visit.session), None)


FORM = board.JOURNAL
