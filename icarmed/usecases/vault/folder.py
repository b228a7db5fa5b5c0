"""The folder that holds a data base and its keys. Imports nothing heavy: the sign-in page asks here first."""

import shutil
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from icarmed.usecases.vault.shares import MOUNTS, is_network_share

if TYPE_CHECKING:
    from icarmed.security.keyfile import KeyFile

DATA_BASE = "data.db"
KEYS = "keys.json"
MADE_IN = "being-made"
"""Where a new data base is prepared; what a killed attempt left there is nobody's."""

RESTORED_IN = "being-restored"
SIDES = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a file that is open, or was when its program was killed."""


class FolderState(StrEnum):
    """What is in the folder; INCOMPLETE: a part is missing that only a backup can give back."""

    EMPTY = "empty"
    READY = "ready"
    INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True)
class DataFolder:
    """A folder with `data.db` and `keys.json`, whether they are there yet or not.

    `mounts` is the system's list of mounted disks.
    """

    path: Path
    mounts: Path = MOUNTS

    @property
    def is_on_network(self) -> bool:
        """Whether it is known to lie on another computer, where the log of SQLite must not live."""
        return is_network_share(self.path, self.mounts)

    @property
    def data_base(self) -> Path:
        """The encrypted file."""
        return self.path / DATA_BASE

    @property
    def key_file(self) -> Path:
        """The slots."""
        return self.path / KEYS

    @property
    def keys(self) -> "KeyFile":
        """The slots, to be opened."""
        from icarmed.security.keyfile import KeyFile

        return KeyFile(self.key_file)

    @property
    def sides(self) -> tuple[Path, ...]:
        """The files that SQLite may keep beside the data base."""
        return tuple(self.path / f"{DATA_BASE}{side}" for side in SIDES)

    @property
    def state(self) -> FolderState:
        """What is there. A key file alone is a leftover if the attempt that made it left its folder, too."""
        present = [path.exists() for path in (self.data_base, self.key_file)]
        if all(present):
            return FolderState.READY
        left_over = self.path.joinpath(MADE_IN).exists() and not present[0]
        started = any(present) or any(side.exists() for side in self.sides)
        return FolderState.INCOMPLETE if started and not left_over else FolderState.EMPTY

    def make(self) -> None:
        """The folder itself, for its owner only."""
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)


def clear_workshop(folder: DataFolder) -> None:
    """Removes what an attempt to make a data base left; the caller holds the lock of the folder."""
    workshop = folder.path / MADE_IN
    if workshop.exists():
        shutil.rmtree(workshop)
