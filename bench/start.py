"""Cold start: whole processes, each until its window has been painted once."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from bench.measure import MILLISECONDS, Measure

BARE, SIGN_IN = "bench.windows.bare", "bench.windows.sign_in"
RUNS = 9


@dataclass(frozen=True, slots=True)
class Start:
    """One process until its first paint: how long, how much memory at most, what heavy it had imported."""

    ms: float
    mib: float
    heavy: tuple[str, ...]


def measured(build: Path) -> Iterator[Measure]:
    """Time and memory of the sign-in page; the folder of its data is empty."""
    build.mkdir(parents=True, exist_ok=True)
    bare, ours = [], []
    for _ in range(1 + RUNS):
        bare.append(_run(BARE, build))
        ours.append(_run(SIGN_IN, build))
    bare, ours = bare[1:], ours[1:]
    heavy = ", ".join(ours[0].heavy) or "nothing"
    limit, work = median(one.ms for one in bare), median(one.ms for one in ours)
    name = "bare window with a table"
    yield Measure("cold start to sign-in page", name, None, limit, work, 1.15, f"imported before it: {heavy}")
    limit, work = median(one.mib for one in bare), median(one.mib for one in ours)
    yield Measure("memory at the sign-in page", name, None, limit, work, 3.0, "MiB, not ms")


def _run(window: str, build: Path) -> Start:
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen", "ICARMED_DATA": str(build / "nobody")}
    began = perf_counter()
    ended = subprocess.run(  # noqa: S603 our own windows
        [sys.executable, "-m", window], env=surroundings, check=True, capture_output=True, text=True
    )
    took = (perf_counter() - began) * MILLISECONDS
    said = json.loads(ended.stdout)
    return Start(took, said["mib"], tuple(said["heavy"]))
