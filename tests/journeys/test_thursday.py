"""A Thursday from opening to closing, by keys, in the real window on a real encrypted file."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from icarmed.cli import main as icarmed
from icarmed.db.database import Connection
from icarmed.db.schema.medical import doses, lines, rapid_tests, requests, specimens
from icarmed.db.schema.office import accounts
from icarmed.db.schema.permanence import journal_entries, patients, sessions, visit_types, visits
from icarmed.domain.codes import normal_patient_code
from icarmed.domain.lab_requests import LineState, SpecimenState
from icarmed.domain.rapid_tests import RapidResult, TestLine
from icarmed.domain.visits import FollowUpType, SignKind, VisitState
from icarmed.usecases import sessions as session_stories
from icarmed.usecases.board import BoardRow, board, record_sign, take_in
from icarmed.usecases.journal import my_drafts
from icarmed.usecases.story import Desk
from tests.documents.reading import barcodes, fonts, pages
from tests.support.hands import Hands
from tests.support.thursday import ENTER, NEWCOMER, PASSWORD, Thursday

THE_DAY = date(2019, 1, 3)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    assert icarmed(["demo", "--people", "60", "--out", str(folder)], window=lambda: 1) == 0
    return folder


@pytest.fixture
def thursday(data: Path, tmp_path: Path, qapp: object) -> Iterator[Thursday]:
    with Hands(data) as hands:
        yield Thursday(hands, tmp_path, tmp_path)


def _of_the_day(connection: Connection, table: sa.Table) -> sa.Row[tuple[object, ...]]:
    """The one row of a table that was entered on the practice day."""
    entered = sa.func.substr(sa.cast(table.c.entered_at, sa.String), 1, 10)
    return connection.execute(table.select().where(entered == THE_DAY.isoformat())).one()


def test_a_thursday_from_opening_to_closing(thursday: Thursday, tmp_path: Path) -> None:
    thursday.hold()
    with thursday.hands.desk().database.reading() as connection:
        session = _of_the_day(connection, sessions)
        dose = _of_the_day(connection, doses)
        rapid = _of_the_day(connection, rapid_tests)
        request = _of_the_day(connection, requests)
        note = _of_the_day(connection, journal_entries)
        came = connection.execute(visits.select().where(visits.c.session == session.id)).all()
        types = connection.execute(
            sa.select(visit_types.c.type).where(visit_types.c.visit.in_([one.id for one in came]))
        ).scalars()
        nurse = connection.execute(accounts.select().where(accounts.c.sign_in == "infirmiere")).one()
        doctor = connection.execute(accounts.select().where(accounts.c.sign_in == "practice")).one()
        known = connection.execute(
            patients.select().where(patients.c.code == normal_patient_code(thursday.known))
        ).one()
        taken = connection.execute(
            sa.select(specimens.c.state).where(specimens.c.request == request.id)
        ).scalars()
        waiting = connection.execute(
            sa.select(lines.c.state)
            .join(specimens, lines.c.specimen == specimens.c.id)
            .where(specimens.c.request == request.id)
        ).scalars()
        assert (session.on, session.starts, session.closed_at is None) == (THE_DAY, "14:30", False)
        assert {one.state for one in came} == {VisitState.DONE, VisitState.LEFT_UNSEEN}
        assert len(came) == 3
        assert (dose.patient, dose.on_first, dose.on_last) == (known.id, THE_DAY, THE_DAY)
        assert (dose.done_by, dose.ordered_by, dose.vaccine_lot is None) == (nurse.id, doctor.id, False)
        assert [one.sign for one in came if one.patient == known.id] == [SignKind.CODE]
        assert (rapid.control_line, rapid.test_line) == (True, TestLine.NONE)
        assert (rapid.result, rapid.operator) == (RapidResult.NON_REACTIVE, nurse.id)
        assert (request.patient, request.signed_by) == (rapid.patient, doctor.id)
        assert set(taken) == {SpecimenState.TAKEN}
        assert set(waiting) == {LineState.WAITING}
        assert (note.body, note.on) == ("Première visite. Va bien.", THE_DAY)
        assert set(types) == {FollowUpType.VACCINATION, FollowUpType.SCREENING}
    _look_at_papers(tmp_path, request.number)


def _look_at_papers(folder: Path, number: str) -> None:
    slip, card = (folder / "slip.pdf").read_bytes(), (folder / "vaccination-card.pdf").read_bytes()
    assert number in {text for _, text in barcodes(slip)}
    assert "03/01/2019" in "".join(pages(card))
    contacts = "".join(pages((folder / "contact-list.pdf").read_bytes()))
    for paper in ("".join(pages(slip)), "".join(pages(card)), contacts):
        assert NEWCOMER not in paper
    for word in ("épatite", "accin", "VIH", "yphilis"):
        assert word not in contacts
    assert all(fonts(slip).values())
    assert (folder / "summary-2018.pdf").stat().st_size > 0


def test_a_dose_takes_three_keys_from_the_board(thursday: Thursday) -> None:
    hands = thursday.hands
    hands.sign_in("infirmiere", PASSWORD)
    thursday.open_session()
    thursday.people_arrive()
    _record_the_sign(thursday)
    page = thursday.back_to_board()
    page.lists[1].setFocus()
    page.lists[1].choose(0)
    with thursday.hands.desk().database.reading() as connection:
        before = connection.execute(sa.select(sa.func.count()).select_from(doses)).scalar_one()
    pressed = hands.pressed
    hands.key(ENTER)
    hands.letter("V")
    hands.key(ENTER)
    assert hands.pressed - pressed == 3
    with thursday.hands.desk().database.reading() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(doses)).scalar_one() == before + 1


def _record_the_sign(thursday: Thursday) -> None:
    """Taken in by the nurse, and known by the code: what stands before the three keys are counted."""
    desk = thursday.hands.desk()
    row = board_rows(desk)[0]
    revision = take_in(desk, row.visit, row.revision).value
    record_sign(desk, row.visit, revision, SignKind.CODE)


def test_what_was_typed_survives_a_lock(thursday: Thursday) -> None:
    hands = thursday.hands
    hands.sign_in("infirmiere", PASSWORD)
    thursday.open_session()
    thursday.people_arrive()
    thursday.open_row(0)
    hands.letter("J")
    hands.write("à demi écri")
    thursday.lock()
    hands.sign_in("infirmiere", PASSWORD)
    assert [draft.body for draft in my_drafts(hands.desk())] == ["à demi écri"]


def test_reception_opens_no_file_and_sees_no_chips(thursday: Thursday) -> None:
    hands = thursday.hands
    hands.sign_in("infirmiere", PASSWORD)
    thursday.open_session()
    thursday.people_arrive()
    thursday.lock()
    hands.sign_in("accueil", PASSWORD)
    page = thursday.back_to_board()
    assert all(not line.chips for one in page.lists for line in one.lines)
    assert hands.frame.places == ("board", "patients", "settings")


def test_no_plain_text_of_anyone_while_it_runs(thursday: Thursday, data: Path, tmp_path: Path) -> None:
    hands = thursday.hands
    hands.sign_in("infirmiere", PASSWORD)
    thursday.open_session()
    thursday.people_arrive()
    thursday.open_row(1)
    hands.letter("J")
    hands.write("secret-du-journal")
    hands.settle()
    needles = [
        text.encode(coding) for text in (NEWCOMER, "secret-du-journal") for coding in ("utf-8", "utf-16-le")
    ]
    files = [file for file in data.rglob("*") if file.is_file()]
    assert {"data.db", "data.db-wal", "keys.json"} <= {file.name for file in files}
    for file in files:
        content = file.read_bytes()
        assert not any(needle in content for needle in needles), file.name


def board_rows(desk: Desk) -> list[BoardRow]:
    """Who is on the board of the session that is open."""
    return board(desk, session_stories.current(desk)[0].id)
