"""Code 128 and QR as black rectangles in millimetres."""

from functools import lru_cache
from typing import Protocol, cast

from reportlab.graphics.barcode.code128 import Code128
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

BAR_WIDTH_MM = 0.33
"""The narrowest bar: read back by cheap readers and from a page scanned at 150 dpi."""

_QUIET_MODULES = 10
_QR_QUIET_MODULES = 4

Rectangle = tuple[float, float, float, float]


class _Symbols(Protocol):
    """What is used of reportlab's Code128, whose methods bear no types."""

    decomposed: str

    def validate(self) -> None: ...
    def encode(self) -> None: ...
    def decompose(self) -> None: ...


class _Modules(Protocol):
    """What is used of reportlab's QRCode, whose methods bear no types."""

    def addData(self, data: str) -> None: ...  # noqa: N802  # reportlab's name
    def make(self) -> None: ...
    def getModuleCount(self) -> int: ...  # noqa: N802  # reportlab's name
    def isDark(self, row: int, column: int) -> bool: ...  # noqa: N802  # reportlab's name


def code128(digits: str, x: float, top: float, height: float) -> tuple[Rectangle, ...]:
    """The bars of an even number of digits (set C); `x` is where the quiet zone before them begins."""
    bars: list[Rectangle] = []
    at = _QUIET_MODULES
    for symbol in _symbols(digits):
        modules = ord(symbol.lower()) - ord("a") + 1
        if symbol.isupper():
            bars.append((x + at * BAR_WIDTH_MM, top, modules * BAR_WIDTH_MM, height))
        at += modules
    return tuple(bars)


def code128_width(digits: str) -> float:
    """Its whole width, both quiet zones included."""
    modules = sum(ord(symbol.lower()) - ord("a") + 1 for symbol in _symbols(digits))
    return (modules + 2 * _QUIET_MODULES) * BAR_WIDTH_MM


@lru_cache(maxsize=64)
def _symbols(digits: str) -> str:
    """Bars in capitals, gaps in small letters: a is one module wide, b two …"""
    if not (digits.isascii() and digits.isdigit()) or len(digits) % 2:
        message = "set C of Code 128 writes an even number of digits"
        raise ValueError(message)
    code = cast("_Symbols", Code128(digits, quiet=0, humanReadable=0))
    code.validate()
    code.encode()
    code.decompose()
    return code.decomposed


def qr(text: str, x: float, top: float, side: float) -> tuple[Rectangle, ...]:
    """The modules of a QR code (correction M) of `side` mm, its quiet zone included."""
    code = cast("_Modules", QRCode(None, QRErrorCorrectLevel.M))
    code.addData(text)
    code.make()
    count = code.getModuleCount()
    module = side / (count + 2 * _QR_QUIET_MODULES)
    return tuple(
        (x + (column + _QR_QUIET_MODULES) * module, top + (row + _QR_QUIET_MODULES) * module, module, module)
        for row in range(count)
        for column in range(count)
        if code.isDark(row, column)
    )
