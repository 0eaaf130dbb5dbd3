"""The research database: studies, people, sessions, files and answers.

Ids are opaque. A panel that has tables of its own copies them in here or maps them with views of these names.
`participant` also holds the staff who moderate, so that their names can be masked.
"""

from sqlalchemy import (
    JSON,
    Column,
    Date,
    ForeignKey,
    Index,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from anonymizers.people import ROSTER_COLUMNS
from lethe.sqltypes import Bytes, UtcDateTime

metadata = MetaData()

client = Table(
    "client", metadata, Column("client_id", String(63), primary_key=True), Column("name", String(255), nullable=False)
)

study = Table(
    "study",
    metadata,
    Column("study_id", String(63), primary_key=True),
    Column("client_id", String(63), ForeignKey("client.client_id"), nullable=False),
    Column("title", String(255), nullable=False, default=""),
)

participant = Table(
    "participant",
    metadata,
    Column("participant_id", String(63), primary_key=True),
    *(Column(name, String(255), nullable=False, default="") for name in ROSTER_COLUMNS if name != "participant_id"),
)

session = Table(
    "session",
    metadata,
    Column("session_id", String(63), primary_key=True),
    Column("study_id", String(63), ForeignKey("study.study_id"), nullable=False),
    Column("started_at", UtcDateTime, nullable=True),  # unknown: its files are reported, neither kept nor deleted
    Column("language", String(8), nullable=False, default="en"),
    Index("session_by_study", "study_id"),
)

# No foreign key to participant: registration data may be gone (P4.1) while the session's own record remains,
# and a session that names somebody without a roster entry is exactly what an export must refuse.
session_participant = Table(
    "session_participant",
    metadata,
    Column("session_id", String(63), ForeignKey("session.session_id"), nullable=False),
    Column("participant_id", String(63), nullable=False),
    Column("role", String(16), nullable=False),
    Column("speaker_label", String(255), nullable=False, default=""),
    PrimaryKeyConstraint("session_id", "participant_id"),
)

asset = Table(
    "asset",
    metadata,
    Column("asset_id", String(63), primary_key=True),
    Column("session_id", String(63), ForeignKey("session.session_id"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("store_id", String(63), nullable=False),
    Column("key", String(1024), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("pulled_at", UtcDateTime, nullable=True),
    UniqueConstraint("store_id", "key"),
    Index("asset_by_session", "session_id"),
)

survey_response = Table(
    "survey_response",
    metadata,
    Column("response_id", String(63), primary_key=True),
    Column("study_id", String(63), ForeignKey("study.study_id"), nullable=False),
    Column("participant_id", String(63), nullable=False),
    Column("answered_at", UtcDateTime, nullable=True),
    Column("answers", JSON, nullable=False),
    Column("source_id", String(63), nullable=False),
    Column("source_ref", String(255), nullable=False),
    UniqueConstraint("source_id", "source_ref"),
    Index("survey_response_by_study", "study_id"),
)

participation = Table(
    "participation",
    metadata,
    Column("study_id", String(63), ForeignKey("study.study_id"), nullable=False),
    Column("participant_id", String(63), nullable=False),
    Column("consented_at", UtcDateTime, nullable=True),
    Column("withdrawn_at", UtcDateTime, nullable=True),
    Column("restricted_at", UtcDateTime, nullable=True),
    Column("objected_at", UtcDateTime, nullable=True),
    PrimaryKeyConstraint("study_id", "participant_id"),
)

watermark = Table(
    "watermark",
    metadata,
    Column("source_id", String(63), primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Column("row_id", String(255), nullable=False),
)

# A file seen in a drop, under an opaque id: only that id passes through Airflow, for a key may hold a name.
# The row goes when the file has been taken or quarantined; what happened stays in the ledger.
inbound_file = Table(
    "inbound_file",
    metadata,
    Column("file_id", String(63), primary_key=True),
    Column("source_id", String(63), nullable=False),
    Column("store_id", String(63), nullable=False),
    Column("key", Text, nullable=False),
    Column("version_id", String(255), nullable=False),
    Column("size", Bytes, nullable=False),
    Column("seen_at", UtcDateTime, nullable=False),
    UniqueConstraint("store_id", "key", "version_id"),
)

quarantined = Table(
    "quarantined",
    metadata,
    Column("quarantine_id", String(63), primary_key=True),
    Column("source_id", String(63), nullable=False),
    Column("store_id", String(63), nullable=False),
    Column("key", String(1024), nullable=False),
    Column("original_name", Text, nullable=False),
    Column("reason", String(255), nullable=False),
    Column("quarantined_at", UtcDateTime, nullable=False),
    Column("due", Date, nullable=True),  # of what it was made from, where that is known: it is kept no longer
    UniqueConstraint("store_id", "key"),
)
