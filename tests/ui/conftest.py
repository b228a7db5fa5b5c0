"""The small permanence of tests."""

from tests.support.office import database, empty_file, office

__all__ = ["database", "empty_file", "office"]
