"""What the world denied, as one line in the language of whoever asked; never a name, never a trace."""

import errno

from icarmed.db.errors import ChangedMeanwhile, StorageError
from icarmed.domain.findings import Refused
from icarmed.domain.words import Words
from icarmed.security.errors import KeyFileError, SignInRefused

Denied = Refused | StorageError | KeyFileError | SignInRefused | ChangedMeanwhile | OSError
DENIED = (Refused, StorageError, KeyFileError, SignInRefused, ChangedMeanwhile, OSError)
"""What a command may end with besides an answer; anything else is a mistake of the program."""

_OF_THE_DISK = {
    errno.ENOSPC: "storage.disk_full",
    errno.EDQUOT: "storage.disk_full",
    errno.EFBIG: "storage.disk_full",
    errno.EROFS: "storage.read_only",
    errno.EACCES: "storage.not_allowed",
    errno.EPERM: "storage.not_allowed",
    errno.ENOENT: "storage.not_there",
    errno.ENOTDIR: "storage.not_there",
    errno.EISDIR: "storage.is_folder",
    errno.EEXIST: "storage.file_exists",
}


def explained(error: Denied, told: Words, *, by_recovery_code: bool = False) -> str:
    """The line that says why."""
    match error:
        case Refused():
            return " ".join(told.finding(finding) for finding in error.findings)
        case StorageError():
            return told.text(f"storage.{error.fault.value}")
        case KeyFileError():
            return told.text(f"security.{error.fault.value}")
        case SignInRefused():
            return told.text("security.recovery_refused" if by_recovery_code else "security.sign_in_refused")
        case ChangedMeanwhile():
            return told.text("storage.changed_meanwhile")
        case OSError():
            return _of_the_disk(error, told)


def _of_the_disk(error: OSError, told: Words) -> str:
    file = "" if error.filename is None else str(error.filename)
    code = _OF_THE_DISK.get(error.errno or 0, "storage.other")
    return told.text(code, file=file, problem=error.strerror or type(error).__name__).strip()
