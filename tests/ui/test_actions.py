"""No key does two things in one place, and the page of keys tells all of them."""

import importlib
import pkgutil

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from icarmed.ui import screens
from icarmed.ui.actions import FRAME_COMMANDS, Command, Commands, Scope, TwiceTaken
from icarmed.ui.shell.frame import PLACES
from icarmed.ui.theme import icon_names

ARRIVE = Command("board.arrive", "New arrival", "Ins", Scope.BOARD)


def every_command() -> list[Command]:
    """Those of the frame and whatever the screens declare: each tuple of commands in any of their modules."""
    found = {command.code: command for command in FRAME_COMMANDS}
    for module in pkgutil.walk_packages(screens.__path__, f"{screens.__name__}."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, tuple):
                found |= {one.code: one for one in value if isinstance(one, Command)}
    return list(found.values())


def test_all_commands_of_frame_and_screens_go_together() -> None:
    commands = every_command()
    assert len(commands) > len(FRAME_COMMANDS), "the screens declare some"
    Commands(commands)


def test_every_key_is_one_that_qt_knows() -> None:
    unknown = [command.code for command in every_command() if command.keys and not readable(command.keys)]
    assert unknown == []


def readable(keys: str) -> bool:
    portable = QKeySequence.SequenceFormat.PortableText
    return QKeySequence(keys, portable).toString(portable) == keys


def test_every_icon_of_a_command_is_there() -> None:
    assert [one.code for one in every_command() if one.icon and one.icon not in icon_names()] == []


def test_every_place_of_the_rail_has_a_command_with_icon_and_key() -> None:
    known = {command.code: command for command in FRAME_COMMANDS}
    assert all(known[f"frame.{place}"].icon and known[f"frame.{place}"].keys for place in PLACES)


@pytest.mark.parametrize(
    "other",
    [
        Command("board.other", "Another", "Insert", Scope.BOARD),
        Command("frame.other", "Another", "Ins", Scope.EVERYWHERE),
        Command("board.arrive", "Another", "F5", Scope.BOARD),
    ],
    ids=["same place", "everywhere", "same code"],
)
def test_what_is_taken_is_refused(other: Command) -> None:
    with pytest.raises(TwiceTaken):
        Commands([ARRIVE, other])


def test_one_key_may_do_different_things_in_different_places() -> None:
    commands = Commands([ARRIVE, Command("patient.dose", "Record a dose", "Ins", Scope.PATIENT), ARRIVE])
    assert [scope for scope, _ in commands.by_scope()] == [Scope.BOARD, Scope.PATIENT]


def test_a_key_that_is_only_told_may_be_a_page_s_own_as_well() -> None:
    Commands([*FRAME_COMMANDS, Command("person.register", "Register", "Ctrl+Return", Scope.FORM)])


def test_a_bound_command_is_done_by_its_key(qtbot: QtBot) -> None:
    widget, done = QWidget(), []
    qtbot.addWidget(widget)
    action = Commands([ARRIVE]).bind(widget, "board.arrive", lambda: done.append(1))
    assert action in widget.actions()
    assert action.shortcut() == QKeySequence("Ins")
    action.trigger()
    assert done == [1]


def test_a_key_that_a_part_takes_itself_is_only_told(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    action = Commands(FRAME_COMMANDS).bind(widget, "list.copy", widget.update)
    assert action.shortcut().isEmpty()
