"""Stock: what may be used is listed, what came in is added, what is wrong is said at its field."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from icarmed.security.roles import Role
from icarmed.ui.screens.stock.page import StockPage
from icarmed.usecases import lots
from tests.support.office import Office
from tests.support.room import Rooms


@pytest.fixture
def rooms(office: Office, qtbot: QtBot) -> Rooms:
    return Rooms(office, qtbot)


def test_only_what_may_be_used_is_listed_soonest_to_expire_first(office: Office, rooms: Rooms) -> None:
    lots.add_vaccine_lot(office.nurse, lots.AddVaccineLot("fendrix", "FX1", date(2027, 1, 31), "a donor"))
    page = rooms.shown(StockPage, Role.NURSE)
    assert [one.lot for one in page.vaccines.model.rows] == ["FX1", "EB4412"]
    assert page.vaccines.model.rows[0].donor == "a donor"
    assert len(page.kits.model.rows) == len(office.kits)
    assert "determine_hiv" not in {one.what for one in page.kits.model.rows}


def test_a_lot_of_vaccine_is_added_with_the_last_day_of_its_month(office: Office, rooms: Rooms) -> None:
    page = rooms.shown(StockPage, Role.NURSE)
    page.product.set_value("engerix-b-20")
    QTest.keyClicks(page.lot.line, "eb77 ")
    QTest.keyClicks(page.expires.line, "02/2028")
    QTest.keyClick(page.expires.line, Qt.Key.Key_Return)
    added = next(one for one in lots.usable(office.nurse)[0] if one.lot == "EB77")
    assert added.expires_on == date(2028, 2, 29)
    assert "EB77" in {one.lot for one in page.vaccines.model.rows}
    assert page.lot.value() == ""


def test_a_kit_is_added_with_the_key(office: Office, rooms: Rooms) -> None:
    page = rooms.shown(StockPage, Role.NURSE)
    page.kind.set_value("kit")
    assert not page.donor.isVisibleTo(page)
    page.product.set_value("insti_hiv")
    page.lot.set_value("I-1")
    page.expires.line.setText("31/12/2027")
    QTest.keyClick(page.lot.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "I-1" in {one.lot for one in lots.usable(office.nurse)[1]}


def test_what_is_missing_and_what_has_expired_is_said_at_its_field(office: Office, rooms: Rooms) -> None:
    page = rooms.shown(StockPage, Role.NURSE)
    QTest.keyClick(page.lot.line, Qt.Key.Key_Return)
    assert set(page._form.errors) == {"product", "lot", "expires"}
    page.product.set_value("engerix-b-20")
    page.lot.set_value("OLD")
    page.expires.line.setText("11/2026")
    QTest.keyClick(page.lot.line, Qt.Key.Key_Return)
    assert list(page._form.errors) == ["expires"]
    assert "OLD" in page._form.errors["expires"]
    assert "OLD" not in {one.lot for one in lots.usable(office.nurse)[0]}


def test_who_runs_no_session_adds_nothing(office: Office, rooms: Rooms) -> None:
    page = rooms.shown(StockPage, Role.COORDINATOR)
    assert not page.lot.isVisibleTo(page)
    assert [one.lot for one in page.vaccines.model.rows] == ["EB4412"]
