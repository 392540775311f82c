"""where the passages of comments are in each version of their file, and which actions were made of comments."""

import sqlalchemy as sa
from alembic import op

revision = 'e4b8a6d20f73'
down_revision = '7b3f0c9d21ea'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this version; passages that were kept before wait to be found in their file."""
    places = op.create_table('comment_places',
    sa.Column('comment_id', sa.String(length=26), nullable=False),
    sa.Column('version', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('document_id', sa.String(length=26), nullable=False),
    sa.Column('state', sa.String(length=8), nullable=False),
    sa.Column('page', sa.Integer(), nullable=False),
    sa.Column('start', sa.Integer(), nullable=False),
    sa.Column('end', sa.Integer(), nullable=False),
    sa.Column('quote', sa.Text(), nullable=False),
    sa.Column('prefix', sa.Text(), nullable=False),
    sa.Column('suffix', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['comment_id'], ['comments.id'], name=op.f('fk_comment_places_comment_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['document_id'], ['documents.id'], name=op.f('fk_comment_places_document_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('comment_id', 'version', name=op.f('pk_comment_places'))
    )
    with op.batch_alter_table('comment_places', schema=None) as batch_op:
        batch_op.create_index('ix_comment_places_page', ['document_id', 'version', 'page', 'start', 'comment_id'], unique=False)
    op.create_table('meeting_action_sources',
    sa.Column('action_id', sa.String(length=26), nullable=False),
    sa.Column('comment_id', sa.String(length=26), nullable=False),
    sa.ForeignKeyConstraint(['action_id'], ['meeting_actions.id'], name=op.f('fk_meeting_action_sources_action_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['comment_id'], ['comments.id'], name=op.f('fk_meeting_action_sources_comment_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('action_id', name=op.f('pk_meeting_action_sources'))
    )
    with op.batch_alter_table('meeting_action_sources', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_meeting_action_sources_comment_id'), ['comment_id'], unique=False)
    connection = op.get_bind()
    comments = sa.table('comments', sa.column('id', sa.String), sa.column('anchor', sa.JSON), sa.column('removed_at', sa.DateTime))
    documents = sa.table('documents', sa.column('id', sa.String))
    known = set(connection.scalars(sa.select(documents.c.id)))
    rows = connection.execute(sa.select(comments.c.id, comments.c.anchor).where(comments.c.removed_at.is_(None)))
    kept = [
        {
            'comment_id': comment_id, 'version': anchor['version'], 'document_id': anchor['document'], 'state': 'waiting',
            'page': anchor['page'], 'start': 0, 'end': 0, 'quote': anchor['quote'],
            'prefix': anchor.get('prefix', ''), 'suffix': anchor.get('suffix', ''),
        }
        for comment_id, anchor in rows
        if anchor and anchor.get('document') in known and 'page' in anchor and 'version' in anchor
    ]
    if kept:
        op.bulk_insert(places, kept)


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table('meeting_action_sources', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_meeting_action_sources_comment_id'))
    op.drop_table('meeting_action_sources')
    with op.batch_alter_table('comment_places', schema=None) as batch_op:
        batch_op.drop_index('ix_comment_places_page')
    op.drop_table('comment_places')
