"""Visits of people without an account; guest links of a review and who came by them."""

import sqlalchemy as sa
from alembic import op

revision = '5c2e90b7a418'
down_revision = 'c4a7e05b92d1'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """New tables; comments on reviews are indexed again, under a key that guests do not have."""
    op.create_table('visits',
    sa.Column('id', sa.String(length=26), nullable=False),
    sa.Column('person_id', sa.String(length=26), nullable=False),
    sa.Column('key_hash', sa.String(length=64), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['persons.id'], name=op.f('fk_visits_person_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_visits')),
    sa.UniqueConstraint('key_hash', name=op.f('uq_visits_key_hash'))
    )
    op.create_index(op.f('ix_visits_expires_at'), 'visits', ['expires_at'])
    op.create_index(op.f('ix_visits_person_id'), 'visits', ['person_id'])
    op.create_table('review_guest_links',
    sa.Column('id', sa.String(length=26), nullable=False),
    sa.Column('review_id', sa.String(length=26), nullable=False),
    sa.Column('key_hash', sa.String(length=64), nullable=False),
    sa.Column('role', sa.String(length=16), nullable=False),
    sa.Column('label', sa.String(length=80), nullable=False),
    sa.Column('created_by', sa.String(length=26), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('revoked_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['created_by'], ['persons.id'], name=op.f('fk_review_guest_links_created_by')),
    sa.ForeignKeyConstraint(['review_id'], ['reviews.id'], name=op.f('fk_review_guest_links_review_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review_guest_links')),
    sa.UniqueConstraint('key_hash', name=op.f('uq_review_guest_links_key_hash'))
    )
    op.create_index(op.f('ix_review_guest_links_review_id'), 'review_guest_links', ['review_id'])
    op.create_table('review_guests',
    sa.Column('id', sa.String(length=26), nullable=False),
    sa.Column('link_id', sa.String(length=26), nullable=False),
    sa.Column('review_id', sa.String(length=26), nullable=False),
    sa.Column('person_id', sa.String(length=26), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('admitted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('decided_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('decided_by', sa.String(length=26), nullable=True),
    sa.ForeignKeyConstraint(['decided_by'], ['persons.id'], name=op.f('fk_review_guests_decided_by')),
    sa.ForeignKeyConstraint(['link_id'], ['review_guest_links.id'], name=op.f('fk_review_guests_link_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['persons.id'], name=op.f('fk_review_guests_person_id')),
    sa.ForeignKeyConstraint(['review_id'], ['reviews.id'], name=op.f('fk_review_guests_review_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review_guests'))
    )
    op.create_index('ix_review_guests_person', 'review_guests', ['person_id'])
    op.create_index('ix_review_guests_review', 'review_guests', ['review_id', 'state'])
    op.execute(
        "INSERT INTO changes (id, type, subject, narrowed, at) SELECT comments.id, 'comment', comments.id, true, comments.created_at"
        " FROM comments JOIN reviews ON reviews.id = comments.record_id"
    )


def downgrade() -> None:
    """Guests are forgotten; what they wrote stays."""
    op.drop_table('review_guests')
    op.drop_table('review_guest_links')
    op.drop_table('visits')
