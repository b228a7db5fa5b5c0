"""Requests: what is chosen is what is ordered, and each goes its way by its buttons."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from icarmed.db.schema.medical import lines, requests, specimens
from icarmed.domain.lab_requests import LineState, Payer, SpecimenState
from icarmed.security.roles import Role
from icarmed.ui.parts import Button
from icarmed.ui.printing import Paper, PaperKind
from icarmed.ui.screens.patient.orders import OrderForm
from icarmed.ui.screens.patient.page import PatientPage
from icarmed.ui.screens.patient.requests import CancelForm
from icarmed.ui.screens.patient.tabs import DOCUMENTS
from tests.ui.keys import type_text
from tests.ui.patient.conftest import File, texts

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def order_form(page: PatientPage, file: File) -> OrderForm:
    page.setFocus()
    file.press(Key.Key_D)
    form = page.tabs.requests.form
    assert isinstance(form, OrderForm)
    return form


def ordered(file: File, role: Role = Role.DOCTOR) -> PatientPage:
    """A request for hepatitis B."""
    page = file.page(role)
    form = order_form(page, file)
    form.panel.set_value("hepatitis_b")
    form.submit()
    return page


def button(page: PatientPage, text: str) -> Button:
    return next(one for one in page.tabs.requests.cards[0].findChildren(Button) if one.text() == text)


def test_all_that_is_typed_is_stored(file: File) -> None:
    page = file.page(Role.DOCTOR)
    form = order_form(page, file)
    for typed in ("trepo", "chlam urine"):
        form.test.input.setFocus()
        type_text(form.test.line, typed)
        form.test.line.editingFinished.emit()
    assert form.tests == ["syphilis_trep", "ct_urine"]
    form.payer.set_value(Payer.AMU)
    form.clinical.set_value("traitée en 2025")
    form.urgent.set_value(ticked=True)
    form.taken_now.set_value(ticked=False)
    form.submit()
    (row,) = file.rows(requests)
    assert (row["panel"], row["payer"], row["clinical_data"], row["urgent"], row["named"], row["visit"]) == (
        "",
        Payer.AMU,
        "traitée en 2025",
        True,
        False,
        file.visit,
    )
    assert {line["test"] for line in file.rows(lines)} == {"syphilis_trep", "ct_urine"}
    assert {tube["state"] for tube in file.rows(specimens)} == {SpecimenState.ORDERED}


def test_tubes_follow_from_what_is_chosen_and_a_test_can_be_left_out(file: File) -> None:
    form = order_form(file.page(Role.DOCTOR), file)
    form.panel.set_value("hepatitis_b")
    assert "Tube sérum (jaune)" in texts(form)
    form.test.set_value("ct_throat")
    assert "Frottis de gorge" in texts(form)
    form._leave_out("ct_throat")
    assert "Frottis de gorge" not in texts(form)


def test_nothing_chosen_is_refused_at_the_panel(file: File) -> None:
    form = order_form(file.page(Role.DOCTOR), file)
    file.press(Key.Key_Return)
    assert form.form.errors.keys() == {"panel"}
    assert file.rows(requests) == []


def test_a_nurse_orders_under_the_standing_order_and_the_doctor_signs(file: File) -> None:
    page = ordered(file, Role.NURSE)
    (row,) = file.rows(requests)
    assert (row["standing_order"], row["signed_at"]) == (file.office.standing_order, None)
    assert row["ordered_by"] == file.office.actors[Role.DOCTOR].account
    assert "à signer" not in texts(page.tabs.requests)
    form = order_form(page, file)
    form.panel.set_value("sti_control")
    form.submit()
    assert len(file.rows(requests)) == 1, "no standing order covers it"
    assert "Aucun ordre permanent" in texts(form)


def test_samples_go_into_their_bag(file: File) -> None:
    page = ordered(file)
    button(page, "Put in its bag").click()
    assert [tube["state"] for tube in file.rows(specimens)] == [SpecimenState.BAGGED]
    assert page.tabs.requests.cards[0].request.specimens[0].state is SpecimenState.BAGGED


def test_samples_taken_later_are_noted(file: File) -> None:
    page = file.page(Role.DOCTOR)
    form = order_form(page, file)
    form.panel.set_value("hepatitis_b")
    form.taken_now.set_value(ticked=False)
    form.submit()
    button(page, "Samples taken").click()
    (tube,) = file.rows(specimens)
    assert (tube["state"], tube["taken_on"]) == (SpecimenState.TAKEN, date(2026, 12, 3))


def test_a_request_is_called_off_with_a_reason(file: File) -> None:
    page = ordered(file)
    button(page, "Call off").click()
    form = page.tabs.requests.form
    assert isinstance(form, CancelForm)
    file.press(Key.Key_Return)
    assert form.form.errors.keys() == {"reason"}
    type_text(form.reason.input, "doublon")
    file.press(Key.Key_Return)
    assert [row["cancel_reason"] for row in file.rows(requests)] == ["doublon"]
    assert {line["state"] for line in file.rows(lines)} == {LineState.CANCELLED}
    assert "doublon" in texts(page.tabs.requests)


def test_ctrl_p_prints_the_newest_request_and_the_papers_tab_tells_it(file: File) -> None:
    page = ordered(file)
    file.press(Key.Key_P, modifier=CTRL)
    ((route, paper),) = file.rooms.pages.gone
    assert route == "print"
    assert isinstance(paper, Paper)
    assert (paper.kind, paper.data[:5]) == (PaperKind.SLIP, b"%PDF-")
    page.tabs.choose(DOCUMENTS)
    table = page.tabs.documents.table
    (printed,) = table.model.rows
    assert (printed.kind, printed.request, printed.at) == (
        "slip",
        page.tabs.requests.shown[0].id,
        file.office.doctor.now,
    )
    table.opened.emit(printed)
    assert [gone for gone, _ in file.rooms.pages.gone] == ["print", "print"]


@pytest.mark.parametrize("role", [Role.NURSE, Role.DOCTOR])
def test_the_card_is_printed_in_the_language_of_the_person(file: File, role: Role) -> None:
    from icarmed.ui.screens.patient.printing_card import CardForm

    page = file.page(role)
    file.press(Key.Key_P, modifier=CTRL)
    form = page.tabs.vaccines.form
    assert isinstance(form, CardForm)
    assert form.lang.value() == "fr"
    file.press(Key.Key_Return)
    ((_, paper),) = file.rooms.pages.gone
    assert isinstance(paper, Paper)
    assert paper.kind is PaperKind.CARD
    assert b"Nadia" not in paper.data
    page.tabs.choose(DOCUMENTS)
    assert [one.kind for one in page.tabs.documents.table.model.rows] == ["card"]
