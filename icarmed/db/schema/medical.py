"""What is done for a person: doses, tests, requests, results, statements, reminders."""

import sqlalchemy as sa

from icarmed.db.schema.base import day, flag, instant, kept, link, metadata, partial, text, word
from icarmed.domain.lab_requests import LineState, Payer, SpecimenState
from icarmed.domain.rapid_tests import RapidResult, TestLine, TimesNoted
from icarmed.domain.reminder_acts import ActKind
from icarmed.domain.vaccination_acts import BodySite, StatementKind

courses = kept(
    "courses",
    link("patient", "patients"),
    text("plan", default=None),
    sa.Column("number", sa.Integer, nullable=False),
    day("opened_on"),
    text("reason"),
    sa.Index("ix_courses_patient", "patient"),
)

doses = kept(
    "doses",
    link("patient", "patients"),
    link("course", "courses"),
    link("visit", "visits", optional=True),
    *partial("on"),
    text("product", default=None),
    link("vaccine_lot", "vaccine_lots", optional=True),
    text("lot_text"),
    word("site", BodySite, optional=True),
    flag("declared"),
    flag("sub_standard"),
    text("place"),
    text("override_reason"),
    link("ordered_by", "accounts", optional=True),
    link("standing_order", "standing_orders", optional=True),
    link("done_by", "accounts", optional=True),
    sa.Index("ix_doses_patient", "patient"),
    sa.Index("ix_doses_on", "on_first", "patient", "voided"),
    sa.Index("ix_doses_visit", "visit"),
)

statements = kept(
    "statements",
    link("patient", "patients"),
    word("kind", StatementKind),
    day("on"),
    day("until", optional=True),
    text("subject", default="hepatitis_b"),
    text("reason"),
    sa.Index("ix_statements_patient", "patient"),
)

rapid_tests = kept(
    "rapid_tests",
    link("patient", "patients"),
    link("visit", "visits", optional=True),
    day("on"),
    text("test", default=None),
    link("kit_lot", "kit_lots", optional=True),
    word("times", TimesNoted),
    instant("started_at", optional=True),
    instant("read_at", optional=True),
    sa.Column("control_line", sa.Boolean(create_constraint=False), nullable=False),
    word("test_line", TestLine),
    word("result", RapidResult),
    link("operator", "accounts"),
    text("override_reason"),
    sa.Index("ix_rapid_tests_patient", "patient"),
    sa.Index("ix_rapid_tests_visit", "visit"),
    sa.Index("ix_rapid_tests_on", "on", "result"),
)

requests = kept(
    "requests",
    text("number", default=None),
    link("patient", "patients"),
    link("visit", "visits", optional=True),
    day("on"),
    text("panel"),
    flag("urgent"),
    flag("named"),
    word("payer", Payer),
    text("clinical_data"),
    link("ordered_by", "accounts"),
    link("standing_order", "standing_orders", optional=True),
    link("done_by", "accounts", optional=True),
    instant("signed_at", optional=True),
    link("signed_by", "accounts", optional=True),
    text("cancel_reason"),
    sa.UniqueConstraint("number"),
    sa.Index("ix_requests_patient", "patient"),
    sa.Index("ix_requests_visit", "visit"),
    sa.Index("ix_requests_on", "on"),
)

specimens = kept(
    "specimens",
    link("request", "requests"),
    sa.Column("tube_index", sa.Integer, nullable=False),
    text("specimen", default=None),
    text("tube", default=None),
    text("site"),
    word("state", SpecimenState),
    day("taken_on", optional=True),
    instant("taken_at", optional=True),
    link("taken_by", "accounts", optional=True),
    text("end_reason"),
    sa.UniqueConstraint("request", "tube_index"),
)

lines = kept(
    "lines",
    link("specimen", "specimens"),
    link("patient", "patients"),
    text("test", default=None),
    word("state", LineState),
    text("end_reason"),
    sa.Index("ix_lines_specimen", "specimen"),
    sa.Index("ix_lines_patient", "patient", "test", "state"),
    sa.Index("ix_lines_state", "state", "test"),
)

results = kept(
    "results",
    link("patient", "patients"),
    link("line", "lines", optional=True),
    text("test", default=None),
    *partial("on"),
    day("resulted_on"),
    text("value"),
    sa.Column("number", sa.Text, nullable=True),
    text("comparator"),
    text("unit"),
    link("visit", "visits", optional=True),
    sa.Index("ix_results_patient", "patient"),
    sa.Index("ix_results_line", "line"),
    sa.Index("ix_results_figures", "on_first", "test", "patient"),
    sa.CheckConstraint("comparator IN ('', '<', '<=', '>', '>=')", name="comparator_known"),
)

reminder_acts = kept(
    "reminder_acts",
    link("patient", "patients"),
    text("rule", default=None),
    text("anchor", default=None),
    word("kind", ActKind),
    day("on"),
    day("until", optional=True),
    text("reason"),
    text("facts"),
    sa.Index("ix_reminder_acts_patient", "patient"),
)

due_cache = sa.Table(
    "due_cache",
    metadata,
    link("patient", "patients"),
    text("rule", default=None),
    text("anchor", default=None),
    sa.Column("params", sa.Text, nullable=False, server_default=""),
    day("due"),
    day("overdue_from", optional=True),
    day("expires_after", optional=True),
    day("possible_from", optional=True),
    day("postponed_until", optional=True),
    sa.Column("priority", sa.Integer, nullable=False),
    sa.PrimaryKeyConstraint("patient", "rule", "anchor"),
    sa.Index("ix_due_cache_priority", "priority", "due"),
    sa.Index("ix_due_cache_due", "due"),
    sqlite_with_rowid=False,
)
