"""What clients hold out of our reach: handovers, notices sent, attestations"""

import sqlalchemy as sa
from alembic import op

import lethe.sqltypes

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("recipient_copy", schema=None) as batch_op:
        batch_op.add_column(sa.Column("gone_due", sa.Date(), nullable=True))
    op.create_table(
        "handover",
        sa.Column("handover_id", sa.String(length=63), nullable=False),
        sa.Column("client_id", sa.String(length=63), nullable=False),
        sa.Column("study_id", sa.String(length=63), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("clause", sa.String(length=8), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("session_id", sa.String(length=63), nullable=True),
        sa.Column("reference", sa.String(length=63), nullable=False),
        sa.Column("registered_at", lethe.sqltypes.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("handover_id"),
        sa.UniqueConstraint("client_id", "reference"),
    )
    op.create_table(
        "notice_item",
        sa.Column("item_id", sa.String(length=96), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("stage", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.String(length=63), nullable=False),
        sa.Column("notice_id", sa.String(length=63), nullable=False),
        sa.Column("sent_at", lethe.sqltypes.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("item_id", "due", "stage"),
    )
    op.create_index("notice_item_by_day", "notice_item", ["client_id", "due"], unique=False)
    op.create_table(
        "notice_recipient",
        sa.Column("notice_id", sa.String(length=63), nullable=False),
        sa.Column("recipient", sa.String(length=96), nullable=False),
        sa.PrimaryKeyConstraint("notice_id", "recipient"),
    )
    op.create_table(
        "attestation",
        sa.Column("attestation_id", sa.String(length=63), nullable=False),
        sa.Column("client_id", sa.String(length=63), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("statement", sa.String(length=16), nullable=False),
        sa.Column("by", sa.String(length=63), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("attested_at", lethe.sqltypes.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("attestation_id"),
    )
    op.create_index("attestation_by_day", "attestation", ["client_id", "due"], unique=False)
    op.create_table(
        "attested_item",
        sa.Column("attestation_id", sa.String(length=63), nullable=False),
        sa.Column("item_id", sa.String(length=96), nullable=False),
        sa.PrimaryKeyConstraint("attestation_id", "item_id"),
    )
    op.create_index("attested_item_by_item", "attested_item", ["item_id"], unique=False)


def downgrade() -> None:
    raise RuntimeError("handovers and attestations are evidence; they are not taken down by a migration")
