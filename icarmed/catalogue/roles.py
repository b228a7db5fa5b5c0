"""The table of roles that is shipped, as read; `icarmed.security.roles.role_table` gives it its meaning."""

import tomllib
from collections.abc import Mapping
from functools import cache

from icarmed import paths


@cache
def roles() -> Mapping[str, object]:
    """What `resources/roles.toml` says."""
    return tomllib.loads((paths.resources() / "roles.toml").read_text("utf-8"))
