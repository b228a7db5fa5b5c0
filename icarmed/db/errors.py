"""What the world denies the data base; codes only, words live elsewhere."""

from enum import StrEnum


class StorageFault(StrEnum):
    """Why the data base could not do what was asked."""

    MISSING = "missing"
    EMPTY = "empty"
    WRONG_KEY_OR_DAMAGED = "wrong_key_or_damaged"
    DAMAGED = "damaged"
    DISK_FULL = "disk_full"
    READ_ONLY = "read_only"
    BUSY = "busy"
    NEWER_SCHEMA = "newer_schema"
    OLDER_SCHEMA = "older_schema"
    NETWORK_SHARE = "network_share"
    EXISTS = "exists"


class StorageError(Exception):
    """The file or the disk says no; nothing of the transaction was kept."""

    def __init__(self, fault: StorageFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


class ChangedMeanwhile(Exception):
    """The row is no longer at the revision that the change was made from."""

    def __init__(self, table: str, current: int | None) -> None:
        super().__init__("changed_meanwhile")
        self.table = table
        self.current = current


_BY_TEXT = (
    ("file is not a database", StorageFault.WRONG_KEY_OR_DAMAGED),
    ("malformed", StorageFault.DAMAGED),
    ("disk i/o error", StorageFault.DAMAGED),
    ("disk is full", StorageFault.DISK_FULL),
    ("readonly", StorageFault.READ_ONLY),
    ("unable to open", StorageFault.MISSING),
    ("locked", StorageFault.BUSY),
)


def fault_of(error: BaseException) -> StorageFault | None:
    """The fault behind an error of the driver; None when it is a bug of ours."""
    text = str(getattr(error, "orig", error)).casefold()
    return next((fault for piece, fault in _BY_TEXT if piece in text), None)
