"""What holds the files sent in a review's room."""

import sqlalchemy as sa
from alembic import op

revision = 'c4a7e05b92d1'
down_revision = '93b1d6e0475c'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One row a room, made with its first file."""
    op.create_table('review_room_files',
    sa.Column('id', sa.String(length=26), nullable=False),
    sa.Column('review_id', sa.String(length=26), nullable=False),
    sa.ForeignKeyConstraint(['id'], ['records.id'], name=op.f('fk_review_room_files_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['review_id'], ['reviews.id'], name=op.f('fk_review_room_files_review_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review_room_files')),
    sa.UniqueConstraint('review_id', name=op.f('uq_review_room_files_review_id'))
    )


def downgrade() -> None:
    """The documents go with their record."""
    op.drop_table('review_room_files')
