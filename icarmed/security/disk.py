"""A small file that is either as it was or as it shall be, whatever is killed when; one writer at a time."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from icarmed.security.errors import KeyFault, KeyFileError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

PATIENCE_SECONDS = 10.0
_PAUSE_SECONDS = 0.02
_ONLY_OURS = 0o600


class Step(StrEnum):
    """What is about to be done to the file."""

    WRITE = "write"
    SYNC = "sync"
    RENAME = "rename"
    SYNC_FOLDER = "sync_folder"
    DONE = "done"


def no_matter(step: Step) -> None:
    """What is called before each step in life; tests stop there."""


def replace_file(path: Path, data: bytes, reached: Callable[[Step], None] = no_matter) -> None:
    """Puts `data` in the place of `path`: temporary file, fsync, rename, fsync of the folder.

    A temporary file left by someone killed is overwritten; the caller holds `exclusive`.
    """
    beside = path.with_name(f"{path.name}.new")
    reached(Step.WRITE)
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _ONLY_OURS), "wb") as file:
        file.write(data)
        file.flush()
        reached(Step.SYNC)
        os.fsync(file.fileno())
    reached(Step.RENAME)
    beside.replace(path)
    reached(Step.SYNC_FOLDER)
    _sync_folder(path.parent)
    reached(Step.DONE)


@contextmanager
def exclusive(path: Path, patience_seconds: float = PATIENCE_SECONDS) -> Iterator[None]:
    """Holds `<path>.lock` against every other process and thread; the system frees it when we are killed.

    Raises KeyFileError(BUSY) when another one does not let go.
    """
    handle = os.open(path.with_name(f"{path.name}.lock"), os.O_RDWR | os.O_CREAT, _ONLY_OURS)
    try:
        _wait_for(handle, time.monotonic() + patience_seconds)
        yield
    finally:
        os.close(handle)


def _wait_for(handle: int, deadline: float) -> None:
    while not _taken(handle):
        if time.monotonic() >= deadline:
            raise KeyFileError(KeyFault.BUSY)
        time.sleep(_PAUSE_SECONDS)


def _taken(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":  # a folder cannot be opened there; the rename is written through
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
