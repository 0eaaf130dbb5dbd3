"""The ledger's database: what happened, who received what, and the working tables of runs under way.

`ledger_entry` is append-only and holds no personal data: references are keyed hashes or opaque ids.
Working tables hold keys and are emptied once their run is certified, published or refused.
"""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from lethe.sqltypes import Bytes, UtcDateTime

metadata = MetaData()

ledger_entry = Table(
    "ledger_entry",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", String(32), nullable=False),  # RFC 3339, UTC, exactly as hashed
    Column("event", String(32), nullable=False),
    Column("scope", String(63), nullable=False),  # the plan, export or pull the event belongs to
    Column("reference", String(96), nullable=False),
    Column("outcome", String(32), nullable=False),
    Column("details", Text, nullable=False),  # RFC 8785 bytes as text: ids, counts and digests only
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    UniqueConstraint("reference", "event", "scope"),
    Index("ledger_entry_by_scope", "scope"),
)

# One row: the place that writers lock, and what tells a cut tail.
ledger_head = Table(
    "ledger_head",
    metadata,
    Column("head_id", Integer, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("hash", String(64), nullable=False),
)

# One row a reference key that lines were written with: what only that key can compute. It tells a lost key.
reference_key = Table(
    "reference_key",
    metadata,
    Column("key_id", String(16), primary_key=True),
    Column("witness", String(64), nullable=False),
)

recipient_copy = Table(
    "recipient_copy",
    metadata,
    Column("copy_id", String(63), primary_key=True),
    Column("export_id", String(63), nullable=False),
    Column("study_id", String(63), nullable=False),
    Column("client_id", String(63), nullable=False),
    Column("store_id", String(63), nullable=False),
    Column("key", String(1024), nullable=False),
    Column("version_id", String(255), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("size", Bytes, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("clause", String(8), nullable=False),
    Column("due", Date, nullable=False),
    Column("published_at", UtcDateTime, nullable=False),
    Column("deleted_at", UtcDateTime, nullable=True),
    Column("gone_due", Date, nullable=True),  # the day it was deleted under, which may be before the one registered
    UniqueConstraint("store_id", "key", "version_id"),
    Index("recipient_copy_by_due", "kind", "due"),
)

plan = Table(
    "plan",
    metadata,
    Column("plan_id", String(63), primary_key=True),
    Column("rule_id", String(63), nullable=False),
    Column("rule_digest", String(64), nullable=False),
    Column("clause", String(8), nullable=False),
    Column("today", Date, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("counts", JSON, nullable=False),
    Column("state", String(16), nullable=False),  # frozen, parked, certified, superseded, nothing_due
    Column("frozen_at", UtcDateTime, nullable=False),
    Column("rule", JSON, nullable=True),  # the rule as it was; none for plans of before it was kept
    Column("questions", JSON, nullable=True),  # why somebody must approve it first, in words; none: nobody has to
)

# A plan being made: its items are written before it, in parts. What a killed run left is cleared by a later one.
plan_draft = Table(
    "plan_draft",
    metadata,
    Column("plan_id", String(63), primary_key=True),
    Column("rule_id", String(63), nullable=False),
    Column("started_at", UtcDateTime, nullable=False),
    Column("token", String(32), nullable=False),
)

plan_item = Table(
    "plan_item",
    metadata,
    Column("plan_id", String(63), nullable=False),
    Column("item_no", Integer, nullable=False),
    Column("batch", Integer, nullable=False),
    Column("kind", String(16), nullable=False),  # object, row, client_copy
    Column("place_id", String(63), nullable=False),
    Column("key", String(1024), nullable=False),  # an object's key or a row's id
    Column("versions", JSON, nullable=False),  # [[version_id, size, is_delete_marker], ...] as planned
    Column("due", Date, nullable=False),
    Column("reference", String(96), nullable=False),
    Column("study_id", String(63), nullable=False, server_default=""),
    # An earlier plan may have deleted it already: it is verified and certified here, whatever a listing shows.
    Column("carried", Boolean, nullable=False, server_default=false()),
    PrimaryKeyConstraint("plan_id", "item_no"),
    UniqueConstraint("plan_id", "place_id", "key"),
)

# What keeps things from being deleted, and until when. Ended ones stay: they say why something was kept.
hold = Table(
    "hold",
    metadata,
    Column("hold_id", String(32), primary_key=True),
    Column("kind", String(16), nullable=False),  # legal, restriction
    Column("scope", String(128), nullable=False),  # study:ID, session:ID, participant:ID, client:ID, place:ID, ...
    Column("studies", JSON, nullable=False),  # those that the scope reaches into, as they were when it was placed
    Column("reason", String(255), nullable=False),
    Column("placed_by", String(255), nullable=False),
    Column("placed_at", UtcDateTime, nullable=False),
    Column("until", Date, nullable=False),  # the last day on which it holds
    Column("ended_at", UtcDateTime, nullable=True),
    Column("ended_by", String(255), nullable=True),
)

# One row while every deletion is stopped, none otherwise.
deletion_stop = Table(
    "deletion_stop",
    metadata,
    Column("stop_id", Integer, primary_key=True),
    Column("by", String(255), nullable=False),
    Column("reason", String(255), nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

export = Table(
    "export",
    metadata,
    Column("export_id", String(63), primary_key=True),
    Column("run_id", String(255), nullable=False, unique=True),
    Column("study_id", String(63), nullable=False),
    Column("client_id", String(63), nullable=False),
    Column("mode", String(16), nullable=False),
    Column("formats", JSON, nullable=False),
    Column("requested_by", String(255), nullable=False),
    Column("selected_at", UtcDateTime, nullable=False),
    Column("roster_digest", String(64), nullable=False),
    Column("candidate_digest", String(64), nullable=True),
    Column("state", String(16), nullable=False),  # selected, gated, blocked, rejected, published
)

# What an export is made of; for a survey table, one row stands for the table and `sources` lists the answers.
export_item = Table(
    "export_item",
    metadata,
    Column("export_id", String(63), nullable=False),
    Column("item_no", Integer, nullable=False),
    Column("batch", Integer, nullable=False),
    Column("kind", String(16), nullable=False),  # transcript, survey
    Column("sources", JSON, nullable=False),  # asset ids or response ids
    Column("due", Date, nullable=False),
    Column("clause", String(8), nullable=False),
    PrimaryKeyConstraint("export_id", "item_no"),
)

# The candidate files of an export as anonymised into staging.
candidate = Table(
    "candidate",
    metadata,
    Column("export_id", String(63), nullable=False),
    Column("item_no", Integer, nullable=False),
    Column("name", String(255), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("key", String(1024), nullable=False),
    Column("version_id", String(255), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("size", Bytes, nullable=False),
    Column("due", Date, nullable=False),
    Column("clause", String(8), nullable=False),
    Column("counts", JSON, nullable=False),
    PrimaryKeyConstraint("export_id", "name"),
)

# What was given to a client outside any bucket: on a disk, by a link. `reference` is the agency's own id of it.
handover = Table(
    "handover",
    metadata,
    Column("handover_id", String(63), primary_key=True),
    Column("client_id", String(63), nullable=False),
    Column("study_id", String(63), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("clause", String(8), nullable=False),
    Column("due", Date, nullable=False),
    Column("session_id", String(63), nullable=True),
    Column("reference", String(63), nullable=False),
    Column("registered_at", UtcDateTime, nullable=False),
    UniqueConstraint("client_id", "reference"),
)

# What each notice told of, so that no thing is told of twice at one stage of one day.
notice_item = Table(
    "notice_item",
    metadata,
    Column("item_id", String(96), nullable=False),
    Column("due", Date, nullable=False),
    Column("stage", Integer, nullable=False),  # days before the due day; below zero, an escalation after it
    Column("client_id", String(63), nullable=False),
    Column("notice_id", String(63), nullable=False),
    Column("sent_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("item_id", "due", "stage"),
    Index("notice_item_by_day", "client_id", "due"),
)

# Who has a notice already, by the keyed reference of the address: a try that failed half-way goes on from there.
notice_recipient = Table(
    "notice_recipient",
    metadata,
    Column("notice_id", String(63), nullable=False),
    Column("recipient", String(96), nullable=False),
    PrimaryKeyConstraint("notice_id", "recipient"),
)

# `by` and `note` are the words of whoever wrote them down; the ledger's line has the keyed reference of `by` alone.
attestation = Table(
    "attestation",
    metadata,
    Column("attestation_id", String(63), primary_key=True),
    Column("client_id", String(63), nullable=False),
    Column("due", Date, nullable=False),
    Column("statement", String(16), nullable=False),  # deleted, none-held, partly
    Column("by", String(63), nullable=False),
    Column("note", String(500), nullable=False),
    Column("attested_at", UtcDateTime, nullable=False),
    Index("attestation_by_day", "client_id", "due"),
)

attested_item = Table(
    "attested_item",
    metadata,
    Column("attestation_id", String(63), nullable=False),
    Column("item_id", String(96), nullable=False),
    PrimaryKeyConstraint("attestation_id", "item_id"),
    Index("attested_item_by_item", "item_id"),
)
