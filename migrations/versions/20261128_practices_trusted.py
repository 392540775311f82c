"""Practices that can be judged: the city's approval, opinions by criterion and section, reminders."""

import sqlalchemy as sa
from alembic import op

revision = 'e81f4c06a9d3'
down_revision = 'e7b20c4d91f6'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What is public already stays so until it is changed; opinions so far are words alone."""
    op.create_table('practice_approvals',
    sa.Column('id', sa.String(length=26), nullable=False),
    sa.Column('practice_id', sa.String(length=26), nullable=False),
    sa.Column('visibility', sa.String(length=8), nullable=False),
    sa.Column('fingerprint', sa.String(length=64), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('email', sa.String(length=254), nullable=False),
    sa.Column('language', sa.String(length=2), nullable=False),
    sa.Column('key_hash', sa.String(length=64), nullable=True),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('asked_by', sa.String(length=26), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('mailed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('verdict', sa.String(length=8), nullable=False),
    sa.Column('words', sa.String(length=1000), nullable=False),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['asked_by'], ['persons.id'], name=op.f('fk_practice_approvals_asked_by')),
    sa.ForeignKeyConstraint(['practice_id'], ['practices.id'], name=op.f('fk_practice_approvals_practice_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_practice_approvals')),
    sa.UniqueConstraint('key_hash', name=op.f('uq_practice_approvals_key_hash'))
    )
    op.create_index('ix_practice_approvals_practice_id', 'practice_approvals', ['practice_id'], unique=False)
    with op.batch_alter_table('practices', schema=None) as batch_op:
        batch_op.add_column(sa.Column('reminded_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('held', sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table('practices', schema=None) as batch_op:
        batch_op.alter_column('held', server_default=None)
    with op.batch_alter_table('practice_opinions', schema=None) as batch_op:
        batch_op.add_column(sa.Column('criteria', sa.JSON(), nullable=False, server_default='{}'))
        batch_op.add_column(sa.Column('sections', sa.JSON(), nullable=False, server_default='{}'))
        batch_op.add_column(sa.Column('revision', sa.Integer(), nullable=True))
    with op.batch_alter_table('practice_opinions', schema=None) as batch_op:
        batch_op.alter_column('criteria', server_default=None)
        batch_op.alter_column('sections', server_default=None)


def downgrade() -> None:
    """What was approved and asked by section is lost."""
    with op.batch_alter_table('practice_opinions', schema=None) as batch_op:
        batch_op.drop_column('revision')
        batch_op.drop_column('sections')
        batch_op.drop_column('criteria')
    with op.batch_alter_table('practices', schema=None) as batch_op:
        batch_op.drop_column('held')
        batch_op.drop_column('reminded_at')
    op.drop_index('ix_practice_approvals_practice_id', table_name='practice_approvals')
    op.drop_table('practice_approvals')
