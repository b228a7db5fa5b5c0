"""Reminders as stories: due rows follow every change, the card, the chips, and how people answer."""

from datetime import date, timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa

from icarmed.db import facts
from icarmed.db import reminders as rows
from icarmed.db.errors import ChangedMeanwhile
from icarmed.db.schema import medical
from icarmed.db.schema.permanence import patients
from icarmed.domain.dates import DateRange
from icarmed.domain.findings import Refused
from icarmed.domain.rapid_tests import RapidResult, TestLine, TimesNoted
from icarmed.domain.reminder_acts import ActKind
from icarmed.domain.reminders.vocabulary import ChipKind
from icarmed.domain.vaccination_acts import StatementKind
from icarmed.security.roles import Role
from icarmed.usecases import reminders
from icarmed.usecases.reminders import AnswerReminder, State
from icarmed.usecases.story import Desk, Topic
from icarmed.usecases.vaccination import RecordOldDose, record_old_dose, void_dose
from tests.support.office import THURSDAY, Office
from tests.usecases.lab_people import person


def dose(office: Office, patient: UUID, on: str) -> UUID:
    given = RecordOldDose(patient, DateRange.parse(on), "engerix-b-20")
    return record_old_dose(office.doctor, given).value


def reactive(office: Office, patient: UUID, on: date, test: str = "trod_hiv") -> UUID:
    """A reactive rapid test, and what follows from it."""
    with office.doctor.writing() as writing:
        values = {
            "patient": patient,
            "test": test,
            "on": on,
            "times": TimesNoted.NOT_NOTED,
            "control_line": True,
            "test_line": TestLine.CLEAR,
            "result": RapidResult.REACTIVE,
            "operator": office.doctor.actor.account,
        }
        identity = writing.add(medical.rapid_tests, values)
        reminders.refresh_due(writing, patient)
    return identity


def result(office: Office, patient: UUID, test: str, on: date, **values: str) -> UUID:
    with office.doctor.writing() as writing:
        known = {"patient": patient, "test": test, "on_first": on, "on_last": on, "resulted_on": on}
        identity = writing.add(medical.results, {**known, **values})
        reminders.refresh_due(writing, patient)
    return identity


def cached(office: Office, patient: UUID) -> list[tuple[str, str]]:
    with office.doctor.reading() as connection:
        return sorted((row.rule, row.anchor) for row in rows.due_of(connection, patient))


def tasks(desk: Desk, patient: UUID) -> list[str]:
    return [one.task for one in reminders.arrival_card(desk, patient)]


def refused(desk: Desk, order: AnswerReminder) -> str:
    with pytest.raises(Refused) as caught:
        reminders.answer_reminder(desk, order)
    return caught.value.findings[0].code


@pytest.fixture
def nadia(office: Office) -> UUID:
    return person(office)


# Due rows follow.


def test_a_dose_and_its_undoing_move_the_due_row(office: Office, nadia: UUID) -> None:
    first = dose(office, nadia, "2026-10-15")
    assert cached(office, nadia) == [("HBV-04", f"doses:{first}")]
    second = dose(office, nadia, "2026-11-19")
    assert cached(office, nadia) == [("HBV-04", f"doses:{second}")]
    void_dose(office.doctor, nadia, second, 1, "never given")
    assert cached(office, nadia) == [("HBV-04", f"doses:{first}")]


def test_the_cache_is_what_the_facts_say_and_a_difference_is_seen(office: Office, nadia: UUID) -> None:
    first = dose(office, nadia, "2026-10-15")
    with office.doctor.writing() as writing:
        assert reminders.due_differences(writing.connection) == []
        writing.connection.execute(medical.due_cache.update().values(due=date(2030, 1, 1)))
        assert reminders.due_differences(writing.connection) == [
            reminders.Difference(nadia, "HBV-04", f"doses:{first}")
        ]


def test_deleting_the_cache_loses_nothing(office: Office, nadia: UUID) -> None:
    dose(office, nadia, "2026-10-15")
    before = cached(office, nadia)
    with office.doctor.writing() as writing:
        writing.connection.execute(medical.due_cache.delete())
        assert len(reminders.due_differences(writing.connection)) == 1
        assert reminders.rewrite_all_due(writing) == 1
        assert reminders.rewrite_all_due(writing) == 0
    assert cached(office, nadia) == before


