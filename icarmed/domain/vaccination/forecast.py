"""When the next dose may, should and ought to have been given, and why."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from icarmed.domain.findings import Finding, Parameter
from icarmed.domain.vaccination.judge import Course, constraints
from icarmed.domain.vaccination.schedule import Gap, Schedule, Settings


@dataclass(frozen=True, slots=True)
class Next:
    """The next dose; all days None means at once, from no known day. Nothing here depends on today.

    `why_earliest` and `why_recommended` are findings whose sentence says what each day was counted from.
    """

    number: int
    earliest: date | None
    recommended: date | None
    late_from: date | None
    why_earliest: Finding
    why_recommended: Finding

    def late(self, today: date) -> bool:
        """Whether it is late on that day."""
        return self.late_from is not None and today >= self.late_from


def first_dose(since: date | None, number: int, why: str, settings: Settings) -> Next:
    """A dose that no other dose binds, due since a day on which it became known to be wanted."""
    if since is None:
        reason = Finding(f"{why}_now", {"number": number})
        return Next(number, None, None, None, reason, reason)
    reason = Finding(why, {"number": number, "day": since})
    return Next(number, since, since, since + timedelta(settings.late_after_days), reason, reason)


def next_dose(schedule: Schedule, course: Course, settings: Settings) -> Next | None:
    """The next dose of a course that has a valid one; None when its series is complete.

    Counted with the full minimum: grace is for judging, never for planning.
    """
    number = len(course.valid_on) + 1
    if number > schedule.series.doses:
        return None
    earliest = course.valid_on[-1]
    why = Finding("forecast.start", {"day": earliest})
    for interval, since in constraints(schedule.series, course.valid_on, course.early_on, settings):
        day = interval.minimum.after(since)
        if day > earliest:
            kind = "after_early" if since == course.early_on else "minimum"
            earliest, why = day, _counted(kind, interval.minimum, interval.since, since)
    recommended, advised = earliest, why
    for planned in schedule.planned:
        if planned.to == number:
            since = course.valid_on[planned.since - 1]
            day = planned.gap.after(since)
            if day > recommended:
                recommended, advised = day, _counted("planned", planned.gap, planned.since, since)
    late_from = recommended + timedelta(settings.late_after_days)
    return Next(number, earliest, recommended, late_from, why, advised)


def not_before(dose: Next, day: date, settings: Settings) -> Next:
    """The same dose, put off until what forbids it has ended."""
    if dose.earliest is not None and dose.earliest >= day:
        return dose
    why = Finding("forecast.put_off", {"day": day})
    if dose.late_from is None:
        return Next(dose.number, day, day, None, why, why)
    if dose.recommended is not None and dose.recommended >= day:
        return replace(dose, earliest=day, why_earliest=why)
    return Next(dose.number, day, day, day + timedelta(settings.late_after_days), why, why)


def _counted(kind: str, gap: Gap, number: int, since: date) -> Finding:
    """`forecast.<kind>.<unit>`, where the unit is month, months, day or days as the count asks."""
    count, unit = (gap.months, "month") if gap.months else (gap.days, "day")
    params: dict[str, Parameter] = {"number": number, "day": since, "count": count}
    return Finding(f"forecast.{kind}.{unit}{'s' if count > 1 else ''}", params)
