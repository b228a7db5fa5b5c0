"""The request slip that goes to the laboratory with the tubes (nomenclature art. 24; decree of 31/8/1998)."""

from collections.abc import Sequence
from functools import partial

from icarmed.documents import flow, slip_head
from icarmed.documents.fonts import Face, Fonts, fonts
from icarmed.documents.forms import titled
from icarmed.documents.page import A4, Align, Ink, Lines, Sheet, Style, broken, fitted
from icarmed.documents.slip_data import (
    Billing,
    CodedPerson,
    NamedPerson,
    Prescriber,
    Sampling,
    Sex,
    Slip,
    Specimen,
    Tube,
    Urgency,
)
from icarmed.documents.slip_head import GAP, LEFT, RIGHT, TOP, WIDTH
from icarmed.domain.codes import shown_request_number
from icarmed.domain.words import Words

__all__ = [
    "Billing",
    "CodedPerson",
    "NamedPerson",
    "Prescriber",
    "Sampling",
    "Sex",
    "Slip",
    "Specimen",
    "Tube",
    "Urgency",
    "render",
]

_COLUMNS = 2
_COLUMN_GAP = 6.0
_COLUMN = (WIDTH - _COLUMN_GAP) / _COLUMNS
_BAND_TOP, _BAND_HEIGHT = 249.0, 34.0
_TESTS_END = _BAND_TOP - GAP
_FOOT = 285.5
_LEAST_FOR_TESTS = 22.0
_SIGNATURE = 84.0
_CHIP_ROWS = 4

_HEADING = Style(10.5, Face.BOLD)
_PLAIN = Style(9)
_BOLD = Style(9, Face.BOLD)
_SMALL = Style(7, ink=Ink.MUTED)
_TICK = 4.8
_ABOVE_SPECIMEN = 1.8
_KIND_BESIDE = _COLUMN - _TICK - 4

_CAPS = {
    Tube.SERUM: "#E3B505",
    Tube.EDTA: "#7B4FA3",
    Tube.CITRATE: "#5AA5D6",
    Tube.FLUORIDE: "#8A929B",
    Tube.HEPARIN: "#3E9B5B",
    Tube.URINE: "#F5E6A8",
    Tube.SWAB: "#FFFFFF",
    Tube.LIQUID_CYTOLOGY: "#F2B6C6",
}
"""Colours of the caps; the word always stands beside."""


def render(slip: Slip, words: Words, known: Fonts | None = None) -> bytes:
    """The slip as PDF: one A4 page, further ones when the tests do not fit; nothing is ever cut."""
    form = _Form(slip, words, known or fonts())
    form.draw()
    return form.sheet.pdf(title=words.text("slip.title"), lang=words.lang)


