"""Lots of vaccine and of rapid-test kits that may be used."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from icarmed.catalogue.analyses import analyses
from icarmed.catalogue.schedules import products
from icarmed.db import office
from icarmed.domain.findings import Finding, Refused
from icarmed.domain.office import KitLot, VaccineLot
from icarmed.security.roles import Right
from icarmed.usecases.story import Desk, Outcome, Topic

CHANGED = frozenset({Topic.OFFICE, Topic.STOCK})


@dataclass(frozen=True, slots=True)
class AddVaccineLot:
    """A lot of vaccine as printed on its box."""

    product: str
    lot: str
    expires_on: date
    donor: str = ""


@dataclass(frozen=True, slots=True)
class AddKitLot:
    """A lot of kits as printed on its box."""

    kit: str
    lot: str
    expires_on: date


def usable(desk: Desk) -> tuple[list[VaccineLot], list[KitLot]]:
    """What may still be used today, soonest to expire first."""
    with desk.reading() as connection:
        return office.usable_vaccine_lots(connection, desk.today), office.usable_kit_lots(
            connection, desk.today
        )


def add_vaccine_lot(desk: Desk, order: AddVaccineLot) -> Outcome[UUID]:
    """A lot of vaccine came in; one that has expired is refused."""
    desk.need(Right.RUN_SESSION)
    if order.product not in products():
        raise Refused(Finding("product_unknown", {"product": order.product}))
    lot = _good_lot(desk, order.lot, order.expires_on)
    values = {
        "product": order.product,
        "lot": lot,
        "expires_on": order.expires_on,
        "donor": order.donor.strip(),
    }
    with desk.writing() as writing:
        identity = office.add_vaccine_lot(writing, values)
    return Outcome(identity, CHANGED)


def add_kit_lot(desk: Desk, order: AddKitLot) -> Outcome[UUID]:
    """A lot of kits came in; one that has expired is refused."""
    desk.need(Right.RUN_SESSION)
    if order.kit not in analyses().kits:
        raise Refused(Finding("kit_unknown", {"kit": order.kit}))
    lot = _good_lot(desk, order.lot, order.expires_on)
    with desk.writing() as writing:
        identity = office.add_kit_lot(writing, {"kit": order.kit, "lot": lot, "expires_on": order.expires_on})
    return Outcome(identity, CHANGED)


def _good_lot(desk: Desk, text: str, expires_on: date) -> str:
    lot = text.strip().upper()
    if not lot:
        raise Refused(Finding("lot_empty"))
    if desk.today > expires_on:
        raise Refused(Finding("lot_expired", {"lot": lot, "on": expires_on}))
    return lot
