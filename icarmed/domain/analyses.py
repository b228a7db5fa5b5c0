"""What can be tested: analyses, the tubes they need, panels that are asked together, and rapid-test kits."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from stdnum import luhn

from icarmed.domain.rapid_tests import Window

_CODE = re.compile(r"[a-z][a-z0-9_]*")
_LOINC = re.compile(r"(\d{3,7})-(\d)")


class AnalysisKind(StrEnum):
    """Who reads it: a laboratory, the person who holds the device, or the person who looks at the skin."""

    LAB = "lab"
    RAPID = "rapid"
    SKIN = "skin"


class Specimen(StrEnum):
    """What is taken, and where from; one swab is one specimen."""

    SERUM = "serum"
    PLASMA = "plasma"
    BLOOD = "blood"
    CAPILLARY = "capillary"
    URINE = "urine"
    VAGINAL_SWAB = "vaginal_swab"
    RECTAL_SWAB = "rectal_swab"
    THROAT_SWAB = "throat_swab"
    CERVICAL = "cervical"
    SKIN = "skin"


class Tube(StrEnum):
    """What a specimen travels in."""

    SERUM = "serum"
    EDTA = "edta"
    URINE = "urine"
    SWAB = "swab"
    LIQUID_CYTOLOGY = "liquid_cytology"


class TubeColour(StrEnum):
    """The colour of a cap by Belgian custom (belgium.md); `plain` where colour says nothing."""

    YELLOW = "yellow"
    RED = "red"
    PURPLE = "purple"
    BLUE = "blue"
    GREY = "grey"
    GREEN = "green"
    PLAIN = "plain"


class Measure(StrEnum):
    """What a result holds that is no word of a list."""

    QUANTITY = "quantity"
    TITER = "titer"
    MILLIMETRES = "mm"
    PANEL = "panel"


@dataclass(frozen=True, slots=True)
class Analysis:
    """One test as it is ordered and answered; its label is the text `analyses.<code>`.

    `answers` are the stored words a result may have, `measure` what it may hold beside or in place of one.
    `unit` is UCUM. `loinc` is empty for a local code. `usual_delay_days` counts from sampling to result.
    """

    code: str
    kind: AnalysisKind
    specimen: Specimen
    tube: Tube | None
    answers: tuple[str, ...] = ()
    measure: Measure | None = None
    unit: str = ""
    loinc: str = ""
    usual_delay_days: int | None = None

    def __post_init__(self) -> None:
        if not _CODE.fullmatch(self.code):
            raise ValueError("an analysis needs a code of lower-case words")
        if not self.answers and self.measure is None:
            raise ValueError("an analysis needs answers or a measure")
        if (self.kind is AnalysisKind.LAB) != (self.tube is not None):
            raise ValueError("what goes to a laboratory needs a tube, and nothing else does")
        if (self.kind is AnalysisKind.LAB) != (self.usual_delay_days is not None):
            raise ValueError("what goes to a laboratory has a usual delay, and nothing else does")
        if self.loinc and not is_loinc(self.loinc):
            raise ValueError("the check digit of a LOINC code is wrong")

    def takes(self, answer: str) -> bool:
        """Whether `answer` is one of the words a result may have."""
        return answer in self.answers


@dataclass(frozen=True, slots=True)
class NeededTube:
    """One tube or swab to fill, and the codes of the analyses asked of it."""

    specimen: Specimen
    tube: Tube
    analyses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """Analyses asked together; its label is the text `panels.<code>`."""

    code: str
    analyses: tuple[str, ...]
    source: str
    certainty: str

    def __post_init__(self) -> None:
        if not self.analyses or len(set(self.analyses)) != len(self.analyses):
            raise ValueError("a panel names each of its analyses once")


@dataclass(frozen=True, slots=True)
class Kit:
    """A rapid-test kit; its label is the text `kits.<code>`.

    `window` holds minutes from the start; None where only the insert of the lot in stock says it.
    """

    code: str
    analyses: tuple[str, ...]
    window: Window | None
    source: str
    certainty: str

    def __post_init__(self) -> None:
        if not self.analyses:
            raise ValueError("a kit tests for something")
        if self.window is not None and self.window.from_minutes > self.window.until_minutes:
            raise ValueError("a window ends after it begins")


def is_loinc(code: str) -> bool:
    """Whether `code` has the form of a LOINC code and its check digit (mod 10) is right."""
    parts = _LOINC.fullmatch(code)
    return parts is not None and bool(luhn.is_valid(parts[1] + parts[2]))


def tubes_needed(analyses: Iterable[Analysis]) -> tuple[NeededTube, ...]:
    """The tubes to fill, in the order of first need; what is not sent to a laboratory needs none.

    Analyses of one specimen in one kind of tube share it: one serum tube, one swab a site.
    """
    needed: dict[tuple[Specimen, Tube], dict[str, None]] = {}
    for analysis in analyses:
        if analysis.tube is not None:
            needed.setdefault((analysis.specimen, analysis.tube), {})[analysis.code] = None
    return tuple(NeededTube(specimen, tube, tuple(codes)) for (specimen, tube), codes in needed.items())
