"""What holds for every paper: same bytes, embedded fonts, nothing that tells where it comes from."""

import subprocess
import sys

from icarmed.documents import slip
from icarmed.domain.words import Words
from tests.documents import examples, reading
from tests.documents.conftest import Maker


def test_the_same_input_gives_the_same_bytes(maker: Maker, french: Words) -> None:
    assert maker(french) == maker(french)


def test_another_process_gives_the_same_bytes(french: Words) -> None:
    program = (
        "import hashlib; from icarmed.catalogue.texts import words; from icarmed.documents import slip; "
        "from tests.documents import examples; "
        "print(hashlib.sha256(slip.render(examples.usual_slip(), words('fr'))).hexdigest())"
    )
    seeds = ("1", "2")
    runs = [
        subprocess.run(  # our own interpreter and our own words
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
        )
        for seed in seeds
    ]
    assert runs[0].stdout == runs[1].stdout
    assert len(runs[0].stdout.strip()) == 64


def test_every_font_is_embedded_and_none_is_a_standard_one(maker: Maker, french: Words) -> None:
    named = reading.fonts(maker(french))
    assert named
    assert all(named.values()), named
    assert not any(base in font for font in named for base in ("Helvetica", "Times", "Courier"))
    assert b"Helvetica" not in reading.plain(maker(french))


def test_the_file_does_not_tell_the_program_or_the_association(maker: Maker, french: Words) -> None:
    pdf = maker(french)
    assert b"icar" not in reading.plain(pdf).lower()
    assert reading.metadata(pdf)["Author"] == reading.metadata(pdf)["Creator"] == "document"
    assert reading.metadata(pdf)["CreationDate"].startswith("D:20000101")


def test_nothing_is_printed_where_printers_cannot(maker: Maker, french: Words) -> None:
    pdf = maker(french)
    if (148, 105) in reading.sizes(pdf):
        return  # the fold marks of the small card run to the edge on purpose
    assert not any(reading.ink_outside(pdf, 5, page) for page in range(len(reading.pages(pdf))))


def test_both_languages_are_printed(maker: Maker, french: Words, english: Words) -> None:
    assert reading.pages(maker(french)) != reading.pages(maker(english))


def test_a_slip_in_english_holds_no_french_word_of_ours(english: Words) -> None:
    text = reading.pages(slip.render(examples.usual_slip(), english))[0]
    assert "Laboratory request" in text
    assert not any(word in text for word in ("Prélevé", "Facturation", "Demande", "Mutuelle"))
