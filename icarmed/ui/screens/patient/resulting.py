"""Results of a laboratory or of the skin, typed one after the other; corrected, or taken back."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from icarmed.catalogue.analyses import analyses
from icarmed.db.lab_lists import WaitingLine
from icarmed.domain.analyses import Analysis, AnalysisKind
from icarmed.domain.codes import shown_request_number
from icarmed.domain.findings import Finding, Refused
from icarmed.domain.results import read_value
from icarmed.domain.words import Words
from icarmed.ui.forms import ChoiceField, DateField, PartialDateField, TextField
from icarmed.ui.parts import Button, ButtonKind, label
from icarmed.ui.screens.patient.cards import FormCard
from icarmed.ui.screens.patient.folder import Folder
from icarmed.ui.screens.patient.words import answer_text, partial_day
from icarmed.usecases import laboratory, results
from icarmed.usecases.results import CorrectResult, Recorded, RecordResult
from icarmed.usecases.screening import Cell

PLACES = {
    "unknown_test": "test",
    "read_on_device": "test",
    "value_missing": "value",
    "value_unknown": "value",
    "number_ambiguous": "value",
    "unit_unknown": "value",
    "implausible_value": "again",
    "result_known": "value",
    "sampling_day_needed": "sampled",
    "sampled_with_its_line": "sampled",
    "sampled_before_birth": "sampled",
    "result_before_sample": "resulted",
    "line_not_taken": "sampled",
    "reason_needed": "reason",
}
translate = QCoreApplication.translate
_MARKERS = ("hbsag", "anti_hbc", "anti_hbs")


class ValueFields:
    """The value of one test as typed, its answers and unit said under it; typed again if unlikely."""

    def __init__(self, card: FormCard, words: Words) -> None:
        self._card = card
        self._words = words
        self.value = TextField("value", translate("ValueFields", "Result"), longest=120)
        self.again = TextField("again", translate("ValueFields", "Type it again to confirm"), longest=120)
        self.again.setVisible(False)

    def say_answers(self, analysis: Analysis | None) -> None:
        """What may be typed for a test."""
        if analysis is None:
            self.value.set_hint("")
            return
        known = [answer_text(self._words, one) for one in analysis.answers]
        unit = analysis.unit.replace("[IU]", "UI").replace("{titer}", "1:n")
        self.value.set_hint(", ".join([*known, *([unit] if unit else [])]))

    def ask_again(self, findings: Iterable[Finding]) -> None:
        """Show the second field when a value is unlikely."""
        if any(one.code == "implausible_value" for one in findings):
            self.again.setVisible(True)

    def read(self, analysis: Analysis) -> str | None:
        """What was typed in its stored form; says under the field what is wrong, if it is none."""
        names = {one: answer_text(self._words, one) for one in analysis.answers}
        try:
            return read_value(analysis, self.value.value(), names).text
        except Refused as refused:
            self._card.refuse(refused.findings, PLACES)
            return None

    def read_again(self, analysis: Analysis) -> str:
        """What was typed the second time, empty when nothing or no result."""
        if not self.again.value():
            return ""
        try:
            return read_value(analysis, self.again.value()).text
        except Refused:
            return ""


class ResultForm(FormCard):
    """Test, value and sampling day; Enter records and goes on to the next test that is waited for."""

    def __init__(self, folder: Folder) -> None:
        super().__init__(folder, self.tr("Enter results"), self.tr("Record, next test"))
        words, today = folder.words, folder.room.today()
        self.waiting: list[WaitingLine] = []
        self.recorded: list[str] = []
        self.test = ChoiceField("test", self.tr("Test"), _options(words, ()))
        self.fields = ValueFields(self, words)
        self.form.add_row(self.test, self.fields.value, self.fields.again, stretch=(3, 2, 2))
        self.sampled = PartialDateField(
            "sampled", self.tr("Sampled on"), today, latest=today, hint=self.tr("empty: that of the request")
        )
        self.resulted = DateField("resulted", self.tr("Known on"), today, latest=today)
        self.form.add_row(self.sampled, self.resulted)
        self._said = label("", "done", wrap=True)
        self.column.insertWidget(self.column.count() - 1, self._said)
        self.resulted.set_value(today)
        self.test.changed.connect(self._on_test_changed)
        patient = folder.patient
        folder.room.tasks.read(
            "waiting", lambda desk: laboratory.waiting_lines(desk, patient), self._on_waiting, owner=self
        )

    def focus_first(self) -> None:
        """On the result when a test waits for one."""
        (self.test if self.test.value() is None else self.fields.value).input.setFocus()

    def submit(self) -> None:
        """Record this result."""
        test = self.test.value()
        if test is None:
            self.form.show_errors({"test": self.tr("Which test?")})
            return
        if self.sampled.unreadable or self.resulted.value() is None:
            bad = "sampled" if self.sampled.unreadable else "resulted"
            self.form.show_errors({bad: self.tr("Not a day.")})
            return
        analysis = analyses().analyses[test]
        value = self.fields.read(analysis)
        if value is None:
            return
        order = RecordResult(
            patient=self.folder.patient,
            test=test,
            value=value,
            sampled_on=self.sampled.value(),
            resulted_on=self.resulted.value(),
            typed_again=self.fields.read_again(analysis),
        )
        self.write(
            lambda desk: results.record_result(desk, order),
            lambda made: self._on_recorded(test, made),
            PLACES,
        )

    def refuse(self, findings: Iterable[Finding], where: Mapping[str, str]) -> None:
        """An unlikely value is asked for a second time."""
        found = tuple(findings)
        self.fields.ask_again(found)
        super().refuse(found, where)

    def _on_waiting(self, lines: list[WaitingLine]) -> None:
        self.waiting = lines
        tests = tuple(dict.fromkeys(line.test for line in lines))
        self.test.set_options(_options(self.folder.words, tests))
        if tests and self.test.value() is None:
            self.test.set_value(tests[0])
            self.fields.value.input.setFocus()

    def _on_test_changed(self) -> None:
        test = self.test.value()
        self.fields.say_answers(None if test is None else analyses().analyses[test])
        line = next((one for one in self.waiting if one.test == test and one.taken_on is not None), None)
        words = self.folder.words
        if line is not None and line.taken_on is not None:
            text = self.tr("empty: request %1, sampled on %2").replace(
                "%1", shown_request_number(line.number)
            )
            self.sampled.set_hint(text.replace("%2", words.day(line.taken_on)))
        else:
            self.sampled.set_hint(self.tr("no request waits for it: when was it sampled?") if test else "")

    def _on_recorded(self, test: str, made: Recorded) -> None:
        words = self.folder.words
        shown = f"{words.text(f'analyses.{test}')} {answer_text(words, made.value.text)}"
        self.recorded.append(f"{shown} ({partial_day(words, made.on)})")
        self._said.setText(self.tr("Recorded: %1").replace("%1", " · ".join(self.recorded)))
        self.waiting = [one for one in self.waiting if one.id != made.line]
        self.fields.value.set_value("")
        self.fields.again.set_value("")
        self.fields.again.setVisible(False)
        following = next((one.test for one in self.waiting), None) or _after(test)
        self.test.set_value(following)
        (self.fields.value if following else self.test).input.setFocus()


class ResultEditor(FormCard):
    """What a result truly is, or that it should not exist."""

    def __init__(self, folder: Folder, cell: Cell) -> None:
        words, today = folder.words, folder.room.today()
        name = f"{words.text(f'analyses.{cell.test}')}, {partial_day(words, cell.on)}"
        super().__init__(folder, self.tr("Correct the result: %1").replace("%1", name), self.tr("Correct"))
        self._cell = cell
        self.fields = ValueFields(self, words)
        self.resulted = DateField("resulted", self.tr("Known on"), today, latest=today)
        self.form.add_row(self.fields.value, self.fields.again, self.resulted)
        self.reason = self.form.add(TextField("reason", self.tr("Reason")))
        self.fields.say_answers(analyses().analyses[cell.test])
        self.fields.value.set_value(answer_text(words, cell.answer))
        self.resulted.set_value(cell.resulted_on)
        self.take_back = Button(self.tr("Take back"), ButtonKind.DANGER)
        self.take_back.clicked.connect(self._on_take_back)
        self.buttons.insertWidget(1, self.take_back)

    def refuse(self, findings: Iterable[Finding], where: Mapping[str, str]) -> None:
        """An unlikely value is asked for a second time."""
        found = tuple(findings)
        self.fields.ask_again(found)
        super().refuse(found, where)

    def submit(self) -> None:
        """Store the correction."""
        cell, on = self._cell, self.resulted.value()
        analysis = analyses().analyses[cell.test]
        value = self.fields.read(analysis)
        if value is None or cell.result is None:
            return
        if on is None:
            self.form.show_errors({"resulted": self.tr("Not a day.")})
            return
        order = CorrectResult(
            cell.result,
            cell.revision,
            value,
            on,
            self.reason.value(),
            typed_again=self.fields.read_again(analysis),
        )
        self.write(
            lambda desk: results.correct_result(desk, order),
            lambda _revision: self.finish(self.tr("Result corrected")),
            PLACES,
        )

    def _on_take_back(self) -> None:
        cell, reason = self._cell, self.reason.value()
        identity = cell.result
        if identity is not None:
            self.write(
                lambda desk: results.void_result(desk, identity, cell.revision, reason),
                lambda _none: self.finish(self.tr("Result taken back")),
                PLACES,
            )


def _options(words: Words, first: tuple[str, ...]) -> list[tuple[str, str]]:
    """What may be typed as a result: what is waited for, the markers of hepatitis B, then all else."""
    typed = [code for code, one in analyses().analyses.items() if one.kind is not AnalysisKind.RAPID]
    ordered = dict.fromkeys([*first, *_MARKERS, *typed])
    return [(code, words.text(f"analyses.{code}")) for code in ordered]


def _after(test: str) -> str | None:
    """The marker of hepatitis B that is usually typed next."""
    if test not in _MARKERS[:-1]:
        return None
    return _MARKERS[_MARKERS.index(test) + 1]
