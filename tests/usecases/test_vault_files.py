"""Where the data base may live, and who holds it."""

from pathlib import Path

import pytest

from icarmed.db.errors import StorageError, StorageFault
from icarmed.domain.findings import Refused
from icarmed.usecases.restoring import restore
from icarmed.usecases.vault.creating import FirstAccount, create
from icarmed.usecases.vault.credentials import ByPassword
from icarmed.usecases.vault.folder import DataFolder, FolderState
from icarmed.usecases.vault.presence import Presence, alone
from icarmed.usecases.vault.shares import is_network_share
from icarmed.usecases.vault.sheet import new_sheet
from tests.support.vaults import AT, MAYA_WORDS

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
tmpfs {0}/here tmpfs rw 0 0
server:/data {0}/here/share nfs4 rw 0 0
//server/docs {0}/with\\040blank cifs rw 0 0
/dev/sdb1 {0}/here/share/stick vfat rw 0 0
"""


@pytest.mark.parametrize(
    ("place", "is_share"),
    [
        ("", False),
        ("here", False),
        ("here/sharebut", False),
        ("here/share", True),
        ("here/share/deeper/not/yet/there", True),
        ("here/share/stick/data", False),
        ("with blank/data", True),
    ],
)
def test_a_share_is_known_by_the_nearest_mount(tmp_path: Path, place: str, is_share: bool) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS.format(tmp_path), "utf-8")
    assert is_network_share(tmp_path / place, mounts) is is_share


def test_a_link_onto_a_share_is_one(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS.format(tmp_path), "utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "here" / "share")
    assert is_network_share(tmp_path / "link" / "data", mounts)


def test_without_a_list_of_mounts_nothing_is_known(tmp_path: Path) -> None:
    assert not is_network_share(tmp_path, tmp_path / "no such list")
    assert not is_network_share(tmp_path)


def test_no_data_base_is_made_or_restored_on_a_share(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"server:/data {tmp_path} nfs rw 0 0\n", "utf-8")
    folder = DataFolder(tmp_path / "data", mounts)
    for act in (
        lambda: create(folder, FirstAccount("Maya", "", MAYA_WORDS), new_sheet(), AT),
        lambda: restore(tmp_path / "backup.zip", folder, ByPassword("Maya", MAYA_WORDS), AT),
    ):
        with pytest.raises(StorageError) as refusal:
            act()
        assert refusal.value.fault is StorageFault.NETWORK_SHARE
    assert not (tmp_path / "data").exists()


class TestPresence:
    def test_many_may_share_and_who_is_alone_shuts_out(self, tmp_path: Path) -> None:
        one, two = Presence(tmp_path), Presence(tmp_path)
        with pytest.raises(Refused, match="open_elsewhere"), alone(tmp_path):
            pass
        with pytest.raises(Refused, match="open_elsewhere"), one.alone():
            pass
        two.end()
        two.end()
        with one.alone(), pytest.raises(Refused, match="data_base_being_replaced"):
            Presence(tmp_path)
        three = Presence(tmp_path)
        for presence in (one, three):
            presence.end()
        with alone(tmp_path), pytest.raises(Refused, match="data_base_being_replaced"):
            Presence(tmp_path)

    def test_refused_it_still_has_its_share(self, tmp_path: Path) -> None:
        one, two = Presence(tmp_path), Presence(tmp_path)
        with pytest.raises(Refused), one.alone():
            pass
        two.end()
        with pytest.raises(Refused), alone(tmp_path):
            pass
        one.end()


@pytest.mark.parametrize(
    ("names", "state"),
    [
        ([], FolderState.EMPTY),
        (["data.db.lock", "open.lock", "backups"], FolderState.EMPTY),
        (["being-made"], FolderState.EMPTY),
        (["being-made", "keys.json"], FolderState.EMPTY),
        (["keys.json"], FolderState.INCOMPLETE),
        (["data.db"], FolderState.INCOMPLETE),
        (["data.db", "being-made"], FolderState.INCOMPLETE),
        (["data.db-wal"], FolderState.INCOMPLETE),
        (["data.db", "keys.json"], FolderState.READY),
    ],
)
def test_what_a_folder_holds(tmp_path: Path, names: list[str], state: FolderState) -> None:
    for name in names:
        (tmp_path / name).touch()
    assert DataFolder(tmp_path).state is state
