"""The vaccination calculator: the same engine as for a person's file, without a data base."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from icarmed.catalogue.places import shipped_places
from icarmed.catalogue.schedules import schedules
from icarmed.domain.dates import DateRange
from icarmed.domain.findings import Finding, Refused
from icarmed.domain.sessions import Calendar, Session
from icarmed.domain.vaccination.assess import assess
from icarmed.domain.vaccination.assessment import Assessment
from icarmed.domain.vaccination.history import History
from icarmed.domain.vaccination.schedule import EarlyDose, Schedule, Settings


@dataclass(frozen=True, slots=True)
class Calculator:
    """What the calculator works with; `places` holds also those open on demand, the default first."""

    schedules: Mapping[str, Schedule]
    places: tuple[str, ...]
    calendar: Calendar


@dataclass(frozen=True, slots=True)
class Choices:
    """Settings that one case asks for in place of the shipped ones; None keeps those."""

    grace_days: int | None = None
    after_early_dose_3: EarlyDose | None = None
    late_after_days: int | None = None
    serology_wanted: bool | None = None

    def over(self, settings: Settings) -> Settings:
        """The settings with these choices made."""
        made = {name: getattr(self, name) for name in self.__slots__}
        return replace(settings, **{name: value for name, value in made.items() if value is not None})


SHIPPED_CHOICES = Choices()


@dataclass(frozen=True, slots=True)
class Case:
    """One question: what is known of someone, and on which day and at which place it is asked."""

    schedule: str
    on: date
    history: History
    born: DateRange | None = None
    place: str | None = None
    choices: Choices = SHIPPED_CHOICES


@dataclass(frozen=True, slots=True)
class Forecast:
    """One answer: where someone stands, and the sessions at which the next dose may and should be given."""

    schedule: str
    on: date
    assessment: Assessment
    earliest_session: Session | None
    session: Session | None


def shipped_calculator() -> Calculator:
    """The calculator with what is shipped."""
    shipped = shipped_places()
    return Calculator(schedules(), tuple(place.code for place in shipped.places), shipped.calendar)


def forecast(calculator: Calculator, case: Case) -> Forecast:
    """The answer to one case; Refused when it names what is not shipped or a dose before birth."""
    schedule = calculator.schedules.get(case.schedule)
    if schedule is None:
        raise Refused(Finding("schedule_unknown", {"schedule": case.schedule}))
    place = calculator.places[0] if case.place is None else case.place
    if place not in calculator.places:
        raise Refused(Finding("place_unknown", {"place": place}))
    if case.born is not None:
        _after_birth(case.history, case.born)
    assessment = assess(schedule, case.history, case.choices.over(schedule.settings), case.on)
    upcoming = assessment.next
    if upcoming is None:
        return Forecast(schedule.code, case.on, assessment, None, None)
    earliest, recommended = upcoming.earliest or case.on, upcoming.recommended or case.on
    return Forecast(
        schedule.code,
        case.on,
        assessment,
        calculator.calendar.next_session(place, max(earliest, case.on)),
        calculator.calendar.proposed(place, earliest, recommended, case.on),
    )


def forecasts(calculator: Calculator, cases: Iterable[Case]) -> tuple[Forecast, ...]:
    """The answers to many cases, in their order; one refused case refuses them all."""
    return tuple(forecast(calculator, case) for case in cases)


def _after_birth(history: History, born: DateRange) -> None:
    for dose in history.doses:
        if dose.on.last < born.first:
            raise Refused(Finding("dose_before_birth", {"day": dose.on.last}))
