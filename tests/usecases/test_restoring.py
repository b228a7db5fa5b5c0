"""Backups proved and put back."""

import json
import re
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from icarmed.db import audit
from icarmed.db.database import Database
from icarmed.domain.findings import Refused
from icarmed.security.errors import SignInRefused
from icarmed.security.roles import Role
from icarmed.usecases.accounts import AddAccount, account_called, add_account, reset_password
from icarmed.usecases.backups import backup
from icarmed.usecases.checking import check
from icarmed.usecases.people import RegisterPerson, register
from icarmed.usecases.restoring import restore, verify
from icarmed.usecases.vault.credentials import ByDevice, ByPassword, ByRecoveryCode, Credentials
from icarmed.usecases.vault.device import let_this_device_in
from icarmed.usecases.vault.entering import sign_in, sign_in_with_recovery_code
from icarmed.usecases.vault.folder import DataFolder, FolderState
from tests.support.memory_keyring import MemoryKeyring
from tests.support.vaults import AT, MAYA_WORDS, NOOR_WORDS, House, desk_of, house

MAYA = ByPassword("Maya", MAYA_WORDS)
NOOR = ByPassword("Noor", NOOR_WORDS)
PERSON = "Zénobie Inventée"


@pytest.fixture
def made(tmp_path: Path) -> House:
    made = house(tmp_path / "data", practice=True)
    add_account(made.vault, made.desk, AddAccount("Noor", "", NOOR_WORDS, frozenset({Role.NURSE})))
    register(made.desk, RegisterPerson(PERSON))
    return made


@pytest.fixture
def file(made: House, tmp_path: Path) -> Path:
    """A backup; the data base is closed."""
    (tmp_path / "stick").mkdir()
    with made.vault:
        return backup(made.vault, made.desk, tmp_path / "stick").value.file


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for temporary files that a test looks into; it is empty in the end."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    yield place
    assert list(place.iterdir()) == []


def rewritten(
    file: Path, change: Callable[[dict[str, bytes]], None], compressed: int = zipfile.ZIP_STORED
) -> Path:
    """The backup with other contents."""
    with zipfile.ZipFile(file) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    change(contents)
    to = file.with_name("changed.zip")
    with zipfile.ZipFile(to, "w", compressed) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return to


