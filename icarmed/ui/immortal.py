"""Keeps Python's True alive under Python 3.11.

PySide6 6.12 gives back one reference too many to True at every `Signal.emit()`. From Python 3.12 on True is
immortal and does not mind; under 3.11 the interpreter begins with some hundreds of references, and ends with
"bool_dealloc" once a window has emitted that often: in the middle of a permanence. See docs/decisions/0014.
"""

import ctypes
import sys

ENOUGH = 1 << 40
"""More references than a window can give back in a century of emitting."""

_TRUE = bool(1)


def keep_true_alive() -> None:
    """Takes so many references to True that no signal can use them up; needed once a process."""
    if sys.version_info < (3, 12) and sys.getrefcount(_TRUE) < ENOUGH // 2:
        # The count of references is the first field of every object (CPython 3.11, object.h).
        ctypes.c_ssize_t.from_address(id(_TRUE)).value += ENOUGH
