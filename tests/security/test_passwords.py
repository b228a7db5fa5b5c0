from dataclasses import replace

import pytest

from icarmed.security.passwords import (
    HOUSE,
    PRACTICE,
    Argon2Cost,
    folded_name,
    name_objections,
    objections,
    stretched,
)

SALT = b"0123456789abcdef"


def codes_of(password: str, name: str = "Maya") -> list[str]:
    return [finding.code for finding in objections(password, name, HOUSE)]


def test_twelve_characters_are_enough_and_eleven_are_not() -> None:
    assert codes_of("a" * 12) == []
    assert codes_of("a" * 11) == ["password_too_short"]
    assert objections("a", "Maya", HOUSE)[0].params["minimum"] == 12


def test_letters_are_counted_as_composed() -> None:
    decomposed = "e\u0301" * 11
    assert codes_of(decomposed) == ["password_too_short"]


def test_practice_data_may_use_the_word_practice() -> None:
    assert objections("practice", "Maya", PRACTICE) == ()


def test_no_objection_yields_to_a_reason() -> None:
    assert not any(finding.overridable for finding in objections("", "Maya", HOUSE))


def test_the_own_name_and_a_book_are_no_passwords() -> None:
    assert codes_of("Marie-Madeleine", "marie-madeleine ") == ["password_is_name"]
    assert codes_of("a" * 1000) == []
    assert codes_of("a" * 1001) == ["password_too_long"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "sign_in_name_empty"),
        ("  ", "sign_in_name_empty"),
        ("a" * 41, "sign_in_name_too_long"),
        ("Ma\u202eya", "sign_in_name_unprintable"),
        ("Ma\nya", "sign_in_name_unprintable"),
    ],
)
def test_a_name_nobody_could_type_is_refused(name: str, code: str) -> None:
    assert [finding.code for finding in name_objections(name)] == [code]


@pytest.mark.parametrize("name", ["Maya", "dr m", "Zoé", "Ștefan", "a" * 40])
def test_names_as_people_have_them_will_do(name: str) -> None:
    assert name_objections(name) == ()


def test_capitals_blanks_and_composition_do_not_make_another_name() -> None:
    assert folded_name(" ZOE\u0301 ") == folded_name("zo\u00e9")


def test_the_password_of_real_data_costs_what_rfc_9106_asks_at_least() -> None:
    """RFC 9106, section 4, second recommended option: 3 passes, 64 MiB."""
    assert HOUSE.shortest == 12
    assert HOUSE.cost.passes >= 3
    assert HOUSE.cost.memory_kib >= 64 * 1024


def test_a_key_depends_on_password_salt_and_cost_and_nothing_else() -> None:
    cost = PRACTICE.cost
    key = stretched("un café", SALT, cost)
    assert len(key) == 32
    assert stretched("un cafe\u0301", SALT, cost) == key
    assert stretched("un cafe", SALT, cost) != key
    assert stretched("un café ", SALT, cost) != key
    assert stretched("un café", SALT[::-1], cost) != key
    assert stretched("un café", SALT, replace(cost, passes=2)) != key


@pytest.mark.parametrize(
    ("passes", "memory_kib", "lanes"),
    [(0, 64, 1), (65, 64, 1), (1, 7, 1), (1, 1024 * 1024 + 1, 1), (1, 64, 0), (1, 1024, 17), (1, 15, 2)],
)
def test_a_file_cannot_ask_for_more_than_a_computer_has(passes: int, memory_kib: int, lanes: int) -> None:
    with pytest.raises(ValueError, match="argon2 cost"):
        Argon2Cost(passes, memory_kib, lanes)
