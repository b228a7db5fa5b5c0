"""Every screen can be read, heard and tabbed through, and no word of it was forgotten or cut."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from icarmed.catalogue.texts import words
from icarmed.domain.codes import shown_patient_code
from icarmed.domain.words import Words
from icarmed.ui.forms import DateField, PartialDateField
from icarmed.ui.i18n import speak
from icarmed.ui.messages import Messages
from icarmed.ui.parts import Chip, ChipKind, ChipRow, ChipView
from icarmed.ui.routes import PAGES
from tests.support.office import THURSDAY
from tests.ui.scenes import ENTRANCES, KNOWN, SCENES, Stage, entrance, stage
from tests.ui.walk import Problem, walk

__all__ = ["stage"]
KEYS = ("Enter", "Esc", *(f"  {key}" for key in "PTVCDRE"))
"""As they stand beside a word or in the tip of a button."""


@pytest.fixture
def french(qapp: QApplication) -> Iterator[None]:
    """The window as it is used, for this test."""
    before = QLocale()
    speak(qapp, "fr")
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


def settled(page: QWidget) -> QWidget:
    """After what a change of layout leaves for the next turns of the loop."""
    for _ in range(3):
        QApplication.processEvents()
    return page


def listed(problems: list[Problem], *kinds: str) -> str:
    return "\n".join(str(one) for one in problems if not kinds or one.kind in kinds)


def test_every_route_stands_on_the_stage() -> None:
    assert {name.partition(",")[0] for name in SCENES} == {*PAGES, "settings"}


@pytest.mark.parametrize("name", SCENES)
def test_nothing_is_wrong_with(stage: Stage, pseudo: Words, name: str) -> None:
    stage.words = pseudo
    page = settled(SCENES[name](stage))
    codes = [shown_patient_code(code) for code in stage.codes()]
    assert listed(walk(page, [*KNOWN, *KEYS, *codes, *stage.numbers()])) == ""


@pytest.mark.usefixtures("french")
@pytest.mark.parametrize("name", SCENES)
def test_french_is_not_cut_in(stage: Stage, name: str) -> None:
    assert listed(walk(settled(SCENES[name](stage))), "cut", "tab order") == ""


@pytest.mark.usefixtures("french")
@pytest.mark.parametrize(("days", "said"), [(21, "dans 21 jours"), (1, "demain"), (-2, "il y a 2 jours")])
def test_days_under_a_date_are_counted_in_french(qtbot: QtBot, days: int, said: str) -> None:
    for field in (DateField("on", "", THURSDAY), PartialDateField("born", "", THURSDAY)):
        qtbot.addWidget(field)
        field.line.setText(f"{THURSDAY + timedelta(days):%d/%m/%Y}")
        assert [one.text() for one in field.findChildren(QLabel) if said in one.text()]


def test_chips_that_come_into_a_row_in_sight_have_their_room_at_once(qtbot: QtBot) -> None:
    row = ChipRow()
    qtbot.addWidget(row)
    row.show()
    row.set_chips([Chip(ChipKind.DUE, "x")])
    assert [one.isVisible() for one in row.findChildren(ChipView)] == [True]
    assert row.sizeHint().height() > 0


@pytest.mark.parametrize("name", ENTRANCES)
def test_nothing_is_wrong_before_sign_in_with(stage: Stage, qtbot: QtBot, pseudo: Words, name: str) -> None:
    page = entrance(name, stage.folder, Messages(lambda: pseudo), qtbot)
    assert listed(walk(settled(page), [*KNOWN, *KEYS, "anne"])) == ""


@pytest.mark.usefixtures("french")
@pytest.mark.parametrize("name", ENTRANCES)
def test_french_is_not_cut_before_sign_in_in(stage: Stage, qtbot: QtBot, name: str) -> None:
    page = entrance(name, stage.folder, Messages(lambda: words("fr")), qtbot)
    assert listed(walk(settled(page)), "cut", "tab order") == ""
