"""Backups: made while others work, encrypted as the data base is, kept by day, week and month."""

import json
import re
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from icarmed.db import audit, copying, integrity, office, revision
from icarmed.db.database import Database
from icarmed.db.errors import StorageError, StorageFault
from icarmed.db.writing import Writing
from icarmed.domain.findings import Finding, Refused
from icarmed.security.disk import exclusive
from icarmed.security.roles import Right
from icarmed.usecases.story import Desk, Outcome, Topic
from icarmed.usecases.vault import archive
from icarmed.usecases.vault.archive import Manifest
from icarmed.usecases.vault.creating import DATA_BASE_ID
from icarmed.usecases.vault.folder import DATA_BASE, KEYS
from icarmed.usecases.vault.moment import zone_of
from icarmed.usecases.vault.opened import Vault

KEEP = "backup_keep"
_SHIPPED_KEEP = "7,4,12"
_LAST = "last_backup"
_COPY = "being-copied.db"
_NAME = re.compile(r"icarmed-(?P<base>[0-9a-f]{8})-(?P<at>\d{8}-\d{6})(?:-(?P<again>\d+))?\.zip")
_STAMP = "%Y%m%d-%H%M%S"
_ROOM = 1.05
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Keeping:
    """Of how many days, weeks and months the newest backup is kept.

    Raises ValueError unless the newest one of all is among them.
    """

    days: int
    weeks: int
    months: int

    def __post_init__(self) -> None:
        if self.days < 1 or min(self.weeks, self.months) < 0:
            raise ValueError("keeping")


@dataclass(frozen=True, slots=True)
class LastBackup:
    """When the last backup was made, and where it was put; for the status bar."""

    at: datetime
    file: Path


@dataclass(frozen=True, slots=True)
class BackupMade:
    """A backup that was made, and the older ones that were removed for it."""

    file: Path
    manifest: Manifest
    removed: tuple[Path, ...]


def backup(vault: Vault, desk: Desk, to: Path | None = None) -> Outcome[BackupMade]:
    """A backup in the folder `to`, by default `backups` in the data folder; then removes what is too old.

    Only a whole copy of a whole data base takes its name, and only backups of this data base are removed.
    Refused: no folder, no room; StorageError `damaged` (older backups stay); OSError.
    """
    desk.need(Right.BACKUP)
    folder = to or default_folder(vault)
    if to is None:
        folder.mkdir(mode=0o700, exist_ok=True)
    if not folder.is_dir():
        raise Refused(Finding("backup_folder_missing", {"folder": str(folder)}))
    with exclusive(vault.folder.path / _COPY):
        file, manifest = _made(vault, desk, folder)
    removed = _remove_old(folder, manifest.data_base, _keeping(desk), file)
    with desk.writing() as writing:
        remember(writing, desk.now, file)
        writing.note("backup", purpose=file.name)
    return Outcome(BackupMade(file, manifest, removed), frozenset({Topic.BACKUP}))


def default_folder(vault: Vault) -> Path:
    """Where backups go when nothing is said: on the same disk they help against mistakes, not theft."""
    return vault.folder.path / "backups"


def remember(writing: Writing, at: datetime, file: Path) -> None:
    """Keeps when the last backup was made and where it is."""
    made = {"at": at.astimezone(UTC).isoformat(), "file": str(file.resolve())}
    office.keep(writing, _LAST, json.dumps(made))


def last_backup(desk: Desk) -> LastBackup | None:
    """The last backup that was made of this data base."""
    with desk.reading() as connection:
        kept = office.keepsake(connection, _LAST)
    if kept is None:
        return None
    told = json.loads(kept)
    return LastBackup(datetime.fromisoformat(told["at"]), Path(told["file"]))


def newest_manifest(desk: Desk) -> tuple[Path, Manifest] | None:
    """The newest readable backup of this data base, where the last one was put, and its manifest."""
    last = last_backup(desk)
    if last is None:
        return None
    with desk.reading() as connection:
        base = office.setting(connection, DATA_BASE_ID) or ""
    for file in reversed(_backups(last.file.parent, base)):
        with suppress(Refused, OSError):
            return file, archive.read_manifest(file)
    return None


def set_keeping(desk: Desk, keeping: Keeping) -> Outcome[None]:
    """Of how many days, weeks and months backups are kept from now on."""
    desk.need(Right.MANAGE_KEYS)
    with desk.writing() as writing:
        office.set_setting(writing, KEEP, f"{keeping.days},{keeping.weeks},{keeping.months}")
    return Outcome(None, frozenset({Topic.BACKUP}))


