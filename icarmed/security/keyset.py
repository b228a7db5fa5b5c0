"""All slots together, as a value: who can reach the data key, and how that changes. Files are elsewhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from uuid import UUID

from icarmed.domain.findings import Finding, Refused
from icarmed.security.passwords import folded_name, normal_name
from icarmed.security.slots import Slot, SlotKind

UNKNOWN_NAME = "unknown"
"""Under this word tries with unknown names are counted; what was typed is not kept (it may be a password)."""


@dataclass(frozen=True, slots=True)
class FailedSignIns:
    """How often a wrong password or code was given since it was last audited; no `slot`: an unknown name."""

    slot: UUID | None
    count: int


@dataclass(frozen=True, slots=True)
class KeySet:
    """The slots of a data base, and the failed tries not yet audited.

    Raises ValueError for two slots of one holder or name, or not exactly one recovery sheet.
    """

    slots: tuple[Slot, ...]
    failed: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        ids = [slot.holder.id for slot in self.slots]
        names = [folded_name(slot.holder.name) for slot in self.of_kind(SlotKind.ACCOUNT)]
        if len(set(ids)) < len(ids) or len(set(names)) < len(names):
            raise ValueError("two slots of one holder")
        if len(self.of_kind(SlotKind.RECOVERY)) != 1:
            raise ValueError("one recovery sheet")
        if any(count < 1 for count in self.failed.values()):
            raise ValueError("failed tries")

    @property
    def recovery(self) -> Slot:
        """The slot of the recovery sheet."""
        return self.of_kind(SlotKind.RECOVERY)[0]

    @property
    def generations(self) -> frozenset[int]:
        """Every generation of the data key that some slot leads to."""
        return frozenset().union(*(slot.generations for slot in self.slots))

    def of_kind(self, kind: SlotKind) -> tuple[Slot, ...]:
        """The slots of one kind, in the order they were made."""
        return tuple(slot for slot in self.slots if slot.holder.kind is kind)

    def account(self, name: str) -> Slot | None:
        """The slot of that sign-in name, however its capitals were typed."""
        wanted = folded_name(name)
        accounts = self.of_kind(SlotKind.ACCOUNT)
        return next((slot for slot in accounts if folded_name(slot.holder.name) == wanted), None)

    def by_id(self, holder: UUID) -> Slot | None:
        """The slot of that holder."""
        return next((slot for slot in self.slots if slot.holder.id == holder), None)

    def named(self, name: str) -> Slot:
        """The slot of an account that must exist; else Refused."""
        slot = self.account(name)
        if slot is None:
            raise Refused(Finding("account_unknown", {"name": normal_name(name)}))
        return slot

    def with_id(self, holder: UUID) -> Slot:
        """The slot of a holder that must exist; else KeyError."""
        slot = self.by_id(holder)
        if slot is None:
            raise KeyError("slot")
        return slot

    def with_slot(self, slot: Slot) -> "KeySet":
        """With this slot, in the place of the same holder's former one."""
        if self.by_id(slot.holder.id) is None:
            return replace(self, slots=(*self.slots, slot))
        kept = (slot if old.holder.id == slot.holder.id else old for old in self.slots)
        return replace(self, slots=tuple(kept))

    def without(self, holder: UUID) -> "KeySet":
        """Without that holder's slot."""
        return replace(self, slots=tuple(slot for slot in self.slots if slot.holder.id != holder))

    def with_failed(self, slot: UUID | None) -> "KeySet":
        """With one more failed try."""
        word = UNKNOWN_NAME if slot is None else str(slot)
        return replace(self, failed={**self.failed, word: self.failed.get(word, 0) + 1})

    def failed_sign_ins(self) -> tuple[FailedSignIns, ...]:
        """The failed tries not yet audited."""
        return tuple(
            FailedSignIns(None if word == UNKNOWN_NAME else UUID(word), count)
            for word, count in sorted(self.failed.items())
        )

    def without_failed(self, reported: Iterable[FailedSignIns]) -> "KeySet":
        """Without the tries that were audited; those counted since then stay."""
        left = dict(self.failed)
        for tries in reported:
            word = UNKNOWN_NAME if tries.slot is None else str(tries.slot)
            left[word] = left.get(word, 0) - tries.count
        return replace(self, failed={word: count for word, count in left.items() if count > 0})
