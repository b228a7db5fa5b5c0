"""The codes on paper, cards, tubes and the recovery sheet: random, checked, saying nothing about anyone."""

import re
from random import Random

from stdnum import luhn
from stdnum.iso7064 import mod_11_10

ALPHABET = "23456789BCDFGHJKLMNPQRSTVWXZ"
"""28 characters without vowels (no words) and without 0, 1, O, I (no mistaken ones)."""

PATIENT_CODE_LENGTH = 7
REQUEST_NUMBER_LENGTH = 12
CARD_CODE_LENGTH = 13
TUBE_NUMBER_LENGTH = 14
LAST_TUBE = 99

RECOVERY_GROUPS = 6
RECOVERY_GROUP_LENGTH = 5
RECOVERY_CODE_LENGTH = RECOVERY_GROUPS * RECOVERY_GROUP_LENGTH
"""29 random characters of 28 (139 bits) and the check."""

_SEPARATORS = re.compile(r"[\s\-\u00ad\u2010-\u2015\u2212\u200b\ufeff]+")


def new_patient_code(rng: Random) -> str:
    """Seven characters, six of them random; the caller makes sure that it was never given before."""
    return _with_luhn(rng, PATIENT_CODE_LENGTH)


def normal_patient_code(text: str) -> str | None:
    """The stored form of a patient code however it was typed, or None if it is not one."""
    return _checked(text, PATIENT_CODE_LENGTH)


def shown_patient_code(code: str) -> str:
    """XXX-XXXX."""
    return f"{code[:3]}-{code[3:]}"


def new_card_code(rng: Random) -> str:
    """Thirteen characters for the QR of a card; its length tells it from any other code a reader sends."""
    return _with_luhn(rng, CARD_CODE_LENGTH)


def normal_card_code(text: str) -> str | None:
    """The stored form of a card code, or None if it is not one."""
    return _checked(text, CARD_CODE_LENGTH)


def new_request_number(rng: Random) -> str:
    """Twelve digits, eleven of them random and the check of ISO 7064 MOD 11,10."""
    digits = "".join(rng.choices("0123456789", k=REQUEST_NUMBER_LENGTH - 1))
    return digits + mod_11_10.calc_check_digit(digits)


def normal_request_number(text: str) -> str | None:
    """The stored form of a request number however it was typed, or None if it is not one."""
    number = _bare(text)
    if not _are_digits(number, REQUEST_NUMBER_LENGTH) or not mod_11_10.is_valid(number):
        return None
    return number


def is_request_number(text: str) -> bool:
    """Whether `text` reads as a request number with its check right."""
    return normal_request_number(text) is not None


def shown_request_number(number: str) -> str:
    """4210 9876 543 7: as it stands on a slip, the check apart."""
    return f"{number[:4]} {number[4:8]} {number[8:11]} {number[11:]}"


def tube_number(request_number: str, index: int) -> str:
    """Fourteen digits: the request number and the tube's place in it, 1 to 99.

    Raises ValueError for a number that is not one or a place that cannot be written.
    """
    if not is_request_number(request_number) or not 1 <= index <= LAST_TUBE:
        raise ValueError("tube number")
    return f"{_bare(request_number)}{index:02}"


def normal_tube_number(text: str) -> str | None:
    """The stored form of a tube number however it was typed, or None if it is not one."""
    number = _bare(text)
    if not _are_digits(number, TUBE_NUMBER_LENGTH) or number.endswith("00"):
        return None
    return number if is_request_number(number[:REQUEST_NUMBER_LENGTH]) else None


def request_of_tube(text: str) -> str | None:
    """The request number within a tube number, or None if `text` is not a tube number."""
    number = normal_tube_number(text)
    return None if number is None else number[:REQUEST_NUMBER_LENGTH]


def new_recovery_code(rng: Random) -> str:
    """A recovery code of 139 random bits; `rng` is a `secrets.SystemRandom` wherever real people are kept."""
    return _with_luhn(rng, RECOVERY_CODE_LENGTH)


def normal_recovery_code(text: str) -> str | None:
    """The plain form of a recovery code however it was typed, or None if a character is wrong or missing."""
    return _checked(text, RECOVERY_CODE_LENGTH)


def recovery_groups(code: str) -> tuple[str, ...]:
    """The six groups in which a recovery code is printed and typed."""
    return tuple(code[at : at + RECOVERY_GROUP_LENGTH] for at in range(0, len(code), RECOVERY_GROUP_LENGTH))


def shown_recovery_code(code: str) -> str:
    """XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX."""
    return "-".join(recovery_groups(code))


def groups_to_type_back(rng: Random) -> tuple[int, int]:
    """Two different groups (1 to 6, in order) that a person types back to show that the sheet was printed."""
    first, second = sorted(rng.sample(range(1, RECOVERY_GROUPS + 1), 2))
    return first, second


def group_matches(code: str, group: int, typed: str) -> bool:
    """Whether `typed` is the group numbered `group` (1 to 6) of the recovery code."""
    return _bare(typed) == recovery_groups(code)[group - 1]


def _with_luhn(rng: Random, length: int) -> str:
    body = "".join(rng.choices(ALPHABET, k=length - 1))
    return body + luhn.calc_check_digit(body, ALPHABET)


def _checked(text: str, length: int) -> str | None:
    code = _bare(text)
    return code if len(code) == length and luhn.is_valid(code, ALPHABET) else None


def _bare(text: str) -> str:
    """Capitals without blanks and dashes of any kind (a telephone's keyboard writes several)."""
    return _SEPARATORS.sub("", text).upper()


def _are_digits(text: str, length: int) -> bool:
    return len(text) == length and text.isascii() and text.isdigit()
