"""What of a summary may be published: no number from 1 to 4, and nothing that gives one away.

The rule is one of form, not of size: what is withheld depends only on which figures are small, never on how
small, so that every number from 1 to 4 stays possible behind each `<5` (docs/decisions, "small numbers").
"""

from collections.abc import Iterable, Sequence

from icarmed.domain.summary.figures import TOTAL, Cells, Figure, mean
from icarmed.domain.summary.tables import HIDDEN, Value
from icarmed.domain.visits import FollowUpType

LEAST = 5
MOST_HIDDEN = LEAST - 1
_SEEN = ("visits", "people", "left_unseen")


def is_small(value: Value) -> bool:
    """Whether a figure is a number from 1 to 4."""
    return isinstance(value, int) and 0 < value < LEAST


def masked(value: Value) -> Value:
    """The figure, or `<5`."""
    return HIDDEN if is_small(value) else value


def total_shown(whole: Value, parts: Iterable[tuple[Value, Value]]) -> Value:
    """The total beside its parts, each as (true, shown): withheld when a part is not shown.

    Where all other parts are nought the total is that part, and is shown as it.
    """
    parts = list(parts)
    if all(isinstance(shown, int) for _, shown in parts):
        return whole
    filled = [shown for true, shown in parts if true or shown != 0]
    return filled[0] if len(filled) == 1 else None


def attendance(cells: Cells, rows: Sequence[str]) -> Cells:
    """Where fewer than five people came, the place shows no number at all."""
    shown = dict(cells)
    for row in rows:
        for column in _SEEN:
            shown[row, column] = masked(cells[row, column])
        if is_small(cells[row, "people"]):
            shown[row, "visits"] = masked(cells[row, "visits"]) if is_small(cells[row, "visits"]) else None
            shown[row, "mean"] = None
    for column in _SEEN:
        parts = [(cells[row, column], shown[row, column]) for row in rows]
        shown[TOTAL, column] = total_shown(cells[TOTAL, column], parts)
    visits, people = shown[TOTAL, "visits"], shown[TOTAL, "people"]
    shown[TOTAL, "mean"] = None
    if isinstance(visits, int) and isinstance(people, int):
        shown[TOTAL, "mean"] = mean(visits, people)
    return shown


def follow_ups(cells: Cells, rows: Sequence[str], attended: Cells) -> Cells:
    """Types by place, beside `attended`, the attendance as published."""
    shown = dict(cells)
    for row in rows:
        few = attended[row, "people"] == HIDDEN
        for kind in FollowUpType:
            true = cells[row, kind]
            shown[row, kind] = None if few and true and not is_small(true) else masked(true)
        _loosen(shown, row, attended[row, "visits"])
        shown[row, TOTAL] = _total(cells, shown, (row, TOTAL), [(row, kind) for kind in FollowUpType])
    for kind in FollowUpType:
        shown[TOTAL, kind] = _total(cells, shown, (TOTAL, kind), [(row, kind) for row in rows])
    every = [(row, kind.value) for row in rows for kind in FollowUpType]
    shown[TOTAL, TOTAL] = _total(cells, shown, (TOTAL, TOTAL), every)
    return shown


def _total(cells: Cells, shown: Cells, whole: tuple[str, str], parts: Sequence[tuple[str, str]]) -> Value:
    return total_shown(cells[whole], [(cells[part], shown[part]) for part in parts])


def _loosen(shown: Cells, row: str, visits: Value) -> None:
    """A visit has a type as a rule, so that visits without a known type would tell of the hidden ones."""
    hidden = [kind for kind in FollowUpType if shown[row, kind] == HIDDEN]
    told = {kind: value for kind in FollowUpType if isinstance(value := shown[row, kind], int) and value}
    if not hidden or not isinstance(visits, int):
        return
    if not told:
        shown |= {(row, kind): None for kind in FollowUpType}
    elif visits - sum(told.values()) > len(hidden):
        # The last of the list whatever its size: the smallest one would be bounded by the next.
        shown[row, list(told)[-1]] = None


def hepatitis_b(cells: Cells, rows: Sequence[str], followed: Cells) -> Cells:
    """Figures by place, beside `followed`, the types as published: a dose is a vaccination there.

    People and courses are given by place only when no place has few.
    """
    shown = dict(cells)
    for figure in Figure:
        shown[figure, TOTAL] = masked(cells[figure, TOTAL])
        if any(is_small(cells[figure, row]) for row in rows):
            shown |= {(figure, row): None for row in rows}
    for row in rows:
        true = cells[Figure.DOSES, row]
        withheld = followed.get((row, FollowUpType.VACCINATION), 0) is None
        shown[Figure.DOSES, row] = None if withheld and not is_small(true) else masked(true)
    whole = (Figure.DOSES.value, TOTAL)
    parts = [(Figure.DOSES.value, row) for row in rows]
    shown[whole] = _total(cells, shown, whole, parts)
    column = [followed.get((row, FollowUpType.VACCINATION), 0) for row in rows]
    if isinstance(shown[whole], int) and not all(isinstance(value, int) for value in column):
        shown[whole] = None
        shown |= dict.fromkeys(parts)
    return shown


def lots(numbers: Sequence[int], whole: Value) -> list[Value] | None:
    """Doses by lot beside their total as published; None when the lots cannot be published at all.

    Beside hidden lots the first other one is withheld, so that the total does not tell them.
    """
    if not isinstance(whole, int):
        return None
    shown = [masked(number) for number in numbers]
    if HIDDEN not in shown:
        return shown
    withheld = next((at for at, value in enumerate(shown) if value != HIDDEN), None)
    if withheld is None:
        return None
    shown[withheld] = None
    unknown = [number for number, value in zip(numbers, shown, strict=True) if not isinstance(value, int)]
    # Each hidden one must be able to be 2 as well as 1, with the one withheld as small as it can be.
    return shown if sum(unknown) > len(unknown) - 1 + LEAST else None
