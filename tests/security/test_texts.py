"""Every answer of this package has its words in each language."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import icarmed.security
from icarmed.catalogue.texts import words
from icarmed.security.device import KeyringAnswer
from icarmed.security.errors import KeyFault
from icarmed.security.roles import Role


def finding_codes() -> Iterator[str]:
    for module in Path(icarmed.security.__path__[0]).glob("*.py"):
        yield from re.findall(r'Finding\(\s*"(\w+)"', module.read_text("utf-8"))


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_each_code_has_words(lang: str) -> None:
    codes = {f"findings.{code}" for code in finding_codes()}
    assert "findings.password_too_short" in codes
    codes |= {f"security.{code}" for code in (*KeyFault, *KeyringAnswer)}
    codes |= {f"roles.{role}" for role in Role} | {"security.sign_in_refused", "security.recovery_refused"}
    assert {code for code in codes if not words(lang).has(code)} == set()
