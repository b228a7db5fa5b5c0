"""The encrypted file as a whole: a copy while others write, a file without its log, another key."""

from pathlib import Path
from typing import Any

from icarmed.db.engine import KEY_BYTES, connect, storage_faults
from icarmed.db.errors import StorageError, StorageFault

_ONLY_OURS = 0o600


def copy(path: Path, key: bytes, to: Path) -> None:
    """One state of the data base, under the same key, as a single file that does not exist yet.

    In one step: with pages at a time it would begin anew whenever someone writes. Others go on writing.
    """
    if to.exists():
        raise StorageError(StorageFault.EXISTS)
    source = connect(path, key)
    try:
        with storage_faults():
            _copy(source, to, key)
    except BaseException:
        _remove(to)
        raise
    finally:
        source.close()


def settle(path: Path, key: bytes) -> None:
    """Moves the log into the file and ends it, so that the file can be moved by itself.

    Raises StorageError BUSY when someone else has it open.
    """
    link = connect(path, key)
    try:
        with storage_faults():
            _settle(link)
    finally:
        link.close()


def rekey(path: Path, key: bytes, new_key: bytes) -> None:
    """Encrypts every page anew, in one transaction; the caller makes sure that nobody else has it open.

    Raises StorageError when the file does not open with the new key afterwards: the old one still holds.
    """
    if len(new_key) != KEY_BYTES:
        message = "a data key has 32 bytes"
        raise ValueError(message)
    link = connect(path, key)
    try:
        with storage_faults():
            # The driver has no other way; this text goes to the library only, no log and no error shows it.
            link.execute(f"PRAGMA rekey = \"x'{new_key.hex()}'\"")
    finally:
        link.close()
    _must_have_changed(path, new_key)


def _must_have_changed(path: Path, new_key: bytes) -> None:
    """SQLCipher says nothing when a rekey was rolled back for want of room: nothing else makes it end so."""
    try:
        connect(path, new_key).close()
    except StorageError as error:
        if error.fault is StorageFault.WRONG_KEY_OR_DAMAGED:
            raise StorageError(StorageFault.DISK_FULL) from None
        raise


def _copy(source: Any, to: Path, key: bytes) -> None:
    target = connect(to, key, create=True)
    try:
        to.chmod(_ONLY_OURS)
        source.backup(target)
        _settle(target)
    finally:
        target.close()


def _settle(link: Any) -> None:
    busy, *_ = link.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise StorageError(StorageFault.BUSY)


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
