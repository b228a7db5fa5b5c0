"""Accounts: who may sign in, with which roles. Slot and row change together (docs/decisions/0901)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from icarmed.db import accounts as rows
from icarmed.db import office
from icarmed.db.errors import ChangedMeanwhile
from icarmed.db.writing import Writing
from icarmed.domain.findings import Finding, Refused
from icarmed.domain.office import Account
from icarmed.security.passwords import folded_name, normal_name
from icarmed.security.roles import Right, Role
from icarmed.usecases.story import Desk, Outcome, Topic
from icarmed.usecases.vault.creating import Prescriber, account_values
from icarmed.usecases.vault.mending import mend
from icarmed.usecases.vault.moment import password_rules
from icarmed.usecases.vault.opened import Vault

CHANGED = frozenset({Topic.ACCOUNTS})


@dataclass(frozen=True, slots=True)
class AddAccount:
    """One more person who may sign in."""

    sign_in: str
    shown_name: str
    password: str = field(repr=False)
    roles: frozenset[Role] = frozenset()
    prescriber: Prescriber = field(default_factory=Prescriber)


@dataclass(frozen=True, slots=True)
class ChangeAccount:
    """What is shown of an account and what it may do; None leaves it as it is."""

    account: UUID
    from_revision: int
    shown_name: str | None = None
    roles: frozenset[Role] | None = None
    prescriber: Prescriber | None = None


def accounts(desk: Desk) -> list[Account]:
    """Every account, by sign-in name."""
    desk.need(Right.MANAGE_ACCOUNTS)
    with desk.reading() as connection:
        return office.all_accounts(connection)


def add_account(vault: Vault, desk: Desk, order: AddAccount) -> Outcome[UUID]:
    """Lets one more person in. Refused for the name, the password or without a role."""
    desk.need(Right.MANAGE_ACCOUNTS)
    identity = uuid4()
    with desk.writing() as writing:
        mend(writing, vault.folder.keys, vault.keys)
        _must_have_roles(order.roles)
        _must_be_free(writing, order.sign_in)
        public_key = vault.folder.keys.add_account(
            vault.keys, identity, order.sign_in, order.password, password_rules(writing.connection)
        )
        values = account_values(order.sign_in, order.shown_name, order.prescriber, public_key)
        rows.add_account(writing, identity, values, [role.value for role in order.roles])
    return Outcome(identity, CHANGED)


def change_account(desk: Desk, order: ChangeAccount) -> Outcome[int]:
    """Other roles, another shown name or other lines on slips; the new revision."""
    desk.need(Right.MANAGE_ACCOUNTS)
    with desk.writing() as writing:
        account = _account(writing, order.account)
        changes: dict[str, str] = {}
        if order.shown_name is not None:
            changes["shown_name"] = order.shown_name.strip() or account.sign_in
        if order.prescriber is not None:
            changes |= order.prescriber.columns()
        revision = rows.change_account(writing, account.id, order.from_revision, changes)
        if order.roles is not None:
            _must_have_roles(order.roles)
            office.set_roles(writing, account.id, [role.value for role in order.roles])
            _must_leave_an_administrator(writing)
            rows.note_account(writing, "roles", account.id, ",".join(sorted(order.roles)))
    return Outcome(revision, CHANGED)


def disable_account(vault: Vault, desk: Desk, account: UUID) -> Outcome[None]:
    """No way in any more; only a rotation of the keys also shuts out copies of the key file."""
    desk.need(Right.MANAGE_ACCOUNTS)
    with desk.writing() as writing:
        known = _account(writing, account)
        if not known.disabled:
            rows.change_account(writing, known.id, known.revision, {"disabled": True})
            _must_leave_an_administrator(writing)
            if vault.folder.keys.read().by_id(known.id) is not None:
                vault.folder.keys.disable(known.sign_in)
    return Outcome(None, CHANGED)


def enable_account(vault: Vault, desk: Desk, account: UUID) -> Outcome[None]:
    """The way in again, with the password of before."""
    desk.need(Right.MANAGE_ACCOUNTS)
    with desk.writing() as writing:
        known = _account(writing, account)
        if known.disabled:
            rows.change_account(writing, known.id, known.revision, {"disabled": False})
            vault.folder.keys.enable(vault.keys, known.sign_in)
    return Outcome(None, CHANGED)


def change_own_password(vault: Vault, desk: Desk, old: str, new: str) -> Outcome[None]:
    """Another password for who is signed in; SignInRefused when the old one is not right."""
    desk.need(Right.CHANGE_OWN_PASSWORD)
    with desk.writing() as writing:
        rules = password_rules(writing.connection)
        vault.folder.keys.change_password(desk.actor.sign_in, old, new, rules)
        rows.note_account(writing, "change_password", desk.actor.account)
    return Outcome(None, CHANGED)


def reset_password(vault: Vault, desk: Desk, account: UUID, new: str) -> Outcome[None]:
    """Another password for someone who forgot theirs, by an administrator or the recovery sheet."""
    desk.need(Right.MANAGE_ACCOUNTS)
    keys = vault.folder.keys
    with desk.writing() as writing:
        known = _account(writing, account)
        if known.disabled:
            raise Refused(Finding("account_disabled", {"name": known.sign_in}))
        rules = password_rules(writing.connection)
        if keys.read().by_id(known.id) is None:
            public_key = keys.add_account(vault.keys, known.id, known.sign_in, new, rules)
        else:
            public_key = keys.reset_password(vault.keys, known.sign_in, new, rules)
        rows.change_account(writing, known.id, known.revision, {"public_key": public_key})
        rows.note_account(writing, "reset_password", known.id)
    return Outcome(None, CHANGED)


def account_called(desk: Desk, sign_in: str) -> Account:
    """The account of that sign-in name, however its capitals were typed; else Refused."""
    with desk.reading() as connection:
        found = _called(office.all_accounts(connection), sign_in)
    if found is None:
        raise Refused(Finding("account_unknown", {"name": normal_name(sign_in)}))
    return found


def _called(known: Iterable[Account], sign_in: str) -> Account | None:
    wanted = folded_name(sign_in)
    return next((one for one in known if folded_name(one.sign_in) == wanted), None)


def _account(writing: Writing, identity: UUID) -> Account:
    known = office.all_accounts(writing.connection)
    account = next((one for one in known if one.id == identity), None)
    if account is None:
        raise ChangedMeanwhile("accounts", None)
    return account


def _must_have_roles(roles: Collection[Role]) -> None:
    if not roles:
        raise Refused(Finding("account_without_role"))


def _must_be_free(writing: Writing, sign_in: str) -> None:
    if _called(office.all_accounts(writing.connection), sign_in) is not None:
        raise Refused(Finding("sign_in_name_taken", {"name": normal_name(sign_in)}))


def _must_leave_an_administrator(writing: Writing) -> None:
    known = office.all_accounts(writing.connection)
    if not any(Role.ADMINISTRATOR in one.roles and not one.disabled for one in known):
        raise Refused(Finding("last_administrator"))
