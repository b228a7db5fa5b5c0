"""The list a nurse takes along: whom to reach, how and at what hours; never why, nor on whose behalf."""

from dataclasses import dataclass
from datetime import date

from icarmed.documents.fonts import Face, Fonts, fonts
from icarmed.documents.forms import unbroken
from icarmed.documents.page import A4, Align, Ink, Sheet, Style, fitted
from icarmed.documents.table import Column, Table
from icarmed.domain.words import Words


@dataclass(frozen=True, slots=True)
class Contact:
    """What may be added when it is ticked: the telephone and the name to ask for."""

    telephone: str
    ask_for: str


@dataclass(frozen=True, slots=True)
class RecallRow:
    """One person; `channel` in words (SMS, call, seen in the street …)."""

    code: str
    hours: str
    channel: str
    contact: Contact | None = None


@dataclass(frozen=True, slots=True)
class RecallSession:
    """Those expected at one session; without a day, those to be reached whenever they are met."""

    on: date | None
    rows: tuple[RecallRow, ...]
    place: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True)
class RecallList:
    """The whole list, of the day it was printed."""

    printed_on: date
    sessions: tuple[RecallSession, ...]

    def names_contacts(self) -> bool:
        """Whether any row holds a telephone or a name."""
        return any(row.contact is not None for session in self.sessions for row in session.rows)


_LEFT, _RIGHT, _TOP, _END = 12.0, 198.0, 12.0, 280.0
_FOOT = 285.5
_ROW = 9.5
_TITLE = Style(16, Face.BOLD)
_HEADING = Style(10.5, Face.BOLD)
_SMALL = Style(7.5, ink=Ink.MUTED)
_CODE = Style(9, Face.MONO)


def render(recall: RecallList, words: Words, known: Fonts | None = None) -> bytes:
    """The list as PDF, A4, with empty columns to write down each try and what came of it."""
    drawn = _List(recall, words, Sheet(A4, known or fonts()))
    drawn.draw()
    return drawn.sheet.pdf(title=words.text("recall.title"), lang=words.lang)


class _List:
    """One list being drawn."""

    def __init__(self, recall: RecallList, words: Words, sheet: Sheet) -> None:
        self.recall = recall
        self.words = words
        self.sheet = sheet
        self.table = Table(sheet, _LEFT, self._columns(), least_height=_ROW)

    def draw(self) -> None:
        """Everything, then the foot of every page."""
        sheet, words = self.sheet, self.words
        sheet.new_page()
        sheet.text(_LEFT, _TOP, words.text("recall.title"), _TITLE)
        top = sheet.paragraph(
            _LEFT, _TOP + 8, 150, words.text("recall.printed", on=self.recall.printed_on), _SMALL
        )
        for session in self.recall.sessions:
            top = self._session(session, top + 6)
        if not self.recall.sessions:
            sheet.text(_LEFT, top + 6, words.text("recall.nobody"), Style(10))
        for number in range(1, len(sheet.pages) + 1):
            sheet.on_page(number)
            self._foot(number)

    def _columns(self) -> tuple[Column, ...]:
        words = self.words
        code = Column(words.text("recall.code"), 24, style=_CODE)
        hours, channel = words.text("recall.hours"), words.text("recall.channel")
        tried, outcome = words.text("recall.tried"), words.text("recall.outcome")
        tick = Column("", 8)
        if not self.recall.names_contacts():
            return (
                tick,
                code,
                Column(hours, 36),
                Column(channel, 34),
                Column(tried, 26),
                Column(outcome, 58),
            )
        return (
            tick,
            code,
            Column(hours, 26),
            Column(channel, 23),
            Column(words.text("recall.telephone"), 31),
            Column(words.text("recall.ask_for"), 27),
            Column(tried, 17),
            Column(outcome, 30),
        )

    def _session(self, session: RecallSession, top: float) -> float:
        first = self._texts(session.rows[0]) if session.rows else None
        needed = 10 + self.table.head_height() + (0 if first is None else self.table.height(first))
        if top + needed > _END:
            top = self._next_page()
        top = self._heading(session, top)
        for row in session.rows:
            texts = self._texts(row)
            if top + self.table.height(texts) > _END:
                top = self._heading(session, self._next_page(), again=True)
            bottom = self.table.row(top, texts)
            self.sheet.tick_box(_LEFT + 1.6, top + 1.2, ticked=False, side=3.6)
            top = bottom
        return top

    def _heading(self, session: RecallSession, top: float, *, again: bool = False) -> float:
        words = self.words
        day = words.text("recall.no_session") if session.on is None else words.long_day(session.on)
        text = " · ".join(part for part in (day, session.place, session.hours) if part)
        if again:
            text = words.text("recall.again", session=text)
        heading = fitted(self.sheet.fonts, text[:1].upper() + text[1:], _HEADING, 150, smallest=8)
        self.sheet.text(
            _RIGHT, top + 0.8, words.text("recall.count", count=len(session.rows)), _SMALL, Align.RIGHT
        )
        return self.table.head(self.sheet.lines(_LEFT, top, heading) + 1)

    def _texts(self, row: RecallRow) -> tuple[str, ...]:
        said = ("", row.code, row.hours, row.channel)
        if not self.recall.names_contacts():
            return (*said, "", "")
        telephone, ask_for = ("", "") if row.contact is None else (row.contact.telephone, row.contact.ask_for)
        return (*said, unbroken(telephone), ask_for, "", "")

    def _next_page(self) -> float:
        self.sheet.new_page()
        return _TOP

    def _foot(self, number: int) -> None:
        words, total = self.words, len(self.sheet.pages)
        self.sheet.text(_LEFT, _FOOT, words.text("recall.destroy"), _SMALL)
        self.sheet.text(_RIGHT, _FOOT, f"{number} / {total}", _SMALL, Align.RIGHT)
