"""A form that opens in place: Enter records, Escape leaves, what is refused stands where it belongs."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from icarmed.domain.findings import Finding
from icarmed.domain.visits import SignKind
from icarmed.ui.forms import Form, SegmentField, TextField
from icarmed.ui.parts import Banner, Button, ButtonKind, Card, heading, row
from icarmed.ui.screens.patient.folder import Folder
from icarmed.ui.screens.patient.words import SIGNS, options
from icarmed.usecases import board
from icarmed.usecases.story import Desk, Outcome

T = TypeVar("T")
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class FormCard(Card):
    """A card with a form, a button that records and one that leaves.

    Subclasses fill `form` and override `submit`. Single keys of the page sleep while the cursor is in here.
    """

    left = Signal()

    def __init__(self, folder: Folder, title: str, act: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.folder = folder
        self.form = Form()
        self.setAccessibleName(title)
        self.record = Button(act, ButtonKind.ACT, key="Return")
        self.cancel = Button(self.tr("Leave"), ButtonKind.BARE, key="Esc")
        self.record.clicked.connect(self._on_record)
        self.cancel.clicked.connect(self.leave)
        self.notices = QVBoxLayout()
        self.buttons = row(self.record, self.cancel, None)
        self.column.addWidget(heading(title))
        self.column.addLayout(self.notices)
        self.column.addWidget(self.form)
        self.column.addLayout(self.buttons)
        self._sign: SegmentField[SignKind] | None = None
        self._sign_reason: TextField | None = None
        for keys, slot in (("Return", self._on_enter), ("Enter", self._on_enter), ("Esc", self.leave)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def submit(self) -> None:
        """Record what was typed; each form knows how."""

    def focus_first(self) -> None:
        """Put the cursor where typing begins."""
        self.form.focus_first()

    def leave(self) -> None:
        """Close the form; what was typed in it is gone."""
        self.left.emit()

    def finish(self, said: str) -> None:
        """Say what was done, and close the form."""
        self.folder.room.pages.say(said)
        self.left.emit()

    def write(
        self,
        story: Callable[[Desk], Outcome[T]],
        done: Callable[[T], None],
        places: Mapping[str, str] | None = None,
    ) -> None:
        """Run a story; `places` names the field for each code it may refuse with, the rest stands on top."""
        self.form.clear_errors()
        where = places or {}
        self.folder.room.tasks.write(
            story, done, owner=self, refused=lambda findings: self.refuse(findings, where)
        )

    def refuse(self, findings: Iterable[Finding], where: Mapping[str, str]) -> None:
        """Say why not, each beside what it is about."""
        sentences: dict[str, list[str]] = {}
        for one in findings:
            said = sentences.setdefault(where.get(one.code, ""), [])
            said.append(self.folder.room.messages.finding(one))
        self.form.show_errors({name: "\n".join(said) for name, said in sentences.items()})

    def show_notices(self, kind: str, sentences: Iterable[str]) -> None:
        """Put banners over the form in place of those that stood there."""
        while self.notices.count():
            item = self.notices.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for sentence in sentences:
            banner = Banner(kind, sentence)
            self.notices.addWidget(banner)
            banner.show()

    def add_sign(self) -> None:
        """Ask by what sign the person is recognised, if nobody did in this visit."""
        state = self.folder.state
        if state is None or not state.needs_sign:
            return
        word = state.file.patient.agreed_word
        hint = self.tr("Agreed word: %1").replace("%1", word) if word else ""
        self._sign = self.form.add(SegmentField("sign", self.tr("Recognised by"), options(SIGNS), hint=hint))
        self._sign_reason = self.form.add(TextField("sign_reason", self.tr("Why by no sign")))
        self._sign_reason.setVisible(False)
        self._sign.changed.connect(self._on_sign_changed)

    def after_sign(self, then: Callable[[], None]) -> None:
        """Record the sign if it was asked for, then go on."""
        state, field, why = self.folder.state, self._sign, self._sign_reason
        if state is None or state.visit is None or field is None or why is None or not state.needs_sign:
            then()
            return
        sign = field.value()
        if sign is None:
            self.form.show_errors({"sign": self.tr("Choose by what sign the person was recognised.")})
            return
        visit, reason = state.visit, why.value()
        self.write(
            lambda desk: board.record_sign(desk, visit.id, visit.revision, sign, reason),
            lambda _revision: then(),
            {"reason_needed": "sign_reason"},
        )

    def event(self, event: QEvent) -> bool:
        # A letter or digit typed in a form is never a command of the page around it.
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            typed = event.text()
            if typed and typed.isprintable() and not event.modifiers() & _COMMANDS:
                event.accept()
                return True
        return super().event(event)

    def _on_record(self) -> None:
        self._take_typed()
        self.submit()

    def _on_enter(self) -> None:
        """Enter records, unless the cursor is on another button: then it presses that one."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QPushButton) and focused is not self.record and not focused.isCheckable():
            focused.click()
            return
        self._on_record()

    def _take_typed(self) -> None:
        """Let the field with the cursor take what was typed, as if it were left."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QLineEdit) and self.isAncestorOf(focused):
            focused.editingFinished.emit()

    def _on_sign_changed(self) -> None:
        if self._sign is not None and self._sign_reason is not None:
            self._sign_reason.setVisible(self._sign.value() is SignKind.NONE)
