"""What a person decided about a reminder: the only part of reminders that is stored."""

from enum import StrEnum


class ActKind(StrEnum):
    """How a human answered a reminder."""

    DONE_ELSEWHERE = "done_elsewhere"
    REFERRED = "referred"
    DECIDED = "decided"
    REFUSED = "refused"
    DISMISSED = "dismissed"
    POSTPONED = "postponed"
