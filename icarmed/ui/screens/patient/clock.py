"""A field for an hour of the day: 14:30, 14h30 or 1430."""

import re
from datetime import datetime, time

from icarmed.ui.forms import TextField

_TYPED = re.compile(r"(\d{1,2})\s*[:hH.]?\s*(\d{2})")


class HourField(TextField):
    """An hour and minute; None when empty or `unreadable`."""

    def hour(self) -> time | None:
        """The hour that was typed."""
        return read_hour(self.value())

    @property
    def unreadable(self) -> bool:
        """Whether something stands there that is no hour."""
        return bool(self.value()) and self.hour() is None

    def set_hour(self, at: datetime | time | None) -> None:
        """Put another hour in."""
        self.set_value("" if at is None else f"{at:%H:%M}")


def read_hour(typed: str) -> time | None:
    """The hour that was typed, or None for anything else."""
    found = _TYPED.fullmatch(typed.strip())
    if found is None:
        return None
    try:
        return time(int(found[1]), int(found[2]))
    except ValueError:
        return None
