"""The keyring of the operating system, for unattended backup, verify and check. Many computers have none."""

import os
from base64 import b64encode
from enum import StrEnum
from uuid import UUID

SERVICE = "icarmed"
SECRET_BYTES = 32


class KeyringAnswer(StrEnum):
    """What the keyring said."""

    DONE = "keyring_done"
    NONE = "keyring_none"
    REFUSED = "keyring_refused"


def new_secret() -> str:
    """256 random bits as text: keyrings keep words."""
    return b64encode(os.urandom(SECRET_BYTES)).decode("ascii")


def keep_secret(device: UUID, secret: str) -> KeyringAnswer:
    """Has the keyring keep the secret of this device's slot."""
    import keyring
    from keyring.errors import KeyringError, NoKeyringError

    try:
        keyring.set_password(SERVICE, str(device), secret)
    except NoKeyringError:
        return KeyringAnswer.NONE
    except KeyringError:
        return KeyringAnswer.REFUSED
    return KeyringAnswer.DONE


def kept_secret(device: UUID) -> str | KeyringAnswer:
    """The secret of this device's slot; NONE without a keyring, REFUSED when locked or empty of ours."""
    import keyring
    from keyring.errors import KeyringError, NoKeyringError

    try:
        return keyring.get_password(SERVICE, str(device)) or KeyringAnswer.REFUSED
    except NoKeyringError:
        return KeyringAnswer.NONE
    except KeyringError:
        return KeyringAnswer.REFUSED


def forget_secret(device: UUID) -> KeyringAnswer:
    """Has the keyring forget this device's secret; done also when it held none."""
    import keyring
    from keyring.errors import KeyringError, NoKeyringError, PasswordDeleteError

    try:
        keyring.delete_password(SERVICE, str(device))
    except NoKeyringError:
        return KeyringAnswer.NONE
    except PasswordDeleteError:
        return KeyringAnswer.DONE
    except KeyringError:
        return KeyringAnswer.REFUSED
    return KeyringAnswer.DONE
