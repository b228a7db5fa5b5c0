"""Vaccines and schedules of vaccination, read from `resources/products.toml` and `resources/schedules`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from icarmed import paths
from icarmed.domain.findings import Finding, Refused
from icarmed.domain.vaccination.product import Product
from icarmed.domain.vaccination.schedule import (
    Certainty,
    EarlyDose,
    Gap,
    Interval,
    Planned,
    ReadingRow,
    Schedule,
    Series,
    Serology,
    Settings,
    Source,
)

Table = dict[str, Any]
_BY_SETTING = "setting"


@cache
def products() -> Mapping[str, Product]:
    """Every vaccine that is shipped, by code."""
    return read_products(paths.resources() / "products.toml")


@cache
def products_by_cvx() -> Mapping[str, Product]:
    """The vaccine that stands for a CVX code of the US CDC."""
    return MappingProxyType({cvx: product for product in products().values() for cvx in product.cvx})


@cache
def schedules() -> Mapping[str, Schedule]:
    """Every schedule that is shipped, offered or not, by code."""
    folder = paths.resources() / "schedules"
    found = {file.stem: read_schedule(file, products()) for file in sorted(folder.glob("*.toml"))}
    return MappingProxyType(found)


def schedule(code: str) -> Schedule:
    """A shipped schedule; Refused with `schedule_unknown` for any other code."""
    if code not in schedules():
        raise Refused(Finding("schedule_unknown", {"schedule": code}))
    return schedules()[code]


def read_products(file: Path) -> Mapping[str, Product]:
    """The vaccines of one file, by code."""
    found: dict[str, Product] = {}
    for code, row in tomllib.loads(file.read_text("utf-8")).items():
        counts_as, cvx = frozenset(row.pop("counts_as")), tuple(row.pop("cvx", ()))
        found[code] = Product(code, row.pop("label", ""), counts_as, cvx, **row)
    return MappingProxyType(found)


def read_schedule(file: Path, known: Mapping[str, Product]) -> Schedule:
    """One schedule, named as its file, with the rules of its disease beside it in `rules/`."""
    plan = tomllib.loads(file.read_text("utf-8"))
    rules = tomllib.loads((file.parent / "rules" / f"{plan['rules']}.toml").read_text("utf-8"))
    sources = {code: _source(row) for code, row in {**rules["sources"], **plan["sources"]}.items()}
    series = {code: _series(code, row, sources) for code, row in rules["series"].items()}
    settings: Table = rules["settings"]
    disease: str = rules["disease"]
    return Schedule(
        code=file.stem,
        disease=disease,
        series=series[plan["series"]],
        also_complete=tuple(series[code] for code in plan["also_complete"]),
        planned=tuple(_planned(row, sources) for row in plan["planned"]),
        products=frozenset(code for code, product in known.items() if disease in product.counts_as),
        serology=_serology(rules["serology"], sources) if "serology" in rules else None,
        settings=_settings({code: row["value"] for code, row in settings.items()}),
        setting_sources=MappingProxyType({code: sources[row["source"]] for code, row in settings.items()}),
        source=sources[plan["source"]],
        offered=plan["offered"],
    )


def _source(row: Table) -> Source:
    return Source(row["text"], row["edition"], Certainty(row["certainty"]))


def _gap(row: Table) -> Gap:
    return Gap(row.get("months", 0), row.get("days", 0))


def _series(code: str, row: Table, sources: Mapping[str, Source]) -> Series:
    intervals = tuple(
        Interval(
            since=interval["since"],
            to=interval["to"],
            minimum=_gap(interval),
            grace=interval["grace"],
            early=None if interval["early"] == _BY_SETTING else EarlyDose(interval["early"]),
            source=sources[interval["source"]],
        )
        for interval in row["interval"]
    )
    named = frozenset(row["products"]) if "products" in row else None
    return Series(code, row["doses"], intervals, named)


def _planned(row: Table, sources: Mapping[str, Source]) -> Planned:
    return Planned(row["to"], row["since"], _gap(row), sources[row["source"]])


def _serology(row: Table, sources: Mapping[str, Source]) -> Serology:
    return Serology(
        response_iu_l=row["response_iu_l"],
        interpretable_days=row["interpretable_days"],
        response_months=row["response_months"],
        awaited_months=row["awaited_months"],
        due_from=_gap(row["due_from"]),
        due_until=_gap(row["due_until"]),
        diagnostic_from=_gap(row["diagnostic_from"]),
        diagnostic_until=_gap(row["diagnostic_until"]),
        rows=tuple(ReadingRow(**reading) for reading in row["reading"]),
        source=sources[row["source"]],
    )


def _settings(values: Table) -> Settings:
    return Settings(
        grace_days=values["grace_days"],
        after_early_dose_3=EarlyDose(values["after_early_dose_3"]),
        late_after_days=values["late_after_days"],
        serology_wanted=values["serology_wanted"],
    )
