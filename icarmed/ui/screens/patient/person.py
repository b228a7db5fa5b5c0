"""Who the person is: names, what they said of themselves, and how they may be reached."""

from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from icarmed.domain.dates import DateRange, born_aged
from icarmed.domain.people import NameKind, Patient, PersonName
from icarmed.ui.forms import ChoiceField, Form, NumberField, PartialDateField, SegmentField, TextField
from icarmed.ui.parts import Button, ButtonKind, Card, label, row, section
from icarmed.ui.screens.patient.cards import FormCard
from icarmed.ui.screens.patient.folder import Folder, State
from icarmed.ui.screens.patient.tab import Tab, empty
from icarmed.ui.screens.patient.words import (
    GENDERS,
    MILIEUS,
    NAME_KINDS,
    RELATIONS,
    languages_text,
    options,
    read_languages,
    said,
)
from icarmed.usecases import people
from icarmed.usecases.people import AddName, ChangePerson, Person

_PLACES = {"born_in_future": "born", "name_empty": "name", "name_known": "name", "name_too_long": "name"}
_OLDEST = 120


class PersonTab(Tab):
    """Names above, the rest below; nothing has to be known."""

    def __init__(self, folder: Folder, parent: QWidget | None = None) -> None:
        super().__init__(folder, parent)
        self._shown: Patient | None = None
        self._touched = False
        self._names = QVBoxLayout()
        self._names.setSpacing(4)
        self.add_name = Button(self.tr("Add a name or telephone"), ButtonKind.QUIET, icon="plus")
        self.add_name.clicked.connect(lambda: self.open_form(NameForm(self.folder)))
        names = Card(section(self.tr("Names and telephone")), self._names, row(self.add_name, None))
        self.fields = Form()
        self._add_fields()
        self.save = Button(self.tr("Store"), ButtonKind.ACT)
        self.save.clicked.connect(self._on_save)
        self.fields.changed.connect(self._on_fields_changed)
        card = Card(section(self.tr("What is known")), self.fields, row(self.save, None))
        self.column.addWidget(names)
        self.column.addWidget(card)
        self.column.addStretch(1)
        folder.read.connect(self._on_read)
        folder.room.shade.changed.connect(self._show_names)

    def reload(self) -> None:
        """The person is part of the file: the page reads it."""

    def _add_fields(self) -> None:
        today = self.folder.room.today()
        self.born = PartialDateField(
            "born", self.tr("Born"), today, latest=today, hint=self.tr("a year is enough")
        )
        self.age = NumberField("age", self.tr("or age in years"))
        self.gender = ChoiceField("gender", self.tr("Gender"), options(GENDERS))
        self.fields.add_row(self.born, self.age, self.gender, stretch=(2, 1, 2))
        self.languages = TextField("languages", self.tr("Languages"), example=self.tr("French, Romanian"))
        self.nationality = TextField("nationality", self.tr("Nationality"), longest=60)
        self.fields.add_row(self.languages, self.nationality)
        self.milieu = ChoiceField("milieu", self.tr("Where the person works"), options(MILIEUS))
        self.relation = SegmentField("relation", self.tr("Is"), options(RELATIONS))
        self.fields.add_row(self.milieu, self.relation)
        self.discretion = TextField(
            "discretion",
            self.tr("Discretion"),
            hint=self.tr("calls, hours, what name to say, letters"),
            longest=300,
        )
        self.fields.add(self.discretion)
        self.allergies = TextField("allergies", self.tr("Allergies"), longest=200)
        self.agreed_word = TextField(
            "agreed_word",
            self.tr("Agreed word"),
            hint=self.tr("told back before a result is said"),
            longest=60,
        )
        self.fields.add_row(self.allergies, self.agreed_word)

    def _on_read(self, state: State) -> None:
        patient = state.file.patient
        if self._shown is None or not self._touched:
            self._fill(patient)
        if self._shown is None or self._shown.names != patient.names:
            self._shown = patient
            self._show_names()
        self._shown = patient

    def _fill(self, patient: Patient) -> None:
        self.born.set_value(patient.born)
        self.age.set_value(None)
        self.gender.set_value(patient.gender)
        self.languages.set_value(languages_text(patient.languages))
        self.nationality.set_value(patient.nationality)
        self.milieu.set_value(patient.milieu)
        self.relation.set_value(patient.relation)
        self.discretion.set_value(patient.discretion)
        self.allergies.set_value(patient.allergies)
        self.agreed_word.set_value(patient.agreed_word)
        self._touched = False

    def _show_names(self) -> None:
        if self._shown is None:
            return
        empty(self._names)
        if not self._shown.names:
            self._names.addWidget(label(self.tr("No name: the person is known by the code."), "muted"))
        for one in self._shown.names:
            self._names.addWidget(self._name_line(one))

    def _name_line(self, one: PersonName) -> QWidget:
        shade = self.folder.room.shade
        pieces: list[QWidget] = [label(shade.shown(one.name), "strong" if one.shown else "")]
        pieces.append(label(said(NAME_KINDS[one.kind]), "small"))
        if one.shown:
            pieces.append(label(self.tr("shown"), "small"))
        elif one.kind is not NameKind.TELEPHONE:
            show = Button(self.tr("Show this one"), ButtonKind.LINK)
            show.clicked.connect(lambda _checked: self._show_name(one.id))
            pieces.append(show)
        take_back = Button(self.tr("Take back"), ButtonKind.LINK)
        take_back.clicked.connect(lambda _checked: self.open_form(NameBackForm(self.folder, one)))
        line = QWidget()
        line.setLayout(row(*pieces, take_back, None, gap=12))
        return line

    def _show_name(self, name: UUID) -> None:
        patient = self.folder.patient
        self.folder.write(lambda desk: people.show_name(desk, patient, name))

    def _on_fields_changed(self) -> None:
        self._touched = True

    def _on_save(self) -> None:
        shown = self._shown
        if shown is None:
            return
        born = self._born(self.folder.room.today())
        if born is None and (self.born.unreadable or self.age.unreadable):
            self.fields.show_errors({"born": self.tr("Not a day, month or year.")})
            return
        person = Person(
            gender=self.gender.value() or shown.gender,
            born=born,
            languages=read_languages(self.languages.value()),
            milieu=self.milieu.value() or shown.milieu,
            nationality=self.nationality.value(),
            relation=self.relation.value() or shown.relation,
            discretion=self.discretion.value(),
            allergies=self.allergies.value(),
            agreed_word=self.agreed_word.value(),
        )
        order = ChangePerson(self.folder.patient, shown.revision, person)
        self.fields.clear_errors()
        self.folder.room.tasks.write(
            lambda desk: people.change(desk, order),
            self._on_saved,
            owner=self,
            refused=lambda findings: self.fields.show_errors(
                {_PLACES.get(one.code, ""): self.folder.room.messages.finding(one) for one in findings}
            ),
        )

    def _on_saved(self, _revision: int) -> None:
        self._touched = False
        self.folder.room.pages.say(self.tr("Stored"))

    def _born(self, today: date) -> DateRange | None:
        """The birth as typed, else the range that an age in years leaves."""
        typed = self.age.value()
        if typed is not None and 0 <= typed <= _OLDEST:
            return born_aged(int(typed), today)
        return self.born.value()


