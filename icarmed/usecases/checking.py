"""Whether the data base is what it should be: the file, its trace, its keys, and what is derived from it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from uuid import UUID

from icarmed.db import accounts as rows
from icarmed.db import audit, integrity, people
from icarmed.db.audit import AuditFault, FaultKind
from icarmed.db.counting import Counts, counts
from icarmed.db.database import Connection
from icarmed.db.errors import StorageError
from icarmed.domain.findings import Finding
from icarmed.security.keyset import KeySet
from icarmed.security.roles import Right
from icarmed.security.slots import SlotKind
from icarmed.usecases import reminders
from icarmed.usecases.backups import newest_manifest
from icarmed.usecases.story import Desk
from icarmed.usecases.vault.archive import Manifest
from icarmed.usecases.vault.opened import Vault

_AT_ONCE = 500
_FILE = {
    "damaged_page": "file_damaged_page",
    "damaged_structure": "file_damaged_structure",
    "broken_reference": "file_broken_reference",
}
_TRACE = {
    FaultKind.GAP: "audit_gap",
    FaultKind.ALTERED: "audit_altered",
    FaultKind.ERASED: "row_erased",
    FaultKind.UNTOLD: "row_without_audit",
    FaultKind.UNREMEMBERED: "row_without_history",
}


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was found, and how much was looked at; `counted` is None for a file that cannot be read.

    `backup` is the one whose last audit row was looked for; None when none could be reached.
    """

    findings: tuple[Finding, ...]
    counted: Counts | None
    backup: Path | None

    @property
    def all_is_well(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


def check(vault: Vault, desk: Desk) -> CheckReport:
    """Looks at everything, on a connection of its own, and notes in the audit that it did."""
    desk.need(Right.CHECK, Right.VERIFY)
    found = list(file_findings(vault))
    reached = newest_manifest(desk)
    counted = None
    try:
        with vault.database.long_reading() as connection:
            counted = counts(connection)
            found += trace_findings(connection)
            found += _backup_findings(connection, reached)
            found += _key_findings(connection, vault.folder.keys.read())
            found += _derived_findings(connection)
        with desk.writing() as writing:
            writing.note("check", purpose=str(len(found)))
    except StorageError as error:
        if not found:
            found.append(Finding("file_unreadable", {"fault": error.fault.value}))
    return CheckReport(tuple(found), counted, None if reached is None else reached[0])


def file_findings(vault: Vault) -> Iterator[Finding]:
    """What is wrong with the encrypted file itself."""
    for fault in integrity.faults(vault.folder.data_base, vault.data_key.secret):
        yield (Finding(_FILE[fault]) if fault in _FILE else Finding("file_unreadable", {"fault": fault}))


def trace_findings(connection: Connection) -> Iterator[Finding]:
    """What was done behind the back of the audit."""
    for fault in [*audit.link_faults(connection), *audit.revision_faults(connection)]:
        yield _trace_finding(fault)


def _trace_finding(fault: AuditFault) -> Finding:
    code = _TRACE[fault.kind]
    if fault.table:
        return Finding(code, {"table": fault.table, "count": fault.count})
    return Finding(code, {"seq": fault.seq})


def backup_finding(connection: Connection, manifest: Manifest) -> Finding | None:
    """What stands against this data base being the one of that backup, or a later state of it."""
    here = audit.hash_at(connection, manifest.audit_seq)
    if here is None:
        last, _ = audit.last_link(connection)
        return Finding("behind_backup", {"here": last, "backup": manifest.audit_seq})
    if here.hex() != manifest.audit_hash:
        return Finding("unlike_backup", {"seq": manifest.audit_seq})
    return None


def _backup_findings(connection: Connection, reached: tuple[Path, Manifest] | None) -> Iterator[Finding]:
    found = None if reached is None else backup_finding(connection, reached[1])
    if found is not None:
        yield found


def _key_findings(connection: Connection, keys: KeySet) -> Iterator[Finding]:
    known = rows.key_rows(connection)
    slots = {slot.holder.id: slot for slot in keys.of_kind(SlotKind.ACCOUNT)}
    for identity in sorted(known.keys() | slots.keys()):
        row, slot = known.get(identity), slots.get(identity)
        if row is None and slot is not None:
            yield Finding("slot_without_account", {"name": slot.holder.name})
        elif row is not None and slot is None:
            yield Finding("account_without_slot", {"name": row.sign_in})
        elif row is not None and slot is not None:
            if row.public_key != slot.public_key or row.sign_in != slot.holder.name:
                yield Finding("key_differs", {"name": row.sign_in})
            if row.disabled != slot.disabled:
                yield Finding("disabled_differs", {"name": row.sign_in})
    if rows.recovery_key(connection) != keys.recovery.public_key:
        yield Finding("recovery_key_differs")
    devices = {slot.holder.id: slot.public_key for slot in keys.of_kind(SlotKind.DEVICE)}
    if rows.device_keys(connection) != devices:
        yield Finding("device_key_differs")


def _derived_findings(connection: Connection) -> Iterator[Finding]:
    if differing := _search_differences(connection):
        yield Finding("search_keys_differ", {"count": differing})
    try:
        differences = len(reminders.due_differences(connection))
    except ValueError:  # rows of the cache that nobody of ours wrote
        differences = 1
    if differences:
        yield Finding("due_cache_differs", {"count": differences})


def _search_differences(connection: Connection) -> int:
    """For how many people the search would look for something else than their names say."""
    stored = people.stored_search_keys(connection)
    wanted: dict[UUID, str] = {}
    for some in _batches(people.all_people(connection)):
        wanted |= people.wanted_search_keys(connection, some)
    return sum(stored.get(person) != wanted.get(person) for person in stored.keys() | wanted.keys())


def _batches(everyone: Sequence[UUID]) -> Iterator[list[UUID]]:
    rest = iter(everyone)
    while some := list(islice(rest, _AT_ONCE)):
        yield some
