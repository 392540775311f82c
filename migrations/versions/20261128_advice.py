"""How the answers to recommendations are agreed, told, offered and put on an agenda."""

import sqlalchemy as sa
from alembic import op

revision = 'c47d90b2e6a1'
down_revision = 'a4e1c9d27b50'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Responses begin as drafts: nothing to fill in."""
    op.create_table('review_responses',
    sa.Column('review_id', sa.String(length=26), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('round', sa.Integer(), nullable=False),
    sa.Column('local_group_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('manager_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('agreed_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['review_id'], ['reviews.id'], name=op.f('fk_review_responses_review_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('review_id', name=op.f('pk_review_responses'))
    )
    op.create_table('review_approvals',
    sa.Column('id', sa.String(length=26), nullable=False),
    sa.Column('review_id', sa.String(length=26), nullable=False),
    sa.Column('round', sa.Integer(), nullable=False),
    sa.Column('role', sa.String(length=12), nullable=False),
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
    sa.ForeignKeyConstraint(['asked_by'], ['persons.id'], name=op.f('fk_review_approvals_asked_by')),
    sa.ForeignKeyConstraint(['review_id'], ['reviews.id'], name=op.f('fk_review_approvals_review_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review_approvals')),
    sa.UniqueConstraint('key_hash', name=op.f('uq_review_approvals_key_hash'))
    )
    op.create_index('ix_review_approvals_review_id', 'review_approvals', ['review_id'], unique=False)
    op.create_table('advice_letters',
    sa.Column('review_id', sa.String(length=26), nullable=False),
    sa.Column('person_id', sa.String(length=26), nullable=False),
    sa.Column('number', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('round', sa.Integer(), nullable=False),
    sa.Column('told', sa.JSON(), nullable=False),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['persons.id'], name=op.f('fk_advice_letters_person_id')),
    sa.ForeignKeyConstraint(['review_id'], ['reviews.id'], name=op.f('fk_advice_letters_review_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('review_id', 'person_id', 'number', name=op.f('pk_advice_letters'))
    )
    op.create_table('advice_offers',
    sa.Column('recommendation_id', sa.String(length=26), nullable=False),
    sa.Column('plan_version', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('section', sa.String(length=32), nullable=False),
    sa.Column('settled_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['recommendation_id'], ['recommendations.id'], name=op.f('fk_advice_offers_recommendation_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('recommendation_id', 'plan_version', name=op.f('pk_advice_offers'))
    )
    op.create_table('advice_agenda',
    sa.Column('recommendation_id', sa.String(length=26), nullable=False),
    sa.Column('meeting_id', sa.String(length=26), nullable=False),
    sa.ForeignKeyConstraint(['meeting_id'], ['meetings.id'], name=op.f('fk_advice_agenda_meeting_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['recommendation_id'], ['recommendations.id'], name=op.f('fk_advice_agenda_recommendation_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('recommendation_id', 'meeting_id', name=op.f('pk_advice_agenda'))
    )


def downgrade() -> None:
    """The recommendations keep their answers."""
    op.drop_table('advice_agenda')
    op.drop_table('advice_offers')
    op.drop_table('advice_letters')
    op.drop_index('ix_review_approvals_review_id', table_name='review_approvals')
    op.drop_table('review_approvals')
    op.drop_table('review_responses')
