"""People of a meeting: invitations, needs, attendance, guests; visits in the programme; calendar feeds."""

import sqlalchemy as sa
from alembic import op

revision = '8d3fb5c21e97'
down_revision = 'a6e0c2f49b71'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Whoever stood on a list was there; meetings and outputs are indexed again, under the key of their guests."""
    with op.batch_alter_table('meetings', schema=None) as batch_op:
        batch_op.add_column(sa.Column('capacity', sa.Integer(), nullable=True))
    with op.batch_alter_table('meeting_sessions', schema=None) as batch_op:
        batch_op.add_column(sa.Column('meeting_point', sa.String(length=160), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('speaker_ids', sa.JSON(), nullable=False, server_default='[]'))
    with op.batch_alter_table('meeting_sessions', schema=None) as batch_op:
        batch_op.alter_column('meeting_point', server_default=None)
        batch_op.alter_column('speaker_ids', server_default=None)
    _participants()
    op.create_table('participant_needs',
    sa.Column('participant_id', sa.String(length=26), nullable=False),
    sa.Column('diet', sa.String(length=300), nullable=False),
    sa.Column('access', sa.String(length=300), nullable=False),
    sa.Column('consented_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['participant_id'], ['participants.id'], name=op.f('fk_participant_needs_participant_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('participant_id', name=op.f('pk_participant_needs'))
    )
    op.create_table('attendance',
    sa.Column('participant_id', sa.String(length=26), nullable=False),
    sa.Column('day', sa.String(length=10), nullable=False),
    sa.Column('noted_by', sa.String(length=26), nullable=True),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['noted_by'], ['persons.id'], name=op.f('fk_attendance_noted_by')),
    sa.ForeignKeyConstraint(['participant_id'], ['participants.id'], name=op.f('fk_attendance_participant_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('participant_id', 'day', name=op.f('pk_attendance'))
    )
    _guests()
    op.create_table('calendar_feeds',
    sa.Column('person_id', sa.String(length=26), nullable=False),
    sa.Column('seed', sa.String(length=26), nullable=False),
    sa.Column('language', sa.String(length=8), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['persons.id'], name=op.f('fk_calendar_feeds_person_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('person_id', name=op.f('pk_calendar_feeds'))
    )
    _keys()


def _participants() -> None:
    texts = (('email', 254), ('city', 80), ('organisation', 160), ('word', 300))
    with op.batch_alter_table('participants', schema=None) as batch_op:
        for name, length in texts:
            batch_op.add_column(sa.Column(name, sa.String(length=length), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('coming', sa.String(length=8), nullable=False, server_default='yes'))
        batch_op.add_column(sa.Column('invited_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.drop_index('ix_participants_meeting_id')
        batch_op.create_index('ix_participants_listed', ['meeting_id', 'name', 'id'], unique=False)
        batch_op.create_index('ix_participants_coming', ['meeting_id', 'coming'], unique=False)
    with op.batch_alter_table('participants', schema=None) as batch_op:
        for name in (*(name for name, _length in texts), 'coming'):
            batch_op.alter_column(name, server_default=None)


def _guests() -> None:
    op.create_table('meeting_guest_links',
    sa.Column('id', sa.String(length=26), nullable=False),
    sa.Column('meeting_id', sa.String(length=26), nullable=False),
    sa.Column('key_hash', sa.String(length=64), nullable=False),
    sa.Column('label', sa.String(length=80), nullable=False),
    sa.Column('created_by', sa.String(length=26), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('revoked_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['created_by'], ['persons.id'], name=op.f('fk_meeting_guest_links_created_by')),
    sa.ForeignKeyConstraint(['meeting_id'], ['meetings.id'], name=op.f('fk_meeting_guest_links_meeting_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_meeting_guest_links')),
    sa.UniqueConstraint('key_hash', name=op.f('uq_meeting_guest_links_key_hash'))
    )
    op.create_index(op.f('ix_meeting_guest_links_meeting_id'), 'meeting_guest_links', ['meeting_id'])
    op.create_table('meeting_guests',
    sa.Column('id', sa.String(length=26), nullable=False),
    sa.Column('link_id', sa.String(length=26), nullable=False),
    sa.Column('meeting_id', sa.String(length=26), nullable=False),
    sa.Column('person_id', sa.String(length=26), nullable=False),
    sa.Column('participant_id', sa.String(length=26), nullable=True),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('admitted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('decided_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('decided_by', sa.String(length=26), nullable=True),
    sa.ForeignKeyConstraint(['decided_by'], ['persons.id'], name=op.f('fk_meeting_guests_decided_by')),
    sa.ForeignKeyConstraint(['link_id'], ['meeting_guest_links.id'], name=op.f('fk_meeting_guests_link_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['meeting_id'], ['meetings.id'], name=op.f('fk_meeting_guests_meeting_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['participant_id'], ['participants.id'], name=op.f('fk_meeting_guests_participant_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['person_id'], ['persons.id'], name=op.f('fk_meeting_guests_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_meeting_guests'))
    )
    op.create_index('ix_meeting_guests_person', 'meeting_guests', ['person_id'])
    op.create_index('ix_meeting_guests_meeting', 'meeting_guests', ['meeting_id', 'state'])


def _keys() -> None:
    op.execute(
        "INSERT INTO record_audience (record_id, key) SELECT meetings.id, 'guest:' || meetings.id"
        " FROM meetings JOIN records ON records.id = meetings.id WHERE records.removed_at IS NULL"
    )
    op.execute(
        "INSERT INTO record_audience (record_id, key) SELECT outputs.id, 'guest:' || outputs.meeting_id"
        " FROM outputs JOIN records ON records.id = outputs.id"
        " WHERE records.removed_at IS NULL AND records.visibility <> 'partner'"
    )
    for kind in ('meeting', 'output'):
        op.execute(
            "INSERT INTO changes (id, type, subject, narrowed, at)"
            f" SELECT records.id, '{kind}', records.id, false, records.updated_at FROM records"
            f" WHERE records.type = '{kind}' AND NOT EXISTS (SELECT 1 FROM changes WHERE changes.id = records.id)"
        )


def downgrade() -> None:
    """What people said of themselves is forgotten; their names stay on the lists."""
    op.execute("DELETE FROM record_audience WHERE key LIKE 'guest:%'")
    for table in ('calendar_feeds', 'meeting_guests', 'meeting_guest_links', 'attendance', 'participant_needs'):
        op.drop_table(table)
    with op.batch_alter_table('participants', schema=None) as batch_op:
        batch_op.drop_index('ix_participants_coming')
        batch_op.drop_index('ix_participants_listed')
        batch_op.create_index('ix_participants_meeting_id', ['meeting_id'], unique=False)
        for name in ('answered_at', 'invited_at', 'coming', 'word', 'organisation', 'city', 'email'):
            batch_op.drop_column(name)
    with op.batch_alter_table('meeting_sessions', schema=None) as batch_op:
        batch_op.drop_column('speaker_ids')
        batch_op.drop_column('meeting_point')
    with op.batch_alter_table('meetings', schema=None) as batch_op:
        batch_op.drop_column('capacity')
