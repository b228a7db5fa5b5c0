"""The cache of what is due: written whole, read back as it was, listed by index."""

from datetime import date, timedelta
from uuid import UUID

import sqlalchemy as sa

from icarmed.db import reminders as rows
from icarmed.db.schema.permanence import patient_names
from icarmed.domain.people import NameKind
from icarmed.domain.reminders.engine import DueRow
from tests.db.test_facts import add, someone
from tests.support.office import THURSDAY, Office


def row(anchor: str = "doses:1", due: date = THURSDAY, **values: object) -> DueRow:
    known: dict[str, object] = {
        "rule": "HBV-04",
        "overdue_from": None,
        "expires_after": None,
        "possible_from": None,
        "postponed_until": None,
        "priority": 2,
        "params": {},
    }
    return DueRow(anchor=anchor, due=due, **{**known, **values})  # type: ignore[arg-type] # fields of the row


def written(office: Office, patient: UUID, *wanted: DueRow) -> bool:
    with office.doctor.writing() as writing:
        return rows.write_due(writing.connection, patient, wanted)


def listed(office: Office, until: date = THURSDAY, limit: int | None = None) -> list[str]:
    with office.doctor.reading() as connection:
        found = rows.due_until(
            connection, until, THURSDAY, early=["HBV-04"], early_until=until + timedelta(7), limit=limit
        )
    return [one.row.anchor for one in found]


def test_a_row_is_read_back_as_it_was(office: Office) -> None:
    patient = someone(office)
    one = row(
        overdue_from=date(2026, 12, 30),
        expires_after=date(2027, 1, 1),
        possible_from=date(2026, 12, 1),
        postponed_until=date(2026, 12, 4),
        params={"day": date(2026, 10, 15), "dose": 2, "request": "421098765437", "vague": "2026-10"},
    )
    assert written(office, patient, one)
    with office.doctor.reading() as connection:
        assert rows.due_of(connection, patient) == (one,)
        assert rows.all_due(connection) == {patient: (one,)}
        assert rows.due_of(connection, UUID(int=5)) == ()


def test_only_what_differs_is_written(office: Office) -> None:
    patient = someone(office)
    first, second = row("doses:1"), row("doses:2")
    assert written(office, patient, first, second)
    assert not written(office, patient, second, first)
    assert written(office, patient, row("doses:1", due=date(2026, 12, 24)), second)
    with office.doctor.reading() as connection:
        assert {one.anchor: one.due for one in rows.due_of(connection, patient)} == {
            "doses:1": date(2026, 12, 24),
            "doses:2": THURSDAY,
        }
    assert written(office, patient)
    with office.doctor.reading() as connection:
        assert rows.all_due(connection) == {}


def test_the_cache_leaves_no_trace_in_the_audit(office: Office) -> None:
    patient = someone(office)
    with office.doctor.writing() as writing:
        audit = sa.text("SELECT count(*) FROM audit")
        before = writing.connection.execute(audit).scalar_one()
        rows.write_due(writing.connection, patient, [row()])
        assert writing.connection.execute(audit).scalar_one() == before


def test_the_list_comes_by_priority_then_day_and_may_be_cut(office: Office) -> None:
    patient = someone(office)
    written(
        office,
        patient,
        row("a", due=date(2026, 12, 1)),
        row("b", due=date(2026, 12, 3), priority=1),
        row("c", due=date(2026, 11, 1)),
    )
    assert listed(office) == ["b", "c", "a"]
    assert listed(office, limit=2) == ["b", "c"]


def test_what_is_to_come_put_off_or_expired_is_not_listed(office: Office) -> None:
    patient = someone(office)
    tomorrow, yesterday = THURSDAY + timedelta(1), THURSDAY - timedelta(1)
    written(
        office,
        patient,
        row("to come", due=tomorrow),
        row("put off", postponed_until=tomorrow),
        row("back", postponed_until=THURSDAY),
        row("expired", due=date(2026, 11, 1), expires_after=yesterday),
        row("last day", due=date(2026, 11, 2), expires_after=THURSDAY),
    )
    assert listed(office) == ["last day", "back"]
    assert listed(office, until=tomorrow) == ["last day", "back", "to come"]


def test_a_dose_that_may_be_given_before_it_is_due_is_listed_a_week_ahead(office: Office) -> None:
    patient = someone(office)
    in_a_week = THURSDAY + timedelta(7)
    written(
        office,
        patient,
        row("early", due=in_a_week, possible_from=THURSDAY),
        row("not yet", due=in_a_week, possible_from=THURSDAY + timedelta(1)),
        row("too far", due=in_a_week + timedelta(1), possible_from=THURSDAY),
        row("no dose", rule="RES-01", due=in_a_week, possible_from=THURSDAY),
    )
    assert listed(office) == ["early"]


def test_the_list_shows_code_name_discretion_and_telephone(office: Office) -> None:
    known = someone(office, "CODE001", discretion="no letter")
    add(office, patient_names, patient=known, kind=NameKind.ALIAS, name="Nadia", shown=True)
    add(office, patient_names, patient=known, kind=NameKind.CIVIL, name="Autre", shown=False)
    add(office, patient_names, patient=known, kind=NameKind.TELEPHONE, name="0470", shown=False)
    nameless = someone(office, "CODE002")
    written(office, known, row("a", due=date(2026, 11, 1)))
    written(office, nameless, row("b"))
    with office.doctor.reading() as connection:
        found = rows.due_until(connection, THURSDAY, THURSDAY, early_until=THURSDAY)
    assert [(one.code, one.shown_name, one.discretion, one.has_telephone) for one in found] == [
        ("CODE001", "Nadia", "no letter", True),
        ("CODE002", None, "", False),
    ]


def test_the_first_page_is_found_by_index(office: Office) -> None:
    said: list[tuple[str, tuple[object, ...]]] = []

    def note(*args: object) -> None:
        said.append((str(args[2]), tuple(args[3])))  # type: ignore[arg-type] # what the driver is given

    with office.doctor.reading() as connection:
        sa.event.listen(connection, "before_cursor_execute", note)
        rows.due_until(connection, THURSDAY, THURSDAY, early=["HBV-04"], early_until=THURSDAY, limit=50)
        ((statement, values),) = said
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()
    steps = [str(step) for step in plan]
    assert any("ix_due_cache_priority" in step for step in steps)
    assert not any("SCAN patients" in step or "SCAN named" in step for step in steps)
