"""A new data base: whole or not at all, never in the place of another."""

from pathlib import Path
from uuid import UUID

import pytest

from icarmed.catalogue.places import shipped_places
from icarmed.db import audit, office
from icarmed.db.errors import StorageError, StorageFault
from icarmed.domain.codes import recovery_groups
from icarmed.domain.findings import Refused
from icarmed.security.roles import Right
from icarmed.usecases.calendar import calendar_of
from icarmed.usecases.vault.creating import FirstAccount, Foundation, MakingStep, create
from icarmed.usecases.vault.entering import sign_in, sign_in_with_recovery_code
from icarmed.usecases.vault.folder import MADE_IN, DataFolder, FolderState
from icarmed.usecases.vault.sheet import confirm_sheet, groups_awaited, new_sheet
from tests.support.killing import KILLED, run_python
from tests.support.vaults import AT, CHEAP, MAYA_WORDS, House, desk_of, house

PLAN = Foundation(rules=CHEAP)
FIRST = FirstAccount("Maya", "Dr Maya", MAYA_WORDS)

MAKING = """
import os, sys
from pathlib import Path
from icarmed.usecases.vault.creating import MakingStep, create
from icarmed.usecases.vault.folder import DataFolder
from icarmed.usecases.vault.sheet import new_sheet
from tests.support.vaults import AT
from tests.usecases.test_vault_creating import FIRST, PLAN

last = MakingStep(sys.argv[2])
kill = lambda step: os._exit(9) if step is last else None
create(DataFolder(Path(sys.argv[1])), FIRST, new_sheet(), AT, PLAN, kill)
"""


def test_it_holds_places_calendar_settings_and_who_made_it(tmp_path: Path) -> None:
    made = house(tmp_path)
    with made.vault, made.desk.reading() as connection:
        places = {place.code: place.label for place in office.all_places(connection)}
        account, *others = office.all_accounts(connection)
        calendar = calendar_of(connection)
        assert office.setting(connection, "language") == "fr"
        assert office.setting(connection, "zone") == "Europe/Brussels"
        assert UUID(office.setting(connection, "data_base_id") or "").version == 4
        assert list(audit.link_faults(connection)) == list(audit.revision_faults(connection)) == []
    assert places.keys() == {place.code for place in shipped_places().places}
    assert places["liege"] == "Liège"
    assert calendar.rules == shipped_places().calendar.rules
    assert (account.sign_in, account.shown_name, others) == ("Maya", "Dr Maya", [])
    assert account.roles == {"doctor", "administrator"}


def test_places_are_named_in_the_language_asked_for(tmp_path: Path) -> None:
    with create(DataFolder(tmp_path), FIRST, new_sheet(), AT, Foundation("en", CHEAP)) as vault:
        assert vault.actor.rights >= {Right.OPEN_FILE, Right.MANAGE_ACCOUNTS}
        with desk_of(vault).reading() as connection:
            labels = {place.code: place.label for place in office.all_places(connection)}
    assert labels["outreach"] not in {"outreach", ""}


def test_folder_and_files_are_their_owners_only(tmp_path: Path) -> None:
    made = house(tmp_path / "new" / "data")
    made.vault.close()
    assert made.folder.path.stat().st_mode & 0o777 == 0o700
    assert {made.folder.data_base.stat().st_mode & 0o777, made.folder.key_file.stat().st_mode & 0o777} == {
        0o600
    }
    assert {path.name for path in made.folder.path.iterdir()} == {
        *("data.db", "keys.json", "data.db.lock", "open.lock")
    }


def test_a_data_base_that_is_there_is_never_touched(tmp_path: Path) -> None:
    made = house(tmp_path)
    made.vault.close()
    before = made.folder.data_base.read_bytes(), made.folder.key_file.read_bytes()
    with pytest.raises(StorageError) as refusal:
        create(made.folder, FirstAccount("Noor", "", MAYA_WORDS), new_sheet(), AT, PLAN)
    assert refusal.value.fault is StorageFault.EXISTS
    assert (made.folder.data_base.read_bytes(), made.folder.key_file.read_bytes()) == before


@pytest.mark.parametrize(("left", "refused"), [("keys.json", Refused), ("data.db", StorageError)])
@pytest.mark.parametrize("side", ["", "data.db-wal"])
def test_what_is_left_of_one_is_never_touched(
    tmp_path: Path, left: str, refused: type[Exception], side: str
) -> None:
    made = house(tmp_path)
    made.vault.close()
    gone = {made.folder.data_base, made.folder.key_file} - {tmp_path / left}
    gone.pop().unlink()
    if side:
        (tmp_path / side).write_bytes(b"pages")
    assert made.folder.state is FolderState.INCOMPLETE
    before = (tmp_path / left).read_bytes()
    with pytest.raises(refused):
        create(made.folder, FIRST, new_sheet(), AT, PLAN)
    assert (tmp_path / left).read_bytes() == before


