"""Opens the encrypted file: SQLCipher under SQLAlchemy Core (measured in docs/decisions, `platform`)."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
import sqlcipher3.dbapi2 as driver

from icarmed.db.errors import StorageError, StorageFault, fault_of

KEY_BYTES = 32
READER_CACHE_KIB = 64_000
OTHER_CACHE_KIB = 4_000
BUSY_SECONDS = 5


def connect(path: Path, key: bytes, *, cache_kib: int = OTHER_CACHE_KIB, create: bool = False) -> Any:
    """A raw connection to the file, its key proved by a first read.

    Raises StorageError: missing, empty (an empty file opens with any key), wrong key or damaged.
    """
    if len(key) != KEY_BYTES:
        message = "a data key has 32 bytes"
        raise ValueError(message)
    if not create:
        _must_hold_something(path)
    mode = "rwc" if create else "rw"
    try:
        # Literal text: SQLAlchemy opens and ends the transactions itself, see `begin` below.
        link = driver.connect(
            f"{path.resolve().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=BUSY_SECONDS,
        )
    except driver.Error as error:
        raise StorageError(fault_of(error) or StorageFault.MISSING) from None
    try:
        _prepare(link, key, cache_kib)
    except driver.Error as error:
        link.close()
        raise StorageError(fault_of(error) or StorageFault.DAMAGED) from None
    return link


def _must_hold_something(path: Path) -> None:
    try:
        size = path.stat().st_size
    except OSError:
        raise StorageError(StorageFault.MISSING) from None
    if size == 0:
        raise StorageError(StorageFault.EMPTY)


def _prepare(link: Any, key: bytes, cache_kib: int) -> None:
    link.execute("PRAGMA cipher_log_level=NONE")
    link.set_key(f"x'{key.hex()}'")
    link.execute("SELECT count(*) FROM sqlite_master").fetchone()
    link.execute("PRAGMA journal_mode=WAL")
    link.execute("PRAGMA synchronous=FULL")
    link.execute("PRAGMA foreign_keys=ON")
    link.execute("PRAGMA temp_store=MEMORY")
    link.execute(f"PRAGMA cache_size=-{cache_kib}")


def engine(path: Path, key: bytes, *, writes: bool, cache_kib: int) -> sa.Engine:
    """One engine with one connection: writers begin IMMEDIATE, readers plain.

    Deferred writers of two processes fail with SQLITE_BUSY in spite of the timeout; immediate ones wait.
    """
    made = sa.create_engine(
        "sqlite+pysqlite://",
        module=driver,
        creator=lambda: connect(path, key, cache_kib=cache_kib),
        poolclass=sa.QueuePool,
        pool_size=1,
        max_overflow=4,
        pool_timeout=BUSY_SECONDS,
    )
    begin = "BEGIN IMMEDIATE" if writes else "BEGIN"

    @sa.event.listens_for(made, "begin")
    def _begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql(begin)

    return made


@contextmanager
def storage_faults() -> Iterator[None]:
    """Turns what the driver says of the disk into StorageError; bugs pass through."""
    try:
        yield
    except (sa.exc.DBAPIError, driver.Error) as error:
        fault = fault_of(error)
        if fault is None:
            raise
        raise StorageError(fault) from None