def test_a_row_that_no_fact_explains_is_swept(office: Office, nadia: UUID) -> None:
    dose(office, nadia, "2026-10-15")
    with office.doctor.writing() as writing:
        writing.connection.execute(medical.due_cache.update().values(rule="HIV-01"))
        assert len(reminders.due_differences(writing.connection)) == 2
        reminders.rewrite_all_due(writing)
    assert [rule for rule, _ in cached(office, nadia)] == ["HBV-04"]


def test_the_departed_have_no_due_rows(office: Office, nadia: UUID) -> None:
    dose(office, nadia, "2026-10-15")
    with office.doctor.writing() as writing:
        writing.correct(patients, nadia, 1, {"departed": True}, "left the country")
        reminders.refresh_due(writing, nadia)
    assert cached(office, nadia) == []
    assert tasks(office.doctor, nadia) == []


def test_refreshing_a_person_takes_few_statements(office: Office, nadia: UUID) -> None:
    dose(office, nadia, "2026-10-15")
    said: list[str] = []
    with office.doctor.writing() as writing:
        sa.event.listen(writing.connection, "before_cursor_execute", lambda *args: said.append(str(args[2])))
        reminders.refresh_due(writing, nadia)
    # The facts, the choices of rules, the rows that stand.
    assert len(said) == 3


# The card and the chips.


def test_the_card_shows_what_is_late_due_and_possible_today(office: Office, nadia: UUID) -> None:
    dose(office, nadia, "2026-10-15")
    reactive(office, nadia, date(2026, 11, 19))
    card = reminders.arrival_card(office.nurse, nadia)
    assert [(one.task, one.state) for one in card] == [
        ("hiv_confirm", State.OVERDUE),
        ("hbv_dose", State.DUE),
    ]
    reason = card[0].reasons[0]
    assert reason.rule.rule.source.text.startswith("depistage.be")
    assert reason.rule.validated_on is None


def test_a_dose_that_may_be_given_before_it_is_due_is_on_the_card(office: Office, nadia: UUID) -> None:
    dose(office, nadia, "2026-11-04")
    # 28 days: 2 December; one month: 4 December. The permanence is on the 3rd.
    card = reminders.arrival_card(office.nurse, nadia)
    assert [(one.task, one.state) for one in card] == [("hbv_dose", State.POSSIBLE)]
    assert tasks(office.at(office.nurse, date(2026, 12, 1)), nadia) == []


def test_someone_of_whom_nothing_is_known_is_offered_serology_and_no_chip(
    office: Office, nadia: UUID
) -> None:
    assert tasks(office.nurse, nadia) == ["hbv_serology_and_dose_1"]
    assert reminders.chips_for(office.nurse, [nadia]) == {}
    assert cached(office, nadia) == []


def test_chips_say_the_kind_of_act_once_and_only_to_who_may_see_them(office: Office, nadia: UUID) -> None:
    mila = person(office, "Mila")
    dose(office, nadia, "2026-10-15")
    reactive(office, nadia, date(2026, 11, 19))
    reactive(office, nadia, date(2026, 11, 26), "trod_syphilis")
    dose(office, mila, "2026-12-01")
    seen = reminders.chips_for(office.nurse, [nadia, mila])
    assert seen[nadia] == (ChipKind.TO_CONFIRM, ChipKind.VACCINE)
    assert seen.get(mila, ()) == ()
    assert reminders.chips_for(office.reception, [nadia, mila]) == {}
    with office.nurse.reading() as connection:
        assert reminders.chips(connection, [], THURSDAY) == {}


def test_the_card_is_for_who_may_open_files(office: Office, nadia: UUID) -> None:
    for desk in (office.reception, office.coordinator, office.administrator):
        for story in (reminders.arrival_card, reminders.put_off, reminders.answers):
            with pytest.raises(Refused, match="no_right"):
                story(desk, nadia)


# Answers.


