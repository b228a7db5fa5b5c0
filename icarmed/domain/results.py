"""Results as typed: a word of the catalogue, a number with comparator and unit, a titre, a day."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from icarmed.domain.analyses import Analysis, Measure
from icarmed.domain.dates import DateRange
from icarmed.domain.findings import Finding, Refused
from icarmed.domain.text import folded

_NO = frozenset({"negative", "not_detected", "absent"})
_YES = frozenset({"positive", "detected", "present"})
_COMPARATORS = {"": "", "=": "", "<": "<", "≤": "<=", "<=": "<=", ">": ">", "≥": ">=", ">=": ">="}
_COMPARED = r"(?P<comparator><=|>=|[<>=≤≥])?\s*"
_QUANTITY = re.compile(_COMPARED + r"(?P<number>\d{1,12}(?:[.,]\d{1,6})?)(?P<unit>\D.*)?", re.ASCII)
_TITER = re.compile(_COMPARED + r"(?:1\s*[:/]\s*)?(?P<number>\d{1,9})", re.ASCII)
# 1.000 is a thousand to one laboratory and one to another.
_AMBIGUOUS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
_SAME_UNITS = {"miu/ml": "iu/l", "kiu/l": "iu/ml"}

_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}(-\d{2})?)?)?", re.ASCII)
_RUN = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})", re.ASCII)
_WHOLE = re.compile(r"(\d{1,2})[./\- ](\d{1,2})[./\- ](\d{4}|\d{2})", re.ASCII)
_MONTH = re.compile(r"(\d{1,2})[./\- ](\d{4})", re.ASCII)
_SHORT = re.compile(r"(\d{1,2})[./\- ](\d{1,2})", re.ASCII)
_CENTURY = 100


@dataclass(frozen=True, slots=True)
class Value:
    """A result as it is stored: `text` is whole and in normal form, `number` the part that can be compared.

    A number stands for itself (comparator "") or for what lies below or above it.
    """

    text: str
    number: Decimal | None = None
    comparator: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Plausible:
    """Numbers that are taken at once; others are asked again. `doubling`: only 1, 2, 4, 8 … (dilutions)."""

    most: Decimal
    least: Decimal = Decimal(0)
    doubling: bool = False

    def holds(self, number: Decimal) -> bool:
        """Whether the number is taken at once."""
        if self.doubling and not _is_dilution(number):
            return False
        return self.least <= number <= self.most


@dataclass(frozen=True, slots=True)
class ReadingAids:
    """What is known of results besides the catalogue: plausible numbers, and words that catch the eye.

    `marked` are answers to be seen at once; `never_marked` are tests where they mean nothing alarming.
    """

    plausible: Mapping[str, Plausible] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    marked: frozenset[str] = frozenset()
    never_marked: frozenset[str] = frozenset()

    def implausible(self, test: str, value: Value) -> bool:
        """Whether the number should be typed a second time before it is believed."""
        known = self.plausible.get(test)
        return known is not None and value.number is not None and not known.holds(value.number)

    def marks(self, test: str, answer: str) -> bool:
        """Whether a result is to be seen at once."""
        return answer in self.marked and test not in self.never_marked


def read_value(analysis: Analysis, typed: str, names: Mapping[str, str] = MappingProxyType({})) -> Value:
    """The result that was typed for this test; raises Refused for what is not one.

    A word may be typed as stored, as `names` calls it (answer to word of the language), by its first letters
    when they fit no other answer, or as `-` and `+`.
    """
    text = " ".join(typed.split())
    if not text:
        raise Refused(Finding("value_missing", {"test": analysis.code}))
    answer = _answer(analysis.answers, text, names)
    if answer is not None:
        return Value(answer)
    if analysis.measure is None:
        raise Refused(Finding("value_unknown", {"test": analysis.code}))
    return _READERS[analysis.measure](analysis, text)


def read_day(typed: str, today: date) -> DateRange:
    """A day as typed on a number pad: 15/10/2026, 15102026, 151026, 15/10, 10/2026, 2019, or ISO 8601.

    Two digits of a year, and a year left out, mean the latest such day that is not in the future. Raises
    Refused for what is no day, or lies in the future.
    """
    text = typed.strip()
    try:
        found = _day(text, today)
    except ValueError:
        found = None
    if found is None:
        raise Refused(Finding("not_a_day"))
    if found.first > today:
        raise Refused(Finding("day_in_future", {"day": found.first}))
    return found


def _answer(answers: Collection[str], text: str, names: Mapping[str, str]) -> str | None:
    signed = {"-": _NO, "+": _YES}.get(text)
    if signed is not None:
        return next((answer for answer in answers if answer in signed), None)
    begun = folded(text)
    forms = {answer: {folded(answer), folded(names.get(answer, answer))} for answer in answers}
    whole = [answer for answer, known in forms.items() if begun in known]
    fitting = whole or [
        answer for answer, known in forms.items() if begun and any(one.startswith(begun) for one in known)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _quantity(analysis: Analysis, text: str) -> Value:
    parts = _QUANTITY.fullmatch(text)
    if parts is None:
        raise Refused(Finding("value_unknown", {"test": analysis.code}))
    if _AMBIGUOUS.fullmatch(parts["number"]):
        raise Refused(Finding("number_ambiguous", {"test": analysis.code}))
    unit = (parts["unit"] or "").strip()
    if unit and _plain_unit(unit) != _plain_unit(analysis.unit):
        raise Refused(Finding("unit_unknown", {"test": analysis.code, "unit": analysis.unit}))
    number = Decimal(parts["number"].replace(",", "."))
    comparator = _COMPARATORS[parts["comparator"] or ""]
    return Value(f"{comparator}{number}", number, comparator, analysis.unit)


def _titer(analysis: Analysis, text: str) -> Value:
    parts = _TITER.fullmatch(text)
    number = Decimal(parts["number"]) if parts is not None else Decimal(0)
    if parts is None or number < 1:
        raise Refused(Finding("value_unknown", {"test": analysis.code}))
    comparator = _COMPARATORS[parts["comparator"] or ""]
    return Value(f"{comparator}1:{number}", number, comparator, analysis.unit)


def _text(_analysis: Analysis, text: str) -> Value:
    return Value(text)


_READERS: dict[Measure, Callable[[Analysis, str], Value]] = {
    Measure.QUANTITY: _quantity,
    Measure.MILLIMETRES: _quantity,
    Measure.TITER: _titer,
    Measure.PANEL: _text,
}


def _plain_unit(unit: str) -> str:
    """A unit as all its spellings come down to: UI/L, IU/l, [IU]/L and mUI/mL are one."""
    plain = re.sub(r"[\s\[\]{}]", "", unit.casefold()).replace("ui", "iu")
    return _SAME_UNITS.get(plain, plain)


def _is_dilution(number: Decimal) -> bool:
    whole = int(number)
    return whole == number and whole > 0 and whole & (whole - 1) == 0


def _day(text: str, today: date) -> DateRange | None:
    if _ISO.fullmatch(text):
        return DateRange.parse(text)
    if whole := _RUN.fullmatch(text) or _WHOLE.fullmatch(text):
        return DateRange.day(_dated(whole[3], int(whole[2]), int(whole[1]), today))
    if month := _MONTH.fullmatch(text):
        return DateRange.parse(f"{month[2]}-{int(month[1]):02}")
    if short := _SHORT.fullmatch(text):
        # Far enough back for a 29 February.
        years = range(today.year, today.year - 9, -1)
        return DateRange.day(_latest(years, int(short[2]), int(short[1]), today))
    return None


def _dated(year: str, month: int, day: int, today: date) -> date:
    written = int(year)
    if written >= _CENTURY:
        return date(written, month, day)
    return _latest((2000 + written, 1900 + written), month, day, today)


def _latest(years: Iterable[int], month: int, day: int, today: date) -> date:
    """The first of these years in which the day exists and is not in the future; ValueError for none."""
    for year in years:
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= today:
            return found
    raise ValueError("no such day")
