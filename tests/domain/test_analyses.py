"""Analyses and the tubes they need."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icarmed.domain.analyses import (
    Analysis,
    AnalysisKind,
    Kit,
    Measure,
    NeededTube,
    Panel,
    Specimen,
    Tube,
    is_loinc,
    tubes_needed,
)
from icarmed.domain.rapid_tests import Window


def lab(code: str, specimen: Specimen, tube: Tube) -> Analysis:
    return Analysis(code, AnalysisKind.LAB, specimen, tube, ("negative", "positive"), usual_delay_days=10)


HIV = lab("hiv_ag_ab", Specimen.SERUM, Tube.SERUM)
HBSAG = lab("hbsag", Specimen.SERUM, Tube.SERUM)
HCV_RNA = lab("hcv_rna", Specimen.PLASMA, Tube.EDTA)
CBC = Analysis("cbc", AnalysisKind.LAB, Specimen.BLOOD, Tube.EDTA, measure=Measure.PANEL, usual_delay_days=10)
CT_VAGINAL = lab("ct_vaginal", Specimen.VAGINAL_SWAB, Tube.SWAB)
NG_VAGINAL = lab("ng_vaginal", Specimen.VAGINAL_SWAB, Tube.SWAB)
CT_THROAT = lab("ct_throat", Specimen.THROAT_SWAB, Tube.SWAB)
RAPID = Analysis(
    "trod_hiv", AnalysisKind.RAPID, Specimen.CAPILLARY, None, ("non_reactive", "reactive", "invalid")
)
ALL = [HIV, HBSAG, HCV_RNA, CBC, CT_VAGINAL, NG_VAGINAL, CT_THROAT, RAPID]


def test_serum_analyses_share_one_tube() -> None:
    assert tubes_needed([HIV, HBSAG]) == (NeededTube(Specimen.SERUM, Tube.SERUM, ("hiv_ag_ab", "hbsag")),)


def test_each_site_is_a_swab_of_its_own() -> None:
    assert tubes_needed([CT_VAGINAL, CT_THROAT, NG_VAGINAL]) == (
        NeededTube(Specimen.VAGINAL_SWAB, Tube.SWAB, ("ct_vaginal", "ng_vaginal")),
        NeededTube(Specimen.THROAT_SWAB, Tube.SWAB, ("ct_throat",)),
    )


def test_plasma_and_whole_blood_are_two_edta_tubes() -> None:
    assert [needed.specimen for needed in tubes_needed([HCV_RNA, CBC])] == [Specimen.PLASMA, Specimen.BLOOD]


def test_what_is_read_at_the_bedside_needs_no_tube() -> None:
    assert tubes_needed([RAPID]) == ()


@given(st.lists(st.sampled_from(ALL)))
def test_each_laboratory_analysis_stands_on_exactly_one_tube(asked: list[Analysis]) -> None:
    needed = tubes_needed(asked)
    on_tubes = [code for tube in needed for code in tube.analyses]
    assert sorted(on_tubes) == sorted({analysis.code for analysis in asked if analysis.tube is not None})
    assert len({(tube.specimen, tube.tube) for tube in needed}) == len(needed)


# LOINC users' guide, appendix on the mod 10 check digit, and codes of the Belgian list.
@pytest.mark.parametrize("code", ["5195-3", "16935-9", "56888-1", "2160-0", "11011-4"])
def test_a_loinc_code_with_its_check_digit_is_taken(code: str) -> None:
    assert is_loinc(code)


@pytest.mark.parametrize("code", ["5195-4", "16935-8", "5195", "", "5195-33", "LP5195-3", "51953", "12-6"])
def test_a_loinc_code_mistyped_is_not(code: str) -> None:
    assert not is_loinc(code)


GOOD: dict[str, Any] = {
    "code": "hbsag",
    "kind": AnalysisKind.LAB,
    "specimen": Specimen.SERUM,
    "tube": Tube.SERUM,
    "answers": ("negative", "positive"),
    "loinc": "5195-3",
    "usual_delay_days": 10,
}


@pytest.mark.parametrize(
    "wrong",
    [
        {"code": ""},
        {"code": "HBs Ag"},
        {"answers": ()},
        {"tube": None},
        {"usual_delay_days": None},
        {"kind": AnalysisKind.RAPID},
        {"kind": AnalysisKind.RAPID, "tube": None},
        {"loinc": "5195-4"},
    ],
)
def test_an_analysis_that_contradicts_itself_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"analysis|laboratory|LOINC"):
        Analysis(**{**GOOD, **wrong})


def test_an_analysis_takes_only_its_own_answers() -> None:
    analysis = Analysis(**GOOD)
    assert analysis.takes("positive")
    assert not analysis.takes("reactive")


@pytest.mark.parametrize("codes", [(), ("hbsag", "hbsag")])
def test_a_panel_names_each_analysis_once(codes: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="once"):
        Panel("hepatitis_b", codes, "source", "certainty")


def test_a_kit_tests_for_something() -> None:
    with pytest.raises(ValueError, match="something"):
        Kit("kit", (), None, "insert", "none")


def test_a_window_ends_after_it_begins() -> None:
    with pytest.raises(ValueError, match="ends after"):
        Kit("kit", ("trod_hiv",), Window(20, 10), "insert", "none")
