"""Icons of `resources/icons`: 24 px grid, one stroke, in the colour asked for."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from icarmed import paths
from icarmed.ui.theme.keeper import colour

_SCALES = (1.0, 1.5, 2.0)


def icon(name: str, tint: str = "text", size: int = 20) -> QIcon:
    """An icon in the colour of the token `tint`; made anew when the theme changes; KeyError if none."""
    made = QIcon()
    for scale in _SCALES:
        made.addPixmap(pixmap(name, tint, size, scale))
        made.addPixmap(pixmap(name, "muted", size, scale), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, tint: str = "text", size: int = 20, scale: float = 1.0) -> QPixmap:
    """The icon drawn `size` px high for a screen of that scale."""
    return _drawn(name, colour(tint).name(), size, scale)


@cache
def icon_names() -> frozenset[str]:
    """Every icon there is."""
    return frozenset(file.stem for file in (paths.resources() / "icons").glob("*.svg"))


@cache
def _source(name: str) -> str:
    if name not in icon_names():
        raise KeyError(name)
    return (paths.resources() / "icons" / f"{name}.svg").read_text("utf-8")


def _drawn(name: str, shown: str, size: int, scale: float) -> QPixmap:
    side = round(size * scale)
    drawn = QPixmap(side, side)
    drawn.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", shown).encode()))
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    drawn.setDevicePixelRatio(scale)
    return drawn
