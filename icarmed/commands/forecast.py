"""`icarmed forecast`: the vaccination calculator, one case from options or many from standard input."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from icarmed.catalogue.texts import words
from icarmed.commands.forecast_json import (
    DEFAULT_SCHEDULE,
    UNSPECIFIED,
    answer,
    history,
    known_product,
    read_cases,
    result,
)
from icarmed.domain.dates import DateRange
from icarmed.domain.findings import Refused
from icarmed.domain.vaccination.history import DoseGiven, Marker, Sample, Statement
from icarmed.domain.vaccination.judge import JudgedDose
from icarmed.domain.vaccination_acts import StatementKind
from icarmed.domain.words import Words
from icarmed.usecases.forecast import Case, Forecast, forecast, forecasts, shipped_calculator

T = TypeVar("T")
_STDIN = "-"
_MARKERS = {Marker.ANTI_HBS: "D:VALUE", Marker.HBSAG: "D:neg/pos", Marker.ANTI_HBC: "D:neg/pos"}


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command and its options."""
    parser = subparsers.add_parser("forecast", help="cli.command.forecast")
    parser.add_argument("--schedule", default=DEFAULT_SCHEDULE, help="cli.forecast.schedule")
    parser.add_argument("--born", type=_reader(DateRange.parse), metavar="D", help="cli.forecast.born")
    parser.add_argument(
        "--dose", type=_reader(_dose), action="append", default=[], metavar="D[:PRODUCT[:declared]]"
    )
    for marker, form in _MARKERS.items():
        option = f"--{marker.replace('_', '-')}"
        parser.add_argument(option, type=_reader(_sample(marker)), action="append", default=[], metavar=form)
    for kind in (StatementKind.DECLINED, StatementKind.CONTRAINDICATED):
        parser.add_argument(
            f"--{kind}", type=_reader(_statement(kind)), action="append", default=[], metavar="D"
        )
    parser.add_argument("--on", type=_reader(_day), metavar="D", help="cli.forecast.on")
    parser.add_argument("--place", help="cli.forecast.place")
    parser.add_argument(
        "--json",
        nargs="?",
        const="",
        metavar="-",
        help="cli.forecast.json",
    )


def run(args: argparse.Namespace) -> int:
    """Answers on standard output; 1 with one line on standard error when the request is refused.

    `args.today` and `args.lang` may be set by the caller; else today in Brussels, and French.
    """
    told = words(getattr(args, "lang", None) or "fr")
    today: date = getattr(args, "today", None) or datetime.now(ZoneInfo("Europe/Brussels")).date()
    try:
        print(_answered(args, today, told))
    except Refused as refused:
        print("; ".join(told.finding(finding) for finding in refused.findings), file=sys.stderr)
        return 1
    return 0


def _answered(args: argparse.Namespace, today: date, told: Words) -> str:
    calculator = shipped_calculator()
    if args.json == _STDIN:
        found = forecasts(calculator, read_cases(sys.stdin.read(), today))
        return json.dumps([answer(one) for one in found], ensure_ascii=False)
    samples = [*args.anti_hbs, *args.hbsag, *args.anti_hbc]
    facts = history(args.dose, samples, [*args.declined, *args.contraindicated])
    one = forecast(calculator, Case(args.schedule, args.on or today, facts, args.born, args.place))
    return "\n".join(_lines(one, told)) if args.json is None else json.dumps(answer(one), ensure_ascii=False)


def _reader(read: Callable[[str], T]) -> Callable[[str], T]:
    """A reader for argparse: what it cannot read is wrong usage."""

    def reader(text: str) -> T:
        try:
            return read(text)
        except (ValueError, Refused) as error:
            msg = f"{text!r}: {error}"
            raise argparse.ArgumentTypeError(msg) from error

    return reader


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _dose(text: str) -> DoseGiven:
    day, product, declared, *rest = (*text.split(":"), "", "")
    if declared not in {"", "declared"} or any(rest):
        msg = "after the product only: declared"
        raise ValueError(msg)
    return DoseGiven("", DateRange.parse(day), known_product(product or UNSPECIFIED), declared=bool(declared))


def _sample(marker: Marker) -> Callable[[str], Sample]:
    def read(text: str) -> Sample:
        day, _, value = text.partition(":")
        return Sample("", marker, date.fromisoformat(day), result(marker, value))

    return read


def _statement(kind: StatementKind) -> Callable[[str], Statement]:
    return lambda text: Statement(kind, date.fromisoformat(text))


def _lines(found: Forecast, told: Words) -> Iterator[str]:
    assessment = found.assessment
    yield told.text("calculator.head", schedule=found.schedule, day=found.on)
    yield told.finding(assessment.because)
    for flag in assessment.flags:
        yield told.text(f"flag.{flag}")
    if assessment.reading is not None:
        yield told.text(assessment.reading.code)
    for judged in assessment.doses:
        yield _dose_line(judged, told)
    yield from _next_lines(found, told)
    if assessment.serology is not None:
        yield told.text(
            "calculator.serology", since=assessment.serology.since, until=assessment.serology.until
        )
    for counted in assessment.counted:
        yield told.text("calculator.if_counted", status=told.finding(counted.because))


def _dose_line(judged: JudgedDose, told: Words) -> str:
    shortfall = judged.shortfall
    verdict = told.text(
        f"verdict.{judged.verdict}", number=judged.number or 0, days=shortfall.days if shortfall else 0
    )
    day = judged.dose.on.exact
    return f"{told.day(day) if day else judged.dose.on}  {verdict}"


def _next_lines(found: Forecast, told: Words) -> Iterator[str]:
    upcoming = found.assessment.next
    if upcoming is None:
        return
    yield told.text("calculator.possible", number=upcoming.number, day=upcoming.earliest or found.on)
    yield f"  {told.finding(upcoming.why_earliest)}"
    yield told.text("calculator.recommended", day=upcoming.recommended or found.on)
    yield f"  {told.finding(upcoming.why_recommended)}"
    if upcoming.late_from is not None and upcoming.late(found.on):
        yield told.text("calculator.late", day=upcoming.late_from)
    if found.session is None:
        yield told.text("calculator.no_session")
    else:
        place = told.text(f"place.{found.session.place}")
        yield told.text("calculator.session", day=told.long_day(found.session.on), place=place)
