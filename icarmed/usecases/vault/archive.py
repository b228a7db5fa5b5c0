"""A backup as a file: one stored zip of the encrypted data base, its keys, and what to hold both against."""

import hashlib
import json
import os
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from icarmed.domain.findings import Finding, Refused
from icarmed.security.keyformat import LARGEST_BYTES, parsed
from icarmed.security.keyset import KeySet
from icarmed.usecases.vault.durable import sync_file, sync_folder
from icarmed.usecases.vault.folder import DATA_BASE, KEYS, DataFolder

FORMAT = "icarmed-backup"
VERSION = 1
MANIFEST = "manifest.json"
_CHUNK = 1 << 20
_LARGEST_MANIFEST = 100_000
_ONLY_OURS = 0o600


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself, readable without any key: no name, no count of people."""

    data_base: str
    made_at: datetime
    schema_revision: str
    audit_seq: int
    audit_hash: str
    sha256: Mapping[str, str]

    def rendered(self) -> bytes:
        """As it stands in the zip."""
        body = {
            "format": FORMAT,
            "version": VERSION,
            "data_base": self.data_base,
            "made_at": self.made_at.astimezone(UTC).isoformat(),
            "schema_revision": self.schema_revision,
            "audit": {"seq": self.audit_seq, "hash": self.audit_hash},
            "sha256": dict(self.sha256),
        }
        return f"{json.dumps(body, indent=1, sort_keys=True)}\n".encode()


def sha256_of(path: Path) -> str:
    """The checksum of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sha256_of_bytes(data: bytes) -> str:
    """The checksum of what was read already."""
    return hashlib.sha256(data).hexdigest()


def write(to: Path, manifest: Manifest, data_base: Path, keys: bytes) -> None:
    """Writes the zip beside its place, forces it to the disk, then gives it its name."""
    part = to.with_name(f"{to.name}.part")
    stamp = manifest.made_at.astimezone(UTC).timetuple()[:6]
    with zipfile.ZipFile(part, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
        with suppress(PermissionError):  # a stick that knows no owners; what is in it is encrypted
            part.chmod(_ONLY_OURS)
        archive.writestr(zipfile.ZipInfo(MANIFEST, stamp), manifest.rendered())
        archive.writestr(zipfile.ZipInfo(KEYS, stamp), keys)
        with (
            data_base.open("rb") as source,
            archive.open(zipfile.ZipInfo(DATA_BASE, stamp), "w", force_zip64=True) as target,
        ):
            while chunk := source.read(_CHUNK):
                target.write(chunk)
    sync_file(part)
    part.replace(to)
    sync_folder(to.parent)


def read_manifest(file: Path) -> Manifest:
    """What a backup says of itself. Refused for what is no backup, is damaged, or is of a newer program."""
    try:
        with zipfile.ZipFile(file) as archive:
            return _manifest(archive)
    except (zipfile.BadZipFile, RuntimeError, EOFError):
        raise Refused(Finding("backup_damaged")) from None


def read_keys(file: Path) -> KeySet:
    """The slots in a backup. Refused as `read_manifest`; KeyFileError."""
    try:
        with zipfile.ZipFile(file) as archive, archive.open(KEYS) as source:
            return parsed(source.read(LARGEST_BYTES + 1))
    except (zipfile.BadZipFile, RuntimeError, EOFError, KeyError):
        raise Refused(Finding("backup_damaged")) from None


def unpack(file: Path, into: DataFolder) -> Manifest:
    """Puts the encrypted data base and its keys into a folder, each byte held against the manifest."""
    try:
        with zipfile.ZipFile(file) as archive:
            manifest = _manifest(archive)
            for name, target in ((KEYS, into.key_file), (DATA_BASE, into.data_base)):
                info = archive.getinfo(name)
                if info.compress_type != zipfile.ZIP_STORED or info.file_size > file.stat().st_size:
                    raise Refused(Finding("backup_damaged"))
                with archive.open(info) as source:
                    found = _written(source, target)
                if found != manifest.sha256.get(name):
                    raise Refused(Finding("backup_damaged"))
    except (zipfile.BadZipFile, RuntimeError, EOFError, KeyError):
        raise Refused(Finding("backup_damaged")) from None
    return manifest


def _written(source: IO[bytes], target: Path) -> str:
    digest = hashlib.sha256()
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _ONLY_OURS), "wb") as file:
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest()


def _manifest(archive: zipfile.ZipFile) -> Manifest:
    try:
        if archive.getinfo(MANIFEST).file_size > _LARGEST_MANIFEST:
            raise Refused(Finding("backup_damaged"))
        body = json.loads(archive.read(MANIFEST))
        if body["format"] != FORMAT:
            raise Refused(Finding("backup_unknown"))
        if body["version"] != VERSION:
            raise Refused(Finding("backup_newer"))
        return Manifest(
            data_base=str(body["data_base"]),
            made_at=datetime.fromisoformat(body["made_at"]),
            schema_revision=str(body["schema_revision"]),
            audit_seq=int(body["audit"]["seq"]),
            audit_hash=str(body["audit"]["hash"]),
            sha256={str(name): str(value) for name, value in body["sha256"].items()},
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        raise Refused(Finding("backup_unknown")) from None
