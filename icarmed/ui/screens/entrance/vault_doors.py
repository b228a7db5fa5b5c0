"""The doors of a real data folder; what is heavy is imported when a door is tried, never before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from icarmed.catalogue.texts import words
from icarmed.domain.findings import Finding, Refused
from icarmed.ui.screens.entrance.doors import NewAccount, Sheet

if TYPE_CHECKING:
    from icarmed.security.passwords import PasswordRules
    from icarmed.usecases.vault.folder import DataFolder
    from icarmed.usecases.vault.opened import Vault
    from icarmed.usecases.vault.sheet import NewSheet

_Place = QStandardPaths.StandardLocation
_USUAL = (_Place.DocumentsLocation, _Place.DesktopLocation, _Place.DownloadLocation, _Place.PicturesLocation)


class VaultDoors:
    """The `Doors` of one folder; `rules` are those of the house unless a test asks for cheaper ones."""

    def __init__(
        self,
        folder: DataFolder,
        clock: Callable[[], datetime],
        lang: str = "fr",
        rules: PasswordRules | None = None,
    ) -> None:
        self._folder = folder
        self._clock = clock
        self._lang = lang
        self._rules = rules

    def names(self) -> tuple[str, ...]:
        """The sign-in names of the accounts that may come in, as the key file tells them."""
        from icarmed.security.slots import SlotKind

        slots = self._folder.keys.read().of_kind(SlotKind.ACCOUNT)
        return tuple(sorted(slot.holder.name for slot in slots if not slot.disabled))

    def sign_in(self, name: str, password: str) -> Vault:
        """Open the data base."""
        from icarmed.usecases.vault.entering import sign_in

        return sign_in(self._folder, name, password, self._clock())

    def recover(self, code: str, name: str, password: str) -> Vault:
        """Another password for an account, by the recovery code; then the data base, opened with it."""
        from icarmed.usecases.accounts import account_called, reset_password
        from icarmed.usecases.vault.entering import sign_in, sign_in_with_recovery_code
        from icarmed.usecases.vault.moment import moment

        clock = self._clock()
        with sign_in_with_recovery_code(self._folder, code, clock) as vault:
            here = moment(vault.database, clock)
            desk = vault.desk(here.now, here.today)
            reset_password(vault, desk, account_called(desk, name).id, password)
        return sign_in(self._folder, name, password, clock)

    def objections(self, name: str, password: str) -> tuple[Finding, ...]:
        """What stands against a new name and its password."""
        from icarmed.security.passwords import name_objections, objections

        return (*name_objections(name), *objections(password, name, self._password_rules()))

    def new_sheet(self) -> NewSheet:
        """A fresh recovery code, random as the system can."""
        from icarmed.usecases.vault.sheet import new_sheet

        return new_sheet()

    def sheet_pdf(self, sheet: Sheet) -> bytes:
        """The sheet as PDF."""
        from icarmed.documents.recovery_sheet import RecoverySheet, render

        code = _made_here(sheet).code
        return render(RecoverySheet(code, self._clock().date()), words(self._lang))

    def save_sheet(self, sheet: Sheet, path: str) -> None:
        """Write a new file for its owner only; Refused beside the data or in a usual folder of the user."""
        target = Path(path).expanduser().resolve()
        if target.suffix.casefold() != ".pdf":
            raise Refused(Finding("sheet_not_pdf"))
        if not self._may_lie_in(target.parent):
            raise Refused(Finding("sheet_place"))
        pdf = self.sheet_pdf(sheet)
        target.touch(mode=0o600, exist_ok=False)
        target.write_bytes(pdf)

    def create(self, account: NewAccount, sheet: Sheet) -> Vault:
        """Make the data base, its sheet confirmed already."""
        from icarmed.usecases.vault.creating import FirstAccount, Foundation, Prescriber, create

        prescriber = Prescriber(
            account.prescriber_name, account.prescriber_address, account.prescriber_phone, account.inami
        )
        first = FirstAccount(account.sign_in, account.shown_name, account.password, prescriber=prescriber)
        plan = Foundation(self._lang, self._password_rules(), sheet_confirmed=True)
        return create(self._folder, first, _made_here(sheet), self._clock(), plan)

    def restore(self, file: str, name: str, secret: str) -> Vault | None:
        """Put a backup in place; opened when it was a password that proved it."""
        from icarmed.usecases.restoring import restore
        from icarmed.usecases.vault.credentials import ByPassword, ByRecoveryCode
        from icarmed.usecases.vault.entering import sign_in

        clock = self._clock()
        shown = ByPassword(name, secret) if name else ByRecoveryCode(secret)
        restore(Path(file).expanduser(), self._folder, shown, clock)
        return sign_in(self._folder, name, secret, clock) if name else None

    def _password_rules(self) -> PasswordRules:
        from icarmed.security.passwords import HOUSE

        return self._rules or HOUSE

    def _may_lie_in(self, folder: Path) -> bool:
        home = Path.home().resolve()
        if folder == home or folder.is_relative_to(self._folder.path.resolve()):
            return False
        places = {
            Path(place).resolve() for kind in _USUAL for place in QStandardPaths.standardLocations(kind)
        }
        # Without a folder of its own Qt names the home folder itself: then only that one is meant.
        return not any(folder.is_relative_to(place) for place in places - {home})


def _made_here(sheet: Sheet) -> NewSheet:
    from icarmed.usecases.vault.sheet import NewSheet

    if not isinstance(sheet, NewSheet):
        raise TypeError(type(sheet).__name__)
    return sheet
