"""The yearly summary: counted over all places, shown for one or all, at home or for publication."""

from dataclasses import dataclass
from datetime import date

from icarmed.catalogue.schedules import products, schedule
from icarmed.db import office
from icarmed.db.database import Connection
from icarmed.db.figures import vaccination as dose_figures
from icarmed.db.figures import visits as visit_figures
from icarmed.db.figures.vaccination import Wanted
from icarmed.domain.dates import DateRange
from icarmed.domain.findings import Finding, Refused
from icarmed.domain.summary import build
from icarmed.domain.summary.build import Counted, View
from icarmed.domain.summary.figures import UNKNOWN, Figure, HepatitisB
from icarmed.domain.summary.tables import YearSummary
from icarmed.domain.summary.vaccination import Judging, doses_given, judged_figures, lots_given, people_dosed
from icarmed.domain.words import Words
from icarmed.security.roles import Right
from icarmed.usecases.story import Desk

HEPATITIS_B = "hepb-0-1-4"


@dataclass(frozen=True, slots=True)
class AskSummary:
    """A year, one place by its code or all, and whether the tables are to be published."""

    year: int
    place: str | None = None
    for_publication: bool = False


def year_summary(desk: Desk, order: AskSummary, words: Words) -> YearSummary:
    """The tables of a year, computed from the entries as they stand; Refused for an unknown place."""
    desk.need(Right.SEE_SUMMARY)
    if not date.min.year <= order.year <= date.max.year:
        raise Refused(Finding("no_such_year", {"year": order.year}))
    with desk.database.long_reading() as connection:
        counted = count_year(connection, order.year)
    known = {UNKNOWN, *(place.code for place in counted.places)}
    if order.place is not None and order.place not in known:
        raise Refused(Finding("place_unknown", {"place": order.place}))
    return build.year_summary(counted, View(order.place, order.for_publication), words)


def count_year(connection: Connection, year: int) -> Counted:
    """Every figure of the year, all places together."""
    period = DateRange(date(year, 1, 1), date(year, 12, 31))
    return Counted(
        year=year,
        places=tuple(office.all_places(connection)),
        attendance=visit_figures.attendance(connection, period),
        follow_ups=visit_figures.follow_ups(connection, period),
        hepatitis_b=_hepatitis_b(connection, period),
        products={code: product.label for code, product in products().items()},
    )


def _hepatitis_b(connection: Connection, period: DateRange) -> HepatitisB:
    plan = schedule(HEPATITIS_B)
    wanted = Wanted(
        period=period,
        products=plan.products,
        least_doses=min(series.doses for series in plan.every_series),
        response=plan.serology.response_iu_l if plan.serology else 0,
    )
    given = dose_figures.given(connection, wanted)
    files = dose_figures.files_to_judge(connection, wanted, given)
    figures = judged_figures(files, Judging(plan, plan.settings, period))
    figures[Figure.PEOPLE] = people_dosed(given)
    figures[Figure.DOSES] = doses_given(given)
    return HepatitisB(figures, lots_given(given), dose_figures.straddling(connection, wanted))
