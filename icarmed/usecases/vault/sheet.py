"""The recovery sheet: its code, and the two groups of it that are typed back to show that it was printed."""

import json
from dataclasses import dataclass, field
from random import Random
from secrets import SystemRandom

from icarmed.db import accounts as rows
from icarmed.db import office
from icarmed.db.database import Connection
from icarmed.db.writing import Writing
from icarmed.domain.codes import group_matches, groups_to_type_back, new_recovery_code, recovery_groups
from icarmed.domain.findings import Finding, Refused
from icarmed.security.roles import Right
from icarmed.usecases.story import Desk, Outcome, Topic
from icarmed.usecases.vault.moment import password_rules
from icarmed.usecases.vault.opened import Vault

_KEEPSAKE = "recovery_groups"


@dataclass(frozen=True, slots=True)
class NewSheet:
    """A recovery code and the numbers (1 to 6) of the two groups that will be asked for."""

    code: str = field(repr=False)
    groups: tuple[int, int]

    def confirmed_by(self, typed: tuple[str, str]) -> bool:
        """Whether these are the two groups, as they stand on the sheet."""
        return all(
            group_matches(self.code, group, text) for group, text in zip(self.groups, typed, strict=True)
        )


def new_sheet(rng: Random | None = None) -> NewSheet:
    """A fresh code, random as the system can; only practice data draw it from a seed."""
    source = rng or SystemRandom()
    return NewSheet(new_recovery_code(source), groups_to_type_back(source))


def await_confirmation(writing: Writing, sheet: NewSheet) -> None:
    """Keeps the two groups until they are typed back; the four others are never written anywhere."""
    groups = recovery_groups(sheet.code)
    kept = {str(number): groups[number - 1] for number in sheet.groups}
    office.keep(writing, _KEEPSAKE, json.dumps(kept))


def groups_awaited(desk: Desk) -> tuple[int, int] | None:
    """The groups that are still to be typed back; None once they were."""
    with desk.reading() as connection:
        kept = _kept(connection)
    if not kept:
        return None
    first, second = sorted(int(number) for number in kept)
    return first, second


def confirm_sheet(desk: Desk, typed: tuple[str, str]) -> Outcome[None]:
    """The two groups as typed back, in their order; Refused when they are not those of the sheet."""
    with desk.writing() as writing:
        kept = _kept(writing.connection)
        wanted = [kept[number] for number in sorted(kept)]
        if wanted and not all(
            group_matches(group, 1, text) for group, text in zip(wanted, typed, strict=True)
        ):
            raise Refused(Finding("recovery_groups_differ"))
        office.keep(writing, _KEEPSAKE, "")
        writing.note("confirm_recovery_sheet")
    return Outcome(None, frozenset({Topic.ACCOUNTS}))


def renew_sheet(vault: Vault, desk: Desk, sheet: NewSheet, *, confirmed: bool) -> Outcome[None]:
    """Another recovery sheet in place of the former, which from then on opens only backups of before."""
    desk.need(Right.MANAGE_KEYS)
    with desk.writing() as writing:
        rules = password_rules(writing.connection)
        public_key = vault.folder.keys.replace_recovery_code(vault.keys, sheet.code, rules)
        rows.set_recovery_key(writing, public_key)
        office.keep(writing, _KEEPSAKE, "")
        if not confirmed:
            await_confirmation(writing, sheet)
        writing.note("renew_recovery_sheet")
    return Outcome(None, frozenset({Topic.ACCOUNTS}))


def _kept(connection: Connection) -> dict[str, str]:
    stored = office.keepsake(connection, _KEEPSAKE)
    return {} if not stored else {str(number): str(group) for number, group in json.loads(stored).items()}
