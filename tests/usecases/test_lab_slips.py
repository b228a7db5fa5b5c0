from datetime import date
from uuid import UUID, uuid4

import pytest

from icarmed.db import office as office_rows
from icarmed.db.schema.office import accounts
from icarmed.db.schema.permanence import patients
from icarmed.domain.codes import shown_patient_code
from icarmed.domain.dates import DateRange
from icarmed.domain.lab_requests import Payer, SpecimenState
from icarmed.domain.people import Gender
from icarmed.usecases.lab_requests import (
    AdvanceSpecimen,
    OrderTests,
    SignRequest,
    advance_specimen,
    cancel_request,
    order_tests,
    sign_requests,
    to_sign,
)
from icarmed.usecases.laboratory import requests_of
from icarmed.usecases.people import Person, look_up
from icarmed.usecases.slips import LABORATORY, ZONE, request_slip, slip_of_number
from tests.documents.reading import barcodes, pages
from tests.support.office import Office
from tests.usecases.lab_people import acts, civil_name, person, refusal


@pytest.fixture
def nadia(office: Office) -> UUID:
    return person(office, "Nadia", Person(gender=Gender.WOMAN, born=DateRange.parse("1994")))


def said(pdf: bytes) -> str:
    """All that stands on the slip."""
    return " ".join(pages(pdf))


def test_the_slip_of_a_request_says_all_of_it_and_its_printing_is_noted(office: Office, nadia: UUID) -> None:
    asked = OrderTests(
        nadia,
        None,
        panel="hepatitis_b",
        tests=("ct_throat",),
        sites={"throat_swab": "amygdales"},
        clinical_data="contrôle après traitement",
    )
    ordered = order_tests(office.doctor, asked).value
    slip = request_slip(office.doctor, ordered.id)
    text = said(slip)
    for piece in (
        "Dr Test Essai",
        "rue Inventée 1",
        "4000 Liège",
        "10000003004",
        shown_patient_code(look_up(office.doctor, nadia).code),
        "1994",
        "03/12/2026",
        "14:30",
        "Dr doctor",
        "AgHBs",
        "Ac anti-HBs (AcHbs)",
        "Ac anti-HBc totaux",
        "Chlamydia trachomatis NAAT, gorge",
        "Frottis de gorge",
        "amygdales",
        "contrôle après traitement",
        "Laboratoire partenaire (exemple inventé)",
    ):
        assert piece in text
    assert "Nadia" not in text
    assert "À SIGNER" not in text
    assert ordered.number in [code for _, code in barcodes(slip)]
    assert acts(office.doctor, ordered.id) == [("add", 1), ("print", 1)]
    assert request_slip(office.nurse, ordered.id) == slip
    assert acts(office.doctor, ordered.id)[-1] == ("print", 1)


def test_a_nurses_slip_is_to_be_signed_until_the_doctor_has(office: Office, nadia: UUID) -> None:
    ordered = order_tests(office.nurse, OrderTests(nadia, None, panel="hepatitis_b")).value
    text = said(request_slip(office.nurse, ordered.id))
    assert "À SIGNER" in text
    assert "Dr Test Essai" in text
    sign_requests(office.doctor, [SignRequest(one.request, one.revision) for one in to_sign(office.doctor)])
    assert "À SIGNER" not in said(request_slip(office.nurse, ordered.id))


def test_who_agrees_to_be_named_stands_with_the_civil_name(office: Office, nadia: UUID) -> None:
    civil_name(office, nadia, "Popescu Ioana")
    ordered = order_tests(office.doctor, OrderTests(nadia, None, tests=("alt",), named=True)).value
    text = said(request_slip(office.doctor, ordered.id))
    assert "Popescu Ioana" in text
    assert shown_patient_code(look_up(office.doctor, nadia).code) not in text
    assert "Nadia" not in text


def test_payer_and_urgency_are_on_it(office: Office, nadia: UUID) -> None:
    with office.administrator.writing() as writing:
        doctor = office.doctor.actor.account
        writing.correct(accounts, doctor, 1, {"prescriber_phone": "04 111 22 33"})
    asked = OrderTests(nadia, None, tests=("alt",), urgent=True, payer=Payer.AMU)
    text = said(request_slip(office.doctor, order_tests(office.doctor, asked).value.id))
    assert "URGENT" in text
    assert "MediPrima" in text
    assert "04 111 22 33" in text


