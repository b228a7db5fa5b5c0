"""The words of papers, commands and rules in one language, looked up by code."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from icarmed.domain.findings import Finding, Parameter


@dataclass(frozen=True, slots=True)
class Words:
    """One language: texts by code, with `{name}` where a parameter stands.

    `texts` must hold `calendar.day_format` (with `{day}`, `{month}`, `{month_name}`, `{year}`),
    `calendar.long_format` (also `{weekday}`), `calendar.month.1` … `.12`, `calendar.short_month.1` … `.12`
    and `calendar.weekday.0` (Monday) … `.6`.
    """

    lang: str
    texts: Mapping[str, str]

    def text(self, code: str, /, **params: Parameter) -> str:
        """The sentence of `code`; dates among `params` are written as the language does.

        Raises KeyError when the language has no such code.
        """
        return self.texts[code].format(**{name: self._shown(value) for name, value in params.items()})

    def finding(self, finding: Finding) -> str:
        """The sentence of a finding, found under `findings.<code>`."""
        return self.text(f"findings.{finding.code}", **finding.params)

    def has(self, code: str) -> bool:
        """Whether the language knows `code`."""
        return code in self.texts

    def day(self, on: date) -> str:
        """A date as written in short: 15/10/2026."""
        return self._dated("calendar.day_format", on)

    def long_day(self, on: date) -> str:
        """A date with its weekday: jeudi 3 décembre 2026."""
        return self._dated("calendar.long_format", on)

    def _dated(self, form: str, on: date) -> str:
        return self.texts[form].format(
            day=on.day,
            day2=f"{on.day:02}",
            month=on.month,
            month2=f"{on.month:02}",
            month_name=self.texts[f"calendar.month.{on.month}"],
            short_month=self.texts[f"calendar.short_month.{on.month}"],
            weekday=self.texts[f"calendar.weekday.{on.weekday()}"],
            year=on.year,
        )

    def _shown(self, value: Parameter) -> str | int:
        if isinstance(value, datetime):
            return f"{self.day(value.date())} {value:%H:%M}"
        if isinstance(value, date):
            return self.day(value)
        return value
