"""Writing people and their names, each with the search keys that follow."""

from collections.abc import Mapping
from random import Random
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from icarmed.db.people import rewrite_search_keys
from icarmed.db.schema.permanence import patient_names, patients
from icarmed.db.writing import Writing
from icarmed.domain.codes import new_patient_code
from icarmed.domain.dates import DateRange
from icarmed.domain.people import NameKind


def add_patient(writing: Writing, values: Mapping[str, Any], rng: Random) -> UUID:
    """A new person under a code that was never given before."""
    identity = writing.add(patients, dict(values) | {"code": _unused_code(writing.connection, rng)})
    rewrite_search_keys(writing, [identity])
    return identity


def change_patient(writing: Writing, identity: UUID, from_revision: int, values: Mapping[str, Any]) -> int:
    """Corrects what is known of a person."""
    revision = writing.correct(patients, identity, from_revision, values)
    rewrite_search_keys(writing, [identity])
    return revision


def add_name(writing: Writing, patient: UUID, kind: NameKind, name: str, *, shown: bool) -> UUID:
    """One more name; when `shown`, the one that was shown no longer is."""
    if shown:
        _hide_shown(writing, patient)
    identity = writing.add(patient_names, {"patient": patient, "kind": kind, "name": name, "shown": shown})
    rewrite_search_keys(writing, [patient])
    return identity


def show_name(writing: Writing, patient: UUID, name: UUID) -> None:
    """Makes this name the one shown."""
    _hide_shown(writing, patient)
    row = writing.connection.execute(patient_names.select().where(patient_names.c.id == name)).one()
    writing.correct(patient_names, name, row.revision, {"shown": True})


def void_name(writing: Writing, patient: UUID, name: UUID, reason: str) -> None:
    """Takes back a name; the next one spoken is shown in its place, if there is one."""
    row = writing.connection.execute(patient_names.select().where(patient_names.c.id == name)).one()
    writing.void(patient_names, name, row.revision, reason)
    if row.shown:
        _show_first_left(writing, patient)
    rewrite_search_keys(writing, [patient])


def born_columns(born: DateRange | None) -> dict[str, Any]:
    """The two columns of a birth."""
    return {"born_first": born.first if born else None, "born_last": born.last if born else None}


def _hide_shown(writing: Writing, patient: UUID) -> None:
    for row in writing.connection.execute(_names(patient).where(patient_names.c.shown.is_(True))).all():
        writing.correct(patient_names, row.id, row.revision, {"shown": False})


def _show_first_left(writing: Writing, patient: UUID) -> None:
    spoken = _names(patient).where(patient_names.c.kind != NameKind.TELEPHONE)
    row = writing.connection.execute(spoken.order_by(patient_names.c.entered_at).limit(1)).one_or_none()
    if row is not None:
        writing.correct(patient_names, row.id, row.revision, {"shown": True})


def _names(patient: UUID) -> sa.Select[Any]:
    return patient_names.select().where(patient_names.c.patient == patient, patient_names.c.voided.is_(False))


def _unused_code(connection: sa.Connection, rng: Random) -> str:
    while True:
        code = new_patient_code(rng)
        if connection.execute(sa.select(patients.c.id).where(patients.c.code == code)).first() is None:
            return code
