"""Before a review: what each seat is given and answered, versions frozen, review days, reminders sent."""

import sqlalchemy as sa
from alembic import op

revision = 'a4e1c9d27b50'
down_revision = 'd35e8f1b6c02'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Who sits at a table already was asked long ago and has come: nobody is asked again."""
    op.create_table('review_days',
    sa.Column('id', sa.String(length=26), nullable=False),
    sa.Column('network_id', sa.String(length=26), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('held_on', sa.String(length=10), nullable=False),
    sa.Column('time_zone', sa.String(length=60), nullable=False),
    sa.Column('place', sa.String(length=200), nullable=False),
    sa.Column('length', sa.Integer(), nullable=False),
    sa.Column('slots', sa.JSON(), nullable=False),
    sa.Column('facilitators', sa.JSON(), nullable=False),
    sa.Column('created_by', sa.String(length=26), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['created_by'], ['persons.id'], name=op.f('fk_review_days_created_by')),
    sa.ForeignKeyConstraint(['network_id'], ['networks.id'], name=op.f('fk_review_days_network_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review_days'))
    )
    with op.batch_alter_table('review_days', schema=None) as batch_op:
        batch_op.create_index('ix_review_days_network', ['network_id', 'held_on'], unique=False)

    op.create_table('review_frozen',
    sa.Column('id', sa.String(length=26), nullable=False),
    sa.Column('review_id', sa.String(length=26), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.String(length=26), nullable=True),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['persons.id'], name=op.f('fk_review_frozen_person_id')),
    sa.ForeignKeyConstraint(['review_id'], ['reviews.id'], name=op.f('fk_review_frozen_review_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review_frozen'))
    )
    with op.batch_alter_table('review_frozen', schema=None) as batch_op:
        batch_op.create_index('ix_review_frozen_review', ['review_id', 'id'], unique=False)

    op.create_table('review_reminders',
    sa.Column('person_id', sa.String(length=26), nullable=False),
    sa.Column('day', sa.String(length=10), nullable=False),
    sa.Column('by_hand', sa.Boolean(), nullable=False),
    sa.Column('sent_by', sa.String(length=26), nullable=True),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['persons.id'], name=op.f('fk_review_reminders_person_id')),
    sa.ForeignKeyConstraint(['sent_by'], ['persons.id'], name=op.f('fk_review_reminders_sent_by')),
    sa.PrimaryKeyConstraint('person_id', 'day', 'by_hand', name=op.f('pk_review_reminders'))
    )
    with op.batch_alter_table('review_panel', schema=None) as batch_op:
        batch_op.add_column(sa.Column('sections', sa.JSON(), nullable=False, server_default='[]'))
        batch_op.add_column(sa.Column('question', sa.String(length=300), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('asked_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('coming', sa.String(length=8), nullable=False, server_default='accepted'))
        batch_op.add_column(sa.Column('word', sa.String(length=300), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True))

    with op.batch_alter_table('reviews', schema=None) as batch_op:
        batch_op.add_column(sa.Column('calendar_sequence', sa.Integer(), nullable=False, server_default='0'))
        batch_op.add_column(sa.Column('day_id', sa.String(length=26), nullable=True))
        batch_op.add_column(sa.Column('slot', sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f('ix_reviews_day_id'), ['day_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_reviews_day_id'), 'review_days', ['day_id'], ['id'], ondelete='SET NULL')

    for table, names in (
        ('review_panel', ('sections', 'question', 'coming', 'word')),
        ('reviews', ('calendar_sequence',)),
    ):
        with op.batch_alter_table(table) as changed:
            for name in names:
                changed.alter_column(name, server_default=None)


def downgrade() -> None:
    """Reviews stay; what was given and answered goes."""
    with op.batch_alter_table('reviews', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_reviews_day_id'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_reviews_day_id'))
        batch_op.drop_column('slot')
        batch_op.drop_column('day_id')
        batch_op.drop_column('calendar_sequence')

    with op.batch_alter_table('review_panel', schema=None) as batch_op:
        for name in ('answered_at', 'word', 'coming', 'asked_at', 'question', 'sections'):
            batch_op.drop_column(name)

    op.drop_table('review_reminders')
    op.drop_table('review_frozen')
    op.drop_table('review_days')
