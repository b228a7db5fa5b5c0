"""The matrix of screening: tests down, days across, laboratory and rapid tests together."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from icarmed.catalogue.analyses import analyses
from icarmed.catalogue.laboratory import laboratory
from icarmed.db import rapid_tests, results
from icarmed.db.results import ResultRow
from icarmed.domain.dates import DateRange
from icarmed.domain.lab_requests import LineState
from icarmed.security.roles import Right
from icarmed.usecases.rapid_tests import SeenRapidTest, seen
from icarmed.usecases.story import Desk


@dataclass(frozen=True, slots=True)
class Cell:
    """One result: `answer` is a word of the catalogue or a number with its comparator.

    `result` or `rapid_test` is the entry behind it. `former` is what was first typed of a corrected device.
    """

    test: str
    on: DateRange
    answer: str
    unit: str
    marked: bool
    corrected: bool
    revision: int
    result: UUID | None = None
    rapid_test: UUID | None = None
    request_number: str = ""
    line_state: LineState | None = None
    resulted_on: date | None = None
    former: str | None = None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """All results of one test; a day may hold several."""

    test: str
    cells: tuple[Cell, ...]

    def on(self, day: DateRange) -> tuple[Cell, ...]:
        """Those of one day."""
        return tuple(cell for cell in self.cells if cell.on == day)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Days newest first; rows in the order of the catalogue."""

    days: tuple[DateRange, ...]
    rows: tuple[MatrixRow, ...]


def results_of(desk: Desk, patient: UUID) -> Matrix:
    """Every result of a person."""
    desk.need(Right.OPEN_FILE)
    with desk.reading() as connection:
        cells = [_of_laboratory(row) for row in results.of_patient(connection, patient)]
        cells += [_of_device(seen(row)) for row in rapid_tests.of_patient(connection, patient)]
    days = sorted({cell.on for cell in cells}, key=lambda on: (on.first, on.last), reverse=True)
    rows = [
        MatrixRow(test, tuple(cell for cell in cells if cell.test == test)) for test in analyses().analyses
    ]
    return Matrix(tuple(days), tuple(row for row in rows if row.cells))


def _of_laboratory(row: ResultRow) -> Cell:
    return Cell(
        test=row.test,
        on=row.on,
        answer=row.value,
        unit=row.unit,
        marked=laboratory().aids.marks(row.test, row.value),
        corrected=row.corrected,
        revision=row.revision,
        result=row.id,
        request_number="" if row.line is None else row.line.number,
        line_state=None if row.line is None else row.line.state,
        resulted_on=row.resulted_on,
    )


def _of_device(one: SeenRapidTest) -> Cell:
    return Cell(
        test=one.row.test,
        on=DateRange.day(one.row.on),
        answer=one.answer,
        unit="",
        marked=laboratory().aids.marks(one.row.test, one.answer),
        corrected=one.first_answer is not None,
        revision=one.row.revision,
        rapid_test=one.row.id,
        former=one.first_answer,
    )
