"""The parts that screens are built of; each knows its look from the theme.

Texts and boxes   label(text, role), heading(text), section(text, count), rule(), Card(kind=),
                  column(*pieces), row(*pieces)
Buttons           Button(text, kind, key=, icon=), Button.of(action, kind)
Chips             Chip(kind, text) is the value; ChipView paints one, ChipRow several;
                  ChipKind ALARM DUE NEXT DONE PLAIN
Notices           Banner(kind, text), EmptyState(title, text), Toasts.say / .offer_undo, YesNo.ask
Navigation        PageHeader(title), TabStrip
A course          Ladder, Step, StepState
One open matter   MatterRow
Keys              KeyHint("Ctrl+K")
"""

from icarmed.ui.parts.boxes import Card, FlowLayout, column, row, rule
from icarmed.ui.parts.buttons import Button, ButtonKind
from icarmed.ui.parts.chips import Chip, ChipKind, ChipRow, ChipView
from icarmed.ui.parts.header import PageHeader
from icarmed.ui.parts.keys import KeyHint
from icarmed.ui.parts.labels import heading, label, section
from icarmed.ui.parts.ladder import Ladder, Step, StepState
from icarmed.ui.parts.matters import MatterRow
from icarmed.ui.parts.notices import Banner, EmptyState
from icarmed.ui.parts.tabs import TabStrip
from icarmed.ui.parts.toasts import Toasts
from icarmed.ui.parts.yes_no import YesNo

__all__ = [
    "Banner",
    "Button",
    "ButtonKind",
    "Card",
    "Chip",
    "ChipKind",
    "ChipRow",
    "ChipView",
    "EmptyState",
    "FlowLayout",
    "KeyHint",
    "Ladder",
    "MatterRow",
    "PageHeader",
    "Step",
    "StepState",
    "TabStrip",
    "Toasts",
    "YesNo",
    "column",
    "heading",
    "label",
    "row",
    "rule",
    "section",
]
