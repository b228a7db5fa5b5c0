"""The sheet of every paper: millimetres from the top left corner, measured text, reproducible bytes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, partial
from io import BytesIO
from typing import assert_never

from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from icarmed.documents.fonts import Face, Fonts, clean

POINTS = 72 / 25.4
"""Points in a millimetre."""

_LEADING = 1.24
_MADE_BY = "document"
"""Author and creator of every file: the name of the program would say where the paper comes from."""

rl_config.useA85 = 0
"""Streams as bytes: a quarter smaller than ASCII 85, which served mail of the past."""

Operation = Callable[[Canvas], None]


class Ink(StrEnum):
    """The few colours of paper; each reads in grey as well."""

    TEXT = "#17202B"
    MUTED = "#55616F"
    LINE = "#B8C1CC"
    FAINT = "#F1F4F7"
    ACCENT = "#1D5BB8"
    TINT = "#DCE7F6"
    WHITE = "#FFFFFF"


class Align(StrEnum):
    """On which side of its place a text stands."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Size:
    """A sheet of paper, in millimetres."""

    width: float
    height: float


A4 = Size(210, 297)
A4_LANDSCAPE = Size(297, 210)
A6_LANDSCAPE = Size(148, 105)


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks; `size` in points."""

    size: float
    face: Face = Face.REGULAR
    ink: str = Ink.TEXT

    @property
    def leading(self) -> float:
        """From one line to the next, in millimetres."""
        return self.size * _LEADING / POINTS

    @property
    def ascent(self) -> float:
        """From the top of a line to what its letters stand on, in millimetres."""
        return self.size * 0.93 / POINTS


@dataclass(frozen=True, slots=True)
class Lines:
    """A text broken into the lines it is printed in."""

    lines: tuple[str, ...]
    style: Style

    @property
    def height(self) -> float:
        """In millimetres."""
        return len(self.lines) * self.style.leading


def broken(fonts: Fonts, text: str, style: Style, width: float) -> Lines:
    """`text` in lines of at most `width` mm, broken at blanks; within a word only if too long alone."""
    room = width * POINTS
    lines = [
        line for paragraph in clean(text).split("\n") for line in _wrapped(fonts, paragraph, style, room)
    ]
    return Lines(tuple(lines), style)


def fitted(
    fonts: Fonts, text: str, style: Style, width: float, *, lines: int = 1, smallest: float = 7.0
) -> Lines:
    """`text` made smaller, down to `smallest` points, until `lines` are enough; else more lines."""
    shown = broken(fonts, text, style, width)
    while len(shown.lines) > lines and shown.style.size > smallest:
        shown = broken(fonts, text, replace(style, size=max(shown.style.size - 0.5, smallest)), width)
    return shown


def _wrapped(fonts: Fonts, paragraph: str, style: Style, room: float) -> list[str]:
    if fonts.width(paragraph, style.face, style.size) <= room:
        return [paragraph]
    lines: list[str] = []
    line = ""
    for word in paragraph.split(" "):
        longer = f"{line} {word}" if line else word
        if fonts.width(longer, style.face, style.size) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _split(fonts, word, style, room)
        lines.extend(full)
    return [*lines, line]


def _split(fonts: Fonts, word: str, style: Style, room: float) -> list[str]:
    """A word in pieces that fit, at least one character each."""
    pieces: list[str] = [""]
    for character in word:
        if pieces[-1] and fonts.width(pieces[-1] + character, style.face, style.size) > room:
            pieces.append("")
        pieces[-1] += character
    return pieces


@cache
def _colour(ink: str) -> Color:
    """Read once: the library would read it again for every word."""
    return HexColor(ink)


class Sheet:
    """Pages being drawn: nothing reaches the PDF before `pdf`, so a foot can say how many pages there are."""

    def __init__(self, size: Size, fonts: Fonts) -> None:
        self.size = size
        self.fonts = fonts
        self.pages: list[list[Operation]] = []
        self._at = -1

    def new_page(self) -> None:
        """Go on drawing on a further page."""
        self.pages.append([])
        self._at = len(self.pages) - 1

    def on_page(self, number: int) -> None:
        """Go on drawing on page `number`, from 1."""
        self._at = number - 1

    def text(self, x: float, top: float, text: str, style: Style, align: Align = Align.LEFT) -> None:
        """One line whose upper edge is `top`; `x` is its left end, middle or right end."""
        written = clean(text)
        self._add(partial(self._write, x=x, base=top + style.ascent, text=written, style=style, align=align))

    def measure(self, text: str, style: Style) -> float:
        """Width of one line, in millimetres."""
        return self.fonts.width(clean(text), style.face, style.size) / POINTS

    def lines(self, x: float, top: float, lines: Lines, align: Align = Align.LEFT) -> float:
        """A broken text; answers where it ends."""
        for number, line in enumerate(lines.lines):
            self.text(x, top + number * lines.style.leading, line, lines.style, align)
        return top + lines.height

    def paragraph(self, x: float, top: float, width: float, text: str, style: Style) -> float:
        """A text broken to `width`; answers where it ends."""
        return self.lines(x, top, broken(self.fonts, text, style, width))

    def rule(
        self, x1: float, y1: float, x2: float, y2: float, ink: str = Ink.LINE, width: float = 0.5
    ) -> None:
        """A straight line, `width` in points."""

        def draw(canvas: Canvas) -> None:
            canvas.setStrokeColor(_colour(ink))
            canvas.setLineWidth(width)
            canvas.line(x1 * POINTS, self._up(y1), x2 * POINTS, self._up(y2))

        self._add(draw)

    def box(
        self,
        x: float,
        top: float,
        width: float,
        height: float,
        *,
        line: str | None = Ink.LINE,
        fill: str | None = None,
        radius: float = 1.2,
        dashed: bool = False,
    ) -> None:
        """A rectangle, its corners round unless `radius` is 0."""

        def draw(canvas: Canvas) -> None:
            canvas.setLineWidth(0.5)
            if line:
                canvas.setStrokeColor(_colour(line))
            if fill:
                canvas.setFillColor(_colour(fill))
            if dashed:
                canvas.setDash(2, 2)
            corner = (x * POINTS, self._up(top + height), width * POINTS, height * POINTS)
            stroke, filled = int(line is not None), int(fill is not None)
            if radius:
                canvas.roundRect(*corner, radius * POINTS, stroke=stroke, fill=filled)
            else:
                canvas.rect(*corner, stroke=stroke, fill=filled)
            if dashed:
                canvas.setDash()

        self._add(draw)

    def disc(self, x: float, y: float, radius: float, fill: str, line: str | None = None) -> None:
        """A round spot around its middle."""

        def draw(canvas: Canvas) -> None:
            canvas.setLineWidth(0.5)
            canvas.setStrokeColor(_colour(line or fill))
            canvas.setFillColor(_colour(fill))
            canvas.circle(x * POINTS, self._up(y), radius * POINTS, stroke=1, fill=1)

        self._add(draw)

    def tick_box(self, x: float, top: float, *, ticked: bool, side: float = 3.2) -> None:
        """A box with a tick or without, drawn: not every font has the sign."""
        self.box(x, top, side, side, line=Ink.TEXT, radius=0)
        if ticked:
            low, middle = top + side * 0.78, x + side * 0.42
            self.rule(x + side * 0.18, top + side * 0.52, middle, low, Ink.TEXT, 1.3)
            self.rule(middle, low, x + side * 0.84, top + side * 0.2, Ink.TEXT, 1.3)

    def bars(self, rectangles: Sequence[tuple[float, float, float, float]]) -> None:
        """Black rectangles (x, top, width, height) without any gap or rounding: barcodes."""
        spots = tuple(rectangles)

        def draw(canvas: Canvas) -> None:
            path = canvas.beginPath()
            for x, top, width, height in spots:
                path.rect(x * POINTS, self._up(top + height), width * POINTS, height * POINTS)
            canvas.setFillColor(_colour("#000000"))
            canvas.drawPath(path, stroke=0, fill=1)

        self._add(draw)

    def placed(self, other: "Sheet", page: int, x: float, top: float, *, upside_down: bool = False) -> None:
        """Draw a page (from 1) of another sheet with the upper left corner of its place at x, top."""
        drawn = tuple(other.pages[page - 1])
        right, bottom = x + other.size.width, top + other.size.height

        def draw(canvas: Canvas) -> None:
            canvas.saveState()
            if upside_down:
                canvas.translate(right * POINTS, self._up(top))
                canvas.rotate(180)
            else:
                canvas.translate(x * POINTS, self._up(bottom))
            for operation in drawn:
                operation(canvas)
            canvas.restoreState()

        self._add(draw)

    def pdf(self, *, title: str, lang: str) -> bytes:
        """The file: the same bytes for the same drawing, on every day and computer with the same fonts."""
        out = BytesIO()
        canvas = Canvas(
            out,
            pagesize=(self.size.width * POINTS, self.size.height * POINTS),
            invariant=1,
            pageCompression=1,
            initialFontName=self.fonts.regular,  # type: ignore[arg-type]  # the stub says a number; it is a name
            lang=lang,
        )
        canvas.setTitle(clean(title))
        canvas.setAuthor(_MADE_BY)
        canvas.setCreator(_MADE_BY)
        canvas.setSubject(clean(title))
        for operations in self.pages:
            for operation in operations:
                operation(canvas)
            canvas.showPage()
        canvas.save()
        return out.getvalue()

    def _add(self, operation: Operation) -> None:
        self.pages[self._at].append(operation)

    def _up(self, y: float) -> float:
        """Points from the bottom, as PDF counts."""
        return (self.size.height - y) * POINTS

    def _write(self, canvas: Canvas, *, x: float, base: float, text: str, style: Style, align: Align) -> None:
        canvas.setFont(self.fonts.named(style.face, text), style.size)
        canvas.setFillColor(_colour(style.ink))
        match align:
            case Align.LEFT:
                canvas.drawString(x * POINTS, self._up(base), text)
            case Align.CENTRE:
                canvas.drawCentredString(x * POINTS, self._up(base), text)
            case Align.RIGHT:
                canvas.drawRightString(x * POINTS, self._up(base), text)
            case _:
                assert_never(align)
