"""The shipped shape, and years drawn once for many tests."""

from collections.abc import Callable
from datetime import date
from functools import cache

import pytest

from icarmed.catalogue.analyses import analyses
from icarmed.catalogue.places import shipped_places
from icarmed.catalogue.practice import practice_shape
from icarmed.domain.practice.draft import Frame
from icarmed.domain.practice.rows import PracticeYear
from icarmed.domain.practice.year import draw

Drawing = Callable[[int, int], PracticeYear]
PRACTICE_DAY = date(2019, 1, 3)


def frame(year: int = 2018, practice_day: date = PRACTICE_DAY) -> Frame:
    """The shipped calendar and catalogue."""
    known = analyses()
    return Frame(year, practice_day, shipped_places().calendar, known.analyses, known.panels)


@cache
def drawn(people: int, seed: int) -> PracticeYear:
    return draw(practice_shape(), frame(), people, seed)


@pytest.fixture(scope="session")
def drawing() -> Drawing:
    """People and seed to the year drawn from them; each is drawn once."""
    return drawn


@pytest.fixture(scope="session")
def year() -> PracticeYear:
    """The published year of 519 people."""
    return drawn(519, 1)
