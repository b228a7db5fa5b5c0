"""The chain of the audit: each thing done behind its back is seen, once and where it is."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from icarmed.db.audit import AuditFault, FaultKind, entries, hash_at, last_link, link_faults, revision_faults
from icarmed.db.database import Database
from icarmed.db.schema.office import audit, history, kit_lots, places, settings
from icarmed.db.writing import GENESIS
from tests.support.office import Office

AT = datetime(2026, 12, 3, 13, 30, tzinfo=UTC)
Tamper = Callable[[sa.Connection], object]


def links(database: Database) -> list[AuditFault]:
    with database.reading() as connection:
        return list(link_faults(connection))


def revisions(database: Database) -> list[AuditFault]:
    with database.reading() as connection:
        return list(revision_faults(connection))


def behind(database: Database, *acts: Tamper) -> None:
    with database.writing(None, AT) as writing:
        for act in acts:
            act(writing.connection)


@pytest.fixture
def corrected(office: Office) -> Database:
    """With a setting at revision 3, and a place that was voided."""
    with office.database.writing(None, AT) as writing:
        identity = writing.add(settings, {"name": "one", "value": "1"})
        writing.correct(settings, identity, 1, {"value": "2"})
        writing.correct(settings, identity, 2, {"value": "3"})
        writing.void(places, office.places["outreach"], 1, "twice")
    return office.database


def test_what_was_written_as_it_should_be_has_no_faults(corrected: Database) -> None:
    assert links(corrected) == revisions(corrected) == []


@pytest.mark.parametrize(
    ("act", "faults"),
    [
        (audit.delete().where(audit.c.seq == 7), [AuditFault(FaultKind.GAP, 7)]),
        (audit.delete().where(audit.c.seq == 1), [AuditFault(FaultKind.GAP, 1)]),
        (audit.delete().where(audit.c.seq.between(4, 6)), [AuditFault(FaultKind.GAP, 4)]),
        (audit.update().where(audit.c.seq == 7).values(act="open"), [AuditFault(FaultKind.ALTERED, 7)]),
        (audit.update().where(audit.c.seq == 7).values(purpose="x"), [AuditFault(FaultKind.ALTERED, 7)]),
        (audit.update().where(audit.c.seq == 7).values(at=AT), [AuditFault(FaultKind.ALTERED, 7)]),
    ],
)
def test_a_row_that_is_gone_or_changed(
    corrected: Database, act: sa.Executable, faults: list[AuditFault]
) -> None:
    behind(corrected, lambda connection: connection.execute(act))
    assert links(corrected) == faults


def test_a_changed_hash_breaks_the_row_and_the_next(corrected: Database) -> None:
    changed = audit.update().where(audit.c.seq == 7).values(hash=b"\x07" * 32)
    behind(corrected, lambda connection: connection.execute(changed))
    assert links(corrected) == [AuditFault(FaultKind.ALTERED, 7), AuditFault(FaultKind.ALTERED, 8)]


def test_two_rows_exchanged(corrected: Database) -> None:
    def moved(seq: int, to: int) -> Tamper:
        return lambda connection: connection.execute(audit.update().where(audit.c.seq == seq).values(seq=to))

    behind(corrected, moved(7, 1000), moved(8, 7), moved(1000, 8))
    assert [(fault.kind, fault.seq) for fault in links(corrected)] == [
        (FaultKind.ALTERED, 7),
        (FaultKind.ALTERED, 8),
        (FaultKind.ALTERED, 9),
    ]


def test_rows_cut_off_the_end_leave_a_whole_chain(corrected: Database) -> None:
    """Which is why `check` also looks at the newest backup, and at each row's own revisions."""
    with corrected.reading() as connection:
        seq, _ = last_link(connection)
    behind(corrected, lambda connection: connection.execute(audit.delete().where(audit.c.seq > seq - 2)))
    assert links(corrected) == []
    assert revisions(corrected) == [
        AuditFault(FaultKind.UNTOLD, table="places"),
        AuditFault(FaultKind.UNTOLD, table="settings"),
    ]


@pytest.mark.parametrize(
    ("act", "kind", "table"),
    [
        (settings.update().values(revision=4), FaultKind.UNTOLD, "settings"),
        (settings.update().values(revision=2), FaultKind.UNTOLD, "settings"),
        (settings.delete(), FaultKind.ERASED, "settings"),
        (history.delete().where(history.c.revision == 2), FaultKind.UNREMEMBERED, "settings"),
        (history.delete().where(history.c.table == "places"), FaultKind.UNREMEMBERED, "places"),
        (
            history.update().where(history.c.revision == 2).values(revision=9),
            FaultKind.UNREMEMBERED,
            "settings",
        ),
        (
            audit.update().where(audit.c.table == "settings", audit.c.revision == 2).values(revision=1),
            FaultKind.UNTOLD,
            "settings",
        ),
    ],
)
def test_a_row_whose_revisions_are_not_all_there(
    corrected: Database, act: sa.Executable, kind: FaultKind, table: str
) -> None:
    behind(corrected, lambda connection: connection.execute(act))
    assert (kind, table) in [(fault.kind, fault.table) for fault in revisions(corrected)]


def test_rows_put_in_behind_the_audit_are_counted(office: Office) -> None:
    with office.database.reading() as connection:
        former = dict(connection.execute(kit_lots.select().limit(1)).mappings().one())
    rows = [former | {"id": office.database._new_id(), "lot": lot} for lot in ("A", "B")]
    behind(office.database, lambda connection: connection.execute(kit_lots.insert(), rows))
    assert revisions(office.database) == [AuditFault(FaultKind.UNTOLD, table="kit_lots", count=2)]


def test_reading_notes_are_no_revisions(office: Office) -> None:
    with office.database.writing(None, AT) as writing:
        writing.note("open", places, office.places["liege"])
    assert links(office.database) == revisions(office.database) == []


def test_the_newest_rows_are_read_first_and_page_by_page(corrected: Database) -> None:
    with corrected.reading() as connection:
        newest = entries(connection, limit=2)
        older = entries(connection, before=newest[-1].seq, limit=1000)
        seq, last = last_link(connection)
        assert newest[0].seq == seq
        assert hash_at(connection, seq) == last
        assert (hash_at(connection, 0), hash_at(connection, seq + 1)) == (GENESIS, None)
    assert [row.seq for row in (*newest, *older)] == list(range(seq, 0, -1))
    assert (newest[0].act, newest[0].table, newest[0].revision) == ("void", "places", 2)
