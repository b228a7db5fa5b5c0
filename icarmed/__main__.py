"""`icarmed`, and `python -m icarmed`: without a command the window, else the command line."""

import sys
from pathlib import Path
from types import TracebackType


def main() -> int:
    """Runs the program; what it answers is the exit code."""
    if not sys.argv[1:]:
        return _window()
    sys.excepthook = _own_up
    from icarmed import cli

    return cli.main(sys.argv[1:], _window)


def _window() -> int:
    from icarmed.app import main as show

    return show(sys.argv[:1])


def _own_up(kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
    """Says where a mistake of the program arose, and nothing of what it was about: that may be a person's."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = "" if trace is None else f" {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
    sys.stderr.write(f"IcarMed: erreur du programme / program error: {kind.__name__}{where}\n")


if __name__ == "__main__":
    sys.exit(main())
