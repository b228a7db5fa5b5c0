"""The page of the yearly summary: a year, a place, its tables, and the files they leave as."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from icarmed.db.errors import StorageError
from icarmed.domain.findings import Finding
from icarmed.domain.office import Place
from icarmed.domain.summary.tables import YearSummary
from icarmed.domain.words import Words
from icarmed.ui.forms import ChoiceField, Form, TextField, TickField
from icarmed.ui.page import Page
from icarmed.ui.parts import Button, ButtonKind, Card, column, label, row
from icarmed.ui.room import Room
from icarmed.ui.screens.summary.commands import SUMMARY_COMMANDS
from icarmed.ui.screens.summary.figures import FigureCard
from icarmed.ui.tasks import Progress, Work
from icarmed.ui.theme import tokens
from icarmed.usecases import calendar
from icarmed.usecases.story import Desk, Outcome, Topic
from icarmed.usecases.summary import AskSummary, Format, export, year_summary
from icarmed.usecases.summary_export import write_files

YEARS = 12
EVERYWHERE = ""
FORMATS = (Format.PDF, Format.XLSX, Format.CSV, Format.JSON)


class SummaryPage(Page):
    """Counted anew at each choice, beside all other work; what is shown is what is exported."""

    topics = frozenset({Topic.OFFICE})

    def __init__(self, room: Room, _key: object = None) -> None:
        super().__init__(room, "", back=False)
        self.header.set_title(self.tr("Summary"))
        room.commands.add(*SUMMARY_COMMANDS)
        self.header.add(Button.of(room.commands.bind(self, "summary.count", self._on_count), icon="refresh"))
        self.shown: AskSummary | None = None
        self._work: Work | None = None
        self._asked = 0
        self._places: list[Place] = []
        self.choice = Form()
        years = range(room.today().year, room.today().year - YEARS, -1)
        self.year = ChoiceField[int]("year", self.tr("Year"), [(year, str(year)) for year in years])
        self.year.set_value(room.today().year)
        self.place = ChoiceField[str]("place", self.tr("Place"), [(EVERYWHERE, self.tr("All places"))])
        self.place.set_value(EVERYWHERE)
        self.for_publication = TickField(
            "for_publication",
            self.tr("For publication"),
            hint=self.tr("Hides numbers from 1 to 4 and what would give them away."),
        )
        self.choice.add_row(self.year, self.place, stretch=(1, 2))
        self.choice.add(self.for_publication)
        self.progress = self._made_progress()
        self.cards: list[FigureCard] = []
        self._tables = QVBoxLayout()
        self._tables.setSpacing(16)
        self.column.addWidget(Card(self.choice, self._made_export()))
        self.column.addWidget(self.progress)
        self.column.addLayout(self._tables)
        self.column.addStretch(1)
        for field in (self.year, self.place, self.for_publication):
            field.changed.connect(self._on_choice_changed)

    def reload(self) -> None:
        """Read the places, then count."""
        self.room.tasks.read("places", calendar.places, self._show_places, owner=self)

    def focus_first(self) -> None:
        """The year."""
        self.year.input.setFocus()

    def leaving(self) -> None:
        """Nobody waits for the answer any more."""
        if self._work is not None:
            self._work.stop()

    def _made_progress(self) -> QWidget:
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Counting"))
        stop = Button(self.tr("Stop"), ButtonKind.QUIET)
        stop.clicked.connect(self._on_stop_clicked)
        self._state = label("", "muted")
        holder = QWidget()
        line = row(self._state, self._bar, stop, gap=16)
        line.setStretch(1, 1)
        line.setAlignment(self._bar, Qt.AlignmentFlag.AlignVCenter)
        holder.setLayout(line)
        holder.hide()
        return holder

    def _made_export(self) -> QVBoxLayout:
        self.export = Form()
        self.folder = self.export.add(
            TextField(
                "folder",
                self.tr("Folder"),
                hint=self.tr("Exported files go there, and it is noted."),
                longest=400,
            )
        )
        self.folder.hide_label()
        self.folder.set_value(str(Path.home()))
        name = label(self.tr("Export to"), "section")
        name.setFixedHeight(tokens().sizes.control)
        line = row(name, self.export)
        line.setAlignment(name, Qt.AlignmentFlag.AlignTop)
        line.setStretch(1, 1)
        # On a line of their own: beside the folder they would leave it no room for a path.
        return column(line, row(*(self._made_format(one) for one in FORMATS), None))

    def _made_format(self, wanted: Format) -> Button:
        return Button.of(self.room.commands.bind(self, f"summary.{wanted}", partial(self._on_export, wanted)))

    def _order(self) -> AskSummary | None:
        year, place = self.year.value(), self.place.value()
        if year is None or place is None:
            return None
        return AskSummary(year, place or None, self.for_publication.value())

    def _show_places(self, places: Sequence[Place]) -> None:
        if list(places) != self._places:
            self._places = list(places)
            everywhere = (EVERYWHERE, self.tr("All places"))
            with QSignalBlocker(self.place):
                self.place.set_options([everywhere, *((place.code, place.label) for place in places)])
        self._count()

    def _count(self) -> None:
        order = self._order()
        if order is None:
            return
        self.leaving()
        self._asked += 1
        ticket = self._asked
        words = self.room.messages.words
        self.choice.clear_errors()
        self._state.setText(self.tr("Counting …"))
        self._bar.setRange(0, 0)
        self.progress.show()
        self._work = self.room.tasks.long(
            lambda desk, progress: _counted(desk, order, words, progress),
            lambda summary: self._show(order, summary, ticket),
            owner=self,
            progress=self._on_progress,
            refused=self._on_refused,
            failed=self._on_failed,
        )

    def _show(self, order: AskSummary, summary: YearSummary, ticket: int) -> None:
        if ticket != self._asked:
            return
        self.progress.hide()
        self.shown = order
        words = self.room.messages.words
        for card in self.cards:
            self._tables.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [FigureCard(table, words) for table in summary.tables]
        for card in self.cards:
            self._tables.addWidget(card)

    def _on_progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, total if done else 0)
        self._bar.setValue(done)

    def _on_refused(self, findings: tuple[Finding, ...]) -> None:
        self.progress.hide()
        self.choice.show_errors({"refused": self.room.messages.findings(findings)})

    def _on_failed(self, error: StorageError) -> None:
        trouble = self.room.messages.storage(error)
        self.progress.hide()
        self.choice.show_errors({"failed": f"{trouble.what} {trouble.todo}"})

    def _on_stop_clicked(self) -> None:
        self.leaving()
        self._asked += 1
        self.progress.hide()
        self.room.pages.say(self.tr("Stopped; the tables are those counted before."))

    def _on_count(self) -> None:
        self._count()

    def _on_choice_changed(self) -> None:
        self._count()

    def _on_export(self, kind: Format) -> None:
        order, typed = self._order(), self.folder.value()
        if order is None or not typed:
            self.export.show_errors({"folder": self.tr("Type a folder, and choose a year and a place.")})
            return
        words, folder = self.room.messages.words, Path(typed).expanduser()
        self.room.tasks.write(
            lambda desk: Outcome(write_files(folder, export(desk, order, words, [kind]).value.files)),
            self._on_exported,
            owner=self,
            refused=self._on_export_refused,
        )

    def _on_exported(self, files: Sequence[Path]) -> None:
        self.export.clear_errors()
        self.room.pages.say(self.tr("Written: %1").replace("%1", ", ".join(file.name for file in files)))

    def _on_export_refused(self, findings: tuple[Finding, ...]) -> None:
        self.export.show_errors({"folder": self.room.messages.findings(findings)})


def _counted(desk: Desk, order: AskSummary, words: Words, progress: Progress) -> YearSummary:
    progress.at(0, 1)
    summary = year_summary(desk, order, words)
    progress.at(1, 1)
    return summary