@pytest.mark.usefixtures("temporary")
class TestVerify:
    @pytest.mark.parametrize("who", ["maya", "noor", "sheet"])
    def test_everyone_of_that_day_may(self, made: House, file: Path, who: str) -> None:
        all_of_them: dict[str, Credentials] = {
            "maya": MAYA,
            "noor": NOOR,
            "sheet": ByRecoveryCode(made.sheet.code),
        }
        shown = all_of_them[who]
        found = verify(file, shown, AT)
        assert found.findings == ()
        assert (found.counted.patients, found.counted.visits) == (1, 0)

    def test_so_may_the_keyring_of_this_computer(self, tmp_path: Path, memory_keyring: MemoryKeyring) -> None:
        made = house(tmp_path / "other", practice=True)
        with made.vault:
            let_this_device_in(made.vault, made.desk)
            file = backup(made.vault, made.desk).value.file
        assert memory_keyring.kept
        assert verify(file, ByDevice(), AT).findings == ()
        with pytest.raises(Refused, match="no_right"):
            restore(file, DataFolder(tmp_path / "new"), ByDevice(), AT)

    def test_nobody_else_and_nothing_is_left(self, file: Path) -> None:
        for shown in (ByPassword("Maya", NOOR_WORDS), ByPassword("Nobody", MAYA_WORDS), ByDevice()):
            with pytest.raises(SignInRefused):
                verify(file, shown, AT)

    def test_it_writes_nothing_into_the_backup(self, file: Path) -> None:
        before = file.read_bytes()
        verify(file, MAYA, AT)
        assert file.read_bytes() == before

    @pytest.mark.parametrize("at", [0, 400, -20, -3000, -300_000])
    def test_a_byte_that_is_not_what_it_was_is_found(self, file: Path, at: int) -> None:
        data = bytearray(file.read_bytes())
        data[at] ^= 0x40
        file.write_bytes(data)
        with pytest.raises(Refused, match=r"backup_(damaged|unknown)"):
            verify(file, MAYA, AT)

    @pytest.mark.parametrize("length", [0, 100, 200_000, -1])
    def test_a_file_that_was_cut_short_is_found(self, file: Path, length: int) -> None:
        file.write_bytes(file.read_bytes()[:length])
        with pytest.raises(Refused, match="backup_damaged"):
            verify(file, MAYA, AT)

    @pytest.mark.parametrize(
        ("name", "code"),
        [("data.db", "backup_damaged"), ("keys.json", "backup_damaged"), ("manifest.json", "backup_unknown")],
    )
    def test_each_part_must_be_there(self, file: Path, name: str, code: str) -> None:
        def without(parts: dict[str, bytes]) -> None:
            del parts[name]

        with pytest.raises(Refused, match=code):
            verify(rewritten(file, without), MAYA, AT)

    @pytest.mark.parametrize(
        ("manifest", "code"),
        [
            (b"[]", "backup_unknown"),
            (b"not json", "backup_unknown"),
            (b'{"format": "other"}', "backup_unknown"),
            (b'{"format": "icarmed-backup", "version": 2}', "backup_newer"),
            (b'{"format": "icarmed-backup", "version": 1}', "backup_unknown"),
            (b" " * 200_000, "backup_damaged"),
        ],
    )
    def test_a_manifest_that_is_none(self, file: Path, manifest: bytes, code: str) -> None:
        with pytest.raises(Refused, match=code):
            verify(rewritten(file, lambda parts: parts.update({"manifest.json": manifest})), MAYA, AT)

    @pytest.mark.parametrize(("offset", "value"), [(8, 1), (10, 99)])
    def test_a_zip_under_a_password_or_of_an_unknown_kind(self, file: Path, offset: int, value: int) -> None:
        """Flags and method of each entry in the directory of the zip (APPNOTE 4.3.12)."""
        data = bytearray(file.read_bytes())
        for entry in re.finditer(rb"PK\x01\x02", bytes(data)):
            data[entry.start() + offset] = value
        file.write_bytes(data)
        with pytest.raises(Refused, match="backup_damaged"):
            verify(file, MAYA, AT)

    def test_a_compressed_part_is_refused_before_it_unfolds(self, file: Path) -> None:
        bomb = rewritten(
            file, lambda parts: parts.update({"data.db": bytes(50_000_000)}), zipfile.ZIP_DEFLATED
        )
        with pytest.raises(Refused, match="backup_damaged"):
            verify(bomb, MAYA, AT)

    def test_an_audit_that_is_not_what_the_manifest_says_is_told(self, file: Path) -> None:
        def other_hash(parts: dict[str, bytes]) -> None:
            told = json.loads(parts["manifest.json"])
            told["audit"]["hash"] = "00" * 32
            parts["manifest.json"] = json.dumps(told).encode()

        def longer(parts: dict[str, bytes]) -> None:
            told = json.loads(parts["manifest.json"])
            told["audit"]["seq"] += 1000
            parts["manifest.json"] = json.dumps(told).encode()

        for change, code in ((other_hash, "unlike_backup"), (longer, "behind_backup")):
            found = verify(rewritten(file, change), MAYA, AT)
            assert [finding.code for finding in found.findings] == [code]

    def test_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError):
            verify(tmp_path / "none.zip", MAYA, AT)


