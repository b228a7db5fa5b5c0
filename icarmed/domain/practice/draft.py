"""What a practice year is drawn with: the source of chance, the calendar, and people as they take shape."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import TypeVar
from uuid import UUID

from icarmed.domain.analyses import Analysis, Panel
from icarmed.domain.practice.rows import Moment, PracticeYear, SessionDrawn, Worker
from icarmed.domain.practice.shape import Counts, Shape
from icarmed.domain.sessions import Calendar
from icarmed.domain.visits import FollowUpType

T = TypeVar("T")


class Source:
    """Chance from one seed: the same calls give the same answers."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 invented people need a seed, not secrecy
        self._given: set[str] = set()

    def id(self) -> UUID:
        """An id of version 4."""
        return UUID(int=self.random.getrandbits(128), version=4)

    def percent(self, share: int) -> bool:
        """Yes in so many cases of a hundred."""
        return self.random.random() * 100 < share

    def pick(self, among: Sequence[T]) -> T:
        """One of them."""
        return among[int(self.random.random() * len(among))]

    def weighted(self, weights: Mapping[str, int]) -> str:
        """One word, as often as its weight says."""
        return self.random.choices(list(weights), list(weights.values()))[0]

    def between(self, least: int, most: int) -> int:
        """A whole number, both ends included."""
        return self.random.randint(least, most)

    def shuffled(self, among: Sequence[T]) -> list[T]:
        """All of them in another order."""
        return self.random.sample(among, len(among))

    def fresh(self, make: Callable[[Random], str]) -> str:
        """A code that was never given before."""
        code = make(self.random)
        while code in self._given:
            code = make(self.random)
        self._given.add(code)
        return code


@dataclass(frozen=True, slots=True)
class Frame:
    """What is not drawn: the year and the day after it, the calendar, and what a laboratory can be asked."""

    year: int
    practice_day: date
    calendar: Calendar
    analyses: Mapping[str, Analysis]
    panels: Mapping[str, Panel]


@dataclass(slots=True, eq=False)
class Being:
    """A person before they are written down; `blood` is what a laboratory would find."""

    id: UUID
    home: str
    blood: str
    regular: bool = False
    in_course: bool = False
    panel_done: bool = False
    meetings: "list[Meeting]" = field(default_factory=list)

    def met_in(self, session: SessionDrawn) -> bool:
        """Whether they came to that session."""
        return any(meeting.session is session for meeting in self.meetings)


@dataclass(slots=True, eq=False)
class Meeting:
    """A visit before it is written down, with what was done in it."""

    id: UUID
    being: Being
    session: SessionDrawn
    minute: int
    types: set[FollowUpType] = field(default_factory=set)
    unseen: bool = False
    doctor: bool = False
    nurse: bool = False
    doses: int = 0
    rapid_tests: int = 0
    requests: int = 0
    doctor_entries: int = 0

    @property
    def on(self) -> date:
        """The day of its session."""
        return self.session.on

    def at(self, after: int = 0) -> Moment:
        """So many minutes after the arrival."""
        return Moment(self.session.on, self.minute + after)

    def seen_by(self, worker: Worker) -> None:
        """Notes who was with the person."""
        if worker is Worker.DOCTOR:
            self.doctor = True
        else:
            self.nurse = True


@dataclass(slots=True)
class Draft:
    """Everything in the making: the shape, the counts for so many people, and the rows drawn so far."""

    source: Source
    shape: Shape
    frame: Frame
    counts: Counts
    rows: PracticeYear
    sessions: dict[tuple[str, int], list[SessionDrawn]] = field(default_factory=dict)
    beings: list[Being] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)

    @property
    def year(self) -> int:
        """The year whose counts are published."""
        return self.frame.year

    @property
    def practice_day(self) -> date:
        """The day on which practice begins."""
        return self.frame.practice_day

    def sessions_at(self, place: str, year: int) -> list[SessionDrawn]:
        """The sessions of a place in a year, by day."""
        return self.sessions[place, year]

    def between(self, place: str, first: date, last: date) -> list[SessionDrawn]:
        """The sessions of a place from one day to another, both in one year."""
        sessions = self.sessions_at(place, first.year)
        days = [session.on for session in sessions]
        return sessions[bisect_left(days, first) : bisect_right(days, last)]

    def before_practice(self, place: str, most_days: int, least_days: int) -> list[SessionDrawn]:
        """The sessions of the year that lie so many days before the practice day."""
        day, last = self.practice_day, date(self.year, 12, 31)
        return self.between(place, day - timedelta(most_days), min(day - timedelta(least_days), last))

    def meet(self, being: Being, session: SessionDrawn, *types: FollowUpType) -> Meeting:
        """The visit of someone to a session; once a session, whatever is added to it."""
        for known in being.meetings:
            if known.session is session:
                known.types.update(types)
                return known
        minute = self.source.between(session.starts, session.ends - 20)
        made = Meeting(self.source.id(), being, session, minute, set(types))
        being.meetings.append(made)
        self.meetings.append(made)
        return made
