"""Fonts: found, embeddable, and honest about what they cannot write."""

import shutil
from pathlib import Path

import pytest

from icarmed.documents import fonts, slip
from icarmed.documents.fonts import Face
from icarmed.domain.words import Words
from tests.documents import examples, reading

FRENCH = "ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸàâæçéèêëîïôœùûüÿ«»’“”–…€°µ×·" + "ABCabc0123456789"


@pytest.fixture
def vera(tmp_path: Path) -> fonts.Fonts:
    """What a computer without DejaVu has."""
    return fonts.fonts(tmp_path)


def test_dejavu_is_found_in_the_usual_places() -> None:
    assert [file.name for file in fonts.font_files()] == list(fonts.DEJAVU.values())


def test_a_folder_named_in_the_settings_comes_before_all(tmp_path: Path) -> None:
    deep = tmp_path / "some" / "where"
    deep.mkdir(parents=True)
    for file in fonts.font_files():
        shutil.copy(file, deep)
    assert {file.parent for file in fonts.font_files(tmp_path)} == {deep}


def test_a_folder_with_a_part_of_dejavu_is_not_taken(tmp_path: Path) -> None:
    shutil.copy(fonts.font_files()[2], tmp_path)
    assert [file.name for file in fonts.font_files(tmp_path)] == list(fonts.VERA.values())


def test_a_persons_own_folder_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "fonts"
    own.mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert fonts.usual_folders()[0] == own


def test_without_dejavu_the_slip_is_printed_with_embedded_vera(vera: fonts.Fonts, french: Words) -> None:
    data = examples.coded_slip()
    pdf = slip.render(data, french, vera)
    named = reading.fonts(pdf)
    assert all(named.values())
    assert any("Vera" in name for name in named)
    assert not any("DejaVu" in name for name in named)
    assert reading.barcodes(pdf) == [("Code 128", data.number)]
    assert "Étiquette du laboratoire" in reading.pages(pdf)[0]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_word_of_our_papers_can_be_written_even_with_vera(vera: fonts.Fonts, lang: str) -> None:
    from icarmed.catalogue import texts

    themes = ("slip.", "card.", "recall.", "recovery.", "summary_pdf.", "calendar.")
    own = [text for code, text in texts.words(lang).texts.items() if code.startswith(themes)]
    assert len(own) > 100
    assert vera.missing("".join(own)) == ()
    assert vera.missing(FRENCH) == ()


@pytest.mark.parametrize("name", ["Наталья", "Nguyễn Thị Thúy", "Văcărescu", "Żółć", "Ἀθηνᾶ", "Đặng"])
def test_dejavu_writes_the_names_of_those_who_come(name: str, french: Words) -> None:
    known = fonts.fonts()
    assert known.missing(name) == ()
    person = slip.NamedPerson(name, name, (), None, slip.Sex.UNKNOWN)
    data = examples.coded_slip()
    changed = slip.Slip(**{**{field: getattr(data, field) for field in data.__slots__}, "person": person})
    assert reading.pages(slip.render(changed, french))[0].count(name) == 2


@pytest.mark.parametrize(
    ("name", "missing", "scripts"),
    [
        ("ሰላም", ("ለ", "ላ", "ሰ", "ም"), ("ethiopic",)),
        ("王", ("王",), ("cjk",)),
        ("مريم", ("ر", "م", "ي"), ("arabic",)),
        ("שרה", ("ה", "ר", "ש"), ("hebrew",)),
        ("Mila 🦄", ("🦄",), ("symbol",)),
    ],
)
def test_what_would_not_come_out_is_said(
    name: str, missing: tuple[str, ...], scripts: tuple[str, ...]
) -> None:
    found = fonts.fonts().missing(name)
    assert set(found) <= set(missing)
    assert found
    assert fonts.scripts(found) == scripts


def test_vera_says_that_it_has_no_cyrillic(vera: fonts.Fonts) -> None:
    assert fonts.scripts(vera.missing("Наталья Nguyễn")) == ("cyrillic", "latin")


def test_what_a_paper_would_have_to_write_is_looked_through_to_the_last_field() -> None:
    known = fonts.fonts()
    assert fonts.unprintable(examples.long_slip(), known) == ()
    assert fonts.unprintable(examples.usual_card(), known) == ()
    data = examples.recall_list(2, contacts=True)
    assert fonts.unprintable(data, known) == ()
    prescriber = slip.Prescriber("Dr X", ("Rue 王",), "1")
    assert fonts.unprintable(("a", prescriber), known) == ("王",)


def test_a_character_that_the_bold_face_lacks_is_written_in_the_regular_one() -> None:
    known = fonts.fonts()
    lacking = next(
        chr(code) for code in sorted(known.characters) if known.named(Face.MONO, chr(code)) == known.regular
    )
    assert known.named(Face.MONO, f"A{lacking}") == known.regular
    assert known.named(Face.MONO, "Aé") == known.mono
    assert known.width(lacking, Face.MONO, 10) == known.width(lacking, Face.REGULAR, 10)


def test_text_is_composed_and_freed_of_what_cannot_be_seen() -> None:
    assert fonts.clean("e\u0301te\u0301\u200b\ufeff\tx") == "été x"
    assert fonts.clean("a\nb") == "a\nb"
    assert fonts.clean("À revoir ; dit : « oui » !") == "À revoir\u00a0; dit\u00a0: «\u00a0oui\u00a0»\u00a0!"


def test_only_truetype_fonts_are_measured() -> None:
    base = fonts.Fonts("Helvetica", "Helvetica", "Helvetica", frozenset())
    with pytest.raises(TypeError, match="TrueType"):
        base.width("A", Face.REGULAR, 10)
