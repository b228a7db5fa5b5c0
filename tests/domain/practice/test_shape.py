"""The published counts, and the same for fewer and more people."""

import pytest

from icarmed.catalogue.practice import practice_shape
from icarmed.domain.visits import FollowUpType

SHAPE = practice_shape()
GENERAL, SCREENING, VACCINATION = FollowUpType.GENERAL, FollowUpType.SCREENING, FollowUpType.VACCINATION
ADDICTION, WOUND, VIOLENCE = FollowUpType.ADDICTION, FollowUpType.WOUND, FollowUpType.VIOLENCE


def test_519_people_have_the_published_counts() -> None:
    counts = SHAPE.counts(519)
    assert counts.genders == {"woman": 358, "man": 143, "transgender": 18}
    liege, seraing = counts.places["liege"], counts.places["seraing"]
    assert (liege.people, liege.visits, seraing.people, seraing.visits) == (48, 382, 55, 175)
    published = {GENERAL: 170, SCREENING: 12, VACCINATION: 3, ADDICTION: 287, WOUND: 2, VIOLENCE: 3}
    assert liege.marks == published
    assert seraing.marks == {GENERAL: 145, SCREENING: 25, VACCINATION: 5}
    assert counts.elsewhere == 519 - 48 - 55


@pytest.mark.parametrize("people", [*range(3, 60), 100, 518, 520, 1038, 20_000])
def test_any_number_of_people_has_counts_that_can_be_drawn(people: int) -> None:
    counts = SHAPE.counts(people)
    assert sum(counts.genders.values()) == people
    assert min(counts.genders.values()) >= 1
    assert counts.elsewhere >= 1
    for code, place in counts.places.items():
        assert 1 <= place.people <= place.visits <= sum(place.marks.values())
        assert min(place.marks.values()) >= 1
        assert max(place.marks.values()) <= place.visits
        assert set(place.marks) == set(SHAPE.published.places[code].marks)
    seraing = counts.places["seraing"]
    assert sum(seraing.marks.values()) == seraing.visits


def test_twice_the_people_have_twice_the_visits() -> None:
    counts = SHAPE.counts(2 * 519)
    assert (counts.places["liege"].visits, counts.places["seraing"].visits) == (764, 350)
    assert counts.places["liege"].marks[ADDICTION] == 574


def test_fewer_than_one_of_each_cannot_be_drawn() -> None:
    assert SHAPE.least_people == 3
    with pytest.raises(ValueError, match="too few"):
        SHAPE.counts(2)
