"""Measures: the same work done plainly and by the program, in turn, in one run on one machine."""

import gc
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import ceil
from statistics import median
from time import perf_counter, process_time

WARM = 3
MILLISECONDS = 1000


@dataclass(frozen=True, slots=True)
class Measure:
    """One line: by how much the program takes longer than its limit; without a goal it is told only.

    Milliseconds are of this machine at this moment and no gate; the ratio is what is compared.
    """

    work: str
    limit: str
    people: int | None
    limit_ms: float
    work_ms: float
    goal: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float:
        """Work over limit."""
        return self.work_ms / self.limit_ms

    @property
    def is_met(self) -> bool:
        """Whether the goal is reached; what has none is."""
        return self.goal is None or self.ratio <= self.goal

    def as_json(self) -> dict[str, object]:
        """For the file that is compared from run to run."""
        return {
            "work": self.work,
            "limit": self.limit,
            "people": self.people,
            "ratio": round(self.ratio, 3),
            "goal": self.goal,
            "met": self.is_met,
            "limit_ms": round(self.limit_ms, 4),
            "work_ms": round(self.work_ms, 4),
            "note": self.note,
        }


def milliseconds(act: Callable[[], object]) -> float:
    """How long it took, once."""
    began = perf_counter()
    act()
    return (perf_counter() - began) * MILLISECONDS


def computing(act: Callable[[], object]) -> float:
    """How long this process computed for it, once; waiting for others does not count."""
    began = process_time()
    act()
    return (process_time() - began) * MILLISECONDS


def in_turn(
    limit: Iterable[Callable[[], object]], work: Iterable[Callable[[], object]]
) -> tuple[list[float], list[float]]:
    """The times of both, in turn, so that what slows the machine slows both; the first are left out."""
    gc.collect()
    gc.freeze()
    plain, ours = [], []
    for one, other in zip(limit, work, strict=True):
        plain.append(milliseconds(one))
        ours.append(milliseconds(other))
    gc.unfreeze()
    return plain[WARM:], ours[WARM:]


def medians(times: tuple[list[float], list[float]]) -> tuple[float, float]:
    """The middle of each."""
    plain, ours = times
    return median(plain), median(ours)


def percentile(times: list[float], share: int) -> float:
    """The time that so many of a hundred did not exceed."""
    return sorted(times)[ceil(len(times) * share / 100) - 1]
