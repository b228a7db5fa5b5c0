"""A dose is judged before the needle, recorded whole, and corrected without losing what stood."""

from datetime import date
from uuid import UUID

import pytest
import sqlalchemy as sa

from icarmed.db.schema.medical import courses, doses
from icarmed.db.schema.office import audit, history
from icarmed.domain.dates import DateRange
from icarmed.domain.findings import Refused
from icarmed.domain.vaccination.judge import Verdict
from icarmed.domain.vaccination.status import Status
from icarmed.domain.vaccination_acts import BodySite, StatementKind
from icarmed.domain.visits import SignKind
from icarmed.usecases import board, files, papers, people, sessions, statements, vaccination
from icarmed.usecases.papers import CardOrder
from icarmed.usecases.people import Person, RegisterPerson
from icarmed.usecases.sessions import OpenSession
from icarmed.usecases.statements import RecordStatement
from icarmed.usecases.story import Desk
from icarmed.usecases.vaccination import CorrectDose, RecordDose, RecordOldDose
from tests.documents.reading import pages
from tests.support.office import THURSDAY, Office

OCTOBER = date(2026, 10, 15)
ENGERIX = "engerix-b-20"


@pytest.fixture
def patient(office: Office) -> UUID:
    return people.register(office.nurse, RegisterPerson("Nadia")).value


def _dose(office: Office, patient: UUID, reason: str = "") -> RecordDose:
    return RecordDose(patient, None, office.vaccine_lot, BodySite.LEFT_DELTOID, reason)


def _early_second(office: Office, patient: UUID) -> Desk:
    """Dose 1 on 15 October; the desk of the nurse 18 days later (wireframes.md, the ladder)."""
    vaccination.record_dose(office.at(office.nurse, OCTOBER), _dose(office, patient))
    return office.at(office.nurse, date(2026, 11, 2))


def test_a_dose_of_a_visit_is_recorded_whole(office: Office, patient: UUID) -> None:
    session = sessions.open_session(office.nurse, OpenSession(office.places["liege"], THURSDAY)).value
    visit = board.arrive(office.reception, session, patient).value
    board.record_sign(office.nurse, visit, 1, SignKind.WORD)
    order = RecordDose(patient, visit, office.vaccine_lot, BodySite.RIGHT_DELTOID)
    dose = vaccination.record_dose(office.nurse, order).value
    with office.database.reading() as connection:
        row = connection.execute(doses.select()).one()
        course = connection.execute(courses.select()).one()
    assert (row.id, row.patient, row.visit, row.course) == (dose, patient, visit, course.id)
    assert (row.on_first, row.on_last) == (THURSDAY, THURSDAY)
    assert (row.product, row.vaccine_lot, row.site) == (ENGERIX, office.vaccine_lot, BodySite.RIGHT_DELTOID)
    assert row.ordered_by == office.doctor.actor.account
    assert row.done_by == office.nurse.actor.account
    assert row.standing_order == office.standing_order
    assert (course.plan, course.number) == ("hepb-0-1-4", 1)


def test_without_a_sign_nobody_is_vaccinated_in_a_visit(office: Office, patient: UUID) -> None:
    session = sessions.open_session(office.nurse, OpenSession(office.places["liege"], THURSDAY)).value
    visit = board.arrive(office.reception, session, patient).value
    order = RecordDose(patient, visit, office.vaccine_lot, None)
    with pytest.raises(Refused, match="sign_missing"):
        vaccination.record_dose(office.nurse, order)


def test_without_a_standing_order_a_nurses_dose_is_refused_with_that_reason(
    office: Office, patient: UUID
) -> None:
    before = office.at(office.nurse, date(2025, 12, 31))
    with pytest.raises(Refused, match="no_standing_order_for_vaccine"):
        vaccination.record_dose(before, _dose(office, patient))
    vaccination.record_dose(office.at(office.doctor, date(2025, 12, 31)), _dose(office, patient))
    assert len(files.vaccination_sheet(office.doctor, patient).doses) == 1


def test_too_early_is_said_with_the_days_and_the_first_good_thursday(office: Office, patient: UUID) -> None:
    early = _early_second(office, patient)
    found = {one.code: one.params for one in vaccination.before_dose(early, _dose(office, patient))}
    assert found["dose_too_early"] == {"days": 10, "since": OCTOBER, "minimum": 28}
    assert found["first_good_session"] == {"day": date(2026, 11, 12), "place": "Liège"}
    with pytest.raises(Refused, match="dose_too_early"):
        vaccination.record_dose(early, _dose(office, patient))


def test_a_nurse_does_not_override_and_a_doctor_does_with_a_reason(office: Office, patient: UUID) -> None:
    early = _early_second(office, patient)
    with pytest.raises(Refused, match="override_needs_doctor"):
        vaccination.record_dose(early, _dose(office, patient, "part demain"))
    doctor = office.at(office.doctor, early.today)
    vaccination.record_dose(doctor, _dose(office, patient, "part demain"))
    sheet = files.vaccination_sheet(office.nurse, patient)
    assert sheet.doses[-1].override_reason == "part demain"
    assert sheet.assessment.doses[-1].verdict is Verdict.TOO_EARLY


def test_the_ladder_of_the_wireframes(office: Office, patient: UUID) -> None:
    early = _early_second(office, patient)
    vaccination.record_dose(office.at(office.doctor, early.today), _dose(office, patient, "part demain"))
    sheet = files.vaccination_sheet(office.nurse, patient)
    assert sheet.assessment.status is Status.IN_PROGRESS
    assert sheet.next is not None
    assert (sheet.next.dose.number, sheet.next.dose.earliest) == (2, date(2026, 11, 30))
    assert sheet.next.session is not None
    assert sheet.next.session.on == THURSDAY
    assert sheet.after_next is not None
    assert sheet.after_next.earliest_session is not None
    assert sheet.after_next.earliest_session.on == date(2027, 2, 4)
    assert sheet.after_next.session is not None
    assert sheet.after_next.session.on == date(2027, 2, 11)


