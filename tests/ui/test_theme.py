"""Colours can be told apart by everyone, and one style sheet dresses all."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from icarmed import paths
from icarmed.ui import theme
from icarmed.ui.theme.keeper import style_sheet
from icarmed.ui.theme.tokens import EDGE_PAIRS, TEXT_PAIRS, contrast, read_tokens

# WCAG 2.2, 1.4.3 and 1.4.11.
TEXT_LIMIT, EDGE_LIMIT = 4.5, 3.0
# The design promises more for the pairs it names.
PROMISED = 5.0
NAMED_IN_DESIGN = (
    ("text", "ground"), ("text", "surface"), ("muted", "ground"), ("muted", "surface"), ("on_act", "act"),
    ("due", "due_ground"), ("alarm", "alarm_ground"), ("done", "done_ground"),
)  # fmt: skip


def ratio(scheme: str, first: str, second: str) -> float:
    colours = read_tokens(scheme).colours
    return contrast(getattr(colours, first), getattr(colours, second))


def test_the_ratio_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert contrast("#0000FF", "#0000FF") == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_can_be_read_on_its_ground(scheme: str) -> None:
    faint = [pair for pair in TEXT_PAIRS if ratio(scheme, *pair) < TEXT_LIMIT]
    assert faint == []
    assert [pair for pair in NAMED_IN_DESIGN if ratio(scheme, *pair) < PROMISED] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_edge_of_a_field_and_the_ring_of_focus_can_be_seen(scheme: str) -> None:
    assert [pair for pair in EDGE_PAIRS if ratio(scheme, *pair) < EDGE_LIMIT] == []


def test_every_pair_of_a_text_and_its_own_ground_is_held() -> None:
    names = set(read_tokens("light").colours.__dataclass_fields__)
    own = {(name.removesuffix("_ground"), name) for name in names if name.endswith("_ground")}
    assert own <= set(TEXT_PAIRS)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_style_sheet_takes_each_colour_from_the_tokens(scheme: str) -> None:
    tokens = read_tokens(scheme)
    sheet = style_sheet(tokens)
    assert "$" not in sheet
    known = {getattr(tokens.colours, name) for name in tokens.colours.__dataclass_fields__}
    assert set(re.findall(r"#[0-9A-F]{6}", sheet)) <= known
    assert f"QWidget {{ color: {tokens.colours.text}; }}" in sheet
    colours = re.findall(r"(?:background|(?<!-)color|border-color): ([^;{}]+);", sheet)
    assert [value for value in colours if value not in known and value != "transparent"] == []


def test_no_widget_styles_itself() -> None:
    ui = Path(theme.__file__).parents[1]
    keeper = ui / "theme" / "keeper.py"
    calls = re.compile(r"\.(setStyleSheet|setPalette)\(|QColor\(\"|#[0-9A-Fa-f]{6}\b")
    culprits = [
        str(module.relative_to(ui))
        for module in ui.rglob("*.py")
        if module != keeper and calls.search(module.read_text("utf-8"))
    ]
    assert culprits == []


def test_a_setting_of_light_or_dark_holds_whatever_the_system_does(qapp: QApplication) -> None:
    theme.dress(qapp, theme.Mode.DARK)
    assert theme.tokens().scheme == "dark"
    assert (
        qapp.palette().color(QPalette.ColorRole.Window).name().upper() == read_tokens("dark").colours.ground
    )
    theme.dress(qapp, theme.Mode.LIGHT)
    assert theme.tokens().scheme == "light"


def test_as_the_system_follows_the_system(qapp: QApplication) -> None:
    theme.dress(qapp, theme.Mode.SYSTEM)
    hints = QGuiApplication.styleHints()
    expected = "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"
    assert theme.tokens().scheme == expected


def test_a_role_changes_the_look_at_once(qtbot: QtBot) -> None:
    label = QLabel("14:31")
    qtbot.addWidget(label)
    label.show()
    before = label.sizeHint().height()
    theme.set_role(label, "title")
    assert label.sizeHint().height() > before


def test_every_icon_is_of_one_grid_and_one_stroke() -> None:
    odd = []
    for file in (paths.resources() / "icons").glob("*.svg"):
        drawn = file.read_text("utf-8")
        told = 'viewBox="0 0 24 24"' in drawn and 'stroke="currentColor"' in drawn
        if not told or len(re.findall("stroke-width", drawn)) != 1 or "#" in drawn:
            odd.append(file.name)
    assert odd == []


def test_an_icon_is_drawn_in_the_colour_asked_for(qapp: QApplication) -> None:
    for tint in ("alarm", "act"):
        drawn = theme.pixmap("minus", tint, 24).toImage()
        seen, wanted = drawn.pixelColor(12, 12), theme.colour(tint)
        # Drawing rounds: one step a channel at most.
        pairs = ((seen.red(), wanted.red()), (seen.green(), wanted.green()), (seen.blue(), wanted.blue()))
        assert max(abs(one - other) for one, other in pairs) <= 1
    with pytest.raises(KeyError):
        theme.pixmap("nothing of the kind")
