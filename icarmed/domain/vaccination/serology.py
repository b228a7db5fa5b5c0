"""What blood tells: which samples may be used, and how the three markers read together."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from icarmed.domain.vaccination.history import Marker, Sample
from icarmed.domain.vaccination.schedule import Serology


class Unusable(StrEnum):
    """Why a sample is shown but not used."""

    TOO_SOON_AFTER_DOSE = "too_soon_after_dose"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class UnusedSample:
    """A sample that is shown, not used; it may be repeated from `repeat_from`."""

    sample: Sample
    reason: Unusable
    repeat_from: date


@dataclass(frozen=True, slots=True)
class Reading:
    """The three markers read together: `code` names the sentence, the rest what it was read from."""

    code: str
    used: Mapping[Marker, Sample]
    missing: tuple[Marker, ...]


@dataclass(frozen=True, slots=True)
class Bloods:
    """All samples of one person, sorted into what may be used and what not.

    `found` and `latest` hold the latest usable sample of each marker; a marker whose samples of one day
    contradict each other stands in `contradictory` and in neither.
    """

    usable: tuple[Sample, ...] = ()
    unused: tuple[UnusedSample, ...] = ()
    found: Mapping[Marker, bool] = field(default_factory=lambda: MappingProxyType({}))
    latest: Mapping[Marker, Sample] = field(default_factory=lambda: MappingProxyType({}))
    contradictory: Mapping[Marker, Sample] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, marker: Marker) -> tuple[Sample, ...]:
        """The usable samples of one marker, by day."""
        return tuple(sample for sample in self.usable if sample.marker is marker)


NO_BLOOD = Bloods()


def sort_samples(samples: Iterable[Sample], given_on: Collection[date], serology: Serology) -> Bloods:
    """Which samples may be used, given the days of all doses; one of that very day counts as before."""
    usable: list[Sample] = []
    unused: list[UnusedSample] = []
    found: dict[Marker, bool] = {}
    latest: dict[Marker, Sample] = {}
    contradictory: dict[Marker, Sample] = {}
    for sample in sorted(samples, key=lambda sample: (sample.on, sample.id)):
        marker, above = sample.marker, sample.above(serology.response_iu_l)
        clear_from = _clear_from(sample.on, given_on, serology)
        if above is None:
            unused.append(UnusedSample(sample, Unusable.UNDECIDED, max(sample.on, clear_from)))
            continue
        if clear_from > sample.on and _disturbed(marker, above=above):
            unused.append(UnusedSample(sample, Unusable.TOO_SOON_AFTER_DOSE, clear_from))
            continue
        usable.append(sample)
        if marker not in latest or latest[marker].on < sample.on:
            contradictory.pop(marker, None)
        elif found[marker] is not above:
            contradictory[marker] = sample
        latest[marker], found[marker] = sample, above
    for marker in contradictory:
        del found[marker], latest[marker]
    return Bloods(tuple(usable), tuple(unused), found, latest, contradictory)


def _clear_from(on: date, given_on: Collection[date], serology: Serology) -> date:
    """The first day on which no dose given before `on` disturbs a sample."""
    before = [day for day in given_on if day < on]
    return max(before) + timedelta(serology.interpretable_days) if before else on


def _disturbed(marker: Marker, *, above: bool) -> bool:
    """Whether a recent dose makes this result untrustworthy."""
    return marker is Marker.ANTI_HBS or (marker is Marker.HBSAG and above)


def read(bloods: Bloods, completed_on: Collection[date], serology: Serology) -> Reading:
    """The reading of the latest usable samples, given the days on which courses were completed."""
    if bloods.contradictory:
        return Reading("reading.contradictory", bloods.latest, tuple(bloods.contradictory))
    missing = tuple(marker for marker in Marker if marker not in bloods.found)
    if missing:
        return Reading(f"reading.missing.{'_'.join(missing)}", bloods.latest, missing)
    row = serology.row(bloods.found)
    code = row.code
    if completed_on and row.if_complete is not None and row.if_too_soon is not None:
        taken = bloods.latest[Marker.ANTI_HBS].on
        answers = taken >= min(completed_on) + timedelta(serology.interpretable_days)
        code = row.if_complete if answers else row.if_too_soon
    return Reading(f"reading.{code}", bloods.latest, ())
