"""The journal keeps what is typed as it is typed, and never loses what stood there."""

from datetime import date

import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from icarmed.db.schema.office import history
from icarmed.db.schema.permanence import drafts, journal_entries
from icarmed.security.roles import Role
from icarmed.ui.screens.patient.editing import EntryEditor, FormerTexts
from icarmed.ui.screens.patient.visits import EntryBlock
from icarmed.usecases import journal
from icarmed.usecases.journal import SaveDraft, WriteEntry
from tests.ui.keys import type_text
from tests.ui.patient.conftest import File

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def entry_block(page_journal: object) -> EntryBlock:
    from icarmed.ui.screens.patient.journal import JournalTab

    assert isinstance(page_journal, JournalTab)
    page_journal.blocks[0].unfold()
    return page_journal.findChildren(EntryBlock)[0]


def test_a_draft_is_stored_by_itself_and_stands_there_again(file: File) -> None:
    page = file.page()
    file.press(Key.Key_J)
    with file.qtbot.waitSignal(page.tabs.journal.notes.draft, timeout=2000):
        type_text(page.tabs.journal.notes.input, "Fièvre à 38,5")
    with file.office.database.reading() as connection:
        (row,) = connection.execute(drafts.select()).mappings()
    assert (row["patient"], row["visit"], row["body"], row["begun_on"]) == (
        file.patient,
        file.visit,
        "Fièvre à 38,5",
        date(2026, 12, 3),
    )
    assert file.page().tabs.journal.notes.value() == "Fièvre à 38,5"


def test_ctrl_enter_makes_an_entry_and_ends_the_draft(file: File) -> None:
    page = file.page()
    file.press(Key.Key_J)
    type_text(page.tabs.journal.notes.input, "Va mieux")
    file.press(Key.Key_Return, modifier=CTRL)
    (row,) = file.rows(journal_entries)
    assert (row["patient"], row["visit"], row["on"], row["body"]) == (
        file.patient,
        file.visit,
        date(2026, 12, 3),
        "Va mieux",
    )
    with file.office.database.reading() as connection:
        assert connection.execute(drafts.select()).all() == []
    assert page.tabs.journal.notes.value() == ""
    assert "Va mieux" in page.tabs.journal.blocks[0].head.accessibleName()


def test_an_empty_note_makes_no_entry(file: File) -> None:
    page = file.page()
    page.tabs.journal.enter()
    assert file.rows(journal_entries) == []


def test_leaving_stores_what_was_typed(file: File) -> None:
    page = file.page()
    type_text(page.tabs.journal.notes.input, "dit qu'elle")
    page.leaving()
    mine = journal.my_draft(file.office.nurse, file.patient, file.visit)
    assert mine is not None
    assert mine.body == "dit qu'elle"


def test_a_draft_of_another_window_is_not_overwritten(file: File) -> None:
    page = file.page()
    journal.save_draft(file.office.nurse, SaveDraft(file.patient, file.visit, "ailleurs", 0))
    type_text(page.tabs.journal.notes.input, "ici")
    page.tabs.journal.save_draft()
    mine = journal.my_draft(file.office.nurse, file.patient, file.visit)
    assert mine is not None
    assert mine.body == "ailleurs"
    assert page.tabs.journal.notes.value() == "ici", "what was typed here is still there to be copied"
    assert page.tabs.journal.warning


def test_own_entries_are_corrected_with_a_reason_and_the_former_text_stays(file: File) -> None:
    journal.write_entry(file.office.nurse, WriteEntry(file.patient, file.visit, "bras gauche"))
    page = file.page()
    entry_block(page.tabs.journal)._on_correct()
    (editor,) = page.findChildren(EntryEditor)
    assert editor.body is not None
    editor.body.set_value("bras droit")
    editor.submit()
    assert editor.form.errors.keys() == {"reason"}
    editor.reason.set_value("erreur")
    editor.submit()
    (row,) = file.rows(journal_entries)
    assert (row["body"], row["revision"]) == ("bras droit", 2)
    with file.office.database.reading() as connection:
        assert connection.execute(sa.select(history.c.reason).where(history.c.row == row["id"])).all() == [
            ("erreur",)
        ]
    entry_block(page.tabs.journal)._on_former()
    (former,) = page.findChildren(FormerTexts)
    said = " ".join(label.text() for label in former.findChildren(QLabel))
    assert "bras gauche" in said
    assert "erreur" in said


def test_an_entry_in_the_wrong_file_is_taken_back(file: File) -> None:
    journal.write_entry(file.office.nurse, WriteEntry(file.patient, file.visit, "autre personne"))
    page = file.page()
    entry_block(page.tabs.journal)._on_take_back()
    (editor,) = page.findChildren(EntryEditor)
    editor.reason.set_value("mauvais dossier")
    editor.submit()
    assert [row["voided"] for row in file.rows(journal_entries)] == [True]
    assert "autre personne" not in page.tabs.journal.blocks[0].head.accessibleName()


def test_what_another_wrote_cannot_be_corrected_here(file: File) -> None:
    journal.write_entry(file.office.doctor, WriteEntry(file.patient, file.visit, "avis"))
    page = file.page(Role.NURSE)
    assert [
        button.text() for button in entry_block(page.tabs.journal).findChildren(type(page.head.end))
    ] == []
