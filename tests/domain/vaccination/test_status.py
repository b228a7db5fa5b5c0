"""The twelve statuses, three flags and the order of clinical.md "Status from facts", sentence by sentence."""

from dataclasses import replace
from datetime import date

import pytest

from icarmed.domain.dates import add_months
from icarmed.domain.vaccination.assessment import Assessment, Flag, Window
from icarmed.domain.vaccination.history import Found, Marker, Sample
from icarmed.domain.vaccination.serology import Unusable
from icarmed.domain.vaccination.status import DueKind, Status
from icarmed.domain.vaccination_acts import StatementKind
from tests.domain.vaccination.build import (
    PLAN,
    SETTINGS,
    anti_hbc,
    anti_hbs,
    assessed,
    day,
    dose,
    doses_on,
    hbsag,
    said,
)

COMPLETE = doses_on(0, 28, 112)
DONE = 112
SECOND = doses_on(700, 728, 812, course=2)
SIX_MONTHS = (add_months(day(DONE), 6) - day(0)).days
NO_SEROLOGY = replace(SETTINGS, serology_wanted=False)


def kinds(answered: Assessment) -> list[DueKind]:
    return [one.kind for one in answered.due]


class TestInfected:
    def test_hbsag_positive_is_infected_referred_and_not_vaccinated(self) -> None:
        answered = assessed((), (hbsag(0, positive=True),))
        assert answered.status is Status.INFECTED
        assert answered.next is None
        assert [(one.kind, one.anchor.id, one.due) for one in answered.due] == [
            (DueKind.REFER, "hbsag 0 True", day(0))
        ]

    def test_it_comes_before_everything_else(self) -> None:
        samples = (hbsag(200, positive=True), anti_hbc(200, positive=True), anti_hbs(200, "100"))
        assert assessed(COMPLETE, samples).status is Status.INFECTED

    @pytest.mark.parametrize("days", [0, 28, 100])
    def test_on_the_day_of_a_dose_or_28_days_after_it_is_used(self, days: int) -> None:
        assert assessed(doses_on(0), (hbsag(days, positive=True),)).status is Status.INFECTED


