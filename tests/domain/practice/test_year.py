"""The practice year: published counts come out, and every act stands where its visit says."""

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from icarmed.catalogue.analyses import analyses
from icarmed.catalogue.practice import practice_shape
from icarmed.catalogue.schedules import products, schedule
from icarmed.domain.codes import is_request_number, normal_patient_code
from icarmed.domain.lab_requests import LineState, SpecimenState
from icarmed.domain.office import ExceptionKind
from icarmed.domain.people import Gender, NameKind, Relation
from icarmed.domain.practice.draft import Source
from icarmed.domain.practice.rows import DoseDrawn, PracticeYear, VisitDrawn, Worker
from icarmed.domain.practice.stock import _permanences
from icarmed.domain.practice.visits import _capped
from icarmed.domain.practice.year import draw
from icarmed.domain.rapid_tests import RapidResult, Reading, TestLine, result_of
from icarmed.domain.sessions import CalendarException, is_public_holiday
from icarmed.domain.vaccination.assess import assess
from icarmed.domain.vaccination.history import DoseGiven, History
from icarmed.domain.vaccination.judge import Verdict
from icarmed.domain.visits import Done, FollowUpType, TypeOrigin, VisitState, types_of
from tests.domain.practice.conftest import PRACTICE_DAY, Drawing, frame

THURSDAY, FRIDAY = 3, 4


def seen(year: PracticeYear, place: str) -> list[VisitDrawn]:
    """The visits of 2018 at a place that count."""
    sessions = {one.id for one in year.sessions if one.place == place and one.on.year == 2018}
    return [one for one in year.visits if one.session in sessions and one.state is VisitState.DONE]


def test_people_visits_and_genders_are_as_published(year: PracticeYear) -> None:
    for place, people, visits in (("liege", 48, 382), ("seraing", 55, 175)):
        found = seen(year, place)
        assert (len({one.patient for one in found}), len(found)) == (people, visits)
    trans = {Gender.TRANS_MAN, Gender.TRANS_WOMAN, Gender.TRANSGENDER}
    genders = Counter("transgender" if one.gender in trans else one.gender.value for one in year.people)
    assert genders == {"woman": 358, "man": 143, "transgender": 18}


def test_types_are_as_published_each_visit_one_at_least(year: PracticeYear) -> None:
    liege, seraing = seen(year, "liege"), seen(year, "seraing")
    marks = Counter(kind.value for one in liege for kind in one.types)
    published = {
        "general": 170,
        "screening": 12,
        "vaccination": 3,
        "addiction": 287,
        "wound": 2,
        "violence": 3,
    }
    assert marks == published
    assert all(len(one.types) == 1 for one in seraing)
    assert Counter(kind.value for one in seraing for kind in one.types) == {
        "general": 145,
        "screening": 25,
        "vaccination": 5,
    }
    assert all(one.types for one in year.visits if one.state is VisitState.DONE)


def test_whoever_comes_to_no_permanence_is_met_on_a_tour(year: PracticeYear) -> None:
    at_permanences = {one.patient for place in ("liege", "seraing") for one in seen(year, place)}
    assert len(at_permanences) == 48 + 55
    met = {one.patient for one in seen(year, "outreach")}
    assert {one.id for one in year.people} - at_permanences <= met
    assert met & at_permanences


def test_permanences_lie_on_days_of_the_calendar(year: PracticeYear) -> None:
    for one in year.sessions:
        assert not is_public_holiday(one.on)
        if one.place == "liege":
            assert one.on.weekday() == THURSDAY
        if one.place == "seraing":
            assert one.on.weekday() == FRIDAY
            assert one.on.day <= 7 or 15 <= one.on.day <= 21
    thursdays = {one.on for one in year.sessions if one.place == "liege" and one.on.year == 2018}
    # 52 Thursdays without Ascension (10 May) and All Saints (1 November).
    assert len(thursdays) == 50
    assert not {date(2018, 5, 10), date(2018, 11, 1)} & thursdays


def test_a_thursday_is_full_but_not_fuller_than_it_can_be(year: PracticeYear) -> None:
    a_day = Counter(one.arrived.on for one in seen(year, "liege"))
    assert min(a_day.values()) >= 4
    assert max(a_day.values()) <= 13


def test_one_visit_a_person_and_session(year: PracticeYear) -> None:
    once = Counter((one.session, one.patient) for one in year.visits)
    assert max(once.values()) == 1
    places = {one.id: (one.place, one.on) for one in year.sessions}
    assert all(places[one.session][1] == one.arrived.on for one in year.visits)
    assert len(set(places.values())) == len(places)


