"""Reads papers as a person, a scanner or a suspicious reader would."""

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2  # type: ignore[import-untyped]  # ships no types
import zxingcpp
from PIL.Image import Image

MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands, in mm from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


@contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()


def pages(pdf: bytes) -> list[str]:
    """The text of each page, blanks and line ends as single blanks."""
    with opened(pdf) as document:
        return [re.sub(r"\s+", " ", page.get_textpage().get_text_range()) for page in document]


def image(pdf: bytes, page: int = 0, dpi: int = 300) -> Image:
    with opened(pdf) as document:
        drawn: Image = document[page].render(scale=dpi / 72).to_pil().copy()
        return drawn


def barcodes(pdf: bytes, page: int = 0, dpi: int = 300) -> list[tuple[str, str]]:
    """Kind and text of each code on a page."""
    found = zxingcpp.read_barcodes(image(pdf, page, dpi))
    return [(str(code.format), code.text) for code in found]


def place(pdf: bytes, text: str, page: int = 0) -> Place:
    """Where a text first stands on a page."""
    with opened(pdf) as document:
        sheet = document[page]
        height = sheet.get_height()
        textpage = sheet.get_textpage()
        hit = textpage.search(text, match_case=True).get_next()
        assert hit is not None, f"{text!r} does not stand on page {page + 1}"
        boxes = [textpage.get_charbox(at) for at in range(hit[0], hit[0] + hit[1])]
        return Place(
            min(box[0] for box in boxes) / MM,
            (height - max(box[3] for box in boxes)) / MM,
            max(box[2] for box in boxes) / MM,
            (height - min(box[1] for box in boxes)) / MM,
        )


def sizes(pdf: bytes) -> set[tuple[int, int]]:
    """Widths and heights of the pages in whole millimetres."""
    with opened(pdf) as document:
        return {(round(page.get_width() / MM), round(page.get_height() / MM)) for page in document}


def metadata(pdf: bytes) -> dict[str, str]:
    with opened(pdf) as document:
        told: dict[str, str] = document.get_metadata_dict()
        return told


def fonts(pdf: bytes) -> dict[str, bool]:
    """Base fonts named anywhere in the file, and whether a font file goes with each."""
    whole = plain(pdf)
    named = set(re.findall(rb"/BaseFont\s*/([^\s/<>]+)", whole))
    described = set(re.findall(rb"/FontName\s*/([^\s/<>]+)", whole))
    assert whole.count(b"/FontFile2") >= len(described)
    return {name.decode(): name in described for name in named}


def plain(pdf: bytes) -> bytes:
    """The file with its streams (Flate, or as they are) unpacked at its end."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\n?endstream", pdf, re.DOTALL)
    frame = re.sub(rb"stream\r?\n.*?endstream", b"", pdf, flags=re.DOTALL)
    return b"\n".join((frame, *(_unpacked(stream) for stream in streams)))


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return stream


def darkness(pdf: bytes, area: Place, page: int = 0) -> int:
    """How many dark dots (at 300 dpi) there are within an area."""
    dots = 300 / 25.4
    corners = (int(area.left * dots), int(area.top * dots), int(area.right * dots), int(area.bottom * dots))
    return sum(image(pdf, page).convert("L").crop(corners).histogram()[:100])


def ink_outside(pdf: bytes, margin_mm: float, page: int = 0) -> bool:
    """Whether anything is printed nearer to an edge than `margin_mm`."""
    drawn = image(pdf, page, 72).convert("L")
    edge = int(margin_mm * MM)
    width, height = drawn.size
    rims = (
        (0, 0, width, edge),
        (0, height - edge, width, height),
        (0, 0, edge, height),
        (width - edge, 0, width, height),
    )
    return any(drawn.crop(rim).getextrema() != (255, 255) for rim in rims)
