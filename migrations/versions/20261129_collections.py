"""Collections of practices."""

import sqlalchemy as sa
from alembic import op

revision = "c0113c7e5a29"
down_revision = "b2c64e19f7a8"
branch_labels = None
depends_on = None

GONE = (
    "DELETE FROM comment_mentions WHERE comment_id IN "
    "(SELECT c.id FROM comments c JOIN collections t ON t.id = c.record_id)",
    *(
        f"DELETE FROM {table} WHERE record_id IN (SELECT id FROM collections)"
        for table in ("comments", "notifications", "record_audience", "record_terms")
    ),
)


def upgrade() -> None:
    """There are none yet."""
    op.create_table(
        "collections",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("introduction", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["records.id"], name=op.f("fk_collections_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_collections")),
    )
    op.create_table(
        "collection_picks",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("collection_id", sa.String(length=26), nullable=False),
        sa.Column("practice_id", sa.String(length=26), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("line", sa.String(length=300), nullable=False),
        sa.Column("by_id", sa.String(length=26), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["persons.id"], name=op.f("fk_collection_picks_by_id")),
        sa.ForeignKeyConstraint(
            ["collection_id"], ["collections.id"], name=op.f("fk_collection_picks_collection_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.id"], name=op.f("fk_collection_picks_practice_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_collection_picks")),
        sa.UniqueConstraint("collection_id", "practice_id", name=op.f("uq_collection_picks_collection_id_practice_id")),
    )
    with op.batch_alter_table("collection_picks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_collection_picks_by_id"), ["by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_collection_picks_practice_id"), ["practice_id"], unique=False)


def downgrade() -> None:
    """Collections go, with what was said of them; their practices stay."""
    for statement in GONE:
        op.execute(statement)
    with op.batch_alter_table("collection_picks", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_collection_picks_practice_id"))
        batch_op.drop_index(batch_op.f("ix_collection_picks_by_id"))

    op.drop_table("collection_picks")
    op.drop_table("collections")
    op.execute("DELETE FROM records WHERE type = 'collection'")
