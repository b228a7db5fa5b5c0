"""Stories run off the thread of the window; answers come back to who still waits for them, once."""

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from icarmed.db.errors import ChangedMeanwhile, StorageError, StorageFault
from icarmed.domain.findings import Finding, Refused
from icarmed.ui.tasks import InlineTasks, Progress, Stopped, ThreadTasks
from icarmed.usecases.story import Desk, Outcome, Topic
from tests.support.office import Office

Both = InlineTasks | ThreadTasks


@pytest.fixture(params=["inline", "threads"])
def tasks(request: pytest.FixtureRequest, qapp: QApplication, office: Office) -> Iterator[Both]:
    door = InlineTasks if request.param == "inline" else ThreadTasks
    made: Both = door(lambda: office.doctor)
    yield made
    if isinstance(made, ThreadTasks):
        made.close()


@pytest.fixture
def threads(qapp: QApplication, office: Office) -> Iterator[ThreadTasks]:
    made = ThreadTasks(lambda: office.doctor)
    yield made
    made.close()


def heard() -> list[Any]:
    """A list for what is said."""
    return []


def refusing(*findings: Finding) -> Callable[[Desk], Outcome[None]]:
    def story(_desk: Desk) -> Outcome[None]:
        raise Refused(*findings)

    return story


def raising(error: Exception) -> Callable[[Desk], Outcome[None]]:
    def story(_desk: Desk) -> Outcome[None]:
        raise error

    return story


def test_a_change_gives_its_value_and_then_its_topics(qtbot: QtBot, tasks: Both) -> None:
    owner, order = QObject(), heard()
    tasks.changed.connect(order.append)
    tasks.write(lambda _desk: Outcome(7, frozenset({Topic.DOSES})), order.append, owner=owner)
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == [7, frozenset({Topic.DOSES})]


def test_the_story_gets_the_desk_of_who_is_signed_in(qtbot: QtBot, tasks: Both, office: Office) -> None:
    owner, got = QObject(), heard()
    tasks.read("me", lambda desk: desk.actor.sign_in, got.append, owner=owner)
    qtbot.waitUntil(lambda: bool(got))
    assert got == [office.doctor.actor.sign_in]


