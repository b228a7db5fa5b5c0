"""Colours and sizes of the window, read from `resources/theme/*.toml`; knows nothing of Qt."""

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from icarmed import paths

_FULL = 255
# WCAG 2.2, definition of relative luminance.
_LINEAR_BELOW = 0.04045


@dataclass(frozen=True, slots=True)
class Colours:
    """One scheme; each value is `#RRGGBB`. A pair `x`, `x_ground` is a text and what it stands on."""

    ground: str
    surface: str
    line: str
    text: str
    muted: str
    act: str
    on_act: str
    due: str
    due_ground: str
    alarm: str
    alarm_ground: str
    done: str
    done_ground: str
    edge: str
    hover: str
    chosen: str
    act_hover: str
    rail: str


@dataclass(frozen=True, slots=True)
class Sizes:
    """Lengths in pixels, `motion` in milliseconds, `families` in the order they are looked for."""

    text: int
    small: int
    tiny: int
    heading: int
    title: int
    grid: int
    corner: int
    rail: int
    column: int
    control: int
    row: int
    motion: int
    families: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tokens:
    """Everything the look of the window is made from."""

    scheme: str
    colours: Colours
    sizes: Sizes


TEXT_PAIRS = (
    ("text", "ground"),
    ("text", "surface"),
    ("text", "hover"),
    ("text", "chosen"),
    ("text", "rail"),
    ("muted", "ground"),
    ("muted", "surface"),
    ("muted", "hover"),
    ("muted", "chosen"),
    ("muted", "rail"),
    ("act", "ground"),
    ("act", "surface"),
    ("act", "hover"),
    ("act", "chosen"),
    ("act", "rail"),
    ("on_act", "act"),
    ("on_act", "act_hover"),
    ("due", "due_ground"),
    ("due", "surface"),
    ("due", "ground"),
    ("due", "chosen"),
    ("alarm", "alarm_ground"),
    ("alarm", "surface"),
    ("alarm", "ground"),
    ("alarm", "chosen"),
    ("done", "done_ground"),
    ("done", "surface"),
    ("done", "ground"),
    ("done", "chosen"),
    ("text", "due_ground"),
    ("text", "alarm_ground"),
    ("text", "done_ground"),
)
"""Every text that is drawn, with what it is drawn on."""

EDGE_PAIRS = (("edge", "surface"), ("edge", "ground"), ("act", "ground"), ("act", "surface"))
"""Edges of fields and the ring of what has the focus, with what lies beside them."""


@cache
def read_tokens(scheme: str) -> Tokens:
    """The tokens of the scheme `light` or `dark`."""
    folder = paths.resources() / "theme"
    sizes = tomllib.loads((folder / "sizes.toml").read_text("utf-8"))
    families = tuple(sizes.pop("families"))
    return Tokens(scheme, _colours(folder / f"{scheme}.toml"), Sizes(**sizes, families=families))


def contrast(first: str, second: str) -> float:
    """The ratio of WCAG 2.2 between two colours, 1 to 21."""
    bright, dim = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _colours(file: Path) -> Colours:
    table = tomllib.loads(file.read_text("utf-8"))
    known = {field.name for field in fields(Colours)}
    if set(table) != known:
        msg = f"{file.name}: {', '.join(sorted(set(table) ^ known))}"
        raise ValueError(msg)
    return Colours(**table)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / _FULL) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= _LINEAR_BELOW else float(((part + 0.055) / 1.055) ** 2.4)
