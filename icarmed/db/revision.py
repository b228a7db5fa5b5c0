"""Which revision a file is at, without the machinery that upgrades it: asked at every sign-in."""

from functools import cache
from pathlib import Path

import sqlalchemy as sa

_VERSIONS = Path(__file__).parent / "migrations" / "versions"


@cache
def newest() -> str:
    """The revision that this program writes: the number of its last migration."""
    return max(script.name.partition("_")[0] for script in _VERSIONS.glob("[0-9]*_*.py"))


def revision_of(connection: sa.Connection) -> str | None:
    """The revision that the file is at; None for a file without one."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
