"""One open data base: a writer, a reader, and connections of their own for long reads."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection

from icarmed.db.engine import OTHER_CACHE_KIB, READER_CACHE_KIB, engine, storage_faults
from icarmed.db.writing import Writing, new_random_id

__all__ = ["Connection", "Database", "Writing"]


class Database:
    """The encrypted file, opened with its key.

    `new_id` is uuid4 in life; practice data draw theirs from a seed.
    """

    def __init__(self, path: Path, key: bytes, new_id: Callable[[], UUID] = new_random_id) -> None:
        self.path = path
        self._key = key
        self._new_id = new_id
        self._writer = engine(path, key, writes=True, cache_kib=OTHER_CACHE_KIB)
        self._reader = engine(path, key, writes=False, cache_kib=READER_CACHE_KIB)

    def __repr__(self) -> str:
        return "<Database>"

    @contextmanager
    def writing(self, account: UUID | None, at: datetime) -> Iterator[Writing]:
        """One transaction that writes: committed at the end, rolled back whole on any exception."""
        with storage_faults(), self._writer.begin() as connection:
            yield Writing(connection, account, at, self._new_id)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent state of the data base, for what is typed and opened."""
        with storage_faults(), self._reader.begin() as connection:
            yield connection

    @contextmanager
    def long_reading(self) -> Iterator[Connection]:
        """As `reading`, on a connection of its own that is closed afterwards."""
        own = engine(self.path, self._key, writes=False, cache_kib=OTHER_CACHE_KIB)
        try:
            with storage_faults(), own.begin() as connection:
                yield connection
        finally:
            own.dispose()

    def version(self) -> int:
        """A number that changes when another connection wrote to the file, another program's too."""
        with self.reading() as connection:
            found: int = connection.exec_driver_sql("PRAGMA data_version").scalar_one()
            return found

    def close(self) -> None:
        """Ends every connection and forgets the key."""
        self._writer.dispose()
        self._reader.dispose()
        self._key = b""
        # An engine keeps the key it opens with: whoever still holds this data base holds none.
        self._writer = engine(self.path, b"", writes=True, cache_kib=OTHER_CACHE_KIB)
        self._reader = engine(self.path, b"", writes=False, cache_kib=READER_CACHE_KIB)
