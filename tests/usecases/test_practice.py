"""The practice year in a real encrypted file: published figures from rows, audited, the same again."""

from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from icarmed.catalogue.texts import words
from icarmed.db import office as office_rows
from icarmed.db.database import Database
from icarmed.db.errors import StorageError
from icarmed.db.schema import KEPT, metadata
from icarmed.db.schema.permanence import search_keys
from icarmed.domain.findings import Refused
from icarmed.domain.practice.rows import Worker
from icarmed.domain.summary.tables import YearSummary
from icarmed.security.roles import Role
from icarmed.usecases import reminders
from icarmed.usecases.checking import trace_findings
from icarmed.usecases.practice import Filled, FillPractice, MakePractice, fill, make
from icarmed.usecases.search import search
from icarmed.usecases.story import Desk
from icarmed.usecases.summary import AskSummary, year_summary
from icarmed.usecases.vault.entering import sign_in
from icarmed.usecases.vault.folder import DataFolder
from icarmed.usecases.vault.moment import moment
from tests.support.office import KEY, Office

CLOCK = datetime(2026, 12, 3, 13, 30, tzinfo=UTC)
PRACTICE_DAY = date(2019, 1, 3)
KEY_OF_THE_SHEET = "public_key.recovery"


def workers(office: Office) -> dict[Worker, Any]:
    return {worker: office.actors[Role(worker.value)].account for worker in Worker}


def filled(office: Office, people: int | None = None, *, year: int = 2018, seed: int = 1) -> Filled:
    desk = Desk(office.database, office.doctor.actor, datetime(2019, 1, 3, 13, tzinfo=UTC), PRACTICE_DAY)
    return fill(desk, FillPractice(year, seed, workers(office), people)).value