class TestToClarify:
    @pytest.mark.parametrize("days", [1, 18, 27])
    def test_hbsag_positive_1_to_27_days_after_a_dose_is_repeated_and_holds_the_next(self, days: int) -> None:
        answered = assessed(doses_on(0), (hbsag(days, positive=True),))
        assert answered.status is Status.TO_CLARIFY
        assert answered.because.code == "clarify.repeat_hbsag"
        assert answered.next is None
        assert [(one.kind, one.due) for one in answered.due] == [(DueKind.REPEAT_HBSAG, day(28))]

    def test_a_declared_dose_with_a_day_disturbs_as_well(self) -> None:
        told = dose(day(0).isoformat(), declared=True)
        assert assessed((told,), (hbsag(10, positive=True),)).status is Status.TO_CLARIFY

    @pytest.mark.parametrize("days", [18, 40])
    def test_a_later_negative_ends_it_without_a_doctor(self, days: int) -> None:
        samples = (hbsag(10, positive=True), hbsag(days, positive=False))
        assert assessed(doses_on(0), samples).status is Status.IN_PROGRESS

    def test_an_earlier_negative_or_one_of_the_same_day_does_not(self) -> None:
        for negative in (-5, 10):
            samples = (hbsag(negative, positive=False), hbsag(10, positive=True))
            assert assessed(doses_on(0), samples).because.code == "clarify.repeat_hbsag"

    def test_a_later_positive_is_an_infection(self) -> None:
        samples = (hbsag(10, positive=True), hbsag(30, positive=True))
        assert assessed(doses_on(0), samples).status is Status.INFECTED

    def test_isolated_anti_hbc_goes_to_the_doctor(self) -> None:
        samples = (hbsag(0, positive=False), anti_hbc(0, positive=True), anti_hbs(0, "<2"))
        answered = assessed((), samples)
        assert (answered.status, answered.because.code) == (Status.TO_CLARIFY, "clarify.isolated_anti_hbc")
        assert kinds(answered) == [DueKind.REVIEW]
        assert answered.due[0].anchor.id == "anti_hbc 0 True"

    @pytest.mark.parametrize(
        ("others", "code"),
        [
            ((), "clarify.missing.hbsag_anti_hbs"),
            ((hbsag(0, positive=False),), "clarify.missing.anti_hbs"),
            ((anti_hbs(0, "50"),), "clarify.missing.hbsag"),
            # A titre too soon after a dose is not a measure.
            ((hbsag(0, positive=False), anti_hbs(10, "50")), "clarify.missing.anti_hbs"),
        ],
    )
    def test_anti_hbc_with_a_marker_not_measured_orders_what_is_missing(
        self, others: tuple[Sample, ...], code: str
    ) -> None:
        answered = assessed(doses_on(0), (anti_hbc(0, positive=True), *others))
        assert (answered.status, answered.because.code) == (Status.TO_CLARIFY, code)
        assert kinds(answered) == [DueKind.COMPLETE_SEROLOGY]

    def test_hbsag_negative_after_positive_waits_for_a_doctor(self) -> None:
        samples = (hbsag(0, positive=True), hbsag(200, positive=False))
        answered = assessed((), samples)
        assert (answered.status, answered.because.code) == (Status.TO_CLARIFY, "clarify.hbsag_lost")
        early = (said(StatementKind.CLEARED, 199),)
        assert assessed((), samples, early).status is Status.TO_CLARIFY
        confirmed = (said(StatementKind.CLEARED, 200),)
        assert assessed((), samples, confirmed).status is Status.NOT_STARTED
        again = (*samples, hbsag(300, positive=False))
        assert assessed((), again, confirmed).status is Status.NOT_STARTED

    def test_a_confirmation_does_not_outlive_another_positive(self) -> None:
        samples = (hbsag(0, positive=True), hbsag(200, positive=False), hbsag(300, positive=True))
        confirmed = (said(StatementKind.CLEARED, 210),)
        assert assessed((), samples, confirmed).status is Status.INFECTED
        later = (*samples, hbsag(400, positive=False))
        assert assessed((), later, confirmed).status is Status.TO_CLARIFY

    @pytest.mark.parametrize(
        ("pair", "marker"),
        [
            ((hbsag(0, positive=True), hbsag(0, positive=False)), "hbsag"),
            ((anti_hbc(0, positive=True), anti_hbc(0, positive=False)), "anti_hbc"),
            ((anti_hbs(0, "5"), anti_hbs(0, "50")), "anti_hbs"),
        ],
    )
    def test_results_of_one_day_that_contradict_go_to_the_doctor(
        self, pair: tuple[Sample, ...], marker: str
    ) -> None:
        for samples in (pair, pair[::-1]):
            answered = assessed((), samples)
            assert answered.because.code == f"clarify.contradictory.{marker}"
            assert answered.reading is not None
            assert answered.reading.code == "reading.contradictory"
            assert kinds(answered) == [DueKind.REVIEW]

    def test_a_later_result_settles_a_contradiction_and_equal_results_are_none(self) -> None:
        pair = (anti_hbs(0, "5"), anti_hbs(0, "50"))
        assert assessed((), (*pair, anti_hbs(5, "60"))).status is Status.NOT_STARTED
        assert assessed((), (anti_hbs(0, "5"), anti_hbs(0, "6"))).status is Status.NOT_STARTED


class TestImmune:
    def test_after_infection(self) -> None:
        samples = (hbsag(0, positive=False), anti_hbc(0, positive=True), anti_hbs(0, "10"))
        answered = assessed((), samples)
        assert answered.status is Status.IMMUNE_INFECTION
        assert (answered.next, answered.due) == (None, ())

    def test_of_each_marker_the_latest_sample_counts(self) -> None:
        samples = (hbsag(0, positive=False), anti_hbc(0, positive=True), anti_hbs(0, "50"))
        assert assessed((), (*samples, anti_hbs(100, "5"))).status is Status.TO_CLARIFY
        assert assessed((), (*samples, anti_hbc(100, positive=False))).status is Status.NOT_STARTED

    def test_by_vaccine_whatever_came_later(self) -> None:
        answered = assessed(COMPLETE, (anti_hbs(150, "10"), anti_hbs(900, "<2")))
        assert answered.status is Status.IMMUNE_VACCINE
        assert answered.next is None

    @pytest.mark.parametrize(("days", "status"), [(27, Status.COMPLETE), (28, Status.IMMUNE_VACCINE)])
    def test_by_vaccine_only_28_days_after_the_completing_dose(self, days: int, status: Status) -> None:
        assert assessed(COMPLETE, (anti_hbs(DONE + days, "500"),)).status is status

    def test_a_titre_soon_after_an_extra_dose_is_not_used(self) -> None:
        answered = assessed((*COMPLETE, *doses_on(400)), (anti_hbs(410, "500"),))
        assert answered.status is Status.COMPLETE
        assert [(one.reason, one.repeat_from) for one in answered.unused] == [
            (Unusable.TOO_SOON_AFTER_DOSE, day(428))
        ]

    def test_a_titre_of_the_day_of_a_dose_counts_as_taken_before_it(self) -> None:
        answered = assessed((*COMPLETE, *doses_on(400)), (anti_hbs(400, "500"),))
        assert answered.status is Status.IMMUNE_VACCINE

    def test_10_on_an_incomplete_course_does_not_end_it(self) -> None:
        answered = assessed(doses_on(0, 28), (anti_hbs(100, "500"),))
        assert answered.status is Status.IN_PROGRESS
        assert answered.next is not None

    def test_immunity_by_the_first_course_outlives_a_second(self) -> None:
        assert assessed((*COMPLETE, *doses_on(700, course=2)), (anti_hbs(150, "90"),)).status is (
            Status.IMMUNE_VACCINE
        )


