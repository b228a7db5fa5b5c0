"""What holds for every test: no real screen, no real keyring, nothing left behind, nothing said unasked."""

import logging
import os
import re
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from tests.support.memory_keyring import MemoryKeyring

# Before any import of Qt: without a screen, Qt ends the process.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

QT_FIXTURES = {"qtbot", "qapp", "qtmodeltester"}
# Said by the offscreen plugin of any window that has a smallest size.
OFFSCREEN_SAYS = "This plugin does not support"

hypothesis.settings.register_profile(
    "icarmed",
    deadline=None,
    max_examples=60,
    # A loaded machine is no finding about the code.
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.register_profile(
    "ci", hypothesis.settings.get_profile("icarmed"), derandomize=True, max_examples=120, print_blob=True
)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "icarmed")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "expects_log(pattern): the test makes a log line of level WARNING or above that matches"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore(OFFSCREEN_SAYS))
        item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """pytest-qt hears Qt until the test has run; what Qt says while windows close is heard here."""
    if not _uses_qt(item):
        return (yield)
    from tests.support import qt_guard

    with qt_guard.heard_warnings() as warnings:
        answer = yield
    if warnings:
        pytest.fail("Qt warned at the end: " + " | ".join(warnings))
    return answer


def _uses_qt(item: pytest.Item) -> bool:
    return isinstance(item, pytest.Function) and not QT_FIXTURES.isdisjoint(item.fixturenames)


@pytest.fixture(autouse=True)
def _nothing_left_running(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test that leaves a thread or a window behind."""
    threads = threading.enumerate()
    if not _uses_qt(request.node):
        yield
        left = [thread for thread in threading.enumerate() if thread not in threads]
        if left:
            _fail_on_threads(threads)
        return
    from tests.support import qt_guard

    widgets = qt_guard.top_level_widgets()
    yield
    leaked = qt_guard.leaked_widgets(widgets)
    qt_guard.end_pool_threads()
    _fail_on_threads(threads)
    if leaked:
        pytest.fail(f"windows left open: {', '.join(leaked)}")


def _fail_on_threads(before: list[threading.Thread]) -> None:
    from tests.support import qt_guard

    if running := qt_guard.leaked_threads(before):
        pytest.fail(f"threads left running: {', '.join(running)}")


@pytest.fixture(autouse=True)
def _nothing_logged_unasked(
    request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> Iterator[None]:
    """Fail the test during which a line of level WARNING or above is logged without `expects_log`."""
    yield
    expected = [marker.args[0] for marker in request.node.iter_markers("expects_log")]
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    lines = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    unasked = [line for line in lines if not any(re.search(pattern, line) for pattern in expected)]
    if unasked:
        pytest.fail("logged: " + " | ".join(unasked))
    unsaid = [pattern for pattern in expected if not any(re.search(pattern, line) for line in lines)]
    if unsaid:
        pytest.fail("expected in the log, not there: " + " | ".join(unsaid))


@pytest.fixture
def memory_keyring() -> Iterator["MemoryKeyring"]:
    """A keyring of the test's own in place of none at all."""
    import keyring

    from tests.support.memory_keyring import MemoryKeyring

    before = keyring.get_keyring()
    backend = MemoryKeyring()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(before)
