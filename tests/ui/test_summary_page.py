"""The summary: what is counted is what is shown and what is exported."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import pytest
import sqlalchemy as sa
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from icarmed.catalogue.texts import words
from icarmed.db.schema.office import audit
from icarmed.domain.findings import Refused
from icarmed.security.roles import Role
from icarmed.ui.parts import Button
from icarmed.ui.screens.summary.page import SummaryPage
from icarmed.ui.tasks import InlineTasks, Progress, Work
from icarmed.ui.tasks.jobs import Denial, Refusal
from icarmed.usecases import board, sessions
from icarmed.usecases.people import RegisterPerson
from icarmed.usecases.sessions import OpenSession
from icarmed.usecases.story import Desk
from icarmed.usecases.summary import AskSummary, Format, year_summary
from icarmed.usecases.summary_export import write_files
from tests.support.office import THURSDAY, Office
from tests.support.room import Rooms
from tests.ui.keys import press

T = TypeVar("T")


@pytest.fixture
def rooms(office: Office, qtbot: QtBot) -> Rooms:
    return Rooms(office, qtbot)


@pytest.fixture
def session(office: Office) -> UUID:
    """A session of Liège with three people of whom one left unseen."""
    opened = sessions.open_session(office.nurse, OpenSession(office.places["liege"], THURSDAY)).value
    for name in ("Nadia", "Mila"):
        _, visit = board.arrive_new(office.nurse, opened, RegisterPerson(name)).value
        (row,) = [one for one in board.board(office.nurse, opened) if one.visit == visit]
        board.take_in(office.nurse, visit, row.revision)
    _, gone = board.arrive_new(office.nurse, opened, RegisterPerson("Rosa")).value
    board.leave_unseen(office.nurse, gone, 1)
    return opened


def _purposes(office: Office) -> list[str]:
    with office.database.reading() as connection:
        found = connection.execute(sa.select(audit.c.purpose).where(audit.c.act == "export"))
        return list(found.scalars())


def _shown(page: SummaryPage, table: int) -> list[str]:
    return page.cards[table].view.copied_text().splitlines()


@pytest.mark.usefixtures("session")
def test_the_tables_of_the_year_are_those_of_the_story(office: Office, rooms: Rooms) -> None:
    page = rooms.shown(SummaryPage, Role.COORDINATOR)
    summary = year_summary(office.coordinator, AskSummary(2026), words("fr"))
    assert [card.view.accessibleName() for card in page.cards] == [one.title for one in summary.tables]
    total = summary.table("attendance").value("total", "left_unseen")
    assert _shown(page, 0)[-1].split("\t")[-1] == str(total) == "1"
    assert not page.progress.isVisible()


@pytest.mark.usefixtures("session")
def test_year_place_and_publication_count_anew(rooms: Rooms) -> None:
    page = rooms.shown(SummaryPage, Role.COORDINATOR)
    everywhere = _shown(page, 0)
    page.place.set_value("seraing")
    assert len(_shown(page, 0)) < len(everywhere)
    page.place.set_value("")
    page.for_publication.set_value(ticked=True)
    assert "<5" in "\n".join(_shown(page, 0))
    page.for_publication.set_value(ticked=False)
    page.year.set_value(2020)
    assert _shown(page, 0)[-1].split("\t")[-1] == "0"
    assert page.shown == AskSummary(2020)


def test_ctrl_c_copies_a_table_with_its_headings(rooms: Rooms, qtbot: QtBot) -> None:
    page = rooms.shown(SummaryPage, Role.COORDINATOR)
    view = page.cards[0].view
    view.focus_first()
    press(view, "Ctrl+C")
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0].split("\t")[1] == "Passages"
    assert len(copied) == 1 + len(view.figures.rows)


@pytest.mark.usefixtures("session")
@pytest.mark.parametrize("file_format", list(Format))
def test_each_format_is_written_and_noted(
    office: Office, rooms: Rooms, tmp_path: Path, file_format: Format
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    page = rooms.shown(SummaryPage, Role.COORDINATOR)
    page.folder.set_value(str(folder))
    (action,) = [one for one in page.actions() if one.objectName() == f"summary.{file_format}"]
    action.trigger()
    names = {file.name for file in folder.iterdir()}
    tables = ("attendance", "medical_follow_ups", "hepatitis_b")
    csv = {f"summary-2026-{table}.csv" for table in tables}
    assert names == (csv if file_format is Format.CSV else {f"summary-2026.{file_format}"})
    assert _purposes(office) == [f"summary-2026: {file_format}"]


def test_reception_sees_no_summary_and_exports_none(office: Office, rooms: Rooms, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    page = rooms.shown(SummaryPage, Role.RECEPTION)
    refusal = words("fr").text("findings.no_right")
    assert refusal in [one.text() for one in page.choice.findChildren(QLabel)]
    page.folder.set_value(str(folder))
    press(page, "Ctrl+P")
    assert page.folder.error == refusal
    assert (page.cards, list(folder.iterdir()), _purposes(office)) == ([], [], [])


def test_a_file_that_is_there_is_kept_and_no_other_is_written(
    office: Office, rooms: Rooms, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    page = rooms.shown(SummaryPage, Role.COORDINATOR)
    page.folder.set_value(str(folder))
    press(page, "Ctrl+P")
    assert page.folder.error == words("fr").text("findings.folder_missing")
    folder.mkdir()
    (folder / "2026_hepatitis_b.csv").write_bytes(b"mine")
    with pytest.raises(Refused):
        write_files(folder, {"first.csv": b"new", "2026_hepatitis_b.csv": b"new"})
    assert [file.name for file in folder.iterdir()] == ["2026_hepatitis_b.csv"]
    assert (folder / "2026_hepatitis_b.csv").read_bytes() == b"mine"


def test_what_cannot_be_written_whole_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        write_files(tmp_path, {"first.csv": b"new", "no/such/folder.csv": b"new"})
    assert [finding.code for finding in refused.value.findings] == ["cannot_write"]
    assert list(tmp_path.iterdir()) == []


class LateTasks(InlineTasks):
    """Holds long answers back until they are let go, as a slow disk does."""

    def __init__(self, office: Office) -> None:
        super().__init__(lambda: office.desk(Role.COORDINATOR))
        self.held: list[Callable[[], object]] = []

    def long(
        self,
        story: Callable[[Desk, Progress], T],
        done: Callable[[T], None],
        *,
        owner: QObject,
        progress: Callable[[int, int], None] | None = None,
        refused: Refusal | None = None,
        failed: Denial | None = None,
    ) -> Work:
        work = Progress(progress or (lambda _done, _total: None))

        def run() -> None:
            self.read(
                "long", lambda desk: story(desk, work), done, owner=owner, refused=refused, failed=failed
            )

        self.held.append(run)
        return work


def test_stop_ends_the_counting_and_no_answer_comes(office: Office, rooms: Rooms, qtbot: QtBot) -> None:
    tasks = LateTasks(office)
    page = SummaryPage(replace(rooms.room(Role.COORDINATOR), tasks=tasks))
    qtbot.addWidget(page)
    page.show()
    page.reload()
    assert page.progress.isVisible()
    (stop,) = [one for one in page.progress.findChildren(Button) if one.text()]
    stop.click()
    assert not page.progress.isVisible()
    tasks.held.pop()()
    assert (page.cards, page.shown) == ([], None)


def test_only_the_last_choice_is_shown(office: Office, rooms: Rooms, qtbot: QtBot) -> None:
    tasks = LateTasks(office)
    page = SummaryPage(replace(rooms.room(Role.COORDINATOR), tasks=tasks))
    qtbot.addWidget(page)
    page.reload()
    page.year.set_value(2024)
    first, second = tasks.held
    second()
    first()
    assert page.shown == AskSummary(2024)
