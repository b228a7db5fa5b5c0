"""Facts for tests, written as short as on paper."""

from datetime import date, timedelta

from icarmed.catalogue.schedules import schedule
from icarmed.domain.dates import DateRange
from icarmed.domain.vaccination.assess import assess
from icarmed.domain.vaccination.assessment import Assessment
from icarmed.domain.vaccination.history import (
    DoseGiven,
    Found,
    History,
    Marker,
    Sample,
    Statement,
    Titre,
)
from icarmed.domain.vaccination.schedule import Settings
from icarmed.domain.vaccination_acts import StatementKind

ENGERIX = "engerix-b-20"
HEPLISAV = "heplisav-b"
PLAN = schedule("hepb-0-1-4")
SETTINGS = PLAN.settings
START = date(2024, 1, 10)
LATER = date(2027, 6, 1)

_POSITIVE = {True: Found.POSITIVE, False: Found.NEGATIVE}


def day(after: int) -> date:
    """A day so many days after the first one."""
    return START + timedelta(after)


def dose(
    on: str, product: str = ENGERIX, course: int = 1, *, declared: bool = False, bad: bool = False
) -> DoseGiven:
    """A dose of a written day or range; its id says what it is."""
    return DoseGiven(f"{on} {product} {course}", DateRange.parse(on), product, course, declared, bad)


def doses_on(*after: int, product: str = ENGERIX, course: int = 1) -> tuple[DoseGiven, ...]:
    """Doses so many days after the first day."""
    return tuple(dose(day(days).isoformat(), product, course) for days in after)


def hbsag(after: int, *, positive: bool) -> Sample:
    return Sample(f"hbsag {after} {positive}", Marker.HBSAG, day(after), _POSITIVE[positive])


def anti_hbc(after: int, *, positive: bool) -> Sample:
    return Sample(f"anti_hbc {after} {positive}", Marker.ANTI_HBC, day(after), _POSITIVE[positive])


def anti_hbs(after: int, titre: str) -> Sample:
    return Sample(f"anti_hbs {after} {titre}", Marker.ANTI_HBS, day(after), Titre.parse(titre))


def said(kind: StatementKind, after: int, until: int | None = None) -> Statement:
    return Statement(kind, day(after), None if until is None else day(until), f"{kind} {after}")


def assessed(
    doses: tuple[DoseGiven, ...] = (),
    samples: tuple[Sample, ...] = (),
    statements: tuple[Statement, ...] = (),
    *,
    today: date = LATER,
    settings: Settings = SETTINGS,
) -> Assessment:
    """The assessment by the plan 0-1-4."""
    return assess(PLAN, History(doses, samples, statements), settings, today)
