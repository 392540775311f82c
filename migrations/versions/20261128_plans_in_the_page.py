"""Plans in the page: versions edited here, holds, rows as read, updates, decisions, language versions."""

import sqlalchemy as sa
from alembic import op

revision = 'd35e8f1b6c02'
down_revision = '5c2e90b7a418'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Plans so far have files only."""
    op.create_table('plan_holds',
    sa.Column('plan_id', sa.String(length=26), nullable=False),
    sa.Column('key', sa.String(length=26), nullable=False),
    sa.Column('person_id', sa.String(length=26), nullable=False),
    sa.Column('until', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['persons.id'], name=op.f('fk_plan_holds_person_id')),
    sa.ForeignKeyConstraint(['plan_id'], ['plans.id'], name=op.f('fk_plan_holds_plan_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('plan_id', 'key', name=op.f('pk_plan_holds'))
    )
    op.create_table('plan_updates',
    sa.Column('id', sa.String(length=26), nullable=False),
    sa.Column('plan_id', sa.String(length=26), nullable=False),
    sa.Column('day', sa.String(length=10), nullable=False),
    sa.Column('text', sa.String(length=1000), nullable=False),
    sa.Column('person_id', sa.String(length=26), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['persons.id'], name=op.f('fk_plan_updates_person_id')),
    sa.ForeignKeyConstraint(['plan_id'], ['plans.id'], name=op.f('fk_plan_updates_plan_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_plan_updates'))
    )
    with op.batch_alter_table('plan_updates', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_plan_updates_plan_id'), ['plan_id'], unique=False)

    op.create_table('record_translations',
    sa.Column('record_id', sa.String(length=26), nullable=False),
    sa.Column('original_id', sa.String(length=26), nullable=False),
    sa.Column('how', sa.String(length=8), nullable=False),
    sa.Column('of_version', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['original_id'], ['records.id'], name=op.f('fk_record_translations_original_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['record_id'], ['records.id'], name=op.f('fk_record_translations_record_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('record_id', name=op.f('pk_record_translations'))
    )
    with op.batch_alter_table('record_translations', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_record_translations_original_id'), ['original_id'], unique=False)

    with op.batch_alter_table('plans', schema=None) as batch_op:
        batch_op.add_column(sa.Column('decision_document_id', sa.String(length=26), nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_plans_decision_document_id'), 'documents', ['decision_document_id'], ['id'])

    with op.batch_alter_table('plan_versions', schema=None) as batch_op:
        batch_op.add_column(sa.Column('copied_from', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True))

    with op.batch_alter_table('plan_rows', schema=None) as batch_op:
        batch_op.add_column(sa.Column('read', sa.JSON(), nullable=False, server_default='{}'))

    with op.batch_alter_table('plan_rows', schema=None) as batch_op:
        batch_op.alter_column('read', server_default=None)


def downgrade() -> None:
    """What was only said in the page goes."""
    with op.batch_alter_table('plan_rows', schema=None) as batch_op:
        batch_op.drop_column('read')

    with op.batch_alter_table('plan_versions', schema=None) as batch_op:
        batch_op.drop_column('closed_at')
        batch_op.drop_column('copied_from')

    with op.batch_alter_table('plans', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_plans_decision_document_id'), type_='foreignkey')
        batch_op.drop_column('decision_document_id')

    with op.batch_alter_table('record_translations', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_record_translations_original_id'))

    op.drop_table('record_translations')
    with op.batch_alter_table('plan_updates', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_plan_updates_plan_id'))

    op.drop_table('plan_updates')
    op.drop_table('plan_holds')
