import secrets
from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icarmed.domain import codes

seeds = st.integers(min_value=0, max_value=2**64)
separators = st.sampled_from(["", " ", "-", "\u00a0", "\u2011", "\u2013", " - "])

CHECKED: dict[str, tuple[Callable[[Random], str], Callable[[str], str | None], str]] = {
    "patient": (codes.new_patient_code, codes.normal_patient_code, codes.ALPHABET),
    "card": (codes.new_card_code, codes.normal_card_code, codes.ALPHABET),
    "recovery": (codes.new_recovery_code, codes.normal_recovery_code, codes.ALPHABET),
    "request": (codes.new_request_number, codes.normal_request_number, "0123456789"),
}


def seeded(seed: int) -> Random:
    return Random(seed)


each_kind = pytest.mark.parametrize("kind", CHECKED)


@each_kind
@given(seed=seeds)
def test_a_new_code_reads_back(kind: str, seed: int) -> None:
    new, normal, alphabet = CHECKED[kind]
    code = new(seeded(seed))
    assert normal(code) == code
    assert set(code) <= set(alphabet)


@each_kind
@settings(max_examples=12)  # each tries every character at every place
@given(seed=seeds)
def test_any_single_wrong_character_is_found(kind: str, seed: int) -> None:
    new, normal, alphabet = CHECKED[kind]
    code = new(seeded(seed))
    for at, right in enumerate(code):
        for wrong in set(alphabet) - {right}:
            assert normal(code[:at] + wrong + code[at + 1 :]) is None


@each_kind
@given(seed=seeds, data=st.data())
def test_a_missing_or_doubled_character_is_found(kind: str, seed: int, data: st.DataObject) -> None:
    new, normal, _ = CHECKED[kind]
    code = new(seeded(seed))
    at = data.draw(st.integers(0, len(code) - 1))
    assert normal(code[:at] + code[at + 1 :]) is None
    assert normal(code[:at] + code[at] + code[at:]) is None


@each_kind
@given(seed=seeds, between=separators, around=separators)
def test_case_blanks_and_dashes_do_not_matter(kind: str, seed: int, between: str, around: str) -> None:
    new, normal, _ = CHECKED[kind]
    code = new(seeded(seed))
    assert normal(around + between.join(code.lower()) + around) == code


@each_kind
@given(text=st.text())
def test_any_text_is_either_read_or_refused(kind: str, text: str) -> None:
    _, normal, alphabet = CHECKED[kind]
    read = normal(text)
    assert read is None or set(read) <= set(alphabet)


@each_kind
def test_the_same_source_of_randomness_gives_the_same_code(kind: str) -> None:
    new = CHECKED[kind][0]
    assert new(seeded(4)) == new(seeded(4))
    assert new(secrets.SystemRandom()) != new(secrets.SystemRandom())


@pytest.mark.parametrize(
    "text", ["", "-", "K7M", "K7M-2QXÉ", "K7M-2QX0", "K7M-2QXO", "\u00df\u00df\u00df\u00df"]
)
def test_what_is_not_a_patient_code_is_none(text: str) -> None:
    assert codes.normal_patient_code(text) is None


def test_a_patient_code_is_shown_with_its_dash() -> None:
    code = codes.new_patient_code(seeded(1))
    shown = codes.shown_patient_code(code)
    assert shown == f"{code[:3]}-{code[3:]}"
    assert codes.normal_patient_code(shown) == code


def test_the_alphabet_is_the_one_of_the_design() -> None:
    assert codes.ALPHABET == "23456789BCDFGHJKLMNPQRSTVWXZ"
    assert len(set(codes.ALPHABET)) == 28


def test_only_a_number_of_twelve_digits_is_a_request_number() -> None:
    """Both have their check right (ISO 7064 MOD 11,10); ours are always 12 long."""
    assert codes.is_request_number("002006673085")
    assert not codes.is_request_number("794623")


def test_a_request_number_is_shown_in_groups() -> None:
    number = codes.new_request_number(seeded(3))
    shown = codes.shown_request_number(number)
    assert [len(group) for group in shown.split()] == [4, 4, 3, 1]
    assert codes.normal_request_number(shown) == number


@pytest.mark.parametrize("digits", ["²²²²²²²²²²²²", "٠٠٢٠٠٦٦٧٣٠٨٥", "00200667308X"])
def test_only_plain_digits_make_a_request_number(digits: str) -> None:
    assert codes.is_request_number(digits) is False


@given(seed=seeds, index=st.integers(1, 99))
def test_a_tube_number_holds_its_request_and_its_place(seed: int, index: int) -> None:
    request = codes.new_request_number(seeded(seed))
    tube = codes.tube_number(codes.shown_request_number(request), index)
    assert len(tube) == 14
    assert tube.isdigit()
    assert int(tube[12:]) == index
    assert codes.request_of_tube(tube) == request
    assert codes.normal_tube_number(f"{tube[:12]} {tube[12:]}") == tube


@pytest.mark.parametrize("index", [0, -1, 100])
def test_a_place_that_cannot_be_written_is_refused(index: int) -> None:
    with pytest.raises(ValueError, match="tube number"):
        codes.tube_number("002006673085", index)


def test_a_tube_of_a_wrong_request_number_is_refused() -> None:
    with pytest.raises(ValueError, match="tube number"):
        codes.tube_number("002006673086", 1)


@pytest.mark.parametrize("text", ["00200667308500", "00200667308601", "002006673085", "0020066730850A", ""])
def test_what_is_not_a_tube_number_has_no_request(text: str) -> None:
    assert codes.normal_tube_number(text) is None
    assert codes.request_of_tube(text) is None


def test_a_scanned_text_is_told_by_its_length() -> None:
    lengths = [
        codes.PATIENT_CODE_LENGTH,
        codes.REQUEST_NUMBER_LENGTH,
        codes.CARD_CODE_LENGTH,
        codes.TUBE_NUMBER_LENGTH,
        codes.RECOVERY_CODE_LENGTH,
    ]
    assert len(set(lengths)) == len(lengths)


def test_a_recovery_code_holds_at_least_130_random_bits() -> None:
    assert 28 ** (codes.RECOVERY_CODE_LENGTH - 1) >= 2**130


def test_a_recovery_code_is_shown_in_six_groups() -> None:
    code = codes.new_recovery_code(seeded(9))
    shown = codes.shown_recovery_code(code)
    assert [len(group) for group in shown.split("-")] == [5] * 6
    assert tuple(shown.split("-")) == codes.recovery_groups(code)
    assert codes.normal_recovery_code(shown.lower()) == code


@given(seed=seeds)
def test_two_groups_are_asked_back_and_only_they_match(seed: int) -> None:
    rng = seeded(seed)
    code = codes.new_recovery_code(rng)
    first, second = codes.groups_to_type_back(rng)
    assert 1 <= first < second <= 6
    for group in (first, second):
        right = codes.recovery_groups(code)[group - 1]
        assert codes.group_matches(code, group, f" {right.lower()} ")
        assert not codes.group_matches(code, group, right[:-1])
        assert not codes.group_matches(code, group, "")
