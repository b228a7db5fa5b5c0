"""Paper is seen first; the printer is remembered for each kind; without one, a file can be made."""

from collections.abc import Sequence
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # ships no types
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from icarmed.catalogue.texts import words
from icarmed.documents import card
from icarmed.documents.card import Card
from icarmed.security.roles import Role
from icarmed.ui.printing import Paper, PaperKind, Printers, PrintPage, SystemPrinters, opened, paint
from tests.support.office import Office
from tests.support.room import Rooms


class Shelf:
    """Printers by name; the one called "off" takes nothing."""

    def __init__(self, *names: str, last: str = "") -> None:
        self._names = names
        self._last = {PaperKind.CARD: last}
        self.printed: list[tuple[str, Paper]] = []

    def names(self) -> Sequence[str]:
        return self._names

    def remembered(self, kind: PaperKind) -> str:
        return self._last.get(kind, "")

    def print(self, name: str, paper: Paper) -> bool:
        self.printed.append((name, paper))
        return name != "off"


@pytest.fixture
def paper() -> Paper:
    language = words("fr")
    return Paper(PaperKind.CARD, "Carte", card.render(Card((), code="K7M2QXW"), language, card.Paper.A6))


@pytest.fixture
def rooms(office: Office, qtbot: QtBot) -> Rooms:
    return Rooms(office, qtbot)


def shown(rooms: Rooms, paper: Paper, printers: Printers) -> PrintPage:
    return rooms.shown(lambda room, key: PrintPage(room, key, printers), Role.NURSE, paper)


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def test_enter_prints_on_the_printer_used_last_for_that_kind(rooms: Rooms, paper: Paper) -> None:
    shelf = Shelf("Bureau", "Étiquettes", last="Étiquettes")
    shown(rooms, paper, shelf)
    press(Qt.Key.Key_Return)
    assert shelf.printed == [("Étiquettes", paper)]
    assert rooms.pages.gone == [("back", None)]


def test_the_usual_printer_is_proposed_the_first_time(rooms: Rooms, paper: Paper) -> None:
    shelf = Shelf("Bureau", "Étiquettes", last="vendue")
    assert shown(rooms, paper, shelf).printer.value() == "Bureau"


def test_a_printer_that_takes_nothing_leaves_the_paper_in_sight(rooms: Rooms, paper: Paper) -> None:
    shown(rooms, paper, Shelf("off"))
    press(Qt.Key.Key_Return)
    assert rooms.pages.gone == []
    assert len(rooms.pages.said) == 1


def test_without_a_printer_it_says_so_and_a_file_can_be_made(
    rooms: Rooms, paper: Paper, tmp_path: Path
) -> None:
    page = shown(rooms, paper, Shelf())
    assert page._none.isVisible()
    assert not page.print.isEnabled()
    assert QApplication.focusWidget() is page.save
    assert page.save_to(tmp_path / "document.pdf")
    assert (tmp_path / "document.pdf").read_bytes() == paper.data


def test_a_folder_that_takes_nothing_is_said(rooms: Rooms, paper: Paper, tmp_path: Path) -> None:
    page = shown(rooms, paper, Shelf())
    assert not page.save_to(tmp_path / "nowhere" / "document.pdf")
    assert len(rooms.pages.said) == 1


def test_the_preview_shows_every_page(rooms: Rooms, paper: Paper) -> None:
    page = shown(rooms, paper, Shelf())
    assert page.view.document().pageCount() == 2


def test_each_page_is_painted_in_its_own_size(qapp: QApplication, paper: Paper, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "painted.pdf"))
    printer.setResolution(150)
    assert paint(paper.data, printer)
    with pypdfium2.PdfDocument(tmp_path / "painted.pdf") as painted:
        sizes = [tuple(round(side) for side in painted[number].get_size()) for number in range(len(painted))]
        grey = painted[0].render(scale=1).to_pil().convert("L")
    document, _buffer = opened(paper.data)
    first = document.pagePointSize(0)
    assert len(sizes) == 2
    for side, wanted in zip(sizes[0], (first.width(), first.height()), strict=True):
        assert abs(side - wanted) <= 2
    assert grey.getextrema()[0] < 100, "something is drawn on it"


def test_the_system_remembers_the_printer_of_each_kind(
    qapp: QApplication, paper: Paper, tmp_path: Path
) -> None:
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path))
    qapp.setOrganizationName("IcarMedTest")
    qapp.setApplicationName("IcarMedTest")
    printers = SystemPrinters()
    assert list(printers.names()) == []
    assert printers.remembered(PaperKind.SLIP) == ""
    printers.remember(PaperKind.SLIP, "Bureau")
    assert (printers.remembered(PaperKind.SLIP), printers.remembered(PaperKind.CARD)) == ("Bureau", "")


def test_only_a_paper_has_a_page(rooms: Rooms) -> None:
    with pytest.raises(TypeError):
        PrintPage(rooms.room(Role.NURSE), "paper")
