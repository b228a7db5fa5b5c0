"""The printed summary against the table it prints."""

from dataclasses import replace

import pytest

from icarmed.documents import summary
from icarmed.domain.summary.tables import Table, Value, YearSummary
from icarmed.domain.words import Words
from tests.documents import examples, reading


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (None, "–"),
        (0, "0"),
        ("<5", "<5"),
        (382, "382"),
        (1076, "1\u00a0076"),
        (1234567, "1\u00a0234\u00a0567"),
        (3.2, "3,2"),
        (8.0, "8,0"),
        (12.25, "12,3"),
        (0.05, "0,1"),
        (-1.5, "-1,5"),
        (1234.5, "1\u00a0234,5"),
    ],
)
def test_values_are_printed_as_french_is_written(french: Words, value: Value, printed: str) -> None:
    assert summary.shown(value, french) == printed


def test_values_in_english_have_a_point(english: Words) -> None:
    assert summary.shown(3.2, english) == "3.2"


def test_every_table_is_printed_with_its_rows_and_definitions(french: Words) -> None:
    (text,) = reading.pages(summary.render(examples.year_summary(), french))
    for part in (
        "Bilan 2018 Tous les lieux",
        "Fréquentation des permanences",
        "Liège 382 401 8,0",
        "Seraing 175 – 3,2",
        "Lieu inconnu <5 0 –",
        "Total 1 557 1 401 12,3",
        "vue par un médecin ou une infirmière.",
        "Public suivi",
        "1 / 1",
    ):
        assert part in text, part


def test_numbers_stand_under_each_other_to_the_right(french: Words) -> None:
    pdf = summary.render(examples.year_summary(), french)
    rights = [reading.place(pdf, number).right for number in ("382", "175", "557")]
    assert max(rights) - min(rights) < 0.3


def test_a_table_wider_and_longer_than_a_page_is_printed_whole(french: Words) -> None:
    texts = reading.pages(summary.render(examples.year_summary(wide=True), french))
    whole = " ".join(texts)
    for number, text in enumerate(texts, start=1):
        assert f"{number} / {len(texts)}" in text
    for column in range(14):
        assert f"Tranche {column}–{column + 4} ans" in whole
    assert all(whole.count(f"ligne {row} ") == 3 for row in range(60)), "14 columns are three times the rows"
    assert "Profil (suite)" in texts[1]
    assert "FIN-DE-NOTE" in whole


def test_a_short_table_is_not_torn_apart(french: Words) -> None:
    short = examples.year_summary().tables[0]
    many = tuple(replace(short, id=f"t{n}", title=f"Tableau {n}") for n in range(12))
    texts = reading.pages(summary.render(YearSummary(2018, None, many), french))
    assert len(texts) > 1
    assert "(suite)" not in " ".join(texts)
    for text in texts:
        assert text.count("Tableau") == text.count("12,3") == text.count("Provisoire")


def test_a_table_without_columns_or_rows_keeps_its_title(french: Words) -> None:
    bare = YearSummary(2018, None, (Table("bare", "Tableau vide", (), ()),))
    assert "Tableau vide" in reading.pages(summary.render(bare, french))[0]
