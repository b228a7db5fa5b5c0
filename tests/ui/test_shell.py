"""The frame: pages that go and come back, search by keys, hidden names, the lock, and what breaks."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from icarmed.catalogue import texts
from icarmed.db.errors import StorageError, StorageFault
from icarmed.domain.findings import Finding, Refused
from icarmed.ui.changes import Changes
from icarmed.ui.messages import Messages
from icarmed.ui.shade import HIDDEN
from icarmed.ui.shell import Frame, KeysPage
from icarmed.usecases.story import Desk, Outcome, Topic
from tests.ui.frames import asked, current, frame
from tests.ui.keys import press, type_text

__all__ = ["asked", "frame"]


def test_a_page_is_read_when_it_opens_and_has_the_cursor(frame: Frame) -> None:
    frame.go("patient", 11)
    page = current(frame)
    assert (page.key, page.readings, page.title) == (11, 1, "page 11")
    assert page.focusWidget() is page.name.input


def test_back_returns_to_the_page_before_with_what_was_typed(frame: Frame) -> None:
    frame.go("patient", 11)
    type_text(current(frame).name.input, "é")
    frame.go("patient", 12)
    frame.back()
    assert (current(frame).key, current(frame).name.value()) == (11, "é")
    frame.back()
    frame.back()
    assert frame.stack.place == ("board", None), "home stays"


def test_going_where_one_is_reads_again(frame: Frame) -> None:
    page = current(frame)
    frame.go("board")
    assert current(frame) is page
    assert page.readings == 2


def test_a_place_of_the_rail_leaves_only_home_behind_it(frame: Frame) -> None:
    frame.go("patient", 11)
    frame.go("patients")
    assert frame.stack.how_many == 2
    frame.back()
    assert frame.stack.place == ("board", None)


def test_many_pages_do_not_pile_up_for_ever(frame: Frame) -> None:
    for number in range(40):
        frame.go("patient", number)
    assert frame.stack.how_many <= 12
    assert frame.stack.count() == frame.stack.how_many


def test_leaving_a_page_stores_what_is_typed(frame: Frame) -> None:
    page = current(frame)
    frame.go("patient", 11)
    assert page.leavings == 1
    frame.stack.save_drafts()
    assert (page.leavings, current(frame).leavings) == (2, 1)


def test_a_change_reloads_the_page_in_sight_and_the_others_when_they_come_back(frame: Frame) -> None:
    home = current(frame)
    frame.go("patient", 11)
    frame.changes.announce({Topic.BOARD})
    assert (current(frame).readings, home.readings) == (2, 1)
    frame.changes.announce({Topic.STOCK})
    assert current(frame).readings == 2
    frame.back()
    assert home.readings == 2


def test_what_a_story_changed_reaches_the_page(frame: Frame) -> None:
    page = current(frame)
    frame.room.tasks.write(lambda _desk: Outcome(1, frozenset({Topic.BOARD})), owner=page)
    assert page.readings == 2


def test_an_answer_to_a_page_that_was_left_is_dropped(frame: Frame, qtbot: QtBot) -> None:
    frame.go("patient", 11)
    page = current(frame)
    frame.back()
    got: list[int] = []
    frame.room.tasks.read("late", lambda _desk: 1, got.append, owner=page.name)
    assert got == []


def test_nothing_is_announced_when_nothing_changed(qtbot: QtBot) -> None:
    changes = Changes()
    with qtbot.assertNotEmitted(changes.changed):
        changes.announce(())


def test_typing_finds_at_each_key_and_enter_opens(frame: Frame, asked: list[str]) -> None:
    frame.search.begin()
    type_text(frame.search.line, "nadè")
    assert asked == ["n", "na", "nad", "nadè"]
    assert [line.title for line in frame.search.list.lines] == ["Nadège", "New person: nadè"]
    press(frame.search.line, "Return")
    assert frame.stack.place == ("patient", 12)
    assert not frame.search.popup.isVisible()
    assert frame.search.line.text() == ""


def test_down_goes_through_those_found_to_the_new_person(frame: Frame) -> None:
    frame.search.begin()
    type_text(frame.search.line, "nad")
    for _ in range(5):
        press(frame.search.line, "Down")
    press(frame.search.line, "Return")
    assert frame.stack.place == ("new_person", "nad")


def test_escape_forgets_the_search(frame: Frame) -> None:
    frame.search.begin()
    type_text(frame.search.line, "nad")
    assert frame.search.popup.isVisible()
    press(frame.search.line, "Escape")
    assert not frame.search.popup.isVisible()
    assert frame.stack.place == ("board", None)


def test_one_key_hides_every_name(frame: Frame) -> None:
    frame.search.begin()
    type_text(frame.search.line, "nad")
    lines = frame.search.list
    shown = lines.model().index(0, 0)
    assert lines.model().data(shown) == "Nadia"
    do(frame, "frame.hide_names")
    assert lines.model().data(shown) == HIDDEN
    do(frame, "frame.hide_names")
    assert lines.model().data(shown) == "Nadia"


def do(frame: Frame, code: str) -> None:
    next(action for action in frame.actions() if action.objectName() == code).trigger()


def test_each_key_of_the_frame_does_its_act(frame: Frame, qtbot: QtBot) -> None:
    with qtbot.waitSignal(frame.lock_asked):
        do(frame, "frame.lock")
    do(frame, "frame.keys")
    assert isinstance(frame.stack.current, KeysPage)
    do(frame, "frame.back")
    do(frame, "frame.patients")
    assert frame.stack.place == ("patients", None)
    undone: list[int] = []
    frame.offer_undo("Visite terminée", lambda: undone.append(1))
    do(frame, "frame.undo")
    assert undone == [1]
    do(frame, "frame.search")
    assert frame.focusWidget() is frame.search.line


def test_the_page_of_keys_tells_every_command_that_has_one(frame: Frame) -> None:
    frame.go("keys")
    page = frame.stack.current
    assert isinstance(page, KeysPage)
    told = {label.text() for label in page.findChildren(QLabel)}
    assert told >= {one.text for _, group in frame.commands.by_scope() for one in group}


def test_a_refusal_nobody_took_is_said_over_the_page(frame: Frame, qtbot: QtBot) -> None:
    def story(_desk: Desk) -> Outcome[None]:
        raise Refused(Finding("no_right", {"right": "order_tests"}))

    frame.room.tasks.write(story, owner=current(frame))
    sentence = texts.words("fr").finding(Finding("no_right", {"right": "order_tests"}))
    qtbot.waitUntil(lambda: sentence in shown_texts(frame))
    frame.go("patient", 11)
    assert sentence not in shown_texts(frame)


def shown_texts(frame: Frame) -> set[str]:
    return {label.text() for label in frame.findChildren(QLabel) if label.isVisible()}


@pytest.mark.parametrize("fault", StorageFault)
def test_each_denial_of_the_disk_says_what_happened_what_was_kept_and_what_to_do(fault: StorageFault) -> None:
    trouble = Messages(lambda: texts.words("fr")).storage(StorageError(fault))
    assert all((trouble.what, trouble.kept, trouble.todo))


def test_a_full_disk_is_said_over_the_page(frame: Frame, qtbot: QtBot) -> None:
    def story(_desk: Desk) -> Outcome[None]:
        raise StorageError(StorageFault.DISK_FULL)

    frame.room.tasks.write(story, owner=current(frame))
    qtbot.waitUntil(lambda: "The disk is full." in shown_texts(frame))


def test_a_finding_without_words_is_still_said() -> None:
    messages = Messages(lambda: texts.words("fr"))
    assert "no_such_code" in messages.findings([Finding("no_such_code")])


def test_the_foot_tells_place_drafts_and_a_late_backup(frame: Frame) -> None:
    frame.set_who("Dr M")
    frame.status.set_place("Liège, 3 déc.")
    frame.status.set_drafts(2)
    frame.status.set_backup("19 nov.", late=True)
    said = shown_texts(frame)
    assert {"Liège, 3 déc.", "Dr M"} <= said
    assert any(text.endswith("◆") for text in said), "late is said by a shape as well"
    frame.status.set_drafts(0)
    assert len(shown_texts(frame)) == len(said) - 1


def test_practice_is_said_on_every_page(frame: Frame) -> None:
    frame.set_practice(shown=True)
    frame.go("patient", 11)
    assert any("invented" in text for text in shown_texts(frame))


def test_places_one_may_not_go_to_are_not_shown(frame: Frame) -> None:
    frame.rail.set_allowed(frozenset({"board", "patients"}))
    assert [button.route for button in frame.rail.buttons if button.isVisible()] == ["board", "patients"]
