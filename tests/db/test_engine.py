"""The file is encrypted from birth, opens only with its key, and says what is wrong with it."""

import multiprocessing
import os
import signal
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from icarmed.db import integrity, migrating
from icarmed.db.database import Database
from icarmed.db.engine import OTHER_CACHE_KIB, connect, engine
from icarmed.db.errors import StorageError, StorageFault
from icarmed.db.schema import metadata
from icarmed.db.schema.office import audit, settings
from icarmed.db.schema.permanence import patient_names, patients
from tests.support.office import KEY, Office

AT = datetime(2026, 12, 3, 13, 30, tzinfo=UTC)
INVENTED = "Zénobie-Inventée"


def _write_someone(office: Office) -> None:
    with office.database.writing(None, AT) as writing:
        values = {"code": "K7M2QXW", "gender": "unknown", "milieu": "unknown", "relation": "worker"}
        person = writing.add(patients, values | {"nationality": "", "languages": ""})
        writing.add(patient_names, {"patient": person, "kind": "alias", "name": INVENTED, "shown": True})


def _plain_text_in(folder: Path) -> list[str]:
    needles = [
        INVENTED.encode(),
        INVENTED.encode("utf-16-le"),
        b"K7M2QXW",
        b"CREATE TABLE",
        b"SQLite format 3",
    ]
    return [
        path.name
        for path in folder.rglob("*")
        if path.is_file() and any(needle in path.read_bytes() for needle in needles)
    ]


def test_no_plain_text_in_file_or_log(office: Office) -> None:
    _write_someone(office)
    folder = office.database.path.parent
    assert {path.name for path in folder.iterdir()} >= {"data.db", "data.db-wal"}
    assert _plain_text_in(folder) == []


def test_sorting_more_than_the_cache_holds_writes_no_temporary_file(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spill = tmp_path / "spill"
    spill.mkdir()
    monkeypatch.setenv("SQLITE_TMPDIR", str(spill))
    with office.database.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA temp_store").scalar_one() == 2
        connection.exec_driver_sql(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000)"
            " SELECT i, hex(randomblob(32)) AS noise FROM n ORDER BY noise"
        ).fetchall()
    assert list(spill.iterdir()) == []


def test_a_wrong_key_opens_nothing(office: Office) -> None:
    with pytest.raises(StorageError) as denied:
        connect(office.database.path, bytes(32))
    assert denied.value.fault is StorageFault.WRONG_KEY_OR_DAMAGED


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "data.db"
    path.touch()
    with pytest.raises(StorageError) as denied:
        connect(path, KEY)
    assert denied.value.fault is StorageFault.EMPTY


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as denied:
        connect(tmp_path / "data.db", KEY)
    assert denied.value.fault is StorageFault.MISSING
    assert list(tmp_path.iterdir()) == []


def test_a_new_data_base_never_overwrites(office: Office) -> None:
    with pytest.raises(StorageError) as denied:
        migrating.create(office.database.path, KEY, AT)
    assert denied.value.fault is StorageFault.EXISTS


def test_the_file_is_for_its_owner_only(empty_file: Path) -> None:
    assert empty_file.stat().st_mode & 0o077 == 0


def test_the_migrated_file_is_what_the_schema_says(empty_file: Path, tmp_path: Path) -> None:
    planned = tmp_path / "planned.db"
    connect(planned, KEY, create=True).close()
    made = engine(planned, KEY, writes=True, cache_kib=OTHER_CACHE_KIB)
    with made.begin() as connection:
        metadata.create_all(connection)
    made.dispose()
    assert _shape(planned) == _shape(empty_file)


def _shape(path: Path) -> dict[str, str]:
    link = connect(path, KEY)
    try:
        rows = link.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    finally:
        link.close()
    return {name: " ".join(sql.split()) for name, sql in rows if name != "alembic_version"}


