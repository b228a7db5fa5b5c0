"""Opening a data base: signing in, with the failed tries before it told in the audit."""

from datetime import datetime

from icarmed.db import accounts as rows
from icarmed.db import office, revision
from icarmed.db.database import Database
from icarmed.db.errors import StorageError, StorageFault
from icarmed.db.writing import Writing
from icarmed.domain.office import Account
from icarmed.security.disk import exclusive
from icarmed.security.errors import KeyFault, KeyFileError, SignInRefused
from icarmed.security.keyset import FailedSignIns
from icarmed.security.slots import DataKey, OpenedKeys, SlotKind
from icarmed.usecases.vault.credentials import ByDevice, ByPassword, ByRecoveryCode, Credentials, open_keys
from icarmed.usecases.vault.folder import DataFolder, clear_workshop
from icarmed.usecases.vault.mending import mend
from icarmed.usecases.vault.moment import moment_of
from icarmed.usecases.vault.opened import Vault, actor_of
from icarmed.usecases.vault.presence import Presence


def sign_in(folder: DataFolder, name: str, password: str, clock: datetime) -> Vault:
    """The data base, opened by an account. Raises as `enter`."""
    return enter(folder, ByPassword(name, password), clock)


def sign_in_with_recovery_code(folder: DataFolder, code: str, clock: datetime) -> Vault:
    """The data base, opened by the recovery sheet: for accounts, keys, restoring. Raises as `enter`."""
    return enter(folder, ByRecoveryCode(code), clock)


def sign_in_with_device(folder: DataFolder, clock: datetime) -> Vault:
    """The data base, opened by this computer's keyring: backup, verify, check. Raises as `enter`."""
    return enter(folder, ByDevice(), clock)


def enter(folder: DataFolder, shown: Credentials, clock: datetime) -> Vault:
    """The data base, opened and brought up to date, with the sign-in audited.

    Raises SignInRefused; Refused (recovery code mistyped, data base being replaced); KeyFileError (no keys);
    StorageError (no data base, damaged, of a newer program, read-only, disk full); OSError.
    """
    if not folder.data_base.exists():
        raise StorageError(StorageFault.MISSING)
    return opened_with(folder, open_keys(folder.keys, shown), clock)


def opened_with(folder: DataFolder, keys: OpenedKeys, clock: datetime) -> Vault:
    """The data base, opened with keys that were opened already."""
    with exclusive(folder.data_base):
        presence = Presence(folder.path)
        try:
            database, data_key = _opened(folder, keys, clock)
        except BaseException:
            presence.end()
            raise
        try:
            clear_workshop(folder)
            account = _welcomed(folder, database, keys, clock)
            return Vault(folder, database, actor_of(keys.holder, account), keys, data_key, presence)
        except BaseException:
            database.close()
            presence.end()
            raise


def _opened(folder: DataFolder, keys: OpenedKeys, clock: datetime) -> tuple[Database, DataKey]:
    """The data base under whichever generation of the key it has, at the newest revision."""
    for data_key in keys.data_keys:
        database = Database(folder.data_base, data_key.secret)
        try:
            found = _revision(database)
        except StorageError as error:
            database.close()
            if error.fault is not StorageFault.WRONG_KEY_OR_DAMAGED:
                raise
            continue
        if found != revision.newest():
            database.close()
            _upgrade(folder, data_key, clock)
            database = Database(folder.data_base, data_key.secret)
        return database, data_key
    if folder.keys.read().generations != keys.generations:
        raise KeyFileError(KeyFault.CHANGED_MEANWHILE)
    raise StorageError(StorageFault.WRONG_KEY_OR_DAMAGED)


def _revision(database: Database) -> str | None:
    with database.reading() as connection:
        return revision.revision_of(connection)


def _upgrade(folder: DataFolder, data_key: DataKey, clock: datetime) -> None:
    from icarmed.db import migrating

    migrating.bring_up_to_date(folder.data_base, data_key.secret, clock)


def _welcomed(folder: DataFolder, database: Database, keys: OpenedKeys, clock: datetime) -> Account | None:
    """The account that signs in, audited with the failed tries of before; SignInRefused unless it may.

    Failed tries are taken off only once they stand in the audit: killed in between they are told twice.
    """
    with database.reading() as connection:
        now = moment_of(connection, clock).now
    with database.writing(keys.holder.id, now) as writing:
        mend(writing, folder.keys, keys)
        account = _account(writing, keys)
        failed = folder.keys.failed_sign_ins()
        _tell(writing, keys, failed)
    folder.keys.forget_failed(failed)
    return account


def _account(writing: Writing, keys: OpenedKeys) -> Account | None:
    if keys.holder.kind is not SlotKind.ACCOUNT:
        return None
    known = office.all_accounts(writing.connection)
    account = next((one for one in known if one.id == keys.holder.id), None)
    if account is None or account.disabled:
        raise SignInRefused
    return account


def _tell(writing: Writing, keys: OpenedKeys, failed: tuple[FailedSignIns, ...]) -> None:
    for tries in failed:
        writing.note("sign_in_failed", row=tries.slot, purpose=str(tries.count))
    if keys.holder.kind is SlotKind.ACCOUNT:
        rows.note_account(writing, "sign_in", keys.holder.id)
    else:
        writing.note("sign_in", row=keys.holder.id, purpose=keys.holder.kind.value)
