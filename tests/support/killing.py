"""Programs of tests that end before their time."""

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[2]
KILLED = 9


def run_python(program: str, *arguments: str | Path) -> int:
    """Runs a program of ours to its end, whichever that is; it may not complain."""
    ended = subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)], check=False, capture_output=True, cwd=PROJECT
    )
    assert ended.stderr == b"", ended.stderr.decode()
    return ended.returncode
