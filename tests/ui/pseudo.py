"""A language in which every translated text stands in ⟦ ⟧, so that what was never translated shows."""

import atexit
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from icarmed.catalogue import texts
from icarmed.domain.words import Words
from icarmed.ui.i18n import sheets

OPEN, CLOSE = "⟦", "⟧"


@cache
def pseudo_file() -> Path:
    """What the window would load, made once of all sources: each text is itself, in brackets.

    A QTranslator of Python's own would be shorter, but PySide 6.12 gives up one reference to None at each of
    its calls and ends the process in time.
    """
    home = Path(mkdtemp(prefix="icarmed-pseudo-"))
    atexit.register(shutil.rmtree, home)
    of, target = home / "pseudo", home / "pseudo.qm"
    sheets.update("fr", of)
    words: dict[str, dict[str, str | list[str]]] = {}
    for _, context, source, forms in sheets.translations(of):
        words.setdefault(context, {})[source] = [f"{OPEN}{source}{CLOSE}"] * len(forms)
    sheets.fill(of, words)
    sheets.compile_to(of, target)
    return target


@contextmanager
def pseudo_language(app: QApplication) -> Iterator[Words]:
    """Meanwhile every tr() string stands in ⟦ ⟧; gives Words whose every text does so too."""
    before = QLocale()
    QLocale.setDefault(QLocale("fr_BE"))
    translator = QTranslator(app)
    assert translator.load(str(pseudo_file()))
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
