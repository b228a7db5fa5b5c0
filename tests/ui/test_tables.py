"""A table is a snapshot of rows: filtered, ordered and copied by keys; the model needs no window."""

from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from icarmed.ui.parts import Chip, ChipKind
from icarmed.ui.shade import HIDDEN, NameShade
from icarmed.ui.tables import Column, Line, LineList, RowModel, Table
from tests.ui.keys import press, type_text


@dataclass(frozen=True)
class Row:
    name: str
    age: int | None
    due: date


ROWS = (
    Row("Élise", 32, date(2026, 12, 3)),
    Row("Ana", None, date(2026, 11, 28)),
    Row("nadia", 9, date(2027, 1, 4)),
    Row("Eva", 32, date(2026, 12, 1)),
)


def columns() -> list[Column[Row]]:
    return [
        Column("name", "Nom", lambda row: row.name, shaded=True),
        Column("age", "Âge", lambda row: str(row.age or "–"), sort=lambda row: row.age, right=True),
        Column("due", "Dû", lambda row: f"{row.due:%d/%m/%Y}", sort=lambda row: row.due),
    ]


def names(model: RowModel[Row]) -> list[str]:
    return [row.name for row in model.rows]


def test_texts_are_ordered_without_case_and_accents() -> None:
    model = RowModel(columns())
    model.set_rows(ROWS)
    assert names(model) == ["Élise", "Ana", "nadia", "Eva"]
    model.sort(0)
    assert names(model) == ["Ana", "Élise", "Eva", "nadia"]
    assert model.order == ("name", False)
    model.sort(-1)
    assert names(model) == ["Élise", "Ana", "nadia", "Eva"]


def test_numbers_and_days_are_ordered_by_value_and_the_unknown_stands_last() -> None:
    model = RowModel(columns())
    model.set_rows(ROWS)
    model.sort(1)
    assert names(model) == ["nadia", "Élise", "Eva", "Ana"]
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert names(model)[-1] == "Ana"
    model.sort(2)
    assert names(model) == ["Ana", "Eva", "Élise", "nadia"]


def test_each_word_typed_must_be_somewhere_in_the_row() -> None:
    model = RowModel(columns())
    model.set_rows(ROWS)
    model.find("elise 2026")
    assert names(model) == ["Élise"]
    model.find("32")
    assert names(model) == ["Élise", "Eva"]
    model.set_rows(ROWS[2:])
    assert names(model) == ["Eva"], "another reading is filtered as before"
    assert model.total == 2


def test_numbers_stand_at_the_right() -> None:
    model = RowModel(columns())
    model.set_rows(ROWS)
    role = Qt.ItemDataRole.TextAlignmentRole
    assert model.data(model.index(0, 1), role) & Qt.AlignmentFlag.AlignRight
    assert model.headerData(1, Qt.Orientation.Horizontal, role) & Qt.AlignmentFlag.AlignRight
    assert model.data(model.index(0, 0), role) & Qt.AlignmentFlag.AlignLeft


def test_hidden_names_are_neither_shown_nor_copied_nor_found() -> None:
    shade = NameShade()
    model = RowModel(columns(), shade.shown)
    model.set_rows(ROWS)
    shade.toggle()
    assert model.data(model.index(0, 0)) == HIDDEN
    assert "Ana" not in model.copied(model.rows)
    model.find("ana")
    assert names(model) == []


def test_rows_are_copied_for_a_spreadsheet() -> None:
    model = RowModel(columns())
    model.set_rows(ROWS)
    assert model.copied(model.rows[:1]) == "Nom\tÂge\tDû\nÉlise\t32\t03/12/2026"


@pytest.fixture
def table(qtbot: QtBot) -> Table[Row]:
    made: Table[Row] = Table(columns(), name="Rappels", empty_title="Personne", empty_text="Rien.")
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.show()
    return made


def test_typing_in_the_list_filters_it(table: Table[Row]) -> None:
    table.set_rows(ROWS)
    table.focus_first()
    type_text(table.view, "éva")
    assert names(table.model) == ["Eva"]
    assert table.filter.text() == "éva"


def test_enter_opens_the_row_and_ctrl_c_copies_it(qtbot: QtBot, table: Table[Row]) -> None:
    table.set_rows(ROWS)
    table.choose(1)
    with qtbot.waitSignal(table.opened) as opened:
        press(table.view, "Return")
    assert opened.args == [ROWS[1]]
    press(table.view, "Ctrl+C")
    assert QGuiApplication.clipboard().text() == "Nom\tÂge\tDû\nAna\t–\t28/11/2026"


def test_the_cursor_stays_on_its_row_when_the_list_is_read_again(table: Table[Row]) -> None:
    table.set_rows(ROWS)
    table.choose(2)
    table.set_rows([ROWS[3], ROWS[2]])
    assert table.current_row() == ROWS[2]


def test_an_empty_list_says_what_would_fill_it_and_a_filter_that_nothing_was_found(table: Table[Row]) -> None:
    table.set_rows([])
    assert table.empty.isVisible()
    table.set_rows(ROWS)
    assert table.view.isVisible()
    table.filter.setText("zz")
    assert not table.view.isVisible()
    assert not table.empty.isVisible()


def test_pressing_a_heading_orders(qtbot: QtBot, table: Table[Row]) -> None:
    table.set_rows(ROWS)
    head = table.view.horizontalHeader()
    head.sectionClicked.emit(0)
    head.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    assert names(table.model) == ["Ana", "Élise", "Eva", "nadia"]


LINES = (
    Line(1, "Nadia", "14:31", "32 ans", (Chip(ChipKind.DUE, "vaccin"),), shaded=True, instead="K7M-2QXW"),
    Line(2, "P4D-9HT7", "14:40"),
)


def test_lines_are_opened_by_key_and_keep_the_cursor(qtbot: QtBot) -> None:
    lines = LineList("Attendent")
    qtbot.addWidget(lines)
    lines.set_lines(LINES)
    lines.choose(1)
    lines.set_lines(tuple(reversed(LINES)))
    current = lines.current_line()
    assert current is not None
    assert current.key == 2
    with qtbot.waitSignal(lines.opened) as opened:
        press(lines, "Return")
    assert opened.args == [2]


def test_a_line_is_spoken_with_its_chips_in_words_and_its_code_when_names_are_hidden(qtbot: QtBot) -> None:
    shade = NameShade()
    lines = LineList("Attendent", shade=shade)
    qtbot.addWidget(lines)
    lines.set_lines(LINES)
    index = lines.model().index(0, 0)
    spoken = lines.model().data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "14:31, Nadia, 32 ans, due: vaccin"
    shade.toggle()
    assert lines.model().data(index) == "K7M-2QXW"
