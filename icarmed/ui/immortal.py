"""Keeps Python's True, False and None alive under Python 3.11.

PySide6 6.12 gives back one reference too many to True at every `Signal.emit()`, and to None whenever a
`QLayoutItem` has no widget or no layout to give. From Python 3.12 on they are immortal and do not mind; under
3.11 the interpreter begins with some hundreds or thousands of references, and ends with "bool_dealloc" or
"none_dealloc" once they are used up: in the middle of a permanence. See docs/decisions/0014.
"""

import ctypes
import sys

ENOUGH = 1 << 40
"""More references than a window can give back in a century."""

_ALWAYS = (bool(1), bool(0), None)


def keep_alive() -> None:
    """Takes so many references to them that nothing can use them up; needed once a process."""
    if sys.version_info >= (3, 12):
        return
    for one in _ALWAYS:
        if sys.getrefcount(one) < ENOUGH // 2:
            # The count of references is the first field of every object (CPython 3.11, object.h).
            ctypes.c_ssize_t.from_address(id(one)).value += ENOUGH
