"""Life of a sample: the states of specimens and lines, and which may follow which."""

from collections.abc import Collection
from enum import StrEnum

from icarmed.domain.findings import Finding


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


Stage = SpecimenState | LineState
"""How far one test has come: where its specimen is while the result is waited for, then the line itself."""

ENDED_EARLY = frozenset({SpecimenState.LOST, SpecimenState.REFUSED, SpecimenState.DAMAGED})

_STAGES: list[Stage] = [
    SpecimenState.ORDERED,
    SpecimenState.TAKEN,
    SpecimenState.BAGGED,
    SpecimenState.COLLECTED,
    LineState.WAITING,
    *_ADVANCE[1:],
]


def objections_to_move(now: SpecimenState, to: SpecimenState, reason: str) -> tuple[Finding, ...]:
    """What stands against moving a specimen: no such step, or an early end that gives no reason."""
    if to not in NEXT_SPECIMEN[now]:
        return (Finding("specimen_cannot_move", {"now": now.value, "to": to.value}),)
    if to in ENDED_EARLY and not reason.strip():
        return (Finding("reason_needed"),)
    return ()


def line_with(specimen: SpecimenState, line: LineState) -> LineState:
    """What a line becomes when its specimen reaches a state: one still waited for ends with its specimen."""
    ends = specimen in ENDED_EARLY and line is LineState.WAITING
    return LineState.CANCELLED if ends else line


def line_without_result(specimen: SpecimenState) -> LineState:
    """What a line is again once its result turns out not to be one."""
    return line_with(specimen, LineState.WAITING)


def stage(specimen: SpecimenState, line: LineState) -> Stage:
    """The one word for how far a test has come."""
    return specimen if line is LineState.WAITING and specimen not in ENDED_EARLY else line


def least_stage(stages: Collection[Stage]) -> Stage:
    """What a request shows: the stage of its least advanced test; cancelled only when every test is."""
    living = [one for one in stages if one is not LineState.CANCELLED]
    return min(living, key=_STAGES.index) if living else LineState.CANCELLED


def received(lines: Collection[LineState]) -> tuple[int, int]:
    """The "n of N" of a request: lines whose result has come, out of those that were not cancelled."""
    living = [line for line in lines if line is not LineState.CANCELLED]
    return sum(line is not LineState.WAITING for line in living), len(living)