def test_types_follow_from_what_was_done_and_chosen(year: PracticeYear) -> None:
    doses = Counter(one.visit for one in year.doses)
    tests = Counter(one.visit for one in year.rapid_tests)
    requests = Counter(one.visit for one in year.requests)
    entries = Counter(one.visit for one in year.entries if one.by is Worker.DOCTOR)
    for one in year.visits:
        done = Done(doses[one.id], tests[one.id], requests[one.id], entries[one.id])
        chosen = {kind for kind, origin in one.types.items() if origin is TypeOrigin.CHOSEN}
        assert types_of(done, chosen) == one.types
        if FollowUpType.GENERAL in one.types:
            assert entries[one.id]
            assert one.with_doctor
        if one.state is VisitState.LEFT_UNSEEN:
            assert not done.doctor_entries
            assert not one.types
        else:
            assert one.with_doctor or one.with_nurse


def test_doses_come_from_lots_that_were_good_that_day(year: PracticeYear) -> None:
    lots = {one.id: one for one in year.lots}
    here = [one for one in year.doses if one.by is not None]
    for one in here:
        assert one.lot is not None
        lot = lots[one.lot]
        assert lot.received_on <= one.on.first <= lot.expires_on
        assert lot.product == one.product in products()
    good = [lot for lot in year.lots if lot.expires_on >= year.practice_day]
    assert {lot.product for lot in good} >= {"engerix-b-20"}
    assert any(lot.expires_on < year.practice_day for lot in year.lots)


def assessed(year: PracticeYear) -> dict[str, list[list[Verdict]]]:
    """The verdicts of each person's doses by the status that they lead to on the practice day."""
    plan = schedule("hepb-0-1-4")
    by_person: dict[object, list[DoseDrawn]] = defaultdict(list)
    for one in year.doses:
        by_person[one.patient].append(one)
    found: dict[str, list[list[Verdict]]] = defaultdict(list)
    for doses in by_person.values():
        given = tuple(DoseGiven(str(one.id), one.on, one.product, 1, one.declared) for one in doses)
        answer = assess(plan, History(given), plan.settings, PRACTICE_DAY)
        found[answer.status].append([judged.verdict for judged in answer.doses])
        if answer.next is not None and answer.next.earliest is not None:
            number, day = answer.next.number, PRACTICE_DAY
            when = "late" if answer.next.late(day) else "too early" if answer.next.earliest > day else "due"
            found[f"dose {number} {when}"].append([])
    return found


def test_on_the_practice_day_doses_are_due_late_and_too_early(year: PracticeYear) -> None:
    found = assessed(year)
    for wanted in ("dose 2 due", "dose 3 due", "dose 2 late", "dose 2 too early", "awaiting_serology"):
        assert found[wanted], wanted
    verdicts = Counter(verdict for status in found.values() for doses in status for verdict in doses)
    assert verdicts[Verdict.TOO_EARLY] >= 1
    assert verdicts[Verdict.UNVERIFIABLE] >= 1
    assert verdicts[Verdict.TOO_EARLY] < verdicts[Verdict.VALID] / 10
    too_early = {one.override_reason for one in year.doses if one.by is Worker.DOCTOR}
    assert too_early == {practice_shape().texts.early_reason}


def test_each_device_was_read_in_its_window_and_gives_its_result(year: PracticeYear) -> None:
    lots = {one.id: one for one in year.kits}
    for one in year.rapid_tests:
        lot = lots[one.kit_lot]
        kit = analyses().kits[lot.kit]
        assert one.test in kit.analyses
        assert lot.received_on <= one.started.on <= lot.expires_on
        assert kit.window is not None
        minutes = one.read.minute - one.started.minute
        assert kit.window.from_minutes <= minutes <= kit.window.until_minutes
        assert result_of(Reading(one.control_line, one.line), None)[0] is one.result
    assert sum(one.expires_on >= year.practice_day for one in year.kits) >= 3


def test_one_reactive_test_was_never_confirmed_and_one_was(year: PracticeYear) -> None:
    reactive = [one for one in year.rapid_tests if one.result is RapidResult.REACTIVE]
    assert sorted(one.test for one in reactive) == ["trod_hiv", "trod_syphilis"]
    ordered: dict[UUID, set[str]] = defaultdict(set)
    for one in year.requests:
        ordered[one.patient] |= {line.test for line in one.lines if one.at.on >= date(2018, 7, 1)}
    hiv, syphilis = sorted(reactive, key=lambda one: one.test)
    assert not {"hiv_ag_ab", "hiv_confirm"} & ordered[hiv.patient]
    assert {"rpr", "syphilis_trep"} <= ordered[syphilis.patient]
    assert hiv.line is TestLine.CLEAR
    invalid = [one for one in year.rapid_tests if one.result is RapidResult.INVALID]
    again = [one for one in year.rapid_tests if one.visit == invalid[0].visit]
    assert [one.result for one in again] == [RapidResult.INVALID, RapidResult.NON_REACTIVE]


