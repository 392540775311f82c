"""The newest change of a kind is found at once; the unique numbers have an index already."""

from alembic import op

revision = "d5b8a03e6f42"
down_revision = "c0113c7e5a29"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One index for the other."""
    op.drop_index("ix_changes_seq", "changes")
    op.create_index("ix_changes_type_seq", "changes", ["type", "seq"])


def downgrade() -> None:
    """Back."""
    op.drop_index("ix_changes_type_seq", "changes")
    op.create_index("ix_changes_seq", "changes", ["seq"])