def test_what_is_not_taken_yet_is_left_to_the_pen(office: Office, nadia: UUID) -> None:
    asked = OrderTests(nadia, None, tests=("alt",), taken_now=False, on=date(2026, 12, 1))
    text = said(request_slip(office.doctor, order_tests(office.doctor, asked).value.id))
    assert "01/12/2026" in text
    assert "03/12/2026" not in text
    assert "14:30" not in text


def test_the_first_sampling_stands_on_it(office: Office, nadia: UUID) -> None:
    past = date(2026, 12, 1)
    asked = OrderTests(nadia, None, tests=("alt", "ct_urine"), taken_now=False, on=past)
    ordered = order_tests(office.doctor, asked).value
    urine, blood = requests_of(office.doctor, nadia)[0].specimens
    advance_specimen(office.nurse, AdvanceSpecimen(blood.id, 1, SpecimenState.TAKEN))
    advance_specimen(office.nurse, AdvanceSpecimen(urine.id, 1, SpecimenState.TAKEN, on=date(2026, 12, 2)))
    text = said(request_slip(office.doctor, ordered.id))
    assert "02/12/2026" in text
    assert "14:30" not in text
    assert "nurse" in text


def test_what_ended_early_is_no_longer_asked_for(office: Office, nadia: UUID) -> None:
    ordered = order_tests(office.doctor, OrderTests(nadia, None, tests=("alt", "ct_urine"))).value
    urine, blood = requests_of(office.doctor, nadia)[0].specimens
    advance_specimen(office.nurse, AdvanceSpecimen(urine.id, 1, SpecimenState.DAMAGED, "ouvert"))
    text = said(request_slip(office.doctor, ordered.id))
    assert "ALAT" in text
    assert "Chlamydia" not in text
    advance_specimen(office.nurse, AdvanceSpecimen(blood.id, 1, SpecimenState.DAMAGED, "cassé"))
    with refusal("nothing_to_send"):
        request_slip(office.doctor, ordered.id)


def test_a_request_called_off_has_no_slip(office: Office, nadia: UUID) -> None:
    ordered = order_tests(office.doctor, OrderTests(nadia, None, tests=("alt",))).value
    cancel_request(office.doctor, ordered.id, 1, "erreur")
    with refusal("nothing_to_send"):
        request_slip(office.doctor, ordered.id)
    assert ("print", 2) not in acts(office.doctor, ordered.id)


def test_the_organisations_own_laboratory_and_zone_stand_on_it(office: Office, nadia: UUID) -> None:
    with office.administrator.writing() as writing:
        office_rows.set_setting(writing, LABORATORY, "Laboratoire du Moulin, Namur")
        office_rows.set_setting(writing, ZONE, "Europe/Lisbon")
    ordered = order_tests(office.doctor, OrderTests(nadia, None, tests=("alt",))).value
    text = said(request_slip(office.doctor, ordered.id))
    assert "Laboratoire du Moulin, Namur" in text
    assert "exemple inventé" not in text
    assert "13:30" in text


def test_it_is_found_by_its_number_and_speaks_another_language(office: Office, nadia: UUID) -> None:
    ordered = order_tests(office.doctor, OrderTests(nadia, None, tests=("alt",))).value
    number = f"{ordered.number[:6]} {ordered.number[6:]}"
    assert "Laboratory" in said(slip_of_number(office.doctor, number, "en"))
    with refusal("not_a_request_number"):
        slip_of_number(office.doctor, "123")
    with refusal("no_such_request"):
        request_slip(office.doctor, uuid4())


def test_a_person_taken_back_has_no_slip(office: Office, nadia: UUID) -> None:
    ordered = order_tests(office.doctor, OrderTests(nadia, None, tests=("alt",))).value
    with office.doctor.writing() as writing:
        writing.void(patients, nadia, 1, "essai")
    with refusal("no_such_person"):
        request_slip(office.doctor, ordered.id)


def test_who_may_print_it(office: Office, nadia: UUID) -> None:
    ordered = order_tests(office.doctor, OrderTests(nadia, None, tests=("alt",))).value
    for desk in (office.reception, office.coordinator, office.administrator):
        with refusal("no_right"):
            request_slip(desk, ordered.id)
        with refusal("no_right"):
            slip_of_number(desk, ordered.number)
    assert acts(office.doctor, ordered.id) == [("add", 1)]
