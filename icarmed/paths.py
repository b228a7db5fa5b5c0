"""Where the program finds what it ships and where it keeps a person's data."""

import os
from pathlib import Path

import platformdirs


def resources() -> Path:
    """The shipped data: inside an installed wheel, or beside the package in a checkout."""
    inside = Path(__file__).parent / "resources"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "resources"


def data_folder() -> Path:
    """The folder of the data base: `ICARMED_DATA`, or the user's own."""
    named = os.environ.get("ICARMED_DATA")
    return Path(named) if named else Path(platformdirs.user_data_path("icarmed", appauthor=False))
