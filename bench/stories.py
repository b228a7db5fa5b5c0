"""What is done all day, by the program and plainly, on the same file."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from uuid import UUID

from bench import raw
from bench.load import (
    BOARD,
    NAME,
    NOON,
    PASSWORD,
    PRODUCT,
    THURSDAY,
    Person,
    data_folder,
    everyone,
    spoken_name,
)
from bench.measure import WARM, Measure, in_turn, medians, percentile
from icarmed.db.types import FORM
from icarmed.domain.vaccination_acts import BodySite
from icarmed.security.passwords import HOUSE, stretched
from icarmed.usecases.board import board
from icarmed.usecases.due_list import due_list
from icarmed.usecases.files import open_file
from icarmed.usecases.lots import usable
from icarmed.usecases.search import search
from icarmed.usecases.sessions import current
from icarmed.usecases.story import Desk
from icarmed.usecases.vaccination import RecordDose, record_dose
from icarmed.usecases.vault.entering import sign_in
from icarmed.usecases.vault.folder import DataFolder
from icarmed.usecases.vault.opened import Vault

PAGE = 50
RUNS, DOORS, TYPED = 60, 9, 40
SALT = b"sixteen bytes ok"


@dataclass(frozen=True, slots=True)
class Room:
    """An open data base, a raw connection to the same file, and who is in it."""

    folder: DataFolder
    vault: Vault
    desk: Desk
    plain: raw.Plain
    people: list[Person]

    @property
    def count(self) -> int:
        """How many people there are."""
        return len(self.people)


@contextmanager
def room(build: Path, people: int) -> Iterator[Room]:
    """A copy of the data, gone afterwards."""
    made = data_folder(build, people)
    copy = DataFolder(build / f"{people}-now")
    shutil.rmtree(copy.path, ignore_errors=True)
    shutil.copytree(made.path, copy.path)
    try:
        with sign_in(copy, NAME, PASSWORD, NOON) as vault:
            plain = raw.Plain(copy.data_base, vault.data_key.secret, vault.actor.account, NOON.strftime(FORM))
            try:
                yield Room(copy, vault, vault.desk(NOON, THURSDAY), plain, everyone(people))
            finally:
                plain.close()
    finally:
        shutil.rmtree(copy.path)


def measured(build: Path, people: int) -> Iterator[Measure]:
    """Every story at that number of people."""
    with room(build, people) as now:
        yield _unlock(now)
        yield from _search(now)
        yield _open_file(now)
        yield _due_list(now)
        yield _record_dose(now)


def _unlock(now: Room) -> Measure:
    """Sign in and read the board; the file is opened by a second program for it, as after a lock."""
    session = next(one for one in current(now.desk) if one.place_code == "liege")

    def plainly() -> None:
        stretched(PASSWORD, SALT, HOUSE.cost)
        assert len(now.plain.rows(raw.BOARD, session.id.hex)) == BOARD

    def ours() -> None:
        with sign_in(now.folder, NAME, PASSWORD, NOON) as vault:
            assert len(board(vault.desk(NOON, THURSDAY), session.id)) == BOARD

    limit, work = medians(in_turn([plainly] * DOORS, [ours] * DOORS))
    return Measure("unlock to board", "Argon2id and one read", now.count, limit, work, 1.7)


def _search(now: Room) -> Iterator[Measure]:
    """Names typed letter by letter, each key a search; and whole names with a slip of the finger."""
    some = [spoken_name(one.at) for one in now.people[:: max(1, now.count // TYPED)]][:TYPED]
    keys = [name[:end] for name in some for end in range(1, len(name) + 1)]
    yield _keys(now, "search as typed, p50 of keys", keys, 50, 7.5)
    yield _keys(now, "search as typed, p95 of keys", keys, 95, 7.5)
    slipped = [name[:-3] + name[-2:] for name in some]
    yield _keys(now, "search with a slip, p95", slipped, 95, 7.5)


def _keys(now: Room, work: str, keys: list[str], share: int, goal: float) -> Measure:
    plain, ours = in_turn(
        [partial(now.plain.rows, raw.SEARCH, key.casefold()) for key in keys],
        [partial(search, now.desk, key) for key in keys],
    )
    return Measure(
        work, "raw statement on the folded key", now.count, median(plain), percentile(ours, share), goal
    )


def _open_file(now: Room) -> Measure:
    ids = [one.id for one in _spread(now, RUNS + WARM)]
    times = in_turn(
        [partial(now.plain.open_file, one) for one in ids], [partial(open_file, now.desk, one) for one in ids]
    )
    return Measure("open a whole file", "4 raw selects, audit row", now.count, *medians(times), 2.5)


def _spread(now: Room, number: int) -> list[Person]:
    """So many people from all over, some twice if there are fewer."""
    return list(islice(cycle(now.people[:: max(1, now.count // number)]), number))


def _due_list(now: Room) -> Measure:
    times = in_turn(
        [partial(now.plain.due, THURSDAY, PAGE)] * RUNS,
        [partial(due_list, now.desk, None, None, PAGE)] * RUNS,
    )
    return Measure("due list, first page", "raw select", now.count, *medians(times), 2.5)


def _record_dose(now: Room) -> Measure:
    """Third doses, one person each: those of even turn by the program, the others plainly."""
    due = [one for one in now.people if one.is_due][: 2 * (RUNS + WARM)]
    theirs, ours = due[::2], due[1::2]
    lot = next(one.id for one in usable(now.desk)[0] if one.product == PRODUCT)
    plain = [partial(now.plain.record_dose, *_rows(now, one, lot)) for one in theirs]
    orders = [RecordDose(one.id, one.its("today"), lot, BodySite.LEFT_DELTOID) for one in ours]
    times = in_turn(plain[: len(orders)], [partial(record_dose, now.desk, order) for order in orders])
    return Measure("record a dose", "raw transaction", now.count, *medians(times), 2.5)


def _rows(
    now: Room, one: Person, lot: UUID
) -> tuple[tuple[object, ...], tuple[object, ...], tuple[object, ...]]:
    """The rows of a third dose: itself, the due row that goes, and one that comes."""
    day = THURSDAY.isoformat()
    dose = (
        one.id.hex,
        one.its("course").hex,
        one.its("today").hex,
        day,
        day,
        PRODUCT,
        lot.hex,
        BodySite.LEFT_DELTOID.value,
    )
    rule, anchor = now.plain.rows("SELECT rule, anchor FROM due_cache WHERE patient = ?", one.id.hex)[0]
    later = date(THURSDAY.year + 1, 2, 1).isoformat()
    comes = (one.id.hex, "serology", one.its("dose", 2).hex, "{}", later, later, None, later, None, 50)
    return dose, (one.id.hex, rule, anchor), comes
