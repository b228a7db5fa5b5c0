"""The walker sees what it is there to see, and finds nothing in the frame's own pages."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from icarmed.domain.words import Words
from icarmed.ui.forms import DateField, Form, NumberField, SegmentField, TextField
from icarmed.ui.messages import Messages
from icarmed.ui.parts import Chip, ChipKind, ChipView
from icarmed.ui.shell import CrashPage, Frame, SignInPage
from icarmed.ui.tables import Column, Table
from tests.ui.frames import asked, frame
from tests.ui.gallery_pages import TODAY
from tests.ui.pseudo import CLOSE, OPEN, outside
from tests.ui.walk import PAGE_SIZE, walk

__all__ = ["asked", "frame"]


def t(text: str) -> str:
    """As the pseudo-language gives it."""
    return f"{OPEN}{text}{CLOSE}"


def shown(qtbot: QtBot, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    widget.resize(*PAGE_SIZE)
    widget.show()
    return widget


def column_of(*widgets: QWidget) -> QWidget:
    host = QWidget()
    box = QVBoxLayout(host)
    for widget in widgets:
        box.addWidget(widget)
    return host


def untranslated() -> QWidget:
    return column_of(QLabel("Record a dose"))


def untranslated_to_the_ear() -> QWidget:
    label = QLabel(t("Dose"))
    label.setAccessibleDescription("given today")
    return column_of(label)


def untranslated_in_a_table() -> QWidget:
    table: Table[str] = Table(
        [Column("name", t("Name"), str), Column("state", t("State"), lambda _row: "taken")],
        name=t("Requests"),
        empty_title=t("None"),
        empty_text=t("None"),
    )
    table.set_rows(["Irina"])
    return table


def half_translated() -> QWidget:
    return column_of(QLabel(f"{t('Dose of')} Monday"))


def unnamed() -> QWidget:
    line = QLineEdit()
    label = QLabel(t("Alias"))
    label.setBuddy(line)
    return column_of(label, line)


def without_buddy() -> QWidget:
    line = QLineEdit()
    line.setAccessibleName(t("Alias"))
    return column_of(QLabel(t("Alias")), line)


def cut_off() -> QWidget:
    label = QLabel(t("a sentence that has no room at all"))
    label.setFixedWidth(40)
    return column_of(label)


def cut_in_height() -> QWidget:
    label = QLabel(t("a sentence of many words that needs several lines " * 4))
    label.setWordWrap(True)
    label.setFixedSize(200, 20)
    return column_of(label)


def beyond_its_place() -> QWidget:
    host = QWidget()
    inner = QWidget(host)
    inner.setGeometry(0, 0, 60, 40)
    button = QPushButton(t("Close the session"), inner)
    button.setGeometry(20, 0, 200, 30)
    return host


def against_the_eye() -> QWidget:
    buttons = [QPushButton(t(str(at))) for at in range(3)]
    host = column_of(*buttons)
    QWidget.setTabOrder(buttons[0], buttons[2])
    QWidget.setTabOrder(buttons[2], buttons[1])
    return host


def against_the_line() -> QWidget:
    host = QWidget()
    box = QHBoxLayout(host)
    buttons = [QPushButton(t(str(at))) for at in range(3)]
    for button in buttons:
        box.addWidget(button)
    QWidget.setTabOrder(buttons[2], buttons[1])
    QWidget.setTabOrder(buttons[0], buttons[2])
    return host


PLANTED: list[tuple[Callable[[], QWidget], str]] = [
    (untranslated, "not translated"),
    (untranslated_to_the_ear, "not translated"),
    (untranslated_in_a_table, "not translated"),
    (half_translated, "not translated"),
    (unnamed, "no accessible name"),
    (without_buddy, "no label as buddy"),
    (cut_off, "cut"),
    (cut_in_height, "cut"),
    (beyond_its_place, "cut"),
    (against_the_eye, "tab order"),
    (against_the_line, "tab order"),
]


@pytest.mark.parametrize(("plant", "kind"), PLANTED, ids=[plant.__name__ for plant, _ in PLANTED])
def test_a_planted_fault_is_found(
    qtbot: QtBot, pseudo: Words, plant: Callable[[], QWidget], kind: str
) -> None:
    widget = shown(qtbot, plant())
    assert {problem.kind for problem in walk(widget, data=["Irina"])} == {kind}


def test_data_numbers_days_and_keys_may_stand_by_themselves(qtbot: QtBot, pseudo: Words) -> None:
    day = QLocale().toString(QLocale().toDate("03/12/2026", "dd/MM/yyyy"), "dddd d MMMM yyyy")
    texts = ("Irina · 32", "15/10/2026 14:35", day, "Ctrl+K", f"{t('Arrivals')} (3)")
    widget = shown(qtbot, column_of(*map(QLabel, texts)))
    assert walk(widget, data=["Irina"]) == []
    assert [problem.text for problem in walk(widget)] == ["Irina · 32"]


def test_a_form_of_the_helper_has_nothing_wrong(qtbot: QtBot, pseudo: Words) -> None:
    form = Form()
    form.add_row(TextField("alias", t("Alias"), hint=t("may stay empty")), DateField("on", t("Day"), TODAY))
    side = SegmentField("side", t("Side"), [(1, t("left")), (2, t("right"))])
    form.add_row(side, NumberField("titre", t("Titre"), unit="10"))
    widget = shown(qtbot, column_of(form, ChipView(Chip(ChipKind.DUE, t("vaccine")))))
    form.show_errors({"on": t("Not a date.")})
    assert walk(widget) == []


def test_the_pages_of_the_frame_have_nothing_wrong(qtbot: QtBot, pseudo: Words) -> None:
    for page in (SignInPage(), CrashPage(Messages(lambda: pseudo).crash())):
        assert walk(shown(qtbot, page), data=["IcarMed"]) == []


def test_the_frame_and_its_page_of_keys_have_nothing_wrong(qtbot: QtBot, pseudo: Words, frame: Frame) -> None:
    frame.go("keys")
    frame.set_who("Dr M")
    frame.status.set_place("Liège")
    frame.status.set_drafts(2)
    frame.status.set_backup("29/10", late=True)
    frame.set_practice(shown=True)
    QApplication.processEvents()
    assert walk(frame, data=["Dr M", "Liège"]) == []


def test_what_stands_in_brackets_within_brackets_is_inside() -> None:
    assert outside(f"a {t('b ' + t('c') + ' d')} e") == "a  e"
