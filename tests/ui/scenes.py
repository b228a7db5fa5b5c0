"""Every screen as it stands on a busy Thursday, with people, lots and papers in it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from icarmed.catalogue.schedules import products
from icarmed.catalogue.texts import words
from icarmed.db.schema.medical import requests
from icarmed.db.schema.permanence import patients
from icarmed.documents import card
from icarmed.documents.card import Card
from icarmed.domain.dates import DateRange
from icarmed.domain.people import Gender
from icarmed.domain.rapid_tests import TestLine
from icarmed.domain.vaccination_acts import BodySite
from icarmed.domain.words import Words
from icarmed.security.passwords import PRACTICE
from icarmed.security.roles import Role
from icarmed.ui.messages import Messages
from icarmed.ui.printing import Paper, PaperKind, PrintPage
from icarmed.ui.room import Room
from icarmed.ui.screens.board.arrival import ArrivalCard
from icarmed.ui.screens.board.closing import ClosingPage
from icarmed.ui.screens.board.ending import EndingPage
from icarmed.ui.screens.board.equipping import EquippingPage
from icarmed.ui.screens.board.opening import OpeningPage
from icarmed.ui.screens.board.page import BoardPage
from icarmed.ui.screens.entrance.asking import RecoveryPage, RestorePage, SwitchPage
from icarmed.ui.screens.entrance.doors import AtOnce, NewAccount
from icarmed.ui.screens.entrance.founding import FirstAccountPage, SheetPage
from icarmed.ui.screens.entrance.vault_doors import VaultDoors
from icarmed.ui.screens.patient.page import PatientPage
from icarmed.ui.screens.people.page import PatientsPage
from icarmed.ui.screens.people.registering import NewPersonPage
from icarmed.ui.screens.reminders.page import RemindersPage
from icarmed.ui.screens.settings.page import SettingsPage, settings_page
from icarmed.ui.screens.settings.tab import SettingsContext
from icarmed.ui.screens.stock.page import StockPage
from icarmed.ui.screens.summary.page import SummaryPage
from icarmed.ui.settings import WindowSettings
from icarmed.usecases import board, lab_requests, people, rapid_tests, sessions, vaccination
from icarmed.usecases.lab_requests import OrderTests
from icarmed.usecases.people import Person, RegisterPerson
from icarmed.usecases.rapid_tests import RecordRapidTest
from icarmed.usecases.sessions import OpenSession
from icarmed.usecases.vaccination import RecordDose
from icarmed.usecases.vault.folder import DataFolder
from icarmed.usecases.vault.opened import Vault
from tests.support.office import NOON, THURSDAY, Office
from tests.support.room import Rooms
from tests.ui.keys import press, type_text

NEARLY = "Nadja"
PEOPLE = ("Nadia", "Mila", "Rosa")
KNOWN = (
    *PEOPLE,
    NEARLY,
    *("Liège", "Seraing", "Rue", "rue Inventée 1, 4000 Liège", "Dr Test Essai", "10000003004"),
    *("Dr doctor", *Role),
    *("EB4412", "EB0001", "K-determine_hiv", "K-determine_syphilis", "K-oraquick_hcv"),
    *("ro", "fr", "fr ro", "Français", "English", "liege", "seraing", "outreach", "verviers"),
    *("icarmed-….zip", "XXXXX"),
    *("IcarMed", "INAMI", "A4", "A5", "A6"),
    *(one.label for one in products().values() if one.label),
)
"""What may stand untranslated: people, places and lots of these tests, names of trade."""


PASSWORD = "invented sentence"


@dataclass
class Stage:
    """An office in the middle of its Thursday."""

    office: Office
    rooms: Rooms
    folder: Path
    words: Words
    session: UUID | None = None
    patient: UUID | None = None
    visit: UUID | None = None

    def shown(self, page: Callable[[Room, object], QWidget], role: Role, key: object = None) -> QWidget:
        """The page, with sentences in the language of the test."""

        def made(room: Room, key: object) -> QWidget:
            return page(replace(room, messages=Messages(lambda: self.words)), key)

        return self.rooms.shown(made, role, key)

    def codes(self) -> list[str]:
        """The codes of all persons."""
        with self.office.database.reading() as connection:
            return list(connection.execute(sa.select(patients.c.code)).scalars())

    def numbers(self) -> list[str]:
        """The numbers of all requests."""
        with self.office.database.reading() as connection:
            return list(connection.execute(sa.select(requests.c.number)).scalars())

    def open(self) -> None:
        """Three people of whom one waits, one is in consultation and one has left."""
        office, desk = self.office, self.office.doctor
        opened = OpenSession(
            office.places["liege"],
            THURSDAY,
            "14:30",
            "16:00",
            lots=(office.vaccine_lot,),
            kits=tuple(office.kits.values()),
        )
        self.session = sessions.open_session(desk, opened).value
        about = Person(gender=Gender.WOMAN, born=DateRange.parse("1994-05-17"), languages=("ro", "fr"))
        self.patient = people.register(desk, RegisterPerson("Nadia", about)).value
        self._treat(self.patient)
        self.visit = board.arrive(desk, self.session, self.patient).value
        _, seen = board.arrive_new(desk, self.session, RegisterPerson("Mila")).value
        board.take_in(desk, seen, 1)
        _, gone = board.arrive_new(desk, self.session, RegisterPerson("Rosa")).value
        board.leave_unseen(desk, gone, 1)

    def _treat(self, patient: UUID) -> None:
        earlier = self.office.at(self.office.nurse, date(2026, 10, 15))
        dose = RecordDose(patient, None, self.office.vaccine_lot, BodySite.LEFT_DELTOID)
        vaccination.record_dose(earlier, dose)
        kit, began = self.office.kits["determine_syphilis"], NOON - timedelta(minutes=20)
        rapid = RecordRapidTest(patient, None, kit, True, TestLine.CLEAR, began, NOON)
        rapid_tests.record_rapid_test(self.office.nurse, rapid)
        lab_requests.order_tests(self.office.nurse, OrderTests(patient, None, tests=("hbsag", "anti_hbs")))


Scene = Callable[[Stage], QWidget]


@pytest.fixture
def stage(office: Office, qtbot: QtBot, tmp_path: Path) -> Stage:
    """An office before its doors open."""
    return Stage(office, Rooms(office, qtbot), tmp_path, words("fr"))


def _no_keys() -> Vault:
    raise AssertionError("reading a tab needs no keys")


def _settings(number: int, role: Role) -> Scene:
    def scene(on: Stage) -> QWidget:
        context = SettingsContext(_no_keys, WindowSettings(on.folder), lambda _mode: None)
        page = on.shown(settings_page(context), role)
        assert isinstance(page, SettingsPage)
        page.strip.choose(number)
        return page

    return scene


def _arriving(on: Stage) -> QWidget:
    on.open()
    shown = on.shown(BoardPage, Role.NURSE)
    press(shown, "Insert")
    (arrival,) = shown.findChildren(ArrivalCard)
    type_text(arrival.name.line, NEARLY)
    return shown


def _refused_lot(on: Stage) -> QWidget:
    page = on.shown(StockPage, Role.NURSE)
    assert isinstance(page, StockPage)
    press(page.lot.line, "Return")
    page.expires.line.setText("11/2026")
    return page


def _reminders(number: int) -> Scene:
    def scene(on: Stage) -> QWidget:
        on.open()
        page = on.shown(RemindersPage, Role.DOCTOR)
        assert isinstance(page, RemindersPage)
        page.tabs.choose(number)
        return page

    return scene


def _contacts(on: Stage) -> QWidget:
    page = _reminders(0)(on)
    assert isinstance(page, RemindersPage)
    page._on_contacts()
    return page


def _opened(page: Callable[[Room, object], QWidget], role: Role, what: str = "") -> Scene:
    """A page over what goes on; `what` names the key it is given."""

    def scene(on: Stage) -> QWidget:
        on.open()
        return on.shown(page, role, getattr(on, what) if what else None)

    return scene


def _paper(on: Stage) -> QWidget:
    pdf = card.render(Card((), code="K7M2QXW"), words("fr"), card.Paper.A6)
    return on.shown(PrintPage, Role.NURSE, Paper(PaperKind.CARD, "⟦Carte⟧", pdf))


SCENES: dict[str, Scene] = {
    "board": _opened(BoardPage, Role.NURSE),
    "board, closed": lambda on: on.shown(BoardPage, Role.NURSE),
    "board, arriving": _arriving,
    "open_session": lambda on: on.shown(OpeningPage, Role.NURSE),
    "equip_session": _opened(EquippingPage, Role.NURSE, "session"),
    "close_session": _opened(ClosingPage, Role.NURSE, "session"),
    "end_visit": _opened(EndingPage, Role.DOCTOR, "visit"),
    "patient": _opened(PatientPage, Role.DOCTOR, "patient"),
    "patients": lambda on: on.shown(PatientsPage, Role.NURSE),
    "patients, found": lambda on: _named(on, PatientsPage),
    "patients, not allowed": lambda on: on.shown(PatientsPage, Role.COORDINATOR),
    "new_person": lambda on: on.shown(NewPersonPage, Role.NURSE),
    "new_person, doubles": lambda on: _named(on, NewPersonPage),
    "reminders": _reminders(0),
    "reminders, results": _reminders(1),
    "reminders, to sign": _reminders(2),
    "reminders, contacts": _contacts,
    "reminders, none": lambda on: on.shown(RemindersPage, Role.DOCTOR),
    "summary": _opened(SummaryPage, Role.COORDINATOR),
    "stock": lambda on: on.shown(StockPage, Role.NURSE),
    "stock, refused": _refused_lot,
    "print": _paper,
    "settings": _settings(0, Role.DOCTOR),
    "settings, accounts": _settings(1, Role.ADMINISTRATOR),
    "settings, backup": _settings(2, Role.ADMINISTRATOR),
    "settings, orders": _settings(3, Role.DOCTOR),
    "settings, calendar": _settings(4, Role.COORDINATOR),
    "settings, not allowed": _settings(1, Role.NURSE),
}
"""By route, and what else may stand there after a comma."""


def _named(on: Stage, page: Callable[[Room, object], QWidget]) -> QWidget:
    on.open()
    return on.shown(page, Role.NURSE, NEARLY)


def _sheet(doors: VaultDoors, messages: Messages) -> QWidget:
    page = SheetPage(doors, messages, lambda _pdf: True)
    page.begin()
    page.print_button.click()
    return page


def _switch(doors: VaultDoors, messages: Messages) -> QWidget:
    page = SwitchPage(doors, AtOnce(), messages)
    page.begin()
    return page


def _nothing_filled(doors: VaultDoors, messages: Messages) -> QWidget:
    page = FirstAccountPage(doors, messages)
    page.button.click()
    return page


ENTRANCES: dict[str, Callable[[VaultDoors, Messages], QWidget]] = {
    "first account": FirstAccountPage,
    "first account, nothing filled in": _nothing_filled,
    "sheet": _sheet,
    "recovery": lambda doors, messages: RecoveryPage(doors, AtOnce(), messages),
    "restore": lambda doors, messages: RestorePage(doors, AtOnce(), messages),
    "switch": _switch,
}


def entrance(name: str, folder: Path, messages: Messages, qtbot: QtBot) -> QWidget:
    """A page before anyone is signed in, in the smallest window."""
    doors = VaultDoors(DataFolder(folder / "data"), lambda: NOON, rules=PRACTICE)
    with doors.create(NewAccount("anne", "Dr Anne", PASSWORD), doors.new_sheet()):
        page = ENTRANCES[name](doors, messages)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    return page
