"""Sizes above two gigabytes; SQLite's integers hold them already"""

from alembic import op
from sqlalchemy import BigInteger, Integer

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    if op.get_context().dialect.name != "sqlite":
        op.alter_column("recipient_copy", "size", existing_type=Integer(), type_=BigInteger(), existing_nullable=False)
        op.alter_column("candidate", "size", existing_type=Integer(), type_=BigInteger(), existing_nullable=False)


def downgrade() -> None:
    if op.get_context().dialect.name != "sqlite":
        op.alter_column("recipient_copy", "size", existing_type=BigInteger(), type_=Integer(), existing_nullable=False)
        op.alter_column("candidate", "size", existing_type=BigInteger(), type_=Integer(), existing_nullable=False)
