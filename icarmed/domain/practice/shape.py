"""The shape that a practice year is drawn in: published counts, and proportions of our own.

All of it is read from `resources/practice.toml`; this module holds its meaning, none of its numbers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from typing import Any

from icarmed.domain.practice.scale import apportioned, scaled
from icarmed.domain.visits import FollowUpType

Weights = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class PlaceCounts:
    """People, visits and marks of one permanence; each visit has at least one mark, none twice."""

    people: int
    visits: int
    marks: Mapping[FollowUpType, int]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of everything a practice year has; those at no permanence are met on tours."""

    people: int
    genders: Weights
    places: Mapping[str, PlaceCounts]

    @property
    def elsewhere(self) -> int:
        """People who come to no permanence."""
        return self.people - sum(place.people for place in self.places.values())


@dataclass(frozen=True, slots=True)
class Outreach:
    """Tours: on these weekdays (0 is Monday); who comes again, and who begins or goes on with the vaccine."""

    place: str
    weekdays: tuple[int, ...]
    starts: time
    ends: time
    again_percent: int
    course_percent: int
    types: Weights


@dataclass(frozen=True, slots=True)
class Before:
    """The years before: how many, who was known, and how often they came at most."""

    years: int
    known_percent: int
    visits_most: int


@dataclass(frozen=True, slots=True)
class Habit:
    """How visits spread over people (a log-normal), and who left before being seen."""

    spread: float
    unseen_percent: int
    overlap_percent: int


@dataclass(frozen=True, slots=True)
class Courses:
    """Ways to stand with the vaccine, given in turn on tours and at permanences."""

    outreach: tuple[str, ...]
    permanence: tuple[str, ...]
    plan: str
    product: str
    unspecified_product: str
    declined_percent: int
    low_titre_percent: int
    response: Weights


@dataclass(frozen=True, slots=True)
class LotShape:
    """A lot that came in January `from_year` years after the practice year."""

    product: str
    lot: str
    from_year: int
    expires_after_months: int
    donor: str


@dataclass(frozen=True, slots=True)
class KitShape:
    """A kit in stock, the test it makes, and after how many minutes it is read."""

    kit: str
    test: str
    read_after: int


@dataclass(frozen=True, slots=True)
class StandingOrderShape:
    """What nurses may do under the standing order."""

    tests: tuple[str, ...]
    vaccines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Screening:
    """How screening is done: with a device or a request, which panel, and how far results have come."""

    rapid_percent: int
    new_panel: str
    control_panel: str
    hepatitis_panel: str
    confirmation_panel: str
    pending_days: int
    handed_over_percent: int


@dataclass(frozen=True, slots=True)
class SerologyShape:
    """What blood shows: weights of states, and titres as printed."""

    states: Weights
    low: tuple[str, ...]
    high: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where names come from: a nationality with its languages and invented aliases."""

    nationality: str
    weight: int
    languages: tuple[str, ...]
    woman: tuple[str, ...]
    man: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Texts:
    """Invented sentences: by type of visit, and of persons."""

    entries: Mapping[str, tuple[str, ...]]
    discretion: tuple[str, ...]
    allergies: tuple[str, ...]
    words: tuple[str, ...]
    early_reason: str
    elsewhere: str


@dataclass(frozen=True, slots=True)
class AccountShape:
    """Someone who works with the practice data; the first one makes the data base."""

    sign_in: str
    shown_name: str
    role: str
    prescriber_name: str = ""
    prescriber_address: str = ""
    prescriber_phone: str = ""
    inami: str = ""


@dataclass(frozen=True, slots=True)
class Access:
    """The password of every account, and at what hour the data base was made."""

    password: str
    hour: time


@dataclass(frozen=True, slots=True)
class Shape:
    """All that a practice year is drawn from."""

    published: Counts
    outreach: Outreach
    before: Before
    habit: Habit
    courses: Courses
    lots: tuple[LotShape, ...]
    kits: tuple[KitShape, ...]
    standing_order: StandingOrderShape
    screening: Screening
    serology: SerologyShape
    milieus: Weights
    relations: Weights
    registration: Weights
    ages: Weights
    texts: Texts
    origins: tuple[Origin, ...]
    accounts: tuple[AccountShape, ...]
    access: Access

    @property
    def least_people(self) -> int:
        """The fewest people a year can be drawn with: one of each gender and of each way to come."""
        return max(len(self.published.genders), len(self.published.places) + 1)

    def counts(self, people: int) -> Counts:
        """The published counts for so many people: largest remainder, at least 1 of each.

        Raises ValueError for fewer than `least_people`.
        """
        base = self.published
        groups = [*(place.people for place in base.places.values()), base.elsewhere]
        shares = apportioned(groups, people)
        genders = apportioned(list(base.genders.values()), people)
        places = {
            code: _place(place, share, people, base.people)
            for (code, place), share in zip(base.places.items(), shares, strict=False)
        }
        return Counts(people, dict(zip(base.genders, genders, strict=True)), places)


def _place(base: PlaceCounts, people: int, whole: int, published: int) -> PlaceCounts:
    """Marks first, then visits: each has a mark at least, none has one twice."""
    marked = sum(base.marks.values())
    least = max(people, len(base.marks))
    marks = apportioned(list(base.marks.values()), max(scaled(marked, whole, published), least))
    visits = max(scaled(base.visits, whole, published), people, *marks)
    if marked == base.visits:
        visits = sum(marks)
    return PlaceCounts(people, min(visits, sum(marks)), dict(zip(base.marks, marks, strict=True)))


def shape(parsed: Mapping[str, Any]) -> Shape:
    """The shape as written in `practice.toml`; KeyError or TypeError for what is missing or unknown."""
    published = parsed["published"]
    serology = dict(parsed["serology"])
    texts = dict(parsed["texts"])
    return Shape(
        published=Counts(
            published["people"],
            published["gender"],
            {code: _published_place(row) for code, row in published["place"].items()},
        ),
        outreach=Outreach(**_frozen(parsed["outreach"])),
        before=Before(**parsed["before"]),
        habit=Habit(**parsed["habit"]),
        courses=Courses(**_frozen(parsed["courses"])),
        lots=tuple(LotShape(**row) for row in parsed["lot"]),
        kits=tuple(KitShape(**row) for row in parsed["kit"]),
        standing_order=StandingOrderShape(**_frozen(parsed["standing_order"])),
        screening=Screening(**parsed["screening"]),
        serology=SerologyShape(
            low=tuple(serology.pop("low")), high=tuple(serology.pop("high")), states=serology
        ),
        milieus=parsed["milieu"],
        relations=parsed["relation"],
        registration=parsed["registration"],
        ages=parsed["ages"],
        texts=_texts(texts),
        origins=tuple(Origin(**_frozen(row)) for row in parsed["origin"]),
        accounts=tuple(AccountShape(**row) for row in parsed["account"]),
        access=Access(**parsed["access"]),
    )


def _published_place(row: Mapping[str, int]) -> PlaceCounts:
    marks = {kind: row[kind] for kind in FollowUpType if kind in row}
    return PlaceCounts(row["people"], row["visits"], marks)


def _frozen(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}


def _texts(texts: dict[str, Any]) -> Texts:
    return Texts(
        discretion=tuple(texts.pop("discretion")),
        allergies=tuple(texts.pop("allergies")),
        words=tuple(texts.pop("words")),
        early_reason=texts.pop("early_reason"),
        elsewhere=texts.pop("elsewhere"),
        entries={kind: tuple(lines) for kind, lines in texts.items()},
    )
