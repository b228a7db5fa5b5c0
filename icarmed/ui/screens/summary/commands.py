"""The commands of the summary."""

from icarmed.ui.actions import Command, Scope
from icarmed.ui.i18n import QT_TRANSLATE_NOOP

SUMMARY_COMMANDS = (
    Command("summary.count", QT_TRANSLATE_NOOP("Commands", "Count again"), "F5", Scope.SUMMARY, "refresh"),
    Command("summary.pdf", QT_TRANSLATE_NOOP("Commands", "Export as PDF"), "Ctrl+P", Scope.SUMMARY),
    Command("summary.xlsx", QT_TRANSLATE_NOOP("Commands", "Export as Excel"), "Ctrl+E", Scope.SUMMARY),
    Command("summary.csv", QT_TRANSLATE_NOOP("Commands", "Export as CSV"), scope=Scope.SUMMARY),
    Command("summary.json", QT_TRANSLATE_NOOP("Commands", "Export as JSON"), scope=Scope.SUMMARY),
)
