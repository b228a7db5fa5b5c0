"""The commands of the board."""

from icarmed.ui.actions import Command, Scope
from icarmed.ui.i18n import QT_TRANSLATE_NOOP

BOARD_COMMANDS = (
    Command("board.arrive", QT_TRANSLATE_NOOP("Commands", "New arrival"), "Ins", Scope.BOARD, "plus"),
    Command(
        "board.open_file",
        QT_TRANSLATE_NOOP("Commands", "Open the file"),
        "Return",
        Scope.BOARD,
        built_in=True,
    ),
    Command("board.next", QT_TRANSLATE_NOOP("Commands", "Next person not yet seen"), "Alt+1", Scope.BOARD),
    Command("board.take_in", QT_TRANSLATE_NOOP("Commands", "Take the person in"), "P", Scope.BOARD),
    Command("board.end", QT_TRANSLATE_NOOP("Commands", "End the visit"), "T", Scope.BOARD),
    Command("board.left", QT_TRANSLATE_NOOP("Commands", "Left without being seen"), "Del", Scope.BOARD),
    Command("board.reopen", QT_TRANSLATE_NOOP("Commands", "Reopen an ended visit"), "R", Scope.BOARD),
    Command("board.open", QT_TRANSLATE_NOOP("Commands", "Open a session"), "Ctrl+O", Scope.BOARD),
    Command("board.close", QT_TRANSLATE_NOOP("Commands", "Close the session"), "Ctrl+W", Scope.BOARD),
)

FORM_COMMANDS = (
    Command("form.submit", QT_TRANSLATE_NOOP("Commands", "Do what the page is for"), "Ctrl+S", Scope.FORM),
)
