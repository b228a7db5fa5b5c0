"""`python -m bench [--people 2000,20000] [--json FILE]`: prints the ratios, and writes them."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench import papers, start, stories
from bench.measure import Measure

BUILD = Path(__file__).parents[1] / "build" / "bench"
PEOPLE = "2000,20000"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures everything; a missed goal is told and is no failure, for a busy machine misses some."""
    asked = argparse.ArgumentParser(prog="bench", description=__doc__)
    asked.add_argument("--people", default=PEOPLE, help="how many people, several with commas")
    asked.add_argument("--json", type=Path, help="where to write the ratios")
    options = asked.parse_args(arguments)
    made = []
    for one in _measured([int(number) for number in options.people.split(",")]):
        print(_line(one), flush=True)
        made.append(one)
    if options.json is not None:
        options.json.parent.mkdir(parents=True, exist_ok=True)
        options.json.write_text(json.dumps([one.as_json() for one in made], indent=1), "utf-8")
    missed = sum(not one.is_met for one in made)
    print(f"{missed} of {sum(one.goal is not None for one in made)} goals missed")
    return 0


def _measured(people: Sequence[int]) -> Iterator[Measure]:
    yield from start.measured(BUILD)
    yield from papers.measured()
    for number in people:
        yield from stories.measured(BUILD, number)


def _line(one: Measure) -> str:
    people = "" if one.people is None else f" ({one.people})"
    goal = "" if one.goal is None else f" of {one.goal:g}"
    missed = "" if one.is_met else "  MISSED"
    note = f"  [{one.note}]" if one.note else ""
    work = one.work + people
    return f"{work:<42}{one.ratio:>7.2f}{goal:<8} x {one.limit} ({one.limit_ms:.2f}){missed}{note}"


if __name__ == "__main__":
    sys.exit(main())
