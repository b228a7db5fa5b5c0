"""Counts made larger or smaller still add up, and nobody is rounded away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icarmed.domain.practice.scale import apportioned, scaled


@pytest.mark.parametrize(
    ("weights", "total", "expected"),
    [
        # The published numbers themselves.
        ([358, 143, 18], 519, [358, 143, 18]),
        # Quotas 6.898, 2.755, 0.347: the two largest remainders get the two that are left, the third its 1.
        ([358, 143, 18], 10, [7, 2, 1]),
        # Quotas 68.98, 27.55, 3.47: largest remainder first.
        ([358, 143, 18], 100, [69, 28, 3]),
        ([358, 143, 18], 3, [1, 1, 1]),
        ([1, 0, 1], 5, [3, 0, 2]),
    ],
)
def test_the_largest_remainder_gets_what_is_left(weights: list[int], total: int, expected: list[int]) -> None:
    assert apportioned(weights, total) == expected


def test_too_few_to_share_out_is_an_error() -> None:
    with pytest.raises(ValueError, match="too few"):
        apportioned([1, 1, 1], 2)


@given(st.lists(st.integers(0, 400), min_size=1, max_size=8).filter(any), st.data())
def test_shares_add_up_each_at_least_one_and_near_its_quota(weights: list[int], data: st.DataObject) -> None:
    filled = sum(weight > 0 for weight in weights)
    total = data.draw(st.integers(filled, 3000))
    shares = apportioned(weights, total)
    assert sum(shares) == total
    for weight, share in zip(weights, shares, strict=True):
        assert (share > 0) == (weight > 0)
        quota = total * weight / sum(weights)
        assert share <= max(1, quota + 1)
        assert share >= quota - filled


@pytest.mark.parametrize(("people", "expected"), [(519, 382), (1038, 764), (10, 7), (1, 1), (2, 1)])
def test_a_count_is_scaled_and_rounded(people: int, expected: int) -> None:
    assert scaled(382, people, 519) == expected
