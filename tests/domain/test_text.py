"""Names are found however they are typed."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icarmed.domain.text import folded, one_slip_apart, query_words, search_key, slips

WORDS = st.text(alphabet=string.ascii_lowercase, min_size=4, max_size=12)


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("Željka", "zeljka"),
        ("Åse", "ase"),
        ("Ștefania", "stefania"),
        ("Łucja", "lucja"),
        ("Sœur Zoë", "soeur zoe"),
        ("Straße", "strasse"),
        ("Đurđa", "durda"),
        ("Søren", "soren"),
        ("Jean-Luc d’Arc", "jean luc d arc"),
        ("Nguyễn", "nguyen"),
        ("  Deux   mots ", "deux mots"),
    ],
)
def test_accents_and_marks_do_not_matter(written: str, compared: str) -> None:
    assert folded(written) == compared


def test_a_name_with_a_hyphen_is_found_closed_up_too() -> None:
    key = search_key(["Jean-Luc"], "K7M2QXW", [], [])
    assert " jean luc " in key
    assert " jeanluc " in key


def test_a_telephone_is_found_without_its_points() -> None:
    assert " 0470123456 " in search_key(["Nadia"], "K7M2QXW", ["0470/12.34.56"], [])


def test_typed_words_come_apart() -> None:
    assert query_words(" Nadia  0470 ") == ["nadia", "0470"]


@given(WORDS, st.data())
def test_one_letter_wrong_missing_doubled_or_exchanged_is_forgiven(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from(string.ascii_lowercase))
    typed = [word[:at] + letter + word[at + 1 :], word[:at] + word[at + 1 :], word[: at + 1] + word[at:]]
    if at < len(word) - 1:
        typed.append(word[:at] + word[at + 1] + word[at] + word[at + 2 :])
    for one in typed:
        assert one_slip_apart(one, word)
        assert slips(one) & slips(word), "the index must lead from one to the other"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("nadia", "sonia"), ("mila", "milena"), ("rosa", "sora"), ("abcd", "badc"), ("ana", "anabel")],
)
def test_two_slips_are_another_name(typed: str, meant: str) -> None:
    assert not one_slip_apart(typed, meant)


@given(WORDS, WORDS)
def test_a_slip_reads_the_same_both_ways(one: str, other: str) -> None:
    assert one_slip_apart(one, other) == one_slip_apart(other, one)
