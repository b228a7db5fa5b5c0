"""Standing orders: what nurses may order and give, given and ended by a doctor."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from icarmed.catalogue.analyses import analyses
from icarmed.catalogue.schedules import products
from icarmed.db import standing_orders as rows
from icarmed.db.database import Connection
from icarmed.domain.findings import Finding, Refused
from icarmed.domain.office import StandingOrder
from icarmed.security.roles import Right
from icarmed.usecases.acts import need_reason
from icarmed.usecases.story import Desk, Outcome, Topic

CHANGED = frozenset({Topic.OFFICE})


@dataclass(frozen=True, slots=True)
class AddStandingOrder:
    """The actor's word, from a day on, until a last day or until further notice."""

    on: date
    tests: frozenset[str]
    vaccines: frozenset[str] = frozenset()
    until: date | None = None


@dataclass(frozen=True, slots=True)
class EndStandingOrder:
    """The last day of a standing order, from the revision it was read at."""

    order: UUID
    from_revision: int
    until: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StandingOrderRow:
    """One line of the list; `in_force` on the day of the desk."""

    order: StandingOrder
    doctor_name: str
    in_force: bool


@dataclass(frozen=True, slots=True)
class Covered:
    """All that may be ordered or given without a doctor today."""

    tests: frozenset[str]
    vaccines: frozenset[str]


def add_standing_order(desk: Desk, order: AddStandingOrder) -> Outcome[UUID]:
    """A doctor lists tests and vaccines; what is listed never changes, another list is another order."""
    desk.need(Right.MANAGE_STANDING_ORDERS)
    if not order.tests and not order.vaccines:
        raise Refused(Finding("standing_order_empty"))
    if order.until is not None and order.until < order.on:
        raise Refused(Finding("ends_before_it_begins", {"on": order.on}))
    unknown = [Finding("unknown_test", {"test": code}) for code in sorted(order.tests - set(_known_tests()))]
    unknown += [
        Finding("product_unknown", {"product": code}) for code in sorted(order.vaccines - set(products()))
    ]
    if unknown:
        raise Refused(*unknown)
    with desk.writing() as writing:
        identity = rows.add(writing, desk.actor.account, order.on, order.until, order.tests, order.vaccines)
    return Outcome(identity, CHANGED)


def end_standing_order(desk: Desk, order: EndStandingOrder) -> Outcome[int]:
    """A doctor gives a standing order its last day; what was done under it stays done."""
    desk.need(Right.MANAGE_STANDING_ORDERS)
    with desk.writing() as writing:
        known = _known(writing.connection, order.order)
        if order.until < known.on:
            raise Refused(Finding("ends_before_it_begins", {"on": known.on}))
        revision = rows.end(writing, order.order, order.from_revision, order.until, order.reason.strip())
    return Outcome(revision, CHANGED)


def void_standing_order(desk: Desk, order: UUID, from_revision: int, reason: str) -> Outcome[None]:
    """Takes back a standing order that should not exist; one that was used can only be ended."""
    desk.need(Right.MANAGE_STANDING_ORDERS)
    reason = need_reason(reason)
    with desk.writing() as writing:
        _known(writing.connection, order)
        if rows.used(writing.connection, order):
            raise Refused(Finding("standing_order_used"))
        rows.void(writing, order, from_revision, reason)
    return Outcome(None, CHANGED)


def standing_orders(desk: Desk) -> list[StandingOrderRow]:
    """All standing orders, ended ones too, newest first."""
    desk.need(Right.GIVE_UNDER_STANDING_ORDER, Right.MANAGE_STANDING_ORDERS)
    with desk.reading() as connection:
        held = {order.id for order in rows.in_force(connection, desk.today)}
        return [StandingOrderRow(order, doctor, order.id in held) for order, doctor in rows.every(connection)]


def covered(desk: Desk) -> Covered:
    """What the standing orders in force today allow, all together; one order must list a whole request."""
    desk.need(Right.GIVE_UNDER_STANDING_ORDER)
    with desk.reading() as connection:
        held = rows.in_force(connection, desk.today)
    return Covered(
        frozenset().union(*(order.tests for order in held)),
        frozenset().union(*(order.vaccines for order in held)),
    )


def order_for_tests(connection: Connection, tests: Collection[str], on: date) -> StandingOrder:
    """The newest standing order in force on a day that lists every one of these tests.

    Refuses without one: each test that the best of them leaves out is named.
    """
    held = rows.in_force(connection, on)
    if not held:
        raise Refused(Finding("no_standing_order", {"on": on}))
    left_out = [(sorted(set(tests) - order.tests), order) for order in held]
    missing, best = min(left_out, key=lambda one: len(one[0]))
    if missing:
        raise Refused(*(Finding("not_in_standing_order", {"test": test}) for test in missing))
    return best


def _known(connection: Connection, identity: UUID) -> StandingOrder:
    found = rows.standing_order(connection, identity)
    if found is None:
        raise Refused(Finding("no_such_standing_order"))
    return found


def _known_tests() -> Collection[str]:
    return analyses().analyses.keys()