@pytest.fixture(scope="module")
def published(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The permanence after the practice year of 519 people; read only."""
    path = tmp_path_factory.mktemp("practice") / "data.db"
    path.write_bytes(empty_file.read_bytes())
    office = Office(Database(path, KEY))
    assert filled(office).people == 519
    return office


def summed_up(office: Office, year: int = 2018) -> YearSummary:
    return year_summary(office.coordinator, AskSummary(year), words("fr"))


def test_the_summary_computed_from_the_rows_prints_the_published_counts(published: Office) -> None:
    summary = summed_up(published)
    attendance, types = summary.table("attendance"), summary.table("medical_follow_ups")
    assert [attendance.value("liege", column) for column in ("visits", "people", "mean")] == [382, 48, 8.0]
    assert [attendance.value("seraing", column) for column in ("visits", "people", "mean")] == [175, 55, 3.2]
    assert attendance.value("total", "people") == 519
    kinds = ("general", "screening", "vaccination", "addiction", "wound", "violence", "total")
    assert [types.value("liege", kind) for kind in kinds] == [170, 12, 3, 287, 2, 3, 477]
    assert [types.value("seraing", kind) for kind in kinds] == [145, 25, 5, 0, 0, 0, 175]


def test_vaccination_has_figures_of_every_sort_and_some_were_known_before(published: Office) -> None:
    table = summed_up(published).table("hepatitis_b")
    for row in ("proposed", "people", "doses", "courses_completed", "immunity_proven"):
        assert isinstance(table.value(row, "number"), int)
        assert table.value(row, "number") != 0, row
    before = summed_up(published, 2017).table("attendance").value("total", "people")
    assert isinstance(before, int)
    assert 100 < before < 400


def test_every_kept_row_has_its_audit_row_and_the_chain_holds(published: Office) -> None:
    with published.database.reading() as connection:
        assert list(trace_findings(connection)) == []
        audited = connection.execute(sa.text('SELECT "table", count(*) FROM audit GROUP BY "table"'))
        counted = {row[0]: row[1] for row in audited}
        for name, table in KEPT.items():
            number = connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
            assert counted.get(name, 0) == number, name


def test_people_are_found_and_what_is_due_is_known(published: Office) -> None:
    with published.database.reading() as connection:
        keys = connection.execute(sa.select(sa.func.count()).select_from(search_keys)).scalar_one()
        assert keys == 519
        assert reminders.due_differences(connection) == []
        due = connection.execute(sa.text("SELECT rule, count(*) FROM due_cache GROUP BY rule"))
        rules = {row[0]: row[1] for row in due}
        day = office_rows.keepsake(connection, "practice_day")
    assert day == "2019-01-03"
    assert {"HBV-04", "HIV-01", "RES-01"} <= set(rules)
    assert rules["HIV-01"] == 1
    assert search(published.doctor, "stefania")


def test_lots_kits_and_the_standing_order_hold_on_the_practice_day(published: Office) -> None:
    with published.database.reading() as connection:
        lots = office_rows.usable_vaccine_lots(connection, PRACTICE_DAY)
        kits = office_rows.usable_kit_lots(connection, PRACTICE_DAY)
        order = connection.execute(
            sa.text("SELECT count(*) FROM standing_orders WHERE \"on\" <= '2019-01-03' AND until IS NULL")
        ).scalar_one()
    assert {lot.product for lot in lots} >= {"engerix-b-20"}
    assert {kit.kit for kit in kits} >= {"determine_hiv", "determine_syphilis", "oraquick_hcv"}
    assert order >= 1


def test_a_data_base_with_people_in_it_is_never_filled(published: Office) -> None:
    with pytest.raises(Refused, match="practice_needs_empty"):
        filled(published)


@pytest.mark.parametrize(
    ("people", "year", "code"),
    [(2, 2018, "too_few_people"), (0, 2018, "too_few_people"), (9, 1900, "no_such_year")],
)
def test_what_cannot_be_drawn_is_refused(office: Office, people: int, year: int, code: str) -> None:
    with pytest.raises(Refused, match=code):
        filled(office, people, year=year)


def test_without_its_places_nothing_is_drawn(office: Office) -> None:
    with office.database.writing(None, CLOCK) as writing:
        writing.void(metadata.tables["places"], office.places["outreach"], 1, "closed")
    with pytest.raises(Refused, match="place_unknown"):
        filled(office, 9)


def test_reception_fills_nothing_it_may_not_register(office: Office) -> None:
    desk = Desk(office.database, office.administrator.actor, CLOCK, PRACTICE_DAY)
    with pytest.raises(Refused, match="no_right"):
        fill(desk, FillPractice(2018, 1, workers(office), 9))


@pytest.mark.parametrize("year", [2016, 2020, 2025])
def test_any_year_has_the_published_shape(office: Office, year: int) -> None:
    filled(office, 40, year=year)
    attendance = summed_up(office, year).table("attendance")
    # 40 people: 48, 55 and 416 of 519 are 3.70, 4.24 and 32.06.
    assert [attendance.value(place, "people") for place in ("liege", "seraing", "total")] == [4, 4, 40]
    assert attendance.value("liege", "visits") == 29
    assert attendance.value("outreach", "people") != 0


def contents(folder: DataFolder) -> dict[str, Counter[str]]:
    """Every row of every table as text; keys alone are random."""
    found: dict[str, Counter[str]] = {}
    with sign_in(folder, "practice", "practice", CLOCK) as vault, vault.database.reading() as connection:
        for name, table in metadata.tables.items():
            rows = [row._asdict() for row in connection.execute(table.select())]
            for row in rows:
                row.pop("public_key", None)
            found[name] = Counter(str(row) for row in rows if row.get("name") != KEY_OF_THE_SHEET)
    return found


def test_the_same_seed_makes_the_same_rows_and_another_does_not(tmp_path: Path) -> None:
    folders = [DataFolder(tmp_path / name) for name in ("first", "second", "third")]
    for folder, seed in zip(folders, (5, 5, 6), strict=True):
        assert make(folder, MakePractice(2018, seed, 12)).practice_day == PRACTICE_DAY
    first, second, third = (contents(folder) for folder in folders)
    assert first == second
    assert first["patients"] != third["patients"]


def test_everyone_signs_in_with_the_password_of_practice_on_the_practice_day(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "practice")
    make(folder, MakePractice(2018, 1, 5))
    roles = {}
    for name in ("practice", "infirmiere", "accueil", "coordination", "admin"):
        with sign_in(folder, name, "practice", CLOCK) as vault:
            assert moment(vault.database, CLOCK).today == PRACTICE_DAY
            assert moment(vault.database, CLOCK).is_practice
            with vault.database.reading() as connection:
                account = office_rows.account_named(connection, name)
        assert account is not None
        roles[name] = set(account.roles)
        assert bool(account.prescriber_name) == (name == "practice")
    assert roles == {
        "practice": {"doctor"},
        "infirmiere": {"nurse"},
        "accueil": {"reception"},
        "coordination": {"coordinator"},
        "admin": {"administrator"},
    }


def test_practice_never_writes_over_a_data_base(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "practice")
    make(folder, MakePractice(2018, 1, 5))
    with pytest.raises(StorageError, match="exists"):
        make(folder, MakePractice(2018, 1, 5))


def test_what_cannot_be_drawn_leaves_no_folder(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "practice")
    with pytest.raises(Refused, match="too_few_people"):
        make(folder, MakePractice(2018, 1, 1))
    assert not folder.path.exists()
