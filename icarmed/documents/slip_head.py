"""The upper half of a request slip: who asks, for whom, when it was taken, who pays."""

from dataclasses import replace
from typing import assert_never

from icarmed.documents import barcodes
from icarmed.documents.fonts import Face
from icarmed.documents.forms import Fields, TitledBox, ticked_line, titled, unbroken
from icarmed.documents.page import Align, Ink, Sheet, Style, fitted
from icarmed.documents.slip_data import CodedPerson, NamedPerson, Slip
from icarmed.domain.codes import shown_request_number
from icarmed.domain.dates import DateRange
from icarmed.domain.lab_requests import Payer
from icarmed.domain.words import Words

LEFT, RIGHT, TOP = 12.0, 198.0, 11.0
WIDTH = RIGHT - LEFT
GAP = 3.0

TITLE = Style(16, Face.BOLD)
NUMBER = Style(10.5, Face.MONO)
_HEADING = Style(10.5, Face.BOLD)
_PLAIN = Style(9)
_SMALL = Style(7, ink=Ink.MUTED)
_URGENT = Style(12, Face.BOLD, Ink.WHITE)

_BARS_HEIGHT = 13.0
_STICKER_WIDTH, _NUMBER_WIDTH = 60.0, 46.0
_LEAST_ORIGIN = 31.0
_PAYERS = (Payer.MUTUELLE, Payer.AMU, Payer.ASSOCIATION, Payer.FREE)


def draw(sheet: Sheet, slip: Slip, words: Words) -> float:
    """All of it; answers where it ends."""
    top = _title(sheet, slip, words)
    top = _origin(sheet, slip, words, top)
    top = _person_and_sampling(sheet, slip, words, top)
    return _billing(sheet, slip, words, top)


def barcode(sheet: Sheet, number: str, middle: float, top: float) -> float:
    """The request number as bars and, below, as text; answers where it ends."""
    width = barcodes.code128_width(number)
    sheet.bars(barcodes.code128(number, middle - width / 2, top, _BARS_HEIGHT))
    sheet.text(middle, top + _BARS_HEIGHT + 1.2, shown_request_number(number), NUMBER, Align.CENTRE)
    return top + _BARS_HEIGHT + 1.2 + NUMBER.leading


def identity(slip: Slip, words: Words) -> str:
    """Who it is for, in one line: what a further page says."""
    person = slip.person
    if isinstance(person, NamedPerson):
        parts = (f"{person.name} {person.first_name}".strip(), birth(person.born, words))
    else:
        parts = (person.code, years(person.born))
    return " · ".join(part for part in parts if part)


def birth(born: DateRange | None, words: Words) -> str:
    """A day of birth as written, or as much as is known of it."""
    if born is None:
        return ""
    return years(born) if born.exact is None else words.day(born.exact)


def years(born: DateRange | None) -> str:
    """The year of birth, or the two between which it lies."""
    if born is None:
        return ""
    first, last = born.first.year, born.last.year
    return str(first) if first == last else f"{first}–{last}"


def _title(sheet: Sheet, slip: Slip, words: Words) -> float:
    sheet.text(LEFT, TOP, words.text("slip.title"), TITLE)
    if slip.urgency is not None:
        urgent = words.text("slip.urgent").upper()
        width = sheet.measure(urgent, _URGENT) + 8
        sheet.box(RIGHT - width, TOP - 0.4, width, 7.4, line=None, fill=Ink.TEXT)
        sheet.text(RIGHT - width / 2, TOP + 0.7, urgent, _URGENT, Align.CENTRE)
    top = TOP + TITLE.leading + 0.4
    if slip.laboratory:
        top = sheet.paragraph(LEFT, top, WIDTH, slip.laboratory, replace(_PLAIN, ink=Ink.MUTED))
    return top + 2


