"""Every table, every constraint named; importing this package makes `metadata` complete."""

from icarmed.db.schema import medical, office, permanence
from icarmed.db.schema.base import KEPT, metadata

__all__ = ["KEPT", "medical", "metadata", "office", "permanence"]
