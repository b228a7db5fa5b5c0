"""The folders of texts: merged, checked, complete in dates."""

from datetime import date
from pathlib import Path

import pytest

from icarmed.catalogue.texts import Language, languages, read_languages, read_words, words


def write(folder: Path, name: str, text: str) -> None:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def test_themes_of_a_language_are_merged_and_tables_joined_by_dots(tmp_path: Path) -> None:
    write(tmp_path, "fr/slip.toml", 'title = "Demande"\n[slip.payer]\nfree = "gratuit"\n')
    write(tmp_path, "fr/card.toml", '"card.title" = "Carte"\n')
    read = read_words(tmp_path, "fr")
    assert read.lang == "fr"
    assert dict(read.texts) == {"title": "Demande", "slip.payer.free": "gratuit", "card.title": "Carte"}


def test_a_code_in_two_files_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, "fr/a.toml", 'title = "A"\n')
    write(tmp_path, "fr/b.toml", 'title = "B"\n')
    with pytest.raises(ValueError, match=r"b\.toml: title stands twice"):
        read_words(tmp_path, "fr")


def test_what_is_not_a_text_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, "fr/a.toml", "[card]\nwidth = 3\n")
    with pytest.raises(ValueError, match=r"card\.width is not a text"):
        read_words(tmp_path, "fr")


def test_languages_keep_their_order(tmp_path: Path) -> None:
    write(
        tmp_path,
        "languages.toml",
        '[nl]\nname = "Nederlands"\noffered = false\n[fr]\nname = "F"\noffered = true\n',
    )
    assert read_languages(tmp_path) == (Language("nl", "Nederlands", False), Language("fr", "F", True))


def test_french_comes_first_and_english_is_offered_too() -> None:
    assert [(language.code, language.offered) for language in languages()] == [("fr", True), ("en", True)]


def test_a_language_that_is_not_listed_is_unknown() -> None:
    with pytest.raises(KeyError, match="nl"):
        words("nl")


def test_words_are_read_once() -> None:
    assert words("fr") is words("fr")


@pytest.mark.parametrize(
    ("lang", "short", "long"),
    [
        ("fr", "15/10/2026", "jeudi 3 décembre 2026"),
        ("en", "15 Oct 2026", "Thursday 3 December 2026"),
    ],
)
def test_dates_as_the_language_writes_them(lang: str, short: str, long: str) -> None:
    assert words(lang).day(date(2026, 10, 15)) == short
    assert words(lang).long_day(date(2026, 12, 3)) == long


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_day_of_a_year_can_be_written(lang: str) -> None:
    written = {words(lang).long_day(date.fromordinal(day)) for day in range(739_000, 739_366)}
    assert len(written) == 366
