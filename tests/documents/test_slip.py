"""The laboratory slip, read back from the page."""

from dataclasses import replace
from datetime import date

import pytest

from icarmed.documents import slip
from icarmed.documents.slip import Billing, Prescriber, Sex, Slip, Specimen, Tube
from icarmed.domain.dates import DateRange
from icarmed.domain.lab_requests import Payer
from icarmed.domain.words import Words
from tests.documents import examples, reading


def rendered(data: Slip, words: Words) -> bytes:
    return slip.render(data, words)


@pytest.mark.parametrize("dpi", [150, 300])
def test_the_request_number_is_read_back_as_code_128(french: Words, dpi: int) -> None:
    data = examples.usual_slip()
    assert reading.barcodes(rendered(data, french), dpi=dpi) == [("Code 128", data.number)]


@pytest.mark.parametrize("seed", range(10, 20))
def test_any_request_number_is_read_back(french: Words, seed: int) -> None:
    data = replace(examples.coded_slip(), number=examples.request_number(seed))
    assert reading.barcodes(rendered(data, french)) == [("Code 128", data.number)]


def test_the_usual_panel_is_one_a4_page_with_everything_the_decree_asks_for(french: Words) -> None:
    pdf = rendered(examples.usual_slip(), french)
    assert reading.sizes(pdf) == {(210, 297)}
    (text,) = reading.pages(pdf)
    for part in (
        "Dr Marie Jørgensen-Lefèvre Rue des Tilleuls 12 4000 Liège Tél. 04 000 00 00 INAMI 1-23456-78-901",
        "Nom Văcărescu Prénom Nadia Élodie Date de naissance 03/02/1994 Sexe Féminin",
        "Quai du Cœur 3, boîte 4 4020 Liège",
        "Date 03/12/2026 Heure 14:50 Prélevé par S. Lambert, infirmière",
        "Urgent – téléphoner les résultats : 0470 00 00 00",
        "Copie à Dr Noël Ançion, Seraing",
        "CPAS CPAS de Liège N° MediPrima MP 00 123 456",
        "Exposition le 20/10. Syphilis : TROD réactif le 19/11, non confirmé. Dépistage complet.",
        "5 Écouvillon · site : vagin",
        "6 Écouvillon · site : gorge",
        "Récipients joints (6) 2 Sérum (jaune ou rouge) 1 EDTA (mauve) 1 Urine 2 Écouvillon",
        "Prescrit le 03/12/2026",
        "Étiquette du laboratoire",
        "Page 1 / 1",
    ):
        assert part in text, part


def test_every_test_stands_by_itself_under_its_specimen(french: Words) -> None:
    (text,) = reading.pages(rendered(examples.usual_slip(), french))
    assert "Analyses demandées (14)" in text
    for specimen in examples.USUAL:
        assert " ".join(specimen.tests) in text


def test_a_ticked_box_stands_before_every_test(french: Words) -> None:
    pdf = rendered(examples.usual_slip(), french)
    for test in ("AgHBs", "Hémogramme", "Chlamydia trachomatis NAAT, urine"):
        at = reading.place(pdf, test)
        box = reading.Place(at.left - 5, at.top - 0.6, at.left - 1, at.bottom + 0.6)
        tick = reading.Place(at.left - 4.4, at.top + 0.4, at.left - 2.2, at.top + 1.9)
        assert reading.darkness(pdf, box) > reading.darkness(pdf, tick) > 50


def test_parts_stand_where_a_laboratory_looks_for_them(french: Words) -> None:
    pdf = rendered(examples.usual_slip(), french)
    assert reading.place(pdf, "INAMI").top < 60
    assert reading.place(pdf, "INAMI").left < 40
    assert reading.place(pdf, "Étiquette").left > 140
    assert reading.place(pdf, "Étiquette").top < 60
    assert reading.place(pdf, "signature").top > 245
    assert reading.place(pdf, "signature").left > 110


def test_under_a_standing_order_the_slip_is_to_be_signed(french: Words) -> None:
    asked = examples.usual_slip()
    assert "À SIGNER" in reading.pages(rendered(asked, french))[0]
    assert "À SIGNER" not in reading.pages(rendered(replace(asked, to_sign=False), french))[0]


def test_someone_with_a_code_only_gives_year_and_sex_and_nothing_else(french: Words) -> None:
    (text,) = reading.pages(rendered(examples.coded_slip(), french))
    assert "Code (anonyme) K7M-2QXW Année de naissance 1993–1994 Sexe Autre" in text
    assert "Adresse" not in text
    assert "Prénom" not in text


def test_an_exact_birth_is_only_a_year_for_someone_with_a_code(french: Words) -> None:
    person = replace(examples.CODED, born=DateRange.day(date(1994, 2, 3)), sex=Sex.FEMALE)
    (text,) = reading.pages(rendered(replace(examples.coded_slip(), person=person), french))
    assert "Année de naissance 1994 Sexe Féminin" in text
    assert "03/02" not in text


