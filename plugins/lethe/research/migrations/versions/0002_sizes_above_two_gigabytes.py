"""Sizes above two gigabytes; SQLite's integers hold them already"""

from alembic import op
from sqlalchemy import BigInteger, Integer

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    if op.get_context().dialect.name != "sqlite":
        op.alter_column("inbound_file", "size", existing_type=Integer(), type_=BigInteger(), existing_nullable=False)


def downgrade() -> None:
    if op.get_context().dialect.name != "sqlite":
        op.alter_column("inbound_file", "size", existing_type=BigInteger(), type_=Integer(), existing_nullable=False)
