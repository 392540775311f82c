"""Minutes written together, and actions with a person, a reason, and who closed them."""

import sqlalchemy as sa
from alembic import op

revision = 'e7b20c4d91f6'
down_revision = 'c1d7a93e5f20'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Minutes so far become shared ones when somebody opens them; actions so far name no person."""
    op.create_table('minutes_papers',
    sa.Column('meeting_id', sa.String(length=26), nullable=False),
    sa.Column('state', sa.LargeBinary(), nullable=False),
    sa.Column('seq', sa.Integer(), nullable=False),
    sa.Column('folded', sa.Integer(), nullable=False),
    sa.Column('settled', sa.Integer(), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['meeting_id'], ['meetings.id'], name=op.f('fk_minutes_papers_meeting_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('meeting_id', name=op.f('pk_minutes_papers'))
    )
    with op.batch_alter_table('minutes_papers', schema=None) as batch_op:
        batch_op.create_index(op.f('ix_minutes_papers_changed_at'), ['changed_at'], unique=False)
    op.create_table('minutes_changes',
    sa.Column('meeting_id', sa.String(length=26), nullable=False),
    sa.Column('seq', sa.Integer(), nullable=False),
    sa.Column('change', sa.LargeBinary(), nullable=False),
    sa.Column('by_id', sa.String(length=26), nullable=True),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['persons.id'], name=op.f('fk_minutes_changes_by_id')),
    sa.ForeignKeyConstraint(['meeting_id'], ['meetings.id'], name=op.f('fk_minutes_changes_meeting_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('meeting_id', 'seq', name=op.f('pk_minutes_changes'))
    )
    with op.batch_alter_table('minutes_changes', schema=None) as batch_op:
        batch_op.create_index(op.f('ix_minutes_changes_by_id'), ['by_id'], unique=False)
    with op.batch_alter_table('decisions', schema=None) as batch_op:
        batch_op.add_column(sa.Column('section', sa.String(length=26), server_default='', nullable=False))
    with op.batch_alter_table('meeting_actions', schema=None) as batch_op:
        batch_op.add_column(sa.Column('person_id', sa.String(length=26), nullable=True))
        batch_op.add_column(sa.Column('dropped', sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column('reason', sa.String(length=300), server_default='', nullable=False))
        batch_op.add_column(sa.Column('closed_by', sa.String(length=26), nullable=True))
        batch_op.add_column(sa.Column('reminded', sa.String(length=10), server_default='', nullable=False))
        batch_op.add_column(sa.Column('section', sa.String(length=26), server_default='', nullable=False))
        batch_op.create_foreign_key(batch_op.f('fk_meeting_actions_person_id'), 'persons', ['person_id'], ['id'])
        batch_op.create_foreign_key(batch_op.f('fk_meeting_actions_closed_by'), 'persons', ['closed_by'], ['id'])
        batch_op.create_index(batch_op.f('ix_meeting_actions_person_id'), ['person_id'], unique=False)


def downgrade() -> None:
    """The meeting's own text stays, as it was last settled."""
    with op.batch_alter_table('meeting_actions', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_meeting_actions_person_id'))
        batch_op.drop_constraint(batch_op.f('fk_meeting_actions_closed_by'), type_='foreignkey')
        batch_op.drop_constraint(batch_op.f('fk_meeting_actions_person_id'), type_='foreignkey')
        for name in ('section', 'reminded', 'closed_by', 'reason', 'dropped', 'person_id'):
            batch_op.drop_column(name)
    with op.batch_alter_table('decisions', schema=None) as batch_op:
        batch_op.drop_column('section')
    op.drop_table('minutes_changes')
    op.drop_table('minutes_papers')