def test_a_file_that_is_up_to_date_is_left_alone(office: Office) -> None:
    path = office.database.path
    office.database.close()
    assert migrating.bring_up_to_date(path, KEY, AT) is False
    assert not path.with_suffix(".upgrading").exists()


def test_a_file_of_a_newer_program_is_refused(office: Office) -> None:
    with office.database.writing(None, AT) as writing:
        writing.connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    path = office.database.path
    office.database.close()
    with pytest.raises(StorageError) as denied:
        migrating.bring_up_to_date(path, KEY, AT)
    assert denied.value.fault is StorageFault.NEWER_SCHEMA


def test_an_older_file_is_upgraded_on_a_copy(tmp_path: Path) -> None:
    path = tmp_path / "data.db"
    connect(path, KEY, create=True).close()
    older = engine(path, KEY, writes=True, cache_kib=OTHER_CACHE_KIB)
    with older.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
    older.dispose()
    assert migrating.bring_up_to_date(path, KEY, AT) is True
    opened = Database(path, KEY)
    with opened.reading() as connection:
        assert migrating.schema_revision(connection) == migrating.newest_revision()
        assert connection.execute(sa.select(audit.c.act)).scalars().all() == ["migrate"]
    opened.close()


def test_a_whole_file_has_no_faults(office: Office) -> None:
    assert integrity.faults(office.database.path, KEY) == []


def test_a_damaged_page_is_found(office: Office) -> None:
    _write_someone(office)
    path = office.database.path
    office.database.close()
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)
    assert integrity.faults(path, KEY) != []


def test_a_file_cut_on_a_page_border_is_found(office: Office) -> None:
    _write_someone(office)
    path = office.database.path
    office.database.close()
    content = path.read_bytes()
    path.write_bytes(content[: len(content) - 4096 * 3])
    assert integrity.faults(path, KEY) != []


def _write_until_killed(path: Path, told: "multiprocessing.connection.Connection") -> None:
    database = Database(path, KEY)
    number = 0
    while True:
        number += 1
        with database.writing(None, AT) as writing:
            writing.add(settings, {"name": f"n{number}", "value": "x"})
        told.send(number)


def test_kill_9_loses_no_acknowledged_write_and_leaves_no_half_one(office: Office) -> None:
    path = office.database.path
    office.database.close()
    context = multiprocessing.get_context("spawn")
    hears, told = context.Pipe(duplex=False)
    process = context.Process(target=_write_until_killed, args=(path, told))
    process.start()
    acknowledged = 0
    while acknowledged < 25:
        acknowledged = hears.recv()
    os.kill(process.pid or 0, signal.SIGKILL)
    process.join()
    while hears.poll():
        acknowledged = hears.recv()
    opened = Database(path, KEY)
    with opened.reading() as connection:
        written = set(connection.execute(sa.select(settings.c.name)).scalars())
        noted = connection.execute(sa.select(sa.func.count()).where(audit.c.table == "settings")).scalar_one()
    opened.close()
    assert {f"n{number}" for number in range(1, acknowledged + 1)} <= written
    assert noted == len(written)
    assert integrity.faults(path, KEY) == []


def _write_many(path: Path, mark: str) -> None:
    database = Database(path, KEY)
    for number in range(40):
        with database.writing(None, AT) as writing:
            writing.add(settings, {"name": f"{mark}{number}", "value": "x"})
    database.close()


def test_two_programs_write_to_one_file_without_a_loss(office: Office) -> None:
    path = office.database.path
    context = multiprocessing.get_context("spawn")
    both = [context.Process(target=_write_many, args=(path, mark)) for mark in "ab"]
    for process in both:
        process.start()
    for process in both:
        process.join()
    assert [process.exitcode for process in both] == [0, 0]
    with office.database.reading() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(settings)).scalar_one() == 80
        rows = connection.execute(sa.select(audit.c.seq).order_by(audit.c.seq)).scalars().all()
    assert rows == list(range(1, len(rows) + 1))
