"""The shipped catalogue of analyses, against its sources."""

from pathlib import Path

import pytest

from icarmed.catalogue.analyses import analyses, read_analyses
from icarmed.catalogue.texts import languages, words
from icarmed.domain.analyses import AnalysisKind, Kit, Panel, Specimen, Tube, TubeColour
from icarmed.domain.rapid_tests import RapidResult, Window

SHIPPED = analyses()


def test_the_standard_request_for_a_new_person_fills_one_serum_tube_and_one_urine_pot() -> None:
    tubes = SHIPPED.tubes(SHIPPED.panels["new_person"].analyses)
    assert [(tube.specimen, tube.tube) for tube in tubes] == [
        (Specimen.SERUM, Tube.SERUM),
        (Specimen.URINE, Tube.URINE),
    ]
    assert {"hiv_ag_ab", "hbsag", "anti_hbs", "anti_hbc", "anti_hcv", "syphilis_trep"} == set(
        tubes[0].analyses
    )
    assert {"ct_urine", "ng_urine"} == set(tubes[1].analyses)


def test_a_result_is_usually_back_in_ten_days_cytology_and_hpv_in_twenty_one() -> None:
    slow = {code for code, analysis in SHIPPED.analyses.items() if analysis.usual_delay_days == 21}
    assert slow == {"cytology", "hpv"}
    others = {
        analysis.usual_delay_days
        for code, analysis in SHIPPED.analyses.items()
        if analysis.kind is AnalysisKind.LAB and code not in slow
    }
    assert others == {10}


# clinical.md "Rapid tests"; none of a pregnancy test, whose insert says it.
@pytest.mark.parametrize(
    ("kit", "window"),
    [
        ("determine_hiv", Window(15, 60)),
        ("determine_syphilis", Window(15, 1440)),
        ("dpp_hiv_syphilis", Window(10, 25)),
        ("oraquick_hcv", Window(20, 40)),
        ("insti_hiv", Window(0, 60)),
        ("hcg_urine_strip", None),
    ],
)
def test_read_windows_of_kits(kit: str, window: Window | None) -> None:
    assert SHIPPED.kits[kit].window == window


def test_devices_for_infections_are_reactive_never_positive() -> None:
    for analysis in SHIPPED.analyses.values():
        if analysis.code.startswith("trod_"):
            assert set(analysis.answers) == set(RapidResult)
    assert SHIPPED.analyses["hcg_urine"].answers == ("negative", "positive", "invalid")


def test_every_rapid_test_has_a_kit_and_kits_test_only_rapidly() -> None:
    rapid = {code for code, analysis in SHIPPED.analyses.items() if analysis.kind is AnalysisKind.RAPID}
    assert all(SHIPPED.kits_for(code) for code in rapid)
    assert {code for kit in SHIPPED.kits.values() for code in kit.analyses} == rapid


def test_every_panel_and_kit_says_where_it_comes_from() -> None:
    rows: list[Panel | Kit] = [*SHIPPED.panels.values(), *SHIPPED.kits.values()]
    assert [row.code for row in rows if not (row.source and row.certainty)] == []


def test_caps_by_belgian_custom() -> None:
    assert SHIPPED.colours[Tube.EDTA] is TubeColour.PURPLE
    assert SHIPPED.colours[Tube.SERUM] in {TubeColour.YELLOW, TubeColour.RED}


@pytest.mark.parametrize("lang", [language.code for language in languages()])
def test_everything_in_the_catalogue_has_a_name_in_every_language(lang: str) -> None:
    named = words(lang)
    codes = [f"analyses.{code}" for code in SHIPPED.analyses]
    codes += [f"analysis_search.{code}" for code in SHIPPED.analyses]
    codes += [f"panels.{code}" for code in SHIPPED.panels]
    codes += [f"kits.{code}" for code in SHIPPED.kits]
    codes += [f"specimens.{specimen}" for specimen in Specimen]
    codes += [f"tubes.{tube}" for tube in Tube]
    codes += [f"tube_colours.{colour}" for colour in TubeColour]
    codes += [f"answers.{answer}" for analysis in SHIPPED.analyses.values() for answer in analysis.answers]
    assert [code for code in codes if not named.has(code)] == []


@pytest.mark.parametrize("lang", [language.code for language in languages()])
def test_typing_syp_finds_every_test_for_syphilis(lang: str) -> None:
    named = words(lang)
    found = {
        code
        for code in SHIPPED.analyses
        if "syp" in (named.text(f"analyses.{code}") + " " + named.text(f"analysis_search.{code}")).lower()
    }
    assert found == {"syphilis_trep", "rpr", "trod_syphilis"}


TUBES = '[tubes]\nserum="yellow"\nedta="purple"\nurine="plain"\nswab="plain"\nliquid_cytology="plain"\n'
HEAD = f'edition = "test"\npanels = []\nkits = []\n[usual_delay]\ndays = 10\n{TUBES}'
ROW = '[[analyses]]\ncode = "bv"\nkind = "lab"\nspecimen = "urine"\ntube = "urine"\nanswers = ["absent"]\n'
PANEL = '[{code = "p", analyses = ["bv", "none_such"], source = "s", certainty = "c"}]'


def write(folder: Path, text: str) -> Path:
    file = folder / "tests.toml"
    file.write_text(text, "utf-8")
    return file


def test_a_catalogue_is_read_as_written(tmp_path: Path) -> None:
    assert list(read_analyses(write(tmp_path, HEAD + ROW)).analyses) == ["bv"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (HEAD + ROW + ROW, "bv stands twice"),
        (HEAD.replace("panels = []", f"panels = {PANEL}") + ROW, "not listed: none_such"),
        (HEAD.replace('serum="yellow"\n', "") + ROW, "without a colour: serum"),
        (HEAD + ROW.replace('kind = "lab"', 'kind = "magic"'), "magic"),
    ],
)
def test_a_faulty_catalogue_is_refused(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        read_analyses(write(tmp_path, text))
