"""What is one's own: password, theme and language of this window."""

from PySide6.QtWidgets import QWidget

from icarmed.domain.findings import Finding
from icarmed.security.roles import Right
from icarmed.ui.forms import Form, PasswordField, SegmentField
from icarmed.ui.parts import Button, ButtonKind, Card, column, label, row
from icarmed.ui.room import Room
from icarmed.ui.screens.settings.tab import SettingsContext, Tab, guarded, needed
from icarmed.ui.theme import Mode
from icarmed.usecases import accounts
from icarmed.usecases.story import Desk

_PLACES = {"own_password_wrong": "old", "password_": "new"}


class OwnTab(Tab):
    """Open to everyone who is signed in."""

    def __init__(self, room: Room, context: SettingsContext) -> None:
        super().__init__(room, "own", Right.CHANGE_OWN_PASSWORD)
        self._context = context
        self.form = Form()
        self.old = self.form.add(PasswordField("old", self.tr("Password until now")))
        self.new = self.form.add(
            PasswordField("new", self.tr("New password"), hint=self.tr("At least 12 characters."))
        )
        self.again = self.form.add(PasswordField("again", self.tr("New password, again")))
        self.change = Button(self.tr("Change my password"), ButtonKind.ACT)
        self.change.clicked.connect(self._on_change)
        for field in (self.old, self.new, self.again):
            field.entered.connect(self._on_change)
        password = Card(label(self.tr("My password"), "strong"), self.form, row(self.change, None), None)
        looks = Card(label(self.tr("Appearance"), "strong"), self._made_looks(), None)
        body = QWidget()
        body.setLayout(column(row(password, looks, gap=16), None))
        body.setMaximumWidth(960)
        self.set_body(body)

    def read(self, desk: Desk) -> None:
        """Nothing is read from the data base."""

    def show_state(self, state: None) -> None:
        """What this computer keeps is shown from the start."""

    def _made_looks(self) -> Form:
        form = Form()
        modes = [
            (Mode.SYSTEM, self.tr("As the system")),
            (Mode.LIGHT, self.tr("Light")),
            (Mode.DARK, self.tr("Dark")),
        ]
        self.mode = form.add(SegmentField("mode", self.tr("Theme"), modes))
        self.mode.set_value(self._context.window.mode)
        self.mode.changed.connect(self._on_mode_changed)
        self.lang = form.add(
            SegmentField(
                "lang",
                self.tr("Language"),
                [("fr", "Français"), ("en", "English")],
                hint=self.tr("From the next start of the program."),
            )
        )
        self.lang.set_value(self._context.window.lang)
        self.lang.changed.connect(self._on_lang_changed)
        return form

    def _on_mode_changed(self) -> None:
        mode = self.mode.value()
        # Said twice at each choice: of the segment that is left, and of the one that is taken.
        if mode is not None and mode is not self._context.window.mode:
            self._context.window.set_mode(mode)
            self._context.dress(mode)

    def _on_lang_changed(self) -> None:
        if (lang := self.lang.value()) is not None:
            self._context.window.set_lang(lang)

    def _on_change(self) -> None:
        empty = {field.name: needed() for field in (self.old, self.new, self.again) if not field.value()}
        if not empty and self.new.value() != self.again.value():
            empty = {"again": self.tr("The two passwords differ.")}
        if empty:
            self.form.show_errors(empty)
            return
        old, new, vault = self.old.value(), self.new.value(), self._context.vault
        story = guarded(lambda desk: accounts.change_own_password(vault(), desk, old, new))
        self.room.tasks.write(story, self._on_changed, owner=self, refused=self._on_refused)

    def _on_changed(self, _none: object) -> None:
        self.form.clear_errors()
        for field in (self.old, self.new, self.again):
            field.set_value("")
        self.room.pages.say(self.tr("Password changed"))

    def _on_refused(self, findings: tuple[Finding, ...]) -> None:
        self.say_refused(self.form, _PLACES, findings)
