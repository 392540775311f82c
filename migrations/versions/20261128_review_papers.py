"""What is written about a review: summary, agreements, marks; how long its transcript is kept; erased changes."""

import sqlalchemy as sa
from alembic import op

revision = 'c1d7a93e5f20'
down_revision = "c47d90b2e6a1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Reviews so far have none of it, and nothing was erased."""
    op.create_table('review_consents',
    sa.Column('review_id', sa.String(length=26), nullable=False),
    sa.Column('person_id', sa.String(length=26), nullable=False),
    sa.Column('matter', sa.String(length=12), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('as_host', sa.Boolean(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['persons.id'], name=op.f('fk_review_consents_person_id')),
    sa.ForeignKeyConstraint(['review_id'], ['reviews.id'], name=op.f('fk_review_consents_review_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('review_id', 'person_id', 'matter', name=op.f('pk_review_consents'))
    )
    op.create_table('review_rubric_sheets',
    sa.Column('review_id', sa.String(length=26), nullable=False),
    sa.Column('sheet', sa.String(length=26), nullable=False),
    sa.Column('person_id', sa.String(length=26), nullable=False),
    sa.Column('marks', sa.JSON(), nullable=False),
    sa.Column('done_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['persons.id'], name=op.f('fk_review_rubric_sheets_person_id')),
    sa.ForeignKeyConstraint(['review_id'], ['reviews.id'], name=op.f('fk_review_rubric_sheets_review_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('review_id', 'sheet', name=op.f('pk_review_rubric_sheets'))
    )
    op.create_table('review_rubrics',
    sa.Column('review_id', sa.String(length=26), nullable=False),
    sa.Column('switched_on_by', sa.String(length=26), nullable=False),
    sa.Column('switched_on_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['review_id'], ['reviews.id'], name=op.f('fk_review_rubrics_review_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['switched_on_by'], ['persons.id'], name=op.f('fk_review_rubrics_switched_on_by')),
    sa.PrimaryKeyConstraint('review_id', name=op.f('pk_review_rubrics'))
    )
    op.create_table('review_summaries',
    sa.Column('review_id', sa.String(length=26), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=8), nullable=False),
    sa.Column('written_by', sa.String(length=26), nullable=True),
    sa.Column('written_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('takeaways', sa.JSON(), nullable=False),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('agreed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('agreed_by', sa.String(length=26), nullable=True),
    sa.ForeignKeyConstraint(['agreed_by'], ['persons.id'], name=op.f('fk_review_summaries_agreed_by')),
    sa.ForeignKeyConstraint(['review_id'], ['reviews.id'], name=op.f('fk_review_summaries_review_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['written_by'], ['persons.id'], name=op.f('fk_review_summaries_written_by')),
    sa.PrimaryKeyConstraint('review_id', name=op.f('pk_review_summaries'))
    )
    op.create_table('review_summary_versions',
    sa.Column('review_id', sa.String(length=26), nullable=False),
    sa.Column('number', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('person_id', sa.String(length=26), nullable=True),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['persons.id'], name=op.f('fk_review_summary_versions_person_id')),
    sa.ForeignKeyConstraint(['review_id'], ['reviews.id'], name=op.f('fk_review_summary_versions_review_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('review_id', 'number', name=op.f('pk_review_summary_versions'))
    )
    op.create_table('transcript_keeping',
    sa.Column('review_id', sa.String(length=26), nullable=False),
    sa.Column('hold_reason', sa.String(length=300), nullable=False),
    sa.Column('held_by', sa.String(length=26), nullable=True),
    sa.Column('held_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('reminded_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('begun_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('deleted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('deleted_by', sa.String(length=26), nullable=True),
    sa.Column('counts', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['deleted_by'], ['persons.id'], name=op.f('fk_transcript_keeping_deleted_by')),
    sa.ForeignKeyConstraint(['held_by'], ['persons.id'], name=op.f('fk_transcript_keeping_held_by')),
    sa.ForeignKeyConstraint(['review_id'], ['reviews.id'], name=op.f('fk_transcript_keeping_review_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('review_id', name=op.f('pk_transcript_keeping'))
    )
    with op.batch_alter_table('changes', schema=None) as batch_op:
        batch_op.add_column(sa.Column('erased', sa.Boolean(), server_default=sa.false(), nullable=False))


def downgrade() -> None:
    """Go back to the version before."""
    with op.batch_alter_table('changes', schema=None) as batch_op:
        batch_op.drop_column('erased')

    op.drop_table('transcript_keeping')
    op.drop_table('review_summary_versions')
    op.drop_table('review_summaries')
    op.drop_table('review_rubrics')
    op.drop_table('review_rubric_sheets')
    op.drop_table('review_consents')
