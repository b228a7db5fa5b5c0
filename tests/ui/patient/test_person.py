"""What a person says of themselves: what is typed is what is stored, and nothing has to be known."""

from datetime import date

from icarmed.db.schema.permanence import patient_names, patients
from icarmed.domain.dates import DateRange
from icarmed.domain.people import Gender, Milieu, NameKind, Relation
from icarmed.ui.screens.patient.page import PatientPage
from icarmed.ui.screens.patient.person import NameBackForm, NameForm
from icarmed.ui.screens.patient.tabs import PERSON
from icarmed.ui.screens.patient.words import read_languages
from icarmed.usecases import people
from icarmed.usecases.people import AddName
from tests.ui.patient.conftest import File, texts


def person_page(file: File) -> PatientPage:
    page = file.page()
    page.tabs.choose(PERSON)
    return page


def test_every_field_is_stored(file: File) -> None:
    tab = person_page(file).tabs.person
    assert (tab.born.value(), tab.gender.value(), tab.milieu.value()) == (
        DateRange.parse("1994-05-17"),
        Gender.WOMAN,
        Milieu.STREET,
    )
    tab.born.set_value(DateRange.parse("1995"))
    tab.gender.set_value(Gender.TRANS_WOMAN)
    tab.languages.set_value("Albanian, fr wolof")
    tab.nationality.set_value("albanaise")
    tab.milieu.set_value(Milieu.WINDOW)
    tab.relation.set_value(Relation.PARTNER)
    tab.discretion.set_value("SMS seulement")
    tab.allergies.set_value("latex")
    tab.agreed_word.set_value("tilleul")
    tab.save.click()
    row = next(row for row in file.rows(patients) if row["id"] == file.patient)
    assert {name: row[name] for name in row if name not in {"id", "code", "entered_at", "entered_by"}} == {
        "revision": 2,
        "voided": False,
        "gender": Gender.TRANS_WOMAN,
        "born_first": date(1995, 1, 1),
        "born_last": date(1995, 12, 31),
        "languages": "sq fr wolof",
        "milieu": Milieu.WINDOW,
        "nationality": "albanaise",
        "relation": Relation.PARTNER,
        "discretion": "SMS seulement",
        "allergies": "latex",
        "agreed_word": "tilleul",
        "deceased": False,
        "departed": False,
    }


def test_an_age_in_years_is_a_range_of_birth(file: File) -> None:
    tab = person_page(file).tabs.person
    tab.age.set_value(25)
    tab.save.click()
    row = next(row for row in file.rows(patients) if row["id"] == file.patient)
    assert (row["born_first"], row["born_last"]) == (date(2000, 12, 4), date(2001, 12, 3))


def test_a_birth_that_cannot_be_read_is_refused_at_its_field(file: File) -> None:
    tab = person_page(file).tabs.person
    tab.born.line.setText("printemps")
    tab.save.click()
    assert tab.fields.errors.keys() == {"born"}
    assert [row["revision"] for row in file.rows(patients)] == [1]


def test_what_another_window_changed_meanwhile_is_not_overwritten(file: File) -> None:
    page = person_page(file)
    page.tabs.person.nationality.set_value("belge")
    state = page.folder.state
    assert state is not None
    people.change(
        file.office.doctor,
        people.ChangePerson(file.patient, state.file.patient.revision, people.Person(nationality="roumaine")),
    )
    page.tabs.person.save.click()
    assert [row["nationality"] for row in file.rows(patients)] == ["roumaine"]
    assert "Une autre fenêtre" in texts(page.tabs.person)
    page.reload()
    assert page.tabs.person.nationality.value() == "belge", "what was typed stands until it is stored"


def test_names_are_added_shown_and_taken_back(file: File) -> None:
    page = person_page(file)
    page.tabs.person.add_name.click()
    form = page.tabs.person.form
    assert isinstance(form, NameForm)
    form.submit()
    assert form.form.errors.keys() == {"name"}
    form.name.set_value("Irina P.")
    form.kind.set_value(NameKind.CIVIL)
    form.submit()
    rows = {row["name"]: row for row in file.rows(patient_names)}
    assert (rows["Irina P."]["kind"], rows["Irina P."]["shown"]) == (NameKind.CIVIL, False)
    page.tabs.person._show_name(rows["Irina P."]["id"])
    assert page.head.header.title == "Irina P."
    state = page.folder.state
    assert state is not None
    page.tabs.person.open_form(
        NameBackForm(page.folder, next(one for one in state.file.patient.names if one.shown))
    )
    back = page.tabs.person.form
    assert isinstance(back, NameBackForm)
    back.submit()
    assert back.form.errors.keys() == {"reason"}
    back.reason.set_value("autre personne")
    back.submit()
    assert page.head.header.title == "Nadia"


def test_a_known_name_is_refused_at_its_field(file: File) -> None:
    people.add_name(file.office.nurse, AddName(file.patient, "Mimi"))
    page = person_page(file)
    page.tabs.person.add_name.click()
    form = page.tabs.person.form
    assert isinstance(form, NameForm)
    form.name.set_value("mimi")
    form.submit()
    assert form.form.errors.keys() == {"name"}


def test_languages_are_read_by_name_or_code() -> None:
    assert read_languages("French, ro; WOLOF  french") == ("fr", "ro", "wolof")
