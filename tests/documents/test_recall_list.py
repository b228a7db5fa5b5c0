"""The contact list: what it holds, and above all what it does not."""

from dataclasses import fields, replace

from icarmed.documents import recall_list
from icarmed.documents.recall_list import Contact, RecallList, RecallRow, RecallSession
from icarmed.domain.words import Words
from tests.documents import examples, reading


def test_people_stand_under_their_session(french: Words) -> None:
    (text,) = reading.pages(recall_list.render(examples.recall_list(3), french))
    first = text.index("Jeudi 3 décembre 2026 · Liège · 14:30–16:00")
    second = text.index("Vendredi 4 décembre 2026 · Seraing")
    third = text.index("Au prochain passage")
    assert first < second < third
    assert text[first:second].count("K7M-2Q") == 3
    assert text[second:third].count("K7M-2Q") == 2
    assert "K7M-2Q00 après 16 h, pas le lundi appel" in text
    assert "Imprimée le 01/12/2026" in text


def test_without_contacts_there_is_no_column_for_them(french: Words) -> None:
    (bare,) = reading.pages(recall_list.render(examples.recall_list(3), french))
    (full,) = reading.pages(recall_list.render(examples.recall_list(3, contacts=True), french))
    for word in ("Téléphone", "Demander", "0470", "Marie-Élise"):
        assert word not in bare
        assert word in full


def test_room_is_left_to_write_what_came_of_it(french: Words) -> None:
    pdf = recall_list.render(examples.recall_list(3, contacts=True), french)
    assert 198 - reading.place(pdf, "Suite").left > 25
    rows = [reading.place(pdf, f"K7M-2Q0{n}").top for n in (1, 2)]
    assert rows[1] - rows[0] >= 9, "a row is high enough to write in"


def test_the_value_has_no_place_for_reason_or_result() -> None:
    assert [field.name for field in fields(RecallRow)] == ["code", "hours", "channel", "contact"]
    assert [field.name for field in fields(Contact)] == ["telephone", "ask_for"]
    assert [field.name for field in fields(RecallSession)] == ["on", "rows", "place", "hours"]


def test_a_long_list_goes_on_under_its_heading_with_numbered_pages(french: Words) -> None:
    data = examples.recall_list(80, contacts=True)
    texts = reading.pages(recall_list.render(data, french))
    assert len(texts) > 2
    for number, text in enumerate(texts, start=1):
        assert f"{number} / {len(texts)}" in text
    assert "Liège · 14:30–16:00 (suite)" in texts[1]
    assert "Code Heures permises Moyen Téléphone" in texts[1]
    whole = " ".join(texts)
    assert all(f"K7M-2Q{n:02}" in whole for n in range(80))


def test_long_texts_are_wrapped(french: Words) -> None:
    long = RecallRow(
        "K7M-2QXW", "seulement " * 20, "par-un-très-long-moyen" * 4, Contact("0470" * 12, "Marie " * 30)
    )
    data = examples.recall_list(1)
    data = replace(data, sessions=(RecallSession(None, (long,), "Liège " * 40),))
    (text,) = reading.pages(recall_list.render(data, french))
    assert text.count("seulement") == 20
    assert text.count("Marie") == 30
    assert text.count("Liège") == 40


def test_an_empty_list_says_so(french: Words) -> None:
    empty = RecallList(examples.recall_list(1).printed_on, ())
    assert "Personne à contacter." in reading.pages(recall_list.render(empty, french))[0]


def test_a_session_without_people_keeps_its_heading(french: Words) -> None:
    data = RecallList(examples.recall_list(1).printed_on, (RecallSession(None, ()),))
    (text,) = reading.pages(recall_list.render(data, french))
    assert "Au prochain passage" in text
    assert "Personnes : 0" in text
