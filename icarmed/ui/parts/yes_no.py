"""The only dialog there is: a question that takes a yes or a no."""

from collections.abc import Callable
from typing import Self

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from icarmed.ui.parts.boxes import column, row
from icarmed.ui.parts.buttons import Button, ButtonKind
from icarmed.ui.parts.labels import label
from icarmed.ui.theme import tokens


class YesNo(QDialog):
    """A question; the no has the focus, Escape is no. `yes` names the act: "Erase", never "OK"."""

    def __init__(
        self, parent: QWidget, question: str, detail: str, yes: str, *, danger: bool = False
    ) -> None:
        super().__init__(parent)
        step = tokens().sizes.grid
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(question)
        self.setAccessibleName(question)
        self.no = Button(self.tr("No"), ButtonKind.QUIET, key="Esc")
        self.yes = Button(yes, ButtonKind.DANGER if danger else ButtonKind.ACT)
        self.no.clicked.connect(self.reject)
        self.yes.clicked.connect(self.accept)
        words = label(detail, "muted", wrap=True)
        words.setMinimumWidth(400)
        self.setLayout(
            column(
                label(question, "heading", wrap=True),
                words,
                step,
                row(None, self.no, self.yes),
                margins=(3 * step, 3 * step, 3 * step, 2 * step),
            )
        )
        self.no.setFocus()

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        question: str,
        detail: str,
        yes: str,
        done: Callable[[], None],
        *,
        danger: bool = False,
    ) -> Self:
        """Ask, without stopping the rest; `done` is called if the answer is yes."""
        dialog = cls(parent, question, detail, yes, danger=danger)
        dialog.accepted.connect(done)
        dialog.open()
        return dialog
