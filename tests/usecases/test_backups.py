"""Backups: whole, encrypted, kept by day, week and month, made while others work."""

import json
import multiprocessing
import zipfile
from datetime import UTC, datetime, timedelta
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icarmed.db import audit, integrity
from icarmed.db.database import Database
from icarmed.db.errors import StorageError, StorageFault
from icarmed.domain.findings import Refused
from icarmed.security.roles import Role
from icarmed.usecases.accounts import AddAccount, add_account
from icarmed.usecases.backups import (
    Keeping,
    backup,
    kept_of,
    last_backup,
    newest_manifest,
    set_keeping,
)
from icarmed.usecases.story import Topic
from icarmed.usecases.vault.entering import sign_in
from tests.support.vaults import AT, MAYA_WORDS, NOOR_WORDS, House, desk_of, house


@pytest.fixture
def made(tmp_path: Path) -> House:
    return house(tmp_path / "data", practice=True)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    stick = tmp_path / "stick"
    stick.mkdir()
    return stick


def test_it_holds_data_base_keys_and_what_to_hold_them_against(made: House, stick: Path) -> None:
    with made.vault:
        outcome = backup(made.vault, made.desk, stick)
    file = outcome.value.file
    assert outcome.topics == {Topic.BACKUP}
    assert list(stick.iterdir()) == [file]
    assert file.stat().st_mode & 0o777 == 0o600
    with zipfile.ZipFile(file) as archive:
        assert sorted(archive.namelist()) == ["data.db", "keys.json", "manifest.json"]
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}
        assert archive.testzip() is None
        assert archive.read("keys.json") == made.folder.key_file.read_bytes()
        told = json.loads(archive.read("manifest.json"))
    assert told.keys() == {"format", "version", "data_base", "made_at", "schema_revision", "audit", "sha256"}
    assert told["audit"]["seq"] == outcome.value.manifest.audit_seq


def test_its_name_says_whose_it_is_and_when_it_was_made(made: House, stick: Path) -> None:
    with made.vault:
        first = backup(made.vault, made.desk, stick).value
        second = backup(made.vault, made.desk, stick).value
    base = first.manifest.data_base[:8]
    assert first.file.name == f"icarmed-{base}-20190103-143000.zip"
    assert second.file.name == f"icarmed-{base}-20190103-143000-2.zip"


def test_nothing_of_the_making_is_left(made: House, stick: Path) -> None:
    base = _base(made)
    (stick / f"icarmed-{base}-20181231-100000.zip.part").write_bytes(b"of someone killed")
    (made.folder.path / "being-copied.db").write_bytes(b"of someone killed")
    with made.vault:
        backup(made.vault, made.desk, stick)
    assert [path.suffix for path in stick.iterdir()] == [".zip"]
    assert not list(made.folder.path.glob("being-copied.db*[!k]"))


def test_it_is_remembered_for_the_status_bar_and_audited(made: House, stick: Path) -> None:
    with made.vault:
        assert last_backup(made.desk) is None
        file = backup(made.vault, made.desk, stick).value.file
        last = last_backup(made.desk)
        assert last is not None
        assert (last.at, last.file) == (made.desk.now, file)
        with made.desk.reading() as connection:
            told, *_ = audit.entries(connection, limit=1)
        assert (told.act, told.purpose) == ("backup", file.name)
        reached = newest_manifest(made.desk)
        assert reached is not None
        assert reached[0] == file


def test_when_nothing_is_said_it_goes_beside_the_data(made: House) -> None:
    with made.vault:
        file = backup(made.vault, made.desk).value.file
    assert file.parent == made.folder.path / "backups"
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_is_not_there_is_not_made(made: House, tmp_path: Path) -> None:
    with made.vault, pytest.raises(Refused, match="backup_folder_missing"):
        backup(made.vault, made.desk, tmp_path / "stick not plugged in")
    assert not (tmp_path / "stick not plugged in").exists()


def test_any_account_may_make_one(made: House, stick: Path) -> None:
    add_account(made.vault, made.desk, AddAccount("Sam", "", NOOR_WORDS, frozenset({Role.COORDINATOR})))
    made.vault.close()
    with sign_in(made.folder, "Sam", NOOR_WORDS, AT) as vault:
        assert backup(vault, desk_of(vault), stick).value.file.exists()


def test_a_damaged_data_base_takes_no_older_backup_away(made: House, stick: Path) -> None:
    with made.vault:
        set_keeping(made.desk, Keeping(1, 0, 0))
        whole = backup(made.vault, made.desk, stick).value.file
    pages = bytearray(made.folder.data_base.read_bytes())
    pages[-2000:-1900] = bytes(100)
    made.folder.data_base.write_bytes(pages)
    with sign_in(made.folder, "Maya", MAYA_WORDS, AT) as vault:
        with pytest.raises(StorageError) as refusal:
            backup(vault, desk_of(vault), stick)
        assert refusal.value.fault is StorageFault.DAMAGED
    assert list(stick.iterdir()) == [whole]


