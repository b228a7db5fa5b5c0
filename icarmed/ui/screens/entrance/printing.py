"""A PDF on paper, through a printer that the person chooses."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect
from PySide6.QtWidgets import QWidget

_DOTS = 300


def print_pdf(pdf: bytes, parent: QWidget | None = None) -> bool:
    """Ask for a printer and print all pages; False when the person changed their mind or it took nothing."""
    from PySide6.QtGui import QPainter
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(_DOTS)
    printer.setFullPage(True)
    if not QPrintDialog(printer, parent).exec():
        return False
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    size = printer.pageRect(QPrinter.Unit.DevicePixel).size().toSize()
    for number in range(document.pageCount()):
        if number:
            printer.newPage()
        painter.drawImage(QRect(0, 0, size.width(), size.height()), document.render(number, size))
    return painter.end()