@pytest.mark.parametrize(
    ("payer", "label"),
    [
        (Payer.MUTUELLE, "Mutuelle"),
        (Payer.AMU, "AMU"),
        (Payer.ASSOCIATION, "L'association"),
        (Payer.FREE, "Gratuit"),
    ],
)
def test_all_payers_are_shown_and_one_is_ticked(french: Words, payer: Payer, label: str) -> None:
    pdf = rendered(replace(examples.coded_slip(), billing=Billing(payer)), french)
    dark: dict[str, int] = {}
    for candidate in ("Mutuelle", "AMU", "L'association", "Gratuit"):
        at = reading.place(pdf, candidate)
        inside = reading.Place(at.left - 4.4, at.top + 0.4, at.left - 2.2, at.top + 1.9)
        dark[candidate] = reading.darkness(pdf, inside)
    assert dark.pop(label) > 50 > max(dark.values())


def test_nothing_is_cut_however_long(french: Words) -> None:
    data = examples.long_slip()
    pdf = rendered(data, french)
    texts = reading.pages(pdf)
    whole = " ".join(texts)
    assert len(texts) == 3
    for n in range(1, 41):
        assert f"Épreuve {n} " in whole
    for n in range(1, 13):
        assert f"site : site numéro {n}" in whole
    assert "FIN-DES-RENSEIGNEMENTS" in whole
    assert whole.count("1 (suite)") >= 1
    assert isinstance(data.person, slip.NamedPerson)
    assert texts[0].count("Zdzisława-Maximilienne") >= 4 + 5 + 6 + 6 + 8 + 5 + 7 + 6


def test_every_page_of_a_long_slip_says_whose_it_is_and_can_be_scanned_and_signed(french: Words) -> None:
    data = replace(examples.long_slip(), person=examples.NADIA)
    pdf = rendered(data, french)
    texts = reading.pages(pdf)
    assert len(texts) > 1
    for page, text in enumerate(texts):
        assert f"Page {page + 1} / {len(texts)}" in text
        assert "Date et signature du prescripteur" in text
        assert "Văcărescu" in text
        assert reading.barcodes(pdf, page) == [("Code 128", data.number)]


def test_no_text_runs_over_the_margins(french: Words) -> None:
    pdf = rendered(examples.long_slip(), french)
    with reading.opened(pdf) as document:
        for page in document:
            textpage = page.get_textpage()
            for at in range(textpage.count_chars()):
                left, _, right, _ = textpage.get_charbox(at)
                assert left >= 12 * reading.MM - 1
                assert right <= 198 * reading.MM + 1


def test_tubes_are_counted_by_kind() -> None:
    assert examples.usual_slip().tubes() == ((Tube.SERUM, 2), (Tube.EDTA, 1), (Tube.URINE, 1), (Tube.SWAB, 2))


def test_the_numbers_before_specimens_are_those_of_the_tube_labels(french: Words) -> None:
    (text,) = reading.pages(rendered(examples.usual_slip(), french))
    for part in ("1–2 Sérum", "3 Sang", "4 Urine", "5 Écouvillon", "6 Écouvillon"):
        assert part in text


def test_all_kinds_of_tubes_have_room_in_the_totals(english: Words) -> None:
    specimens = tuple(Specimen(kind.value, kind, ("Test",)) for kind in Tube)
    (text,) = reading.pages(rendered(replace(examples.coded_slip(), specimens=specimens), english))
    for kind in Tube:
        assert f"1 {english.text(f'slip.tube.{kind}')}" in text
    assert "Containers enclosed (8)" in text


def test_nothing_tells_the_kind_of_place(french: Words) -> None:
    (text,) = reading.pages(rendered(examples.coded_slip(), french))
    assert "permanence" not in text.lower()
    prescriber = Prescriber("Dr Marie", ("Maison des Tilleuls",), "1-23456-78-901")
    (named,) = reading.pages(rendered(replace(examples.coded_slip(), prescriber=prescriber), french))
    assert "Maison des Tilleuls" in named


def test_a_slip_that_could_not_be_matched_or_asks_for_nothing_is_not_made() -> None:
    with pytest.raises(ValueError, match="request number"):
        replace(examples.coded_slip(), number="123456789012")
    with pytest.raises(ValueError, match="at least one test"):
        replace(examples.coded_slip(), specimens=())
    with pytest.raises(ValueError, match="one tube and one test"):
        Specimen("Sérum", Tube.SERUM, ())
    with pytest.raises(ValueError, match="one tube and one test"):
        Specimen("Sérum", Tube.SERUM, ("RPR",), tubes=0)