class TestResponse:
    @pytest.mark.parametrize(
        ("days", "status"),
        [
            (DONE + 27, Status.COMPLETE),
            (DONE + 28, Status.LOW_RESPONSE),
            (SIX_MONTHS, Status.LOW_RESPONSE),
            (SIX_MONTHS + 1, Status.LATE_LOW_TITRE),
        ],
    )
    def test_a_low_titre_is_low_response_between_28_days_and_6_months(
        self, days: int, status: Status
    ) -> None:
        assert assessed(COMPLETE, (anti_hbs(days, "9"),)).status is status

    def test_two_complete_courses_without_response(self) -> None:
        answered = assessed((*COMPLETE, *SECOND), (anti_hbs(150, "5"), anti_hbs(850, "5")))
        assert answered.status is Status.NON_RESPONDER
        assert answered.next is None

    def test_a_second_course_that_was_opened_goes_on(self) -> None:
        low = (anti_hbs(150, "5"),)
        answered = assessed((*COMPLETE, *SECOND[:2]), low)
        assert answered.status is Status.IN_PROGRESS
        assert answered.next is not None
        assert answered.next.number == 3

    def test_a_second_course_that_ended_waits_for_its_own_titre(self) -> None:
        answered = assessed((*COMPLETE, *SECOND), (anti_hbs(150, "5"),), today=day(820))
        assert answered.status is Status.AWAITING_SEROLOGY

    def test_a_late_low_titre_after_a_low_response_is_a_low_response(self) -> None:
        answered = assessed((*COMPLETE, *SECOND), (anti_hbs(150, "5"), anti_hbs(1400, "5")))
        assert answered.status is Status.LOW_RESPONSE

    def test_an_undecided_titre_is_shown_and_not_used(self) -> None:
        answered = assessed(COMPLETE, (anti_hbs(150, "<20"),))
        assert answered.status is Status.COMPLETE
        assert [(one.reason, one.repeat_from) for one in answered.unused] == [(Unusable.UNDECIDED, day(150))]


class TestLateLowTitre:
    LATE = (anti_hbs(700, "5"),)

    def test_one_diagnostic_dose_is_proposed(self) -> None:
        answered = assessed(COMPLETE, self.LATE)
        assert answered.next is not None
        assert (answered.next.number, answered.next.earliest) == (4, day(700))
        assert answered.due[0].anchor.id == "anti_hbs 700 5"
        assert answered.serology is None

    @pytest.mark.parametrize("given", [700, 710])
    def test_then_a_titre_1_to_3_months_later(self, given: int) -> None:
        answered = assessed((*COMPLETE, *doses_on(given)), self.LATE)
        assert answered.status is Status.LATE_LOW_TITRE
        assert answered.next is None
        assert answered.serology == Window(add_months(day(given), 1), add_months(day(given), 3))
        assert kinds(answered) == [DueKind.SEROLOGY]

    def test_a_good_titre_after_it_proves_immunity(self) -> None:
        answered = assessed((*COMPLETE, *doses_on(710)), (*self.LATE, anti_hbs(745, "300")))
        assert answered.status is Status.IMMUNE_VACCINE

    def test_a_low_titre_after_it_is_a_low_response(self) -> None:
        answered = assessed((*COMPLETE, *doses_on(710)), (*self.LATE, anti_hbs(745, "3")))
        assert answered.status is Status.LOW_RESPONSE


