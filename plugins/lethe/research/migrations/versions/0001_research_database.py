"""The research database"""

import sqlalchemy as sa
from alembic import op

import lethe.sqltypes

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "client",
        sa.Column("client_id", sa.String(length=63), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.PrimaryKeyConstraint("client_id"),
    )
    op.create_table(
        "inbound_file",
        sa.Column("file_id", sa.String(length=63), nullable=False),
        sa.Column("source_id", sa.String(length=63), nullable=False),
        sa.Column("store_id", sa.String(length=63), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("version_id", sa.String(length=255), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("seen_at", lethe.sqltypes.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("file_id"),
        sa.UniqueConstraint("store_id", "key", "version_id"),
    )
    op.create_table(
        "participant",
        sa.Column("participant_id", sa.String(length=63), nullable=False),
        sa.Column("first_name", sa.String(length=255), nullable=False),
        sa.Column("last_name", sa.String(length=255), nullable=False),
        sa.Column("preferred_name", sa.String(length=255), nullable=False),
        sa.Column("email", sa.String(length=255), nullable=False),
        sa.Column("phone", sa.String(length=255), nullable=False),
        sa.Column("date_of_birth", sa.String(length=255), nullable=False),
        sa.Column("gender", sa.String(length=255), nullable=False),
        sa.Column("occupation", sa.String(length=255), nullable=False),
        sa.Column("education", sa.String(length=255), nullable=False),
        sa.Column("employer", sa.String(length=255), nullable=False),
        sa.Column("employment_status", sa.String(length=255), nullable=False),
        sa.Column("salary_band", sa.String(length=255), nullable=False),
        sa.Column("street", sa.String(length=255), nullable=False),
        sa.Column("city", sa.String(length=255), nullable=False),
        sa.Column("postcode", sa.String(length=255), nullable=False),
        sa.Column("country", sa.String(length=255), nullable=False),
        sa.Column("language", sa.String(length=255), nullable=False),
        sa.Column("bank_account_name", sa.String(length=255), nullable=False),
        sa.Column("iban_or_sort_account", sa.String(length=255), nullable=False),
        sa.Column("paypal_email", sa.String(length=255), nullable=False),
        sa.PrimaryKeyConstraint("participant_id"),
    )
    op.create_table(
        "quarantined",
        sa.Column("quarantine_id", sa.String(length=63), nullable=False),
        sa.Column("source_id", sa.String(length=63), nullable=False),
        sa.Column("store_id", sa.String(length=63), nullable=False),
        sa.Column("key", sa.String(length=1024), nullable=False),
        sa.Column("original_name", sa.Text(), nullable=False),
        sa.Column("reason", sa.String(length=255), nullable=False),
        sa.Column("quarantined_at", lethe.sqltypes.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("quarantine_id"),
        sa.UniqueConstraint("store_id", "key"),
    )
    op.create_table(
        "watermark",
        sa.Column("source_id", sa.String(length=63), nullable=False),
        sa.Column("at", lethe.sqltypes.UtcDateTime(timezone=True), nullable=False),
        sa.Column("row_id", sa.String(length=255), nullable=False),
        sa.PrimaryKeyConstraint("source_id"),
    )
    op.create_table(
        "study",
        sa.Column("study_id", sa.String(length=63), nullable=False),
        sa.Column("client_id", sa.String(length=63), nullable=False),
        sa.Column("title", sa.String(length=255), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["client.client_id"],
        ),
        sa.PrimaryKeyConstraint("study_id"),
    )
    op.create_table(
        "participation",
        sa.Column("study_id", sa.String(length=63), nullable=False),
        sa.Column("participant_id", sa.String(length=63), nullable=False),
        sa.Column("consented_at", lethe.sqltypes.UtcDateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", lethe.sqltypes.UtcDateTime(timezone=True), nullable=True),
        sa.Column("restricted_at", lethe.sqltypes.UtcDateTime(timezone=True), nullable=True),
        sa.Column("objected_at", lethe.sqltypes.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["study_id"],
            ["study.study_id"],
        ),
        sa.PrimaryKeyConstraint("study_id", "participant_id"),
    )
    op.create_table(
        "session",
        sa.Column("session_id", sa.String(length=63), nullable=False),
        sa.Column("study_id", sa.String(length=63), nullable=False),
        sa.Column("started_at", lethe.sqltypes.UtcDateTime(timezone=True), nullable=True),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.ForeignKeyConstraint(
            ["study_id"],
            ["study.study_id"],
        ),
        sa.PrimaryKeyConstraint("session_id"),
    )
    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.create_index("session_by_study", ["study_id"], unique=False)

    op.create_table(
        "survey_response",
        sa.Column("response_id", sa.String(length=63), nullable=False),
        sa.Column("study_id", sa.String(length=63), nullable=False),
        sa.Column("participant_id", sa.String(length=63), nullable=False),
        sa.Column("answered_at", lethe.sqltypes.UtcDateTime(timezone=True), nullable=True),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("source_id", sa.String(length=63), nullable=False),
        sa.Column("source_ref", sa.String(length=255), nullable=False),
        sa.ForeignKeyConstraint(
            ["study_id"],
            ["study.study_id"],
        ),
        sa.PrimaryKeyConstraint("response_id"),
        sa.UniqueConstraint("source_id", "source_ref"),
    )
    with op.batch_alter_table("survey_response", schema=None) as batch_op:
        batch_op.create_index("survey_response_by_study", ["study_id"], unique=False)

    op.create_table(
        "asset",
        sa.Column("asset_id", sa.String(length=63), nullable=False),
        sa.Column("session_id", sa.String(length=63), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("store_id", sa.String(length=63), nullable=False),
        sa.Column("key", sa.String(length=1024), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("pulled_at", lethe.sqltypes.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["session.session_id"],
        ),
        sa.PrimaryKeyConstraint("asset_id"),
        sa.UniqueConstraint("store_id", "key"),
    )
    with op.batch_alter_table("asset", schema=None) as batch_op:
        batch_op.create_index("asset_by_session", ["session_id"], unique=False)

    op.create_table(
        "session_participant",
        sa.Column("session_id", sa.String(length=63), nullable=False),
        sa.Column("participant_id", sa.String(length=63), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("speaker_label", sa.String(length=255), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["session.session_id"],
        ),
        sa.PrimaryKeyConstraint("session_id", "participant_id"),
    )


def downgrade() -> None:
    raise RuntimeError("a migration does not delete people's data; use the retention rules")
