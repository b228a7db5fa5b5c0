"""Figures of vaccination that rest on a judgment: below the limit, completed, proven."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from icarmed.catalogue.schedules import schedule
from icarmed.domain.dates import DateRange
from icarmed.domain.summary import vaccination
from icarmed.domain.summary.figures import ByPlace, Figure, LotGiven
from icarmed.domain.summary.vaccination import File, Given, Judging
from icarmed.domain.vaccination.history import DoseGiven, Found, History, Marker, Sample, Titre

PLAN = schedule("hepb-0-1-4")
JUDGING = Judging(PLAN, PLAN.settings, DateRange.parse("2018"))
DAY = date(2018, 3, 1)
PRODUCT = "engerix-b-20"


def titre(value: str, on: date = DAY, name: str = "t") -> Sample:
    return Sample(name, Marker.ANTI_HBS, on, Titre(Decimal(value)))


def dose(on: date, name: str, product: str = PRODUCT) -> DoseGiven:
    return DoseGiven(name, DateRange.day(on), product)


def course(first: date) -> tuple[DoseGiven, ...]:
    """Three doses at 0, 1 and 4 months, the last one 122 days after the first."""
    return (dose(first, "d1"), dose(first + timedelta(31), "d2"), dose(first + timedelta(122), "d3"))


def proposed(*samples: Sample, on: date = DAY, doses: tuple[DoseGiven, ...] = ()) -> list[str]:
    file = File(History(doses, samples), proposed={on: "liege"})
    return vaccination.proposed_at(file, JUDGING)


def test_proposed_counts_below_ten_and_not_without_a_titre() -> None:
    assert proposed(titre("9.9")) == ["liege"]
    assert proposed(titre("10")) == []
    assert proposed() == []


def test_proposed_looks_at_samples_up_to_that_day_and_at_the_last_of_them() -> None:
    assert proposed(titre("2", DAY + timedelta(1))) == []
    assert proposed(titre("120", DAY - timedelta(400), "old"), titre("3")) == ["liege"]
    assert proposed(titre("3", DAY - timedelta(400), "old"), titre("120")) == []


def test_proposed_counts_nobody_with_hbsag_or_anti_hbc() -> None:
    hbsag = Sample("a", Marker.HBSAG, DAY, Found.POSITIVE)
    anti_hbc = Sample("c", Marker.ANTI_HBC, DAY, Found.POSITIVE)
    assert proposed(titre("2"), hbsag) == []
    assert proposed(titre("2"), anti_hbc) == []
    assert proposed(titre("2"), replace(hbsag, result=Found.NEGATIVE)) == ["liege"]


def test_a_titre_soon_after_a_dose_is_not_interpretable() -> None:
    given = dose(DAY - timedelta(10), "d1")
    assert proposed(titre("2"), doses=(given,)) == []
    assert proposed(titre("2", DAY - timedelta(10)), doses=(given,)) == ["liege"]
    partial = replace(given, on=DateRange.parse("2018-02"))
    assert proposed(titre("2"), doses=(partial,)) == ["liege"]


def test_a_proposal_outside_the_period_does_not_count() -> None:
    assert proposed(titre("2", date(2017, 1, 1)), on=date(2017, 12, 31)) == []
    assert proposed(titre("2", date(2017, 1, 1)), on=date(2019, 1, 1)) == []


def test_who_is_proposed_at_two_places_is_one_person_of_each() -> None:
    file = File(History((), (titre("2"),)), proposed={DAY: "liege", DAY + timedelta(7): "outreach"})
    figures = vaccination.judged_figures([file, file], JUDGING)
    assert figures[Figure.PROPOSED] == ByPlace(2, {"liege": 2, "outreach": 2})


def test_a_schedule_without_serology_proposes_by_no_limit() -> None:
    plain = replace(JUDGING, schedule=replace(PLAN, serology=None))
    file = File(History((), (titre("2"),)), proposed={DAY: "liege"})
    assert vaccination.proposed_at(file, plain) == []


def test_a_course_counts_where_its_completing_dose_was_given_in_the_period() -> None:
    doses = course(date(2017, 11, 1))
    file = File(History(doses), given={"d3": "seraing"})
    assert vaccination.completed_at(file, JUDGING) == ["seraing"]
    assert vaccination.completed_at(replace(file, given={}), JUDGING) == []
    assert vaccination.completed_at(replace(file, given={"d2": "seraing"}), JUDGING) == []


def test_a_third_dose_too_early_completes_nothing() -> None:
    doses = (dose(date(2018, 1, 1), "d1"), dose(date(2018, 2, 1), "d2"), dose(date(2018, 3, 1), "d3"))
    file = File(History(doses), given={"d1": "liege", "d2": "liege", "d3": "liege"})
    assert vaccination.completed_at(file, JUDGING) == []


def test_immunity_is_proven_by_a_titre_four_weeks_after_the_last_dose() -> None:
    doses = course(date(2017, 10, 1))
    last = doses[-1].on.first
    file = File(History(doses, (titre("34", last + timedelta(28)),)), titres={"t": "liege"})
    assert vaccination.proven_at(file, JUDGING) == ["liege"]
    soon = replace(file, history=History(doses, (titre("34", last + timedelta(27)),)))
    assert vaccination.proven_at(soon, JUDGING) == []
    low = replace(file, history=History(doses, (titre("9", last + timedelta(28)),)))
    assert vaccination.proven_at(low, JUDGING) == []


def test_immunity_is_proven_once_however_often_it_is_measured() -> None:
    doses = course(date(2017, 2, 1))
    before, after = titre("80", date(2017, 9, 1), "t1"), titre("70", date(2018, 9, 1), "t2")
    file = File(History(doses, (before, after)), titres={"t2": "liege"})
    assert vaccination.proven_at(file, JUDGING) == []


def test_immunity_counts_at_the_place_of_the_first_titre_that_proves_it() -> None:
    doses = course(date(2017, 12, 1))
    last = doses[-1].on.first
    samples = (titre("50", last + timedelta(60), "t2"), titre("40", last + timedelta(30), "t1"))
    file = File(History(doses, samples), titres={"t1": "seraing", "t2": "liege"})
    assert vaccination.proven_at(file, JUDGING) == ["seraing"]


def test_a_high_titre_without_a_course_proves_nothing() -> None:
    file = File(History((), (titre("500"),)), titres={"t": "liege"})
    assert vaccination.proven_at(file, JUDGING) == []


def test_doses_count_by_lot_and_people_once() -> None:
    on = DateRange.day(DAY)
    given = [
        Given("1", UUID(int=1), on, PRODUCT, "A", "Club", "liege"),
        Given("2", UUID(int=1), on, PRODUCT, "A", "Club", "liege"),
        Given("3", UUID(int=1), on, PRODUCT, "B", "", "outreach"),
        Given("4", UUID(int=2), on, PRODUCT, "A", "Club", "liege"),
    ]
    assert vaccination.doses_given(given) == ByPlace(4, {"liege": 3, "outreach": 1})
    assert vaccination.people_dosed(given) == ByPlace(2, {"liege": 2, "outreach": 1})
    assert vaccination.lots_given(given) == (
        LotGiven(PRODUCT, "A", "Club", "liege", 3),
        LotGiven(PRODUCT, "B", "", "outreach", 1),
    )