def test_requests_have_numbers_tubes_and_results_that_came_after(year: PracticeYear) -> None:
    assert len({one.number for one in year.requests}) == len(year.requests)
    states = Counter(line.state for one in year.requests for line in one.lines)
    assert {LineState.WAITING, LineState.CLOSED, LineState.HANDED_OVER, LineState.REVIEWED} <= set(states)
    for one in year.requests:
        assert is_request_number(one.number)
        assert {line.test for line in one.lines} == set(analyses().panels[one.panel].analyses)
        tubes = {tube.id for tube in one.specimens}
        for line in one.lines:
            assert line.specimen in tubes
            awaited = line.state in {LineState.WAITING, LineState.CANCELLED}
            assert (line.result is None) == awaited
            if line.result is not None:
                assert one.at.on < line.result.resulted_on <= year.practice_day
                analysis = analyses().analyses[line.test]
                assert analysis.takes(line.result.value) or line.result.number is not None
    lost = [tube.state for one in year.requests for tube in one.specimens if tube.state is SpecimenState.LOST]
    assert len(lost) < len(year.requests) / 10
    assert any(one.signed_after is None for one in year.requests)


def test_two_people_share_a_name_and_one_has_only_a_code(year: PracticeYear) -> None:
    first, second, third = year.people[:3]
    assert first.names[0].text == second.names[0].text
    assert first.code != second.code
    assert third.names == ()
    assert sum(not one.names for one in year.people) > 5
    for one in year.people:
        assert sum(name.shown for name in one.names) == bool(one.names)
        assert normal_patient_code(one.code) == one.code
    assert len({one.code for one in year.people}) == 519


def test_people_are_as_varied_as_those_who_come(year: PracticeYear) -> None:
    names = {name.text for one in year.people for name in one.names}
    for letter in "ŽȘéœЦọđ":
        assert any(letter in name for name in names), letter
    assert len({one.languages for one in year.people}) > 12
    assert sum(bool(one.discretion) for one in year.people) > 30
    assert {name.kind for one in year.people for name in one.names} == {NameKind.ALIAS, NameKind.TELEPHONE}
    assert {one.relation for one in year.people} == set(Relation)
    assert sum(one.born is None for one in year.people) > 10
    ages = [one.born for one in year.people if one.born is not None]
    assert any(born.exact for born in ages)
    assert any((born.last - born.first) > timedelta(300) for born in ages)


def test_nobody_is_registered_after_their_first_visit(year: PracticeYear) -> None:
    registered = {one.id: one.registered for one in year.people}
    for one in year.visits:
        at = registered[one.patient]
        assert (at.on, at.minute) <= (one.arrived.on, one.arrived.minute)
    assert sum(at.on.year < 2018 for at in registered.values()) > 100


def test_the_same_seed_gives_the_same_rows(year: PracticeYear) -> None:
    assert draw(practice_shape(), frame(), 519, 1) == year
    assert draw(practice_shape(), frame(), 519, 2) != year


@pytest.mark.parametrize("people", [3, 4, 5, 8, 13, 21, 60, 1038])
@pytest.mark.parametrize("seed", [1, 2])
def test_any_number_of_people_comes_out_as_counted(drawing: Drawing, people: int, seed: int) -> None:
    year, counts = drawing(people, seed), practice_shape().counts(people)
    assert len(year.people) == people
    for code, place in counts.places.items():
        found = seen(year, code)
        assert (len({one.patient for one in found}), len(found)) == (place.people, place.visits)
        marks = Counter(kind for one in found for kind in one.types)
        assert marks == place.marks


def test_a_place_open_twice_a_day_has_one_session_and_none_without_hours() -> None:
    calendar = frame().calendar
    twice = replace(calendar, rules=(*calendar.rules, *calendar.rules))
    assert _permanences(twice, "liege", 2018) == _permanences(calendar, "liege", 2018)
    extra = CalendarException(date(2018, 4, 17), ExceptionKind.EXTRA, "verviers")
    assert _permanences(replace(calendar, exceptions=(extra,)), "verviers", 2018) == []


def test_nobody_comes_more_often_than_there_are_sessions() -> None:
    assert _capped([60, 3, 1], 50) == [50, 8, 6]
    assert _capped([9, 9], 9) == [9, 9]
    assert _capped([12, 9, 5], 10) == [10, 10, 6]


def test_ids_are_of_version_4_and_a_code_is_given_once() -> None:
    source = Source(3)
    assert source.id().version == 4
    codes = iter(["a", "a", "a", "b"])
    assert [source.fresh(lambda _: next(codes)) for _ in range(2)] == ["a", "b"]