class TestRestore:
    def test_in_an_empty_place_with_a_password_of_that_day(self, file: Path, tmp_path: Path) -> None:
        folder = DataFolder(tmp_path / "new" / "data")
        restored = restore(file, folder, MAYA, AT)
        assert (restored.set_aside, restored.verified.counted.patients) == (None, 1)
        assert {path.name for path in folder.path.iterdir()} == {
            *("data.db", "data.db.lock", "keys.json", "open.lock")
        }
        with sign_in(folder, "Noor", NOOR_WORDS, AT) as vault, vault.database.reading() as connection:
            assert [row.act for row in audit.entries(connection, limit=3)] == [
                "sign_in",
                "restore",
                "sign_in",
            ]

    def test_with_the_recovery_code_when_all_passwords_are_forgotten(
        self, made: House, file: Path, tmp_path: Path
    ) -> None:
        folder = DataFolder(tmp_path / "new")
        restore(file, folder, ByRecoveryCode(made.sheet.code), AT)
        with sign_in_with_recovery_code(folder, made.sheet.code, AT) as vault:
            desk = desk_of(vault)
            reset_password(vault, desk, account_called(desk, "Maya").id, "une péniche au soleil")
        with sign_in(folder, "Maya", "une péniche au soleil", AT) as vault:
            assert check(vault, desk_of(vault)).findings == ()

    def test_what_was_there_is_kept_whole(self, made: House, file: Path) -> None:
        with sign_in(made.folder, "Maya", MAYA_WORDS, AT) as vault:
            register(desk_of(vault), RegisterPerson("Later"))
        restored = restore(file, made.folder, MAYA, AT)
        assert restored.set_aside == made.folder.path / "before-20261203-133000"
        with sign_in(DataFolder(restored.set_aside), "Maya", MAYA_WORDS, AT) as former:
            counted = check(former, desk_of(former)).counted
        assert counted is not None
        assert counted.patients == 2
        again = restore(file, made.folder, MAYA, AT)
        assert again.set_aside == made.folder.path / "before-20261203-133000-2"

    def test_pages_still_in_the_log_go_along(self, made: House, file: Path) -> None:
        """A program was killed: what it had written is in the log, and the log is kept beside its file."""
        log = made.folder.path / "data.db-wal"
        log.write_bytes(b"pages")
        aside = restore(file, made.folder, MAYA, AT).set_aside
        assert aside is not None
        assert (aside / "data.db-wal").read_bytes() == b"pages"
        assert not log.exists()

    def test_over_a_damaged_data_base_or_lost_keys(self, made: House, file: Path) -> None:
        made.folder.data_base.write_bytes(b"rubbish")
        made.folder.key_file.unlink()
        restore(file, made.folder, MAYA, AT)
        sign_in(made.folder, "Maya", MAYA_WORDS, AT).close()

    def test_not_while_someone_has_it_open(self, made: House, file: Path) -> None:
        with (
            sign_in(made.folder, "Noor", NOOR_WORDS, AT),
            pytest.raises(Refused, match="open_elsewhere"),
        ):
            restore(file, made.folder, MAYA, AT)
        assert not list(made.folder.path.glob("being-restored")) + list(made.folder.path.glob("before-*"))

    @pytest.mark.parametrize("shown", [NOOR, ByPassword("Maya", "wrong password")])
    def test_refused_it_leaves_everything_as_it_was(
        self, made: House, file: Path, shown: ByPassword, tmp_path: Path
    ) -> None:
        before = made.folder.data_base.read_bytes()
        with pytest.raises((Refused, SignInRefused)):
            restore(file, made.folder, shown, AT)
        assert made.folder.data_base.read_bytes() == before
        assert not list(made.folder.path.glob("being-restored")) + list(made.folder.path.glob("before-*"))
        with pytest.raises((Refused, SignInRefused)):
            restore(file, DataFolder(tmp_path / "new"), shown, AT)
        assert DataFolder(tmp_path / "new").state is FolderState.EMPTY

    def test_an_unsound_backup_is_refused(self, made: House, tmp_path: Path) -> None:
        with sign_in(made.folder, "Maya", MAYA_WORDS, AT) as vault:
            database = Database(made.folder.data_base, vault.data_key.secret)
            with database.writing(None, AT) as writing:
                writing.connection.exec_driver_sql("DELETE FROM audit WHERE seq = 4")
            database.close()
            unsound = backup(vault, desk_of(vault)).value.file
        with pytest.raises(Refused, match="audit_gap"):
            restore(unsound, DataFolder(tmp_path / "new"), MAYA, AT)
        assert DataFolder(tmp_path / "new").state is FolderState.EMPTY

    def test_an_older_one_is_told_by_check_until_the_next_backup(self, made: House, file: Path) -> None:
        later = AT + timedelta(hours=1)
        with sign_in(made.folder, "Maya", MAYA_WORDS, later) as vault:
            for name in ("A", "B", "C", "D"):
                register(desk_of(vault, later), RegisterPerson(name))
            backup(vault, desk_of(vault, later), file.parent)
        restore(file, made.folder, MAYA, later)
        with sign_in(made.folder, "Maya", MAYA_WORDS, later) as vault:
            desk = desk_of(vault, later + timedelta(minutes=1))
            assert [finding.code for finding in check(vault, desk).findings] == ["behind_backup"]
            backup(vault, desk, file.parent)
            assert check(vault, desk).findings == ()

    def test_killed_before_it_was_in_place_the_next_attempt_succeeds(self, made: House, file: Path) -> None:
        half = made.folder.path / "being-restored"
        half.mkdir()
        (half / "data.db").write_bytes(b"half")
        made.folder.data_base.rename(made.folder.path / "moved")
        assert made.folder.state is FolderState.INCOMPLETE
        restored = restore(file, made.folder, MAYA, AT)
        assert restored.set_aside is not None
        assert [path.name for path in restored.set_aside.iterdir()] == ["keys.json"]
        assert not half.exists()
        sign_in(made.folder, "Maya", MAYA_WORDS, AT).close()
