"""The tabs of the settings: what is written to data base, key file and disk, and who may."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from icarmed.domain.office import ExceptionKind, PlaceKind
from icarmed.security.errors import SignInRefused
from icarmed.security.passwords import PRACTICE
from icarmed.security.roles import Role
from icarmed.ui.room import Room
from icarmed.ui.screens.entrance.doors import NewAccount
from icarmed.ui.screens.entrance.vault_doors import VaultDoors
from icarmed.ui.screens.settings.page import SettingsPage, settings_page
from icarmed.ui.screens.settings.tab import SettingsContext
from icarmed.ui.settings import WindowSettings
from icarmed.ui.tasks import InlineTasks
from icarmed.ui.theme import Mode
from icarmed.usecases import accounts, backups, calendar, standing_orders
from icarmed.usecases.vault.folder import DataFolder
from icarmed.usecases.vault.opened import Vault
from tests.support.office import NOON, THURSDAY, Office
from tests.support.room import Pages, Rooms

PASSWORD = "invented sentence"
ME, ACCOUNTS, BACKUP, ORDERS, CALENDAR = range(5)
Made = Callable[[Room, object], SettingsPage]


@pytest.fixture
def doors(tmp_path: Path) -> VaultDoors:
    return VaultDoors(DataFolder(tmp_path / "data"), lambda: NOON, rules=PRACTICE)


@pytest.fixture
def vault(doors: VaultDoors) -> Iterator[Vault]:
    with doors.create(NewAccount("anne", "Dr Anne", PASSWORD), doors.new_sheet()) as opened:
        yield opened


@pytest.fixture
def window(tmp_path: Path) -> WindowSettings:
    return WindowSettings(tmp_path)


class OfVault(Rooms):
    """Rooms whose stories run on a data folder of its own."""

    def __init__(self, vault: Vault, office: Office, qtbot: QtBot) -> None:
        super().__init__(office, qtbot)
        self._vault = vault

    def room(self, role: Role) -> Room:
        plain = super().room(role)
        tasks = InlineTasks(lambda: self._vault.desk(NOON, THURSDAY))
        tasks.changed.connect(plain.changes.announce)
        return Room(
            tasks,
            plain.pages,
            plain.commands,
            plain.changes,
            plain.shade,
            plain.messages,
            plain.now,
            plain.today,
        )


@pytest.fixture
def dressed() -> list[Mode]:
    return []


@pytest.fixture
def make(vault: Vault, window: WindowSettings, dressed: list[Mode]) -> Made:
    context = SettingsContext(lambda: vault, window, dressed.append)
    factory = settings_page(context)

    def made(room: Room, key: object) -> SettingsPage:
        page = factory(room, key)
        assert isinstance(page, SettingsPage)
        return page

    return made


@pytest.fixture
def page(vault: Vault, office: Office, make: Made, qtbot: QtBot) -> SettingsPage:
    return OfVault(vault, office, qtbot).shown(make, Role.ADMINISTRATOR)


def _enter_password(page: SettingsPage, old: str, new: str, again: str) -> None:
    page.own.old.set_value(old)
    page.own.new.set_value(new)
    page.own.again.set_value(again)
    QTest.keyClick(page.own.again.line, Qt.Key.Key_Return)


def test_my_password_is_changed_only_by_who_knows_the_old_one(
    page: SettingsPage, doors: VaultDoors, vault: Vault
) -> None:
    _enter_password(page, "not that one", "another sentence", "another sentence")
    assert list(page.own.form.errors) == ["old"]
    _enter_password(page, PASSWORD, "another sentence", "and a third one")
    assert list(page.own.form.errors) == ["again"]
    _enter_password(page, PASSWORD, "short", "short")
    assert list(page.own.form.errors) == ["new"]
    _enter_password(page, PASSWORD, "another sentence", "another sentence")
    assert page.own.form.errors == {}
    with pytest.raises(SignInRefused):
        doors.sign_in("anne", PASSWORD)
    doors.sign_in("anne", "another sentence").close()


def test_theme_and_language_are_kept_on_this_computer(
    page: SettingsPage, window: WindowSettings, dressed: list[Mode]
) -> None:
    page.own.mode.set_value(Mode.DARK)
    page.own.lang.set_value("en")
    assert (window.mode, window.lang, dressed) == (Mode.DARK, "en", [Mode.DARK])


def _add_nurse(page: SettingsPage) -> None:
    tab = page.accounts
    tab.sign_in.set_value("marie")
    tab.shown.set_value("Marie")
    tab.password.set_value(PASSWORD)
    tab.again.set_value(PASSWORD)
    tab.roles[Role.NURSE].set_value(ticked=True)
    tab.save.click()


def test_an_account_is_added_changed_disabled_and_enabled(
    page: SettingsPage, vault: Vault, doors: VaultDoors
) -> None:
    page.strip.choose(ACCOUNTS)
    _add_nurse(page)
    tab = page.accounts
    assert [one.sign_in for one in tab.table.model.rows] == ["anne", "marie"]
    doors.sign_in("marie", PASSWORD).close()
    tab.table.choose(1)
    tab.table.opened.emit(tab.table.current_row())
    tab.roles[Role.DOCTOR].set_value(ticked=True)
    tab.prescriber.set_value("Dr Marie Essai")
    tab.save.click()
    marie = accounts.account_called(vault.desk(NOON, THURSDAY), "marie")
    assert marie.roles == {Role.DOCTOR, Role.NURSE}
    assert marie.prescriber_name == "Dr Marie Essai"
    tab.table.choose(1)
    tab.toggle.click()
    assert doors.names() == ("anne",)
    tab.table.choose(1)
    tab.toggle.click()
    assert doors.names() == ("anne", "marie")


def test_a_forgotten_password_is_set_anew(page: SettingsPage, doors: VaultDoors) -> None:
    page.strip.choose(ACCOUNTS)
    _add_nurse(page)
    tab = page.accounts
    tab.table.opened.emit(tab.table.model.rows[1])
    tab.reset.click()
    assert list(tab.form.errors) == ["password"]
    tab.password.set_value("another sentence")
    tab.again.set_value("another sentence")
    tab.reset.click()
    doors.sign_in("marie", "another sentence").close()


def test_what_is_wrong_with_an_account_is_said_at_its_field(page: SettingsPage) -> None:
    page.strip.choose(ACCOUNTS)
    tab = page.accounts
    tab.sign_in.set_value("Anne")
    tab.password.set_value(PASSWORD)
    tab.again.set_value(PASSWORD)
    tab.save.click()
    assert list(tab.form.errors) == [Role.RECEPTION.value]
    tab.roles[Role.NURSE].set_value(ticked=True)
    tab.save.click()
    assert list(tab.form.errors) == ["sign_in"]
    tab.table.choose(0)
    tab.toggle.click()
    assert not tab.table.model.rows[0].disabled


def test_a_backup_is_made_in_a_folder_that_is_there(page: SettingsPage, vault: Vault, tmp_path: Path) -> None:
    page.strip.choose(BACKUP)
    page.backup.folder.set_value(str(tmp_path / "stick"))
    page.backup.button.click()
    assert list(page.backup.form.errors) == ["folder"]
    (tmp_path / "stick").mkdir()
    page.backup.button.click()
    assert page.backup.form.errors == {}
    made = backups.last_backup(vault.desk(NOON, THURSDAY))
    assert made is not None
    assert made.file.parent == tmp_path / "stick"
    assert made.file.is_file()


@pytest.fixture
def rooms(office: Office, qtbot: QtBot) -> Rooms:
    return Rooms(office, qtbot)


def test_a_doctor_gives_and_ends_a_standing_order(office: Office, rooms: Rooms, make: Made) -> None:
    page = rooms.shown(make, Role.DOCTOR)
    page.strip.choose(ORDERS)
    tab = page.orders
    tab.add.click()
    assert len(tab.table.model.rows) == 1
    tab.tests.field.set_value("hbsag")
    tab.tests.field.set_value("anti_hcv")
    tab.tests.undo.click()
    tab.vaccines.field.set_value("fendrix")
    tab.until.line.setText("01/12/2026")
    tab.add.click()
    assert list(tab.form.errors) == ["until"]
    tab.until.line.setText("")
    tab.add.click()
    given = standing_orders.standing_orders(office.doctor)[0]
    assert given.order.tests == {"hbsag"}
    assert given.order.vaccines == {"fendrix"}
    assert given.order.on == THURSDAY
    tab.table.choose([one.order.id for one in tab.table.model.rows].index(given.order.id))
    tab.last.line.setText("10/12/2026")
    tab.end.click()
    ended = {one.order.id: one.order.until for one in standing_orders.standing_orders(office.doctor)}
    assert ended[given.order.id] == date(2026, 12, 10)


def test_a_nurse_reads_standing_orders_and_changes_none(rooms: Rooms, make: Made) -> None:
    page = rooms.shown(make, Role.NURSE)
    page.strip.choose(ORDERS)
    assert len(page.orders.table.model.rows) == 1
    assert not page.orders.add.isVisibleTo(page)
    assert not page.orders.end.isVisibleTo(page)


def test_a_closure_is_added_and_taken_back_with_a_reason(office: Office, rooms: Rooms, make: Made) -> None:
    page = rooms.shown(make, Role.COORDINATOR)
    page.strip.choose(CALENDAR)
    tab = page.calendar
    tab.add.click()
    assert list(tab.form.errors) == ["on"]
    tab.on.line.setText("24/12/2026")
    tab.why.set_value("Christmas Eve")
    tab.add.click()
    (closed,) = calendar.exceptions(office.coordinator)
    assert (closed.on, closed.kind, closed.place) == (date(2026, 12, 24), ExceptionKind.CLOSED, None)
    tab.days.choose(0)
    tab.take_back.click()
    assert len(calendar.exceptions(office.coordinator)) == 1
    tab.reason.set_value("open after all")
    tab.take_back.click()
    assert calendar.exceptions(office.coordinator) == []


def test_an_extra_day_needs_place_and_hours(office: Office, rooms: Rooms, make: Made) -> None:
    page = rooms.shown(make, Role.COORDINATOR)
    page.strip.choose(CALENDAR)
    tab = page.calendar
    tab.kind.set_value(ExceptionKind.EXTRA)
    tab.on.line.setText("22/12/2026")
    tab.starts.set_value("25:00")
    tab.add.click()
    assert set(tab.form.errors) == {"starts", "ends", "place"}
    tab.place.set_value(office.places["seraing"])
    tab.starts.set_value("9h30")
    tab.ends.set_value("12:00")
    tab.add.click()
    (extra,) = calendar.exceptions(office.coordinator)
    assert (extra.place, extra.starts, extra.ends) == ("seraing", "09:30", "12:00")


def test_a_place_is_added_once(office: Office, rooms: Rooms, make: Made) -> None:
    page = rooms.shown(make, Role.COORDINATOR)
    page.strip.choose(CALENDAR)
    tab = page.calendar
    for _ in range(2):
        tab.code.set_value("verviers")
        tab.label.set_value("Verviers")
        tab.place_kind.set_value(PlaceKind.PERMANENCE)
        tab.add_place.click()
    assert list(tab.place_form.errors) == ["code"]
    assert [one.code for one in calendar.places(office.coordinator)].count("verviers") == 1


@pytest.mark.parametrize(
    ("role", "denied"),
    [
        (Role.NURSE, {ACCOUNTS, CALENDAR}),
        (Role.COORDINATOR, {ACCOUNTS, ORDERS}),
        (Role.ADMINISTRATOR, {ORDERS, CALENDAR}),
    ],
)
def test_a_tab_says_when_roles_do_not_allow_it(
    rooms: Rooms, make: Made, role: Role, denied: set[int]
) -> None:
    page = rooms.shown(make, role)
    tabs = (page.own, page.accounts, page.backup, page.orders, page.calendar)
    said = set()
    for number, tab in enumerate(tabs):
        page.strip.choose(number)
        if tab.is_denied:
            said.add(number)
    assert said == denied
    assert isinstance(rooms.pages, Pages)
    assert rooms.refused == []
