"""What a request slip says."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from icarmed.domain.codes import is_request_number
from icarmed.domain.dates import DateRange
from icarmed.domain.lab_requests import Payer


class Sex(StrEnum):
    """The sex that a laboratory's reference values ask for, as the person gives it."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"
    UNKNOWN = "unknown"


class Tube(StrEnum):
    """A container, told by its colour (data: column `tube` of the tests)."""

    SERUM = "serum"
    EDTA = "edta"
    CITRATE = "citrate"
    FLUORIDE = "fluoride"
    HEPARIN = "heparin"
    URINE = "urine"
    SWAB = "swab"
    LIQUID_CYTOLOGY = "liquid_cytology"


@dataclass(frozen=True, slots=True)
class Prescriber:
    """The doctor as pre-printed: what stands here is all that the slip says of where it comes from."""

    name: str
    address: tuple[str, ...]
    inami: str
    telephone: str = ""


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Someone who agrees to be named to the laboratory."""

    name: str
    first_name: str
    address: tuple[str, ...]
    born: DateRange | None
    sex: Sex


@dataclass(frozen=True, slots=True)
class CodedPerson:
    """Someone who agrees to no more than code, year of birth and sex."""

    code: str
    born: DateRange | None
    sex: Sex


@dataclass(frozen=True, slots=True)
class Sampling:
    """When and by whom the samples were taken; what is not known yet is left to be written by hand."""

    on: date | None = None
    at: time | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Specimen:
    """One line: a tube or several of one kind, or one swab of one site; each test is ticked by itself."""

    label: str
    tube: Tube
    tests: tuple[str, ...]
    site: str = ""
    tubes: int = 1

    def __post_init__(self) -> None:
        if not self.tests or self.tubes < 1:
            message = "a specimen has at least one tube and one test"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Billing:
    """Who pays; `number` is that of the member or of MediPrima, `body` the mutuelle or the CPAS."""

    payer: Payer
    number: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True)
class Urgency:
    """Results wanted at once, told by telephone."""

    telephone: str


@dataclass(frozen=True, slots=True)
class Slip:
    """A whole request; `to_sign`: prescribed under a standing order and not yet signed by the doctor."""

    number: str
    prescriber: Prescriber
    person: NamedPerson | CodedPerson
    prescribed_on: date
    to_sign: bool
    sampling: Sampling
    specimens: tuple[Specimen, ...]
    billing: Billing
    clinical: str = ""
    urgency: Urgency | None = None
    copy_to: str = ""
    laboratory: str = ""

    def __post_init__(self) -> None:
        if not is_request_number(self.number):
            message = "not a request number"
            raise ValueError(message)
        if not self.specimens:
            message = "a slip asks for at least one test"
            raise ValueError(message)

    def tubes(self) -> tuple[tuple[Tube, int], ...]:
        """How many of each kind, in the order of `Tube`."""
        return tuple(
            (kind, count)
            for kind in Tube
            if (count := sum(specimen.tubes for specimen in self.specimens if specimen.tube is kind))
        )
