"""Every part can be painted, in both themes, and neither is empty nor the other."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.gallery import LOOKS, SIZE, paint


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_each_look_is_painted_light_and_dark(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, look: str
) -> None:
    light, dark = (QImage(str(file)) for file in paint(tmp_path, look))
    assert light.width() <= SIZE[0]
    assert light.height() <= SIZE[1]
    assert brightness(light) > 0.75
    assert brightness(dark) < 0.35
    assert (
        len({light.pixel(x, y) for x in range(0, light.width(), 3) for y in range(0, light.height(), 3)}) > 8
    )


def brightness(image: QImage) -> float:
    """Mean lightness, 0 to 1."""
    small = image.scaled(16, 16).convertToFormat(QImage.Format.Format_Grayscale8)
    return sum(small.pixelColor(x, y).lightnessF() for x in range(16) for y in range(16)) / 256
