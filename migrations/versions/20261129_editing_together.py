"""Holds on any record and by several people at once; links from one record to others."""

import sqlalchemy as sa
from alembic import op

revision = 'c4f7a2e81d60'
down_revision = 'c4d91e7b60a2'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A hold lasts minutes: those of plans are begun anew."""
    op.drop_table('plan_holds')
    op.create_table('record_holds',
    sa.Column('record_id', sa.String(length=26), nullable=False),
    sa.Column('key', sa.String(length=26), nullable=False),
    sa.Column('person_id', sa.String(length=26), nullable=False),
    sa.Column('since', sa.DateTime(timezone=True), nullable=False),
    sa.Column('until', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['persons.id'], name=op.f('fk_record_holds_person_id')),
    sa.ForeignKeyConstraint(['record_id'], ['records.id'], name=op.f('fk_record_holds_record_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('record_id', 'key', 'person_id', name=op.f('pk_record_holds'))
    )
    op.create_table('record_links',
    sa.Column('record_id', sa.String(length=26), nullable=False),
    sa.Column('target_id', sa.String(length=26), nullable=False),
    sa.Column('by_id', sa.String(length=26), nullable=True),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['persons.id'], name=op.f('fk_record_links_by_id')),
    sa.ForeignKeyConstraint(['record_id'], ['records.id'], name=op.f('fk_record_links_record_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['target_id'], ['records.id'], name=op.f('fk_record_links_target_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('record_id', 'target_id', name=op.f('pk_record_links'))
    )
    with op.batch_alter_table('record_links', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_record_links_target_id'), ['target_id'], unique=False)


def downgrade() -> None:
    """Undo."""
    with op.batch_alter_table('record_links', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_record_links_target_id'))
    op.drop_table('record_links')
    op.drop_table('record_holds')
    op.create_table('plan_holds',
    sa.Column('plan_id', sa.String(length=26), nullable=False),
    sa.Column('key', sa.String(length=26), nullable=False),
    sa.Column('person_id', sa.String(length=26), nullable=False),
    sa.Column('until', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['persons.id'], name=op.f('fk_plan_holds_person_id')),
    sa.ForeignKeyConstraint(['plan_id'], ['plans.id'], name=op.f('fk_plan_holds_plan_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('plan_id', 'key', name=op.f('pk_plan_holds'))
    )
