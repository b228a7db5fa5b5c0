"""When the window locks, and when it forgets the key: a function of instants."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

IDLE = timedelta(minutes=5)
FORGET_AFTER = timedelta(minutes=30)
SLEPT_AFTER = timedelta(minutes=1)


class LockState(StrEnum):
    """What may be on the screen; FORGOTTEN: the data base is closed, only timers (number, minutes) go on."""

    OPEN = "open"
    LOCKED = "locked"
    FORGOTTEN = "forgotten"


@dataclass(frozen=True, slots=True)
class LockPolicy:
    """`idle` without an act locks; `forget_after` locked closes the data base and forgets the key.

    Two looks at least `slept_after` apart mean that the computer slept. Raises ValueError unless each of the
    three is longer than nothing.
    """

    idle: timedelta = IDLE
    forget_after: timedelta = FORGET_AFTER
    slept_after: timedelta = SLEPT_AFTER

    def __post_init__(self) -> None:
        if min(self.idle, self.forget_after, self.slept_after) <= timedelta():
            raise ValueError("lock policy")


@dataclass(frozen=True, slots=True)
class LockClock:
    """The state since a sign-in; `since`: when it was locked (None: open), `last_look`: when last asked.

    Raises ValueError for an instant without a zone.
    """

    state: LockState
    last_act: datetime
    last_look: datetime
    since: datetime | None = None

    def __post_init__(self) -> None:
        if any(at is not None and at.tzinfo is None for at in (self.last_act, self.last_look, self.since)):
            raise ValueError("naive instant")


def signed_in(now: datetime) -> LockClock:
    """Someone just gave their password."""
    return LockClock(LockState.OPEN, last_act=now, last_look=now)


def acted(clock: LockClock, now: datetime) -> LockClock:
    """A key or a click; while it is locked that opens nothing."""
    return replace(clock, last_act=now) if clock.state is LockState.OPEN else clock


def locked(clock: LockClock, now: datetime) -> LockClock:
    """The key that locks; locked already, it stays locked since then."""
    if clock.state is LockState.OPEN:
        return replace(clock, state=LockState.LOCKED, since=now)
    return clock


def looked(clock: LockClock, policy: LockPolicy, now: datetime) -> LockClock:
    """What holds at `now`; ask every few seconds, before `acted`, and go by `state`.

    A computer that slept has forgotten the key, and what is forgotten stays so until someone signs in. A
    clock that was set back counts like one that went on: it can only lock too early.
    """
    locked_since = clock.since or now
    slept = abs(now - clock.last_look) >= policy.slept_after
    if slept or clock.state is LockState.FORGOTTEN or abs(now - locked_since) >= policy.forget_after:
        return replace(clock, state=LockState.FORGOTTEN, since=locked_since, last_look=now)
    seen = replace(clock, last_look=now)
    return locked(seen, now) if abs(now - clock.last_act) >= policy.idle else seen
