"""Whether the file is whole: pages, their authentication, and references."""

from pathlib import Path

import sqlcipher3.dbapi2 as driver

from icarmed.db.engine import connect
from icarmed.db.errors import StorageError


def faults(path: Path, key: bytes) -> list[str]:
    """Codes of what is wrong with the file; empty when it is whole.

    Both checks are needed: a file cut on a page border passes `cipher_integrity_check`.
    """
    try:
        link = connect(path, key)
    except StorageError as error:
        return [error.fault.value]
    try:
        # Pages still in the log are not seen by the cipher check.
        link.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        found = [] if not link.execute("PRAGMA cipher_integrity_check").fetchall() else ["damaged_page"]
        if link.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            found.append("damaged_structure")
        if link.execute("PRAGMA foreign_key_check").fetchall():
            found.append("broken_reference")
    except driver.Error:
        return ["damaged_page"]
    else:
        return found
    finally:
        link.close()
