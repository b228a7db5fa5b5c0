"""One helper gives every input its label, its name, its error; each is worked by keys."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from icarmed.domain.dates import DateRange
from icarmed.ui.forms import (
    ChoiceField,
    DateField,
    Field,
    Form,
    NotesField,
    NumberField,
    PartialDateField,
    PasswordField,
    SegmentField,
    TextField,
    TickField,
)
from tests.ui.keys import press, type_text

TODAY = date(2026, 12, 3)
LANGUAGES = [("ro", "roumain"), ("fr", "français"), ("bg", "bulgare"), ("sq", "albanais")]
SIDES = [("left", "gauche"), ("right", "droite")]

EVERY_FIELD: dict[str, Callable[[], Field]] = {
    "text": lambda: TextField("it", "Alias", hint="peut rester vide"),
    "password": lambda: PasswordField("it", "Mot de passe"),
    "notes": lambda: NotesField("it", "À savoir"),
    "number": lambda: NumberField("it", "AcHbs"),
    "number_with_unit": lambda: NumberField("it", "AcHbs", unit="UI/L"),
    "day": lambda: DateField("it", "Le", TODAY),
    "partial": lambda: PartialDateField("it", "Né le", TODAY),
    "choice": lambda: ChoiceField("it", "Langue", LANGUAGES),
    "segment": lambda: SegmentField("it", "Côté", SIDES),
    "tick": lambda: TickField("it", "On peut appeler"),
}


@pytest.mark.parametrize("kind", EVERY_FIELD)
def test_every_input_has_label_buddy_name_and_a_place_for_its_error(qtbot: QtBot, kind: str) -> None:
    field = EVERY_FIELD[kind]()
    qtbot.addWidget(field)
    assert field.label.buddy() is field.input
    assert field.label.text() in field.input.accessibleName()
    field.set_error("Il manque quelque chose.")
    assert field.input.property("wrong") == "true"
    interface = QAccessible.queryAccessibleInterface(field.input)
    assert interface.text(QAccessible.Text.Description) == "Il manque quelque chose."
    field.set_error("")
    assert field.input.property("wrong") == "false"
    assert field.error == ""


def test_a_hint_comes_back_when_the_error_goes(qtbot: QtBot) -> None:
    field = TextField("alias", "Alias", hint="peut rester vide")
    qtbot.addWidget(field)
    field.set_error("Trop court.")
    field.set_error("")
    assert field.input.accessibleDescription() == "peut rester vide"


def test_a_line_gives_what_was_typed_without_blanks_and_a_password_with_them(qtbot: QtBot) -> None:
    name, secret = TextField("name", "Nom"), PasswordField("secret", "Mot de passe")
    for field in (name, secret):
        qtbot.addWidget(field)
        type_text(field.line, " Élise ")
    assert name.value() == "Élise"
    assert secret.value() == " Élise "
    assert secret.line.displayText() != secret.value()


@pytest.mark.parametrize(
    ("typed", "decimals", "meant"),
    [
        ("12", 0, Decimal(12)),
        ("12,5", 1, Decimal("12.5")),
        ("12.5", 1, Decimal("12.5")),
        ("12,5", 0, None),
        ("", 1, None),
        ("-", 1, None),
        ("nan", 0, None),
    ],
)
def test_a_number_takes_comma_or_point(
    qtbot: QtBot, typed: str, decimals: int, meant: Decimal | None
) -> None:
    field = NumberField("titre", "AcHbs", decimals=decimals)
    qtbot.addWidget(field)
    type_text(field.line, typed)
    assert field.value() == meant
    assert field.unreadable == (bool(typed) and meant is None)


def test_a_day_is_written_in_full_when_the_field_is_left(qtbot: QtBot) -> None:
    field = DateField("on", "Le", TODAY)
    qtbot.addWidget(field)
    type_text(field.line, "-1")
    assert field.value() == date(2026, 12, 2)
    press(field.line, "Return")
    assert field.line.text() == "02/12/2026"
    assert "2026" in field.input.accessibleDescription()


def test_what_is_no_day_is_said_when_the_field_is_left_and_no_sooner(qtbot: QtBot) -> None:
    field = DateField("on", "Le", TODAY, latest=TODAY)
    qtbot.addWidget(field)
    type_text(field.line, "31/02")
    assert field.error == ""
    press(field.line, "Return")
    assert field.unreadable
    assert field.error
    assert field.value() is None


def test_a_day_outside_the_limits_is_no_value_and_the_limit_is_named(qtbot: QtBot) -> None:
    field = PartialDateField("born", "Né le", TODAY, latest=TODAY, earliest=date(1900, 1, 1))
    qtbot.addWidget(field)
    for typed, limit in (("4/12/2026", "03/12/2026"), ("1899", "01/01/1900")):
        field.line.clear()
        type_text(field.line, typed)
        press(field.line, "Return")
        assert field.value() is None
        assert limit in field.error
    field.set_value(DateRange.parse("1994"))
    assert (field.line.text(), field.value(), field.error) == ("1994", DateRange.parse("1994"), "")


def test_a_choice_is_found_by_any_piece_without_accents(qtbot: QtBot) -> None:
    field = ChoiceField("lang", "Langue", LANGUAGES)
    qtbot.addWidget(field)
    field.line.setFocus()
    type_text(field.line, "fran")
    press(field.line, "Return")
    assert field.value() == "fr"
    assert field.line.text() == "français"


def test_a_choice_that_several_or_none_could_be_is_none(qtbot: QtBot) -> None:
    field = ChoiceField("lang", "Langue", LANGUAGES)
    qtbot.addWidget(field)
    for typed in ("an", "zz"):
        field.line.clear()
        type_text(field.line, typed)
        press(field.line, "Return")
        assert field.value() is None
        assert field.unreadable
    field.set_value("bg")
    assert not field.unreadable
    field.set_value(None)
    assert (field.value(), field.line.text()) == (None, "")


def test_other_options_keep_what_was_chosen_if_it_is_among_them(qtbot: QtBot) -> None:
    field = ChoiceField("lang", "Langue", LANGUAGES)
    qtbot.addWidget(field)
    field.set_value("bg")
    field.set_options(LANGUAGES[2:])
    assert field.value() == "bg"
    field.set_options(LANGUAGES[:2])
    assert field.value() is None


def test_segments_are_chosen_by_digit_and_arrow(qtbot: QtBot) -> None:
    field = SegmentField("side", "Côté", SIDES)
    qtbot.addWidget(field)
    assert field.value() is None
    with qtbot.waitSignal(field.changed):
        type_text(field.input, "2")
    assert field.value() == "right"
    press(field.focusWidget(), "Left")
    assert field.value() == "left"
    type_text(field.input, "9")
    assert field.value() == "left"
    field.set_value(None)
    assert field.value() is None


def test_a_draft_is_said_soon_after_a_key_and_only_once(qtbot: QtBot) -> None:
    field = NotesField("note", "À savoir")
    qtbot.addWidget(field)
    field.set_value("avant")
    assert not field.unsaved
    with qtbot.waitSignal(field.draft, timeout=2000) as said:
        type_text(field.area, "é")
    assert said.args == ["éavant"]
    with qtbot.assertNotEmitted(field.draft):
        field.save_draft()


def test_ctrl_enter_stores_the_draft_and_enters_it(qtbot: QtBot) -> None:
    field = NotesField("note", "À savoir")
    qtbot.addWidget(field)
    type_text(field.area, "vu")
    with qtbot.waitSignals([field.draft, field.entered], order="strict"):
        press(field.area, "Ctrl+Return")
    assert field.value() == "vu"


def test_errors_go_to_their_fields_and_the_rest_to_the_top(qtbot: QtBot) -> None:
    form = Form()
    qtbot.addWidget(form)
    alias = form.add(TextField("alias", "Alias"))
    born = form.add(TextField("born", "Né le"))
    form.show()
    form.show_errors({"born": "Ce n'est pas une date.", "": "Changé entre-temps."})
    assert form.errors == {"born": "Ce n'est pas une date."}
    assert alias.error == ""
    assert form.focusWidget() is born.input
    assert "Changé entre-temps." in _labels(form)
    form.clear_errors()
    assert form.errors == {}


def test_two_fields_of_one_name_are_a_mistake(qtbot: QtBot) -> None:
    form = Form()
    qtbot.addWidget(form)
    form.add(TextField("alias", "Alias"))
    with pytest.raises(ValueError, match="alias"):
        form.add(TextField("alias", "Autre alias"))


def _labels(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