class NameForm(FormCard):
    """One more name, or a telephone."""

    def __init__(self, folder: Folder, parent: QWidget | None = None) -> None:
        super().__init__(folder, self.tr("Add a name or telephone"), self.tr("Add"), parent)
        self.name = TextField("name", self.tr("Name or number"), longest=80)
        self.kind = SegmentField("kind", self.tr("Kind"), options(NAME_KINDS))
        self.form.add_row(self.name, self.kind)
        self.kind.set_value(NameKind.ALIAS)

    def submit(self) -> None:
        """Store it."""
        order = AddName(self.folder.patient, self.name.value(), self.kind.value() or NameKind.ALIAS)
        self.write(
            lambda desk: people.add_name(desk, order), lambda _id: self.finish(self.tr("Added")), _PLACES
        )


class NameBackForm(FormCard):
    """Takes back a name that was a mistake."""

    def __init__(self, folder: Folder, name: PersonName, parent: QWidget | None = None) -> None:
        super().__init__(folder, self.tr("Take the name back"), self.tr("Take back"), parent)
        self._name = name.id
        self.reason = self.form.add(TextField("reason", self.tr("Reason")))

    def submit(self) -> None:
        """Store it."""
        reason, patient, name = self.reason.value(), self.folder.patient, self._name
        if not reason:
            self.form.show_errors({"reason": self.tr("Say why.")})
            return
        self.write(
            lambda desk: people.void_name(desk, patient, name, reason),
            lambda _none: self.finish(self.tr("Name taken back")),
        )
