"""The due list: who must be reached, by session, pending and unconfirmed."""

from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from icarmed.db.schema import medical
from icarmed.db.schema.office import audit
from icarmed.domain.dates import DateRange
from icarmed.domain.findings import Refused
from icarmed.domain.lab_requests import LineState, Payer, SpecimenState
from icarmed.domain.reminders.today import State
from icarmed.domain.sessions import Session
from icarmed.usecases import reminders
from icarmed.usecases.due_list import Channel, DueList, due_list, named_due_list
from icarmed.usecases.vaccination import RecordOldDose, record_old_dose
from tests.support.office import THURSDAY, Office
from tests.usecases.lab_people import person
from tests.usecases.test_reminders import dose, reactive


def where(session: Session | None) -> tuple[str, date] | None:
    return None if session is None else (session.place, session.on)


def sessions(found: DueList) -> list[tuple[tuple[str, date] | None, int]]:
    return [(where(one.session), len(one.doses)) for one in found.sessions]


def test_an_empty_list_is_empty(office: Office) -> None:
    found = due_list(office.nurse)
    assert (found.until, found.place, found.lines, found.sessions) == (THURSDAY, "liege", (), ())


def test_doses_stand_by_the_session_proposed_for_them(office: Office) -> None:
    late = person(office, "Late")
    dose(office, late, "2026-10-15")
    # Due on Friday 4 December, possible since the 2nd: this Thursday's session, a day early, is proposed.
    early = person(office, "Early")
    dose(office, early, "2026-11-04")
    # Due on Saturday 12 December, possible from Thursday the 10th.
    later = person(office, "Later")
    dose(office, later, "2026-11-12")
    assert sessions(due_list(office.nurse)) == [(("liege", THURSDAY), 2)]
    in_a_week = THURSDAY + timedelta(7)
    assert sessions(due_list(office.nurse, in_a_week)) == [
        (("liege", THURSDAY), 2),
        (("liege", in_a_week), 1),
    ]


def test_another_place_has_its_own_sessions(office: Office) -> None:
    dose(office, person(office), "2026-10-15")
    # Seraing: first and third Friday.
    assert sessions(due_list(office.nurse, place="seraing")) == [(("seraing", date(2026, 12, 4)), 1)]
    assert sessions(due_list(office.nurse, place="outreach")) == [(None, 1)]
    with pytest.raises(Refused, match="place_unknown"):
        due_list(office.nurse, place="atlantis")


def test_a_dose_to_come_whose_session_is_later_is_not_listed_yet(office: Office) -> None:
    dose(office, person(office), "2026-11-04")
    # Seen from Wednesday the 2nd, until that day: the dose is possible, but its session is on Thursday.
    wednesday = office.at(office.nurse, date(2026, 12, 2))
    assert due_list(wednesday).lines == ()
    assert len(due_list(wednesday, THURSDAY).lines) == 1


def test_the_sections_of_the_list(office: Office) -> None:
    patient = person(office)
    dose(office, patient, "2026-10-15")
    reactive(office, patient, date(2026, 11, 19))
    sample(office, date(2026, 11, 5))
    found = due_list(office.nurse)
    assert [line.rule.rule.id for line in found.lines] == ["HIV-01", "HBV-04", "RES-01"]
    assert [line.rule.rule.id for line in found.unconfirmed] == ["HIV-01"]
    assert [line.rule.rule.id for line in found.pending] == ["RES-01"]
    assert [line.late for line in found.lines] == [True, False, True]
    assert [line.state for line in found.lines] == [State.OVERDUE, State.DUE, State.OVERDUE]
    assert found.lines[0].session is None
    assert found.lines[0].channel is Channel.NEXT_VISIT
    assert found.lines[1].task == "hbv_dose"
    assert [lot.lot for lot in found.lots] == ["EB4412"]


def sample(office: Office, on: date) -> None:
    """Someone else's request, taken on that day and not answered."""
    patient = person(office, "Sonia")
    with office.doctor.writing() as writing:
        request = {
            "number": "421098765437",
            "patient": patient,
            "on": on,
            "payer": Payer.FREE,
            "ordered_by": office.doctor.actor.account,
        }
        asked = writing.add(medical.requests, request)
        tube = {"request": asked, "tube_index": 1, "specimen": "serum", "tube": "serum"}
        specimen = writing.add(medical.specimens, {**tube, "state": SpecimenState.COLLECTED, "taken_on": on})
        line = {"specimen": specimen, "patient": patient, "test": "alt", "state": LineState.WAITING}
        writing.add(medical.lines, line)
        reminders.refresh_due(writing, patient)


def test_the_first_page_may_be_asked_for(office: Office) -> None:
    for name in ("Ana", "Mila", "Rosa"):
        dose(office, person(office, name), "2026-10-15")
    assert len(due_list(office.nurse, limit=2).lines) == 2


def test_the_list_is_for_nurse_and_doctor(office: Office) -> None:
    for desk in (office.reception, office.coordinator, office.administrator):
        with pytest.raises(Refused, match="no_right"):
            due_list(desk)
        with pytest.raises(Refused, match="no_right"):
            named_due_list(desk)


def test_a_list_that_leaves_with_names_is_noted(office: Office) -> None:
    dose(office, person(office), "2026-10-15")
    assert named_due_list(office.nurse).lines[0].shown_name == "Nadia"
    with office.doctor.reading() as connection:
        last = connection.execute(
            sa.select(audit.c.act, audit.c.purpose, audit.c.account).order_by(audit.c.seq.desc()).limit(1)
        ).one()
    assert tuple(last) == ("export", "due", office.nurse.actor.account)


def statements(office: Office) -> int:
    said: list[str] = []
    with office.nurse.reading() as connection:
        engine = connection.engine

    def note(*args: object) -> None:
        said.append(str(args[2]))

    sa.event.listen(engine, "before_cursor_execute", note)
    due_list(office.nurse)
    sa.event.remove(engine, "before_cursor_execute", note)
    return len(said)


def test_more_people_take_no_more_statements(office: Office) -> None:
    dose(office, person(office), "2026-10-15")
    one = statements(office)
    for number in range(5):
        order = RecordOldDose(person(office, f"Ana {number}"), DateRange.parse("2026-10-15"), "engerix-b-20")
        record_old_dose(office.doctor, order)
    assert len(due_list(office.nurse).lines) == 6
    assert statements(office) == one
