"""One visit of the journal: a line that opens in place, with its entries and all that was done in it."""

from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from icarmed.db.timeline import Item, ItemKind, TimelineVisit
from icarmed.domain.codes import shown_request_number
from icarmed.domain.lab_requests import LineState
from icarmed.domain.visits import VisitState
from icarmed.domain.words import Words
from icarmed.ui.parts import Button, ButtonKind, column, label, row
from icarmed.ui.parts.labels import ElidedLabel
from icarmed.ui.screens.patient.editing import EntryEditor, FormerTexts
from icarmed.ui.screens.patient.folder import Folder
from icarmed.ui.screens.patient.words import TYPES, VISIT_STATES, answer_text, product_text, said, stage_text

_SHOWN = 90


class VisitBlock(QWidget):
    """The line of a visit, and when it is unfolded one line for each thing of it."""

    def __init__(
        self,
        folder: Folder,
        visit: TimelineVisit,
        own: frozenset[UUID],
        zone: ZoneInfo,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._own = own
        self._zone = zone
        self.visit = visit
        self.unfolded = False
        words = folder.words
        day = words.day(visit.on)
        summary = summary_of(words, visit)
        self.head = Button(f"{day}  {visit.place}".strip(), ButtonKind.LINK, icon="chevron-right")
        self.head.setAccessibleName(f"{day} {visit.place}: {summary}")
        self.head.clicked.connect(self.toggle)
        line = row(self.head, ElidedLabel(summary), gap=8)
        line.setStretch(1, 1)
        self._body = QWidget()
        self._body.setVisible(False)
        self._items = QVBoxLayout(self._body)
        self._items.setContentsMargins(28, 4, 0, 8)
        self._items.setSpacing(6)
        self.setLayout(column(line, self._body, gap=0))

    @property
    def key(self) -> tuple[UUID | None, date]:
        """What tells it from other visits in the next reading."""
        return self.visit.visit, self.visit.on

    def toggle(self) -> None:
        """Open it in place, or close it."""
        if self.unfolded:
            self.unfolded = False
            self._body.setVisible(False)
            self.head.icon_name = "chevron-right"
            self.head.update()
        else:
            self.unfold()

    def unfold(self) -> None:
        """Open it in place."""
        if not self._items.count():
            self._fill()
        self.unfolded = True
        self._body.setVisible(True)
        self.head.icon_name = "chevron-down"
        self.head.update()

    def _fill(self) -> None:
        words = self._folder.words
        if self.visit.state is VisitState.LEFT_UNSEEN:
            self._items.addWidget(label(said(VISIT_STATES[self.visit.state]), "muted"))
        if self.visit.types:
            types = ", ".join(said(TYPES[one]) for one in self.visit.types)
            self._items.addWidget(label(self.tr("Follow-up: %1").replace("%1", types), "small"))
        for item in self.visit.items:
            if item.kind is ItemKind.ENTRY:
                self._items.addWidget(EntryBlock(self._folder, item, self._zone, own=item.id in self._own))
            else:
                self._items.addWidget(label(item_text(words, item), wrap=True))
        if not self.visit.items:
            self._items.addWidget(label(self.tr("Nothing was written or done in it."), "muted"))


class EntryBlock(QWidget):
    """One entry; its author may correct or take it back, and all may read what stood before."""

    def __init__(
        self, folder: Folder, item: Item, zone: ZoneInfo, *, own: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._item = item
        self._open: QWidget | None = None
        entered = item.entered_at.astimezone(zone)
        at = f"{folder.words.day(entered.date())} {entered:%H:%M}"
        who = label(f"{item.author} · {at}", "small")
        body = label(item.what, wrap=True)
        buttons: list[QWidget] = []
        if own:
            correct = Button(self.tr("Correct"), ButtonKind.LINK)
            correct.clicked.connect(self._on_correct)
            take_back = Button(self.tr("Take back"), ButtonKind.LINK)
            take_back.clicked.connect(self._on_take_back)
            buttons += [correct, take_back]
        if item.revision > 1:
            former = Button(self.tr("Former texts"), ButtonKind.LINK)
            former.clicked.connect(self._on_former)
            buttons.append(former)
        self._column = column(row(who, *buttons, None, gap=4), body, gap=2)
        self.setLayout(self._column)

    def _on_correct(self) -> None:
        self._show(EntryEditor(self._folder, self._item, takes_back=False))

    def _on_take_back(self) -> None:
        self._show(EntryEditor(self._folder, self._item, takes_back=True))

    def _on_former(self) -> None:
        self._show(FormerTexts(self._folder, self._item.id))

    def _show(self, opened: EntryEditor | FormerTexts) -> None:
        self._close()
        self._open = opened
        opened.left.connect(self._close)
        self._column.addWidget(opened)
        opened.show()
        self._folder.form_opened.emit(opened)
        opened.focus_first()

    def _close(self) -> None:
        if self._open is not None:
            self._open.hide()
            self._open.deleteLater()
            self._open = None
            self._folder.form_closed.emit()


def summary_of(words: Words, visit: TimelineVisit) -> str:
    """A visit in one line."""
    texts = [item_text(words, item) for item in visit.items if item.kind is not ItemKind.ENTRY]
    texts += [item.what.splitlines()[0][:_SHOWN] for item in visit.items if item.kind is ItemKind.ENTRY]
    if not texts:
        texts = [said(TYPES[one]) for one in visit.types]
    if not texts and visit.state is not None:
        texts = [said(VISIT_STATES[visit.state])]
    return " · ".join(texts)


def item_text(words: Words, item: Item) -> str:
    """One thing of a visit in words."""
    match item.kind:
        case ItemKind.ENTRY:
            return item.what
        case ItemKind.DOSE:
            return f"{words.text('vaccine.hepatitis_b')} ({product_text(words, item.what)})"
        case ItemKind.REQUEST:
            text = QCoreApplication.translate("VisitBlock", "request %1 (%2)")
            text = text.replace("%1", shown_request_number(item.what))
            return text.replace("%2", stage_text(words, LineState(item.detail)))
        case ItemKind.RAPID_TEST | ItemKind.RESULT:
            return f"{words.text(f'analyses.{item.what}')} : {answer_text(words, item.detail)}"
