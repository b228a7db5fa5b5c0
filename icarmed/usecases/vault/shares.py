"""Whether a path lies on a network share, where the log of SQLite must not live."""

import os
import sys
from pathlib import Path

MOUNTS = Path("/proc/self/mounts")
_REMOTE_DRIVE = 4
_NETWORK = {
    *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "coda", "9p", "ceph", "glusterfs", "lustre"),
    *("fuse.sshfs", "fuse.davfs", "davfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.glusterfs", "fuse.s3fs"),
}
_ESCAPES = {"\\040": " ", "\\011": "\t", "\\012": "\n", "\\134": "\\"}


def is_network_share(path: Path, mounts: Path = MOUNTS) -> bool:
    """Whether the path, or the nearest folder above it that exists, is known to lie on another computer.

    Known on Linux by the list of mounts and on Windows by the drive; elsewhere it is never known.
    """
    if sys.platform == "win32":
        return _is_remote_drive(path)
    return _type_of_mount(path, mounts) in _NETWORK


def _type_of_mount(path: Path, mounts: Path) -> str:
    try:
        lines = mounts.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return ""
    real = Path(os.path.realpath(path))
    found = ("", Path("/"))
    for line in lines:
        _, point, kind, *_ = line.split(" ")
        place = Path(_plain(point))
        if real.is_relative_to(place) and len(place.parts) >= len(found[1].parts):
            found = (kind, place)
    return found[0]


def _plain(point: str) -> str:
    for escape, character in _ESCAPES.items():
        point = point.replace(escape, character)
    return point


def _is_remote_drive(path: Path) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    root = Path(os.path.realpath(path)).anchor
    return root.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(root) == _REMOTE_DRIVE
