"""The pages before sign-in, on a real data folder: first run, recovery code, restoring, taking over."""

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from icarmed.catalogue.texts import words
from icarmed.domain.codes import recovery_groups, shown_recovery_code
from icarmed.security.passwords import PRACTICE
from icarmed.ui import theme
from icarmed.ui.messages import Messages
from icarmed.ui.screens.entrance.asking import RecoveryPage, RestorePage, SwitchPage
from icarmed.ui.screens.entrance.base import EntrancePage
from icarmed.ui.screens.entrance.doors import AtOnce, Beside, NewAccount, sentences
from icarmed.ui.screens.entrance.founding import FoundingPage
from icarmed.ui.screens.entrance.vault_doors import VaultDoors
from icarmed.usecases import backups
from icarmed.usecases.vault.folder import DataFolder, FolderState
from icarmed.usecases.vault.opened import Vault
from icarmed.usecases.vault.sheet import NewSheet

CLOCK = datetime(2026, 12, 3, 13, 30, tzinfo=UTC)
PASSWORD = "invented sentence"


class Kept(VaultDoors):
    """The doors of a folder, with the sheet at hand that a person would read on paper."""

    def __init__(self, folder: DataFolder) -> None:
        super().__init__(folder, lambda: CLOCK, rules=PRACTICE)
        self.shown: NewSheet | None = None

    def new_sheet(self) -> NewSheet:
        self.shown = super().new_sheet()
        return self.shown

    def typed_groups(self) -> tuple[str, str]:
        assert self.shown is not None
        groups = recovery_groups(self.shown.code)
        first, second = self.shown.groups
        return groups[first - 1], groups[second - 1]


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture
def doors(folder: DataFolder) -> Kept:
    return Kept(folder)


@pytest.fixture
def made(doors: Kept) -> Kept:
    with doors.create(NewAccount("anne", "Dr Anne", PASSWORD), doors.new_sheet()):
        return doors


@pytest.fixture
def messages() -> Messages:
    return Messages(lambda: words("fr"))


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[QWidget], None]:
    def shown(page: QWidget) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.dress(app, theme.Mode.LIGHT)
        qtbot.addWidget(page)
        page.resize(1366, 768)
        page.show()
        qtbot.waitExposed(page)

    return shown


def _type(line: QLineEdit, text: str) -> None:
    line.clear()
    QTest.keyClicks(line, text)


def _enter(line: QLineEdit) -> None:
    QTest.keyClick(line, Qt.Key.Key_Return)


def _found(doors: Kept, messages: Messages, *, prints: bool = True) -> FoundingPage:
    return FoundingPage(doors, AtOnce(), messages, lambda pdf: prints and pdf.startswith(b"%PDF"))


def _fill_account(page: FoundingPage) -> None:
    account = page.account
    _type(account.name.line, "anne")
    _type(account.password.line, PASSWORD)
    _type(account.again.line, PASSWORD)
    _enter(account.again.line)


