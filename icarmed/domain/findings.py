"""What a rule thinks of an act: a code with parameters, never a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

Parameter = str | int | date | datetime


@dataclass(frozen=True, slots=True)
class Finding:
    """One objection or remark; `overridable` ones yield to a reason that is stored."""

    code: str
    params: Mapping[str, Parameter] = field(default_factory=dict, hash=False)
    overridable: bool = False


class Refused(Exception):
    """A story says no; carries every finding that stands against it."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(", ".join(finding.code for finding in findings))
        self.findings = findings
