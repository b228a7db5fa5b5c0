"""A language in which every translated text stands in ⟦ ⟧, so that what was never translated shows."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from icarmed.catalogue import texts
from icarmed.domain.words import Words

OPEN, CLOSE = "⟦", "⟧"


class PseudoTranslator(QTranslator):
    """Wraps the English text of every tr() string."""

    def isEmpty(self) -> bool:  # noqa: N802 Qt's name
        return False

    def translate(self, _context: str, source: str, _disambiguation: str | None = None, _n: int = -1) -> str:
        return f"{OPEN}{source}{CLOSE}"


@contextmanager
def pseudo_language(app: QApplication) -> Iterator[Words]:
    """Meanwhile every tr() string stands in ⟦ ⟧; gives Words whose every text does so too."""
    before = QLocale()
    QLocale.setDefault(QLocale("fr_BE"))
    translator = PseudoTranslator(app)
    app.installTranslator(translator)
    try:
        yield pseudo_words()
    finally:
        app.removeTranslator(translator)
        translator.deleteLater()
        QLocale.setDefault(before)


def pseudo_words() -> Words:
    """The French texts, each in ⟦ ⟧."""
    french = texts.words("fr")
    return Words("fr", {code: f"{OPEN}{text}{CLOSE}" for code, text in french.texts.items()})


def outside(text: str) -> str:
    """What of a text stands outside all ⟦ ⟧."""
    kept, depth = [], 0
    for letter in text:
        if letter == OPEN:
            depth += 1
        elif letter == CLOSE:
            depth = max(0, depth - 1)
        elif depth == 0:
            kept.append(letter)
    return "".join(kept)