class _Form:
    """One slip being drawn."""

    def __init__(self, slip: Slip, words: Words, known: Fonts) -> None:
        self.slip = slip
        self.words = words
        self.sheet = Sheet(A4, known)

    def draw(self) -> None:
        """Everything, page after page."""
        self.sheet.new_page()
        top = slip_head.draw(self.sheet, self.slip, self.words)
        self._tests(self._clinical(top))
        for number in range(1, len(self.sheet.pages) + 1):
            self.sheet.on_page(number)
            self._totals()
            self._signature()
            self._foot(number)

    def _clinical(self, top: float) -> float:
        """Clinical data; what does not fit goes on at the top of the next page."""
        rest = broken(self.sheet.fonts, self.slip.clinical, _PLAIN, WIDTH - 6).lines
        while True:
            box = titled(self.sheet, LEFT, top, WIDTH, self.words.text("slip.clinical"))
            count = max(int((_TESTS_END - box.y - 2) / _PLAIN.leading), 0)
            for number, line in enumerate(rest[:count]):
                self.sheet.text(box.x, box.y + number * _PLAIN.leading, line, _PLAIN)
            height = box.y - top + max(min(len(rest), count) * _PLAIN.leading, 5) + 1.6
            box.close(height)
            rest = rest[count:]
            if not rest:
                return top + height + GAP
            top = self._next_page()

    def _tests(self, top: float) -> None:
        """Two columns; in a request that fits on the page each specimen stays whole."""
        if _TESTS_END - top < _LEAST_FOR_TESTS:
            top = self._next_page()
        asked = sum(len(specimen.tests) for specimen in self.slip.specimens)
        self.sheet.text(LEFT, top, self.words.text("slip.tests", count=asked), _HEADING)
        line = top + _HEADING.leading + 0.8
        self.sheet.rule(LEFT, line, RIGHT, line, Ink.TEXT, 0.9)
        top = line + 1.6
        groups = self._groups()
        columns: Sequence[flow.Filled] | None = flow.balanced(groups, _TESTS_END - top)
        if columns is None:
            first, later = _TESTS_END - top, _TESTS_END - self._next_top()
            columns = flow.poured(groups, lambda number: first if number < _COLUMNS else later)
        for number, column in enumerate(columns):
            place = number % _COLUMNS
            if number and place == 0:
                top = self._next_page()
            flow.drawn(column, LEFT + place * (_COLUMN + _COLUMN_GAP), top)

    def _groups(self) -> list[flow.Group]:
        made = []
        first = 1
        for specimen in self.slip.specimens:
            last = first + specimen.tubes - 1
            numbers = str(first) if first == last else f"{first}–{last}"
            tests = tuple(self._test(test) for test in specimen.tests)
            again = self.words.text("slip.again", numbers=numbers)
            made.append(flow.Group(self._specimen(specimen, numbers), self._specimen(specimen, again), tests))
            first = last + 1
        return made

    def _specimen(self, specimen: Specimen, numbers: str) -> flow.Item:
        """The line of a specimen: its number as on the labels, what it is, from where, in what."""
        words, sheet = self.words, self.sheet
        title = f"{numbers}  {specimen.label}"
        if specimen.site:
            title += f" · {words.text('slip.site', site=specimen.site)}"
        tube = words.text(f"slip.tube.{specimen.tube}")
        if specimen.tubes > 1:
            tube = words.text("slip.several", count=specimen.tubes, tube=tube)
        kind = broken(sheet.fonts, "" if tube == specimen.label else tube, _SMALL, _COLUMN - _TICK)
        name = broken(sheet.fonts, title, _BOLD, _COLUMN - _TICK)
        beside = (
            len(kind.lines) == 1 and sheet.measure(title, _BOLD) + sheet.measure(tube, _SMALL) < _KIND_BESIDE
        )

        def draw(x: float, top: float) -> None:
            sheet.disc(x + 1.7, top + 3.6, 1.5, _CAPS[specimen.tube], Ink.TEXT)
            end = sheet.lines(x + _TICK, top + _ABOVE_SPECIMEN, name)
            if beside:
                sheet.text(x + _COLUMN, top + _ABOVE_SPECIMEN + 0.6, kind.lines[0], _SMALL, Align.RIGHT)
            else:
                sheet.lines(x + _TICK, end, kind)

        below = 0 if beside else kind.height
        return flow.Item(_ABOVE_SPECIMEN + name.height + below + 0.8, draw)

    def _test(self, test: str) -> flow.Item:
        lines = broken(self.sheet.fonts, test, _PLAIN, _COLUMN - 2 * _TICK)
        return flow.Item(lines.height + 1.1, partial(self._ticked, lines.lines))

    def _ticked(self, lines: tuple[str, ...], x: float, top: float) -> None:
        self.sheet.tick_box(x + _TICK, top + 0.4, ticked=True)
        for number, line in enumerate(lines):
            self.sheet.text(x + 2 * _TICK, top + 0.3 + number * _PLAIN.leading, line, _PLAIN)

    def _next_page(self) -> float:
        """A further page, which says whose it is; answers where it goes on."""
        self.sheet.new_page()
        slip_head.barcode(self.sheet, self.slip.number, RIGHT - 20, TOP)
        self.sheet.text(LEFT, TOP, self.words.text("slip.continued"), slip_head.TITLE)
        at = TOP + slip_head.TITLE.leading + 1
        for lines in self._belongs_to():
            at = self.sheet.lines(LEFT, at, lines)
        return self._next_top()

    def _next_top(self) -> float:
        heads = sum(lines.height for lines in self._belongs_to())
        return TOP + max(slip_head.TITLE.leading + 1 + heads, 21) + GAP

    def _belongs_to(self) -> tuple[Lines, ...]:
        person = slip_head.identity(self.slip, self.words)
        room = WIDTH - 50
        return (
            fitted(self.sheet.fonts, person, _BOLD, room, lines=2),
            fitted(self.sheet.fonts, self.slip.prescriber.name, _PLAIN, room),
        )

    def _totals(self) -> None:
        """Tubes by colour, for whoever packs and unpacks the bag."""
        totals = self.slip.tubes()
        title = self.words.text("slip.tubes", count=sum(count for _, count in totals))
        width = WIDTH - _SIGNATURE - GAP
        box = titled(self.sheet, LEFT, _BAND_TOP, width, title)
        step = box.room / 2
        for number, (kind, count) in enumerate(totals):
            x = box.x + number // _CHIP_ROWS * step
            top = box.y + 0.6 + number % _CHIP_ROWS * 6.4
            self.sheet.disc(x + 1.8, top + 2.1, 1.7, _CAPS[kind], Ink.TEXT)
            self.sheet.text(x + 10, top, str(count), Style(11, Face.BOLD), Align.RIGHT)
            name = fitted(
                self.sheet.fonts, self.words.text(f"slip.tube.{kind}"), _PLAIN, step - 13, smallest=6.5
            )
            self.sheet.lines(x + 11.5, top + 0.5, name)
        box.close(_BAND_HEIGHT)

    def _signature(self) -> None:
        """Date and signature; under a standing order the doctor's is still to come, and the slip says so."""
        words = self.words
        left = RIGHT - _SIGNATURE
        box = titled(self.sheet, left, _BAND_TOP, _SIGNATURE, words.text("slip.signature"))
        self.sheet.text(box.x, box.y, words.text("slip.prescribed_on", on=self.slip.prescribed_on), _PLAIN)
        name = fitted(self.sheet.fonts, self.slip.prescriber.name, _PLAIN, box.room, smallest=6.5)
        self.sheet.lines(box.x, box.y + 4.6, name)
        line = _BAND_TOP + _BAND_HEIGHT - 5
        self.sheet.rule(box.x, line, RIGHT - 2.4, line, Ink.TEXT)
        if self.slip.to_sign:
            label = Style(10, Face.BOLD)
            text = words.text("slip.to_sign").upper()
            width = self.sheet.measure(text, label) + 5
            self.sheet.box(RIGHT - 2.4 - width, box.y - 1.2, width, 6.4, line=Ink.TEXT)
            self.sheet.text(RIGHT - 2.4 - width / 2, box.y - 0.2, text, label, Align.CENTRE)
        box.close(_BAND_HEIGHT)

    def _foot(self, number: int) -> None:
        total = len(self.sheet.pages)
        self.sheet.text(LEFT, _FOOT, shown_request_number(self.slip.number), _SMALL)
        self.sheet.text(
            RIGHT, _FOOT, self.words.text("slip.page", number=number, total=total), _SMALL, Align.RIGHT
        )
