"""The yearly summary: counted over all places, shown for one or all, at home or for publication."""

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from enum import StrEnum
from typing import assert_never

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
from icarmed.usecases.story import Desk, Outcome

HEPATITIS_B = "hepb-0-1-4"


class Format(StrEnum):
    """How a summary leaves the house."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    PDF = "pdf"


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


@dataclass(frozen=True, slots=True)
class Exported:
    """A summary that left the house, with its files by name in the order of the formats."""

    summary: YearSummary
    files: Mapping[str, bytes]


def export(desk: Desk, order: AskSummary, words: Words, formats: Collection[Format]) -> Outcome[Exported]:
    """The summary to be written or said outside the window, which is audited."""
    summary = year_summary(desk, order, words)
    with desk.reading() as connection:
        labels = {place.code: place.label for place in office.all_places(connection)}
    stem = "-".join(["summary", str(order.year), *([order.place] if order.place else [])])
    stem += "-publication" if order.for_publication else ""
    files: dict[str, bytes] = {}
    for one in (one for one in Format if one in formats):
        files |= _files(one, stem, summary, labels, words)
    with desk.writing() as writing:
        writing.note("export", purpose=f"{stem}: {' '.join(sorted(formats))}")
    return Outcome(Exported(summary, files))


def _files(
    kind: Format, stem: str, summary: YearSummary, labels: Mapping[str, str], words: Words
) -> dict[str, bytes]:
    """One format; on paper and in a workbook the place stands by its name."""
    named = summary
    if summary.place is not None:
        named = replace(summary, place=labels.get(summary.place, words.text("summary.unknown_place")))
    match kind:
        case Format.JSON:
            return {f"{stem}.json": as_json(summary).encode()}
        case Format.CSV:
            from icarmed.interop import summary_csv

            return {f"{stem}-{table.id}.csv": summary_csv.written(table) for table in summary.tables}
        case Format.XLSX:
            from icarmed.interop import summary_xlsx

            return {f"{stem}.xlsx": summary_xlsx.written(named)}
        case Format.PDF:
            from icarmed.documents import summary as paper

            return {f"{stem}.pdf": paper.render(named, words)}
    assert_never(kind)


def as_json(summary: YearSummary) -> str:
    """One document: a value is a number, null (no data, or withheld as the notes say) or "<5" (hidden)."""
    return json.dumps(asdict(summary), ensure_ascii=False)


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
