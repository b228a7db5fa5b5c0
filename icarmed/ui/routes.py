"""Which page stands behind each route, for the rights of whoever is signed in."""

from __future__ import annotations

import importlib
from collections.abc import Collection
from typing import TYPE_CHECKING

from icarmed.domain.codes import shown_patient_code
from icarmed.security.roles import Right
from icarmed.ui.tables import Line
from icarmed.usecases.search import search

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from icarmed.db.people import Found
    from icarmed.ui.page import Factory
    from icarmed.ui.room import Room
    from icarmed.ui.shell.frame import Frame
    from icarmed.usecases.story import Desk

PAGES = {
    "board": ("screens.board.page", "BoardPage"),
    "open_session": ("screens.board.opening", "OpeningPage"),
    "equip_session": ("screens.board.equipping", "EquippingPage"),
    "close_session": ("screens.board.closing", "ClosingPage"),
    "end_visit": ("screens.board.ending", "EndingPage"),
    "patient": ("screens.patient.page", "PatientPage"),
    "patients": ("screens.people.page", "PatientsPage"),
    "new_person": ("screens.people.registering", "NewPersonPage"),
    "reminders": ("screens.reminders.page", "RemindersPage"),
    "summary": ("screens.summary.page", "SummaryPage"),
    "stock": ("screens.stock.page", "StockPage"),
    "print": ("printing", "PrintPage"),
}
"""Module under `icarmed.ui` and class of each page; read when it is first gone to."""

_OPENED_BY = {
    "board": Right.ARRIVE,
    "patients": Right.SEE_NAMES,
    "reminders": Right.SEE_REMINDERS,
    "summary": Right.SEE_SUMMARY,
    "stock": Right.RUN_SESSION,
    "settings": Right.LOCK,
}


def places_for(rights: Collection[Right]) -> tuple[str, ...]:
    """The places of the rail that these rights open; home, where one begins, is the first."""
    return tuple(place for place, right in _OPENED_BY.items() if right in rights)


def register(frame: Frame) -> None:
    """Makes every page known under its route."""
    for route, (module, name) in PAGES.items():
        frame.register(route, _maker(module, name))


def find(desk: Desk, typed: str) -> list[Line]:
    """The people a text may mean, as lines of the search box; none for who may not see names."""
    if not desk.may(Right.SEE_NAMES):
        return []
    return [_line(one) for one in search(desk, typed)]


def _maker(module: str, name: str) -> Factory:
    def make(room: Room, key: object) -> QWidget:
        page: QWidget = getattr(importlib.import_module(f"icarmed.ui.{module}"), name)(room, key)
        return page

    return make


def _line(one: Found) -> Line:
    code = shown_patient_code(one.code)
    details = [code] if one.shown_name is not None else []
    if one.born is not None:
        details.append(str(one.born))
    details += one.languages
    if one.last_visit is not None:
        details.append(f"{one.last_visit:%d/%m/%Y}")
    return Line(
        one.patient,
        one.shown_name or code,
        detail=" · ".join(details),
        shaded=one.shown_name is not None,
    )
