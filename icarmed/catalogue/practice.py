"""The shape of the practice year, read from `resources/practice.toml`."""

import tomllib
from functools import cache

from icarmed import paths
from icarmed.domain.practice.shape import Shape, shape


@cache
def practice_shape() -> Shape:
    """The shipped shape."""
    return shape(tomllib.loads((paths.resources() / "practice.toml").read_text("utf-8")))
