"""Accounts: who may sign in, with which roles and which lines on slips."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from icarmed.domain.findings import Finding
from icarmed.domain.office import Account
from icarmed.security.roles import Right, Role
from icarmed.ui.forms import Form, PasswordField, TextField, TickField
from icarmed.ui.parts import Button, ButtonKind, Card, column, label, row
from icarmed.ui.room import Room
from icarmed.ui.screens.settings.tab import SettingsContext, Tab, guarded, needed
from icarmed.ui.tables import Column, Table
from icarmed.usecases import accounts
from icarmed.usecases.accounts import AddAccount, ChangeAccount
from icarmed.usecases.story import Desk
from icarmed.usecases.vault.creating import Prescriber

_PLACES = {"password_": "password", "sign_in_name": "sign_in", "account_without_role": Role.RECEPTION.value}


class AccountsTab(Tab):
    """The list, and one form that adds an account or changes the one that was opened with Enter."""

    def __init__(self, room: Room, context: SettingsContext) -> None:
        super().__init__(room, "accounts", Right.MANAGE_ACCOUNTS)
        self._context = context
        self._changing: Account | None = None
        self.table = self._made_table()
        self.table.opened.connect(self._on_table_opened)
        self.table.chosen.connect(self._on_table_chosen)
        self.toggle = Button(self.tr("Disable"), ButtonKind.QUIET)
        self.toggle.clicked.connect(self._on_toggle)
        self.toggle.setEnabled(False)
        hint = label(self.tr("Enter on a row changes it. A disabled account keeps its history."), "small")
        left = column(self.table, row(self.toggle, hint, None))
        body = QWidget()
        line = row(left, self._made_card(), gap=24)
        line.setStretch(0, 1)
        body.setLayout(line)
        self.set_body(body)
        self._begin(None)

    def read(self, desk: Desk) -> list[Account]:
        """Every account."""
        return accounts.accounts(desk)

    def show_state(self, state: Sequence[Account]) -> None:
        """The list; the toggle says what it would do."""
        self.table.set_rows(state)
        self._on_table_chosen(self.table.current_row())

    def _made_table(self) -> Table[Account]:
        words = self.room.messages.words
        columns: list[Column[Account]] = [
            Column("sign_in", self.tr("Signs in as"), lambda one: one.sign_in, width=160),
            Column("shown", self.tr("Shown name"), lambda one: one.shown_name, width=150),
            Column(
                "state",
                self.tr("State"),
                lambda one: self.tr("disabled") if one.disabled else self.tr("open"),
                role=lambda one: "muted" if one.disabled else "done",
                width=100,
            ),
            Column(
                "roles",
                self.tr("Roles"),
                lambda one: ", ".join(words.text(f"roles.{role}") for role in sorted(one.roles)),
            ),
        ]
        return Table(
            columns,
            name=self.tr("Accounts"),
            empty_title=self.tr("No account"),
            empty_text=self.tr("Add one beside."),
        )

    def _made_card(self) -> Card:
        words = self.room.messages.words
        self._title = label("", "strong")
        self.form = Form()
        self.sign_in = TextField("sign_in", self.tr("Signs in as"), longest=40)
        self.shown = TextField("shown_name", self.tr("Shown name"), longest=80)
        self.form.add_row(self.sign_in, self.shown)
        self.password = PasswordField("password", self.tr("Password"))
        self.again = PasswordField("again", self.tr("Password, again"))
        self.form.add_row(self.password, self.again)
        self.roles = {role: TickField(role.value, words.text(f"roles.{role.value}")) for role in Role}
        ticks = list(self.roles.values())
        for at in range(0, len(ticks), 2):
            self.form.add_row(*ticks[at : at + 2])
        self.prescriber = TextField("prescriber_name", self.tr("Prescriber, as on a slip"))
        self.inami = TextField("inami", self.tr("INAMI number"), longest=20)
        self.form.add_row(self.prescriber, self.inami)
        self.address = TextField("prescriber_address", self.tr("Address"))
        self.phone = TextField("prescriber_phone", self.tr("Telephone"), longest=40)
        self.form.add_row(self.address, self.phone)
        self.save = Button("", ButtonKind.ACT)
        self.save.clicked.connect(self._on_save)
        self.reset = Button(self.tr("Set this password"), ButtonKind.QUIET)
        self.reset.clicked.connect(self._on_reset)
        self.cancel = Button(self.tr("Cancel"), ButtonKind.QUIET)
        self.cancel.clicked.connect(lambda: self._begin(None))
        card = Card(self._title, self.form, row(self.save, self.reset, self.cancel, None))
        card.setFixedWidth(440)
        return card

    def _begin(self, account: Account | None) -> None:
        """Empty the form, or fill it with an account to change."""
        self._changing = account
        self._title.setText(
            self.tr("New account") if account is None else self.tr("Change %1").replace("%1", account.sign_in)
        )
        self.save.set_text(self.tr("Add the account") if account is None else self.tr("Save"))
        for button in (self.reset, self.cancel):
            button.setVisible(account is not None)
        self.form.clear_errors()
        for field in (self.password, self.again):
            field.set_value("")
        self.sign_in.line.setEnabled(account is None)
        self.sign_in.set_value(account.sign_in if account else "")
        self.shown.set_value(account.shown_name if account else "")
        self.prescriber.set_value(account.prescriber_name if account else "")
        self.inami.set_value(account.inami if account else "")
        self.address.set_value(account.prescriber_address if account else "")
        self.phone.set_value(account.prescriber_phone if account else "")
        for role, tick in self.roles.items():
            tick.set_value(ticked=account is not None and role.value in account.roles)

    def _on_table_opened(self, account: Account) -> None:
        self._begin(account)
        self.shown.line.setFocus()

    def _on_table_chosen(self, account: Account | None) -> None:
        self.toggle.setEnabled(account is not None)
        disabled = account is not None and account.disabled
        self.toggle.set_text(self.tr("Enable") if disabled else self.tr("Disable"))

    def _on_toggle(self) -> None:
        if (account := self.table.current_row()) is None:
            return
        act = accounts.enable_account if account.disabled else accounts.disable_account
        vault = self._context.vault
        story = guarded(lambda desk: act(vault(), desk, account.id))
        self.room.tasks.write(story, owner=self, refused=self._on_refused)

    def _passwords_differ(self) -> bool:
        if not self.password.value():
            self.form.show_errors({"password": needed()})
            return True
        if self.password.value() != self.again.value():
            self.form.show_errors({"again": self.tr("The two passwords differ.")})
            return True
        return False

    def _on_save(self) -> None:
        roles = frozenset(role for role, tick in self.roles.items() if tick.value())
        prescriber = Prescriber(
            self.prescriber.value(), self.address.value(), self.phone.value(), self.inami.value()
        )
        if (account := self._changing) is not None:
            change = ChangeAccount(account.id, account.revision, self.shown.value(), roles, prescriber)
            self.room.tasks.write(
                lambda desk: accounts.change_account(desk, change),
                self._on_saved,
                owner=self,
                refused=self._on_refused,
            )
            return
        if self._passwords_differ():
            return
        order = AddAccount(self.sign_in.value(), self.shown.value(), self.password.value(), roles, prescriber)
        vault = self._context.vault
        story = guarded(lambda desk: accounts.add_account(vault(), desk, order))
        self.room.tasks.write(story, self._on_saved, owner=self, refused=self._on_refused)

    def _on_reset(self) -> None:
        account, password, vault = self._changing, self.password.value(), self._context.vault
        if account is None or self._passwords_differ():
            return
        story = guarded(lambda desk: accounts.reset_password(vault(), desk, account.id, password))
        self.room.tasks.write(story, self._on_saved, owner=self, refused=self._on_refused)

    def _on_saved(self, _value: object) -> None:
        self.room.pages.say(self.tr("Account saved"))
        self._begin(None)

    def _on_refused(self, findings: tuple[Finding, ...]) -> None:
        self.say_refused(self.form, _PLACES, findings)
