"""A visit: one person, one place, one day, and the types of follow-up that it was."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum


class VisitState(StrEnum):
    """Where a person stands on the board; `left_unseen` is counted apart."""

    ARRIVED = "arrived"
    CONSULTATION = "consultation"
    DONE = "done"
    LEFT_UNSEEN = "left_unseen"


class SignKind(StrEnum):
    """By what sign the person was recognised before a result was told or a dose given."""

    CARD = "card"
    BIRTH_YEAR = "birth_year"
    CODE = "code"
    WORD = "word"
    NONE = "none"


class FollowUpType(StrEnum):
    """Types of medical follow-up, in the order of the published table."""

    GENERAL = "general"
    SCREENING = "screening"
    VACCINATION = "vaccination"
    ADDICTION = "addiction"
    WOUND = "wound"
    VIOLENCE = "violence"


class TypeOrigin(StrEnum):
    """Whether a type followed from what was done, or someone said so."""

    DERIVED = "derived"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Done:
    """What a visit holds, as far as its types are concerned."""

    doses: int = 0
    rapid_tests: int = 0
    requests: int = 0
    doctor_entries: int = 0


def derived_types(done: Done) -> frozenset[FollowUpType]:
    """The types that follow from what was done (data.md "Derived data").

    A doctor's entry makes a general follow-up only when nothing else was done.
    """
    types = set()
    if done.doses:
        types.add(FollowUpType.VACCINATION)
    if done.rapid_tests or done.requests:
        types.add(FollowUpType.SCREENING)
    if done.doctor_entries and not types:
        types.add(FollowUpType.GENERAL)
    return frozenset(types)


def types_of(done: Done, chosen: Collection[FollowUpType]) -> dict[FollowUpType, TypeOrigin]:
    """Each type of a visit with its origin; what was done outweighs what was chosen."""
    derived = derived_types(done)
    if chosen:
        derived -= {FollowUpType.GENERAL}
    types = dict.fromkeys(sorted(derived), TypeOrigin.DERIVED)
    return types | {kind: TypeOrigin.CHOSEN for kind in sorted(chosen) if kind not in types}
