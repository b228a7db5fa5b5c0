"""Who works here, where and when, and what the organisation chose."""

import sqlalchemy as sa

from icarmed.db.schema.base import day, flag, identity, instant, kept, link, metadata, text, word
from icarmed.domain.office import CoversKind, ExceptionKind, PlaceKind

accounts = kept(
    "accounts",
    text("sign_in", default=None),
    text("shown_name", default=None),
    text("prescriber_name"),
    text("prescriber_address"),
    text("prescriber_phone"),
    text("inami"),
    sa.Column("public_key", sa.LargeBinary, nullable=False),
    flag("disabled"),
    sa.UniqueConstraint("sign_in"),
)

account_roles = sa.Table(
    "account_roles",
    metadata,
    link("account", "accounts"),
    text("role", default=None),
    sa.PrimaryKeyConstraint("account", "role"),
)

places = kept(
    "places",
    text("code", default=None),
    text("label", default=None),
    word("kind", PlaceKind),
    sa.UniqueConstraint("code"),
)

calendar_rules = kept(
    "calendar_rules",
    link("place", "places"),
    text("rrule", default=None),
    text("starts", default=None),
    text("ends", default=None),
    day("valid_from", optional=True),
    day("valid_until", optional=True),
)

calendar_exceptions = kept(
    "calendar_exceptions",
    link("place", "places", optional=True),
    day("on"),
    word("kind", ExceptionKind),
    text("starts"),
    text("ends"),
    text("reason"),
)

standing_orders = kept(
    "standing_orders",
    link("doctor", "accounts"),
    day("on"),
    day("until", optional=True),
)

standing_order_items = sa.Table(
    "standing_order_items",
    metadata,
    link("standing_order", "standing_orders"),
    word("covers", CoversKind),
    text("code", default=None),
    sa.PrimaryKeyConstraint("standing_order", "covers", "code"),
)

vaccine_lots = kept(
    "vaccine_lots",
    text("product", default=None),
    text("lot", default=None),
    day("expires_on"),
    text("donor"),
)

kit_lots = kept(
    "kit_lots",
    text("kit", default=None),
    text("lot", default=None),
    day("expires_on"),
)

rule_choices = kept(
    "rule_choices",
    text("rule", default=None),
    text("edition", default=None),
    sa.Column("switched_on", sa.Boolean(create_constraint=False), nullable=True),
    sa.Column("due_after_days", sa.Integer, nullable=True),
    link("validated_by", "accounts", optional=True),
    day("validated_on", optional=True),
    sa.UniqueConstraint("rule", "edition"),
)

settings = kept(
    "settings",
    text("name", default=None),
    text("value", default=None),
    sa.UniqueConstraint("name"),
)

# Window settings, the practice day and the like: neither audited nor corrected.
keepsakes = sa.Table(
    "keepsakes",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    text("value", default=None),
)

audit = sa.Table(
    "audit",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    instant("at"),
    sa.Column("account", sa.Uuid(as_uuid=True), nullable=True),
    text("act", default=None),
    sa.Column("table", sa.Text, nullable=True),
    sa.Column("row", sa.Uuid(as_uuid=True), nullable=True),
    sa.Column("revision", sa.Integer, nullable=True),
    text("purpose"),
    sa.Column("hash", sa.LargeBinary(32), nullable=False),
    sa.Index("ix_audit_row", "row"),
)

history = sa.Table(
    "history",
    metadata,
    identity(),
    text("table", default=None),
    sa.Column("row", sa.Uuid(as_uuid=True), nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("author", sa.Uuid(as_uuid=True), nullable=True),
    instant("at"),
    text("reason"),
    text("content", default=None),
    sa.UniqueConstraint("table", "row", "revision"),
)