def test_only_backups_of_this_data_base_are_removed(made: House, stick: Path, tmp_path: Path) -> None:
    other = house(tmp_path / "other", practice=True)
    with other.vault:
        theirs = backup(other.vault, other.desk, stick).value.file
    (stick / "holiday.zip").write_bytes(b"of someone")
    base = _base(made)
    for day in range(1, 29):
        (stick / f"icarmed-{base}-201812{day:02}-180000.zip").touch()
    with made.vault:
        set_keeping(made.desk, Keeping(2, 0, 0))
        outcome = backup(made.vault, made.desk, stick).value
    assert {path.name for path in stick.iterdir()} == {
        *(theirs.name, "holiday.zip", outcome.file.name, f"icarmed-{base}-20181228-180000.zip")
    }
    assert len(outcome.removed) == 27


def _base(made: House) -> str:
    from icarmed.db import office

    with made.vault.database.reading() as connection:
        return (office.setting(connection, "data_base_id") or "")[:8]


class TestKeeping:
    def named(self, moments: list[datetime]) -> list[Path]:
        return [Path(f"icarmed-0123abcd-{moment:%Y%m%d-%H%M%S}.zip") for moment in moments]

    def test_the_newest_of_each_day_week_and_month(self) -> None:
        """Two a day for four months, to Thursday 3 January 2019."""
        last = datetime(2019, 1, 3, 18, tzinfo=UTC)
        files = self.named([last - timedelta(hours=12 * back) for back in range(240)])
        kept = {file.name[17:25] for file in kept_of(files, Keeping(7, 4, 3))}
        days = {"20190103", "20190102", "20190101", "20181231", "20181230", "20181229", "20181228"}
        weeks = {"20190103", "20181230", "20181223", "20181216"}
        months = {"20190103", "20181231", "20181130"}
        assert kept == days | weeks | months
        mornings = [file.name for file in kept_of(files, Keeping(7, 4, 3)) if "-180000" not in file.name]
        assert mornings == ["icarmed-0123abcd-20190103-060000.zip"]

    @given(
        st.lists(st.datetimes(datetime(2018, 1, 1), datetime(2020, 1, 1)), unique=True, max_size=60),  # noqa: DTZ001 times of a name
        st.integers(1, 9),
        st.integers(0, 6),
        st.integers(0, 14),
    )
    def test_the_newest_stays_and_no_more_than_were_asked_for(
        self, moments: list[datetime], days: int, weeks: int, months: int
    ) -> None:
        files = self.named(moments)
        kept = kept_of(files, Keeping(days, weeks, months))
        assert kept <= set(files)
        if moments:
            last_day = [moment for moment in moments if moment.date() == max(moments).date()]
            assert len(kept) <= len(last_day) - 1 + days + weeks + months
            assert kept >= set(self.named(last_day))
        assert kept_of(kept, Keeping(days, weeks, months)) == kept

    @pytest.mark.parametrize("counts", [(0, 4, 12), (7, -1, 12), (7, 4, -1)])
    def test_a_keeping_that_keeps_nothing_is_refused(self, counts: tuple[int, int, int]) -> None:
        with pytest.raises(ValueError, match="keeping"):
            Keeping(*counts)

    def test_the_administrator_sets_it(self, made: House) -> None:
        with made.vault:
            add_account(made.vault, made.desk, AddAccount("Noor", "", NOOR_WORDS, frozenset({Role.NURSE})))
        with sign_in(made.folder, "Noor", NOOR_WORDS, AT) as vault, pytest.raises(Refused, match="no_right"):
            set_keeping(desk_of(vault), Keeping(7, 4, 12))


def _write_without_end(path: Path, key: bytes, go: Event, stop: Event) -> None:
    """Two rows in each transaction: a copy that is a state that existed holds an even number of them."""
    database = Database(path, key)
    go.set()
    while not stop.wait(0.002):  # without a breath no other writer would get a turn
        with database.writing(None, AT) as writing:
            writing.note("load", purpose="one")
            writing.note("load", purpose="two")
    database.close()


def test_under_load_the_copy_is_a_state_that_existed(made: House, stick: Path, tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    go, stop = context.Event(), context.Event()
    key = made.vault.data_key.secret
    writer = context.Process(target=_write_without_end, args=(made.folder.data_base, key, go, stop))
    writer.start()
    try:
        assert go.wait(60)
        files = [backup(made.vault, made.desk, stick).value.file for _ in range(5)]
    finally:
        stop.set()
        writer.join(60)
    made.vault.close()
    assert writer.exitcode == 0
    counted = [_load_in(file, key, tmp_path / f"{number}.db") for number, file in enumerate(files)]
    assert all(count % 2 == 0 for count in counted)
    assert counted == sorted(counted)
    assert counted[-1] > counted[0]


def _load_in(file: Path, key: bytes, into: Path) -> int:
    with zipfile.ZipFile(file) as archive:
        into.write_bytes(archive.read("data.db"))
    assert integrity.faults(into, key) == []
    copy = Database(into, key)
    try:
        with copy.reading() as connection:
            assert list(audit.link_faults(connection)) == []
            found: int = connection.exec_driver_sql(
                "SELECT count(*) FROM audit WHERE act = 'load'"
            ).scalar_one()
            return found
    finally:
        copy.close()
