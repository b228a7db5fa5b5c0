"""Which tokens hold now, and how the application is dressed in them."""

from dataclasses import asdict
from enum import StrEnum
from string import Template

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from icarmed import paths
from icarmed.ui.theme.tokens import Tokens, read_tokens

_BORDERS = 4


class Mode(StrEnum):
    """The setting of a person: as the system does, or always one."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class _Keeper(QObject):
    """Dresses the application, and again when the system changes its mind; a child of the application."""

    def __init__(self, app: QApplication, mode: Mode) -> None:
        super().__init__(app)
        self._app = app
        self.mode = mode
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    @Slot()
    def _on_scheme_changed(self) -> None:
        if self.mode is Mode.SYSTEM:
            self.dress()

    def dress(self) -> None:
        wanted = read_tokens(_scheme(self._app, self.mode))
        if self._app.property("scheme") == wanted.scheme:
            return
        self._app.setProperty("scheme", wanted.scheme)
        self._app.setPalette(_palette(wanted))
        self._app.setStyleSheet(style_sheet(wanted))


def dress(app: QApplication, mode: Mode = Mode.SYSTEM) -> None:
    """Give the whole application its font, palette and style sheet, and follow the system if so asked."""
    keeper = app.findChild(_Keeper)
    if keeper is None:
        app.setStyle("Fusion")
        app.setFont(_font(read_tokens("light")))
        keeper = _Keeper(app, mode)
    keeper.mode = mode
    keeper.dress()


def tokens() -> Tokens:
    """The tokens that hold now; ask at each painting, keep none."""
    app = QApplication.instance()
    scheme = app.property("scheme") if app is not None else None
    return read_tokens("dark" if scheme == "dark" else "light")


def colour(name: str) -> QColor:
    """The colour of a token now, by its name."""
    return QColor(getattr(tokens().colours, name))


def set_role(widget: QWidget, role: str) -> None:
    """Say what a widget is; the style sheet knows how that looks."""
    set_state(widget, "role", role)


def set_state(widget: QWidget, name: str, value: str) -> None:
    """Set a property the style sheet asks for, and let the widget be styled anew."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def style_sheet(wanted: Tokens) -> str:
    """`resources/theme/window.qss` with its names filled in; KeyError for a name no token has."""
    text = (paths.resources() / "theme" / "window.qss").read_text("utf-8")
    # Sizes are told from colours of the same name.
    sizes = {f"px_{name}": value for name, value in asdict(wanted.sizes).items()}
    # Qt counts the height of a field without its border and padding.
    inner = wanted.sizes.control - _BORDERS
    return Template(text).substitute(asdict(wanted.colours), **sizes, px_inner=inner)


def _scheme(app: QApplication, mode: Mode) -> str:
    if mode is not Mode.SYSTEM:
        return mode.value
    return "dark" if app.styleHints().colorScheme() is Qt.ColorScheme.Dark else "light"


def _font(wanted: Tokens) -> QFont:
    font = QFont(list(wanted.sizes.families))
    font.setPixelSize(wanted.sizes.text)
    return font


def _palette(wanted: Tokens) -> QPalette:
    shown = wanted.colours
    roles = {
        QPalette.ColorRole.Window: shown.ground,
        QPalette.ColorRole.WindowText: shown.text,
        QPalette.ColorRole.Base: shown.surface,
        QPalette.ColorRole.AlternateBase: shown.hover,
        QPalette.ColorRole.Text: shown.text,
        QPalette.ColorRole.PlaceholderText: shown.muted,
        QPalette.ColorRole.Button: shown.surface,
        QPalette.ColorRole.ButtonText: shown.text,
        QPalette.ColorRole.BrightText: shown.alarm,
        QPalette.ColorRole.Link: shown.act,
        QPalette.ColorRole.LinkVisited: shown.act,
        QPalette.ColorRole.Highlight: shown.act,
        QPalette.ColorRole.HighlightedText: shown.on_act,
        QPalette.ColorRole.Accent: shown.act,
        QPalette.ColorRole.ToolTipBase: shown.text,
        QPalette.ColorRole.ToolTipText: shown.surface,
        QPalette.ColorRole.Light: shown.surface,
        QPalette.ColorRole.Midlight: shown.hover,
        QPalette.ColorRole.Mid: shown.line,
        QPalette.ColorRole.Dark: shown.edge,
        QPalette.ColorRole.Shadow: shown.edge,
    }
    palette = QPalette()
    for role, value in roles.items():
        palette.setColor(role, QColor(value))
    greyed = QPalette.ColorGroup.Disabled
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(greyed, role, QColor(shown.muted))
    return palette
