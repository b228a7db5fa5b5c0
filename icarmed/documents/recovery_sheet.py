"""The recovery sheet: the one paper that opens the records when every password is lost."""

from dataclasses import dataclass
from datetime import date

from icarmed.documents import barcodes
from icarmed.documents.fonts import Face, Fonts, fonts
from icarmed.documents.forms import Fields
from icarmed.documents.page import A4, Align, Ink, Sheet, Style, broken, fitted
from icarmed.domain.codes import normal_recovery_code, recovery_groups, shown_recovery_code
from icarmed.domain.words import Words


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """A recovery code and the day it was made; `label` tells which records it opens, if anything should."""

    code: str
    made_on: date
    label: str = ""
    with_qr: bool = False

    def __post_init__(self) -> None:
        if normal_recovery_code(self.code) != self.code:
            message = "not a recovery code in its plain form"
            raise ValueError(message)


_LEFT, _RIGHT, _TOP = 20.0, 190.0, 20.0
_WIDTH = _RIGHT - _LEFT
_TITLE = Style(20, Face.BOLD)
_PLAIN = Style(10.5)
_HEADING = Style(11.5, Face.BOLD)
_SMALL = Style(8, ink=Ink.MUTED)
_GROUP = Style(24, Face.MONO)
_A_ROW = 3
_GROUP_HEIGHT = 24.0
_QR_SIDE = 36.0
_STEPS = ("recovery.step_open", "recovery.step_choose", "recovery.step_type", "recovery.step_password")
_KEEPING = ("recovery.keep_paper", "recovery.keep_apart", "recovery.keep_renew")


def render(recovery: RecoverySheet, words: Words, known: Fonts | None = None) -> bytes:
    """The sheet as PDF, one A4 page."""
    sheet = Sheet(A4, known or fonts())
    sheet.new_page()
    sheet.text(_LEFT, _TOP, words.text("recovery.title"), _TITLE)
    top = sheet.paragraph(_LEFT, _TOP + 11, _WIDTH, words.text("recovery.purpose"), _PLAIN) + 6
    top = _groups(sheet, recovery, words, top) + 5
    top = _facts(sheet, recovery, words, top) + 5
    top = _list(sheet, words, "recovery.how", _STEPS, top)
    _list(sheet, words, "recovery.keep", _KEEPING, top)
    sheet.text(_RIGHT, 283, "1 / 1", _SMALL, Align.RIGHT)
    return sheet.pdf(title=words.text("recovery.title"), lang=words.lang)


def _groups(sheet: Sheet, recovery: RecoverySheet, words: Words, top: float) -> float:
    """Six numbered groups, large: two of them are typed back by number."""
    groups = recovery_groups(recovery.code)
    rows = -(-len(groups) // _A_ROW)
    height = rows * _GROUP_HEIGHT + 4
    sheet.box(_LEFT, top, _WIDTH, height, line=None, fill=Ink.FAINT, radius=3)
    step = _WIDTH / _A_ROW
    for place, group in enumerate(groups):
        x, y = _LEFT + (place % _A_ROW + 0.5) * step, top + 2 + place // _A_ROW * _GROUP_HEIGHT
        sheet.text(x, y + 3.5, words.text("recovery.group", number=place + 1), _SMALL, Align.CENTRE)
        sheet.text(x, y + 8, group, _GROUP, Align.CENTRE)
    return top + height


def _facts(sheet: Sheet, recovery: RecoverySheet, words: Words, top: float) -> float:
    room = _WIDTH - (_QR_SIDE + 8 if recovery.with_qr else 0)
    fields = Fields(sheet, _LEFT, top, room)
    label = [("recovery.label", recovery.label)] if recovery.label else []
    fields.row((("recovery.made_on", words.long_day(recovery.made_on)), *label), words)
    fields.top += 2
    fields.row((("recovery.kept_at", ""), ("recovery.kept_by", "")), words)
    if not recovery.with_qr:
        return fields.top
    left = _RIGHT - _QR_SIDE
    sheet.bars(barcodes.qr(shown_recovery_code(recovery.code), left, top - 3, _QR_SIDE))
    return max(fields.top, top - 3 + _QR_SIDE)


def _list(sheet: Sheet, words: Words, title: str, codes: tuple[str, ...], top: float) -> float:
    top = sheet.lines(_LEFT, top, fitted(sheet.fonts, words.text(title), _HEADING, _WIDTH)) + 2
    for number, code in enumerate(codes, start=1):
        sheet.text(_LEFT + 4, top, f"{number}.", _PLAIN, Align.RIGHT)
        top = sheet.lines(_LEFT + 7, top, broken(sheet.fonts, words.text(code), _PLAIN, _WIDTH - 7)) + 1.6
    return top + 4
