"""Making and upgrading the file: a new data base, or a copy that is upgraded, verified and swapped in."""

from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from icarmed.db import integrity
from icarmed.db.engine import OTHER_CACHE_KIB, connect, engine
from icarmed.db.errors import StorageError, StorageFault
from icarmed.db.writing import Writing, new_random_id

SCRIPTS = Path(__file__).parent / "migrations"


def create(path: Path, key: bytes, at: datetime) -> None:
    """A new encrypted file with every table; never over an existing one (StorageError `exists`)."""
    if path.exists():
        raise StorageError(StorageFault.EXISTS)
    connect(path, key, create=True).close()
    path.chmod(0o600)
    _upgrade(path, key, at)


def schema_revision(connection: sa.Connection) -> str | None:
    """The revision that the file is at."""
    return MigrationContext.configure(connection).get_current_revision()


def newest_revision() -> str:
    """The revision that this program writes."""
    head = ScriptDirectory(str(SCRIPTS)).get_current_head()
    if head is None:
        message = "no migration is shipped"
        raise RuntimeError(message)
    return head


def bring_up_to_date(path: Path, key: bytes, at: datetime) -> bool:
    """Upgrades a copy, verifies it and swaps it in; False when nothing was to do.

    Killed at any step the old file still stands. Raises StorageError `newer_schema` for a file of a
    newer program.
    """
    found = _revision_of(path, key)
    if found == newest_revision():
        return False
    known = {script.revision for script in ScriptDirectory(str(SCRIPTS)).walk_revisions()}
    if found is not None and found not in known:
        raise StorageError(StorageFault.NEWER_SCHEMA)
    copy = path.with_suffix(".upgrading")
    copy.unlink(missing_ok=True)
    _copy(path, copy, key)
    _upgrade(copy, key, at)
    if integrity.faults(copy, key):
        copy.unlink()
        raise StorageError(StorageFault.DAMAGED)
    for shadow in (path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        shadow.unlink(missing_ok=True)
    copy.replace(path)
    return True


def _revision_of(path: Path, key: bytes) -> str | None:
    own = engine(path, key, writes=False, cache_kib=OTHER_CACHE_KIB)
    try:
        with own.begin() as connection:
            return schema_revision(connection)
    finally:
        own.dispose()


def _copy(path: Path, copy: Path, key: bytes) -> None:
    source, target = connect(path, key), connect(copy, key, create=True)
    try:
        source.backup(target)
        target.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        source.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        source.close()
        target.close()


def _upgrade(path: Path, key: bytes, at: datetime) -> None:
    """Runs what is missing, with foreign keys off: a rebuilt parent would take its children along."""
    own = engine(path, key, writes=True, cache_kib=OTHER_CACHE_KIB)
    sa.event.listen(own, "connect", _without_foreign_keys)
    try:
        with own.begin() as connection:
            config = Config()
            config.set_main_option("script_location", str(SCRIPTS))
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            if connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
                raise StorageError(StorageFault.DAMAGED)
            Writing(connection, None, at, new_random_id).note("migrate", purpose=newest_revision())
    finally:
        own.dispose()


def _without_foreign_keys(link: Any, _record: object) -> None:
    link.execute("PRAGMA foreign_keys=OFF")