def test_a_refusal_goes_to_who_asked(qtbot: QtBot, tasks: Both) -> None:
    owner, got = QObject(), heard()
    finding = Finding("too_early")
    tasks.write(refusing(finding), owner=owner, refused=got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert got == [(finding,)]


def test_a_refusal_nobody_takes_goes_to_the_frame(qtbot: QtBot, tasks: Both) -> None:
    owner = QObject()
    finding = Finding("too_early")
    with qtbot.waitSignal(tasks.refused) as said:
        tasks.write(refusing(finding), owner=owner)
    assert said.args == [(finding,)]


def test_a_row_changed_meanwhile_is_a_refusal(qtbot: QtBot, tasks: Both) -> None:
    owner = QObject()
    with qtbot.waitSignal(tasks.refused) as said:
        tasks.write(raising(ChangedMeanwhile("doses", 2)), owner=owner)
    assert said.args == [(Finding("changed_meanwhile"),)]


def test_what_the_world_denies_goes_to_who_asked_or_to_the_frame(qtbot: QtBot, tasks: Both) -> None:
    owner, got = QObject(), heard()
    full = StorageError(StorageFault.DISK_FULL)
    tasks.write(raising(full), owner=owner, failed=got.append)
    qtbot.waitUntil(lambda: got == [full])
    with qtbot.waitSignal(tasks.denied) as said:
        tasks.write(raising(full), owner=owner)
    assert said.args == [full]


def test_a_mistake_of_the_program_goes_to_the_crash_page(qtbot: QtBot, threads: ThreadTasks) -> None:
    owner = QObject()
    mistake = ZeroDivisionError()
    with qtbot.waitSignal(threads.crashed) as said:
        threads.write(raising(mistake), owner=owner)
    assert said.args == [mistake]


def test_inline_a_mistake_is_raised_where_it_was_made(qapp: QApplication, office: Office) -> None:
    with pytest.raises(ZeroDivisionError):
        InlineTasks(lambda: office.doctor).write(raising(ZeroDivisionError()), owner=QObject())


def test_a_story_runs_in_another_thread_and_its_answer_arrives_in_that_of_the_window(
    qtbot: QtBot, threads: ThreadTasks
) -> None:
    owner, ran, arrived = QObject(), heard(), heard()
    threads.read(
        "thread",
        lambda _desk: ran.append(threading.current_thread()),
        lambda _none: arrived.append(QThread.currentThread()),
        owner=owner,
    )
    qtbot.waitUntil(lambda: bool(arrived))
    assert ran[0] is not threading.main_thread()
    assert arrived == [owner.thread()]


def test_of_several_readings_only_the_last_answer_comes(qtbot: QtBot, threads: ThreadTasks) -> None:
    owner, go, got, ran = QObject(), threading.Event(), heard(), heard()

    def reading(typed: str) -> Callable[[Desk], str]:
        def story(_desk: Desk) -> str:
            go.wait(5)
            ran.append(typed)
            return typed

        return story

    for typed in ("n", "na", "nad"):
        threads.read("search", reading(typed), got.append, owner=owner)
    go.set()
    qtbot.waitUntil(lambda: bool(got))
    assert got == ["nad"]
    assert "na" not in ran, "what is no longer wanted is not even read"


def test_readings_of_different_owners_do_not_displace_each_other(qtbot: QtBot, threads: ThreadTasks) -> None:
    first, second, got = QObject(), QObject(), heard()
    threads.read("list", lambda _desk: 1, got.append, owner=first)
    threads.read("list", lambda _desk: 2, got.append, owner=second)
    qtbot.waitUntil(lambda: got == [1, 2])


def test_an_answer_to_a_closed_screen_is_dropped_but_its_topics_are_told(
    qtbot: QtBot, threads: ThreadTasks
) -> None:
    owner, got = QObject(), heard()
    owner.setProperty("closed", True)
    with qtbot.waitSignal(threads.changed):
        threads.write(lambda _desk: Outcome(1, frozenset({Topic.BOARD})), got.append, owner=owner)
    assert got == []


def test_an_answer_to_a_screen_that_is_gone_is_dropped(qtbot: QtBot, threads: ThreadTasks) -> None:
    owner, go, got = QObject(), threading.Event(), heard()
    threads.read("it", lambda _desk: go.wait(5), got.append, owner=owner)
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    go.set()
    with qtbot.waitSignal(threads.changed):
        threads.write(lambda _desk: Outcome(1, frozenset({Topic.BOARD})), owner=threads)
    assert got == []


def test_changes_happen_in_the_order_they_were_asked_for(qtbot: QtBot, threads: ThreadTasks) -> None:
    owner, got = QObject(), heard()
    for number in range(20):
        threads.write(lambda _desk, number=number: Outcome(number), got.append, owner=owner)  # type: ignore[misc]  # bound early
    qtbot.waitUntil(lambda: len(got) == 20)
    assert got == list(range(20))


def test_a_long_reading_tells_how_far_it_is(qtbot: QtBot, tasks: Both) -> None:
    owner, steps, got = QObject(), heard(), heard()

    def story(_desk: Desk, progress: Progress) -> str:
        for step in (1, 2):
            progress.at(step, 2)
        return "year"

    tasks.long(story, got.append, owner=owner, progress=lambda done, total: steps.append((done, total)))
    qtbot.waitUntil(lambda: got == ["year"])
    assert steps == [(1, 2), (2, 2)]


def test_a_long_reading_can_be_stopped(qtbot: QtBot, threads: ThreadTasks) -> None:
    owner, begun, ended, got = QObject(), threading.Event(), threading.Event(), heard()

    def story(_desk: Desk, progress: Progress) -> None:
        begun.set()
        try:
            while not progress.stopping:
                begun.wait(0.01)
            progress.check()
        finally:
            ended.set()

    work = threads.long(story, got.append, owner=owner)
    assert begun.wait(5)
    work.stop()
    assert ended.wait(5)
    with qtbot.waitSignal(threads.changed):
        threads.write(lambda _desk: Outcome(1, frozenset({Topic.BOARD})), owner=owner)
    assert got == []


def test_closing_lets_changes_end_and_stops_the_rest(qapp: QApplication, office: Office) -> None:
    tasks, written = ThreadTasks(lambda: office.doctor), heard()
    owner = QObject()

    def endless(_desk: Desk, progress: Progress) -> None:
        while True:
            progress.check()

    tasks.long(endless, lambda _none: None, owner=owner)

    def writing(number: int) -> Callable[[Desk], Outcome[int]]:
        def story(_desk: Desk) -> Outcome[int]:
            written.append(number)
            return Outcome(number)

        return story

    for number in range(5):
        tasks.write(writing(number), owner=owner)
    tasks.close()
    assert written == list(range(5))


def test_stopping_raises_in_the_story() -> None:
    progress = Progress(lambda _done, _total: None)
    progress.stop()
    with pytest.raises(Stopped):
        progress.at(1, 2)
