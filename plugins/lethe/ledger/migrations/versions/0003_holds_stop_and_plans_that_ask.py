"""Legal holds, the stop of every deletion, and plans that wait for an approval"""

import sqlalchemy as sa
from alembic import op

import lethe.sqltypes

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("plan", schema=None) as batch_op:
        batch_op.add_column(sa.Column("rule", sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column("questions", sa.JSON(), nullable=True))
    with op.batch_alter_table("plan_item", schema=None) as batch_op:
        batch_op.add_column(sa.Column("study_id", sa.String(length=63), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("carried", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table(
        "plan_draft",
        sa.Column("plan_id", sa.String(length=63), nullable=False),
        sa.Column("rule_id", sa.String(length=63), nullable=False),
        sa.Column("started_at", lethe.sqltypes.UtcDateTime(timezone=True), nullable=False),
        sa.Column("token", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("plan_id"),
    )
    op.create_table(
        "hold",
        sa.Column("hold_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("scope", sa.String(length=128), nullable=False),
        sa.Column("studies", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(length=255), nullable=False),
        sa.Column("placed_by", sa.String(length=255), nullable=False),
        sa.Column("placed_at", lethe.sqltypes.UtcDateTime(timezone=True), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("ended_at", lethe.sqltypes.UtcDateTime(timezone=True), nullable=True),
        sa.Column("ended_by", sa.String(length=255), nullable=True),
        sa.PrimaryKeyConstraint("hold_id"),
    )
    op.create_table(
        "deletion_stop",
        sa.Column("stop_id", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(length=255), nullable=False),
        sa.Column("reason", sa.String(length=255), nullable=False),
        sa.Column("at", lethe.sqltypes.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("stop_id"),
    )


def downgrade() -> None:
    for name in ("deletion_stop", "hold", "plan_draft"):
        op.drop_table(name)
    with op.batch_alter_table("plan_item", schema=None) as batch_op:
        batch_op.drop_column("carried")
        batch_op.drop_column("study_id")
    with op.batch_alter_table("plan", schema=None) as batch_op:
        batch_op.drop_column("questions")
        batch_op.drop_column("rule")
