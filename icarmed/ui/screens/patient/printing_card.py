"""The vaccination card on paper: in which language, with the name or only the code."""

from PySide6.QtWidgets import QWidget

from icarmed.catalogue.texts import languages
from icarmed.documents.card import Paper as CardPaper
from icarmed.ui.forms import SegmentField, TickField
from icarmed.ui.printing import Paper, PaperKind
from icarmed.ui.screens.patient.cards import FormCard
from icarmed.ui.screens.patient.folder import Folder
from icarmed.usecases import papers
from icarmed.usecases.papers import CardOrder


class CardForm(FormCard):
    """Language, name and size of the card; Enter shows it as it will be printed."""

    def __init__(self, folder: Folder, parent: QWidget | None = None) -> None:
        super().__init__(folder, self.tr("Print the vaccination card"), self.tr("Show the card"), parent)
        offered = [(one.code, one.name) for one in languages() if one.offered]
        self.lang = SegmentField("lang", self.tr("Language"), offered)
        sizes = [(CardPaper.A4, self.tr("A4, to cut out")), (CardPaper.A6, self.tr("A6, both sides"))]
        self.paper = SegmentField("paper", self.tr("Paper"), sizes)
        self.form.add_row(self.lang, self.paper)
        self.with_name = self.form.add(
            TickField(
                "with_name",
                self.tr("With the name that is shown"),
                hint=self.tr("only if the person wants it"),
            )
        )
        state = folder.state
        spoken = () if state is None else state.file.patient.languages
        known = [code for code, _ in offered]
        self.lang.set_value(next((code for code in spoken if code in known), known[0]))
        self.paper.set_value(CardPaper.A4)
        self.with_name.setVisible(state is not None and state.file.patient.shown_name is not None)

    def submit(self) -> None:
        """Make the card and show it."""
        order = CardOrder(
            self.folder.patient,
            self.lang.value() or "fr",
            with_name=self.with_name.value(),
            paper=self.paper.value() or CardPaper.A4,
        )
        self.folder.room.tasks.read(
            "card", lambda desk: papers.vaccination_card(desk, order), self._on_card, owner=self
        )

    def _on_card(self, data: bytes) -> None:
        paper = Paper(PaperKind.CARD, self.tr("Vaccination card"), data)
        folder = self.folder
        self.left.emit()
        folder.room.pages.go("print", paper)
