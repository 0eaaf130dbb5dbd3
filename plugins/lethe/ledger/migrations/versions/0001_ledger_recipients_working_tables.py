"""The ledger, the recipients register and the working tables"""

import sqlalchemy as sa
from alembic import op

import lethe.sqltypes

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

GENESIS = "0" * 64


def upgrade() -> None:
    op.create_table(
        "candidate",
        sa.Column("export_id", sa.String(length=63), nullable=False),
        sa.Column("item_no", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("key", sa.String(length=1024), nullable=False),
        sa.Column("version_id", sa.String(length=255), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("clause", sa.String(length=8), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("export_id", "name"),
    )
    op.create_table(
        "export",
        sa.Column("export_id", sa.String(length=63), nullable=False),
        sa.Column("run_id", sa.String(length=255), nullable=False),
        sa.Column("study_id", sa.String(length=63), nullable=False),
        sa.Column("client_id", sa.String(length=63), nullable=False),
        sa.Column("mode", sa.String(length=16), nullable=False),
        sa.Column("formats", sa.JSON(), nullable=False),
        sa.Column("requested_by", sa.String(length=255), nullable=False),
        sa.Column("selected_at", lethe.sqltypes.UtcDateTime(timezone=True), nullable=False),
        sa.Column("roster_digest", sa.String(length=64), nullable=False),
        sa.Column("candidate_digest", sa.String(length=64), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("export_id"),
        sa.UniqueConstraint("run_id"),
    )
    op.create_table(
        "export_item",
        sa.Column("export_id", sa.String(length=63), nullable=False),
        sa.Column("item_no", sa.Integer(), nullable=False),
        sa.Column("batch", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("sources", sa.JSON(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("clause", sa.String(length=8), nullable=False),
        sa.PrimaryKeyConstraint("export_id", "item_no"),
    )
    op.create_table(
        "ledger_entry",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("event", sa.String(length=32), nullable=False),
        sa.Column("scope", sa.String(length=63), nullable=False),
        sa.Column("reference", sa.String(length=96), nullable=False),
        sa.Column("outcome", sa.String(length=32), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("seq"),
        sa.UniqueConstraint("reference", "event", "scope"),
    )
    with op.batch_alter_table("ledger_entry", schema=None) as batch_op:
        batch_op.create_index("ledger_entry_by_scope", ["scope"], unique=False)

    op.create_table(
        "ledger_head",
        sa.Column("head_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("head_id"),
    )
    op.create_table(
        "plan",
        sa.Column("plan_id", sa.String(length=63), nullable=False),
        sa.Column("rule_id", sa.String(length=63), nullable=False),
        sa.Column("rule_digest", sa.String(length=64), nullable=False),
        sa.Column("clause", sa.String(length=8), nullable=False),
        sa.Column("today", sa.Date(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("frozen_at", lethe.sqltypes.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("plan_id"),
    )
    op.create_table(
        "plan_item",
        sa.Column("plan_id", sa.String(length=63), nullable=False),
        sa.Column("item_no", sa.Integer(), nullable=False),
        sa.Column("batch", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("place_id", sa.String(length=63), nullable=False),
        sa.Column("key", sa.String(length=1024), nullable=False),
        sa.Column("versions", sa.JSON(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("reference", sa.String(length=96), nullable=False),
        sa.PrimaryKeyConstraint("plan_id", "item_no"),
        sa.UniqueConstraint("plan_id", "place_id", "key"),
    )
    op.create_table(
        "recipient_copy",
        sa.Column("copy_id", sa.String(length=63), nullable=False),
        sa.Column("export_id", sa.String(length=63), nullable=False),
        sa.Column("study_id", sa.String(length=63), nullable=False),
        sa.Column("client_id", sa.String(length=63), nullable=False),
        sa.Column("store_id", sa.String(length=63), nullable=False),
        sa.Column("key", sa.String(length=1024), nullable=False),
        sa.Column("version_id", sa.String(length=255), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("clause", sa.String(length=8), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("published_at", lethe.sqltypes.UtcDateTime(timezone=True), nullable=False),
        sa.Column("deleted_at", lethe.sqltypes.UtcDateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("copy_id"),
        sa.UniqueConstraint("store_id", "key", "version_id"),
    )
    with op.batch_alter_table("recipient_copy", schema=None) as batch_op:
        batch_op.create_index("recipient_copy_by_due", ["kind", "due"], unique=False)
    head = sa.table("ledger_head", sa.column("head_id"), sa.column("seq"), sa.column("hash"))
    op.bulk_insert(head, [{"head_id": 1, "seq": 0, "hash": GENESIS}])
    _refuse_changes()


def _refuse_changes() -> None:
    """Append-only by the database itself: no line is changed or removed, whoever asks."""
    if op.get_bind().dialect.name == "sqlite":
        for event in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER ledger_entry_no_{event.lower()} BEFORE {event} ON ledger_entry "
                "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION lethe_ledger_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$"
    )
    op.execute(
        "CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry "
        "FOR EACH STATEMENT EXECUTE FUNCTION lethe_ledger_append_only()"
    )


def downgrade() -> None:
    raise RuntimeError("the ledger is evidence; it is not taken down by a migration")
