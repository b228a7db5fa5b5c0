"""Recovery code, backup to put back, and who takes over: each one form, each tried by one door."""

from PySide6.QtCore import Signal

from icarmed.ui.forms import PasswordField, TextField
from icarmed.ui.messages import Messages
from icarmed.ui.screens.entrance.base import EntrancePage
from icarmed.ui.screens.entrance.doors import Doors, Errands, sentences
from icarmed.ui.tables import Line, LineList

_LONGEST_CODE = 80


class RecoveryPage(EntrancePage):
    """The code of the recovery sheet lets one account in again, under another password."""

    def __init__(self, doors: Doors, errands: Errands, messages: Messages) -> None:
        super().__init__(
            self.tr("Recovery code"),
            self.tr("With the code of the sheet, an account gets another password."),
            self.tr("Set the password and sign in"),
            icon="key",
            width=560,
        )
        self._doors, self._errands, self._messages = doors, errands, messages
        self.code = self.form.add(
            TextField(
                "secret",
                self.tr("Code, six groups"),
                hint=self.tr("Capitals, blanks and dashes do not matter."),
                example="XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX",
                longest=_LONGEST_CODE,
            )
        )
        self.name = self.form.add(TextField("name", self.tr("Sign-in name"), longest=64))
        self.password = PasswordField(
            "password", self.tr("New password"), hint=self.tr("At least 12 characters.")
        )
        self.again = PasswordField("again", self.tr("New password, again"))
        self.form.add_row(self.password, self.again)
        fields = (self.code, self.name, self.password, self.again)
        self._take_enter(fields, fields)

    def act(self) -> None:
        """Try the code."""
        if self.password.value() != self.again.value():
            self.show_errors({"again": self.tr("The two passwords differ.")})
            return
        code, name, password = self.code.value(), self.name.value(), self.password.value()
        self.show_busy(busy=True)
        self._errands.run(
            lambda: self._doors.recover(code, name, password), self._on_entered, self._on_failed
        )

    def _on_entered(self, opened: object) -> None:
        for field in (self.code, self.password, self.again):
            field.set_value("")
        self.show_busy(busy=False)
        self.entered.emit(opened)

    def _on_failed(self, error: Exception) -> None:
        self.show_errors(sentences(self._messages, error))


class RestorePage(EntrancePage):
    """A backup is put in place, proved by a password of its day or by the recovery code.

    `restored` is said when the code proved it: a new password is set next.
    """

    restored = Signal()

    def __init__(self, doors: Doors, errands: Errands, messages: Messages) -> None:
        super().__init__(
            self.tr("Restore a backup"),
            self.tr("A backup opens with the passwords of the day it was made, or with the recovery code."),
            self.tr("Restore"),
            icon="backup",
            width=560,
        )
        self._doors, self._errands, self._messages = doors, errands, messages
        self.file = self.form.add(
            TextField("file", self.tr("File of the backup"), example="icarmed-….zip", longest=1000)
        )
        self.name = self.form.add(
            TextField(
                "name",
                self.tr("Sign-in name"),
                hint=self.tr("Leave it empty to use the recovery code."),
                longest=64,
            )
        )
        self.secret = self.form.add(PasswordField("secret", self.tr("Password or recovery code")))
        self._take_enter((self.file, self.name, self.secret), (self.file, self.secret))

    def act(self) -> None:
        """Try the backup."""
        file, name, secret = self.file.value(), self.name.value(), self.secret.value()
        self.show_busy(busy=True)
        self._errands.run(lambda: self._doors.restore(file, name, secret), self._on_restored, self._on_failed)

    def _on_restored(self, opened: object) -> None:
        self.secret.set_value("")
        self.show_busy(busy=False)
        if opened is None:
            self.restored.emit()
        else:
            self.entered.emit(opened)

    def _on_failed(self, error: Exception) -> None:
        self.show_errors(sentences(self._messages, error))


class SwitchPage(EntrancePage):
    """Who is there now: a line chosen with Up and Down, Enter, then the password."""

    def __init__(self, doors: Doors, errands: Errands, messages: Messages) -> None:
        super().__init__(
            self.tr("Who is there?"),
            self.tr("Choose with the arrows, then type the password."),
            self.tr("Sign in"),
            icon="person",
            width=440,
        )
        self._doors, self._errands, self._messages = doors, errands, messages
        self.list = LineList(self.tr("Accounts"), fits=True)
        self.list.opened.connect(self._on_list_opened)
        self.form.add_widget(self.list)
        self.password = self.form.add(PasswordField("secret", self.tr("Password")))
        self._take_enter((self.password,), (self.password,))

    def begin(self, name: str = "") -> None:
        """Ask anew, with the cursor on the name of who was there."""
        names = self._doors.names()
        self.list.set_lines([Line(one, one) for one in names])
        self.password.set_value("")
        self.form.clear_errors()
        self.show_busy(busy=False)
        if names:
            self.list.choose(names.index(name) if name in names else 0)
        self.list.setFocus()

    def focus_first(self) -> None:
        """The accounts."""
        self.list.setFocus()

    def act(self) -> None:
        """Try the password of the account the cursor is on."""
        line = self.list.current_line()
        if line is None:
            return
        name, password = str(line.key), self.password.value()
        self.show_busy(busy=True)
        self._errands.run(lambda: self._doors.sign_in(name, password), self._on_entered, self._on_failed)

    def _on_list_opened(self, _name: object) -> None:
        self.password.line.setFocus()

    def _on_entered(self, opened: object) -> None:
        self.password.set_value("")
        self.show_busy(busy=False)
        self.entered.emit(opened)

    def _on_failed(self, error: Exception) -> None:
        self.password.set_value("")
        self.show_errors(sentences(self._messages, error))
