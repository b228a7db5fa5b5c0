"""A Thursday on the board, from opening to closing."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from icarmed.db.errors import ChangedMeanwhile
from icarmed.domain.findings import Refused
from icarmed.domain.visits import FollowUpType, SignKind, VisitState
from icarmed.usecases import board, files, journal, people, sessions
from icarmed.usecases.board import BoardRow, EndVisit
from icarmed.usecases.journal import SaveDraft, WriteEntry
from icarmed.usecases.people import RegisterPerson
from icarmed.usecases.sessions import OpenSession
from icarmed.usecases.story import Desk
from icarmed.usecases.vaccination import RecordDose, record_dose
from tests.support.office import THURSDAY, Office


@pytest.fixture
def session(office: Office) -> UUID:
    return sessions.open_session(office.nurse, OpenSession(office.places["liege"], THURSDAY)).value


def _arrived(office: Office, session: UUID, name: str = "Nadia") -> BoardRow:
    _, visit = board.arrive_new(office.reception, session, RegisterPerson(name)).value
    return next(row for row in board.board(office.nurse, session) if row.visit == visit)


def _row(desk: Desk, session: UUID) -> BoardRow:
    return board.board(desk, session)[0]


def test_today_is_proposed_with_the_soonest_lots(office: Office) -> None:
    proposal = sessions.propose(office.nurse)
    assert (proposal.place, proposal.on) == (office.places["liege"], THURSDAY)
    assert (proposal.starts, proposal.ends) == ("14:30", "16:00")
    assert proposal.chosen_lots == (office.vaccine_lot,)
    assert set(proposal.chosen_kits) == set(office.kits.values())


def test_expired_lots_are_refused_at_opening(office: Office) -> None:
    order = OpenSession(office.places["liege"], THURSDAY, lots=(office.expired_vaccine_lot,))
    with pytest.raises(Refused, match="lot_expired"):
        sessions.open_session(office.nurse, order)
    assert sessions.current(office.nurse) == []


def test_a_lot_that_was_good_on_a_past_day_may_be_entered_for_it(office: Office) -> None:
    past = date(2026, 11, 26)
    order = OpenSession(office.places["liege"], past, lots=(office.expired_vaccine_lot,))
    opened = sessions.open_session(office.nurse, order).value
    assert [(one.id, one.on) for one in sessions.current(office.nurse)] == [(opened, past)]


def test_a_session_to_come_does_not_open(office: Office) -> None:
    order = OpenSession(office.places["liege"], THURSDAY + timedelta(7))
    with pytest.raises(Refused, match="session_in_future"):
        sessions.open_session(office.nurse, order)


def test_one_session_a_place_and_day(office: Office, session: UUID) -> None:
    with pytest.raises(Refused, match="session_is_open"):
        sessions.open_session(office.nurse, OpenSession(office.places["liege"], THURSDAY))


def test_reception_lets_people_arrive_but_opens_no_session(office: Office, session: UUID) -> None:
    assert _arrived(office, session).shown_name == "Nadia"
    with pytest.raises(Refused, match="no_right"):
        sessions.open_session(office.reception, OpenSession(office.places["seraing"], THURSDAY))


def test_nobody_arrives_twice(office: Office, session: UUID) -> None:
    row = _arrived(office, session)
    with pytest.raises(Refused, match="already_arrived"):
        board.arrive(office.reception, session, row.patient)


def test_taken_in_by_the_nurse_then_joined_by_the_doctor(office: Office, session: UUID) -> None:
    row = _arrived(office, session)
    revision = board.take_in(office.nurse, row.visit, row.revision).value
    board.take_in(office.doctor, row.visit, revision)
    now = _row(office.nurse, session)
    assert (now.state, now.with_nurse, now.with_doctor) == (VisitState.CONSULTATION, True, True)


def test_two_windows_do_not_overwrite_each_other(office: Office, session: UUID) -> None:
    row = _arrived(office, session)
    board.take_in(office.nurse, row.visit, row.revision)
    with pytest.raises(ChangedMeanwhile):
        board.take_in(office.doctor, row.visit, row.revision)


def test_a_doctors_note_alone_makes_a_general_follow_up(office: Office, session: UUID) -> None:
    row = _arrived(office, session)
    journal.write_entry(office.doctor, WriteEntry(row.patient, row.visit, "Va bien."))
    types = board.end(office.doctor, EndVisit(row.visit, row.revision)).value
    assert types == (FollowUpType.GENERAL,)
    ended = _row(office.nurse, session)
    assert (ended.state, ended.with_doctor, ended.types) == (VisitState.DONE, True, (FollowUpType.GENERAL,))


def test_a_nurses_note_alone_derives_nothing(office: Office, session: UUID) -> None:
    row = _arrived(office, session)
    journal.write_entry(office.nurse, WriteEntry(row.patient, row.visit, "Va bien."))
    assert board.end(office.nurse, EndVisit(row.visit, row.revision)).value == ()


def test_what_cannot_be_derived_is_chosen(office: Office, session: UUID) -> None:
    row = _arrived(office, session)
    chosen = frozenset({FollowUpType.WOUND, FollowUpType.VIOLENCE})
    assert set(board.end(office.doctor, EndVisit(row.visit, row.revision, chosen)).value) == chosen


def test_a_note_written_after_the_end_is_derived_too(office: Office, session: UUID) -> None:
    row = _arrived(office, session)
    board.end(office.doctor, EndVisit(row.visit, row.revision))
    journal.write_entry(office.doctor, WriteEntry(row.patient, row.visit, "Oublié de noter."))
    assert _row(office.nurse, session).types == (FollowUpType.GENERAL,)


def test_the_end_of_a_visit_can_be_undone(office: Office, session: UUID) -> None:
    row = _arrived(office, session)
    board.end(office.doctor, EndVisit(row.visit, row.revision, frozenset({FollowUpType.WOUND})))
    board.reopen(office.doctor, row.visit, _row(office.nurse, session).revision)
    again = _row(office.nurse, session)
    assert (again.state, again.types) == (VisitState.CONSULTATION, (FollowUpType.WOUND,))
    with pytest.raises(Refused, match="no_right"):
        board.reopen(office.reception, row.visit, again.revision)


def test_a_note_or_a_dose_is_not_written_in_the_visit_of_another_person(
    office: Office, session: UUID
) -> None:
    one, other = _arrived(office, session, "Ana"), _arrived(office, session, "Vera")
    board.record_sign(office.nurse, one.visit, one.revision, SignKind.CODE)
    with pytest.raises(Refused, match="visit_of_another_person"):
        journal.write_entry(office.doctor, WriteEntry(other.patient, one.visit, "Pas la bonne."))
    with pytest.raises(Refused, match="visit_of_another_person"):
        record_dose(office.nurse, RecordDose(other.patient, one.visit, office.vaccine_lot, None))


def test_who_left_unseen_is_counted_apart(office: Office, session: UUID) -> None:
    row = _arrived(office, session)
    board.leave_unseen(office.reception, row.visit, row.revision)
    closing = sessions.checklist(office.nurse, session)
    assert (closing.seen, closing.left_unseen) == (0, 1)


def test_who_was_seen_did_not_leave_unseen(office: Office, session: UUID) -> None:
    row = _arrived(office, session)
    revision = board.take_in(office.nurse, row.visit, row.revision).value
    with pytest.raises(Refused, match="was_seen"):
        board.leave_unseen(office.reception, row.visit, revision)


def test_an_arrival_by_mistake_is_taken_back_with_a_reason(office: Office, session: UUID) -> None:
    row = _arrived(office, session)
    with pytest.raises(Refused, match="reason_needed"):
        board.void_arrival(office.reception, row.visit, row.revision, " ")
    board.void_arrival(office.reception, row.visit, row.revision, "autre Nadia")
    assert board.board(office.nurse, session) == []


def test_a_visit_that_holds_a_note_is_not_taken_back(office: Office, session: UUID) -> None:
    row = _arrived(office, session)
    journal.write_entry(office.nurse, WriteEntry(row.patient, row.visit, "Vue."))
    with pytest.raises(Refused, match="visit_holds_entries"):
        board.void_arrival(office.reception, row.visit, row.revision, "erreur")


def test_no_sign_needs_a_reason(office: Office, session: UUID) -> None:
    row = _arrived(office, session)
    with pytest.raises(Refused, match="reason_needed"):
        board.record_sign(office.nurse, row.visit, row.revision, SignKind.NONE)
    board.record_sign(office.nurse, row.visit, row.revision, SignKind.NONE, "connue de l'équipe")
    assert _row(office.nurse, session).sign is SignKind.NONE


def test_reception_sees_no_chips(office: Office, session: UUID) -> None:
    _arrived(office, session)
    assert _row(office.reception, session).chips == ()


def test_people_still_on_the_board_need_a_reason_to_close(office: Office, session: UUID) -> None:
    _arrived(office, session)
    revision = sessions.current(office.nurse)[0].revision
    with pytest.raises(Refused, match="people_on_board"):
        sessions.close(office.nurse, session, revision)
    sessions.close(office.nurse, session, revision, "partie sans prévenir")
    assert sessions.current(office.nurse) == []


def test_closing_loses_nobody_who_was_seen_or_treated(office: Office, session: UUID) -> None:
    treated, seen, gone = (_arrived(office, session, name) for name in ("Ana", "Mila", "Vera"))
    board.record_sign(office.nurse, treated.visit, treated.revision, SignKind.CODE)
    dose = RecordDose(treated.patient, treated.visit, office.vaccine_lot, None)
    record_dose(office.nurse, dose)
    board.take_in(office.nurse, seen.visit, seen.revision)
    sessions.close(office.nurse, session, sessions.current(office.nurse)[0].revision, "fin")
    found = {row.patient: (row.state, row.types) for row in board.board(office.nurse, session)}
    assert found == {
        treated.patient: (VisitState.DONE, (FollowUpType.VACCINATION,)),
        seen.patient: (VisitState.DONE, ()),
        gone.patient: (VisitState.LEFT_UNSEEN, ()),
    }


def test_what_is_done_on_a_past_day_bears_that_day_not_a_visit_left_open(
    office: Office, session: UUID
) -> None:
    row = _arrived(office, session)
    past = date(2026, 11, 26)
    sessions.close(office.nurse, session, sessions.current(office.nurse)[0].revision, "fin")
    other = sessions.open_session(office.nurse, OpenSession(office.places["liege"], past)).value
    visit = board.arrive(office.reception, other, row.patient).value
    now = files.open_file(office.nurse, row.patient).visit
    assert now is not None
    assert (now.id, now.on) == (visit, past)


def test_a_draft_of_someone_else_is_named_and_does_not_block(office: Office, session: UUID) -> None:
    row = _arrived(office, session)
    journal.save_draft(office.doctor, SaveDraft(row.patient, row.visit, "en cours", 0))
    board.end(office.nurse, EndVisit(row.visit, row.revision))
    closing = sessions.checklist(office.nurse, session)
    assert [draft.form for draft in closing.drafts] == ["journal"]
    sessions.close(office.nurse, session, closing.session.revision)


def test_a_closed_day_opens_again(office: Office, session: UUID) -> None:
    sessions.close(office.nurse, session, 1)
    again = sessions.open_session(office.nurse, OpenSession(office.places["liege"], THURSDAY)).value
    assert again == session
    assert sessions.current(office.nurse)[0].closed_at is None


def test_nobody_arrives_at_a_closed_session(office: Office, session: UUID) -> None:
    patient = people.register(office.reception, RegisterPerson("Ana")).value
    sessions.close(office.nurse, session, 1)
    with pytest.raises(Refused, match="session_not_open"):
        board.arrive(office.reception, session, patient)


def test_a_past_day_keeps_both_dates(office: Office) -> None:
    past = date(2026, 11, 26)
    session = sessions.open_session(office.nurse, OpenSession(office.places["liege"], past)).value
    row = _arrived(office, session)
    journal.write_entry(office.doctor, WriteEntry(row.patient, row.visit, "Du papier."))
    from icarmed.db.journal import entries

    with office.database.reading() as connection:
        entry = entries(connection, row.patient)[0]
    assert entry.on == past
    assert entry.entered_at.date() == THURSDAY
