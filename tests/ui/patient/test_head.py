"""The head of the page: who it is, what must not be forgotten, and the visit."""

from PySide6.QtCore import Qt

from icarmed.db.schema.permanence import visits
from icarmed.domain.codes import shown_patient_code
from icarmed.domain.visits import VisitState
from icarmed.security.roles import Role
from icarmed.ui.parts import ChipKind
from icarmed.ui.parts.chips import ChipView
from icarmed.ui.screens.patient.dosing import DoseForm
from icarmed.ui.screens.patient.page import PatientPage
from icarmed.usecases import people
from icarmed.usecases.people import RegisterPerson
from tests.ui.patient.conftest import File, texts

Key = Qt.Key


def test_who_it_is_and_what_must_not_be_forgotten(file: File) -> None:
    page = file.page()
    head = page.head
    assert head.header.title == "Nadia"
    assert head.discretion.text().endswith("pas d'appel avant 14 h")
    (alarm,) = [view.chip for view in head.alarms.findChildren(ChipView)]
    assert alarm.kind is ChipKind.ALARM
    assert alarm.text.endswith("pénicilline")


def test_f12_leaves_only_the_code_and_the_frame_never_hears_the_name(file: File) -> None:
    page = file.page()
    state = page.folder.state
    assert state is not None
    code = shown_patient_code(state.file.patient.code)
    assert page.title == code
    file.rooms.shade.toggle()
    assert page.head.header.title == code
    assert "Nadia" not in texts(page.tabs.person)
    file.rooms.shade.toggle()


def test_without_a_name_the_code_is_the_title(file: File) -> None:
    patient = people.register(file.office.nurse, RegisterPerson()).value
    file.patient = patient
    page = file.page()
    state = page.folder.state
    assert state is not None
    assert page.head.header.title == shown_patient_code(state.file.patient.code)
    assert not page.head.end.isVisible()


def test_p_takes_in_and_t_goes_to_the_end_of_the_visit(file: File) -> None:
    page = file.page(Role.DOCTOR)
    assert page.head.take_in.isVisible()
    file.press(Key.Key_P)
    (row,) = file.rows(visits)
    assert (row["state"], row["with_doctor"], row["with_nurse"]) == (VisitState.CONSULTATION, True, False)
    assert not page.head.take_in.isVisible()
    file.press(Key.Key_T)
    assert file.rooms.pages.gone == [("end_visit", file.visit)]


def test_opening_is_noted_once_and_reading_again_is_not(file: File) -> None:
    from icarmed.db.schema.office import audit

    page = file.page()
    page.reload()
    page.reload()
    with file.office.database.reading() as connection:
        opened = connection.execute(audit.select().where(audit.c.act == "open")).all()
    assert [row.row for row in opened] == [file.patient]


def test_a_key_typed_before_the_file_is_read_is_not_lost(file: File) -> None:
    page = PatientPage(file.rooms.room(Role.NURSE), file.patient)
    file.qtbot.addWidget(page)
    page._actions["patient.vaccinate"].trigger()
    assert page.tabs.vaccines.form is None
    page.reload()
    assert isinstance(page.tabs.vaccines.form, DoseForm)
