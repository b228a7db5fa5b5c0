"""What every story shares: who asks, when, and what a story answers."""

from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Generic, TypeVar
from uuid import UUID

from icarmed.db.database import Connection, Database
from icarmed.db.writing import Writing
from icarmed.domain.findings import Finding, Refused
from icarmed.security.roles import Right

T = TypeVar("T")


class Topic(StrEnum):
    """A kind of thing that a story changed; screens that show it reload."""

    PEOPLE = "people"
    BOARD = "board"
    JOURNAL = "journal"
    DOSES = "doses"
    TESTS = "tests"
    REQUESTS = "requests"
    RESULTS = "results"
    REMINDERS = "reminders"
    OFFICE = "office"
    ACCOUNTS = "accounts"
    STOCK = "stock"
    BACKUP = "backup"


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """The value of a story, and the topics it changed."""

    value: T
    topics: frozenset[Topic] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is signed in, with what their roles allow."""

    account: UUID
    sign_in: str
    shown_name: str
    rights: frozenset[Right]


@dataclass(frozen=True, slots=True)
class Desk:
    """The open data base as one person uses it at one moment; every story starts from it."""

    database: Database
    actor: Actor
    now: datetime
    today: date

    def need(self, *rights: Right) -> None:
        """Raises Refused unless the actor holds one of these rights."""
        if not self.may(*rights):
            raise Refused(Finding("no_right", {"right": rights[0].value}))

    def may(self, *rights: Right) -> bool:
        """Whether the actor holds one of these rights."""
        return not self.actor.rights.isdisjoint(rights)

    def writing(self) -> AbstractContextManager[Writing]:
        """One transaction of this actor at this moment."""
        return self.database.writing(self.actor.account, self.now)

    def reading(self) -> AbstractContextManager[Connection]:
        """One consistent state to read from."""
        return self.database.reading()
