"""The look of the window: one palette and one style sheet, made from tokens; light, dark or as the system.

    theme.dress(app, Mode.SYSTEM)      once at start, and again when the setting changes
    theme.tokens().colours.due         only in what paints itself; it asks anew at each painting
    theme.set_role(label, "muted")     how a widget says what it is
    theme.icon("printer", "act")       one of resources/icons, tinted

Roles of a QLabel: title, heading, section, strong, label, muted, small, act, due, alarm, done, error.
Kinds of a card: plain, due, alarm, done, act.
"""

from icarmed.ui.theme.icons import icon, icon_names, pixmap
from icarmed.ui.theme.keeper import Mode, colour, dress, set_role, set_state, tokens
from icarmed.ui.theme.tokens import Colours, Sizes, Tokens, contrast

__all__ = [
    "Colours",
    "Mode",
    "Sizes",
    "Tokens",
    "colour",
    "contrast",
    "dress",
    "icon",
    "icon_names",
    "pixmap",
    "set_role",
    "set_state",
    "tokens",
]
