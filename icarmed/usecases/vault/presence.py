"""Who has the data base open: each window and command holds a share of one lock, told apart by the system."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from icarmed.domain.findings import Finding, Refused

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

NAME = "open.lock"
_ONLY_OURS = 0o600
_SEATS = 64
"""Windows has no shared lock of this kind: each takes one byte of so many, who wants to be alone all."""


class Presence:
    """A share of the lock, from when the data base is opened until it is closed or the process ends."""

    def __init__(self, folder: Path) -> None:
        self._handle = os.open(folder / NAME, os.O_RDWR | os.O_CREAT, _ONLY_OURS)
        if not _share(self._handle):
            self.end()
            raise Refused(Finding("data_base_being_replaced"))

    def end(self) -> None:
        """Gives the share back; doing so twice is no matter."""
        if self._handle >= 0:
            os.close(self._handle)
        self._handle = -1

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keeps everyone else out meanwhile; Refused when someone else has the data base open."""
        if not _take_all(self._handle):
            _share(self._handle)
            raise Refused(Finding("open_elsewhere"))
        try:
            yield
        finally:
            _share(self._handle)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keeps everyone out of a data base that the caller has not opened; Refused when someone has it open."""
    handle = os.open(folder / NAME, os.O_RDWR | os.O_CREAT, _ONLY_OURS)
    try:
        if not _take_all(handle):
            raise Refused(Finding("open_elsewhere"))
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":

    def _share(handle: int) -> bool:
        return any(_lock(handle, seat, 1) for seat in range(_SEATS))

    def _take_all(handle: int) -> bool:
        for seat in range(_SEATS):
            _unlock(handle, seat)
        return _lock(handle, 0, _SEATS)

    def _lock(handle: int, at: int, length: int) -> bool:
        os.lseek(handle, at, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, length)
        except OSError:
            return False
        return True

    def _unlock(handle: int, at: int) -> None:
        os.lseek(handle, at, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
        except OSError:
            return

else:

    def _share(handle: int) -> bool:
        return _flock(handle, fcntl.LOCK_SH)

    def _take_all(handle: int) -> bool:
        return _flock(handle, fcntl.LOCK_EX)

    def _flock(handle: int, kind: int) -> bool:
        try:
            fcntl.flock(handle, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
