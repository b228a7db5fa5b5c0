"""The encrypted file as a whole: copied, settled, under another key."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from icarmed.db import copying, integrity
from icarmed.db.database import Database
from icarmed.db.errors import StorageError, StorageFault
from icarmed.db.revision import newest, revision_of
from tests.support.office import KEY, Office

AT = datetime(2026, 12, 3, 13, 30, tzinfo=UTC)
OTHER = bytes(range(32, 64))


def test_a_copy_is_one_whole_file_under_the_same_key(office: Office, tmp_path: Path) -> None:
    to = tmp_path / "copies" / "copy.db"
    to.parent.mkdir()
    copying.copy(office.database.path, KEY, to)
    assert [path.name for path in to.parent.iterdir()] == ["copy.db"]
    assert to.stat().st_mode & 0o777 == 0o600
    assert integrity.faults(to, KEY) == []
    assert b"SQLite format 3" not in to.read_bytes()


def test_a_copy_is_never_made_over_something(office: Office, tmp_path: Path) -> None:
    to = tmp_path / "there"
    to.write_bytes(b"something")
    with pytest.raises(StorageError) as refusal:
        copying.copy(office.database.path, KEY, to)
    assert refusal.value.fault is StorageFault.EXISTS
    assert to.read_bytes() == b"something"


def test_a_copy_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        copying.copy(tmp_path / "no such file", KEY, tmp_path / "copy.db")
    assert list(tmp_path.iterdir()) == []


def test_others_may_have_it_open_while_it_is_copied(office: Office, tmp_path: Path) -> None:
    with office.database.writing(None, AT) as writing:
        writing.note("begun")
        copying.copy(office.database.path, KEY, tmp_path / "copy.db")
    copy = Database(tmp_path / "copy.db", KEY)
    with copy.reading() as connection:
        acts = connection.exec_driver_sql("SELECT act FROM audit ORDER BY seq DESC LIMIT 1").scalar_one()
    copy.close()
    assert acts != "begun"


def test_it_cannot_be_settled_while_someone_reads_in_it(office: Office) -> None:
    with office.database.reading() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM audit").scalar_one()
        with office.database.writing(None, AT) as writing:
            writing.note("meanwhile")
        with pytest.raises(StorageError) as refusal:
            copying.settle(office.database.path, KEY)
    assert refusal.value.fault is StorageFault.BUSY


def test_under_another_key_the_old_one_opens_nothing(office: Office) -> None:
    office.database.close()
    copying.rekey(office.database.path, KEY, OTHER)
    copying.settle(office.database.path, OTHER)
    assert integrity.faults(office.database.path, OTHER) == []
    assert integrity.faults(office.database.path, KEY) == ["wrong_key_or_damaged"]


def test_a_key_of_another_length_is_refused(office: Office) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        copying.rekey(office.database.path, KEY, b"short")


def test_a_rekey_that_the_wrong_key_asks_for_changes_nothing(office: Office) -> None:
    office.database.close()
    with pytest.raises(StorageError):
        copying.rekey(office.database.path, OTHER, KEY)
    assert integrity.faults(office.database.path, KEY) == []


def test_the_newest_revision_is_known_without_the_machinery_of_upgrades(office: Office) -> None:
    from icarmed.db import migrating

    assert newest() == migrating.newest_revision()
    with office.database.reading() as connection:
        assert revision_of(connection) == newest()
        connection.exec_driver_sql("SELECT 1")


def test_a_file_without_a_revision_has_none(tmp_path: Path) -> None:
    from icarmed.db.engine import connect

    link = connect(tmp_path / "bare.db", KEY, create=True)
    link.execute("CREATE TABLE t (a)")
    link.close()
    bare = Database(tmp_path / "bare.db", KEY)
    with bare.reading() as connection:
        assert revision_of(connection) is None
    bare.close()


def test_a_closed_data_base_holds_no_key(office: Office) -> None:
    office.database.close()
    for opening in (office.database.reading, office.database.long_reading):
        with pytest.raises(ValueError, match="32 bytes"), opening():
            pass
    with pytest.raises(ValueError, match="32 bytes"), office.database.writing(None, AT):
        pass
