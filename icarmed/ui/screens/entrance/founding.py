"""The first run: who begins, then the recovery sheet on paper and two of its groups typed back."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from icarmed.ui.forms import PasswordField, TextField
from icarmed.ui.messages import Messages
from icarmed.ui.parts import Button, ButtonKind, column, label, row
from icarmed.ui.screens.entrance.base import EntrancePage
from icarmed.ui.screens.entrance.doors import (
    FAILURES,
    Doors,
    Errands,
    NewAccount,
    Sheet,
    of_findings,
    sentences,
)
from icarmed.ui.theme import set_role

Printing = Callable[[bytes], bool]
"""Sends a PDF to a printer that the person chooses; False when none took it."""


class FirstAccountPage(EntrancePage):
    """Name, password twice, and the lines that stand on slips; `ready` gives the account."""

    ready = Signal(object)
    restore_asked = Signal()

    def __init__(self, doors: Doors, messages: Messages) -> None:
        super().__init__(
            self.tr("A new data base"),
            self.tr("This first account is doctor and administrator; others are added under Settings."),
            self.tr("Continue"),
            width=720,
        )
        self._doors, self._messages = doors, messages
        self.name = TextField(
            "name", self.tr("Sign-in name"), hint=self.tr("Never a full name: anne, dr-b …"), longest=40
        )
        self.shown = TextField("shown_name", self.tr("Name that colleagues see"), longest=80)
        self.form.add_row(self.name, self.shown)
        self.password = PasswordField(
            "password", self.tr("Password"), hint=self.tr("At least 12 characters; a short sentence is good.")
        )
        self.again = PasswordField("again", self.tr("Password, again"))
        self.form.add_row(self.password, self.again)
        self.form.add_widget(label(self.tr("On slips for the laboratory (may wait)"), "section"))
        self.prescriber = TextField("prescriber_name", self.tr("Prescriber, as on a slip"))
        self.inami = TextField("inami", self.tr("INAMI number"), longest=20)
        self.form.add_row(self.prescriber, self.inami, stretch=(2, 1))
        self.address = TextField("prescriber_address", self.tr("Address"))
        self.phone = TextField("prescriber_phone", self.tr("Telephone"), longest=40)
        self.form.add_row(self.address, self.phone, stretch=(2, 1))
        needed = (self.name, self.password, self.again)
        self._take_enter((*needed, self.shown, self.prescriber, self.inami, self.address, self.phone), needed)
        self.back.setVisible(False)
        restore = Button(self.tr("Restore a backup instead"), ButtonKind.LINK)
        restore.clicked.connect(self.restore_asked)
        self.buttons.insertWidget(0, restore)

    def act(self) -> None:
        """Hold name and password against the rules before the sheet is made."""
        if self.password.value() != self.again.value():
            self.show_errors({"again": self.tr("The two passwords differ.")})
            return
        objections = self._doors.objections(self.name.value(), self.password.value())
        if objections:
            self.show_errors(of_findings(self._messages, objections))
            return
        self.ready.emit(
            NewAccount(
                self.name.value(),
                self.shown.value(),
                self.password.value(),
                self.prescriber.value(),
                self.address.value(),
                self.phone.value(),
                self.inami.value(),
            )
        )

    def forget_password(self) -> None:
        """Nothing of it stays in the fields."""
        self.password.set_value("")
        self.again.set_value("")


class SheetPage(EntrancePage):
    """The sheet goes to paper or to a named file; only then may its groups be typed back: `confirmed`."""

    confirmed = Signal(object)

    def __init__(self, doors: Doors, messages: Messages, printing: Printing) -> None:
        super().__init__(
            self.tr("The recovery sheet"),
            self.tr(
                "It opens the records when every password is lost. Without it nobody can, "
                "not even the authors of the program. Keep it on paper, locked away from this computer."
            ),
            self.tr("Create the data base"),
            icon="key",
            width=640,
        )
        self._doors, self._messages, self._printing = doors, messages, printing
        self._sheet: Sheet | None = None
        self.form.add_widget(label(self.tr("1 · Print the sheet, or save it on a stick"), "section"))
        self.print_button = Button(self.tr("Print"), ButtonKind.QUIET, icon="printer")
        self.print_button.clicked.connect(self._on_print_clicked)
        self.path = TextField(
            "path",
            self.tr("File"),
            hint=self.tr("A new file on a stick, ending in .pdf; never a folder of this computer's user."),
            longest=1000,
        )
        self.save_button = Button(self.tr("Save"), ButtonKind.QUIET)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.form.add(self.path)
        actions = QWidget()
        self._told = label("", "done", wrap=True)
        actions.setLayout(column(row(self.print_button, self.save_button, None), self._told))
        self.form.add_widget(actions)
        self.form.add_widget(label(self.tr("2 · Type two of its groups, to be sure of it"), "section"))
        self.first = TextField("first", "", longest=12)
        self.second = TextField("second", "", longest=12)
        self.form.add_row(self.first, self.second)
        self._take_enter((self.first, self.second), (self.first, self.second))
        self.path.entered.connect(self._on_save_clicked)

    def begin(self) -> None:
        """Make a fresh sheet; one shown before is worth nothing."""
        self._sheet = self._doors.new_sheet()
        for field, number in zip((self.first, self.second), self._sheet.groups, strict=True):
            name = self.tr("Group %1").replace("%1", str(number))
            field.label.setText(name)
            field.line.setAccessibleName(name)
            field.set_value("")
        self.form.clear_errors()
        self.path.set_value("")
        self._say_kept("")
        self.show_busy(busy=False)

    def act(self) -> None:
        """Hold the groups against the sheet."""
        if self._sheet is None:
            return
        if not self._sheet.confirmed_by((self.first.value(), self.second.value())):
            self.show_errors({"first": self.tr("These are not the two groups that stand on the sheet.")})
            return
        self.confirmed.emit(self._sheet)

    def _on_print_clicked(self) -> None:
        if self._sheet is not None and self._printing(self._doors.sheet_pdf(self._sheet)):
            self._say_kept(self.tr("Printed. Take it from the printer now."))

    def _on_save_clicked(self) -> None:
        if self._sheet is None:
            return
        if not self.path.value():
            self.form.show_errors({"path": self.tr("This is needed.")})
            return
        try:
            self._doors.save_sheet(self._sheet, self.path.value())
        except FAILURES as error:
            said = dict(sentences(self._messages, error))
            self.form.show_errors({"path": "\n".join(said.values())})
            return
        self.form.clear_errors()
        self._say_kept(self.tr("Saved. Print it, then delete the file."))

    def _say_kept(self, text: str) -> None:
        self._told.setText(text)
        self._told.setVisible(bool(text))
        for part in (self.first, self.second, self.button):
            part.setEnabled(bool(text))
        if text:
            self.first.line.setFocus()

    def show_busy(self, *, busy: bool) -> None:
        super().show_busy(busy=busy)
        self.button.setEnabled(not busy and self._told.isVisibleTo(self))


class FoundingPage(QStackedWidget):
    """First account, then sheet; `entered` when the data base is made and open."""

    entered = Signal(object)
    restore_asked = Signal()

    def __init__(
        self,
        doors: Doors,
        errands: Errands,
        messages: Messages,
        printing: Printing,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._doors, self._errands, self._messages = doors, errands, messages
        self._made: NewAccount | None = None
        self.account = FirstAccountPage(doors, messages)
        self.sheet = SheetPage(doors, messages, printing)
        for page in (self.account, self.sheet):
            self.addWidget(page)
        self.account.ready.connect(self._on_account_ready)
        self.account.restore_asked.connect(self.restore_asked)
        self.sheet.left.connect(self._on_sheet_left)
        self.sheet.confirmed.connect(self._on_sheet_confirmed)
        set_role(self, "page")

    def focus_first(self) -> None:
        """The name."""
        self.account.focus_first()

    def _on_account_ready(self, account: NewAccount) -> None:
        self._made = account
        self.sheet.begin()
        self.setCurrentWidget(self.sheet)
        self.sheet.print_button.setFocus()

    def _on_sheet_left(self) -> None:
        self._made = None
        self.setCurrentWidget(self.account)
        self.account.focus_first()

    def _on_sheet_confirmed(self, sheet: Sheet) -> None:
        if (account := self._made) is None:
            return
        self.sheet.show_busy(busy=True)
        self._errands.run(lambda: self._doors.create(account, sheet), self._on_created, self._on_failed)

    def _on_created(self, opened: object) -> None:
        self._made = None
        self.account.forget_password()
        self.sheet.show_busy(busy=False)
        self.entered.emit(opened)

    def _on_failed(self, error: Exception) -> None:
        said = sentences(self._messages, error)
        at_account = {"name", "password"} & set(said)
        page: EntrancePage = self.account if at_account else self.sheet
        self.sheet.show_busy(busy=False)
        self.setCurrentWidget(page)
        page.show_errors(said)
