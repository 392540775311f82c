"""where the words of a page are."""

import sqlalchemy as sa
from alembic import op

revision = 'b7d41c9e2a60'
down_revision = 'c4a7d1b09e52'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this version."""
    op.create_table('page_words',
    sa.Column('version_id', sa.String(length=26), nullable=False),
    sa.Column('number', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('storage_key', sa.String(length=80), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['version_id'], ['document_versions.id'], name=op.f('fk_page_words_version_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('version_id', 'number', name=op.f('pk_page_words'))
    )


def downgrade() -> None:
    """Go back."""
    op.drop_table('page_words')
