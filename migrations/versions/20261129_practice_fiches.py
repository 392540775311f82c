"""Drafts that start from a file: the fiche and what is proposed from it; previews that office files carry."""

import sqlalchemy as sa
from alembic import op

revision = 'f3c86d2a91e7'
down_revision = 'a7e1c05d93b4'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """No draft was started from a file so far."""
    op.create_table('practice_fiches',
    sa.Column('practice_id', sa.String(length=26), nullable=False),
    sa.Column('document_id', sa.String(length=26), nullable=False),
    sa.Column('state', sa.String(length=8), nullable=False),
    sa.Column('reason', sa.String(length=20), nullable=False),
    sa.Column('found', sa.JSON(), nullable=False),
    sa.Column('seen', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('read_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['document_id'], ['documents.id'], name=op.f('fk_practice_fiches_document_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['practice_id'], ['practices.id'], name=op.f('fk_practice_fiches_practice_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('practice_id', name=op.f('pk_practice_fiches'))
    )
    with op.batch_alter_table('practice_fiches', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_practice_fiches_document_id'), ['document_id'], unique=False)

    with op.batch_alter_table('document_versions', schema=None) as batch_op:
        batch_op.add_column(sa.Column('previewed', sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    """The files stay with their drafts; what was proposed goes."""
    with op.batch_alter_table('document_versions', schema=None) as batch_op:
        batch_op.drop_column('previewed')

    with op.batch_alter_table('practice_fiches', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_practice_fiches_document_id'))

    op.drop_table('practice_fiches')
