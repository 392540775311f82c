"""The peer review: notes, clusters, dots, recommendations, what each person has read, the state of the floor."""

import sqlalchemy as sa
from alembic import op

revision = '8f3a61c0d274'
down_revision = '2b0c5f7a91de'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Reviews so far have none of it."""
    op.create_table('recommendations',
    sa.Column('id', sa.String(length=26), nullable=False),
    sa.Column('review_id', sa.String(length=26), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('text', sa.String(length=500), nullable=False),
    sa.Column('section', sa.String(length=32), nullable=False),
    sa.Column('section_title', sa.String(length=300), nullable=False),
    sa.Column('source', sa.Integer(), nullable=True),
    sa.Column('source_kind', sa.String(length=16), nullable=False),
    sa.Column('person_id', sa.String(length=26), nullable=True),
    sa.Column('partner_id', sa.String(length=26), nullable=True),
    sa.Column('created_by', sa.String(length=26), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('answer', sa.String(length=8), nullable=False),
    sa.Column('reason', sa.String(length=1000), nullable=False),
    sa.Column('owner', sa.String(length=120), nullable=False),
    sa.Column('due', sa.String(length=10), nullable=False),
    sa.Column('answered_by', sa.String(length=26), nullable=True),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('progress', sa.String(length=8), nullable=False),
    sa.Column('progress_note', sa.String(length=500), nullable=False),
    sa.Column('checked_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('changed_in', sa.Integer(), nullable=True),
    sa.Column('changed_section', sa.String(length=32), nullable=False),
    sa.ForeignKeyConstraint(['answered_by'], ['persons.id'], name=op.f('fk_recommendations_answered_by')),
    sa.ForeignKeyConstraint(['created_by'], ['persons.id'], name=op.f('fk_recommendations_created_by')),
    sa.ForeignKeyConstraint(['partner_id'], ['partners.id'], name=op.f('fk_recommendations_partner_id')),
    sa.ForeignKeyConstraint(['person_id'], ['persons.id'], name=op.f('fk_recommendations_person_id')),
    sa.ForeignKeyConstraint(['review_id'], ['reviews.id'], name=op.f('fk_recommendations_review_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_recommendations')),
    sa.UniqueConstraint('review_id', 'number', name=op.f('uq_recommendations_review_id_number'))
    )
    with op.batch_alter_table('recommendations', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_recommendations_person_id'), ['person_id'], unique=False)

    op.create_table('review_clusters',
    sa.Column('review_id', sa.String(length=26), nullable=False),
    sa.Column('seq', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('title', sa.String(length=120), nullable=False),
    sa.ForeignKeyConstraint(['review_id'], ['reviews.id'], name=op.f('fk_review_clusters_review_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('review_id', 'seq', name=op.f('pk_review_clusters'))
    )
    op.create_table('review_notes',
    sa.Column('id', sa.String(length=26), nullable=False),
    sa.Column('review_id', sa.String(length=26), nullable=False),
    sa.Column('key_hash', sa.String(length=64), nullable=False),
    sa.Column('fingerprint', sa.String(length=64), nullable=False),
    sa.Column('person_id', sa.String(length=26), nullable=True),
    sa.Column('partner_id', sa.String(length=26), nullable=True),
    sa.Column('role', sa.String(length=16), nullable=False),
    sa.Column('signed', sa.String(length=10), nullable=False),
    sa.Column('kind', sa.String(length=12), nullable=False),
    sa.Column('importance', sa.Integer(), nullable=False),
    sa.Column('section', sa.String(length=32), nullable=False),
    sa.Column('section_title', sa.String(length=300), nullable=False),
    sa.Column('question', sa.Integer(), nullable=False),
    sa.Column('quote', sa.String(length=300), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('seq', sa.Integer(), nullable=True),
    sa.Column('cluster', sa.Integer(), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['partner_id'], ['partners.id'], name=op.f('fk_review_notes_partner_id')),
    sa.ForeignKeyConstraint(['person_id'], ['persons.id'], name=op.f('fk_review_notes_person_id')),
    sa.ForeignKeyConstraint(['review_id'], ['reviews.id'], name=op.f('fk_review_notes_review_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review_notes')),
    sa.UniqueConstraint('review_id', 'key_hash', name=op.f('uq_review_notes_review_id_key_hash'))
    )
    with op.batch_alter_table('review_notes', schema=None) as batch_op:
        batch_op.create_index('ix_review_notes_state', ['review_id', 'state'], unique=False)

    op.create_table('review_visits',
    sa.Column('review_id', sa.String(length=26), nullable=False),
    sa.Column('person_id', sa.String(length=26), nullable=False),
    sa.Column('read_seq', sa.Integer(), nullable=False),
    sa.Column('candour', sa.String(length=64), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['persons.id'], name=op.f('fk_review_visits_person_id')),
    sa.ForeignKeyConstraint(['review_id'], ['reviews.id'], name=op.f('fk_review_visits_review_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('review_id', 'person_id', name=op.f('pk_review_visits'))
    )
    op.create_table('review_votes',
    sa.Column('review_id', sa.String(length=26), nullable=False),
    sa.Column('person_id', sa.String(length=26), nullable=False),
    sa.Column('target', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('dots', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['persons.id'], name=op.f('fk_review_votes_person_id')),
    sa.ForeignKeyConstraint(['review_id'], ['reviews.id'], name=op.f('fk_review_votes_review_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('review_id', 'person_id', 'target', name=op.f('pk_review_votes'))
    )
    with op.batch_alter_table('review_log', schema=None) as batch_op:
        batch_op.alter_column('person_id', existing_type=sa.String(length=26), nullable=True)

    with op.batch_alter_table('review_rooms', schema=None) as batch_op:
        batch_op.add_column(sa.Column('previous_phase', sa.String(length=12), nullable=True))
        batch_op.add_column(sa.Column('moved_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('off_record', sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column('floor', sa.JSON(), nullable=False, server_default='{}'))

    with op.batch_alter_table('reviews', schema=None) as batch_op:
        batch_op.add_column(sa.Column('interpretation_url', sa.String(length=500), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('table_label', sa.String(length=40), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('open_to', sa.String(length=8), nullable=False, server_default='panel'))
        batch_op.add_column(sa.Column('candour', sa.JSON(), nullable=False, server_default='{}'))
        batch_op.add_column(sa.Column('entered_afterwards', sa.Boolean(), nullable=False, server_default=sa.false()))

    for table, names in (
        ('review_rooms', ('off_record', 'floor')),
        ('reviews', ('interpretation_url', 'table_label', 'open_to', 'candour', 'entered_afterwards')),
    ):
        with op.batch_alter_table(table) as changed:
            for name in names:
                changed.alter_column(name, server_default=None)


def downgrade() -> None:
    """Notes, dots and recommendations go."""
    with op.batch_alter_table('reviews', schema=None) as batch_op:
        batch_op.drop_column('entered_afterwards')
        batch_op.drop_column('candour')
        batch_op.drop_column('open_to')
        batch_op.drop_column('table_label')
        batch_op.drop_column('interpretation_url')

    with op.batch_alter_table('review_rooms', schema=None) as batch_op:
        batch_op.drop_column('floor')
        batch_op.drop_column('off_record')
        batch_op.drop_column('moved_at')
        batch_op.drop_column('previous_phase')

    op.execute('DELETE FROM review_log WHERE person_id IS NULL')  # notes without a name have no place in that version
    with op.batch_alter_table('review_log', schema=None) as batch_op:
        batch_op.alter_column('person_id', existing_type=sa.String(length=26), nullable=False)

    op.drop_table('review_votes')
    op.drop_table('review_visits')
    with op.batch_alter_table('review_notes', schema=None) as batch_op:
        batch_op.drop_index('ix_review_notes_state')

    op.drop_table('review_notes')
    op.drop_table('review_clusters')
    with op.batch_alter_table('recommendations', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_recommendations_person_id'))

    op.drop_table('recommendations')