def kept_of(files: Iterable[Path], keeping: Keeping) -> frozenset[Path]:
    """Which backups stay: the newest of each of the last days, ISO weeks and months that have one.

    Of the last day all stay: who makes one before a risky step wants that one.
    """
    newest_first = sorted(files, key=_order, reverse=True)
    kept = {file for file in newest_first if _order(file)[0].date() == _order(newest_first[0])[0].date()}
    for count, period in ((keeping.days, "%Y-%m-%d"), (keeping.weeks, "%G-%V"), (keeping.months, "%Y-%m")):
        newest: dict[str, Path] = {}
        for file in newest_first:
            newest.setdefault(f"{_order(file)[0]:{period}}", file)
        kept.update(list(newest.values())[:count])
    return frozenset(kept)


def _made(vault: Vault, desk: Desk, folder: Path) -> tuple[Path, Manifest]:
    copy = vault.folder.path / _COPY
    base, file = _name(desk, folder)
    _clear(copy)
    for part in folder.glob(f"icarmed-{base[:8]}-*.zip.part"):
        part.unlink()
    _must_have_room(vault.folder.data_base, folder)
    try:
        # As long as the vault is open no other process rotates, so these keys open this copy.
        copying.copy(vault.folder.data_base, vault.data_key.secret, copy)
        keys = vault.folder.keys.content()
        manifest = _manifest(vault, copy, keys, base, desk.now)
        archive.write(file, manifest, copy, keys)
    finally:
        _clear(copy)
        file.with_name(f"{file.name}.part").unlink(missing_ok=True)
    return file, manifest


def _manifest(vault: Vault, copy: Path, keys: bytes, base: str, now: datetime) -> Manifest:
    """What the copy is; StorageError when it is not whole, so that no older backup makes room for it."""
    if integrity.faults(copy, vault.data_key.secret):
        raise StorageError(StorageFault.DAMAGED)
    database = Database(copy, vault.data_key.secret)
    try:
        with database.reading() as connection:
            seq, last = audit.last_link(connection)
            found = revision.revision_of(connection) or ""
    finally:
        database.close()
    copying.settle(copy, vault.data_key.secret)
    sums = {DATA_BASE: archive.sha256_of(copy), KEYS: archive.sha256_of_bytes(keys)}
    return Manifest(base, now, found, seq, last.hex(), sums)


def _name(desk: Desk, folder: Path) -> tuple[str, Path]:
    """The id of the data base, and a name that says nothing but whose backup it is and when it was made."""
    with desk.reading() as connection:
        base = office.setting(connection, DATA_BASE_ID) or ""
        local = desk.now.astimezone(zone_of(connection))
    stem = f"icarmed-{base[:8]}-{local:{_STAMP}}"
    names = [f"{stem}.zip", *(f"{stem}-{again}.zip" for again in range(2, 100))]
    return base, next(folder / name for name in names if not (folder / name).exists())


def _must_have_room(data_base: Path, folder: Path) -> None:
    needed = int(data_base.stat().st_size * _ROOM)
    free = shutil.disk_usage(folder).free
    if free < needed:
        params = {"needed": -(-needed // _MEGABYTE), "free": free // _MEGABYTE}
        raise Refused(Finding("backup_no_room", params))


def _keeping(desk: Desk) -> Keeping:
    with desk.reading() as connection:
        stored = office.setting(connection, KEEP) or _SHIPPED_KEEP
    days, weeks, months = (int(count) for count in stored.split(","))
    return Keeping(days, weeks, months)


def _remove_old(folder: Path, base: str, keeping: Keeping, made: Path) -> tuple[Path, ...]:
    """Never the one just made, even if the clock was set back and another of that day looks newer."""
    files = _backups(folder, base)
    kept = kept_of(files, keeping) | {made}
    removed = tuple(file for file in files if file not in kept)
    for file in removed:
        file.unlink(missing_ok=True)
    return removed


def _backups(folder: Path, base: str) -> list[Path]:
    """The backups of this data base in a folder, oldest first; other files are none of ours."""
    named = [(file, _NAME.fullmatch(file.name)) for file in folder.iterdir()] if folder.is_dir() else []
    return sorted((file for file, name in named if name and name["base"] == base[:8]), key=_order)


def _order(file: Path) -> tuple[datetime, int]:
    name = _NAME.fullmatch(file.name)
    if name is None:
        raise ValueError(file.name)
    return datetime.strptime(name["at"], _STAMP).replace(tzinfo=UTC), int(name["again"] or 1)


def _clear(copy: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        copy.with_name(copy.name + suffix).unlink(missing_ok=True)
