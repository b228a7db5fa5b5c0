"""Every command of the window and its keys, in one registry that the page of keys prints.

A screen module declares its commands, translated when shown (lupdate finds them by QT_TRANSLATE_NOOP):

    COMMANDS = (Command("board.arrive", QT_TRANSLATE_NOOP("Commands", "New arrival"), "Ins", Scope.BOARD),)

and asks the registry for the action, bound to itself:

    action = room.commands.bind(self, "board.arrive", self._on_arrive)
    button = Button.of(action, ButtonKind.ACT, icon="plus")
"""

from icarmed.ui.actions.command import Command, Scope
from icarmed.ui.actions.frame import FRAME_COMMANDS
from icarmed.ui.actions.registry import Commands, TwiceTaken

__all__ = ["FRAME_COMMANDS", "Command", "Commands", "Scope", "TwiceTaken"]
