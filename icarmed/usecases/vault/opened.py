"""The open data base with the keys of whoever opened it: what the window holds between sign-in and lock."""

from dataclasses import replace
from datetime import date, datetime
from typing import Self

from icarmed.catalogue.roles import roles
from icarmed.db.database import Database
from icarmed.domain.office import Account
from icarmed.security.roles import Right, Role, role_table
from icarmed.security.slots import DataKey, Holder, OpenedKeys, SlotKind
from icarmed.usecases.story import Actor, Desk
from icarmed.usecases.vault.folder import DataFolder
from icarmed.usecases.vault.presence import Presence

RECOVERY_RIGHTS = frozenset(
    {Right.MANAGE_ACCOUNTS, Right.MANAGE_KEYS, Right.RESTORE, Right.VERIFY, Right.CHECK}
)
"""What the recovery code allows: to let people in again, never to read a file (docs/decisions/0902)."""


class Vault:
    """An open data base and who opened it; closing it, or forgetting the key at a lock, is the same act."""

    def __init__(
        self,
        folder: DataFolder,
        database: Database,
        actor: Actor,
        keys: OpenedKeys,
        data_key: DataKey,
        presence: Presence,
    ) -> None:
        self.folder = folder
        self.database = database
        self.actor = actor
        self.keys = keys
        self.data_key = data_key
        self.presence = presence

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Vault {'closed' if self.is_closed else 'open'}>"

    @property
    def is_closed(self) -> bool:
        """Whether the key was forgotten; then only signing in opens anew."""
        return not self.keys.data_keys

    def desk(self, now: datetime, today: date) -> Desk:
        """The data base as this person uses it at this moment."""
        return Desk(self.database, self.actor, now, today)

    def close(self) -> None:
        """Ends every connection and drops every reference to the keys; doing so twice is no matter."""
        self.database.close()
        self.keys = replace(self.keys, data_keys=())
        self.data_key = replace(self.data_key, secret=b"")
        self.presence.end()

    def forget(self) -> None:
        """What the lock does after a while and when the computer sleeps."""
        self.close()


def actor_of(holder: Holder, account: Account | None) -> Actor:
    """Who opened it, with the rights of the roles in the data base; a device and the sheet have their own."""
    table = role_table(roles())
    match holder.kind:
        case SlotKind.DEVICE:
            return Actor(holder.id, "", "", table.device)
        case SlotKind.RECOVERY:
            return Actor(holder.id, "", "", RECOVERY_RIGHTS)
    if account is None:
        raise LookupError("account")
    rights = table.rights_of(Role(role) for role in account.roles)
    return Actor(account.id, account.sign_in, account.shown_name, rights)
