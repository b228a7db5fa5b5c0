"""The vaccination card, as the person holds it."""

from dataclasses import replace
from datetime import date

import pytest

from icarmed.documents import card
from icarmed.documents.card import Card, CardDose, CardNext, Paper
from icarmed.domain.dates import DateRange
from icarmed.domain.words import Words
from tests.documents import examples, reading

DOSE = CardDose(DateRange.parse("2026-10-15"), "Hépatite B", "Engerix-B 20 µg", "EB4412", 1)


def test_the_small_card_is_one_a6_sheet_with_two_faces(french: Words) -> None:
    pdf = card.render(examples.usual_card(), french, Paper.A6)
    assert reading.sizes(pdf) == {(148, 105)}
    outside, inside = reading.pages(pdf)
    assert "Carte de vaccination" in outside
    assert "Nom Nadia Code K7M-2QXW" in outside
    assert "15/10/2026 Hépatite B · 1 Engerix-B 20 µg EB4412" in inside
    assert "02/11/2026 Hépatite B Engerix-B 20 µg EB4412" in inside
    assert "05/2019 Hépatite A Havrix 1440" in inside
    assert "Hépatite B · dose 3 possible dès le jeudi 4 février 2027" in inside
    assert "séance jeudi 11 février 2027 14:30–16:00 · Liège" in inside


def test_doses_stand_left_of_the_fold_and_next_dates_right_of_it(french: Words) -> None:
    pdf = card.render(examples.usual_card(), french, Paper.A6)
    assert reading.place(pdf, "EB4412", page=1).right < 74
    assert reading.place(pdf, "possible", page=1).left > 74
    assert reading.place(pdf, "Nadia").left > 74, "the front cover is the right half of the outside"


def test_on_a4_both_faces_lie_on_one_side_the_outer_one_upside_down(french: Words) -> None:
    pdf = card.render(examples.usual_card(), french)
    assert reading.sizes(pdf) == {(210, 297)}
    assert len(reading.pages(pdf)) == 1
    cover, doses = reading.place(pdf, "Nadia"), reading.place(pdf, "Vaccins")
    assert cover.bottom < 297 / 2 < doses.top
    assert cover.right < 105, "turned, the front cover lies left: folded away it backs the doses"
    assert reading.place(pdf, "K7M").bottom < cover.top, "upside down: what stands below comes first"


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [("Nadia", "", ["Nom", "Nadia"]), ("", "K7M-2QXW", ["Code", "K7M-2QXW"]), ("", "", [])],
)
def test_the_person_chooses_what_stands_on_the_cover(
    french: Words, name: str, code: str, words: list[str]
) -> None:
    outside, _ = reading.pages(
        card.render(replace(examples.usual_card(), name=name, code=code), french, Paper.A6)
    )
    for word in ("Nom", "Nadia", "Code", "K7M-2QXW"):
        assert (word in outside) == (word in words)


def test_no_word_says_where_or_why(french: Words, english: Words) -> None:
    told = dict.fromkeys(
        ("infect", "sérologie", "AcHbs", "HBs", "permanence", "association", "dépistage"), french
    )
    told |= dict.fromkeys(("serology", "titre", "clinic", "screening", "risk"), english)
    for word, words in told.items():
        text = " ".join(reading.pages(card.render(examples.usual_card(), words))).lower()
        assert word.lower() not in text


def test_a_card_without_doses_is_a_table_to_fill_in(french: Words) -> None:
    pdf = card.render(Card(doses=()), french, Paper.A6)
    _, inside = reading.pages(pdf)
    assert "Vaccins reçus" in inside
    assert "Prochaines dates" not in inside


def test_many_doses_go_on_on_a_second_sheet_and_none_is_lost(french: Words) -> None:
    doses = tuple(replace(DOSE, lot=f"LOT{n:03}") for n in range(45))
    following = tuple(CardNext(f"Vaccin {n}", date(2027, 2, 4)) for n in range(6))
    for paper in Paper:
        texts = reading.pages(card.render(Card(doses, following), french, paper))
        whole = " ".join(texts)
        assert len(texts) > 1
        assert all(f"LOT{n:03}" in whole for n in range(45))
        assert all(f"Vaccin {n} " in whole for n in range(6))
        assert all("Vaccins reçus" in text or "Prochaines dates" in text for text in texts[1:])


def test_long_names_are_wrapped_within_their_panel(french: Words) -> None:
    long = "Zdzisława-Maximilienne von der Ölmühle "
    data = Card(
        (CardDose(DateRange.parse("2018/2019"), long * 2, long, "LOT-" * 8),),
        (CardNext(long * 2, date(2027, 9, 22)),),
        name=long * 3,
    )
    pdf = card.render(data, french, Paper.A6)
    outside, inside = reading.pages(pdf)
    assert outside.count("Zdzisława") == 3
    assert inside.count("Zdzisława") == 5
    assert "01/01/2018" in inside
    with reading.opened(pdf) as document:
        for page in document:
            textpage = page.get_textpage()
            for at in range(textpage.count_chars()):
                left, _, right, _ = textpage.get_charbox(at)
                assert not left < 74 * reading.MM - 0.5 < right - 0.5, "nothing crosses the fold"
                assert right <= 148 * reading.MM
