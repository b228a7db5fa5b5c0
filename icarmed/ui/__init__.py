"""The window."""

from icarmed.ui.immortal import keep_true_alive

keep_true_alive()
