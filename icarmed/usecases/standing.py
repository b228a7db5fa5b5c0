"""What the line at the foot of the window says: the session, one's drafts, the last backup."""

from dataclasses import dataclass
from datetime import datetime

from icarmed.db import journal, sessions
from icarmed.db.sessions import Session
from icarmed.usecases import backups
from icarmed.usecases.story import Desk

LATE_AFTER_DAYS = 8
"""A permanence is weekly: a backup older than that misses one."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand for whoever is signed in."""

    session: Session | None
    drafts: int
    last_backup: datetime | None
    backup_is_late: bool


def standing(desk: Desk) -> Standing:
    """Read in one go, whenever anything changed."""
    with desk.reading() as connection:
        opened = sessions.open_sessions(connection)
        drafts = journal.drafts_of(connection, desk.actor.account)
    made = backups.last_backup(desk)
    late = made is None or (desk.now - made.at).days >= LATE_AFTER_DAYS
    return Standing(opened[0] if opened else None, len(drafts), made.at if made else None, late)