class TestAwaitingSerology:
    def test_from_28_days_to_3_months_after_the_last_dose(self) -> None:
        answered = assessed(COMPLETE, today=day(DONE + 10))
        assert answered.status is Status.AWAITING_SEROLOGY
        assert answered.next is None
        assert answered.serology == Window(day(DONE + 28), add_months(day(DONE), 3))
        assert [(one.kind, one.due, one.until) for one in answered.due] == [
            (DueKind.SEROLOGY, day(DONE + 28), add_months(day(DONE), 3))
        ]

    def test_an_extra_dose_moves_the_window(self) -> None:
        answered = assessed((*COMPLETE, *doses_on(150)), today=day(160))
        assert answered.serology == Window(day(178), add_months(day(150), 3))

    @pytest.mark.parametrize("less", [1, 0])
    def test_after_12_months_it_is_complete_with_serology_missing(self, less: int) -> None:
        year = add_months(day(DONE), 12)
        answered = assessed(COMPLETE, today=date.fromordinal(year.toordinal() - less))
        if less:
            assert (answered.status, answered.flags) == (Status.AWAITING_SEROLOGY, ())
        else:
            assert (answered.status, answered.flags) == (Status.COMPLETE, (Flag.SEROLOGY_MISSING,))
            assert kinds(answered) == [DueKind.SEROLOGY]

    def test_where_serology_is_not_wanted_it_is_complete(self) -> None:
        answered = assessed(COMPLETE, today=day(DONE + 10), settings=NO_SEROLOGY)
        assert (answered.status, answered.flags, answered.due) == (Status.COMPLETE, (), ())
        low = assessed(COMPLETE, (anti_hbs(150, "5"),), settings=NO_SEROLOGY)
        assert low.status is Status.LOW_RESPONSE


class TestBeginning:
    def test_a_valid_dose_is_a_course_in_progress(self) -> None:
        assert assessed(doses_on(0)).status is Status.IN_PROGRESS

    @pytest.mark.parametrize(
        "sample",
        [
            hbsag(0, positive=False),
            anti_hbs(0, "500"),
            Sample("x", Marker.HBSAG, day(0), Found.INCONCLUSIVE),
        ],
    )
    def test_a_serology_without_a_dose_is_not_started(self, sample: Sample) -> None:
        answered = assessed((), (sample,))
        assert answered.status is Status.NOT_STARTED
        assert answered.next is not None
        assert answered.next.number == 1

    def test_never_vaccinated_is_not_started(self) -> None:
        assert assessed((), (), (said(StatementKind.NEVER_VACCINATED, 0),)).status is Status.NOT_STARTED

    def test_neither_is_unknown_whatever_else_was_said(self) -> None:
        assert assessed().status is Status.UNKNOWN
        assert assessed((), (), (said(StatementKind.DECLINED, 0),)).status is Status.UNKNOWN


class TestReading:
    @pytest.mark.parametrize(
        ("found", "code"),
        [
            # HBsAg, anti-HBc, anti-HBs: the CDC table.
            ((False, False, False), "susceptible"),
            ((False, False, True), "finish_course"),
            ((False, True, False), "isolated_anti_hbc"),
            ((False, True, True), "recovered"),
            ((True, False, False), "early_infection"),
            ((True, True, False), "infected"),
            ((True, True, True), "doctor"),
            ((True, False, True), "doctor"),
        ],
    )
    def test_every_row_of_the_table(self, found: tuple[bool, bool, bool], code: str) -> None:
        titre = "50" if found[2] else "<2"
        samples = (hbsag(0, positive=found[0]), anti_hbc(0, positive=found[1]), anti_hbs(0, titre))
        reading = assessed((), samples).reading
        assert reading is not None
        assert reading.code == f"reading.{code}"
        assert set(reading.used) == set(Marker)

    @pytest.mark.parametrize(("days", "code"), [(150, "immune_by_vaccine"), (5, "titre_before_completion")])
    def test_only_anti_hbs_is_immunity_if_the_course_was_complete(self, days: int, code: str) -> None:
        samples = (hbsag(5, positive=False), anti_hbc(5, positive=False), anti_hbs(days, "50"))
        reading = assessed(doses_on(10, 38, 122), samples).reading
        assert reading is not None
        assert reading.code == f"reading.{code}"

    def test_anti_hbs_below_10_alone_reads_as_incomplete(self) -> None:
        reading = assessed((), (anti_hbs(0, "<2"),)).reading
        assert reading is not None
        assert reading.code == "reading.missing.hbsag_anti_hbc"
        assert reading.missing == (Marker.HBSAG, Marker.ANTI_HBC)

    def test_nothing_measured_has_no_reading(self) -> None:
        assert assessed(COMPLETE).reading is None

    def test_a_table_without_a_row_says_so(self) -> None:
        assert PLAN.serology is not None
        with pytest.raises(KeyError):
            replace(PLAN.serology, rows=()).row(dict.fromkeys(Marker, False))

    def test_anti_hbc_and_a_negative_hbsag_are_used_whenever_taken(self) -> None:
        answered = assessed(doses_on(0), (hbsag(5, positive=False), anti_hbc(5, positive=False)))
        assert answered.unused == ()
