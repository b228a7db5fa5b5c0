"""What was printed for a person and when; each paper can be printed again."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from icarmed.db.files import Printed
from icarmed.domain.codes import shown_request_number
from icarmed.ui.parts import Button, ButtonKind, label, row
from icarmed.ui.screens.patient.folder import ZONE, Folder
from icarmed.ui.screens.patient.papers import show_slip
from icarmed.ui.screens.patient.tab import Tab
from icarmed.ui.tables import Column, Table
from icarmed.usecases import files

_CARD, _SLIP = "card", "slip"
_HEAD, _ROW, _MOST, _LEAST = 90, 40, 12, 6


class DocumentsTab(Tab):
    """Papers, newest first; Enter prints one again as things stand now."""

    def __init__(self, folder: Folder, parent: QWidget | None = None) -> None:
        super().__init__(folder, parent)
        self.table = Table[Printed](
            [
                Column("at", self.tr("Printed"), self._when, sort=lambda one: one.at, width=160),
                Column("what", self.tr("What"), self._what, width=360),
                Column("by", self.tr("By"), lambda one: one.by, width=200),
            ],
            name=self.tr("Papers printed for this person"),
            empty_title=self.tr("Nothing was printed yet"),
            empty_text=self.tr("Cards and laboratory requests that were printed will stand here."),
            filtered=False,
        )
        self.table.opened.connect(self._on_table_opened)
        card = Button(self.tr("Print the vaccination card"), ButtonKind.QUIET, icon="printer")
        card.clicked.connect(self._print_card)
        self.head = QWidget()
        hint = label(self.tr("Enter prints a paper again, as things stand today."), "small")
        self.head.setLayout(row(card, hint, None, gap=12))
        self.column.addWidget(self.head)
        self.column.addWidget(self.table)
        self.column.addStretch(1)

    def reload(self) -> None:
        """Read what was printed."""
        patient = self.folder.patient
        self.folder.room.tasks.read(
            "printed", lambda desk: files.printed(desk, patient), self._show, owner=self
        )

    def _show(self, found: Sequence[Printed]) -> None:
        self.table.set_rows(found)
        self.table.setFixedHeight(_HEAD + _ROW * max(_LEAST, min(len(found), _MOST)))

    def _when(self, one: Printed) -> str:
        at = one.at.astimezone(ZONE)
        return f"{self.folder.words.day(at.date())} {at:%H:%M}"

    def _what(self, one: Printed) -> str:
        if one.kind == _SLIP:
            return self.tr("Laboratory request %1").replace("%1", shown_request_number(one.number))
        return self.tr("Vaccination card") if one.kind == _CARD else one.kind

    def _on_table_opened(self, one: Printed) -> None:
        if one.kind == _SLIP and one.request is not None:
            show_slip(self.folder, one.request)
        elif one.kind == _CARD:
            self._print_card()

    def _print_card(self) -> None:
        # What draws papers is loaded when the first one is wanted.
        from icarmed.ui.screens.patient.printing_card import CardForm

        self.open_form(CardForm(self.folder))
