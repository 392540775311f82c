"""Files that arrive in pieces, imports of folders, guesses, and statements of dates for meetings and outputs alike."""

import sqlalchemy as sa
from alembic import op

revision = '7b3f0c9d21ea'
down_revision = '8d3fb5c21e97'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What was corrected of meetings' dates so far becomes statements."""
    op.create_table('arriving_files',
    sa.Column('id', sa.String(length=26), nullable=False),
    sa.Column('person_id', sa.String(length=26), nullable=False),
    sa.Column('meeting_id', sa.String(length=26), nullable=False),
    sa.Column('purpose', sa.String(length=8), nullable=False),
    sa.Column('file_name', sa.String(length=200), nullable=False),
    sa.Column('length', sa.BigInteger(), nullable=False),
    sa.Column('arrived', sa.BigInteger(), nullable=False),
    sa.Column('values', sa.JSON(), nullable=False),
    sa.Column('state', sa.String(length=8), nullable=False),
    sa.Column('why', sa.String(length=500), nullable=False),
    sa.Column('target', sa.String(length=300), nullable=False),
    sa.Column('begun_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('touched_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['meeting_id'], ['meetings.id'], name=op.f('fk_arriving_files_meeting_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['persons.id'], name=op.f('fk_arriving_files_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_arriving_files'))
    )
    op.create_index('ix_arriving_files_meeting_id', 'arriving_files', ['meeting_id'])
    op.create_index('ix_arriving_files_person', 'arriving_files', ['person_id', 'state'])
    op.create_index('ix_arriving_files_touched', 'arriving_files', ['touched_at'])
    op.create_table('arriving_pieces',
    sa.Column('file_id', sa.String(length=26), nullable=False),
    sa.Column('start', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('size', sa.BigInteger(), nullable=False),
    sa.Column('storage_key', sa.String(length=80), nullable=False),
    sa.ForeignKeyConstraint(['file_id'], ['arriving_files.id'], name=op.f('fk_arriving_pieces_file_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('file_id', 'start', name=op.f('pk_arriving_pieces'))
    )
    op.create_table('output_guesses',
    sa.Column('output_id', sa.String(length=26), nullable=False),
    sa.Column('title', sa.Boolean(), nullable=False),
    sa.Column('language', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['output_id'], ['outputs.id'], name=op.f('fk_output_guesses_output_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('output_id', name=op.f('pk_output_guesses'))
    )
    op.create_table('output_imports',
    sa.Column('id', sa.String(length=26), nullable=False),
    sa.Column('meeting_id', sa.String(length=26), nullable=False),
    sa.Column('person_id', sa.String(length=26), nullable=False),
    sa.Column('file_name', sa.String(length=200), nullable=False),
    sa.Column('storage_key', sa.String(length=80), nullable=False),
    sa.Column('size', sa.BigInteger(), nullable=False),
    sa.Column('values', sa.JSON(), nullable=False),
    sa.Column('state', sa.String(length=8), nullable=False),
    sa.Column('problem', sa.String(length=500), nullable=False),
    sa.Column('total', sa.Integer(), nullable=False),
    sa.Column('done', sa.Integer(), nullable=False),
    sa.Column('begun_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['meeting_id'], ['meetings.id'], name=op.f('fk_output_imports_meeting_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['persons.id'], name=op.f('fk_output_imports_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_output_imports'))
    )
    op.create_index('ix_output_imports_meeting_id', 'output_imports', ['meeting_id'])
    op.create_index('ix_output_imports_person_id', 'output_imports', ['person_id'])
    op.create_table('imported_files',
    sa.Column('import_id', sa.String(length=26), nullable=False),
    sa.Column('number', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('name', sa.String(length=300), nullable=False),
    sa.Column('outcome', sa.String(length=8), nullable=False),
    sa.Column('why', sa.String(length=500), nullable=False),
    sa.Column('output_id', sa.String(length=26), nullable=True),
    sa.ForeignKeyConstraint(['import_id'], ['output_imports.id'], name=op.f('fk_imported_files_import_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['output_id'], ['outputs.id'], name=op.f('fk_imported_files_output_id'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('import_id', 'number', name=op.f('pk_imported_files'))
    )
    op.create_table('date_statements',
    sa.Column('id', sa.String(length=26), nullable=False),
    sa.Column('record_id', sa.String(length=26), nullable=False),
    sa.Column('kind', sa.String(length=8), nullable=False),
    sa.Column('starts', sa.String(length=10), nullable=False),
    sa.Column('ends', sa.String(length=10), nullable=False),
    sa.Column('source', sa.String(length=200), nullable=False),
    sa.Column('confirmed', sa.Boolean(), nullable=False),
    sa.Column('by_id', sa.String(length=26), nullable=True),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['persons.id'], name=op.f('fk_date_statements_by_id')),
    sa.ForeignKeyConstraint(['record_id'], ['records.id'], name=op.f('fk_date_statements_record_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_date_statements'))
    )
    op.create_index('ix_date_statements_record_id', 'date_statements', ['record_id'])
    op.execute(
        "INSERT INTO date_statements (id, record_id, kind, starts, ends, source, confirmed, by_id, at) "
        "SELECT id, meeting_id, 'earlier', starts, ends, source, true, by_id, at FROM date_corrections"
    )
    op.drop_table('date_corrections')
    with op.batch_alter_table('outputs') as outputs:
        outputs.add_column(sa.Column('dated', sa.String(length=10), nullable=False, server_default=''))
        outputs.add_column(sa.Column('date_source', sa.String(length=200), nullable=False, server_default=''))
        outputs.add_column(sa.Column('date_confirmed', sa.Boolean(), nullable=False, server_default=sa.true()))
    with op.batch_alter_table('outputs') as outputs:
        for name in ('dated', 'date_source', 'date_confirmed'):
            outputs.alter_column(name, server_default=None)


def downgrade() -> None:
    """Corrections of meetings stay; other statements, outputs' dates and what was under way go."""
    op.create_table('date_corrections',
    sa.Column('id', sa.String(length=26), nullable=False),
    sa.Column('meeting_id', sa.String(length=26), nullable=False),
    sa.Column('starts', sa.String(length=10), nullable=False),
    sa.Column('ends', sa.String(length=10), nullable=False),
    sa.Column('source', sa.String(length=200), nullable=False),
    sa.Column('by_id', sa.String(length=26), nullable=True),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['persons.id'], name=op.f('fk_date_corrections_by_id')),
    sa.ForeignKeyConstraint(['meeting_id'], ['meetings.id'], name=op.f('fk_date_corrections_meeting_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_date_corrections'))
    )
    op.create_index('ix_date_corrections_meeting_id', 'date_corrections', ['meeting_id'])
    op.execute(
        "INSERT INTO date_corrections (id, meeting_id, starts, ends, source, by_id, at) "
        "SELECT s.id, s.record_id, s.starts, s.ends, s.source, s.by_id, s.at FROM date_statements s "
        "JOIN meetings m ON m.id = s.record_id WHERE s.kind = 'earlier'"
    )
    with op.batch_alter_table('outputs') as outputs:
        for name in ('date_confirmed', 'date_source', 'dated'):
            outputs.drop_column(name)
    for table in ('date_statements', 'imported_files', 'output_imports', 'output_guesses', 'arriving_pieces', 'arriving_files'):
        op.drop_table(table)
