"""The vaccination card that a person keeps: an A6 sheet folded once, silent on where it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from icarmed.documents import flow
from icarmed.documents.dates import as_known
from icarmed.documents.fonts import Face, Fonts, fonts
from icarmed.documents.page import A4, A6_LANDSCAPE, Align, Ink, Sheet, Style, broken, fitted
from icarmed.domain.dates import DateRange
from icarmed.domain.words import Words


class Paper(StrEnum):
    """What lies in the printer: A6 for both sides, or A4 with both faces on one side, to cut out and fold."""

    A4 = "a4"
    A6 = "a6"


@dataclass(frozen=True, slots=True)
class CardDose:
    """A dose given; `number` is None for one that counts as none."""

    on: DateRange
    vaccine: str
    product: str = ""
    lot: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True)
class CardSession:
    """Where and when the next dose can be had."""

    on: date
    place: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True)
class CardNext:
    """The next dose of one vaccine: from when on it is possible, and at which session."""

    vaccine: str
    earliest: date
    session: CardSession | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """All that the card says; name and code are empty unless the person wants them there."""

    doses: tuple[CardDose, ...]
    next: tuple[CardNext, ...] = ()
    name: str = ""
    code: str = ""


_PANEL = A6_LANDSCAPE.width / 2
_EDGE = 6.0
_ROOM = _PANEL - 2 * _EDGE
_INSIDE_TOP, _INSIDE_END = 6.5, 99.0
_DATE, _LOT = 18.5, 17.0
_VACCINE = _ROOM - _DATE - _LOT
_ROW = 8.6
_PANELS = 2

_TITLE = Style(11, Face.BOLD)
_COVER = Style(17, Face.BOLD)
_LABEL = Style(6, ink=Ink.MUTED)
_BOLD = Style(7.5, Face.BOLD)
_PLAIN = Style(7.5)
_FINE = Style(6.5, ink=Ink.MUTED)
_LOT_STYLE = Style(7, Face.MONO)
_NEXT_DAY = Style(9.5, Face.BOLD)
_SESSION_DAY = Style(8.5)
_BEFORE_LABEL = 1.6


def render(card: Card, words: Words, paper: Paper = Paper.A4, known: Fonts | None = None) -> bytes:
    """The card as PDF, in the language of `words`; a card with many doses goes on on a further sheet."""
    faces = Sheet(A6_LANDSCAPE, known or fonts())
    faces.new_page()
    _outside(faces, card, words)
    columns = flow.poured(_groups(faces, card, words), lambda _: _INSIDE_END - _INSIDE_TOP)
    for start in range(0, len(columns), _PANELS):
        faces.new_page()
        _fold(faces)
        for panel, column in enumerate(columns[start : start + _PANELS]):
            flow.drawn(column, panel * _PANEL + _EDGE, _INSIDE_TOP)
    sheet = faces if paper is Paper.A6 else _on_a4(faces, words)
    return sheet.pdf(title=words.text("card.title"), lang=words.lang)


def _outside(sheet: Sheet, card: Card, words: Words) -> None:
    """Back cover on the left, front cover on the right."""
    _fold(sheet)
    middle = _PANEL / 2
    at = 56.0
    for code in ("card.keep", "card.show"):
        for line in broken(sheet.fonts, words.text(code), _PLAIN, _ROOM - 8).lines:
            sheet.text(middle, at, line, _PLAIN, Align.CENTRE)
            at += _PLAIN.leading
        at += 2.5
    left, width = _PANEL + 4.5, _PANEL - 9
    sheet.box(left, 5, width, 62, line=None, fill=Ink.TINT, radius=4)
    _emblem(sheet, left + width / 2, 26)
    title = fitted(sheet.fonts, words.text("card.title"), _COVER, width - 8, lines=2, smallest=10)
    sheet.lines(left + width / 2, 45, title, Align.CENTRE)
    _holder(sheet, card, words, left + 1.5, width - 3)


def _holder(sheet: Sheet, card: Card, words: Words, x: float, width: float) -> None:
    """Name and code as wanted; with neither, a line on which the person may write what they like."""
    at = 72.0
    for label, text, face in (("card.name", card.name, Face.BOLD), ("card.code", card.code, Face.MONO)):
        if text:
            at = sheet.paragraph(x, at, width, words.text(label), _LABEL)
            at = sheet.lines(x, at, fitted(sheet.fonts, text, Style(11, face), width, lines=2)) + 2
    if not card.name and not card.code:
        sheet.rule(x, 86, x + width, 86)


def _emblem(sheet: Sheet, x: float, y: float) -> None:
    """Three growing spots on a line: one dose after another."""
    sheet.rule(x - 17, y, x + 17, y, Ink.ACCENT, 1.2)
    for place, radius in ((-15, 3.2), (0, 4.4), (15, 5.6)):
        sheet.disc(x + place, y, radius + 1.4, Ink.TINT)
        sheet.disc(x + place, y, radius, Ink.ACCENT)


def _groups(sheet: Sheet, card: Card, words: Words) -> list[flow.Group]:
    """The doses, with empty lines to the foot of the panel, then the next dates."""
    heading = _doses_heading(sheet, words)
    rows = [_dose(sheet, dose, words) for dose in card.doses]
    left = _INSIDE_END - _INSIDE_TOP - heading.height - sum(row.height for row in rows)
    rows += [_blank(sheet)] * max(int(left / _ROW), 0 if rows else 1)
    groups = [flow.Group(heading, heading, tuple(rows))]
    if card.next:
        title = _heading(sheet, words.text("card.next"))
        groups.append(flow.Group(title, title, tuple(_next(sheet, after, words) for after in card.next)))
    return groups


def _heading(sheet: Sheet, text: str) -> flow.Item:
    lines = fitted(sheet.fonts, text, _TITLE, _ROOM)
    return flow.Item(lines.height + 3, lambda x, top: _discard(sheet.lines(x, top, lines)))


def _doses_heading(sheet: Sheet, words: Words) -> flow.Item:
    title = fitted(sheet.fonts, words.text("card.doses"), _TITLE, _ROOM)
    head = title.height + 1.6

    def draw(x: float, top: float) -> None:
        sheet.lines(x, top, title)
        for at, code in ((x, "card.date"), (x + _DATE, "card.vaccine"), (x + _DATE + _VACCINE, "card.lot")):
            sheet.text(at, top + head, words.text(code), _LABEL)
        sheet.rule(x, top + head + 3.4, x + _ROOM, top + head + 3.4, Ink.ACCENT, 0.9)

    return flow.Item(head + 3.4, draw)


def _dose(sheet: Sheet, dose: CardDose, words: Words) -> flow.Item:
    name = dose.vaccine if dose.number is None else f"{dose.vaccine} · {dose.number}"
    day = fitted(sheet.fonts, as_known(dose.on, words), _PLAIN, _DATE - 1.5, smallest=6.5)
    vaccine = fitted(sheet.fonts, name, _BOLD, _VACCINE - 1.5, smallest=6.5)
    product = broken(sheet.fonts, dose.product, _FINE, _VACCINE - 1.5)
    lot = fitted(sheet.fonts, dose.lot, _LOT_STYLE, _LOT, smallest=6)
    height = max(day.height, vaccine.height + product.height, lot.height) + 2.2

    def draw(x: float, top: float) -> None:
        sheet.lines(x, top + 1.1, day)
        sheet.lines(x + _DATE, sheet.lines(x + _DATE, top + 1.1, vaccine), product)
        sheet.lines(x + _DATE + _VACCINE, top + 1.2, lot)
        _line(sheet, x, top + max(height, _ROW))

    return flow.Item(max(height, _ROW), draw)


def _blank(sheet: Sheet) -> flow.Item:
    """Room for a dose given elsewhere, written by hand."""
    return flow.Item(_ROW, lambda x, top: _line(sheet, x, top + _ROW))


def _next(sheet: Sheet, after: CardNext, words: Words) -> flow.Item:
    name = after.vaccine
    if after.number is not None:
        name = words.text("card.next_dose", vaccine=after.vaccine, number=after.number)
    room = _ROOM - 6
    parts = [
        fitted(sheet.fonts, name, _BOLD, room),
        broken(sheet.fonts, words.text("card.possible_from"), _LABEL, room),
        fitted(sheet.fonts, words.long_day(after.earliest), _NEXT_DAY, room, smallest=7.5),
    ]
    if after.session is not None:
        session = after.session
        where = " · ".join(part for part in (session.hours, session.place) if part)
        parts += [
            broken(sheet.fonts, words.text("card.session"), _LABEL, room),
            fitted(sheet.fonts, words.long_day(session.on), _SESSION_DAY, room, smallest=7),
            broken(sheet.fonts, where, _PLAIN, room),
        ]
    gaps = [_BEFORE_LABEL if part.style is _LABEL else 0.3 for part in parts]
    height = sum(part.height for part in parts) + sum(gaps) + 6.2

    def draw(x: float, top: float) -> None:
        sheet.box(x, top, _ROOM, height - 2.4, line=None, fill=Ink.FAINT, radius=2)
        at = top + 1.8
        for gap, part in zip(gaps, parts, strict=True):
            at = sheet.lines(x + 3, at + gap, part)

    return flow.Item(height, draw)


def _line(sheet: Sheet, x: float, y: float) -> None:
    sheet.rule(x, y, x + _ROOM, y, Ink.LINE, 0.4)


def _discard(_end: float) -> None:
    """Where a text ends is of no interest here."""


def _fold(sheet: Sheet) -> None:
    """Where to fold: short marks at both edges."""
    middle, height = A6_LANDSCAPE.width / 2, A6_LANDSCAPE.height
    sheet.rule(middle, 0, middle, 3, Ink.LINE, 0.4)
    sheet.rule(middle, height - 3, middle, height, Ink.LINE, 0.4)


def _on_a4(faces: Sheet, words: Words) -> Sheet:
    """Both faces on one side: folded across with the print outward, they lie back to back, both upright."""
    sheet = Sheet(A4, faces.fonts)
    x = (A4.width - A6_LANDSCAPE.width) / 2
    top = (A4.height - 2 * A6_LANDSCAPE.height) / 2
    for number in range(2, len(faces.pages) + 1):
        sheet.new_page()
        if number == _PANELS:
            sheet.placed(faces, 1, x, top, upside_down=True)
        sheet.placed(faces, number, x, top + A6_LANDSCAPE.height)
        _crop_marks(sheet, x, top)
        hint = broken(sheet.fonts, words.text("card.cut"), _FINE, A6_LANDSCAPE.width)
        sheet.lines(A4.width / 2, top - 12, hint, Align.CENTRE)
    return sheet


def _crop_marks(sheet: Sheet, x: float, top: float) -> None:
    right, bottom = x + A6_LANDSCAPE.width, top + 2 * A6_LANDSCAPE.height
    for edge, sign in ((x, -1), (right, 1)):
        for y in (top, bottom):
            sheet.rule(edge + sign * 2, y, edge + sign * 7, y, Ink.MUTED)
        _dashes(sheet, edge + sign * 2, top + A6_LANDSCAPE.height, sign)
    for edge, sign in ((top, -1), (bottom, 1)):
        for at in (x, right):
            sheet.rule(at, edge + sign * 2, at, edge + sign * 7, Ink.MUTED)


def _dashes(sheet: Sheet, x: float, y: float, sign: int) -> None:
    """A fold, told from a cut by being broken."""
    starts: Sequence[float] = (0, 2, 4)
    for start in starts:
        sheet.rule(x + sign * start, y, x + sign * (start + 1), y, Ink.MUTED)
