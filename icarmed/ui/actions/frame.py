"""The commands of the frame, and the keys that lists and fields take themselves."""

from icarmed.ui.actions.command import Command, Scope
from icarmed.ui.i18n.marks import QT_TRANSLATE_NOOP

FRAME_COMMANDS = (
    Command("frame.search", QT_TRANSLATE_NOOP("Commands", "Search for a person"), "Ctrl+K", icon="search"),
    Command("frame.back", QT_TRANSLATE_NOOP("Commands", "Back to the page before"), "Alt+Left", icon="back"),
    Command("frame.keys", QT_TRANSLATE_NOOP("Commands", "This page of keys"), "F1", icon="keyboard"),
    Command(
        "frame.hide_names", QT_TRANSLATE_NOOP("Commands", "Hide or show all names"), "F12", icon="eye-off"
    ),
    Command("frame.lock", QT_TRANSLATE_NOOP("Commands", "Lock the screen"), "Ctrl+L", icon="lock"),
    Command("frame.undo", QT_TRANSLATE_NOOP("Commands", "Undo what was just done"), "Ctrl+Z", icon="undo"),
    Command("frame.board", QT_TRANSLATE_NOOP("Commands", "Permanence"), "Ctrl+1", icon="permanence"),
    Command("frame.patients", QT_TRANSLATE_NOOP("Commands", "Patients"), "Ctrl+2", icon="patients"),
    Command("frame.reminders", QT_TRANSLATE_NOOP("Commands", "Reminders"), "Ctrl+3", icon="reminders"),
    Command("frame.summary", QT_TRANSLATE_NOOP("Commands", "Summary"), "Ctrl+4", icon="summary"),
    Command("frame.stock", QT_TRANSLATE_NOOP("Commands", "Stock"), "Ctrl+5", icon="stock"),
    Command("frame.settings", QT_TRANSLATE_NOOP("Commands", "Settings"), "Ctrl+6", icon="settings"),
    Command("list.open", QT_TRANSLATE_NOOP("Commands", "Open the row"), "Return", Scope.LIST, built_in=True),
    Command("list.copy", QT_TRANSLATE_NOOP("Commands", "Copy the rows"), "Ctrl+C", Scope.LIST, built_in=True),
    Command(
        "form.enter_notes",
        QT_TRANSLATE_NOOP("Commands", "Enter the notes"),
        "Ctrl+Return",
        Scope.FORM,
        built_in=True,
    ),
)
