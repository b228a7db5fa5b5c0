"""From figures to the tables that are shown: same rows, same columns, any year, any place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from icarmed.domain.office import Place, PlaceKind
from icarmed.domain.summary import publication
from icarmed.domain.summary.figures import (
    DEFINED_IN,
    TOTAL,
    UNKNOWN,
    Attendance,
    ByPlace,
    Cells,
    Definition,
    Figure,
    FollowUps,
    HepatitisB,
    SeenAt,
    mean,
)
from icarmed.domain.summary.tables import Column, Row, Table, Value, YearSummary
from icarmed.domain.visits import FollowUpType
from icarmed.domain.words import Words

_ATTENDED = ("visits", "people", "mean", "left_unseen")
_NOUGHT = ByPlace()


@dataclass(frozen=True, slots=True)
class Counted:
    """All figures of one year, for every place: a summary of one place is a part of them."""

    year: int
    places: tuple[Place, ...]
    attendance: Attendance
    follow_ups: FollowUps
    hepatitis_b: HepatitisB
    products: Mapping[str, str] = field(default_factory=dict)
    """Brand of each product; one without a brand has its words under `product.<code>`."""


@dataclass(frozen=True, slots=True)
class View:
    """How a summary is asked for: one place by its code or all, and whether it leaves the house."""

    place: str | None = None
    for_publication: bool = False


def year_summary(counted: Counted, view: View, words: Words) -> YearSummary:
    """The tables of part 1, in their order."""
    tables = (
        _attendance(counted, view, words),
        _follow_ups(counted, view, words),
        _hepatitis_b(counted, view, words),
    )
    return YearSummary(counted.year, view.place, tables)


def definitions(table: str, words: Words) -> tuple[str, ...]:
    """What the figures of a table count, a sentence each."""
    return tuple(words.text(f"definitions.{one}") for one in DEFINED_IN[table])


def place_codes(counted: Counted) -> list[str]:
    """Permanences first, then by label; what has no place last."""
    kinds = list(PlaceKind)
    ordered = sorted(counted.places, key=lambda place: (kinds.index(place.kind), place.label, place.code))
    return [*(place.code for place in ordered), UNKNOWN]


def attendance_cells(counted: Counted) -> Cells:
    """Table `attendance`: a row a place and the total."""
    rows = place_codes(counted)
    cells: Cells = {}
    seen = [counted.attendance.places.get(row, SeenAt()) for row in rows]
    every = SeenAt(
        sum(one.visits for one in seen), counted.attendance.people, sum(one.left_unseen for one in seen)
    )
    for row, one in zip([*rows, TOTAL], [*seen, every], strict=True):
        values: tuple[Value, ...] = (one.visits, one.people, mean(one.visits, one.people), one.left_unseen)
        cells |= {(row, column): value for column, value in zip(_ATTENDED, values, strict=True)}
    return cells


def follow_up_cells(counted: Counted) -> Cells:
    """Table `medical_follow_ups`: a row a place and the total, a column a type and the total."""
    rows = place_codes(counted)
    marks = {
        (row, kind.value): counted.follow_ups.get((row, kind), 0) for row in rows for kind in FollowUpType
    }
    cells: Cells = dict(marks)
    for row in rows:
        cells[row, TOTAL] = sum(marks[row, kind] for kind in FollowUpType)
    for kind in FollowUpType:
        cells[TOTAL, kind] = sum(marks[row, kind] for row in rows)
    cells[TOTAL, TOTAL] = sum(marks.values())
    return cells


def hepatitis_b_cells(counted: Counted) -> Cells:
    """Table `hepatitis_b` before its lots: a row a figure, a column a place and the total."""
    cells: Cells = {}
    for figure in Figure:
        found = counted.hepatitis_b.figures.get(figure, _NOUGHT)
        cells |= {(figure, row): found.places.get(row, 0) for row in place_codes(counted)}
        cells[figure, TOTAL] = found.total
    return cells


def _attendance(counted: Counted, view: View, words: Words) -> Table:
    rows = place_codes(counted)
    plain = attendance_cells(counted)
    cells = publication.attendance(plain, rows) if view.for_publication else plain
    notes = _mean_notes(plain, cells, rows, view, words)
    if counted.attendance.open_arrivals and not view.for_publication and view.place is None:
        notes.append(words.text("summary.note.open_arrivals", number=counted.attendance.open_arrivals))
    columns = [Column(code, words.text(f"summary.attendance.{code}")) for code in _ATTENDED]
    return _by_place("attendance", columns, cells, notes, counted, view, words)


def _mean_notes(plain: Cells, cells: Cells, rows: Sequence[str], view: View, words: Words) -> list[str]:
    """Whether people counted at several places count once in the total."""
    people = cells[TOTAL, "people"]
    together = sum(value for row in rows if isinstance(value := plain[row, "people"], int))
    if view.place is not None or not isinstance(people, int) or people == together:
        return []
    return [words.text("summary.note.different_people", people=people, sum=together)]


def _follow_ups(counted: Counted, view: View, words: Words) -> Table:
    rows = place_codes(counted)
    cells = follow_up_cells(counted)
    if view.for_publication:
        cells = publication.follow_ups(cells, rows, publication.attendance(attendance_cells(counted), rows))
    columns = [Column(kind.value, words.text(f"summary.follow_up.{kind}")) for kind in FollowUpType]
    columns.append(Column(TOTAL, words.text("summary.total")))
    return _by_place("medical_follow_ups", columns, cells, [], counted, view, words)


def _by_place(
    table: str,
    columns: Sequence[Column],
    cells: Cells,
    notes: list[str],
    counted: Counted,
    view: View,
    words: Words,
) -> Table:
    """A table with a row a place: that of the view alone, or all of them and the total."""
    labels = _labels(counted, words)
    codes = [*place_codes(counted), TOTAL] if view.place is None else [view.place]
    rows = [Row(code, labels[code], tuple(cells[code, column.id] for column in columns)) for code in codes]
    return _table(table, columns, rows, notes, view, words)


def _table(
    table: str, columns: Sequence[Column], rows: Sequence[Row], notes: Iterable[str], view: View, words: Words
) -> Table:
    told = [*definitions(table, words), *notes]
    if view.for_publication:
        told.append(words.text(f"definitions.{Definition.SMALL_NUMBERS}"))
    return Table(table, words.text(f"summary.{table}.title"), tuple(columns), tuple(rows), tuple(told))


def _labels(counted: Counted, words: Words) -> Mapping[str, str]:
    fixed = {UNKNOWN: words.text("summary.unknown_place"), TOTAL: words.text("summary.total")}
    return {place.code: place.label for place in counted.places} | fixed


def _hepatitis_b(counted: Counted, view: View, words: Words) -> Table:
    rows = place_codes(counted)
    cells = hepatitis_b_cells(counted)
    if view.for_publication:
        attended = publication.attendance(attendance_cells(counted), rows)
        followed = publication.follow_ups(follow_up_cells(counted), rows, attended)
        cells = publication.hepatitis_b(cells, rows, followed)
    column = TOTAL if view.place is None else view.place
    shown = [Row(one, words.text(f"summary.hepatitis_b.{one}"), (cells[one, column],)) for one in Figure]
    notes: list[str] = []
    if view.place is None:
        labels = _labels(counted, words)
        shown += [
            Row(
                f"doses_at:{row}",
                words.text("summary.hepatitis_b.doses_at", place=labels[row]),
                (cells[Figure.DOSES, row],),
            )
            for row in rows
        ]
        notes += _straddling(counted, view, words)
    given, told = _lots(counted, view, cells[Figure.DOSES, TOTAL], words)
    columns = [Column("number", words.text("summary.hepatitis_b.number"))]
    return _table("hepatitis_b", columns, [*shown, *given], [*notes, *told], view, words)


def _straddling(counted: Counted, view: View, words: Words) -> list[str]:
    number = counted.hepatitis_b.straddling
    if not number:
        return []
    if view.for_publication:
        return [words.text("summary.note.some_straddling")]
    return [words.text("summary.note.straddling", number=number)]


def _lots(counted: Counted, view: View, whole: Value, words: Words) -> tuple[list[Row], list[str]]:
    """Doses by lot and by donor; of one place never for publication."""
    by_lot: dict[tuple[str, str, str], int] = {}
    for one in counted.hepatitis_b.lots:
        if view.place in {None, one.place}:
            lot = (one.product, one.lot, one.donor)
            by_lot[lot] = by_lot.get(lot, 0) + one.number
    keys = sorted(by_lot)
    values: Sequence[Value] | None = [by_lot[key] for key in keys]
    if view.for_publication:
        numbers = [by_lot[key] for key in keys]
        values = None if view.place is not None else publication.lots(numbers, whole)
    if values is None:
        return [], [words.text("summary.note.lots_withheld")] if keys else []
    rows = [
        Row(f"lot:{product}:{lot}:{donor}", _lot_label(counted, words, product, lot, donor), (value,))
        for (product, lot, donor), value in zip(keys, values, strict=True)
    ]
    if all(isinstance(value, int) for value in values):
        rows += _donors(by_lot, words)
    return rows, []


def _lot_label(counted: Counted, words: Words, product: str, lot: str, donor: str) -> str:
    shown = counted.products.get(product) or words.text(f"product.{product}")
    form = "summary.hepatitis_b.lot_of_donor" if donor else "summary.hepatitis_b.lot"
    return words.text(form, product=shown, lot=lot or words.text("summary.hepatitis_b.no_lot"), donor=donor)


def _donors(by_lot: Mapping[tuple[str, str, str], int], words: Words) -> list[Row]:
    donors: dict[str, int] = {}
    for (_, _, donor), number in by_lot.items():
        if donor:
            donors[donor] = donors.get(donor, 0) + number
    return [
        Row(f"donor:{donor}", words.text("summary.hepatitis_b.donor", donor=donor), (donors[donor],))
        for donor in sorted(donors)
    ]