def test_a_data_base_is_made_once_two_groups_of_the_printed_sheet_are_typed_back(
    doors: Kept, folder: DataFolder, messages: Messages, show: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    page = _found(doors, messages)
    show(page)
    _fill_account(page)
    assert page.currentWidget() is page.sheet
    assert not page.sheet.button.isEnabled()
    page.sheet.print_button.click()
    first, second = doors.typed_groups()
    _type(page.sheet.first.line, first.lower())
    _type(page.sheet.second.line, "WRONG")
    _enter(page.sheet.second.line)
    assert "first" in page.sheet.form.errors
    assert folder.state is FolderState.EMPTY
    _type(page.sheet.second.line, second)
    with qtbot.waitSignal(page.entered) as heard:
        _enter(page.sheet.second.line)
    vault = heard.args[0]
    assert isinstance(vault, Vault)
    with vault:
        assert vault.actor.sign_in == "anne"
    assert page.account.password.value() == ""


def test_a_sheet_that_was_neither_printed_nor_saved_cannot_be_confirmed(
    doors: Kept, messages: Messages, show: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    page = _found(doors, messages, prints=False)
    show(page)
    _fill_account(page)
    page.sheet.print_button.click()
    assert not page.sheet.first.isEnabled()
    assert not page.sheet.button.isEnabled()


def test_the_sheet_is_saved_where_it_was_said_but_not_beside_the_data(
    doors: Kept,
    folder: DataFolder,
    messages: Messages,
    tmp_path: Path,
    show: Callable[[QWidget], None],
    qtbot: QtBot,
) -> None:
    page = _found(doors, messages)
    show(page)
    _fill_account(page)
    folder.make()
    page.sheet.path.set_value(str(folder.path / "sheet.pdf"))
    page.sheet.save_button.click()
    assert page.sheet.form.errors["path"] == words("fr").text("findings.sheet_place")
    page.sheet.path.set_value(str(tmp_path / "sheet.txt"))
    page.sheet.save_button.click()
    assert page.sheet.form.errors["path"] == words("fr").text("findings.sheet_not_pdf")
    target = tmp_path / "stick" / "sheet.pdf"
    page.sheet.path.set_value(str(target))
    page.sheet.save_button.click()
    assert "path" in page.sheet.form.errors
    target.parent.mkdir()
    page.sheet.save_button.click()
    assert target.read_bytes().startswith(b"%PDF")
    assert page.sheet.button.isEnabled()
    assert not page.sheet.form.errors


@pytest.mark.parametrize(
    ("password", "again", "field"), [("short", "short", "password"), (PASSWORD, "another one", "again")]
)
def test_a_password_that_will_not_do_is_said_at_its_field(
    doors: Kept,
    messages: Messages,
    show: Callable[[QWidget], None],
    qtbot: QtBot,
    password: str,
    again: str,
    field: str,
) -> None:
    page = _found(doors, messages)
    show(page)
    _type(page.account.name.line, "anne")
    _type(page.account.password.line, password)
    _type(page.account.again.line, again)
    _enter(page.account.again.line)
    assert list(page.account.form.errors) == [field]
    assert page.currentWidget() is page.account


def test_enter_passes_through_the_fields_and_then_says_what_is_missing(
    doors: Kept, messages: Messages, show: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    page = _found(doors, messages)
    show(page)
    _type(page.account.name.line, "anne")
    _enter(page.account.name.line)
    assert page.account.focusWidget() is page.account.password.line
    page.account.button.setFocus()
    page.account.button.click()
    assert set(page.account.form.errors) == {"password", "again"}


def test_the_recovery_code_gives_an_account_another_password(
    made: Kept, messages: Messages, show: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    assert made.shown is not None
    page = RecoveryPage(made, AtOnce(), messages)
    show(page)
    _type(page.code.line, shown_recovery_code(made.shown.code)[:-1])
    _type(page.name.line, "nobody")
    for field in (page.password, page.again):
        _type(field.line, "another sentence")
    _enter(page.again.line)
    assert page.form.errors["secret"] == words("fr").text("findings.recovery_code_mistyped")
    _type(page.code.line, shown_recovery_code(made.shown.code))
    _enter(page.again.line)
    assert list(page.form.errors) == ["name"]
    _type(page.name.line, "Anne")
    with qtbot.waitSignal(page.entered) as heard:
        _enter(page.again.line)
    heard.args[0].close()
    with made.sign_in("anne", "another sentence") as vault:
        assert vault.actor.shown_name == "Dr Anne"


def test_a_backup_is_put_back_by_a_password_or_by_the_code(
    made: Kept, messages: Messages, tmp_path: Path, show: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    target = tmp_path / "stick"
    target.mkdir()
    with made.sign_in("anne", PASSWORD) as vault:
        file = backups.backup(vault, vault.desk(CLOCK, CLOCK.date()), target).value.file
    fresh = Kept(DataFolder(tmp_path / "other"))
    page = RestorePage(fresh, AtOnce(), messages)
    show(page)
    page.file.set_value(str(file))
    page.name.set_value("anne")
    page.secret.set_value("not that one")
    _enter(page.secret.line)
    assert page.form.errors["secret"] == words("fr").text("security.sign_in_refused")
    page.secret.set_value(PASSWORD)
    with qtbot.waitSignal(page.entered) as heard:
        _enter(page.secret.line)
    heard.args[0].close()
    assert made.shown is not None
    page.name.set_value("")
    page.secret.set_value(made.shown.code)
    with qtbot.waitSignal(page.restored):
        _enter(page.secret.line)


def test_a_colleague_takes_over_with_arrows_and_a_password(
    made: Kept, messages: Messages, show: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    page = SwitchPage(made, AtOnce(), messages)
    page.begin("anne")
    show(page)
    assert [line.title for line in page.list.lines] == ["anne"]
    page.list.open_current()
    _type(page.password.line, "not that one")
    _enter(page.password.line)
    assert page.form.errors["secret"] == words("fr").text("security.sign_in_refused")
    assert page.password.value() == ""
    _type(page.password.line, PASSWORD)
    with qtbot.waitSignal(page.entered) as heard:
        _enter(page.password.line)
    heard.args[0].close()


def test_escape_leaves_a_page_that_has_a_way_back(
    made: Kept, messages: Messages, show: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    page: EntrancePage = RecoveryPage(made, AtOnce(), messages)
    show(page)
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page, Qt.Key.Key_Escape)


def test_errands_beside_the_window_bring_values_refusals_and_mistakes(
    qtbot: QtBot, messages: Messages
) -> None:
    errands = Beside()
    got: list[object] = []

    def fail(error: Exception) -> Callable[[], object]:
        def act() -> object:
            raise error

        return act

    errands.run(lambda: 1 + 1, got.append, got.append)
    qtbot.waitUntil(lambda: got == [2])
    errands.run(
        fail(FileNotFoundError(2, "gone")), got.append, lambda error: got.append(sentences(messages, error))
    )
    qtbot.waitUntil(lambda: len(got) == 2)
    assert "gone" in str(got[1])
    with qtbot.waitSignal(errands.crashed):
        errands.run(fail(KeyError("bug")), got.append, got.append)
    errands.close()


def test_nothing_heavy_comes_with_the_pages() -> None:
    code = (
        "import sys, icarmed.ui.screens.entrance.founding, icarmed.ui.screens.entrance.asking,"
        " icarmed.ui.screens.entrance.vault_doors, icarmed.ui.screens.entrance.printing;"
        "print([m for m in ('sqlalchemy', 'keyring', 'reportlab', 'argon2') if m in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert said.stdout.strip() == "[]"
