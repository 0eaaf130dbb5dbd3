"""What tells a reference key that was lost and made anew"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reference_key",
        sa.Column("key_id", sa.String(length=16), nullable=False),
        sa.Column("witness", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("key_id"),
    )


def downgrade() -> None:
    op.drop_table("reference_key")
