"""A summary table holds one value for each crossing and nothing twice."""

import pytest

from icarmed.domain.summary.tables import HIDDEN, Column, Row, Table, YearSummary

TABLE = Table(
    "attendance",
    "Attendance",
    (Column("visits", "Visits"), Column("people", "People")),
    (Row("liege", "Liège", (382, 48)), Row("other", "Other", (HIDDEN, None))),
)


def test_a_value_is_found_by_the_ids_of_its_row_and_column() -> None:
    assert TABLE.value("liege", "people") == 48
    assert TABLE.value("other", "visits") == "<5"
    assert TABLE.value("other", "people") is None
    with pytest.raises(KeyError):
        TABLE.value("nowhere", "people")
    with pytest.raises(KeyError):
        TABLE.value("liege", "nothing")


def test_a_table_is_found_in_its_year() -> None:
    summary = YearSummary(2018, None, (TABLE,))
    assert summary.table("attendance") is TABLE
    with pytest.raises(KeyError):
        summary.table("nothing")


def test_a_row_has_one_value_a_column() -> None:
    with pytest.raises(ValueError, match="one value a column"):
        Table("t", "T", TABLE.columns, (Row("r", "R", (1,)),))


def test_no_id_stands_twice() -> None:
    column = TABLE.columns[0]
    with pytest.raises(ValueError, match="stand twice: visits"):
        Table("t", "T", (column, column), ())
    with pytest.raises(ValueError, match="stand twice: r"):
        Table("t", "T", (), (Row("r", "R", ()), Row("r", "S", ())))
    with pytest.raises(ValueError, match="stand twice: attendance"):
        YearSummary(2018, None, (TABLE, TABLE))
