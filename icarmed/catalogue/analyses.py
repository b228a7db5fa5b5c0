"""The catalogue of analyses, panels, tubes and rapid-test kits, read from `resources/tests.toml`."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from icarmed import paths
from icarmed.domain.analyses import (
    Analysis,
    AnalysisKind,
    Kit,
    Measure,
    NeededTube,
    Panel,
    Specimen,
    Tube,
    TubeColour,
    tubes_needed,
)
from icarmed.domain.rapid_tests import Window

Coded = TypeVar("Coded", Analysis, Panel, Kit)


@dataclass(frozen=True, slots=True)
class AnalysisCatalogue:
    """All that can be tested, by code, in the order of the file."""

    edition: str
    analyses: Mapping[str, Analysis]
    panels: Mapping[str, Panel]
    kits: Mapping[str, Kit]
    colours: Mapping[Tube, TubeColour]

    def __post_init__(self) -> None:
        named = [code for panel in self.panels.values() for code in panel.analyses]
        named += [code for kit in self.kits.values() for code in kit.analyses]
        if unknown := sorted(set(named) - self.analyses.keys()):
            msg = f"panels or kits name analyses that are not listed: {', '.join(unknown)}"
            raise ValueError(msg)
        if missing := sorted(set(Tube) - self.colours.keys()):
            msg = f"tubes without a colour: {', '.join(missing)}"
            raise ValueError(msg)

    def tubes(self, codes: Iterable[str]) -> tuple[NeededTube, ...]:
        """The tubes that a set of analyses needs; KeyError for a code that is not listed."""
        return tubes_needed([self.analyses[code] for code in codes])

    def kits_for(self, code: str) -> tuple[Kit, ...]:
        """The kits that test for an analysis."""
        return tuple(kit for kit in self.kits.values() if code in kit.analyses)


@cache
def analyses() -> AnalysisCatalogue:
    """The shipped catalogue."""
    return read_analyses(paths.resources() / "tests.toml")


def read_analyses(file: Path) -> AnalysisCatalogue:
    """The catalogue that `file` holds; ValueError for a row that breaks a rule or stands twice."""
    data = tomllib.loads(file.read_text("utf-8"))
    delay = data["usual_delay"]["days"]
    return AnalysisCatalogue(
        edition=data["edition"],
        analyses=_by_code(_analysis(row, delay) for row in data["analyses"]),
        panels=_by_code(
            Panel(row["code"], tuple(row["analyses"]), row["source"], row["certainty"])
            for row in data["panels"]
        ),
        kits=_by_code(_kit(row) for row in data["kits"]),
        colours=MappingProxyType({Tube(tube): TubeColour(name) for tube, name in data["tubes"].items()}),
    )


def _by_code(rows: Iterable[Coded]) -> Mapping[str, Coded]:
    found: dict[str, Coded] = {}
    for row in rows:
        if row.code in found:
            msg = f"{row.code} stands twice"
            raise ValueError(msg)
        found[row.code] = row
    return MappingProxyType(found)


def _analysis(row: Mapping[str, Any], delay: int) -> Analysis:
    kind = AnalysisKind(row["kind"])
    return Analysis(
        code=row["code"],
        kind=kind,
        specimen=Specimen(row["specimen"]),
        tube=Tube(row["tube"]) if "tube" in row else None,
        answers=tuple(row.get("answers", ())),
        measure=Measure(row["measure"]) if "measure" in row else None,
        unit=row.get("unit", ""),
        loinc=row.get("loinc", ""),
        usual_delay_days=row.get("usual_delay_days", delay) if kind is AnalysisKind.LAB else None,
    )


def _kit(row: Mapping[str, Any]) -> Kit:
    window = Window(row["read_from"], row["read_until"]) if "read_from" in row else None
    return Kit(row["code"], tuple(row["analyses"]), window, row["source"], row["certainty"])
