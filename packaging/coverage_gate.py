#!/usr/bin/env python3
"""Holds the branch coverage of each package of icarmed against its floor, which only rises.

Reads the `.coverage` file that the tests left; `--raise` lifts the floors to what was reached.
"""

import json
import subprocess
import sys
import tempfile
import tomllib
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ROOT / "packaging" / "coverage-floor.toml"
KEYS = {"covered_lines": "num_statements", "covered_branches": "num_branches"}


def reached() -> dict[str, float]:
    """Percent of statements and branches covered, by package ("domain") or module ("paths")."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "coverage.json"
        command = [sys.executable, "-m", "coverage", "json", "--quiet", "-o", str(report)]
        subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603 our own interpreter and arguments
        files = json.loads(report.read_text("utf-8"))["files"]
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for name, file in files.items():
        part = Path(name).parts[1].removesuffix(".py")
        for covered, total in KEYS.items():
            counts[part][0] += file["summary"][covered]
            counts[part][1] += file["summary"][total]
    return {part: 100.0 if not total else 100 * covered / total for part, (covered, total) in counts.items()}


def floors() -> dict[str, int]:
    """The floors as they stand."""
    return dict(tomllib.loads(FLOORS.read_text("utf-8"))["floors"])


def raised(now: dict[str, float], standing: dict[str, int]) -> dict[str, int]:
    """Each floor lifted to the whole percent reached, none lowered, none dropped."""
    return {part: max(standing.get(part, 0), int(now.get(part, 0))) for part in sorted({*now, *standing})}


def write(new: dict[str, int]) -> None:
    """The file of floors with its own heading kept."""
    head = FLOORS.read_text("utf-8").split("[floors]")[0]
    FLOORS.write_text(
        head + "[floors]\n" + "".join(f"{part} = {floor}\n" for part, floor in new.items()), "utf-8"
    )


def show_missing(parts: list[str]) -> None:
    """Which lines and branches of packages below their floor no test reaches."""
    for part in parts:
        include = f"--include=icarmed/{part}.py,icarmed/{part}/*"
        command = [sys.executable, "-m", "coverage", "report", "--show-missing", "--skip-covered", include]
        subprocess.run(command, cwd=ROOT, check=False)  # noqa: S603 our own interpreter and arguments


def main() -> int:
    """Exit 1 when a package is below its floor."""
    now, standing = reached(), floors()
    if "--raise" in sys.argv[1:]:
        write(raised(now, standing))
        return 0
    below = [part for part, percent in now.items() if percent < standing.get(part, 0)]
    for part, percent in sorted(now.items()):
        floor = standing.get(part, 0)
        mark = "BELOW" if part in below else ("may rise" if int(percent) > floor else "")
        print(f"{part:<12} {percent:6.1f} %   floor {floor:3} %   {mark}".rstrip(), flush=True)
    show_missing(below)
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
