"""People, sessions, visits and what is written in them."""

import sqlalchemy as sa

from icarmed.db.schema.base import day, flag, identity, instant, kept, link, metadata, partial, text, word
from icarmed.domain.people import Gender, Milieu, NameKind, Relation
from icarmed.domain.visits import FollowUpType, SignKind, TypeOrigin, VisitState

_LIVING = sa.text("NOT voided")

patients = kept(
    "patients",
    text("code", default=None),
    word("gender", Gender),
    *partial("born", optional=True),
    text("languages"),
    word("milieu", Milieu),
    text("nationality"),
    word("relation", Relation),
    text("discretion"),
    text("allergies"),
    text("agreed_word"),
    flag("deceased"),
    flag("departed"),
    sa.UniqueConstraint("code"),
)

patient_names = kept(
    "patient_names",
    link("patient", "patients"),
    word("kind", NameKind),
    text("name", default=None),
    flag("shown"),
    sa.Index("ix_patient_names_patient", "patient"),
)

# Folded keys of the search box: made from names, code and birth, and made again whenever these change.
search_keys = sa.Table(
    "search_keys",
    metadata,
    sa.Column("patient", sa.Uuid(as_uuid=True), sa.ForeignKey("patients.id"), primary_key=True),
    text("folded", default=None),
)

search_slips = sa.Table(
    "search_slips",
    metadata,
    text("variant", default=None),
    text("word", default=None),
    sa.PrimaryKeyConstraint("variant", "word"),
    sqlite_with_rowid=False,
)

sessions = kept(
    "sessions",
    link("place", "places"),
    day("on"),
    text("starts"),
    text("ends"),
    instant("opened_at"),
    instant("closed_at", optional=True),
    link("closed_by", "accounts", optional=True),
    sa.Index("ix_sessions_on", "on", "place"),
    # A visit is one person, one place, one day: this index and that of visits make rows countable.
    sa.Index(
        "uq_sessions_place_on", "place", "on", unique=True, sqlite_where=_LIVING, postgresql_where=_LIVING
    ),
)

session_staff = sa.Table(
    "session_staff",
    metadata,
    link("session", "sessions"),
    link("account", "accounts"),
    sa.PrimaryKeyConstraint("session", "account"),
)

session_lots = sa.Table(
    "session_lots",
    metadata,
    link("session", "sessions"),
    link("vaccine_lot", "vaccine_lots"),
    sa.PrimaryKeyConstraint("session", "vaccine_lot"),
)

session_kits = sa.Table(
    "session_kits",
    metadata,
    link("session", "sessions"),
    link("kit_lot", "kit_lots"),
    sa.PrimaryKeyConstraint("session", "kit_lot"),
)

visits = kept(
    "visits",
    link("session", "sessions"),
    link("patient", "patients"),
    day("on"),
    word("state", VisitState),
    instant("arrived_at"),
    instant("ended_at", optional=True),
    flag("with_doctor"),
    flag("with_nurse"),
    word("sign", SignKind, optional=True),
    text("sign_reason"),
    sa.Index("ix_visits_session", "session"),
    sa.Index(
        *("uq_visits_session_patient", "session", "patient"),
        unique=True,
        sqlite_where=_LIVING,
        postgresql_where=_LIVING,
    ),
    sa.Index("ix_visits_patient", "patient", "on"),
    sa.Index("ix_visits_on", "on", "session", "patient", "state", "voided"),
)

visit_types = sa.Table(
    "visit_types",
    metadata,
    link("visit", "visits"),
    word("type", FollowUpType),
    word("origin", TypeOrigin),
    sa.PrimaryKeyConstraint("visit", "type"),
    sqlite_with_rowid=False,
)

journal_entries = kept(
    "journal_entries",
    link("patient", "patients"),
    link("visit", "visits", optional=True),
    day("on"),
    text("body", default=None),
    sa.Index("ix_journal_entries_patient", "patient", "on"),
)

drafts = sa.Table(
    "drafts",
    metadata,
    identity(),
    link("author", "accounts"),
    link("patient", "patients"),
    link("visit", "visits", optional=True),
    text("form", default=None),
    day("begun_on"),
    text("body", default=None),
    sa.Column("revision", sa.Integer, nullable=False),
    instant("written_at"),
    sa.UniqueConstraint("author", "patient", "visit", "form"),
)
