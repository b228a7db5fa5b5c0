"""Data folders with invented people who may sign in, for tests of everything around the file."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

from icarmed.security.passwords import Argon2Cost, PasswordRules
from icarmed.usecases.story import Desk
from icarmed.usecases.vault.creating import FirstAccount, Foundation, create
from icarmed.usecases.vault.folder import DataFolder
from icarmed.usecases.vault.moment import moment
from icarmed.usecases.vault.opened import Vault
from icarmed.usecases.vault.sheet import NewSheet, new_sheet

AT = datetime(2026, 12, 3, 13, 30, tzinfo=UTC)
CHEAP = PasswordRules(shortest=12, cost=Argon2Cost(passes=1, memory_kib=64, lanes=1))
MAYA_WORDS = "les chiens du quai"
NOOR_WORDS = "un café très serré"
PRACTICE_DAY = date(2019, 1, 3)


@dataclass(frozen=True, slots=True)
class House:
    """A new data base, open by Maya (doctor and administrator), and its recovery sheet."""

    folder: DataFolder
    vault: Vault
    sheet: NewSheet

    @property
    def desk(self) -> Desk:
        return desk_of(self.vault)


def house(path: Path, *, practice: bool = False) -> House:
    """With practice data new passwords cost little, which is all that most tests want."""
    folder, sheet = DataFolder(path), new_sheet(Random(5))
    plan = Foundation(rules=CHEAP, practice_day=PRACTICE_DAY if practice else None)
    first = FirstAccount("Maya", "Dr Maya", MAYA_WORDS)
    return House(folder, create(folder, first, sheet, AT, plan), sheet)


def desk_of(vault: Vault, clock: datetime = AT) -> Desk:
    at = moment(vault.database, clock)
    return vault.desk(at.now, at.today)
