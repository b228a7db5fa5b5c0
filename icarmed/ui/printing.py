"""Paper: what will be printed is seen first; the printer used last is remembered for each kind of paper.

Nothing goes to a temporary file: the PDF stays in memory, and a file is only made where the person says.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QSettings, QSize, Qt
from PySide6.QtGui import QImage, QKeySequence, QPageLayout, QPageSize, QPainter, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QWidget

from icarmed.ui.forms import ChoiceField
from icarmed.ui.parts import Banner, Button, ButtonKind, PageHeader, column
from icarmed.ui.parts.order import TabFollowsEye
from icarmed.ui.room import Room
from icarmed.usecases.story import Topic

_DPI = 300
_POINTS = 72


class PaperKind(StrEnum):
    """Kinds of paper, each with a printer of its own; a word names the file when it is saved."""

    SLIP = "slip"
    CARD = "card"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF on its way to a printer; `title` stands over the preview and names nobody."""

    kind: PaperKind
    title: str
    data: bytes


class Printers(Protocol):
    """The printers of this computer, and which one was used last."""

    def names(self) -> Sequence[str]:
        """Every printer, the usual one first."""

    def remembered(self, kind: PaperKind) -> str:
        """The one used last for that kind; empty when none was."""

    def print(self, name: str, paper: Paper) -> bool:
        """Print, and remember the printer; whether it took the paper."""


class SystemPrinters:
    """The printers that the system knows; the choice is kept with the settings of the program."""

    def names(self) -> Sequence[str]:
        """Every printer, the usual one first."""
        usual = QPrinterInfo.defaultPrinterName()
        return sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, name))

    def remembered(self, kind: PaperKind) -> str:
        """The one used last for that kind; empty when none was."""
        return str(QSettings().value(f"printer/{kind.value}", ""))

    def print(self, name: str, paper: Paper) -> bool:
        """Print, and remember the printer; whether it took the paper."""
        printer = QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)
        # The spooler shows this to others: it names nobody.
        printer.setDocName("-")
        printer.setResolution(_DPI)
        self.remember(paper.kind, name)
        return paint(paper.data, printer)

    def remember(self, kind: PaperKind, name: str) -> None:
        """Keep which printer was used last for that kind."""
        QSettings().setValue(f"printer/{kind.value}", name)


def paint(data: bytes, printer: QPrinter) -> bool:
    """Every page of a PDF on a printer, each in its own size; whether it could begin."""
    document, buffer = opened(data)
    printer.setFullPage(True)
    painter = QPainter()
    for number in range(document.pageCount()):
        points = document.pagePointSize(number)
        size = QPageSize(points, QPageSize.Unit.Point)
        printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
        if number == 0:
            if not painter.begin(printer):
                return False
        elif not printer.newPage():
            return False
        scale = printer.resolution() / _POINTS
        pixels = QSize(round(points.width() * scale), round(points.height() * scale))
        image: QImage = document.render(number, pixels)
        painter.drawImage(QRect(0, 0, pixels.width(), pixels.height()), image)
    painter.end()
    document.close()
    buffer.close()
    return True


def opened(data: bytes) -> tuple[QPdfDocument, QBuffer]:
    """A PDF from memory; the buffer must live as long as the document."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    return document, buffer


class PrintPage(QWidget):
    """The page of the route `print`: the paper as it will be, a printer, and saving as a file."""

    topics: frozenset[Topic] = frozenset()

    def __init__(
        self, room: Room, key: object, printers: Printers | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        if not isinstance(key, Paper):
            raise TypeError(type(key).__name__)
        self._room = room
        self._paper = key
        self._printers: Printers = printers or SystemPrinters()
        self.header = PageHeader(key.title)
        self.header.back_asked.connect(room.pages.back)
        names = list(self._printers.names())
        self.printer = ChoiceField("printer", self.tr("Printer"), [(name, name) for name in names])
        self.printer.hide_label()
        self.printer.setMinimumWidth(280)
        self.print = Button(self.tr("Print"), ButtonKind.ACT, key="Return", icon="printer")
        self.save = Button(self.tr("Save as PDF"), ButtonKind.QUIET, key="Ctrl+S", icon="export")
        self.print.clicked.connect(self._on_print)
        self.save.clicked.connect(self._on_save)
        self.header.add(self.printer, self.print, self.save)
        self._none = Banner(
            "due",
            self.tr("This computer knows no printer."),
            detail=self.tr("Save the paper as a PDF, or connect a printer and open this page again."),
        )
        self.print.setEnabled(bool(names))
        remembered = self._printers.remembered(key.kind)
        if names:
            self.printer.set_value(remembered if remembered in names else names[0])
        self.view = self._made_view(key.data)
        box = column(self.header, self._none, self.view, gap=12, margins=(32, 20, 32, 16))
        box.setStretch(2, 1)
        self.setLayout(box)
        self._none.setVisible(not names)
        self.printer.setVisible(bool(names))
        for keys, slot in (("Return", self._on_print), ("Enter", self._on_print), ("Ctrl+S", self._on_save)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        TabFollowsEye(self)

    def _made_view(self, data: bytes) -> QPdfView:
        self._document, self._buffer = opened(data)
        view = QPdfView(self)
        view.setAccessibleName(self.tr("The paper as it will be printed"))
        view.setPageMode(QPdfView.PageMode.MultiPage)
        view.setZoomMode(QPdfView.ZoomMode.FitInView)
        view.setDocument(self._document)
        return view

    @property
    def title(self) -> str:
        """Its name in the frame."""
        return self._paper.title

    def reload(self) -> None:
        """A paper stays as it was made."""

    def focus_first(self) -> None:
        """On what prints, or on what saves where there is no printer."""
        (self.print if self.print.isEnabled() else self.save).setFocus()

    def save_to(self, path: Path) -> bool:
        """Write the PDF where the person said; whether it could be written."""
        try:
            path.write_bytes(self._paper.data)
        except OSError:
            self._room.pages.say(self.tr("It could not be written there; choose another folder."))
            return False
        self._room.pages.say(self.tr("Saved as %1").replace("%1", path.name))
        return True

    def _on_print(self) -> None:
        name = self.printer.value()
        if name is None:
            self._on_save()
            return
        if self._printers.print(name, self._paper):
            self._room.pages.say(self.tr("Sent to %1").replace("%1", name))
            self._room.pages.back()
        else:
            self._room.pages.say(self.tr("The printer did not take it: is it switched on?"))

    def _on_save(self) -> None:
        dialog = QFileDialog(self, self.tr("Save as PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        # The name says neither who it is for nor what kind of paper it is.
        dialog.selectFile("document.pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: self.save_to(Path(chosen)))
        dialog.open()
