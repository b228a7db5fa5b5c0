"""A new person: an alias or nothing; what may be said of them besides; who they may be already."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from icarmed.db.people import Found
from icarmed.domain.findings import Finding
from icarmed.domain.people import Gender, Milieu, Relation
from icarmed.security.roles import Right
from icarmed.ui.actions import Command, Scope
from icarmed.ui.forms import ChoiceField, Form, PartialDateField, SegmentField, TextField
from icarmed.ui.i18n import QT_TRANSLATE_NOOP
from icarmed.ui.page import Page
from icarmed.ui.parts import Button, ButtonKind, Card, label
from icarmed.ui.room import Room
from icarmed.ui.screens.people.lines import line_of
from icarmed.ui.tables import LineList
from icarmed.usecases import people
from icarmed.usecases.people import MAX_NAME_LENGTH, Person, RegisterPerson
from icarmed.usecases.story import Desk, Outcome

REGISTER_COMMANDS = (
    Command(
        "new_person.register", QT_TRANSLATE_NOOP("Commands", "Register the person"), "Ctrl+Return", Scope.FORM
    ),
)
_GENDERS = {
    Gender.WOMAN: QT_TRANSLATE_NOOP("People", "woman"),
    Gender.MAN: QT_TRANSLATE_NOOP("People", "man"),
    Gender.TRANS_WOMAN: QT_TRANSLATE_NOOP("People", "trans woman"),
    Gender.TRANS_MAN: QT_TRANSLATE_NOOP("People", "trans man"),
    Gender.TRANSGENDER: QT_TRANSLATE_NOOP("People", "transgender"),
}
_MILIEUS = {
    Milieu.STREET: QT_TRANSLATE_NOOP("People", "street"),
    Milieu.WINDOW: QT_TRANSLATE_NOOP("People", "window"),
    Milieu.BAR: QT_TRANSLATE_NOOP("People", "bar"),
    Milieu.CAFE: QT_TRANSLATE_NOOP("People", "café"),
    Milieu.PRIVATE: QT_TRANSLATE_NOOP("People", "private"),
    Milieu.INTERNET: QT_TRANSLATE_NOOP("People", "internet"),
}
_RELATIONS = {
    Relation.WORKER: QT_TRANSLATE_NOOP("People", "works"),
    Relation.PARTNER: QT_TRANSLATE_NOOP("People", "partner"),
    Relation.CHILD: QT_TRANSLATE_NOOP("People", "child"),
}
_PLACES = {"name_too_long": "name", "born_in_future": "born"}


def _tr(text: str) -> str:
    return QCoreApplication.translate("People", text)


class NewPersonPage(Page):
    """Ctrl+Enter registers, with nothing filled in as well; `key` is what was typed as a name."""

    def __init__(self, room: Room, key: object = None) -> None:
        super().__init__(room, QCoreApplication.translate("NewPersonPage", "New person"))
        room.commands.add(*REGISTER_COMMANDS)
        register = room.commands.bind(self, "new_person.register", self._on_register)
        self._form = Form()
        self.name = self._form.add(
            TextField(
                "name",
                self.tr("Alias"),
                hint=self.tr("May stay empty: the person is then known by a code."),
                longest=MAX_NAME_LENGTH,
            )
        )
        self._doubles_title = label(self.tr("Known already? Enter opens the file"), "section")
        self.doubles = LineList(self.tr("People of that name"), shade=room.shade, fits=True)
        self._form.add_widget(self._doubles_title)
        self._form.add_widget(self.doubles)
        self._add_person()
        self.column.addWidget(Card(self._form))
        self.header.add(Button.of(register, ButtonKind.ACT))
        self.column.addStretch(1)
        self.name.changed.connect(self._look_for_doubles)
        self.doubles.opened.connect(lambda patient: self.room.pages.go("patient", patient))
        self._show_doubles([])
        if isinstance(key, str):
            self.name.set_value(key)

    def focus_first(self) -> None:
        """The alias."""
        self.name.line.setFocus()

    def _add_person(self) -> None:
        self.born = PartialDateField(
            "born",
            self.tr("Born"),
            self.room.today(),
            latest=self.room.today(),
            hint=self.tr("A day, a month or only a year."),
        )
        self.languages = TextField("languages", self.tr("Languages"), example="fr ro", longest=40)
        self._form.add_row(self.born, self.languages)
        self.gender = ChoiceField(
            "gender", self.tr("Gender"), [(one, _tr(text)) for one, text in _GENDERS.items()]
        )
        self.milieu = ChoiceField(
            "milieu", self.tr("Works where"), [(one, _tr(text)) for one, text in _MILIEUS.items()]
        )
        self._form.add_row(self.gender, self.milieu)
        self.relation = self._form.add(
            SegmentField(
                "relation", self.tr("Comes as"), [(one, _tr(text)) for one, text in _RELATIONS.items()]
            )
        )
        self.relation.set_value(Relation.WORKER)
        self.discretion = self._form.add(
            TextField(
                "discretion",
                self.tr("Discretion"),
                hint=self.tr("May we call, when, what name to ask for, no letter …"),
                longest=300,
            )
        )
        for field in (self.name, self.born, self.languages, self.discretion):
            field.entered.connect(self.focusNextChild)

    def _look_for_doubles(self) -> None:
        typed = self.name.value()
        self.room.tasks.read("doubles", lambda desk: _doubles(desk, typed), self._show_doubles, owner=self)

    def _show_doubles(self, found: Sequence[Found]) -> None:
        today, words = self.room.today(), self.room.messages.words
        self.doubles.set_lines([line_of(one, today, words) for one in found])
        self.doubles.setVisible(bool(found))
        self._doubles_title.setVisible(bool(found))

    def _on_register(self) -> None:
        wrong = {}
        if self.born.unreadable:
            wrong["born"] = self.tr("Not a date that can be.")
        for field in (self.gender, self.milieu):
            if field.unreadable:
                wrong[field.name] = self.tr("Choose one of the list, or nothing.")
        if wrong:
            self._form.show_errors(wrong)
            return
        person = Person(
            gender=self.gender.value() or Gender.UNKNOWN,
            born=self.born.value(),
            languages=tuple(self.languages.value().replace(",", " ").lower().split()),
            milieu=self.milieu.value() or Milieu.UNKNOWN,
            relation=self.relation.value() or Relation.WORKER,
            discretion=self.discretion.value(),
        )
        order = RegisterPerson(self.name.value(), person)
        self.room.tasks.write(
            lambda desk: _register(desk, order), self._on_registered, owner=self, refused=self._on_refused
        )

    def _on_registered(self, registered: tuple[UUID, bool]) -> None:
        patient, may_open = registered
        self.room.pages.say(self.tr("Registered"))
        self.room.pages.back()
        if may_open:
            self.room.pages.go("patient", patient)

    def _on_refused(self, findings: tuple[Finding, ...]) -> None:
        self._form.show_errors(
            {_PLACES.get(one.code, ""): self.room.messages.finding(one) for one in findings}
        )


def _doubles(desk: Desk, typed: str) -> list[Found]:
    return people.doubles(desk, typed) if desk.may(Right.SEE_NAMES) else []


def _register(desk: Desk, order: RegisterPerson) -> Outcome[tuple[UUID, bool]]:
    made = people.register(desk, order)
    return Outcome((made.value, desk.may(Right.OPEN_FILE)), made.topics)
