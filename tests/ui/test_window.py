"""The window: sign-in first, the lock over everything, drafts stored, and a way back from a crash."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from icarmed.catalogue import texts
from icarmed.security.lock import LockPolicy, LockState
from icarmed.ui.messages import Messages
from icarmed.ui.shell import CrashPage, Frame, IdleLock, SignInPage, Window, crash_lines
from tests.ui.frames import NOW, asked, current, frame
from tests.ui.keys import press, type_text

__all__ = ["asked", "frame"]


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_window_begins_at_the_sign_in_page(window: Window, qtbot: QtBot) -> None:
    page = window.sign_in
    assert window.currentWidget() is page
    assert window.focusWidget() is page.name.line
    type_text(page.name.line, "marie")
    press(page.name.line, "Return")
    assert page.focusWidget() is page.password.line
    type_text(page.password.line, "élan vital")
    with qtbot.waitSignal(page.asked) as said:
        press(page.password.line, "Return")
    assert said.args == ["marie", "élan vital"]
    page.show_busy(busy=True)
    assert not page.button.isEnabled()
    page.show_wrong("Nom ou mot de passe inconnu.")
    assert page.password.value() == ""
    assert page.password.error == "Nom ou mot de passe inconnu."


def test_a_sign_in_without_password_asks_for_it(qtbot: QtBot) -> None:
    page = SignInPage()
    qtbot.addWidget(page)
    page.begin("marie")
    with qtbot.assertNotEmitted(page.asked):
        press(page.password.line, "Return")
    page.offer("practice", "S'exercer")
    with qtbot.waitSignal(page.other_asked) as said:
        page.findChildren(type(page.button))[-1].click()
    assert said.args == ["practice"]


def test_a_lock_hides_the_frame_stores_drafts_and_keeps_the_page(window: Window, frame: Frame) -> None:
    window.enter(frame)
    page = current(frame)
    window.lock("marie")
    assert window.currentWidget() is window.sign_in
    assert not page.isVisible()
    assert page.leavings == 1
    assert window.sign_in.name.value() == "marie"
    window.enter(frame)
    assert current(frame) is page


def test_leaving_closes_the_pages(window: Window, frame: Frame) -> None:
    window.enter(frame)
    page = current(frame)
    window.leave()
    assert window.frame is None
    assert page.property("closed")


def test_closing_the_window_stores_drafts(window: Window, frame: Frame, qtbot: QtBot) -> None:
    window.enter(frame)
    page = current(frame)
    with qtbot.waitSignal(window.closing):
        window.close()
    assert page.leavings == 1


def test_the_crash_page_says_three_things_and_leads_back(window: Window, qtbot: QtBot) -> None:
    trouble = Messages(lambda: texts.words("fr")).crash()
    window.show_crash(trouble)
    window.show_crash(trouble)
    pages = window.findChildren(CrashPage)
    assert len(pages) == 1
    said = {label.text() for label in pages[0].findChildren(QLabel)}
    assert {trouble.what, trouble.kept, trouble.todo} <= said
    pages[0].continued.emit()
    assert window.currentWidget() is window.sign_in


def test_what_is_logged_of_a_mistake_holds_no_word_anyone_said() -> None:
    with pytest.raises(ValueError, match="Nadia") as caught:
        _fail("Nadia, 32 ans")
    lines = crash_lines(caught.value)
    assert lines[0] == "ValueError"
    assert any("_fail" in line for line in lines)
    assert "Nadia" not in " ".join(lines)


def _fail(name: str) -> None:
    msg = f"cannot read {name}"
    raise ValueError(msg)


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.at = NOW

    def __call__(self) -> datetime:
        return self.at

    def wait(self, **time: int) -> None:
        self.at += timedelta(**time)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def lock(qapp: QApplication, clock: Clock) -> IdleLock:
    policy = LockPolicy(timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2))
    return IdleLock(qapp, policy, clock, qapp)


def test_the_screen_locks_when_nobody_works(qtbot: QtBot, lock: IdleLock, clock: Clock) -> None:
    lock.signed_in()
    clock.wait(minutes=4)
    lock.look()
    assert lock.state is LockState.OPEN
    clock.wait(minutes=1)
    with qtbot.waitSignal(lock.locked):
        lock.look()
    clock.wait(minutes=30)
    with qtbot.waitSignal(lock.forgotten):
        lock.look()
    lock.deleteLater()


def test_a_key_keeps_it_open_but_not_one_that_comes_too_late(
    qtbot: QtBot, lock: IdleLock, clock: Clock
) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    lock.signed_in()
    clock.wait(minutes=4)
    press(line, "A")
    clock.wait(minutes=4)
    lock.look()
    assert lock.state is LockState.OPEN
    clock.wait(minutes=6)
    with qtbot.waitSignal(lock.locked):
        press(line, "A")
    lock.signed_out()
    assert lock.state is None
    lock.deleteLater()


def test_the_key_that_locks_locks_at_once_and_once(qtbot: QtBot, lock: IdleLock) -> None:
    locked: list[int] = []
    lock.locked.connect(lambda: locked.append(1))
    lock.lock_now()
    assert locked == [], "nobody is signed in"
    lock.signed_in()
    lock.lock_now()
    lock.lock_now()
    assert locked == [1]
    lock.deleteLater()
