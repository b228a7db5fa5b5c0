"""Vaccines as products: what a dose of each counts as, and for what age it is made."""

from dataclasses import dataclass

from icarmed.domain.findings import Finding


@dataclass(frozen=True, slots=True)
class Product:
    """A vaccine: `counts_as` names the diseases, `plan` its own schedule if it has one.

    `label` is the brand; it is empty for a vaccine without one, whose words are `product.<code>`.
    Ages are in completed years, both included; `cvx` are codes of the US CDC, `snomed` that of the Belgian
    value set.
    """

    code: str
    label: str
    counts_as: frozenset[str]
    cvx: tuple[str, ...] = ()
    atc: str | None = None
    snomed: str | None = None
    plan: str | None = None
    from_years: int | None = None
    until_years: int | None = None
    offered: bool = True

    def unsuited(self, age: int) -> tuple[Finding, ...]:
        """The objection to giving it at that age; empty when there is none."""
        if self.from_years is not None and age < self.from_years:
            return (
                Finding(
                    "product_too_young", {"product": self.label, "years": self.from_years}, overridable=True
                ),
            )
        if self.until_years is not None and age > self.until_years:
            return (
                Finding(
                    "product_too_old", {"product": self.label, "years": self.until_years}, overridable=True
                ),
            )
        return ()
