"""The floors of coverage only rise."""

import runpy
import tomllib
from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.architecture.project import ROOT

GATE: dict[str, Any] = runpy.run_path(str(ROOT / "packaging" / "coverage_gate.py"))
RAISED: Callable[[dict[str, float], dict[str, int]], dict[str, int]] = GATE["raised"]

PARTS = st.sampled_from(["domain", "db", "ui", "documents"])
REACHED = st.dictionaries(PARTS, st.floats(0, 100))
STANDING = st.dictionaries(PARTS, st.integers(0, 100))


@given(REACHED, STANDING)
def test_no_floor_is_lowered_or_dropped(reached: dict[str, float], standing: dict[str, int]) -> None:
    new = RAISED(reached, standing)
    assert all(new[part] >= floor for part, floor in standing.items())
    assert all(new[part] <= max(percent, standing.get(part, 0)) for part, percent in reached.items())


def test_a_floor_rises_to_the_whole_percent_reached() -> None:
    assert RAISED({"db": 91.97, "ui": 80.0}, {"db": 90, "security": 99}) == {
        "db": 91,
        "security": 99,
        "ui": 80,
    }


def test_the_rules_are_covered_whole() -> None:
    floors = tomllib.loads((ROOT / "packaging" / "coverage-floor.toml").read_text("utf-8"))["floors"]
    assert floors["domain"] == 100
