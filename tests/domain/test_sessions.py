from datetime import date, time

import pytest

from icarmed.catalogue.places import shipped_places
from icarmed.catalogue.texts import languages, words
from icarmed.domain.office import ExceptionKind
from icarmed.domain.sessions import (
    Calendar,
    CalendarException,
    Session,
    SessionRule,
    is_public_holiday,
    is_working_day,
)

OPENS, CLOSES = time(14, 30), time(16)
LIEGE = SessionRule("liege", "FREQ=WEEKLY;BYDAY=TH", OPENS, CLOSES)
SERAING = SessionRule("seraing", "FREQ=MONTHLY;BYDAY=1FR,3FR", OPENS, CLOSES)
CALENDAR = Calendar((LIEGE, SERAING))


def closed(on: date, place: str | None = "liege") -> CalendarException:
    return CalendarException(on, ExceptionKind.CLOSED, place)


def extra(on: date, place: str | None = "liege", starts: time | None = None) -> CalendarException:
    return CalendarException(on, ExceptionKind.EXTRA, place, starts)


def days(calendar: Calendar, place: str, since: date, count: int) -> list[date]:
    found: list[date] = []
    for _ in range(count):
        session = calendar.next_session(
            place, since if not found else date.fromordinal(found[-1].toordinal() + 1)
        )
        assert session is not None
        found.append(session.on)
    return found


def test_liege_is_open_every_thursday_from_14_30_to_16_00() -> None:
    assert CALENDAR.sessions_on(date(2026, 12, 3)) == (Session("liege", date(2026, 12, 3), OPENS, CLOSES),)
    assert CALENDAR.sessions_on(date(2026, 12, 2)) == ()


def test_seraing_is_open_on_the_first_and_third_friday() -> None:
    assert days(CALENDAR, "seraing", date(2026, 12, 1), 3) == [
        date(2026, 12, 4),
        date(2026, 12, 18),
        date(2027, 1, 15),
    ]


def test_two_places_of_one_day_stand_by_hour() -> None:
    morning = SessionRule("bus", "FREQ=DAILY", time(9), time(11))
    found = Calendar((LIEGE, morning)).sessions_on(date(2026, 12, 3))
    assert [session.place for session in found] == ["bus", "liege"]


def test_a_public_holiday_of_belgium_closes() -> None:
    ascension = date(2027, 5, 6)
    assert is_public_holiday(ascension)
    assert CALENDAR.next_session("liege", ascension) == Session("liege", date(2027, 5, 13), OPENS, CLOSES)
    assert Calendar((LIEGE,), public_holidays=False).sessions_on(ascension)


def test_an_extra_row_opens_a_public_holiday() -> None:
    ascension = date(2027, 5, 6)
    found = Calendar((LIEGE,), (extra(ascension, starts=time(10)),)).sessions_on(ascension)
    assert found == (Session("liege", ascension, time(10), CLOSES),)


def test_a_closure_closes_one_place_or_all() -> None:
    thursday = date(2026, 12, 3)
    assert Calendar((LIEGE, SERAING), (closed(thursday),)).sessions_on(thursday) == ()
    friday = date(2026, 12, 4)
    assert Calendar((LIEGE, SERAING), (closed(friday),)).sessions_on(friday)
    assert Calendar((LIEGE, SERAING), (closed(friday, None),)).sessions_on(friday) == ()


def test_an_extra_row_names_an_opening_even_against_a_closure() -> None:
    thursday = date(2026, 12, 3)
    assert Calendar((LIEGE,), (closed(thursday, None), extra(thursday))).sessions_on(thursday)


def test_a_place_on_demand_is_open_only_by_an_extra_row() -> None:
    monday = date(2026, 12, 7)
    assert CALENDAR.next_session("verviers", monday) is None
    on_demand = Calendar((LIEGE,), (extra(monday, "verviers"),))
    assert on_demand.next_session("verviers", date(2026, 12, 1)) == Session("verviers", monday, None, None)
    assert on_demand.sessions_on(monday) == (Session("verviers", monday, None, None),)
    everywhere = Calendar((), (extra(monday, None),))
    assert everywhere.next_session("verviers", monday) == Session("verviers", monday, None, None)


def test_a_rule_holds_between_its_days_both_included() -> None:
    first, last = date(2026, 12, 3), date(2026, 12, 17)
    rule = SessionRule("liege", "FREQ=WEEKLY;BYDAY=TH", OPENS, CLOSES, first, last)
    calendar = Calendar((rule,))
    assert days(calendar, "liege", date(2026, 1, 1), 3) == [first, date(2026, 12, 10), last]
    assert calendar.next_session("liege", date(2026, 12, 18)) is None


