"""Days that may be known in part, as papers write them."""

from icarmed.domain.dates import DateRange
from icarmed.domain.words import Words


def as_known(day: DateRange, words: Words) -> str:
    """The day; else its month, its year, or the two days between which it lies: nothing is made up."""
    if day.exact is not None:
        return words.day(day.exact)
    match str(day).split("-"):
        case [year]:
            return year
        case [year, month]:
            return f"{month}/{year}"
        case _:
            return f"{words.day(day.first)} – {words.day(day.last)}"