@pytest.mark.parametrize("step", MakingStep)
def test_killed_after_any_step_the_next_attempt_makes_it(tmp_path: Path, step: MakingStep) -> None:
    assert run_python(MAKING, tmp_path, step.value) == KILLED
    folder = DataFolder(tmp_path)
    if step is MakingStep.FILE_IN_PLACE:
        sign_in(folder, "Maya", MAYA_WORDS, AT).close()
    else:
        assert folder.state is FolderState.EMPTY
        house(tmp_path).vault.close()
    assert not (tmp_path / MADE_IN).exists()
    assert folder.state is FolderState.READY


def test_a_leftover_never_makes_keys_look_like_one_later(tmp_path: Path) -> None:
    """Killed at the very end, signed in, data base lost: the keys are those of real data then."""
    assert run_python(MAKING, tmp_path, MakingStep.FILE_IN_PLACE.value) == KILLED
    sign_in(DataFolder(tmp_path), "Maya", MAYA_WORDS, AT).close()
    (tmp_path / "data.db").unlink()
    assert DataFolder(tmp_path).state is FolderState.INCOMPLETE


class DiskFull(OSError):
    pass


@pytest.mark.parametrize("last", [step for step in MakingStep if step is not MakingStep.FILE_IN_PLACE])
def test_when_the_disk_says_no_nothing_is_left(tmp_path: Path, last: MakingStep) -> None:
    def full(step: MakingStep) -> None:
        if step is last:
            raise DiskFull

    with pytest.raises(DiskFull):
        create(DataFolder(tmp_path), FIRST, new_sheet(), AT, PLAN, full)
    assert [path.name for path in tmp_path.iterdir()] == ["data.db.lock"]
    house(tmp_path).vault.close()


@pytest.mark.parametrize(("name", "password"), [("Maya", "kort"), ("", MAYA_WORDS), (MAYA_WORDS, MAYA_WORDS)])
def test_a_name_or_password_that_will_not_do_leaves_nothing(tmp_path: Path, name: str, password: str) -> None:
    with pytest.raises(Refused):
        create(DataFolder(tmp_path), FirstAccount(name, "", password), new_sheet(), AT, PLAN)
    assert DataFolder(tmp_path).state is FolderState.EMPTY


def test_the_recovery_code_opens_it(tmp_path: Path) -> None:
    made = house(tmp_path)
    made.vault.close()
    with sign_in_with_recovery_code(made.folder, made.sheet.code.lower(), AT) as vault:
        assert not vault.is_closed


class TestSheet:
    @pytest.fixture
    def made(self, tmp_path: Path) -> House:
        return house(tmp_path, practice=True)

    def test_two_groups_are_awaited_until_they_are_typed_back(self, made: House) -> None:
        with made.vault:
            assert groups_awaited(made.desk) == made.sheet.groups
            groups = recovery_groups(made.sheet.code)
            first, second = (groups[number - 1].lower() for number in made.sheet.groups)
            with pytest.raises(Refused, match="recovery_groups_differ"):
                confirm_sheet(made.desk, (second, first))
            assert groups_awaited(made.desk) == made.sheet.groups
            confirm_sheet(made.desk, (first, second))
            assert groups_awaited(made.desk) is None
            with made.desk.reading() as connection:
                assert office.keepsake(connection, "recovery_groups") == ""

    def test_the_code_itself_is_nowhere_in_the_data_base(self, made: House) -> None:
        with made.vault, made.desk.reading() as connection:
            kept = office.keepsake(connection, "recovery_groups") or ""
        groups = recovery_groups(made.sheet.code)
        asked = {groups[number - 1] for number in made.sheet.groups}
        assert all((group in kept) == (group in asked) for group in groups)


def test_typed_back_beforehand_nothing_is_awaited(tmp_path: Path) -> None:
    plan = Foundation(rules=CHEAP, sheet_confirmed=True)
    with create(DataFolder(tmp_path), FIRST, new_sheet(), AT, plan) as vault:
        assert groups_awaited(desk_of(vault)) is None


def test_two_sheets_are_never_alike() -> None:
    sheets = {new_sheet().code for _ in range(20)}
    assert len(sheets) == 20
    assert {len(set(new_sheet().groups)) for _ in range(20)} == {2}
