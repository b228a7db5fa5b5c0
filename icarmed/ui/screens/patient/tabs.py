"""The tabs of a file, and the ways into them: each act opens its tab with its form."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy, QWidget

from icarmed.ui.parts import TabStrip
from icarmed.ui.screens.patient.documents import DocumentsTab
from icarmed.ui.screens.patient.folder import Folder
from icarmed.ui.screens.patient.journal import JournalTab
from icarmed.ui.screens.patient.person import PersonTab
from icarmed.ui.screens.patient.requests import RequestsTab
from icarmed.ui.screens.patient.screening import ScreeningTab
from icarmed.ui.screens.patient.tab import Tab
from icarmed.ui.screens.patient.vaccines import VaccinesTab

JOURNAL, VACCINES, SCREENING, REQUESTS, DOCUMENTS, PERSON = range(6)


class FileTabs(TabStrip):
    """Journal, vaccines, screening, requests, papers, person; only the one in sight has height."""

    def __init__(self, folder: Folder, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.journal = JournalTab(folder)
        self.vaccines = VaccinesTab(folder, actions["patient.vaccinate"], actions["patient.booklet"])
        self.screening = ScreeningTab(folder, actions["patient.rapid"], actions["patient.result"])
        self.requests = RequestsTab(folder, actions["patient.order"])
        self.documents = DocumentsTab(folder)
        self.person = PersonTab(folder)
        self._opened = False
        for text, tab in (
            (self.tr("Journal"), self.journal),
            (self.tr("Vaccines"), self.vaccines),
            (self.tr("Screening"), self.screening),
            (self.tr("Requests"), self.requests),
            (self.tr("Papers"), self.documents),
            (self.tr("Person"), self.person),
        ):
            self.add(text, tab)
        self.chosen.connect(self._on_chosen)
        folder.dose_asked.connect(self.vaccinate)
        folder.order_asked.connect(self.order)
        folder.rapid_asked.connect(self.record_rapid)
        folder.request_asked.connect(self.show_request)
        self._fit()

    @property
    def every(self) -> tuple[JournalTab | Tab, ...]:
        """The tabs in the order of the strip."""
        return self.journal, self.vaccines, self.screening, self.requests, self.documents, self.person

    def reload(self) -> None:
        """Read the tab that is in sight; from now on each is read when it is chosen."""
        self._opened = True
        self.every[self.current].reload()

    def focus_form(self) -> bool:
        """Put the cursor in the form that is open in the tab in sight; whether there is one."""
        tab = self.every[self.current]
        if not isinstance(tab, Tab) or tab.form is None:
            return False
        tab.form.focus_first()
        return True

    def vaccinate(self) -> None:
        """A dose given here."""
        self.choose(VACCINES)
        self.vaccines.give_dose()

    def enter_booklet(self) -> None:
        """Old doses from a booklet."""
        self.choose(VACCINES)
        self.vaccines.enter_booklet()

    def order(self, tests: tuple[str, ...] = ()) -> None:
        """A request, with these tests chosen."""
        self.choose(REQUESTS)
        self.requests.order(tests)

    def record_rapid(self, test: str = "") -> None:
        """A rapid test, of that kind if one is named."""
        self.choose(SCREENING)
        self.screening.record_rapid(test)

    def record_result(self) -> None:
        """A result of a laboratory or of the skin."""
        self.choose(SCREENING)
        self.screening.record_result()

    def show_request(self, number: str) -> None:
        """A request that was made."""
        self.choose(REQUESTS)
        self.requests.show_request(number)

    def write_note(self) -> None:
        """The cursor in the journal."""
        self.choose(JOURNAL)
        self.journal.focus_note()

    def print(self) -> None:
        """The slip where requests are in sight, else the card."""
        if self.current == REQUESTS:
            self.requests.print_chosen()
        else:
            self.choose(VACCINES)
            self.vaccines.print_card()

    def _on_chosen(self, number: int) -> None:
        self._fit()
        if self._opened:
            self.every[number].reload()

    def _fit(self) -> None:
        """Only the tab in sight decides how high the strip is."""
        for at, tab in enumerate(self.every):
            policy = QSizePolicy.Policy.Preferred if at == self.current else QSizePolicy.Policy.Ignored
            tab.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
        self.pages.updateGeometry()
