"""The search box: pieces of a name, code, telephone or birth, in any order, with a slip of the finger."""

from icarmed.db import people
from icarmed.db.database import Connection
from icarmed.db.people import Found
from icarmed.domain.codes import normal_patient_code
from icarmed.domain.text import query_words
from icarmed.security.roles import Right
from icarmed.usecases.story import Desk

ENOUGH = 12


def search(desk: Desk, typed: str, limit: int = ENOUGH) -> list[Found]:
    """People whom the typed text may mean, the likeliest first."""
    desk.need(Right.SEE_NAMES)
    with desk.reading() as connection:
        return found_by(connection, typed, limit)


def found_by(connection: Connection, typed: str, limit: int = ENOUGH) -> list[Found]:
    """As `search`, on a connection already open."""
    code = normal_patient_code(typed)
    words = [code.casefold()] if code else query_words(typed)
    if not words:
        return []
    as_typed = people.matching(connection, [[word] for word in words], limit)
    if len(as_typed) >= limit:
        return people.found(connection, as_typed)
    meant = [[word, *people.meant_words(connection, word)] for word in words]
    slipped = people.matching(connection, meant, limit) if any(len(one) > 1 for one in meant) else []
    order = [*as_typed, *(one for one in slipped if one not in as_typed)]
    return people.found(connection, order[:limit])