def test_every_other_week_counts_from_the_first_day_of_the_rule() -> None:
    rule = SessionRule("liege", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", OPENS, CLOSES, date(2026, 12, 3))
    assert days(Calendar((rule,)), "liege", date(2026, 12, 1), 2) == [date(2026, 12, 3), date(2026, 12, 17)]


def test_the_search_stops_after_400_days() -> None:
    leap_day = SessionRule("liege", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", OPENS, CLOSES)
    calendar = Calendar((leap_day,))
    assert calendar.next_session("liege", date(2027, 1, 25)) == Session(
        "liege", date(2028, 2, 29), OPENS, CLOSES
    )
    assert calendar.next_session("liege", date(2027, 1, 24)) is None


@pytest.mark.parametrize(
    ("rrule", "starts", "first", "message"),
    [
        ("FREQ=HOURLY", OPENS, None, "rule of days"),
        ("BYDAY=TH", OPENS, None, "rule of days"),
        ("FREQ=WEEKLY;BYDAY=XX", OPENS, None, "XX"),
        ("FREQ=WEEKLY;INTERVAL=2", OPENS, None, "needs a first day"),
        ("FREQ=WEEKLY;COUNT=3", OPENS, None, "needs a first day"),
        ("FREQ=WEEKLY", CLOSES, None, "before it opens"),
    ],
)
def test_a_rule_that_cannot_be_followed_is_refused(
    rrule: str, starts: time, first: date | None, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        SessionRule("liege", rrule, starts, CLOSES, first)


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2026, 12, 24), True),
        (date(2026, 12, 25), False),
        (date(2026, 12, 26), False),
        (date(2026, 12, 27), False),
        (date(2027, 3, 29), False),
    ],
)
def test_working_days_skip_weekends_and_public_holidays(day: date, *, working: bool) -> None:
    assert is_working_day(day) is working


class TestProposed:
    def test_dose_3_of_the_ladder_is_proposed_the_thursday_before_15_february(self) -> None:
        # wireframes.md: possible Thursday 04/02/2027, advised from 15/02, proposed Thursday 11 February.
        earliest, recommended, today = date(2027, 2, 4), date(2027, 2, 15), date(2026, 12, 3)
        possible = CALENDAR.next_session("liege", earliest)
        assert possible is not None
        assert possible.on == earliest
        proposed = CALENDAR.proposed("liege", earliest, recommended, today)
        assert proposed is not None
        assert proposed.on == date(2027, 2, 11)

    def proposed_on(
        self, earliest: date, recommended: date, today: date, calendar: Calendar = CALENDAR
    ) -> date:
        session = calendar.proposed("liege", earliest, recommended, today)
        assert session is not None
        return session.on

    def test_the_week_before_is_not_proposed_before_the_dose_is_possible(self) -> None:
        assert self.proposed_on(date(2027, 2, 12), date(2027, 2, 15), date(2026, 12, 3)) == date(2027, 2, 18)

    def test_a_recommended_day_with_a_session_is_itself_proposed(self) -> None:
        thursday = date(2027, 2, 18)
        assert self.proposed_on(date(2027, 2, 4), thursday, date(2026, 12, 3)) == thursday

    def test_it_is_never_before_today(self) -> None:
        assert self.proposed_on(date(2026, 2, 17), date(2026, 2, 17), date(2026, 11, 23)) == date(
            2026, 11, 26
        )
        assert self.proposed_on(date(2027, 2, 4), date(2027, 2, 15), date(2027, 2, 12)) == date(2027, 2, 18)

    def test_a_closure_is_not_the_weekday(self) -> None:
        calendar = Calendar((LIEGE,), (closed(date(2027, 2, 18)),))
        assert self.proposed_on(date(2027, 2, 4), date(2027, 2, 15), date(2026, 12, 3), calendar) == date(
            2027, 2, 25
        )

    def test_a_week_before_that_is_closed_is_not_proposed(self) -> None:
        calendar = Calendar((LIEGE,), (closed(date(2027, 2, 11)),))
        assert self.proposed_on(date(2027, 2, 4), date(2027, 2, 15), date(2026, 12, 3), calendar) == date(
            2027, 2, 18
        )

    def test_where_no_session_comes_none_is_proposed(self) -> None:
        assert CALENDAR.proposed("verviers", date(2027, 2, 4), date(2027, 2, 15), date(2026, 12, 3)) is None


class TestShippedPlaces:
    def test_liege_is_the_default_and_the_calendar_is_that_of_the_reports(self) -> None:
        shipped = shipped_places()
        assert shipped.places[0].code == "liege"
        assert shipped.calendar == CALENDAR

    def test_every_place_has_its_name_in_every_offered_language(self) -> None:
        for language in languages():
            if language.offered:
                for place in shipped_places().places:
                    assert words(language.code).text(f"place.{place.code}")
