"""The laboratory's block on a slip and the aids to reading its answers: `resources/laboratory.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from icarmed import paths
from icarmed.domain.results import Plausible, ReadingAids


@dataclass(frozen=True, slots=True)
class Laboratory:
    """What is shipped about the laboratory; the organisation's setting stands in place of `block`."""

    edition: str
    block: str
    aids: ReadingAids


@cache
def laboratory() -> Laboratory:
    """What `resources/laboratory.toml` says."""
    return read_laboratory(paths.resources() / "laboratory.toml")


def read_laboratory(file: Path) -> Laboratory:
    """What `file` says."""
    data = tomllib.loads(file.read_text("utf-8"))
    plausible = {test: _plausible(row) for test, row in data["plausible"]["tests"].items()}
    marked = data["marked"]
    aids = ReadingAids(MappingProxyType(plausible), frozenset(marked["answers"]), frozenset(marked["never"]))
    return Laboratory(data["edition"], data["block"], aids)


def _plausible(row: Mapping[str, Any]) -> Plausible:
    return Plausible(Decimal(row["most"]), Decimal(row.get("least", 0)), row.get("doubling", False))
