from dataclasses import replace
from datetime import date

from icarmed.domain.vaccination.assess import after_dose_on, assess
from icarmed.domain.vaccination.assessment import Anchor, AnchorKind, Flag
from icarmed.domain.vaccination.forecast import Next
from icarmed.domain.vaccination.history import History
from icarmed.domain.vaccination.status import DueKind, Status
from icarmed.domain.vaccination_acts import StatementKind
from tests.domain.vaccination.build import (
    ENGERIX,
    PLAN,
    SETTINGS,
    assessed,
    day,
    dose,
    doses_on,
    hbsag,
    said,
)

# The ladder of wireframes.md: dose 1, then a dose 18 days later.
NADIA = History((dose("2026-10-15"), dose("2026-11-02")))
THURSDAY = date(2026, 12, 3)


def upcoming(*written: str) -> Next:
    found = assessed(tuple(dose(on) for on in written)).next
    assert found is not None
    return found


def test_after_a_dose_too_early_dose_2_is_possible_28_days_after_it() -> None:
    found = assess(PLAN, NADIA, SETTINGS, THURSDAY).next
    assert found is not None
    assert (found.number, found.earliest, found.recommended) == (2, date(2026, 11, 30), date(2026, 11, 30))
    assert found.why_earliest.code == "forecast.after_early.days"
    assert found.why_earliest.params == {"number": 1, "day": date(2026, 11, 2), "count": 28}


def test_dose_3_is_possible_on_4_february_and_advised_from_the_15th_if_dose_2_is_given_today() -> None:
    found = after_dose_on(PLAN, NADIA, SETTINGS, THURSDAY, ENGERIX)
    assert found is not None
    assert (found.number, found.earliest, found.recommended) == (3, date(2027, 2, 4), date(2027, 2, 15))
    assert found.why_earliest.params == {"number": 1, "day": date(2026, 10, 15), "count": 112}
    assert (found.why_recommended.code, found.why_recommended.params["count"]) == (
        "forecast.planned.months",
        4,
    )


def test_the_first_dose_of_all_leads_to_the_second() -> None:
    found = after_dose_on(PLAN, History(), SETTINGS, THURSDAY, ENGERIX)
    assert found is not None
    assert (found.number, found.earliest) == (2, date(2026, 12, 31))


def test_dose_2_is_due_a_month_after_dose_1_and_not_before_28_days() -> None:
    found = upcoming("2026-01-31")
    assert (found.earliest, found.recommended) == (date(2026, 2, 28), date(2026, 3, 1))
    assert found.why_recommended.code == "forecast.planned.month"
    assert upcoming("2026-02-01").recommended == date(2026, 3, 1)


def test_dose_3_is_due_at_the_later_of_dose_1_and_4_months_and_dose_2_and_56_days() -> None:
    assert upcoming("2026-01-15", "2026-02-15").recommended == date(2026, 5, 15)
    late_second = upcoming("2026-01-15", "2026-06-01")
    assert late_second.recommended == late_second.earliest == date(2026, 7, 27)
    assert late_second.why_recommended == late_second.why_earliest


def test_a_dose_is_late_from_30_days_after_it_is_due() -> None:
    found = upcoming("2026-01-15")
    assert found.late_from == date(2026, 3, 17)
    assert not found.late(date(2026, 3, 16))
    assert found.late(date(2026, 3, 17))


def test_lateness_is_a_setting() -> None:
    found = assessed(doses_on(0), settings=replace(SETTINGS, late_after_days=7)).next
    assert found is not None
    assert found.recommended == date(2024, 2, 10)
    assert found.late_from == date(2024, 2, 17)


def test_grace_is_never_used_to_plan() -> None:
    found = assessed(doses_on(0, 24)).next
    assert found is not None
    assert found.earliest == day(112)


def test_dose_1_is_due_since_the_serology_that_showed_the_person_susceptible() -> None:
    answered = assessed((), (hbsag(5, positive=False),), (said(StatementKind.NEVER_VACCINATED, 3),))
    assert answered.next is not None
    assert (answered.next.number, answered.next.earliest, answered.next.recommended) == (1, day(5), day(5))
    assert answered.due[0].anchor == Anchor(AnchorKind.SAMPLE, "hbsag 5 False")
    assert answered.due[0].late_from == day(35)


def test_dose_1_is_due_since_the_statement_never_vaccinated() -> None:
    answered = assessed((), (), (said(StatementKind.NEVER_VACCINATED, 3),))
    assert answered.due[0].anchor == Anchor(AnchorKind.STATEMENT, "never_vaccinated 3")
    assert answered.due[0].due == day(3)


def test_of_someone_unknown_dose_1_is_proposed_at_once_and_nothing_is_due() -> None:
    answered = assessed()
    assert answered.next is not None
    assert (answered.next.number, answered.next.earliest, answered.next.late_from) == (1, None, None)
    assert not answered.next.late(date.max)
    assert answered.due == ()


def test_a_dose_due_hangs_on_the_dose_before_it() -> None:
    due = assessed(doses_on(0, 10)).due
    assert [(one.kind, one.anchor.kind, one.earliest) for one in due] == [
        (DueKind.DOSE, AnchorKind.DOSE, day(38))
    ]
    assert due[0].anchor.id == f"{day(10)} {ENGERIX} 1"


