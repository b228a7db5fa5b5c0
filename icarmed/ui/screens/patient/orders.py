"""Ordering tests: a panel by its digit, or single tests by typing; tubes follow by themselves."""

from PySide6.QtWidgets import QWidget

from icarmed.catalogue.analyses import analyses
from icarmed.domain.analyses import Analysis, AnalysisKind, NeededTube
from icarmed.domain.lab_requests import Payer
from icarmed.domain.words import Words
from icarmed.ui.forms import ChoiceField, SegmentField, TextField, TickField
from icarmed.ui.parts import Button, ButtonKind, label
from icarmed.ui.parts.boxes import FlowLayout
from icarmed.ui.screens.patient.cards import FormCard
from icarmed.ui.screens.patient.folder import Folder
from icarmed.ui.screens.patient.papers import show_slip
from icarmed.ui.screens.patient.tab import empty
from icarmed.ui.screens.patient.words import PAYERS, options
from icarmed.usecases import lab_requests
from icarmed.usecases.lab_requests import Ordered, OrderTests

_PLACES = {
    "unknown_panel": "panel",
    "nothing_ordered": "panel",
    "unknown_test": "test",
    "not_a_laboratory_test": "test",
    "no_civil_name": "named",
}


class OrderForm(FormCard):
    """Panel, single tests, what the laboratory must know; Enter orders, Ctrl+P also shows the slip."""

    def __init__(self, folder: Folder, tests: tuple[str, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(folder, self.tr("Order tests"), self.tr("Order"), parent)
        words = folder.words
        self.tests: list[str] = []
        self.wants_slip = False
        panels = [(code, words.text(f"panels.{code}")) for code in analyses().panels]
        self.panel = self.form.add(SegmentField("panel", self.tr("Panel"), panels))
        self.test = self.form.add(
            ChoiceField(
                "test",
                self.tr("Single tests"),
                test_options(words),
                example=self.tr("type: syp, hiv, chlam …"),
            )
        )
        self._chosen = QWidget()
        self._flow = FlowLayout(gap=6)
        self._chosen.setLayout(self._flow)
        self.form.add_widget(self._chosen)
        self._tubes = label("", "small", wrap=True)
        self.form.add_widget(self._tubes)
        self._add_details()
        self.slip = Button(
            self.tr("Order and print the slip"), ButtonKind.QUIET, key="Ctrl+P", icon="printer"
        )
        self.slip.clicked.connect(self.order_and_print)
        self.buttons.insertWidget(1, self.slip)
        self.panel.changed.connect(self._show_chosen)
        self.test.changed.connect(self._on_test_changed)
        self._begin_with(tests)

    def submit(self) -> None:
        """Order what is chosen."""
        state = self.folder.state
        order = OrderTests(
            patient=self.folder.patient,
            visit=None if state is None or state.visit is None else state.visit.id,
            panel=self.panel.value() or "",
            tests=tuple(self.tests),
            urgent=self.urgent.value(),
            payer=self.payer.value() or Payer.FREE,
            named=self.named.value(),
            clinical_data=self.clinical.value(),
            taken_now=self.taken_now.value(),
        )
        self.write(lambda desk: lab_requests.order_tests(desk, order), self._on_ordered, _PLACES)

    def _add_details(self) -> None:
        self.payer = SegmentField("payer", self.tr("Who pays"), options(PAYERS))
        self.clinical = TextField("clinical", self.tr("For the laboratory"), longest=120)
        self.form.add_row(self.payer, self.clinical, stretch=(3, 2))
        self.taken_now = TickField("taken_now", self.tr("Samples taken now"))
        self.urgent = TickField("urgent", self.tr("Urgent"))
        self.named = TickField("named", self.tr("With the civil name"))
        self.form.add_row(self.taken_now, self.urgent, self.named)
        self.payer.set_value(Payer.FREE)
        self.taken_now.set_value(ticked=True)

    def _begin_with(self, tests: tuple[str, ...]) -> None:
        panel = next(
            (code for code, one in analyses().panels.items() if set(one.analyses) == set(tests)), None
        )
        if panel is not None:
            self.panel.set_value(panel)
        else:
            self.tests = list(tests)
        self._show_chosen()

    def _on_test_changed(self) -> None:
        test = self.test.value()
        if test is None:
            return
        if test not in self.tests:
            self.tests.append(test)
        self.test.set_value(None)
        self._show_chosen()

    def _show_chosen(self) -> None:
        empty(self._flow)
        words = self.folder.words
        for test in self.tests:
            name = words.text(f"analyses.{test}")
            button = Button(name, ButtonKind.QUIET, icon="close")
            button.setAccessibleName(self.tr("Leave out %1").replace("%1", name))
            button.clicked.connect(lambda _checked, test=test: self._leave_out(test))
            self._flow.addWidget(button)
        self._chosen.setVisible(bool(self.tests))
        self._tubes.setText(tubes_text(words, analyses().tubes(self._all_tests())))

    def _all_tests(self) -> list[str]:
        panel = self.panel.value()
        asked = {*self.tests, *(analyses().panels[panel].analyses if panel else ())}
        return [code for code in analyses().analyses if code in asked]

    def _leave_out(self, test: str) -> None:
        self.tests.remove(test)
        self._show_chosen()
        self.test.input.setFocus()

    def order_and_print(self) -> None:
        """Order what is chosen, then show its slip."""
        self.wants_slip = True
        self._on_record()

    def _on_ordered(self, made: Ordered) -> None:
        text = self.tr("Ordered; the doctor will sign") if made.to_sign else self.tr("Ordered")
        folder, wants_slip = self.folder, self.wants_slip
        self.finish(text)
        if wants_slip:
            show_slip(folder, made.id)


def test_options(words: Words) -> list[tuple[str, str]]:
    """What a laboratory tests for, by name with the other words it is found under."""
    return [
        (code, _searched(words, one))
        for code, one in analyses().analyses.items()
        if one.kind is AnalysisKind.LAB
    ]


def tubes_text(words: Words, tubes: tuple[NeededTube, ...]) -> str:
    """The tubes to fill: "Tube sérum (jaune) : AgHBs, …"."""
    colours = analyses().colours
    lines = []
    for one in tubes:
        names = ", ".join(words.text(f"analyses.{code}") for code in one.analyses)
        tube = words.text(f"tubes.{one.tube.value}")
        colour = words.text(f"tube_colours.{colours[one.tube].value}")
        specimen = words.text(f"specimens.{one.specimen.value}")
        lines.append(f"{specimen} · {tube} ({colour}) : {names}")
    return "\n".join(lines)


def _searched(words: Words, one: Analysis) -> str:
    name, code = words.text(f"analyses.{one.code}"), f"analysis_search.{one.code}"
    return f"{name}  ({words.text(code)})" if words.has(code) else name
