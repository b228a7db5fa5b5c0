"""The folded keys of everyone as one text in memory, for searching at each key that is typed.

SQLite takes milliseconds to look through twenty thousand keys, a text in memory a fraction of one
(docs/decisions/0011). It lives with its connection, which forgets it when the data base is locked.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import accumulate
from uuid import UUID

import sqlalchemy as sa

from icarmed.db.schema.office import keepsakes
from icarmed.db.schema.permanence import search_keys
from icarmed.db.writing import Writing

_STAMP = "search_keys"
_HELD = "icarmed.search_book"
# A whole word, the beginning of one, any piece: the better ones first.
_FORMS = (" {} ", " {}", "{}")
_STAMPED = sa.select(keepsakes.c.value).where(keepsakes.c.name == _STAMP)
_ALL = sa.select(sa.cast(search_keys.c.patient, sa.Text), search_keys.c.folded).order_by(
    search_keys.c.patient
)


@dataclass(frozen=True, slots=True)
class SearchBook:
    """A line a person, by id; `starts` are the places of the lines in the text, and of its end."""

    stamp: str | None
    people: tuple[str, ...]
    text: str
    starts: tuple[int, ...]

    def matching(self, alternatives: Sequence[Sequence[str]], limit: int) -> list[UUID]:
        """People whose key holds, for each typed word, one of its alternatives; beginnings of words first."""
        if not all(any(piece in self.text for piece in pieces) for pieces in alternatives):
            return []
        lines: dict[int, None] = {}
        for form in _FORMS:
            wanted = [[form.format(piece) for piece in pieces] for pieces in alternatives]
            for line in self._lines(wanted):
                lines[line] = None
                if len(lines) == limit:
                    break
            if len(lines) == limit:
                break
        return [UUID(self.people[line]) for line in lines]

    def _lines(self, wanted: Sequence[Sequence[str]]) -> Iterator[int]:
        """The lines that hold one piece of each word, found by the word that is likely the rarest."""
        rarest = max(wanted, key=lambda pieces: min(map(len, pieces)))
        others = [pieces for pieces in wanted if pieces is not rarest]
        for line in merge(*(self._lines_with(piece) for piece in rarest)):
            key = self.text[self.starts[line] : self.starts[line + 1]]
            if all(any(piece in key for piece in pieces) for pieces in others):
                yield line

    def _lines_with(self, piece: str) -> Iterator[int]:
        at = self.text.find(piece)
        while at >= 0:
            line = bisect_right(self.starts, at) - 1
            yield line
            at = self.text.find(piece, self.starts[line + 1])


def search_book(connection: sa.Connection) -> SearchBook:
    """The keys as they stand in this reading; read anew only when one was written since."""
    stamp = connection.execute(_STAMPED).scalar_one_or_none()
    held = connection.info.get(_HELD)
    if isinstance(held, SearchBook) and held.stamp == stamp:
        return held
    rows = connection.execute(_ALL).all()
    keys = [key for _, key in rows]
    starts = tuple(accumulate((len(key) + 1 for key in keys), initial=0))
    book = SearchBook(stamp, tuple(person for person, _ in rows), "\n".join(keys), starts)
    connection.info[_HELD] = book
    return book


def note_change(writing: Writing) -> None:
    """Makes every reader read the keys anew; part of each transaction that writes one."""
    connection = writing.connection
    connection.execute(keepsakes.delete().where(keepsakes.c.name == _STAMP))
    # An id, no number: after a transaction that was rolled back a number would come again.
    connection.execute(keepsakes.insert(), [{"name": _STAMP, "value": writing.new_id().hex}])
