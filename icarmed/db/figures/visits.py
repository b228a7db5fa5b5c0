"""Visits and their types by place: the figures of `attendance` and `medical_follow_ups`.

One person, one place, one day: unique indices of the data base hold it, so that rows are visits.
"""

from typing import Any

import sqlalchemy as sa

from icarmed.db.schema.office import places
from icarmed.db.schema.permanence import sessions, visit_types, visits
from icarmed.domain.dates import DateRange
from icarmed.domain.summary.figures import Attendance, FollowUps, SeenAt
from icarmed.domain.visits import FollowUpType, VisitState

_SEEN = (VisitState.CONSULTATION, VisitState.DONE)


def attendance(connection: sa.Connection, period: DateRange) -> Attendance:
    """Visits, different people and who left unseen, by place."""
    seen = visits.c.state.in_(_SEEN)
    rows = connection.execute(
        sa.select(
            places.c.code,
            _number_of(seen).label("visits"),
            sa.func.count(sa.distinct(sa.case((seen, visits.c.patient)))).label("people"),
            _number_of(visits.c.state == VisitState.LEFT_UNSEEN).label("left_unseen"),
            _number_of(visits.c.state == VisitState.ARRIVED).label("open"),
        )
        .select_from(_at_place())
        .where(*_in(period))
        .group_by(places.c.code)
    ).all()
    return Attendance(
        places={row.code: SeenAt(row.visits, row.people, row.left_unseen) for row in rows},
        people=_different_people(connection, period),
        open_arrivals=sum(row.open for row in rows),
    )


def follow_ups(connection: sa.Connection, period: DateRange) -> FollowUps:
    """Marks by place and type."""
    rows = connection.execute(
        sa.select(places.c.code, visit_types.c.type, sa.func.count())
        .select_from(_at_place().join(visit_types, visit_types.c.visit == visits.c.id))
        .where(*_in(period), visits.c.state.in_(_SEEN))
        .group_by(places.c.code, visit_types.c.type)
    )
    return {(code, FollowUpType(kind)): number for code, kind, number in rows}


def _number_of(condition: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
    return sa.func.sum(sa.case((condition, 1), else_=0))


def _at_place() -> sa.Join:
    return visits.join(sessions, visits.c.session == sessions.c.id).join(
        places, sessions.c.place == places.c.id
    )


def _different_people(connection: sa.Connection, period: DateRange) -> int:
    people = sa.select(sa.func.count(sa.distinct(visits.c.patient)))
    return connection.execute(people.where(*_in(period), visits.c.state.in_(_SEEN))).scalar_one()


def _in(period: DateRange) -> tuple[sa.ColumnElement[Any], ...]:
    return (visits.c.on.between(period.first, period.last), visits.c.voided.is_(False))
