"""French from the first word: every text of the window is translated, and what it loads is new."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from icarmed.ui.i18n import LANGUAGES, QT_TRANSLATE_NOOP, sheets, speak
from icarmed.ui.i18n.__main__ import main

PLACES = re.compile(r"%(?:\d|s|n|L\d)|\{\w*\}")


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[QApplication]:
    before = QLocale()
    yield qapp
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_left_to_translate(lang: str) -> None:
    assert sheets.missing(sheets.folder(lang)) == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_files_hold_what_the_sources_say(lang: str, tmp_path: Path) -> None:
    sheets.update(lang, tmp_path)
    said, kept = texts_of(tmp_path), texts_of(sheets.folder(lang))
    assert said - kept == set(), "run: python -m icarmed.ui.i18n update"
    assert kept - said == set(), "no longer said anywhere"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_window_loads_what_the_files_hold(lang: str, tmp_path: Path) -> None:
    target = tmp_path / "now.qm"
    sheets.compile_to(sheets.folder(lang), target)
    up_to_date = target.read_bytes() == sheets.compiled(lang).read_bytes()
    assert up_to_date, "run: python -m icarmed.ui.i18n compile"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_translation_keeps_the_places_of_its_parameters(lang: str) -> None:
    odd = [
        f"{context}: {source}"
        for _, context, source, forms in sheets.translations(sheets.folder(lang))
        for form in forms
        if form and set(PLACES.findall(form)) != set(PLACES.findall(source))
    ]
    assert odd == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_two_parts_do_not_translate_one_text_of_one_context_differently(lang: str) -> None:
    said: dict[tuple[str, str], set[str]] = {}
    for _, context, source, forms in sheets.translations(sheets.folder(lang)):
        said.setdefault((context, source), set()).add("|".join(forms))
    assert {place: forms for place, forms in said.items() if len(forms) > 1} == {}


def test_french_sets_its_colons_apart() -> None:
    french = [form for *_, forms in sheets.translations(sheets.folder("fr")) for form in forms]
    assert [form for form in french if re.search(r" [:;?!»]", form)] == []


def test_the_window_speaks_french_down_to_qt_itself(speaking: QApplication) -> None:
    speak(speaking, "fr")
    assert QCoreApplication.translate("Commands", "Reminders") == "Rappels"
    assert QCoreApplication.translate("Table", "%n row(s)", "", 1) == "1 ligne"
    assert QCoreApplication.translate("Table", "%n row(s)", "", 3) == "3 lignes"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuler"
    assert QLocale().decimalPoint() == ","


def test_the_window_speaks_english_with_its_plurals(speaking: QApplication) -> None:
    speak(speaking, "fr")
    speak(speaking, "en")
    assert QCoreApplication.translate("Commands", "Reminders") == "Reminders"
    assert QCoreApplication.translate("Table", "%n row(s)", "", 1) == "1 row"
    assert QCoreApplication.translate("Table", "%n row(s)", "", 3) == "3 rows"


def test_a_language_the_window_has_not_is_refused(speaking: QApplication) -> None:
    with pytest.raises(KeyError):
        speak(speaking, "xx")


def test_a_mark_gives_its_text_back() -> None:
    assert QT_TRANSLATE_NOOP("Commands", "Reminders") == "Reminders"


def test_translations_are_put_in_from_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], sheet: Path
) -> None:
    words = tmp_path / "words.toml"
    words.write_text(
        '[Board]\n"Open: %1" = "Ouvrir : %1"\n"%n row(s)" = ["%n ligne", "%n lignes"]\n"Gone" = "Parti"\n',
        "utf-8",
    )
    home = str(sheet.parent.parent)
    assert main(["missing", "--home", home]) == 0
    assert '"Open: %1" = ""\n"%n row(s)" = ["", ""]' in capsys.readouterr().out
    assert main(["fill", str(words), "--home", home]) == 1
    assert capsys.readouterr().out == "stands nowhere: Board: Gone\n"
    assert sheets.missing(sheet.parent) == {}
    assert "Ouvrir\u00a0: %1" in sheet.read_text("utf-8")


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """Languages in a folder of their own, with one file that lupdate made of one source."""
    made = tmp_path / "translations" / "fr" / "board.ts"
    made.parent.mkdir(parents=True)
    source = tmp_path / "board.py"
    source.write_text(
        "class Board(QWidget):\n    def it(self):\n"
        "        self.tr('Open: %1')\n        self.tr('%n row(s)', '', 2)\n",
        "utf-8",
    )
    sheets.extract("fr", [source], made)
    return made


def texts_of(folder: Path) -> set[tuple[str, str, str]]:
    return {(part, context, text) for part, context, text, _ in sheets.translations(folder)}
