"""A draft is kept as it is typed; an entry is corrected, never erased."""

from datetime import timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa

from icarmed.db import timeline
from icarmed.db.errors import ChangedMeanwhile
from icarmed.db.schema.office import audit, history
from icarmed.domain.findings import Refused
from icarmed.usecases import board, journal, people, sessions
from icarmed.usecases.board import EndVisit
from icarmed.usecases.journal import SaveDraft, WriteEntry
from icarmed.usecases.people import RegisterPerson
from icarmed.usecases.sessions import OpenSession
from tests.support.office import THURSDAY, Office


@pytest.fixture
def patient(office: Office) -> UUID:
    return people.register(office.nurse, RegisterPerson("Nadia")).value


def test_a_draft_is_seen_by_its_author_only(office: Office, patient: UUID) -> None:
    journal.save_draft(office.doctor, SaveDraft(patient, None, "tou", 0))
    mine = journal.my_draft(office.doctor, patient, None)
    assert mine is not None
    assert mine.body == "tou"
    assert journal.my_draft(office.nurse, patient, None) is None


def test_drafts_leave_no_trace_in_audit_or_history(office: Office, patient: UUID) -> None:
    def traces() -> int:
        with office.database.reading() as connection:
            one = connection.execute(sa.select(sa.func.count()).select_from(audit)).scalar_one()
            return one + connection.execute(sa.select(sa.func.count()).select_from(history)).scalar_one()

    before = traces()
    revision = journal.save_draft(office.doctor, SaveDraft(patient, None, "t", 0)).value
    journal.save_draft(office.doctor, SaveDraft(patient, None, "to", revision))
    assert traces() == before


def test_two_windows_keep_both_texts(office: Office, patient: UUID) -> None:
    journal.save_draft(office.doctor, SaveDraft(patient, None, "une fenêtre", 0))
    with pytest.raises(ChangedMeanwhile):
        journal.save_draft(office.doctor, SaveDraft(patient, None, "une autre", 0))
    mine = journal.my_draft(office.doctor, patient, None)
    assert mine is not None
    assert mine.body == "une fenêtre"


def test_an_entry_bears_the_day_its_draft_was_begun(office: Office, patient: UUID) -> None:
    journal.save_draft(office.doctor, SaveDraft(patient, None, "toux", 0))
    tomorrow = office.at(office.doctor, THURSDAY + timedelta(1))
    journal.write_entry(tomorrow, WriteEntry(patient, None, "toux depuis lundi"))
    with office.database.reading() as connection:
        (day,) = timeline.timeline(connection, patient)
    assert (day.on, day.items[0].what) == (THURSDAY, "toux depuis lundi")
    assert journal.my_draft(office.doctor, patient, None) is None


def test_ending_the_visit_keeps_ones_own_draft_as_an_entry(office: Office, patient: UUID) -> None:
    session = sessions.open_session(office.nurse, OpenSession(office.places["liege"], THURSDAY)).value
    visit = board.arrive(office.reception, session, patient).value
    journal.save_draft(office.doctor, SaveDraft(patient, visit, "à moi", 0))
    journal.save_draft(office.nurse, SaveDraft(patient, visit, "à l'autre", 0))
    board.end(office.doctor, EndVisit(visit, 1))
    with office.database.reading() as connection:
        (day,) = timeline.timeline(connection, patient)
    assert [item.what for item in day.items] == ["à moi"]
    assert journal.my_draft(office.nurse, patient, visit) is not None


def test_a_correction_is_the_authors_and_keeps_the_former_text(office: Office, patient: UUID) -> None:
    entry = journal.write_entry(office.doctor, WriteEntry(patient, None, "gauche")).value
    with pytest.raises(Refused, match="not_your_entry"):
        journal.correct_entry(office.nurse, entry, 1, "droite", "")
    journal.correct_entry(office.doctor, entry, 1, "droite", "côté")
    with office.database.reading() as connection:
        assert "gauche" in connection.execute(sa.select(history.c.content)).scalar_one()
        (day,) = timeline.timeline(connection, patient)
    assert day.items[0].what == "droite"


def test_a_void_entry_is_gone_from_the_journal(office: Office, patient: UUID) -> None:
    entry = journal.write_entry(office.doctor, WriteEntry(patient, None, "autre dossier")).value
    journal.void_entry(office.doctor, entry, None, 1, "mauvais dossier")
    with office.database.reading() as connection:
        assert timeline.timeline(connection, patient) == []


def test_nothing_written_is_no_entry(office: Office, patient: UUID) -> None:
    with pytest.raises(Refused, match="entry_empty"):
        journal.write_entry(office.doctor, WriteEntry(patient, None, "  \n"))


def test_reception_has_no_journal(office: Office, patient: UUID) -> None:
    with pytest.raises(Refused, match="no_right"):
        journal.write_entry(office.reception, WriteEntry(patient, None, "x"))