class TestStops:
    def test_a_refusal_stops_the_proposal_and_leaves_the_status(self) -> None:
        answered = assessed(doses_on(0), (), (said(StatementKind.DECLINED, 10),))
        assert answered.flags == (Flag.DECLINED,)
        assert answered.status is Status.IN_PROGRESS
        assert answered.next is None
        assert answered.due == ()
        assert answered.unstopped is not None

    def test_a_later_dose_ends_a_refusal_and_one_of_the_same_day_does_not(self) -> None:
        assert assessed(doses_on(0, 28), (), (said(StatementKind.DECLINED, 10),)).flags == ()
        assert assessed(doses_on(0), (), (said(StatementKind.DECLINED, 0),)).flags == (Flag.DECLINED,)

    def test_a_contraindication_holds_whatever_was_given_later(self) -> None:
        answered = assessed(doses_on(0, 28), (), (said(StatementKind.CONTRAINDICATED, 10),))
        assert answered.flags == (Flag.CONTRAINDICATED,)
        assert answered.next is None

    def test_a_contraindication_with_an_end_puts_the_dose_off(self) -> None:
        stop = said(StatementKind.CONTRAINDICATED, 10, until=60)
        during = assessed(doses_on(0), (), (stop,), today=day(60))
        assert (during.flags, during.next) == ((Flag.CONTRAINDICATED,), None)
        assert [one.due for one in during.due] == [day(61)]
        after = assessed(doses_on(0), (), (stop,), today=day(61))
        assert after.flags == ()
        assert after.next is not None
        assert (after.next.earliest, after.next.recommended) == (day(61), day(61))
        assert after.next.why_earliest.code == "forecast.put_off"

    def test_a_stop_that_ends_between_possible_and_recommended_moves_only_the_first(self) -> None:
        stop = said(StatementKind.CONTRAINDICATED, 10, until=28)
        found = assessed(doses_on(0), (), (stop,)).next
        assert found is not None
        assert (found.earliest, found.recommended) == (day(29), day(31))

    def test_a_stop_that_ended_before_the_dose_was_due_changes_nothing(self) -> None:
        stop = said(StatementKind.CONTRAINDICATED, 1, until=5)
        assert assessed(doses_on(0), (), (stop,)).next == assessed(doses_on(0)).next

    def test_someone_unknown_is_not_late_when_a_stop_ends(self) -> None:
        found = assessed((), (), (said(StatementKind.CONTRAINDICATED, 1, until=5),)).next
        assert found is not None
        assert (found.earliest, found.late_from) == (day(6), None)

    def test_both_flags_may_stand(self) -> None:
        both = (said(StatementKind.CONTRAINDICATED, 2), said(StatementKind.DECLINED, 2))
        assert assessed((), (), both).flags == (Flag.DECLINED, Flag.CONTRAINDICATED)


class TestUnverifiable:
    def test_declared_or_partial_doses_are_shown_and_not_counted(self) -> None:
        answered = assessed((dose("2019-03-01", declared=True), dose("2019"), *doses_on(0)))
        assert [one.verdict.value for one in answered.doses] == ["unverifiable", "unverifiable", "valid"]
        assert answered.next is not None
        assert answered.next.number == 2

    def test_the_plan_is_also_computed_with_them_at_both_ends(self) -> None:
        first, last = assessed((dose("2026-05"),)).counted
        assert first.next is not None
        assert last.next is not None
        assert (first.next.number, first.next.earliest) == (2, date(2026, 5, 29))
        assert (last.next.number, last.next.earliest) == (2, date(2026, 6, 28))

    def test_three_doses_of_one_year_are_three_doses(self) -> None:
        told = (dose("2019"), dose("2019", "hbvaxpro-10"), dose("2019", "hbvaxpro-40"))
        answered = assessed(told)
        assert answered.status is Status.UNKNOWN
        assert [one.courses[0].completed_on for one in answered.counted] == [
            date(2019, 4, 23),
            date(2019, 12, 31),
        ]

    def test_three_doses_of_one_month_cannot_all_count(self) -> None:
        told = (dose("2019-05"), dose("2019-05", "hbvaxpro-10"), dose("2019-05", "hbvaxpro-40"))
        for counted in assessed(told).counted:
            assert counted.status is Status.IN_PROGRESS

    def test_a_partial_dose_after_a_complete_course_is_extra_when_counted(self) -> None:
        first, _ = assessed((*doses_on(0, 28, 112), dose("2025"))).counted
        assert first.doses[-1].verdict.value == "extra"

    def test_without_any_nothing_is_computed_twice(self) -> None:
        assert assessed(doses_on(0)).counted == ()
        assert assessed((dose("2019", "some-other-vaccine"),)).counted == ()

    def test_a_course_of_which_only_words_are_known_does_not_hide_the_one_before(self) -> None:
        told = dose("2025-01-01", course=2, declared=True)
        assert assessed((*doses_on(0, 28), told)).status is Status.IN_PROGRESS