def test_later_needs_a_day_and_a_reason_and_comes_back(office: Office, nadia: UUID) -> None:
    first = dose(office, nadia, "2026-10-15")
    order = AnswerReminder(nadia, "HBV-04", f"doses:{first}", ActKind.POSTPONED)
    a_week = THURSDAY + timedelta(7)
    assert refused(office.nurse, order) == "reason_needed"
    later = AnswerReminder(nadia, "HBV-04", f"doses:{first}", ActKind.POSTPONED, reason="fever")
    assert refused(office.nurse, later) == "postponed_until_when"
    today = AnswerReminder(nadia, "HBV-04", f"doses:{first}", ActKind.POSTPONED, THURSDAY, "fever")
    assert refused(office.nurse, today) == "postponed_into_past"
    outcome = reminders.answer_reminder(
        office.nurse, AnswerReminder(nadia, "HBV-04", f"doses:{first}", ActKind.POSTPONED, a_week, " fever ")
    )
    assert outcome.topics == {Topic.REMINDERS, Topic.BOARD}
    assert tasks(office.nurse, nadia) == []
    assert [one.state for one in reminders.put_off(office.nurse, nadia)] == [State.POSTPONED]
    assert reminders.chips_for(office.nurse, [nadia])[nadia] == ()
    assert tasks(office.at(office.nurse, a_week), nadia) == ["hbv_dose"]
    (answer,) = reminders.answers(office.nurse, nadia)
    assert (answer.kind, answer.on, answer.until, answer.reason) == (
        ActKind.POSTPONED,
        THURSDAY,
        a_week,
        "fever",
    )


def test_another_answer_has_no_day(office: Office, nadia: UUID) -> None:
    test = reactive(office, nadia, THURSDAY)
    order = AnswerReminder(nadia, "HIV-01", f"rapid_tests:{test}", ActKind.REFUSED, THURSDAY + timedelta(1))
    assert refused(office.doctor, order) == "postponed_until_when"


def test_a_positive_ends_only_by_the_doctor(office: Office, nadia: UUID) -> None:
    test = reactive(office, nadia, THURSDAY)
    anchor = f"rapid_tests:{test}"
    for kind in (ActKind.REFUSED, ActKind.DISMISSED, ActKind.DONE_ELSEWHERE):
        order = AnswerReminder(nadia, "HIV-01", anchor, kind, reason="says so")
        assert refused(office.nurse, order) == "no_right"
    assert tasks(office.nurse, nadia)[0] == "hiv_confirm"
    later = AnswerReminder(nadia, "HIV-01", anchor, ActKind.POSTPONED, date(2026, 12, 4), "in a hurry")
    reminders.answer_reminder(office.nurse, later)
    reminders.answer_reminder(office.doctor, AnswerReminder(nadia, "HIV-01", anchor, ActKind.REFUSED))
    assert cached(office, nadia) == []


def test_a_referral_ends_a_positive_hbsag(office: Office, nadia: UUID) -> None:
    found = result(office, nadia, "hbsag", date(2026, 11, 19), value="positive")
    assert cached(office, nadia) == [("HBV-01", f"results:{found}")]
    order = AnswerReminder(nadia, "HBV-01", f"results:{found}", ActKind.REFERRED)
    assert refused(office.nurse, order) == "no_right"
    reminders.answer_reminder(office.doctor, order)
    assert cached(office, nadia) == []


def test_a_decision_has_its_reason(office: Office, nadia: UUID) -> None:
    core = result(office, nadia, "anti_hbc", date(2026, 11, 19), value="positive")
    result(office, nadia, "hbsag", date(2026, 11, 19), value="negative")
    result(office, nadia, "anti_hbs", date(2026, 11, 19), number="2", comparator="<", unit="[IU]/L")
    order = AnswerReminder(nadia, "HBV-03", f"results:{core}", ActKind.DECIDED)
    assert refused(office.doctor, order) == "reason_needed"
    said = AnswerReminder(nadia, "HBV-03", f"results:{core}", ActKind.DECIDED, reason="old infection")
    reminders.answer_reminder(office.doctor, said)
    assert cached(office, nadia) == []


