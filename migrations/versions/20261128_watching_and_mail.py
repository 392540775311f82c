"""Watches, how mail comes, addresses to answer at, mail that came in and mail that came back; why one is told."""

import sqlalchemy as sa
from alembic import op

revision = '1b27c75c67c7'
down_revision = 'e4b8a6d20f73'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this version."""
    op.create_table('letter_counts',
    sa.Column('outcome', sa.String(length=12), nullable=False),
    sa.Column('count', sa.BigInteger(), nullable=False),
    sa.PrimaryKeyConstraint('outcome', name=op.f('pk_letter_counts'))
    )
    op.create_table('mail_troubles',
    sa.Column('address', sa.String(length=254), nullable=False),
    sa.Column('hard', sa.Integer(), nullable=False),
    sa.Column('soft', sa.Integer(), nullable=False),
    sa.Column('kept_back', sa.Integer(), nullable=False),
    sa.Column('last_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('last_status', sa.String(length=160), nullable=False),
    sa.Column('stopped_at', sa.DateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('address', name=op.f('pk_mail_troubles'))
    )
    op.create_table('mail_choices',
    sa.Column('person_id', sa.String(length=26), nullable=False),
    sa.Column('direct', sa.Boolean(), nullable=False),
    sa.Column('quiet_from', sa.Integer(), nullable=False),
    sa.Column('quiet_until', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['persons.id'], name=op.f('fk_mail_choices_person_id')),
    sa.PrimaryKeyConstraint('person_id', name=op.f('pk_mail_choices'))
    )
    op.create_table('received_letters',
    sa.Column('mark', sa.String(length=64), nullable=False),
    sa.Column('person_id', sa.String(length=26), nullable=True),
    sa.Column('outcome', sa.String(length=12), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['persons.id'], name=op.f('fk_received_letters_person_id')),
    sa.PrimaryKeyConstraint('mark', name=op.f('pk_received_letters'))
    )
    with op.batch_alter_table('received_letters', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_received_letters_at'), ['at'], unique=False)
        batch_op.create_index('ix_received_letters_person', ['person_id', 'at'], unique=False)

    op.create_table('watches',
    sa.Column('id', sa.String(length=26), nullable=False),
    sa.Column('person_id', sa.String(length=26), nullable=False),
    sa.Column('subject', sa.String(length=8), nullable=False),
    sa.Column('subject_id', sa.String(length=60), nullable=False),
    sa.Column('how', sa.String(length=8), nullable=False),
    sa.Column('since', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['persons.id'], name=op.f('fk_watches_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_watches')),
    sa.UniqueConstraint('person_id', 'subject', 'subject_id', name=op.f('uq_watches_person_id_subject_subject_id'))
    )
    with op.batch_alter_table('watches', schema=None) as batch_op:
        batch_op.create_index('ix_watches_subject', ['subject', 'subject_id'], unique=False)

    op.create_table('mailed_files',
    sa.Column('id', sa.String(length=26), nullable=False),
    sa.Column('person_id', sa.String(length=26), nullable=False),
    sa.Column('meeting_id', sa.String(length=26), nullable=False),
    sa.Column('subject', sa.String(length=200), nullable=False),
    sa.Column('storage_key', sa.String(length=80), nullable=False),
    sa.Column('file_name', sa.String(length=200), nullable=False),
    sa.Column('media_type', sa.String(length=100), nullable=False),
    sa.Column('size', sa.BigInteger(), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['meeting_id'], ['records.id'], name=op.f('fk_mailed_files_meeting_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['persons.id'], name=op.f('fk_mailed_files_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mailed_files'))
    )
    with op.batch_alter_table('mailed_files', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_mailed_files_at'), ['at'], unique=False)
        batch_op.create_index(batch_op.f('ix_mailed_files_meeting_id'), ['meeting_id'], unique=False)
        batch_op.create_index('ix_mailed_files_waiting', ['person_id', 'meeting_id', 'id'], unique=False)

    op.create_table('meeting_addresses',
    sa.Column('key', sa.String(length=32), nullable=False),
    sa.Column('person_id', sa.String(length=26), nullable=False),
    sa.Column('meeting_id', sa.String(length=26), nullable=False),
    sa.ForeignKeyConstraint(['meeting_id'], ['records.id'], name=op.f('fk_meeting_addresses_meeting_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['persons.id'], name=op.f('fk_meeting_addresses_person_id')),
    sa.PrimaryKeyConstraint('key', name=op.f('pk_meeting_addresses'))
    )
    with op.batch_alter_table('meeting_addresses', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_meeting_addresses_meeting_id'), ['meeting_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_meeting_addresses_person_id'), ['person_id'], unique=False)

    op.create_table('reply_addresses',
    sa.Column('key', sa.String(length=32), nullable=False),
    sa.Column('person_id', sa.String(length=26), nullable=False),
    sa.Column('record_id', sa.String(length=26), nullable=False),
    sa.Column('comment_id', sa.String(length=26), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['persons.id'], name=op.f('fk_reply_addresses_person_id')),
    sa.ForeignKeyConstraint(['record_id'], ['records.id'], name=op.f('fk_reply_addresses_record_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('key', name=op.f('pk_reply_addresses'))
    )
    with op.batch_alter_table('reply_addresses', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_reply_addresses_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_reply_addresses_record_id'), ['record_id'], unique=False)

    with op.batch_alter_table('notifications', schema=None) as batch_op:
        batch_op.add_column(sa.Column('why', sa.String(length=12), server_default='', nullable=False))
        batch_op.add_column(sa.Column('about', sa.String(length=200), server_default='', nullable=False))
        batch_op.add_column(sa.Column('how', sa.String(length=8), server_default='usual', nullable=False))
        batch_op.add_column(sa.Column('happening', sa.String(length=26), nullable=True))



def downgrade() -> None:
    """Go back to the version before."""
    with op.batch_alter_table('notifications', schema=None) as batch_op:
        batch_op.drop_column('happening')
        batch_op.drop_column('how')
        batch_op.drop_column('about')
        batch_op.drop_column('why')

    with op.batch_alter_table('reply_addresses', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_reply_addresses_record_id'))
        batch_op.drop_index(batch_op.f('ix_reply_addresses_person_id'))

    op.drop_table('reply_addresses')
    with op.batch_alter_table('meeting_addresses', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_meeting_addresses_person_id'))
        batch_op.drop_index(batch_op.f('ix_meeting_addresses_meeting_id'))

    op.drop_table('meeting_addresses')
    with op.batch_alter_table('mailed_files', schema=None) as batch_op:
        batch_op.drop_index('ix_mailed_files_waiting')
        batch_op.drop_index(batch_op.f('ix_mailed_files_meeting_id'))
        batch_op.drop_index(batch_op.f('ix_mailed_files_at'))

    op.drop_table('mailed_files')
    with op.batch_alter_table('watches', schema=None) as batch_op:
        batch_op.drop_index('ix_watches_subject')

    op.drop_table('watches')
    with op.batch_alter_table('received_letters', schema=None) as batch_op:
        batch_op.drop_index('ix_received_letters_person')
        batch_op.drop_index(batch_op.f('ix_received_letters_at'))

    op.drop_table('received_letters')
    op.drop_table('mail_choices')
    op.drop_table('mail_troubles')
    op.drop_table('letter_counts')
