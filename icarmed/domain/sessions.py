"""The calendar of permanences: which place is open on which day, and at which session to give a dose."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from icarmed.domain.office import ExceptionKind

SEARCH_DAYS = 400
_WEEK = timedelta(7)
_FREQUENCIES = ("FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY")
# A rule without a first day repeats from here; only rules with an interval would notice, and they need a day.
_EPOCH = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Session:
    """One permanence as planned; the hours are None when no row gives them."""

    place: str
    on: date
    starts: time | None
    ends: time | None


@dataclass(frozen=True, slots=True)
class SessionRule:
    """When a place is open, as an RRULE of whole days (RFC 5545); it holds on both of its end days."""

    place: str
    rrule: str
    starts: time
    ends: time
    valid_from: date | None = None
    valid_until: date | None = None

    def __post_init__(self) -> None:
        parts = self.rrule.split(";")
        if not any(part in _FREQUENCIES for part in parts):
            msg = f"not a rule of days: {self.rrule}"
            raise ValueError(msg)
        if self.valid_from is None and any(part.startswith(("INTERVAL=", "COUNT=")) for part in parts):
            msg = f"needs a first day: {self.rrule}"
            raise ValueError(msg)
        if self.ends <= self.starts:
            msg = f"{self.place} closes before it opens"
            raise ValueError(msg)
        _occurrences(self.rrule, self.valid_from or _EPOCH, _EPOCH.year)

    def falls_on(self, day: date) -> bool:
        """Whether the rule opens the place on that day, before holidays and exceptions."""
        if (self.valid_from and day < self.valid_from) or (self.valid_until and day > self.valid_until):
            return False
        return day in _occurrences(self.rrule, self.valid_from or _EPOCH, day.year)


@dataclass(frozen=True, slots=True)
class CalendarException:
    """One day that departs from the rules, for one place, or for all when `place` is None."""

    on: date
    kind: ExceptionKind
    place: str | None = None
    starts: time | None = None
    ends: time | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """All rules and exceptions; a public holiday of Belgium closes unless an extra row opens the day.

    An extra row opens a day also against a closure: it names an opening. Places without a rule are on demand.
    """

    rules: tuple[SessionRule, ...]
    exceptions: tuple[CalendarException, ...] = ()
    public_holidays: bool = True
    _by_place: Mapping[str, tuple[SessionRule, ...]] = field(init=False, repr=False, compare=False)
    _by_day: Mapping[date, tuple[CalendarException, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_place: dict[str, tuple[SessionRule, ...]] = {}
        for rule in self.rules:
            by_place[rule.place] = (*by_place.get(rule.place, ()), rule)
        by_day: dict[date, tuple[CalendarException, ...]] = {}
        for exception in self.exceptions:
            by_day[exception.on] = (*by_day.get(exception.on, ()), exception)
            if exception.place is not None:
                by_place.setdefault(exception.place, ())
        object.__setattr__(self, "_by_place", by_place)
        object.__setattr__(self, "_by_day", by_day)

    def sessions_on(self, day: date) -> tuple[Session, ...]:
        """Every session of that day, by hour, then place; those without an hour last."""
        found = [session for place in self._by_place for session in self.sessions_at(place, day)]
        return tuple(sorted(found, key=lambda s: (s.starts or time.max, s.place)))

    def sessions_at(self, place: str, day: date) -> tuple[Session, ...]:
        """The sessions of one place on that day."""
        rules = self._by_place.get(place, ())
        mine = [e for e in self._by_day.get(day, ()) if e.place in {place, None}]
        extra = [e for e in mine if e.kind is ExceptionKind.EXTRA]
        if extra:
            return tuple(_extra(e, place, rules) for e in extra)
        if mine or (self.public_holidays and is_public_holiday(day)):
            return ()
        return tuple(Session(place, day, rule.starts, rule.ends) for rule in rules if rule.falls_on(day))

    def next_session(self, place: str, on_or_after: date) -> Session | None:
        """The first session of a place on or after a day; None when there is none within 400 days."""
        if place not in self._by_place and not any(e.place is None for e in self.exceptions):
            return None
        for days in range(SEARCH_DAYS + 1):
            sessions = self.sessions_at(place, on_or_after + timedelta(days))
            if sessions:
                return sessions[0]
        return None

    def proposed(self, place: str, earliest: date, recommended: date, today: date) -> Session | None:
        """The session to propose for a dose, never before today.

        That of `recommended`; when it is later only because of the weekday, the one a week before it, unless
        that is before `earliest`.
        """
        session = self.next_session(place, max(recommended, today))
        if session is None or session.on == recommended:
            return session
        before = session.on - _WEEK
        if max(earliest, today) <= before < recommended:
            sessions = self.sessions_at(place, before)
            if sessions:
                return sessions[0]
        return session


def is_public_holiday(day: date) -> bool:
    """Whether it is a public holiday of Belgium."""
    return day in _holidays(day.year)


def is_working_day(day: date) -> bool:
    """Whether it is neither a Saturday, a Sunday nor a public holiday."""
    return day.isoweekday() not in {6, 7} and not is_public_holiday(day)


@lru_cache(maxsize=256)
def _holidays(year: int) -> frozenset[date]:
    # Imported on first use: it costs as much as the first paint of the window.
    import holidays

    return frozenset(holidays.country_holidays("BE", years=year))


@lru_cache(maxsize=1024)
def _occurrences(rrule: str, anchor: date, year: int) -> frozenset[date]:
    from dateutil.rrule import rrulestr

    rule = rrulestr(rrule, dtstart=datetime.combine(anchor, time.min))
    first, last = date(year, 1, 1), date(year, 12, 31)
    between = rule.between(datetime.combine(first, time.min), datetime.combine(last, time.max), inc=True)
    return frozenset(moment.date() for moment in between)


def _extra(exception: CalendarException, place: str, rules: tuple[SessionRule, ...]) -> Session:
    """An extra session; hours it does not give are those of the first rule of the place."""
    usual = rules[0] if rules else None
    starts = exception.starts or (usual.starts if usual else None)
    ends = exception.ends or (usual.ends if usual else None)
    return Session(place, exception.on, starts, ends)
