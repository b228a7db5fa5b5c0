"""Backups proved and put back; nothing that is there is destroyed."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from icarmed.db import copying
from icarmed.db.counting import Counts, counts
from icarmed.db.errors import StorageError, StorageFault
from icarmed.domain.findings import Finding, Refused
from icarmed.security.disk import exclusive
from icarmed.security.roles import Right
from icarmed.usecases.backups import remember
from icarmed.usecases.checking import backup_finding, file_findings, trace_findings
from icarmed.usecases.vault import archive
from icarmed.usecases.vault.archive import Manifest
from icarmed.usecases.vault.credentials import Credentials
from icarmed.usecases.vault.durable import sync_folder
from icarmed.usecases.vault.entering import enter
from icarmed.usecases.vault.folder import RESTORED_IN, DataFolder
from icarmed.usecases.vault.opened import Vault
from icarmed.usecases.vault.presence import alone


@dataclass(frozen=True, slots=True)
class Verified:
    """What a backup holds; `findings` is empty when it is sound."""

    manifest: Manifest
    counted: Counts
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back, and where what was there before was moved to."""

    verified: Verified
    set_aside: Path | None


def verify(file: Path, shown: Credentials, clock: datetime) -> Verified:
    """Opens a backup in a private temporary folder, counts what it holds, and checks file and audit.

    Only encrypted bytes are written there. Refused: no backup of ours, damaged, no right; else as `enter`.
    """
    with tempfile.TemporaryDirectory(prefix="icarmed-") as place:
        folder = DataFolder(Path(place))
        manifest = archive.unpack(file, folder)
        with enter(folder, shown, clock) as vault:
            vault.desk(clock, clock.date()).need(Right.VERIFY)
            return _verified(vault, manifest)


def restore(file: Path, folder: DataFolder, shown: Credentials, clock: datetime) -> Restored:
    """Puts a backup in the place of what is in the folder, which is moved aside under the date.

    Works in an empty folder with nothing but a password of that day or the recovery code. Refused as
    `verify`, for an unsound backup, and while someone has the data base open.
    """
    if folder.is_on_network:
        raise StorageError(StorageFault.NETWORK_SHARE)
    folder.make()
    with exclusive(folder.data_base), alone(folder.path), _workshop(folder) as staged:
        manifest = archive.unpack(file, staged)
        with enter(staged, shown, clock) as vault:
            desk = vault.desk(clock, clock.date())
            desk.need(Right.RESTORE)
            verified = _verified(vault, manifest)
            if verified.findings:
                raise Refused(*verified.findings)
            with desk.writing() as writing:
                remember(writing, manifest.made_at, file)
                writing.note("restore", purpose=file.name)
            key = vault.data_key.secret
        copying.settle(staged.data_base, key)
        set_aside = _set_aside(folder, clock)
        staged.key_file.replace(folder.key_file)
        staged.data_base.replace(folder.data_base)
        sync_folder(folder.path)
    return Restored(verified, set_aside)


def _verified(vault: Vault, manifest: Manifest) -> Verified:
    found = list(file_findings(vault))
    with vault.database.long_reading() as connection:
        counted = counts(connection)
        found += trace_findings(connection)
        behind = backup_finding(connection, manifest)
    return Verified(manifest, counted, (*found, *([behind] if behind else [])))


@contextmanager
def _workshop(folder: DataFolder) -> Iterator[DataFolder]:
    """A folder on the same disk, so that moving into place is renaming; gone afterwards whatever happens."""
    staged = DataFolder(folder.path / RESTORED_IN)
    if staged.path.exists():
        shutil.rmtree(staged.path)
    staged.make()
    try:
        yield staged
    finally:
        shutil.rmtree(staged.path)


def _set_aside(folder: DataFolder, clock: datetime) -> Path | None:
    """Moves whatever is there, the encrypted file first: until all is moved no one can take it for whole."""
    there = [path for path in (folder.data_base, *folder.sides, folder.key_file) if path.exists()]
    if not there:
        return None
    stem = f"before-{clock:%Y%m%d-%H%M%S}"
    names = [stem, *(f"{stem}-{again}" for again in range(2, 100))]
    aside = next(folder.path / name for name in names if not (folder.path / name).exists())
    aside.mkdir(mode=0o700)
    for path in there:
        path.replace(aside / path.name)
    sync_folder(aside)
    sync_folder(folder.path)
    return aside
