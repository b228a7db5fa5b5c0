"""Passwords: what is asked of a new one, and how a key is made of one (Argon2id)."""

import unicodedata
from dataclasses import dataclass

from argon2.low_level import ARGON2_VERSION, Type, hash_secret_raw

from icarmed.domain.findings import Finding

SALT_BYTES = 16
STRETCHED_BYTES = 32
LONGEST = 1000
LONGEST_NAME = 40

_MOST_PASSES = 64
_MOST_MEMORY_KIB = 1024 * 1024
_MOST_LANES = 16
_LEAST_MEMORY_KIB_A_LANE = 8


@dataclass(frozen=True, slots=True)
class Argon2Cost:
    """What one try of a password costs; kept in the slot, so that it can be raised later (RFC 9106).

    Raises ValueError outside what a computer of the permanence could do: a file may not ask for more.
    """

    passes: int
    memory_kib: int
    lanes: int

    def __post_init__(self) -> None:
        possible = (
            1 <= self.passes <= _MOST_PASSES
            and 1 <= self.lanes <= _MOST_LANES
            and _LEAST_MEMORY_KIB_A_LANE * self.lanes <= self.memory_kib <= _MOST_MEMORY_KIB
        )
        if not possible:
            raise ValueError("argon2 cost")


@dataclass(frozen=True, slots=True)
class PasswordRules:
    """What is asked of a new password and what a try of it shall cost."""

    shortest: int
    cost: Argon2Cost
    may_be_name: bool = False


HOUSE = PasswordRules(shortest=12, cost=Argon2Cost(passes=3, memory_kib=96 * 1024, lanes=2))
"""For real data; about 0.2 s on two cores (docs/decisions/0200)."""

PRACTICE = PasswordRules(8, Argon2Cost(passes=1, memory_kib=8 * 1024, lanes=1), may_be_name=True)
"""For invented people and tests: the password `practice` will do even for the account
`practice`, and opens in a few milliseconds."""


def objections(password: str, sign_in: str, rules: PasswordRules) -> tuple[Finding, ...]:
    """What stands against a new password of that person; nothing when it will do."""
    found = []
    length = len(unicodedata.normalize("NFC", password))
    if length < rules.shortest:
        found.append(Finding("password_too_short", {"minimum": rules.shortest}))
    if length > LONGEST:
        found.append(Finding("password_too_long", {"maximum": LONGEST}))
    if not rules.may_be_name and folded_name(password) == folded_name(sign_in):
        found.append(Finding("password_is_name"))
    return tuple(found)


def name_objections(name: str) -> tuple[Finding, ...]:
    """What stands against a sign-in name; whether it is taken is another matter."""
    plain = normal_name(name)
    if not plain:
        return (Finding("sign_in_name_empty"),)
    if len(plain) > LONGEST_NAME:
        return (Finding("sign_in_name_too_long", {"maximum": LONGEST_NAME}),)
    if not plain.isprintable():
        return (Finding("sign_in_name_unprintable"),)
    return ()


def normal_name(name: str) -> str:
    """A sign-in name as it is kept: composed letters, no blanks around."""
    return unicodedata.normalize("NFC", name).strip()


def folded_name(name: str) -> str:
    """A sign-in name as it is compared: `Anne` and `anne ` are one."""
    return unicodedata.normalize("NFC", normal_name(name).casefold())


def stretched(password: str, salt: bytes, cost: Argon2Cost) -> bytes:
    """The 32-byte key of a password; letters count as composed (RFC 8265), nothing else is changed."""
    return hash_secret_raw(
        unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass"),
        salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=STRETCHED_BYTES,
        type=Type.ID,
        version=ARGON2_VERSION,
    )
