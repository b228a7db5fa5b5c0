"""How many keys an act takes, from the board with the row chosen, sign recorded and lots of the day set."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from icarmed.catalogue import texts
from icarmed.db.schema.medical import doses, lines, rapid_tests, requests, specimens
from icarmed.domain.lab_requests import LineState, Payer, SpecimenState
from icarmed.domain.rapid_tests import RapidResult, TestLine, TimesNoted
from icarmed.domain.vaccination_acts import BodySite
from icarmed.security.roles import Role
from icarmed.ui.messages import Messages
from icarmed.ui.printing import Paper, PaperKind, PrintPage
from icarmed.ui.room import Room
from icarmed.ui.screens.board.page import BoardPage
from icarmed.ui.screens.patient.page import PatientPage
from icarmed.ui.shell import Frame
from icarmed.ui.tasks import InlineTasks
from tests.support.office import NOON, THURSDAY, Office
from tests.support.room import Rooms
from tests.ui.patient.conftest import File, opened

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


class OnePrinter:
    """A printer that keeps what it was given."""

    def __init__(self) -> None:
        self.printed: list[tuple[str, Paper]] = []

    def names(self) -> Sequence[str]:
        return ["Bureau"]

    def remembered(self, kind: PaperKind) -> str:
        return next((name for name, paper in self.printed if paper.kind is kind), "")

    def print(self, name: str, paper: Paper) -> bool:
        self.printed.append((name, paper))
        return True


class Counter:
    """Sends keys and counts them; a modifier with its key counts one."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifier)
        self.count += 1


@pytest.fixture
def printer() -> OnePrinter:
    return OnePrinter()


@pytest.fixture
def three_kits(office: Office, rooms: Rooms, qtbot: QtBot) -> File:
    return File(
        office, rooms, qtbot, *opened(office, kits=("determine_hiv", "determine_syphilis", "oraquick_hcv"))
    )


def board_of(file: File, printer: OnePrinter, role: Role) -> Frame:
    """The window on the board, the cursor on the one person there."""

    def print_page(room: Room, key: object) -> QWidget:
        return PrintPage(room, key, printer)

    frame = Frame(
        InlineTasks(lambda: file.office.desk(role)),
        Messages(lambda: texts.words("fr")),
        lambda: NOON,
        find=lambda _desk, _typed: [],
    )
    for route, factory in (("board", BoardPage), ("patient", PatientPage), ("print", print_page)):
        frame.register(route, factory)
    file.qtbot.addWidget(frame)
    with file.qtbot.waitActive(frame):
        frame.show()
        frame.activateWindow()
    frame.go("board")
    return frame


def test_a_dose_is_recorded_in_three_keys(file: File, printer: OnePrinter) -> None:
    board_of(file, printer, Role.NURSE)
    press = Counter()
    press(Key.Key_Return)
    press(Key.Key_V)
    press(Key.Key_Return)
    assert press.count == 3
    (row,) = file.rows(doses)
    nurse, doctor = file.office.actors[Role.NURSE].account, file.office.actors[Role.DOCTOR].account
    assert {name: row[name] for name in row if name not in {"id", "course"}} == {
        "revision": 1,
        "voided": False,
        "entered_at": NOON,
        "entered_by": nurse,
        "patient": file.patient,
        "visit": file.visit,
        "on_first": THURSDAY,
        "on_last": THURSDAY,
        "product": "engerix-b-20",
        "vaccine_lot": file.office.vaccine_lot,
        "lot_text": "",
        "site": BodySite.LEFT_DELTOID,
        "declared": False,
        "sub_standard": False,
        "place": "",
        "override_reason": "",
        "ordered_by": doctor,
        "standing_order": file.office.standing_order,
        "done_by": nurse,
    }


def order_and_print(file: File, printer: OnePrinter) -> Frame:
    """The four keys, with the file open."""
    frame = board_of(file, printer, Role.DOCTOR)
    frame.go("patient", file.patient)
    press = Counter()
    press(Key.Key_D)
    press(Key.Key_2)
    press(Key.Key_P, CTRL)
    press(Key.Key_Return)
    assert press.count == 4
    return frame


def test_tubes_and_tests_of_the_standard_request_are_those_of_its_panel(
    file: File, printer: OnePrinter
) -> None:
    order_and_print(file, printer)
    tubes = file.rows(specimens)
    assert [(tube["specimen"], tube["state"], tube["taken_at"]) for tube in tubes] == [
        ("serum", SpecimenState.TAKEN, NOON),
        ("urine", SpecimenState.TAKEN, NOON),
    ]
    asked = {line["test"]: line["state"] for line in file.rows(lines)}
    assert asked == dict.fromkeys(("hiv_ag_ab", "syphilis_trep", "ct_urine", "ng_urine"), LineState.WAITING)


def test_a_standard_request_is_printed_in_four_keys_after_opening_the_person(
    file: File, printer: OnePrinter
) -> None:
    frame = order_and_print(file, printer)
    (row,) = file.rows(requests)
    doctor = file.office.actors[Role.DOCTOR].account
    assert {name: row[name] for name in row if name not in {"id", "number"}} == {
        "revision": 1,
        "voided": False,
        "entered_at": NOON,
        "entered_by": doctor,
        "patient": file.patient,
        "visit": file.visit,
        "on": THURSDAY,
        "panel": "sti_control",
        "urgent": False,
        "named": False,
        "payer": Payer.FREE,
        "clinical_data": "",
        "done_by": doctor,
        "ordered_by": doctor,
        "standing_order": None,
        "signed_at": NOON,
        "signed_by": doctor,
        "cancel_reason": "",
    }
    ((name, paper),) = printer.printed
    assert (name, paper.kind, paper.data[:5]) == ("Bureau", PaperKind.SLIP, b"%PDF-")
    assert isinstance(frame.stack.current, PatientPage)


def test_a_rapid_test_and_its_result_take_five_keys(three_kits: File, printer: OnePrinter) -> None:
    file = three_kits
    board_of(file, printer, Role.NURSE)
    press = Counter()
    press(Key.Key_Return)
    press(Key.Key_R)
    press(Key.Key_2)
    press(Key.Key_3)
    press(Key.Key_Return)
    assert press.count == 5
    (row,) = file.rows(rapid_tests)
    nurse = file.office.actors[Role.NURSE].account
    assert {name: row[name] for name in row if name != "id"} == {
        "revision": 1,
        "voided": False,
        "entered_at": NOON,
        "entered_by": nurse,
        "patient": file.patient,
        "visit": file.visit,
        "on": date(2026, 12, 3),
        "test": "trod_syphilis",
        "kit_lot": file.office.kits["determine_syphilis"],
        "times": TimesNoted.NOTED,
        "started_at": datetime(2026, 12, 3, 13, 15, tzinfo=UTC),
        "read_at": datetime(2026, 12, 3, 13, 30, tzinfo=UTC),
        "control_line": True,
        "test_line": TestLine.CLEAR,
        "result": RapidResult.REACTIVE,
        "operator": nurse,
        "override_reason": "",
    }