def _origin(sheet: Sheet, slip: Slip, words: Words, top: float) -> float:
    """Prescriber, request number, place for the laboratory's own sticker."""
    prescriber = slip.prescriber
    width = WIDTH - _NUMBER_WIDTH - _STICKER_WIDTH - 2 * GAP
    box = titled(sheet, LEFT, top, width, words.text("slip.prescriber"))
    at = sheet.lines(box.x, box.y, fitted(sheet.fonts, prescriber.name, _HEADING, box.room, lines=2))
    telephone = (
        [words.text("slip.telephone", number=unbroken(prescriber.telephone))] if prescriber.telephone else []
    )
    inami = words.text("slip.inami", number=prescriber.inami)
    for line in (*prescriber.address, *telephone, inami):
        at = sheet.paragraph(box.x, at + 0.2, box.room, line, _PLAIN)
    height = max(at + 2 - top, _LEAST_ORIGIN)
    box.close(height)
    number = titled(sheet, LEFT + width + GAP, top, _NUMBER_WIDTH, words.text("slip.number"))
    barcode(sheet, slip.number, number.left + _NUMBER_WIDTH / 2, number.y + 0.8)
    number.close(height)
    x = RIGHT - _STICKER_WIDTH
    sheet.box(x, top, _STICKER_WIDTH, height, dashed=True, line=Ink.MUTED)
    sheet.text(x + _STICKER_WIDTH / 2, top + 1.4, words.text("slip.sticker"), _SMALL, Align.CENTRE)
    return top + height + GAP


def _person_and_sampling(sheet: Sheet, slip: Slip, words: Words, top: float) -> float:
    half = (WIDTH - GAP) / 2
    left = titled(sheet, LEFT, top, half, words.text("slip.person"))
    right = titled(sheet, LEFT + half + GAP, top, half, words.text("slip.sampling"))
    height = max(_person(left, slip, words), _sampling(right, slip, words)) + 0.8 - top
    left.close(height)
    right.close(height)
    return top + height + GAP


def _person(box: TitledBox, slip: Slip, words: Words) -> float:
    fields, person = Fields(box.sheet, box.x, box.y, box.room), slip.person
    sex = ("slip.sex_label", words.text(f"slip.sex.{person.sex}"))
    match person:
        case NamedPerson():
            fields.row(
                (("slip.name", person.name), ("slip.first_name", person.first_name)), words, strong=True
            )
            fields.row((("slip.born", birth(person.born, words)), sex), words)
            fields.row((("slip.address", "\n".join(person.address)),), words)
        case CodedPerson():
            fields.row((("slip.code", person.code),), words, strong=True)
            fields.row((("slip.birth_year", years(person.born)), sex), words)
        case _:
            assert_never(person)
    return fields.top


def _sampling(box: TitledBox, slip: Slip, words: Words) -> float:
    fields, sampling = Fields(box.sheet, box.x, box.y, box.room), slip.sampling
    on = "" if sampling.on is None else words.day(sampling.on)
    at = "" if sampling.at is None else f"{sampling.at:%H:%M}"
    fields.row((("slip.sampled_on", on), ("slip.sampled_at", at)), words, strong=True)
    fields.row((("slip.sampled_by", sampling.by),), words)
    if slip.urgency is not None:
        urgent = words.text("slip.urgent_call", number=unbroken(slip.urgency.telephone))
        fields.top = ticked_line(box.sheet, box.x, fields.top + 0.4, box.room, urgent, ticked=True) + 1.1
    if slip.copy_to:
        fields.row((("slip.copy_to", slip.copy_to),), words)
    return fields.top


def _billing(sheet: Sheet, slip: Slip, words: Words, top: float) -> float:
    """All four payers, one ticked: a laboratory looks for its box where it always is."""
    billing = slip.billing
    box = titled(sheet, LEFT, top, WIDTH, words.text("slip.billing"))
    step = box.room / len(_PAYERS)
    ends = [
        ticked_line(
            sheet,
            box.x + place * step,
            box.y + 0.2,
            step - 2,
            words.text(f"slip.payer.{payer}"),
            ticked=billing.payer is payer,
        )
        for place, payer in enumerate(_PAYERS)
    ]
    place = _PAYERS.index(billing.payer)
    fields = Fields(sheet, box.x + place * step, max(ends) + 1, box.room - place * step)
    match billing.payer:
        case Payer.MUTUELLE:
            fields.row((("slip.mutuelle", billing.body), ("slip.member_number", billing.number)), words)
        case Payer.AMU:
            fields.row((("slip.cpas", billing.body), ("slip.mediprima", billing.number)), words)
        case Payer.ASSOCIATION | Payer.FREE:
            pass
        case _:
            assert_never(billing.payer)
    height = fields.top - top + 0.6
    box.close(height)
    return top + height + GAP
