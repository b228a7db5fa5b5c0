"""The example places and their calendar, read from `resources/places.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from icarmed import paths
from icarmed.domain.office import PlaceKind
from icarmed.domain.sessions import Calendar, SessionRule


@dataclass(frozen=True, slots=True)
class PlaceExample:
    """A place as shipped; its name in each language is the text `place.<code>`."""

    code: str
    kind: PlaceKind


@dataclass(frozen=True, slots=True)
class ShippedPlaces:
    """What a new data base is filled with, and what the calculator uses without one."""

    places: tuple[PlaceExample, ...]
    calendar: Calendar


@cache
def shipped_places() -> ShippedPlaces:
    """The example places, the first one the default, with their calendar."""
    return read_places(paths.resources() / "places.toml")


def read_places(file: Path) -> ShippedPlaces:
    """The places and the calendar of one file."""
    table = tomllib.loads(file.read_text("utf-8"))
    places = tuple(PlaceExample(row["code"], PlaceKind(row["kind"])) for row in table["place"])
    rules = tuple(
        SessionRule(
            row["code"],
            session["rrule"],
            session["starts"],
            session["ends"],
            session.get("valid_from"),
            session.get("valid_until"),
        )
        for row in table["place"]
        for session in row.get("session", ())
    )
    return ShippedPlaces(
        places, Calendar(rules, public_holidays=table["calendar"]["public_holidays"] == "BE")
    )
