"""The frame around all pages, and the pages the program itself has: sign-in, lock, keys, crash.

window = Window(); window.sign_in.asked.connect(…)
frame = Frame(tasks, messages, now, find=…); frame.register("board", BoardPage); window.enter(frame)
frame.go("board"); frame.status.set_place(…); frame.set_practice(shown=True); frame.room
"""

from icarmed.ui.shell.crash import CrashPage, crash_lines
from icarmed.ui.shell.frame import Frame
from icarmed.ui.shell.keys_page import KeysPage
from icarmed.ui.shell.locking import IdleLock
from icarmed.ui.shell.search import SearchBox
from icarmed.ui.shell.signin import SignInPage
from icarmed.ui.shell.window import Window

__all__ = [
    "CrashPage",
    "Frame",
    "IdleLock",
    "KeysPage",
    "SearchBox",
    "SignInPage",
    "Window",
    "crash_lines",
]
