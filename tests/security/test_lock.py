from datetime import UTC, datetime, timedelta

import pytest

from icarmed.security.lock import (
    LockClock,
    LockPolicy,
    LockState,
    acted,
    locked,
    looked,
    signed_in,
)

START = datetime(2026, 12, 3, 13, 30, tzinfo=UTC)
POLICY = LockPolicy(
    idle=timedelta(minutes=5), forget_after=timedelta(minutes=30), slept_after=timedelta(minutes=1)
)
TICK = timedelta(seconds=5)


def at(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


def watched(clock: LockClock, until: datetime) -> LockClock:
    """The clock after looks every five seconds, as the window does."""
    now = clock.last_look
    while now < until:
        now = min(now + TICK, until)
        clock = looked(clock, POLICY, now)
    return clock


def test_it_is_open_until_nothing_was_done_for_the_idle_time() -> None:
    clock = watched(signed_in(START), at(5) - TICK)
    assert clock.state is LockState.OPEN
    clock = looked(clock, POLICY, at(5))
    assert clock.state is LockState.LOCKED
    assert clock.since == at(5)


def test_each_act_begins_the_idle_time_anew() -> None:
    clock = acted(watched(signed_in(START), at(4)), at(4))
    assert watched(clock, at(8.9)).state is LockState.OPEN
    assert watched(clock, at(9)).state is LockState.LOCKED


def test_an_act_opens_nothing_that_is_locked() -> None:
    clock = locked(signed_in(START), at(1))
    assert acted(clock, at(2)) == clock


def test_the_key_is_forgotten_half_an_hour_after_the_lock() -> None:
    clock = locked(signed_in(START), START)
    assert watched(clock, at(30) - TICK).state is LockState.LOCKED
    assert watched(clock, at(30)).state is LockState.FORGOTTEN


def test_locking_again_does_not_begin_the_half_hour_anew() -> None:
    clock = locked(signed_in(START), START)
    clock = locked(watched(clock, at(20)), at(20))
    assert watched(clock, at(30)).state is LockState.FORGOTTEN


def test_a_computer_that_slept_has_forgotten_the_key() -> None:
    clock = watched(signed_in(START), at(1))
    assert looked(clock, POLICY, at(1.9)).state is LockState.OPEN
    slept = looked(clock, POLICY, at(2))
    assert slept.state is LockState.FORGOTTEN
    assert slept.since == at(2)


def test_what_is_forgotten_stays_so_until_someone_signs_in() -> None:
    clock = looked(signed_in(START), POLICY, at(10))
    assert acted(clock, at(10)) == clock
    assert locked(clock, at(10)) == clock
    assert watched(clock, at(11)).state is LockState.FORGOTTEN
    assert signed_in(at(11)).state is LockState.OPEN


def test_a_clock_set_back_can_only_lock_too_early() -> None:
    clock = watched(signed_in(START), at(1))
    assert looked(clock, POLICY, at(1) - TICK).state is LockState.OPEN
    assert looked(clock, POLICY, at(-60)).state is LockState.FORGOTTEN


def test_the_default_forgets_after_thirty_minutes() -> None:
    assert LockPolicy().forget_after == timedelta(minutes=30)


@pytest.mark.parametrize("name", ["idle", "forget_after", "slept_after"])
def test_a_policy_that_never_waits_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="lock policy"):
        LockPolicy(**{name: timedelta()})


def test_an_instant_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="naive instant"):
        signed_in(START.replace(tzinfo=None))
