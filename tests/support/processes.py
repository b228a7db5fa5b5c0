"""Programs that tests start and wait for."""

import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """All of it, for the message of a failing test."""
        return f"exit {self.code}\n{self.out}\n{self.err}"


def run(
    arguments: Sequence[str | Path],
    *,
    folder: Path | None = None,
    env: Mapping[str, str] | None = None,
    given: str | None = None,
    seconds: float = 180,
) -> Ended:
    """Run a program to its end, `given` on its standard input; `env` replaces the whole environment."""
    ended = subprocess.run(
        [str(argument) for argument in arguments],
        cwd=folder,
        env=env,
        input=given,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=seconds,
    )
    return Ended(ended.returncode, ended.stdout, ended.stderr)
