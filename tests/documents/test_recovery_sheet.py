"""The recovery sheet: what is printed must open the records."""

from datetime import date

import pytest

from icarmed.documents import recovery_sheet
from icarmed.documents.recovery_sheet import RecoverySheet
from icarmed.domain.codes import normal_recovery_code, recovery_groups
from icarmed.domain.words import Words
from tests.documents import examples, reading


def test_the_groups_stand_numbered_in_order(french: Words) -> None:
    data = examples.recovery_sheet()
    pdf = recovery_sheet.render(data, french)
    (text,) = reading.pages(pdf)
    for number, group in enumerate(recovery_groups(data.code), start=1):
        assert f"groupe {number} {group}" in text
        at = reading.place(pdf, group)
        assert at.bottom - at.top > 5, "large enough to read at arm's length"
    assert "jeudi 3 décembre 2026" in text
    assert "Ordinateur de l'accueil" in text
    assert "Où la garder" in text


def test_the_qr_code_holds_the_code_when_asked_for(french: Words) -> None:
    data = examples.recovery_sheet(with_qr=True)
    ((kind, text),) = reading.barcodes(recovery_sheet.render(data, french), dpi=150)
    assert kind == "QR Code"
    assert normal_recovery_code(text) == data.code
    assert reading.barcodes(recovery_sheet.render(examples.recovery_sheet(), french)) == []


def test_a_code_with_a_wrong_character_is_never_printed() -> None:
    code = examples.recovery_sheet().code
    wrong = ("2" if code[0] != "2" else "3") + code[1:]
    with pytest.raises(ValueError, match="recovery code"):
        RecoverySheet(wrong, date(2026, 12, 3))
    with pytest.raises(ValueError, match="recovery code"):
        RecoverySheet("-".join(recovery_groups(code)), date(2026, 12, 3))


def test_it_works_without_a_label_and_in_english(english: Words) -> None:
    data = RecoverySheet(examples.recovery_sheet().code, date(2026, 12, 3))
    (text,) = reading.pages(recovery_sheet.render(data, english))
    assert "Recovery code" in text
    assert "Records" not in text
