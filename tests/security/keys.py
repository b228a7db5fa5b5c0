"""A key file for tests: light Argon2id, two invented people."""

from dataclasses import dataclass
from pathlib import Path
from random import Random
from uuid import UUID

from icarmed.domain.codes import new_recovery_code
from icarmed.security.keyfile import NAME, KeyFile
from icarmed.security.passwords import Argon2Cost, PasswordRules
from icarmed.security.slots import OpenedKeys

RULES = PasswordRules(shortest=12, cost=Argon2Cost(passes=1, memory_kib=64, lanes=1))
MAYA, NOOR = UUID(int=1), UUID(int=2)
MAYA_WORDS = "les chiens du quai"
NOOR_WORDS = "un café très serré"
WRONG_WORDS = "les chats du quai"


def recovery_code(seed: int = 7) -> str:
    return new_recovery_code(Random(seed))


@dataclass(frozen=True, slots=True)
class House:
    """A key file with one account, Maya's, and what she opened with it."""

    file: KeyFile
    opened: OpenedKeys

    def add_noor(self) -> bytes:
        return self.file.add_account(self.opened, NOOR, "Noor", NOOR_WORDS, RULES)


def house(folder: Path) -> House:
    file = KeyFile(folder / NAME)
    return House(file, file.create(MAYA, "Maya", MAYA_WORDS, recovery_code(), RULES))
