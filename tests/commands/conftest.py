"""The small permanence of tests, and the command line on a folder of its own."""

from tests.support.command_line import command_line, furnished, made_once
from tests.support.office import database, empty_file, office

__all__ = ["command_line", "database", "empty_file", "furnished", "made_once", "office"]
