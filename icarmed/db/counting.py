"""How much a data base holds, for whoever must believe that a backup is whole."""

from dataclasses import dataclass

import sqlalchemy as sa

from icarmed.db.schema.medical import doses, requests
from icarmed.db.schema.office import audit
from icarmed.db.schema.permanence import patients, visits


@dataclass(frozen=True, slots=True)
class Counts:
    """Entries that stand (voided ones left out), and rows of the audit."""

    patients: int
    visits: int
    doses: int
    requests: int
    audit_rows: int


def counts(connection: sa.Connection) -> Counts:
    """What the data base holds now."""
    return Counts(
        patients=_standing(connection, patients),
        visits=_standing(connection, visits),
        doses=_standing(connection, doses),
        requests=_standing(connection, requests),
        audit_rows=connection.execute(sa.select(sa.func.count()).select_from(audit)).scalar_one(),
    )


def _standing(connection: sa.Connection, table: sa.Table) -> int:
    statement = sa.select(sa.func.count()).select_from(table).where(table.c.voided.is_(False))
    return int(connection.execute(statement).scalar_one())
