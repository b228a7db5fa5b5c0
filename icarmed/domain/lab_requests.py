"""Life of a sample: the states of specimens and lines, and which may follow which."""

from collections.abc import Collection
from enum import StrEnum


class SpecimenState(StrEnum):
    """Where a tube or swab is (data.md "Requests")."""

    ORDERED = "ordered"
    TAKEN = "taken"
    BAGGED = "bagged"
    COLLECTED = "collected"
    LOST = "lost"
    REFUSED = "refused"
    DAMAGED = "damaged"


class LineState(StrEnum):
    """How far the result of one test has come."""

    WAITING = "waiting"
    RECEIVED = "received"
    REVIEWED = "reviewed"
    HANDED_OVER = "handed_over"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class Payer(StrEnum):
    """Who pays the laboratory."""

    FREE = "free"
    MUTUELLE = "mutuelle"
    AMU = "amu"
    ASSOCIATION = "association"


NEXT_SPECIMEN: dict[SpecimenState, frozenset[SpecimenState]] = {
    SpecimenState.ORDERED: frozenset({SpecimenState.TAKEN, SpecimenState.LOST, SpecimenState.REFUSED}),
    SpecimenState.TAKEN: frozenset({SpecimenState.BAGGED, SpecimenState.LOST, SpecimenState.DAMAGED}),
    SpecimenState.BAGGED: frozenset({SpecimenState.COLLECTED, SpecimenState.LOST, SpecimenState.DAMAGED}),
    SpecimenState.COLLECTED: frozenset({SpecimenState.LOST, SpecimenState.DAMAGED, SpecimenState.REFUSED}),
    SpecimenState.LOST: frozenset(),
    SpecimenState.REFUSED: frozenset(),
    SpecimenState.DAMAGED: frozenset(),
}

NEXT_LINE: dict[LineState, frozenset[LineState]] = {
    LineState.WAITING: frozenset({LineState.RECEIVED, LineState.CANCELLED}),
    LineState.RECEIVED: frozenset({LineState.REVIEWED}),
    LineState.REVIEWED: frozenset({LineState.HANDED_OVER, LineState.CLOSED}),
    LineState.HANDED_OVER: frozenset({LineState.CLOSED}),
    LineState.CLOSED: frozenset(),
    LineState.CANCELLED: frozenset(),
}

_ADVANCE = [
    LineState.WAITING,
    LineState.RECEIVED,
    LineState.REVIEWED,
    LineState.HANDED_OVER,
    LineState.CLOSED,
]


def least_advanced(states: Collection[LineState]) -> LineState:
    """What a request shows: its least advanced line; cancelled only when every line is."""
    living = [state for state in states if state is not LineState.CANCELLED]
    return min(living, key=_ADVANCE.index) if living else LineState.CANCELLED
