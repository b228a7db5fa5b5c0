"""The window."""

from icarmed.ui.immortal import keep_alive

keep_alive()
