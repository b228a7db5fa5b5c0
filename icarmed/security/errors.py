"""What keys and passwords may answer instead of opening; codes only, words live elsewhere."""

from enum import StrEnum


class KeyFault(StrEnum):
    """Why the key file could not be used."""

    MISSING = "keys_missing"
    DAMAGED = "keys_damaged"
    UNKNOWN_VERSION = "keys_of_unknown_version"
    CHANGED_MEANWHILE = "keys_changed_meanwhile"
    BUSY = "keys_busy"


class KeyFileError(Exception):
    """The key file says no; `CHANGED_MEANWHILE` asks to sign in again, the others concern the file itself."""

    def __init__(self, fault: KeyFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


class SignInRefused(Exception):
    """Wrong password or code, or a name that is unknown or disabled: which of them is never said."""

    def __init__(self) -> None:
        super().__init__("sign_in_refused")
