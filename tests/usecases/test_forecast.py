from datetime import date

import pytest

from icarmed.domain.dates import DateRange
from icarmed.domain.findings import Refused
from icarmed.domain.vaccination.history import DoseGiven, History
from icarmed.domain.vaccination.schedule import EarlyDose
from icarmed.domain.vaccination.status import Status
from icarmed.usecases.forecast import Case, Choices, forecast, forecasts, shipped_calculator

CALCULATOR = shipped_calculator()
THURSDAY = date(2026, 12, 3)


def given_on(*days: str) -> History:
    return History(tuple(DoseGiven(on, DateRange.parse(on), "engerix-b-20") for on in days))


def test_due_dates_become_sessions() -> None:
    found = forecast(CALCULATOR, Case("hepb-0-1-4", THURSDAY, given_on("2026-10-15", "2026-12-03")))
    assert found.earliest_session is not None
    assert found.session is not None
    assert found.earliest_session.on == date(2027, 2, 4)
    assert found.session.on == date(2027, 2, 11)
    assert found.session.place == "liege"


def test_the_sessions_are_those_of_the_place_asked_for() -> None:
    case = Case("hepb-0-1-4", THURSDAY, given_on("2026-10-15"), place="seraing")
    found = forecast(CALCULATOR, case)
    assert found.session is not None
    assert (found.session.on, found.session.place) == (date(2026, 12, 4), "seraing")
    on_demand = forecast(CALCULATOR, Case("hepb-0-1-4", THURSDAY, given_on("2026-10-15"), place="verviers"))
    assert on_demand.assessment.next is not None
    assert (on_demand.earliest_session, on_demand.session) == (None, None)


def test_someone_of_whom_nothing_is_known_may_begin_at_the_next_session() -> None:
    found = forecast(CALCULATOR, Case("hepb-0-1-4", THURSDAY, History()))
    assert found.session is not None
    assert found.session.on == THURSDAY


def test_where_nothing_is_next_there_is_no_session() -> None:
    found = forecast(
        CALCULATOR, Case("hepb-0-1-4", THURSDAY, given_on("2024-01-10", "2024-02-10", "2024-06-10"))
    )
    assert found.assessment.status is Status.COMPLETE
    assert (found.earliest_session, found.session) == (None, None)


def test_a_case_may_choose_its_settings() -> None:
    history = given_on("2026-01-01", "2026-02-01", "2026-03-20")
    usual = forecast(CALCULATOR, Case("hepb-0-1-4", THURSDAY, history)).assessment.next
    choices = Choices(after_early_dose_3=EarlyDose.FROM_EARLY_DOSE, late_after_days=1)
    chosen = forecast(CALCULATOR, Case("hepb-0-1-4", THURSDAY, history, choices=choices)).assessment.next
    assert usual is not None
    assert chosen is not None
    assert (usual.earliest, chosen.earliest) == (date(2026, 4, 23), date(2026, 5, 15))
    assert chosen.late_from == date(2026, 5, 16)


def test_a_choice_of_no_or_nought_is_a_choice() -> None:
    settings = CALCULATOR.schedules["hepb-0-1-4"].settings
    chosen = Choices(grace_days=0, serology_wanted=False).over(settings)
    assert (chosen.grace_days, chosen.serology_wanted, chosen.late_after_days) == (0, False, 30)


def test_many_cases_are_answered_in_their_order() -> None:
    cases = [
        Case("hepb-0-1-4", THURSDAY, given_on("2026-10-15")),
        Case("hepb-cdc-0-1-6", THURSDAY, History()),
    ]
    found = forecasts(CALCULATOR, cases)
    assert [one.schedule for one in found] == ["hepb-0-1-4", "hepb-cdc-0-1-6"]


@pytest.mark.parametrize(
    ("case", "code"),
    [
        (Case("hepb-0-1-6", THURSDAY, History()), "schedule_unknown"),
        (Case("hepb-0-1-4", THURSDAY, History(), place="namur"), "place_unknown"),
        (
            Case("hepb-0-1-4", THURSDAY, given_on("1989"), born=DateRange.parse("1990")),
            "dose_before_birth",
        ),
    ],
)
def test_what_cannot_be_is_refused(case: Case, code: str) -> None:
    with pytest.raises(Refused) as refused:
        forecasts(CALCULATOR, [case])
    assert [one.code for one in refused.value.findings] == [code]


def test_a_dose_in_the_year_of_birth_is_possible() -> None:
    case = Case("hepb-0-1-4", THURSDAY, given_on("1990-03-01"), born=DateRange.parse("1990"))
    assert forecast(CALCULATOR, case).assessment.status is Status.IN_PROGRESS
