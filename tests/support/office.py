"""A small permanence on a real encrypted file, for tests of stories."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from icarmed.catalogue.roles import roles
from icarmed.db import migrating
from icarmed.db import office as office_rows
from icarmed.db.database import Database, Writing
from icarmed.db.schema.office import (
    accounts,
    calendar_rules,
    kit_lots,
    places,
    standing_order_items,
    standing_orders,
    vaccine_lots,
)
from icarmed.domain.office import CoversKind, PlaceKind
from icarmed.security.roles import Role, role_table
from icarmed.usecases.story import Actor, Desk

KEY = bytes(range(32))
THURSDAY = date(2026, 12, 3)
NOON = datetime(2026, 12, 3, 13, 30, tzinfo=UTC)
STANDING_TESTS = ("hbsag", "anti_hbs", "anti_hbc", "trod_hiv", "trod_syphilis", "trod_hcv")
STANDING_VACCINES = ("engerix-b-20",)


class Office:
    """An open data base with five accounts, three places, lots and kits, and one standing order.

    `office.doctor`, `.nurse`, `.reception`, `.coordinator`, `.administrator` are desks on Thursday
    3 December 2026 at 14:30 in Liège; `office.at(desk, on)` moves one to another day.
    """

    def __init__(self, database: Database) -> None:
        self.database = database
        self.actors: dict[Role, Actor] = {}
        self.places: dict[str, UUID] = {}
        self.vaccine_lot = self.expired_vaccine_lot = UUID(int=0)
        self.kits: dict[str, UUID] = {}
        self.standing_order = UUID(int=0)
        self._furnish()

    @property
    def doctor(self) -> Desk:
        return self.desk(Role.DOCTOR)

    @property
    def nurse(self) -> Desk:
        return self.desk(Role.NURSE)

    @property
    def reception(self) -> Desk:
        return self.desk(Role.RECEPTION)

    @property
    def coordinator(self) -> Desk:
        return self.desk(Role.COORDINATOR)

    @property
    def administrator(self) -> Desk:
        return self.desk(Role.ADMINISTRATOR)

    def desk(self, role: Role, now: datetime = NOON) -> Desk:
        return Desk(self.database, self.actors[role], now, now.date())

    @staticmethod
    def at(desk: Desk, on: date) -> Desk:
        return replace(desk, now=datetime(on.year, on.month, on.day, 13, 30, tzinfo=UTC), today=on)

    def _furnish(self) -> None:
        with self.database.writing(None, datetime(2026, 1, 1, tzinfo=UTC)) as writing:
            self._hire(writing)
            self._stock(writing)
            self._write_standing_order(writing)

    def _hire(self, writing: Writing) -> None:
        table = role_table(roles())
        for role in Role:
            values = {
                "sign_in": role.value,
                "shown_name": f"Dr {role.value}" if role is Role.DOCTOR else role.value,
                "prescriber_name": "Dr Test Essai" if role is Role.DOCTOR else "",
                "prescriber_address": "rue Inventée 1, 4000 Liège" if role is Role.DOCTOR else "",
                "inami": "10000003004" if role is Role.DOCTOR else "",
                "public_key": bytes(32),
            }
            account = writing.add(accounts, values)
            office_rows.set_roles(writing, account, [role.value])
            self.actors[role] = Actor(account, role.value, role.value, table.rights_of([role]))

    def _stock(self, writing: Writing) -> None:
        for code, label, kind in (
            ("liege", "Liège", PlaceKind.PERMANENCE),
            ("seraing", "Seraing", PlaceKind.PERMANENCE),
            ("outreach", "Rue", PlaceKind.OUTREACH),
        ):
            self.places[code] = writing.add(places, {"code": code, "label": label, "kind": kind})
        for code, rrule in (("liege", "FREQ=WEEKLY;BYDAY=TH"), ("seraing", "FREQ=MONTHLY;BYDAY=1FR,3FR")):
            rule = {"place": self.places[code], "rrule": rrule, "starts": "14:30", "ends": "16:00"}
            writing.add(calendar_rules, rule)
        lot = {"product": "engerix-b-20", "lot": "EB4412", "expires_on": date(2028, 5, 31)}
        self.vaccine_lot = writing.add(vaccine_lots, lot)
        old = {"product": "engerix-b-20", "lot": "EB0001", "expires_on": date(2026, 11, 30)}
        self.expired_vaccine_lot = writing.add(vaccine_lots, old)
        for kit in ("determine_hiv", "determine_syphilis", "oraquick_hcv"):
            kit_values = {"kit": kit, "lot": f"K-{kit}", "expires_on": date(2027, 12, 31)}
            self.kits[kit] = writing.add(kit_lots, kit_values)

    def _write_standing_order(self, writing: Writing) -> None:
        order = {"doctor": self.actors[Role.DOCTOR].account, "on": date(2026, 1, 1)}
        self.standing_order = writing.add(standing_orders, order)
        items = [(CoversKind.TEST, code) for code in STANDING_TESTS]
        items += [(CoversKind.VACCINE, code) for code in STANDING_VACCINES]
        writing.connection.execute(
            standing_order_items.insert(),
            [{"standing_order": self.standing_order, "covers": kind, "code": code} for kind, code in items],
        )


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An encrypted file with every table and nothing in it, made once."""
    path = tmp_path_factory.mktemp("empty") / "data.db"
    migrating.create(path, KEY, datetime(2026, 1, 1, tzinfo=UTC))
    return path


@pytest.fixture
def database(empty_file: Path, tmp_path: Path) -> Iterator[Database]:
    """A data base of its own for one test."""
    path = tmp_path / "data.db"
    path.write_bytes(empty_file.read_bytes())
    opened = Database(path, KEY)
    yield opened
    opened.close()


@pytest.fixture
def office(database: Database) -> Office:
    """A furnished permanence for one test."""
    return Office(database)