def test_a_dismissed_one_returns_when_its_facts_change(office: Office, nadia: UUID) -> None:
    first = dose(office, nadia, "2026-10-15")
    order = AnswerReminder(
        nadia, "HBV-04", f"doses:{first}", ActKind.DISMISSED, reason="finishes with her doctor"
    )
    reminders.answer_reminder(office.nurse, order)
    assert cached(office, nadia) == []
    with office.doctor.writing() as writing:
        moved = {"on_first": date(2026, 10, 8), "on_last": date(2026, 10, 8)}
        writing.correct(medical.doses, first, 1, moved, "read again")
        reminders.refresh_due(writing, nadia)
    assert cached(office, nadia) == [("HBV-04", f"doses:{first}")]


def test_a_refused_vaccination_is_a_statement(office: Office, nadia: UUID) -> None:
    first = dose(office, nadia, "2026-10-15")
    order = AnswerReminder(nadia, "HBV-04", f"doses:{first}", ActKind.REFUSED, reason="no needles")
    reminders.answer_reminder(office.nurse, order)
    assert cached(office, nadia) == []
    assert reminders.answers(office.nurse, nadia) == []
    with office.doctor.reading() as connection:
        (said,) = facts.history_of(connection, nadia).statements
    assert (said.kind, said.on, said.until) == (StatementKind.DECLINED, THURSDAY, None)


def test_an_offer_may_be_refused_too(office: Office, nadia: UUID) -> None:
    order = AnswerReminder(nadia, "HBV-04", f"patients:{nadia}", ActKind.REFUSED)
    reminders.answer_reminder(office.nurse, order)
    assert tasks(office.nurse, nadia) == []


def test_an_answer_holds_for_all_that_one_card_shows(office: Office, nadia: UUID) -> None:
    first, second = reactive(office, nadia, date(2026, 11, 19)), reactive(office, nadia, THURSDAY)
    assert len(cached(office, nadia)) == 2
    order = AnswerReminder(nadia, "HIV-01", f"rapid_tests:{second}", ActKind.DONE_ELSEWHERE)
    reminders.answer_reminder(office.doctor, order)
    assert cached(office, nadia) == []
    answered = {one.anchor for one in reminders.answers(office.doctor, nadia)}
    assert answered == {f"rapid_tests:{first}", f"rapid_tests:{second}"}


def test_what_is_not_there_or_does_not_suit_is_refused(office: Office, nadia: UUID) -> None:
    gone = AnswerReminder(nadia, "HIV-01", "rapid_tests:gone", ActKind.REFUSED)
    assert refused(office.doctor, gone) == "no_such_reminder"
    test = reactive(office, nadia, THURSDAY)
    other = AnswerReminder(nadia, "HIV-01", f"rapid_tests:{test}", ActKind.REFERRED)
    assert refused(office.doctor, other) == "answer_not_for_rule"
    mine = AnswerReminder(nadia, "HIV-01", f"rapid_tests:{test}", ActKind.REFUSED)
    assert refused(office.desk(Role.RECEPTION), mine) == "no_right"


def test_an_answer_may_be_taken_back(office: Office, nadia: UUID) -> None:
    test = reactive(office, nadia, THURSDAY)
    order = AnswerReminder(nadia, "HIV-01", f"rapid_tests:{test}", ActKind.REFUSED)
    reminders.answer_reminder(office.doctor, order)
    (answer,) = reminders.answers(office.doctor, nadia)
    with pytest.raises(Refused, match="reason_needed"):
        reminders.take_back_answer(office.nurse, nadia, answer.id, answer.revision, " ")
    with pytest.raises(Refused, match="no_such_answer"):
        reminders.take_back_answer(office.nurse, nadia, UUID(int=3), 1, "mistake")
    with pytest.raises(ChangedMeanwhile):
        reminders.take_back_answer(office.nurse, nadia, answer.id, 7, "mistake")
    reminders.take_back_answer(office.nurse, nadia, answer.id, answer.revision, "wrong person")
    assert cached(office, nadia) == [("HIV-01", f"rapid_tests:{test}")]
    assert reminders.answers(office.doctor, nadia) == []
