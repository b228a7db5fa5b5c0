"""What can be recorded about vaccination besides a dose itself."""

from enum import StrEnum


class BodySite(StrEnum):
    """Where a dose was given."""

    LEFT_DELTOID = "left_deltoid"
    RIGHT_DELTOID = "right_deltoid"
    LEFT_THIGH = "left_thigh"
    RIGHT_THIGH = "right_thigh"
    OTHER = "other"


class StatementKind(StrEnum):
    """A dated word about vaccination, by the person or by the doctor."""

    PROPOSED = "proposed"
    DECLINED = "declined"
    CONTRAINDICATED = "contraindicated"
    NEVER_VACCINATED = "never_vaccinated"
    CLEARED = "cleared"
