"""The parts say what they are to eye and ear, and are worked by keys."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from icarmed.ui.parts import (
    Banner,
    Button,
    ButtonKind,
    Card,
    Chip,
    ChipKind,
    ChipRow,
    ChipView,
    EmptyState,
    KeyHint,
    Ladder,
    MatterRow,
    PageHeader,
    Step,
    StepState,
    TabStrip,
    Toasts,
    YesNo,
    section,
)
from icarmed.ui.parts.labels import ElidedLabel
from tests.ui.keys import press


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    return made


def different_pixels(one: QWidget, other: QWidget) -> int:
    first, second = one.grab().toImage(), other.grab().toImage()
    area = QRect(QPoint(0, 0), first.size().boundedTo(second.size()))
    return sum(
        first.pixel(x, y) != second.pixel(x, y) for x in range(area.width()) for y in range(area.height())
    )


@pytest.mark.parametrize("kind", ChipKind)
def test_a_chip_says_its_word_and_its_kind_aloud(qtbot: QtBot, kind: ChipKind) -> None:
    chip = ChipView(Chip(kind, "vaccin"))
    qtbot.addWidget(chip)
    assert "vaccin" in chip.accessibleName()
    assert (chip.accessibleName() == "vaccin") == (kind is ChipKind.PLAIN)


def test_two_kinds_of_one_colour_still_differ_in_shape(qtbot: QtBot) -> None:
    chips = [ChipView(Chip(kind, "x")) for kind in (ChipKind.NEXT, ChipKind.PLAIN)]
    for chip in chips:
        qtbot.addWidget(chip)
        chip.resize(60, 24)
    assert different_pixels(*chips) > 0


def test_chips_break_into_lines_where_there_is_no_room(host: QWidget) -> None:
    chips = ChipRow([Chip(ChipKind.DUE, f"pansement {at}") for at in range(6)], host)
    assert chips.heightForWidth(900) < chips.heightForWidth(200)
    chips.set_chips([Chip(ChipKind.DONE, "vu")])
    assert chips.heightForWidth(200) == chips.heightForWidth(900)


def test_a_button_shows_its_key_and_only_one_name_to_the_ear(qtbot: QtBot) -> None:
    plain, keyed = Button("Vacciner"), Button("Vacciner", key="Ctrl+J", icon="syringe")
    for button in (plain, keyed):
        qtbot.addWidget(button)
    assert keyed.sizeHint().width() > plain.sizeHint().width() + 40
    assert keyed.accessibleName() == "Vacciner"
    assert "J" in keyed.toolTip()


@pytest.mark.parametrize("kind", ButtonKind)
def test_the_focus_of_a_button_can_be_seen(qtbot: QtBot, kind: ButtonKind, host: QWidget) -> None:
    with_focus, without = Button("Clôturer", kind, icon="lock"), Button("Clôturer", kind, icon="lock")
    for at, button in enumerate((with_focus, without)):
        button.setParent(host)
        button.setGeometry(10, 10 + 50 * at, 160, 36)
        button.show()
    host.activateWindow()
    with_focus.setFocus()
    qtbot.waitUntil(with_focus.hasFocus)
    assert different_pixels(with_focus, without) > 100


def test_the_button_of_a_command_follows_it(qtbot: QtBot) -> None:
    done: list[bool] = []
    action = QAction("Arrivée")
    action.setShortcut(QKeySequence("Ins"))
    action.triggered.connect(lambda: done.append(True))
    button = Button.of(action, ButtonKind.ACT)
    qtbot.addWidget(button)
    assert button.text() == "Arrivée"
    assert button.key
    button.click()
    assert len(done) == 1
    action.setEnabled(False)
    assert not button.isEnabled()


def test_both_enters_read_alike(qtbot: QtBot) -> None:
    hints = [KeyHint("Return"), KeyHint("Enter")]
    for hint in hints:
        qtbot.addWidget(hint)
    assert hints[0].text == hints[1].text


def test_a_label_with_no_room_ends_in_dots_and_tells_all(host: QWidget) -> None:
    label = ElidedLabel("une longue ligne de discrétion")
    label.setParent(host)
    label.resize(60, 20)
    label.show()
    assert label.text().endswith("…")
    assert label.toolTip() == label.whole == label.accessibleName()
    label.resize(600, 20)
    assert (label.text(), label.toolTip()) == (label.whole, "")


LADDER = (
    Step(StepState.GIVEN, "dose 1", ("15/10/2026",)),
    Step(StepState.INVALID, "trop tôt", ("02/11/2026", "18 j après la dose 1, min. 28")),
    Step(StepState.DUE, "dose 2"),
    Step(StepState.LATER, "dose 3"),
)


def test_the_ladder_reads_its_steps_aloud(qtbot: QtBot) -> None:
    ladder = Ladder("Hépatite B")
    qtbot.addWidget(ladder)
    ladder.set_steps(LADDER)
    told = ladder.accessibleDescription()
    assert told.count(";") == 3
    assert "18 j après la dose 1, min. 28" in told
    assert len({step.spoken for step in LADDER}) == 4


def test_the_ladder_begins_at_the_dose_that_is_due_and_is_walked_by_arrows(qtbot: QtBot) -> None:
    ladder = Ladder("Hépatite B")
    qtbot.addWidget(ladder)
    ladder.set_steps(LADDER)
    opened: list[int] = []
    ladder.step_opened.connect(opened.append)
    press(ladder, "Return")
    press(ladder, "Left")
    press(ladder, "Return")
    for _ in range(5):
        press(ladder, "Right")
    press(ladder, "Return")
    assert opened == [2, 1, 3]


def test_each_state_of_a_dose_has_a_mark_of_its_own(qtbot: QtBot) -> None:
    marks = []
    for state in StepState:
        ladder = Ladder("x")
        qtbot.addWidget(ladder)
        ladder.set_steps([Step(state, "")])
        ladder.resize(160, 60)
        marks.append(ladder.grab().toImage())
    assert all(one != other for at, one in enumerate(marks) for other in marks[at + 1 :])


def test_tabs_are_chosen_by_alt_and_digit_and_by_arrows(qtbot: QtBot, host: QWidget) -> None:
    tabs = TabStrip(host)
    pages = [QLabel(text) for text in ("journal", "vaccins", "demandes")]
    for page in pages:
        tabs.add(page.text(), page)
    tabs.show()
    chosen: list[int] = []
    tabs.chosen.connect(chosen.append)
    buttons = [button for button in tabs.findChildren(QWidget) if hasattr(button, "shortcut")]
    assert [button.shortcut().toString() for button in buttons] == ["Alt+1", "Alt+2", "Alt+3"]
    tabs.choose(1)
    assert pages[1].isVisible()
    press(buttons[1], "Right")
    press(buttons[2], "Right")
    assert chosen == [1, 2, 0]


def test_a_matter_says_its_kind_and_has_one_main_button(qtbot: QtBot) -> None:
    matter = MatterRow(ChipKind.ALARM, "TROD réactif, jamais confirmé", act="Prescrire", key="1", main=True)
    qtbot.addWidget(matter)
    assert matter.button is not None
    with qtbot.waitSignal(matter.acted):
        matter.button.click()
    with qtbot.waitSignal(matter.more_asked):
        matter.more.click()
    said = [label.accessibleName() for label in matter.findChildren(QLabel)]
    assert "alarm: TROD réactif, jamais confirmé" in said


def test_what_was_done_can_be_undone_once(qtbot: QtBot, host: QWidget) -> None:
    toasts, undone = Toasts(host), []
    toasts.offer_undo("Visite terminée", lambda: undone.append(1))
    assert (toasts.text, toasts.offers_undo) == ("Visite terminée", True)
    toasts.undo()
    toasts.undo()
    assert undone == [1]
    assert toasts.text == ""


def test_a_new_message_takes_the_undo_of_the_old_one_away(host: QWidget) -> None:
    toasts, undone = Toasts(host), []
    toasts.offer_undo("Visite terminée", lambda: undone.append(1))
    toasts.say("Carte imprimée")
    toasts.undo()
    assert undone == []


def test_the_toast_stays_at_the_foot_when_the_window_grows(host: QWidget) -> None:
    toasts = Toasts(host)
    toasts.say("Carte imprimée")
    before = toasts.y()
    host.resize(900, 700)
    assert toasts.y() > before


def test_a_question_is_no_until_yes_is_said(qtbot: QtBot, host: QWidget) -> None:
    said: list[str] = []
    first = YesNo.ask(host, "Clôturer ?", "Un brouillon reste ouvert.", "Clôturer", lambda: said.append("a"))
    assert first.focusWidget() is first.no
    press(first, "Escape")
    second = YesNo.ask(host, "Clôturer ?", "Rien.", "Clôturer", lambda: said.append("b"), danger=True)
    assert second.yes.kind is ButtonKind.DANGER
    second.yes.click()
    assert said == ["b"]


def test_an_empty_list_offers_what_fills_it_and_a_banner_its_remedy(qtbot: QtBot) -> None:
    empty = EmptyState("Personne n'attend", "Une arrivée se note ici.", act="Arrivée", key="Ins")
    banner = Banner("due", "Sauvegarde ancienne", act="Sauvegarder")
    for part in (empty, banner):
        qtbot.addWidget(part)
        with qtbot.waitSignal(part.acted):
            part.findChildren(Button)[0].click()
    assert banner.accessibleName() == "Sauvegarde ancienne"


def test_the_head_of_a_page_leads_back(qtbot: QtBot, host: QWidget) -> None:
    head = PageHeader("Nadia", subtitle="K7M-2QXW")
    head.setParent(host)
    head.show()
    back = head.findChildren(Button)[0]
    with qtbot.waitSignal(head.back_asked):
        back.click()
    head.set_title("Mila", "P4D-9HT7")
    assert head.title == "Mila"
    head.set_back(shown=False)
    assert not back.isVisible()


def test_a_card_changes_what_its_colour_says(qtbot: QtBot) -> None:
    card = Card(section("Attendent", 3), kind="plain")
    qtbot.addWidget(card)
    assert card.findChildren(QLabel)[0].text() == "Attendent (3)"
    card.set_kind("alarm")
    assert card.property("card") == "alarm"
