"""The commands of the reminders."""

from icarmed.ui.actions import Command, Scope
from icarmed.ui.i18n import QT_TRANSLATE_NOOP

REMINDER_COMMANDS = (
    Command("reminders.contacts", QT_TRANSLATE_NOOP("Commands", "Contact list"), "Ctrl+P", Scope.REMINDERS),
    Command(
        "reminders.sign", QT_TRANSLATE_NOOP("Commands", "Sign the chosen requests"), "Ctrl+S", Scope.REMINDERS
    ),
)
