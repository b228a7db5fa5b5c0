"""Words of the closed sets that a person's page shows, in the language of the window."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from icarmed.catalogue.schedules import products
from icarmed.domain.dates import DateRange
from icarmed.domain.lab_requests import Payer, Stage
from icarmed.domain.people import Gender, Milieu, NameKind, Relation
from icarmed.domain.rapid_tests import TestLine
from icarmed.domain.text import folded
from icarmed.domain.vaccination_acts import BodySite, StatementKind
from icarmed.domain.visits import FollowUpType, SignKind, VisitState
from icarmed.domain.words import Words
from icarmed.ui.i18n import QT_TRANSLATE_NOOP

E = TypeVar("E", bound=StrEnum)

GENDERS = {
    Gender.WOMAN: QT_TRANSLATE_NOOP("Patient", "woman"),
    Gender.MAN: QT_TRANSLATE_NOOP("Patient", "man"),
    Gender.TRANS_WOMAN: QT_TRANSLATE_NOOP("Patient", "trans woman"),
    Gender.TRANS_MAN: QT_TRANSLATE_NOOP("Patient", "trans man"),
    Gender.TRANSGENDER: QT_TRANSLATE_NOOP("Patient", "transgender"),
    Gender.UNKNOWN: QT_TRANSLATE_NOOP("Patient", "gender not said"),
}
MILIEUS = {
    Milieu.STREET: QT_TRANSLATE_NOOP("Patient", "street"),
    Milieu.WINDOW: QT_TRANSLATE_NOOP("Patient", "window"),
    Milieu.BAR: QT_TRANSLATE_NOOP("Patient", "bar"),
    Milieu.CAFE: QT_TRANSLATE_NOOP("Patient", "café"),
    Milieu.PRIVATE: QT_TRANSLATE_NOOP("Patient", "private"),
    Milieu.INTERNET: QT_TRANSLATE_NOOP("Patient", "internet"),
    Milieu.UNKNOWN: QT_TRANSLATE_NOOP("Patient", "setting not said"),
}
RELATIONS = {
    Relation.WORKER: QT_TRANSLATE_NOOP("Patient", "sex worker"),
    Relation.PARTNER: QT_TRANSLATE_NOOP("Patient", "partner"),
    Relation.CHILD: QT_TRANSLATE_NOOP("Patient", "child"),
}
NAME_KINDS = {
    NameKind.ALIAS: QT_TRANSLATE_NOOP("Patient", "alias"),
    NameKind.CIVIL: QT_TRANSLATE_NOOP("Patient", "civil name"),
    NameKind.FORMER: QT_TRANSLATE_NOOP("Patient", "former name"),
    NameKind.TELEPHONE: QT_TRANSLATE_NOOP("Patient", "telephone"),
}
SITES = {
    BodySite.LEFT_DELTOID: QT_TRANSLATE_NOOP("Patient", "left arm"),
    BodySite.RIGHT_DELTOID: QT_TRANSLATE_NOOP("Patient", "right arm"),
    BodySite.LEFT_THIGH: QT_TRANSLATE_NOOP("Patient", "left thigh"),
    BodySite.RIGHT_THIGH: QT_TRANSLATE_NOOP("Patient", "right thigh"),
    BodySite.OTHER: QT_TRANSLATE_NOOP("Patient", "elsewhere"),
}
SIGNS = {
    SignKind.CARD: QT_TRANSLATE_NOOP("Patient", "card"),
    SignKind.BIRTH_YEAR: QT_TRANSLATE_NOOP("Patient", "year of birth"),
    SignKind.CODE: QT_TRANSLATE_NOOP("Patient", "code"),
    SignKind.WORD: QT_TRANSLATE_NOOP("Patient", "agreed word"),
    SignKind.NONE: QT_TRANSLATE_NOOP("Patient", "none"),
}
STATEMENTS = {
    StatementKind.PROPOSED: QT_TRANSLATE_NOOP("Patient", "Vaccination proposed"),
    StatementKind.DECLINED: QT_TRANSLATE_NOOP("Patient", "Vaccination declined"),
    StatementKind.CONTRAINDICATED: QT_TRANSLATE_NOOP("Patient", "Contraindication"),
    StatementKind.NEVER_VACCINATED: QT_TRANSLATE_NOOP("Patient", "Says: never vaccinated"),
    StatementKind.CLEARED: QT_TRANSLATE_NOOP("Patient", "HBsAg confirmed gone"),
}
TYPES = {
    FollowUpType.GENERAL: QT_TRANSLATE_NOOP("Patient", "general"),
    FollowUpType.SCREENING: QT_TRANSLATE_NOOP("Patient", "screening"),
    FollowUpType.VACCINATION: QT_TRANSLATE_NOOP("Patient", "vaccination"),
    FollowUpType.ADDICTION: QT_TRANSLATE_NOOP("Patient", "addiction"),
    FollowUpType.WOUND: QT_TRANSLATE_NOOP("Patient", "wound care"),
    FollowUpType.VIOLENCE: QT_TRANSLATE_NOOP("Patient", "violence"),
}
VISIT_STATES = {
    VisitState.ARRIVED: QT_TRANSLATE_NOOP("Patient", "waiting"),
    VisitState.CONSULTATION: QT_TRANSLATE_NOOP("Patient", "in consultation"),
    VisitState.DONE: QT_TRANSLATE_NOOP("Patient", "seen"),
    VisitState.LEFT_UNSEEN: QT_TRANSLATE_NOOP("Patient", "left unseen"),
}
PAYERS = {
    Payer.FREE: QT_TRANSLATE_NOOP("Patient", "free of charge"),
    Payer.MUTUELLE: QT_TRANSLATE_NOOP("Patient", "health insurance"),
    Payer.AMU: QT_TRANSLATE_NOOP("Patient", "urgent medical aid"),
    Payer.ASSOCIATION: QT_TRANSLATE_NOOP("Patient", "the association"),
}
LINES = {
    TestLine.NONE: QT_TRANSLATE_NOOP("Patient", "no line"),
    TestLine.FAINT: QT_TRANSLATE_NOOP("Patient", "faint line"),
    TestLine.CLEAR: QT_TRANSLATE_NOOP("Patient", "clear line"),
}
LANGUAGES = {
    "fr": QT_TRANSLATE_NOOP("Patient", "French"),
    "nl": QT_TRANSLATE_NOOP("Patient", "Dutch"),
    "en": QT_TRANSLATE_NOOP("Patient", "English"),
    "de": QT_TRANSLATE_NOOP("Patient", "German"),
    "es": QT_TRANSLATE_NOOP("Patient", "Spanish"),
    "pt": QT_TRANSLATE_NOOP("Patient", "Portuguese"),
    "it": QT_TRANSLATE_NOOP("Patient", "Italian"),
    "ro": QT_TRANSLATE_NOOP("Patient", "Romanian"),
    "bg": QT_TRANSLATE_NOOP("Patient", "Bulgarian"),
    "sq": QT_TRANSLATE_NOOP("Patient", "Albanian"),
    "hu": QT_TRANSLATE_NOOP("Patient", "Hungarian"),
    "pl": QT_TRANSLATE_NOOP("Patient", "Polish"),
    "uk": QT_TRANSLATE_NOOP("Patient", "Ukrainian"),
    "ru": QT_TRANSLATE_NOOP("Patient", "Russian"),
    "tr": QT_TRANSLATE_NOOP("Patient", "Turkish"),
    "ar": QT_TRANSLATE_NOOP("Patient", "Arabic"),
    "th": QT_TRANSLATE_NOOP("Patient", "Thai"),
    "zh": QT_TRANSLATE_NOOP("Patient", "Chinese"),
}


def said(text: str) -> str:
    """A text of the tables above in the language of the window."""
    return QCoreApplication.translate("Patient", text)


def options(table: Mapping[E, str], *leave_out: E) -> list[tuple[E, str]]:
    """Values with their words, as choices take them."""
    return [(value, said(text)) for value, text in table.items() if value not in leave_out]


def languages_text(codes: tuple[str, ...]) -> str:
    """The languages of a person; one that has no word here stands as it was written."""
    return ", ".join(said(LANGUAGES[code]) if code in LANGUAGES else code for code in codes)


def read_languages(typed: str) -> tuple[str, ...]:
    """Languages as they were typed, by name or code, parted by commas or blanks."""
    names = {folded(said(text)): code for code, text in LANGUAGES.items()}
    parts = [part for part in typed.replace(",", " ").replace(";", " ").split() if part]
    return tuple(dict.fromkeys(names.get(folded(part), part.casefold()) for part in parts))


def product_text(words: Words, product: str) -> str:
    """A vaccine by its brand, or by its words when it has none."""
    known = products().get(product)
    if known is not None and known.label:
        return known.label
    code = f"product.{product}"
    return words.text(code) if words.has(code) else product


def partial_day(words: Words, on: DateRange) -> str:
    """A day as far as it is known: 15/10/2026, 10/2026, 2026."""
    if on.exact is not None:
        return words.day(on.exact)
    stored = str(on)
    if "/" in stored:
        return f"{words.day(on.first)} – {words.day(on.last)}"
    year, _, month = stored.partition("-")
    return f"{month}/{year}" if month else year


def stage_text(words: Words, reached: Stage) -> str:
    """How far a test has come: prescrit, prélevé, en sachet …"""
    return words.text(f"lab.stage.{reached.value}")


def answer_text(words: Words, answer: str) -> str:
    """A result in words: an answer of the catalogue, or a value as it stands."""
    code = f"answers.{answer}"
    return words.text(code) if words.has(code) else answer
