"""Groups of lines poured into columns: short ones unbroken, long ones carried on under a repeated heading."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Draw = Callable[[float, float], None]
"""Draws at x and top, in millimetres."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something drawn whole, of a known height."""

    height: float
    draw: Draw


@dataclass(frozen=True, slots=True)
class Group:
    """A heading with its items; `again` heads what is left when a column ends within it."""

    heading: Item
    again: Item
    items: tuple[Item, ...]

    @property
    def height(self) -> float:
        """Of the whole."""
        return self.heading.height + sum(item.height for item in self.items)


Filled = tuple[Item, ...]


def balanced(groups: Sequence[Group], room: float) -> tuple[Filled, Filled] | None:
    """Two columns about equally long, no group broken; None when they do not fit in `room`."""
    heights = [group.height for group in groups]
    best = min(range(1, len(groups) + 1), key=lambda at: max(sum(heights[:at]), sum(heights[at:])))
    if max(sum(heights[:best]), sum(heights[best:])) > room:
        return None
    return _unbroken(groups[:best]), _unbroken(groups[best:])


def poured(groups: Sequence[Group], rooms: Callable[[int], float]) -> tuple[Filled, ...]:
    """As many columns as needed; `rooms(n)` is the height of column n, from 0.

    A heading never stands alone at the foot of a column.
    """
    columns: list[list[Item]] = [[]]
    left = rooms(0)
    for group in groups:
        heading = group.heading
        waiting = True
        for item in group.items:
            if columns[-1] and left < item.height + (heading.height if waiting else 0):
                columns.append([])
                left = rooms(len(columns) - 1)
                heading, waiting = (group.heading if waiting else group.again), True
            if waiting:
                columns[-1].append(heading)
                left -= heading.height
                waiting = False
            columns[-1].append(item)
            left -= item.height
    return tuple(tuple(column) for column in columns)


def drawn(items: Sequence[Item], x: float, top: float) -> float:
    """Draw a column; answers where it ends."""
    for item in items:
        item.draw(x, top)
        top += item.height
    return top


def _unbroken(groups: Sequence[Group]) -> Filled:
    return tuple(item for group in groups for item in (group.heading, *group.items))
