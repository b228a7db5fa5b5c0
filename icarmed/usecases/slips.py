"""The request slip as a PDF, as often as it is needed; each printing is noted."""

from datetime import time
from uuid import UUID
from zoneinfo import ZoneInfo

from icarmed.catalogue.laboratory import laboratory
from icarmed.catalogue.texts import words
from icarmed.db import lab, office, people
from icarmed.db.database import Connection
from icarmed.db.lab import Request, Specimen
from icarmed.documents import slip as paper
from icarmed.documents.slip import (
    Billing,
    CodedPerson,
    NamedPerson,
    Prescriber,
    Sampling,
    Sex,
    Slip,
    Tube,
    Urgency,
)
from icarmed.domain.codes import shown_patient_code
from icarmed.domain.findings import Finding, Refused
from icarmed.domain.lab_requests import ENDED_EARLY
from icarmed.domain.office import Account
from icarmed.domain.people import Gender, NameKind, Patient
from icarmed.domain.words import Words
from icarmed.security.roles import Right
from icarmed.usecases import laboratory as lists
from icarmed.usecases.story import Desk

LABORATORY = "laboratory"
ZONE = "zone"
DEFAULT_ZONE = "Europe/Brussels"

_SEXES = {Gender.WOMAN: Sex.FEMALE, Gender.MAN: Sex.MALE, Gender.UNKNOWN: Sex.UNKNOWN}


def request_slip(desk: Desk, request: UUID, lang: str = "fr") -> bytes:
    """The slip of a request; what was called off or has ended early is no longer asked for."""
    desk.need(Right.ORDER_TESTS, Right.GIVE_UNDER_STANDING_ORDER)
    language = words(lang)
    with desk.writing() as writing:
        known = lab.request(writing.connection, request)
        if known is None:
            raise Refused(Finding("no_such_request"))
        slip = _slip(writing.connection, known, language)
        writing.note("print", lab.TABLE, known.id, known.revision, "slip")
    return paper.render(slip, language)


def slip_of_number(desk: Desk, number: str, lang: str = "fr") -> bytes:
    """The slip of the request with that number, however it was typed."""
    return request_slip(desk, lists.request_scanned(desk, number).id, lang)


def _slip(connection: Connection, request: Request, language: Words) -> Slip:
    sent = [one for one in request.specimens if one.state not in ENDED_EARLY]
    if request.cancelled or not sent:
        raise Refused(Finding("nothing_to_send"))
    patient = people.patient(connection, request.patient)
    doctor = next(one for one in office.all_accounts(connection) if one.id == request.ordered_by)
    if patient is None:
        raise Refused(Finding("no_such_person"))
    return Slip(
        number=request.number,
        prescriber=_prescriber(doctor),
        person=_person(patient, named=request.named),
        prescribed_on=request.on,
        to_sign=request.to_sign,
        sampling=_sampling(sent, ZoneInfo(office.setting(connection, ZONE) or DEFAULT_ZONE)),
        specimens=tuple(_specimen(one, language) for one in sent),
        billing=Billing(request.payer),
        clinical=request.clinical_data,
        urgency=Urgency(doctor.prescriber_phone) if request.urgent else None,
        laboratory=office.setting(connection, LABORATORY) or laboratory().block,
    )


def _prescriber(doctor: Account) -> Prescriber:
    address = tuple(line.strip() for line in doctor.prescriber_address.replace("\n", ",").split(","))
    return Prescriber(
        doctor.prescriber_name or doctor.shown_name,
        tuple(line for line in address if line),
        doctor.inami,
        doctor.prescriber_phone,
    )


def _person(patient: Patient, *, named: bool) -> NamedPerson | CodedPerson:
    """Named only with a civil name: an alias would be one more person for the laboratory."""
    sex = _SEXES.get(patient.gender, Sex.OTHER)
    civil = next((one.name for one in patient.names if one.kind is NameKind.CIVIL), None)
    if named and civil is not None:
        return NamedPerson(civil, "", (), patient.born, sex)
    return CodedPerson(shown_patient_code(patient.code), patient.born, sex)


def _sampling(sent: list[Specimen], zone: ZoneInfo) -> Sampling:
    """When the first of them was taken; what is not known is left to be written by hand."""
    taken = [one for one in sent if one.taken_on is not None]
    if not taken:
        return Sampling()
    first = min(taken, key=_when)
    at: time | None = None
    if first.taken_at is not None:
        at = first.taken_at.astimezone(zone).time().replace(second=0, microsecond=0)
    return Sampling(first.taken_on, at, first.taken_by)


def _when(one: Specimen) -> tuple[str, str, int]:
    """By day, then by instant, those without one last."""
    return (str(one.taken_on), "~" if one.taken_at is None else one.taken_at.isoformat(), one.tube_index)


def _specimen(one: Specimen, language: Words) -> paper.Specimen:
    return paper.Specimen(
        label=language.text(f"specimens.{one.specimen}"),
        tube=Tube(one.tube),
        tests=tuple(language.text(f"analyses.{line.test}") for line in one.lines),
        site=one.site,
    )
