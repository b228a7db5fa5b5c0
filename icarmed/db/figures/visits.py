"""Visits and their types by place: the figures of `attendance` and `medical_follow_ups`."""

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
    met = _met(period)
    rows = connection.execute(
        sa.select(
            places.c.code,
            sa.func.sum(met.c.seen).label("visits"),
            sa.func.count(sa.distinct(sa.case((met.c.seen == 1, met.c.patient)))).label("people"),
            sa.func.sum(sa.case((met.c.seen == 0, met.c.left_unseen), else_=0)).label("left_unseen"),
            sa.func.sum(sa.case((sa.and_(met.c.seen == 0, met.c.left_unseen == 0), 1), else_=0)).label(
                "open"
            ),
        )
        .join(places, met.c.place == places.c.id)
        .group_by(places.c.code)
    ).all()
    return Attendance(
        places={row.code: SeenAt(row.visits, row.people, row.left_unseen) for row in rows},
        people=_different_people(connection, period),
        open_arrivals=sum(row.open for row in rows),
    )


def follow_ups(connection: sa.Connection, period: DateRange) -> FollowUps:
    """Marks by place and type: a type counts once a visit, whatever the number of rows of that visit."""
    marked = (
        sa.select(sessions.c.place, visits.c.patient, visits.c.on, visit_types.c.type)
        .distinct()
        .join(sessions, visits.c.session == sessions.c.id)
        .join(visit_types, visit_types.c.visit == visits.c.id)
        .where(*_in(period), visits.c.state.in_(_SEEN))
        .subquery()
    )
    rows = connection.execute(
        sa.select(places.c.code, marked.c.type, sa.func.count().label("number"))
        .join(places, marked.c.place == places.c.id)
        .group_by(places.c.code, marked.c.type)
    )
    return {(row.code, FollowUpType(row.type)): row.number for row in rows}


def _met(period: DateRange) -> sa.Subquery:
    """One row a person, place and day."""
    seen = sa.case((visits.c.state.in_(_SEEN), 1), else_=0)
    unseen = sa.case((visits.c.state == VisitState.LEFT_UNSEEN, 1), else_=0)
    return (
        sa.select(
            sessions.c.place,
            visits.c.patient,
            sa.func.max(seen).label("seen"),
            sa.func.max(unseen).label("left_unseen"),
        )
        .join(sessions, visits.c.session == sessions.c.id)
        .where(*_in(period))
        .group_by(sessions.c.place, visits.c.patient, visits.c.on)
        .subquery()
    )


def _different_people(connection: sa.Connection, period: DateRange) -> int:
    people = sa.select(sa.func.count(sa.distinct(visits.c.patient)))
    return connection.execute(people.where(*_in(period), visits.c.state.in_(_SEEN))).scalar_one()


def _in(period: DateRange) -> tuple[sa.ColumnElement[Any], ...]:
    return (visits.c.on.between(period.first, period.last), visits.c.voided.is_(False))