def test_an_expired_lot_needs_a_doctor_and_makes_the_dose_sub_standard(office: Office, patient: UUID) -> None:
    order = RecordDose(patient, None, office.expired_vaccine_lot, None, "rien d'autre")
    with pytest.raises(Refused, match="lot_expired"):
        vaccination.record_dose(office.nurse, order)
    vaccination.record_dose(office.doctor, order)
    assert files.vaccination_sheet(office.doctor, patient).doses[0].sub_standard


def test_a_dose_to_come_or_before_birth_is_refused(office: Office) -> None:
    born = DateRange.parse("2000")
    patient = people.register(office.nurse, RegisterPerson("Ana", Person(born=born))).value
    for on, code in (
        (DateRange.parse("2027"), "day_in_future"),
        (DateRange.parse("1999"), "dose_before_birth"),
    ):
        with pytest.raises(Refused, match=code):
            vaccination.record_old_dose(office.nurse, RecordOldDose(patient, on, ENGERIX))


def test_a_foreign_card_is_judged_and_never_refused_for_its_intervals(office: Office, patient: UUID) -> None:
    for on in ("2019-05-02", "2019-05-12", "2019-11-04"):
        order = RecordOldDose(patient, DateRange.parse(on), ENGERIX, "ro123", "Cluj")
        vaccination.record_old_dose(office.nurse, order)
    verdicts = [one.verdict for one in files.vaccination_sheet(office.nurse, patient).assessment.doses]
    assert verdicts == [Verdict.VALID, Verdict.TOO_EARLY, Verdict.VALID]


def test_a_correction_changes_all_that_follows_and_keeps_what_stood(office: Office, patient: UUID) -> None:
    desk = office.at(office.nurse, OCTOBER)
    dose = vaccination.record_dose(desk, _dose(office, patient)).value
    day = DateRange.day(date(2026, 10, 1))
    order = CorrectDose(patient, dose, 1, day, BodySite.LEFT_DELTOID, False, False, "carnet relu")
    vaccination.correct_dose(office.nurse, order)
    sheet = files.vaccination_sheet(office.nurse, patient)
    assert sheet.next is not None
    assert sheet.next.dose.earliest == date(2026, 10, 29)
    with office.database.reading() as connection:
        former = connection.execute(history.select().where(history.c.row == dose)).one()
    assert (former.revision, former.reason) == (1, "carnet relu")
    assert '"on_first": "2026-10-15"' in former.content


def test_a_dose_taken_back_counts_no_more(office: Office, patient: UUID) -> None:
    dose = vaccination.record_dose(office.nurse, _dose(office, patient)).value
    vaccination.void_dose(office.nurse, patient, dose, 1, "autre personne")
    sheet = files.vaccination_sheet(office.nurse, patient)
    assert (sheet.doses, sheet.assessment.status) == ((), Status.UNKNOWN)


def test_a_refusal_stops_the_proposal_and_a_contraindication_is_the_doctors(
    office: Office, patient: UUID
) -> None:
    vaccination.record_dose(office.at(office.nurse, OCTOBER), _dose(office, patient))
    declined = RecordStatement(patient, StatementKind.DECLINED, THURSDAY)
    statements.record_statement(office.nurse, declined)
    assert files.vaccination_sheet(office.nurse, patient).next is None
    contra = RecordStatement(patient, StatementKind.CONTRAINDICATED, THURSDAY, reason="allergie")
    with pytest.raises(Refused, match="no_right"):
        statements.record_statement(office.nurse, contra)
    statements.record_statement(office.doctor, contra)
    codes = {one.code for one in vaccination.before_dose(office.nurse, _dose(office, patient))}
    assert "vaccine_contraindicated" in codes


def test_only_a_doctor_opens_a_second_course(office: Office, patient: UUID) -> None:
    with pytest.raises(Refused, match="no_first_course"):
        vaccination.open_second_course(office.doctor, patient, "non-réponse")
    vaccination.record_dose(office.nurse, _dose(office, patient))
    with pytest.raises(Refused, match="no_right"):
        vaccination.open_second_course(office.nurse, patient, "non-réponse")
    vaccination.open_second_course(office.doctor, patient, "non-réponse")
    assert [one.number for one in files.vaccination_sheet(office.doctor, patient).courses] == [1, 2]


def test_opening_a_file_is_noted_before_it_is_read(office: Office, patient: UUID) -> None:
    files.open_file(office.nurse, patient)
    with office.database.reading() as connection:
        note = connection.execute(audit.select().where(audit.c.act == "open")).one()
    assert (note.row, note.account) == (patient, office.nurse.actor.account)
    with pytest.raises(Refused, match="no_right"):
        files.open_file(office.reception, patient)


def test_the_card_bears_doses_and_the_next_day_and_no_name_unless_asked(
    office: Office, patient: UUID
) -> None:
    vaccination.record_dose(office.at(office.nurse, OCTOBER), _dose(office, patient))
    plain = "".join(pages(papers.vaccination_card(office.nurse, CardOrder(patient))))
    assert "15/10/2026" in plain
    assert "EB4412" in plain
    assert "Nadia" not in plain
    assert "Nadia" in "".join(
        pages(papers.vaccination_card(office.nurse, CardOrder(patient, with_name=True)))
    )
    with office.database.reading() as connection:
        printed = sa.select(sa.func.count()).where(audit.c.act == "print")
        assert connection.execute(printed).scalar_one() == 2
