"""Column types: instants in UTC, closed sets of words, and dates that may be partial."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

FORM = "%Y-%m-%dT%H:%M:%S.%fZ"


class UtcInstant(TypeDecorator[datetime]):
    """An instant: ISO text with Z and six decimals in SQLite, timestamptz in PostgreSQL.

    Refuses a naive datetime with ValueError.
    """

    impl = sa.String(27)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> sa.types.TypeEngine[Any]:
        if dialect.name == "postgresql":
            return dialect.type_descriptor(sa.DateTime(timezone=True))
        return dialect.type_descriptor(sa.String(27))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> object:
        if value is None:
            return None
        if value.tzinfo is None:
            message = "an instant needs a time zone"
            raise ValueError(message)
        value = value.astimezone(UTC)
        return value if dialect.name == "postgresql" else value.strftime(FORM)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        if value is None or dialect.name == "postgresql":
            return value
        # Not strptime, which takes fifty times as long: a file that is opened holds a hundred instants.
        return datetime.fromisoformat(str(value))


def word_of(words: type[StrEnum], constraint: str) -> sa.Enum:
    """The type of a column that holds one stored value of `words`, with a named CHECK."""
    return sa.Enum(
        words,
        values_callable=lambda members: [member.value for member in members],
        native_enum=False,
        create_constraint=True,
        name=constraint,
        length=40,
    )
