"""Who gets to the data key: opening it, giving and taking away the ways to it. Values only, no files."""

from uuid import UUID, uuid4

from icarmed.domain.codes import normal_recovery_code
from icarmed.domain.findings import Finding, Refused
from icarmed.security.errors import KeyFault, KeyFileError, SignInRefused
from icarmed.security.keyset import KeySet
from icarmed.security.passwords import (
    Argon2Cost,
    PasswordRules,
    name_objections,
    normal_name,
    objections,
)
from icarmed.security.slots import (
    Holder,
    OpenedKeys,
    Slot,
    SlotKind,
    new_data_key,
    new_slot,
    open_slot,
    with_data_keys,
    with_password,
)

DEVICE_COST = Argon2Cost(passes=1, memory_kib=8 * 1024, lanes=1)
"""The secret of a device is 256 random bits: nobody tries those."""


def first_keys(account: UUID, name: str, password: str, recovery_code: str, rules: PasswordRules) -> KeySet:
    """A new data key with the first account and the recovery sheet; Refused for what stands against them."""
    _must_be_good(name, password, rules)
    key = new_data_key()
    holder = Holder(account, SlotKind.ACCOUNT, normal_name(name))
    sheet = Holder(uuid4(), SlotKind.RECOVERY, "")
    code = _plain_code(recovery_code)
    return KeySet((new_slot(holder, password, rules.cost, [key]), new_slot(sheet, code, rules.cost, [key])))


def open_account(keys: KeySet, name: str, password: str) -> OpenedKeys:
    """The data keys for a name and its password; SignInRefused for anything else, after the same work."""
    return open_slot(keys.account(name) or _leading_nowhere(keys), password)


def open_recovery(keys: KeySet, code: str) -> OpenedKeys:
    """The data keys for the recovery code; Refused when it is mistyped, SignInRefused when it is not ours."""
    return open_slot(keys.recovery, _plain_code(code))


def with_account(
    keys: KeySet, opened: OpenedKeys, account: UUID, name: str, password: str, rules: PasswordRules
) -> KeySet:
    """With a slot for one more account; Refused when the name is taken or the password will not do."""
    must_still_hold(keys, opened)
    _must_be_good(name, password, rules)
    if keys.account(name) is not None or keys.by_id(account) is not None:
        raise Refused(Finding("sign_in_name_taken", {"name": normal_name(name)}))
    holder = Holder(account, SlotKind.ACCOUNT, normal_name(name))
    return keys.with_slot(new_slot(holder, password, rules.cost, opened.data_keys))


def with_own_password(keys: KeySet, name: str, old: str, new: str, rules: PasswordRules) -> KeySet:
    """With another password for an account; its key pair stays. Refused, or raises as `open_account`."""
    slot = keys.account(name) or _leading_nowhere(keys)
    changed = with_password(slot, old, new, rules.cost)
    _must_be_good(name, new, rules)
    return keys.with_slot(changed)


def with_reset_password(
    keys: KeySet, opened: OpenedKeys, name: str, password: str, rules: PasswordRules
) -> KeySet:
    """With a new password and a new key pair for an account whose password is forgotten."""
    must_still_hold(keys, opened)
    slot = keys.named(name)
    if slot.disabled:
        raise Refused(Finding("account_disabled", {"name": slot.holder.name}))
    _must_be_good(name, password, rules)
    return keys.with_slot(new_slot(slot.holder, password, rules.cost, opened.data_keys))


def with_recovery_code(keys: KeySet, opened: OpenedKeys, code: str, rules: PasswordRules) -> KeySet:
    """With another recovery sheet; the former one then opens only backups of before."""
    must_still_hold(keys, opened)
    return keys.with_slot(new_slot(keys.recovery.holder, _plain_code(code), rules.cost, opened.data_keys))


def with_device(keys: KeySet, opened: OpenedKeys, device: UUID, secret: str) -> KeySet:
    """With a slot for the keyring of one device; `secret` must be random (see `icarmed.security.device`)."""
    must_still_hold(keys, opened)
    return keys.with_slot(
        new_slot(Holder(device, SlotKind.DEVICE, ""), secret, DEVICE_COST, opened.data_keys)
    )


def open_device(keys: KeySet, device: UUID, secret: str) -> OpenedKeys:
    """The data keys for the secret that a device's keyring keeps; SignInRefused when its slot is gone."""
    slot = keys.by_id(device)
    if slot is None or slot.holder.kind is not SlotKind.DEVICE:
        raise SignInRefused
    return open_slot(slot, secret)


def without_device(keys: KeySet, device: UUID) -> KeySet:
    """Without the slot of that device, if it has one."""
    slot = keys.by_id(device)
    return keys.without(device) if slot is not None and slot.holder.kind is SlotKind.DEVICE else keys


def disabled(keys: KeySet, name: str) -> KeySet:
    """Without a way to the data key for that account; its slot and name stay. Refused for the last one."""
    slot = keys.named(name)
    _must_not_be_last(keys, slot)
    return keys.with_slot(with_data_keys(slot, ()))


def enabled(keys: KeySet, opened: OpenedKeys, name: str) -> KeySet:
    """With the data keys sealed again for a disabled account, whose password is what it was."""
    must_still_hold(keys, opened)
    return keys.with_slot(with_data_keys(keys.named(name), opened.data_keys))


def removed(keys: KeySet, name: str) -> KeySet:
    """Without that account's slot. Refused for the last one."""
    slot = keys.named(name)
    _must_not_be_last(keys, slot)
    return keys.without(slot.holder.id)


def must_still_hold(keys: KeySet, opened: OpenedKeys) -> None:
    """Refused for a device; KeyFileError when the keys were changed since they were opened: sign in again."""
    if opened.holder.kind is SlotKind.DEVICE:
        raise Refused(Finding("device_may_not"))
    slot = keys.by_id(opened.holder.id)
    if slot is None or slot.public_key != opened.public_key:
        raise KeyFileError(KeyFault.CHANGED_MEANWHILE)
    if not slot.generations == opened.generations == keys.generations:
        raise KeyFileError(KeyFault.CHANGED_MEANWHILE)


def _leading_nowhere(keys: KeySet) -> Slot:
    """A slot for a name that nobody has: it refuses after the same work as that of a person here."""
    return with_data_keys(next(iter(keys.of_kind(SlotKind.ACCOUNT)), keys.recovery), ())


def _must_be_good(name: str, password: str, rules: PasswordRules) -> None:
    found = (*name_objections(name), *objections(password, name, rules))
    if found:
        raise Refused(*found)


def _must_not_be_last(keys: KeySet, slot: Slot) -> None:
    others = (other for other in keys.of_kind(SlotKind.ACCOUNT) if other is not slot)
    if all(other.disabled for other in others):
        raise Refused(Finding("last_account", {"name": slot.holder.name}))


def _plain_code(code: str) -> str:
    plain = normal_recovery_code(code)
    if plain is None:
        raise Refused(Finding("recovery_code_mistyped"))
    return plain
