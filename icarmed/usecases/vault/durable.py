"""Making sure that what was renamed or written is on the disk before going on."""

import os
import sys
from pathlib import Path


def sync_folder(folder: Path) -> None:
    """Forces the names in a folder to the disk."""
    if sys.platform == "win32":  # a folder cannot be opened there; the rename is written through
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_file(path: Path) -> None:
    """Forces the content of a file to the disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
