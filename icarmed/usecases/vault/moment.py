"""What time it is for a data base: that of the clock, or with practice data the practice day."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from icarmed.db import office
from icarmed.db.database import Connection, Database
from icarmed.db.writing import Writing
from icarmed.security.passwords import HOUSE, PRACTICE, PasswordRules

PRACTICE_DAY = "practice_day"
ZONE = "zone"
DEFAULT_ZONE = "Europe/Brussels"


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant and its calendar day here; `is_practice`: a band on the screen says so."""

    now: datetime
    today: date
    is_practice: bool = False


def moment(database: Database, clock: datetime) -> Moment:
    """The moment to work at when the computer's clock says `clock`; only the two faces ask for it."""
    with database.reading() as connection:
        return moment_of(connection, clock)


def moment_of(connection: Connection, clock: datetime) -> Moment:
    """As `moment`, in a transaction that is open already. With practice data only the time of day is real."""
    zone = zone_of(connection)
    local = clock.astimezone(zone)
    day = practice_day(connection)
    if day is None:
        return Moment(clock, local.date())
    at = datetime.combine(day, local.time(), zone).astimezone(UTC)
    return Moment(at, day, is_practice=True)


def zone_of(connection: Connection) -> ZoneInfo:
    """Where days begin and end."""
    return ZoneInfo(office.setting(connection, ZONE) or DEFAULT_ZONE)


def practice_day(connection: Connection) -> date | None:
    """The day that stands still in practice data; None where people are real."""
    kept = office.keepsake(connection, PRACTICE_DAY)
    return date.fromisoformat(kept) if kept else None


def set_practice_day(writing: Writing, day: date) -> None:
    """Makes these the practice data of that day."""
    office.keep(writing, PRACTICE_DAY, day.isoformat())


def password_rules(connection: Connection) -> PasswordRules:
    """What is asked of a new password here: less of practice data than of those of real people."""
    return HOUSE if practice_day(connection) is None else PRACTICE
