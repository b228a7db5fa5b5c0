"""Lots may be used to their last day, standing orders hold between their days."""

from datetime import date
from uuid import UUID

import pytest

from icarmed.domain.office import KitLot, StandingOrder, VaccineLot

LAST_DAY = date(2026, 11, 30)


def test_a_lot_may_be_used_on_its_last_day_and_not_after() -> None:
    for lot in (
        VaccineLot(UUID(int=1), "engerix_b", "A", LAST_DAY),
        KitLot(UUID(int=1), "determine_hiv", "A", LAST_DAY),
    ):
        assert not lot.expired(LAST_DAY)
        assert lot.expired(date(2026, 12, 1))


@pytest.mark.parametrize(
    ("on", "holds"),
    [(date(2025, 12, 31), False), (date(2026, 1, 1), True), (LAST_DAY, True), (date(2026, 12, 1), False)],
)
def test_a_standing_order_holds_between_its_days(on: date, holds: bool) -> None:
    order = StandingOrder(UUID(int=1), UUID(int=2), date(2026, 1, 1), LAST_DAY, frozenset(), frozenset())
    assert order.in_force(on) is holds


def test_a_standing_order_without_end_goes_on() -> None:
    order = StandingOrder(UUID(int=1), UUID(int=2), date(2026, 1, 1), None, frozenset(), frozenset())
    assert order.in_force(date(2036, 1, 1))
