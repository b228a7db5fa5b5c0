"""Settings: a tab each for oneself, accounts, backup, standing orders, calendar."""

from PySide6.QtCore import QCoreApplication

from icarmed.ui.page import Factory, Page
from icarmed.ui.parts import TabStrip
from icarmed.ui.room import Room
from icarmed.ui.screens.settings.accounts import AccountsTab
from icarmed.ui.screens.settings.backup import BackupTab
from icarmed.ui.screens.settings.calendar import CalendarTab
from icarmed.ui.screens.settings.orders import OrdersTab
from icarmed.ui.screens.settings.own import OwnTab
from icarmed.ui.screens.settings.tab import SettingsContext, Tab
from icarmed.usecases.story import Topic


class SettingsPage(Page):
    """Alt+1 … Alt+5 choose a tab; each reads what it shows when it comes in sight."""

    topics = frozenset({Topic.ACCOUNTS, Topic.BACKUP, Topic.OFFICE})

    def __init__(self, room: Room, _key: object, context: SettingsContext) -> None:
        super().__init__(room, QCoreApplication.translate("SettingsPage", "Settings"), back=False, wide=True)
        self.own = OwnTab(room, context)
        self.accounts = AccountsTab(room, context)
        self.backup = BackupTab(room, context)
        self.orders = OrdersTab(room)
        self.calendar = CalendarTab(room)
        self.strip = TabStrip()
        self._tabs: list[Tab] = []
        for text, tab in (
            (self.tr("Myself"), self.own),
            (self.tr("Accounts"), self.accounts),
            (self.tr("Backup"), self.backup),
            (self.tr("Standing orders"), self.orders),
            (self.tr("Calendar"), self.calendar),
        ):
            self.strip.add(text, tab)
            self._tabs.append(tab)
        self.strip.chosen.connect(lambda _number: self.reload())
        self.column.addWidget(self.strip, 1)

    def reload(self) -> None:
        """Read the tab in sight."""
        self._tabs[self.strip.current].reload()


def settings_page(context: SettingsContext) -> Factory:
    """The factory of the route `settings`."""
    return lambda room, key: SettingsPage(room, key, context)
