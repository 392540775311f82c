"""adoptions of practices."""

import sqlalchemy as sa
from alembic import op

revision = 'c4a7d1b09e52'
down_revision = '5e60de0613cb'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this version."""
    op.create_table('adoptions',
    sa.Column('id', sa.String(length=26), nullable=False),
    sa.Column('practice_id', sa.String(length=26), nullable=False),
    sa.Column('partner_id', sa.String(length=26), nullable=False),
    sa.Column('stage', sa.String(length=12), nullable=False),
    sa.Column('note', sa.String(length=300), nullable=False),
    sa.Column('marked_by', sa.String(length=26), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['marked_by'], ['persons.id'], name=op.f('fk_adoptions_marked_by')),
    sa.ForeignKeyConstraint(['partner_id'], ['partners.id'], name=op.f('fk_adoptions_partner_id')),
    sa.ForeignKeyConstraint(['practice_id'], ['records.id'], name=op.f('fk_adoptions_practice_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_adoptions')),
    sa.UniqueConstraint('practice_id', 'partner_id', name=op.f('uq_adoptions_practice_id_partner_id'))
    )
    with op.batch_alter_table('adoptions', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_adoptions_marked_by'), ['marked_by'], unique=False)
        batch_op.create_index(batch_op.f('ix_adoptions_partner_id'), ['partner_id'], unique=False)


def downgrade() -> None:
    """Go back to the version before."""
    with op.batch_alter_table('adoptions', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_adoptions_partner_id'))
        batch_op.drop_index(batch_op.f('ix_adoptions_marked_by'))

    op.drop_table('adoptions')
