"""Papers: the vaccination card of a person and the contact list of the nurse; printing is noted."""

from dataclasses import dataclass
from uuid import UUID

from icarmed.catalogue.labels import product_label
from icarmed.catalogue.schedules import schedule
from icarmed.catalogue.texts import words
from icarmed.db import office, people
from icarmed.documents import card as card_paper
from icarmed.documents.card import Card, CardDose, CardNext, CardSession, Paper
from icarmed.domain.findings import Finding, Refused
from icarmed.domain.people import Patient
from icarmed.domain.sessions import Session
from icarmed.domain.words import Words
from icarmed.security.roles import Right
from icarmed.usecases import files
from icarmed.usecases.files import Planned, VaccinationSheet
from icarmed.usecases.story import Desk
from icarmed.usecases.vaccination import PLAN


@dataclass(frozen=True, slots=True)
class CardOrder:
    """Which card: in which language, with the name that is shown or only the code."""

    patient: UUID
    lang: str = "fr"
    with_name: bool = False
    paper: Paper = Paper.A4


def vaccination_card(desk: Desk, order: CardOrder) -> bytes:
    """The vaccination card as a PDF; nothing on it says what kind of place it comes from."""
    desk.need(Right.PRINT_CARD)
    sheet = files.vaccination_sheet(desk, order.patient)
    with desk.writing() as writing:
        patient = people.patient(writing.connection, order.patient)
        if patient is None:
            raise Refused(Finding("no_such_person"))
        labels = {place.code: place.label for place in office.all_places(writing.connection)}
        writing.note("print", people.TABLE, patient.id, patient.revision, "card")
    language = words(order.lang)
    return card_paper.render(
        _card(patient, sheet, labels, language, with_name=order.with_name), language, order.paper
    )


def _card(
    patient: Patient, sheet: VaccinationSheet, labels: dict[str, str], language: Words, *, with_name: bool
) -> Card:
    vaccine = language.text("vaccine." + schedule(PLAN).disease)
    numbers = {judged.dose.id: judged.number for judged in sheet.assessment.doses}
    doses = tuple(
        CardDose(dose.on, vaccine, product_label(dose.product, language), dose.lot, numbers.get(str(dose.id)))
        for dose in sheet.doses
        if numbers.get(str(dose.id)) is not None or dose.declared
    )
    upcoming = None if sheet.next is None else _next(sheet.next, vaccine, labels)
    return Card(
        doses,
        () if upcoming is None else (upcoming,),
        patient.shown_name or "" if with_name else "",
        patient.code,
    )


def _next(planned: Planned, vaccine: str, labels: dict[str, str]) -> CardNext | None:
    session = planned.session or planned.earliest_session
    earliest = planned.dose.earliest or (None if session is None else session.on)
    if earliest is None:
        return None
    return CardNext(vaccine, earliest, _session(session, labels), planned.dose.number)


def _session(session: Session | None, labels: dict[str, str]) -> CardSession | None:
    if session is None:
        return None
    hours = f"{session.starts:%H:%M}–{session.ends:%H:%M}" if session.starts and session.ends else ""
    return CardSession(session.on, labels.get(session.place, session.place), hours)
