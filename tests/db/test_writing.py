"""Nothing is written without its trace, and nothing that stood is lost."""

import json
from datetime import UTC, datetime
from uuid import UUID

import pytest
import sqlalchemy as sa

from icarmed.db.database import Database
from icarmed.db.errors import ChangedMeanwhile
from icarmed.db.schema import KEPT, metadata
from icarmed.db.schema.office import audit, history, settings
from icarmed.db.writing import GENESIS, AuditRow
from tests.support.office import Office

GOOD = {"name": "language", "value": "fr"}
AT = datetime(2026, 12, 3, 13, 30, tzinfo=UTC)


def _add(database: Database, value: str = "first") -> UUID:
    with database.writing(None, AT) as writing:
        return writing.add(settings, {"name": "zone", "value": value})


def test_a_correction_keeps_what_stood_before(database: Database) -> None:
    identity = _add(database)
    with database.writing(None, AT) as writing:
        assert writing.correct(settings, identity, 1, {"value": "second"}, "typing error") == 2
    with database.reading() as connection:
        live = connection.execute(settings.select()).one()
        former = connection.execute(history.select()).one()
    assert (live.id, live.value, live.revision) == (identity, "second", 2)
    assert (former.table, former.row, former.revision, former.reason) == (
        "settings",
        identity,
        1,
        "typing error",
    )
    assert json.loads(former.content)["value"] == "first"


def test_a_change_made_from_an_old_revision_is_refused_and_changes_nothing(database: Database) -> None:
    identity = _add(database)
    with database.writing(None, AT) as writing:
        writing.correct(settings, identity, 1, {"value": "second"})
    with pytest.raises(ChangedMeanwhile), database.writing(None, AT) as writing:
        writing.correct(settings, identity, 1, {"value": "third"})
    with database.reading() as connection:
        assert connection.execute(sa.select(settings.c.value)).scalar_one() == "second"
        assert connection.execute(sa.select(sa.func.count()).select_from(history)).scalar_one() == 1


def test_a_void_entry_stays_in_the_history(database: Database) -> None:
    identity = _add(database)
    with database.writing(None, AT) as writing:
        writing.void(settings, identity, 1, "wrong file")
    with database.reading() as connection:
        assert connection.execute(sa.select(settings.c.voided)).scalar_one() is True
        assert connection.execute(sa.select(history.c.reason)).scalar_one() == "wrong file"


def test_a_transaction_that_fails_leaves_no_trace(database: Database) -> None:
    with database.reading() as connection:
        before = connection.execute(sa.select(sa.func.count()).select_from(audit)).scalar_one()
    with pytest.raises(ZeroDivisionError), database.writing(None, AT) as writing:
        writing.add(settings, {"name": "zone", "value": 1 // len(str(writing.add(settings, GOOD))[36:])})
    with database.reading() as connection:
        assert connection.execute(settings.select()).first() is None
        assert connection.execute(sa.select(sa.func.count()).select_from(audit)).scalar_one() == before


def test_audit_rows_are_chained_without_a_gap(office: Office) -> None:
    with office.database.reading() as connection:
        rows = connection.execute(audit.select().order_by(audit.c.seq)).all()
    last = GENESIS
    for number, row in enumerate(rows, start=1):
        entry = AuditRow(row.seq, row.at, row.account, row.act, row.table, row.row, row.revision, row.purpose)
        assert row.seq == number
        assert row.hash == entry.hash_after(last)
        last = row.hash


def test_every_field_of_an_audit_row_is_signed_for() -> None:
    row = AuditRow(1, AT, UUID(int=1), "add", "doses", UUID(int=2), 1, "")
    others = [
        AuditRow(2, AT, UUID(int=1), "add", "doses", UUID(int=2), 1, ""),
        AuditRow(1, AT.replace(second=1), UUID(int=1), "add", "doses", UUID(int=2), 1, ""),
        AuditRow(1, AT, None, "add", "doses", UUID(int=2), 1, ""),
        AuditRow(1, AT, UUID(int=1), "void", "doses", UUID(int=2), 1, ""),
        AuditRow(1, AT, UUID(int=1), "add", "visits", UUID(int=2), 1, ""),
        AuditRow(1, AT, UUID(int=1), "add", "doses", UUID(int=3), 1, ""),
        AuditRow(1, AT, UUID(int=1), "add", "doses", UUID(int=2), 2, ""),
        AuditRow(1, AT, UUID(int=1), "add", "doses", UUID(int=2), 1, "x"),
    ]
    hashes = {one.hash_after(GENESIS) for one in [row, *others]}
    assert len(hashes) == len(others) + 1
    assert row.hash_after(GENESIS) != row.hash_after(b"\x01" * 32)


def test_every_table_of_entries_can_be_corrected_and_voided() -> None:
    for name, table in KEPT.items():
        assert {"id", "revision", "voided", "entered_at", "entered_by"} <= set(table.c.keys()), name


def test_every_constraint_has_a_name() -> None:
    for table in metadata.tables.values():
        assert all(constraint.name for constraint in table.constraints), table.name


def test_a_naive_instant_is_refused(database: Database) -> None:
    with (
        pytest.raises(sa.exc.StatementError, match="time zone"),
        database.writing(None, AT.replace(tzinfo=None)) as writing,
    ):
        writing.add(settings, {"name": "zone", "value": "x"})
