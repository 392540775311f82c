"""Packages of evidence of a meeting: who asked for one, and the files in it."""

import sqlalchemy as sa
from alembic import op

revision = 'c4d91e7b60a2'
down_revision = 'f3c86d2a91e7'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Their bytes stay where they are; what is made for a package is kept with it."""
    op.create_table('evidence_packages',
    sa.Column('id', sa.String(length=26), nullable=False),
    sa.Column('meeting_id', sa.String(length=26), nullable=False),
    sa.Column('person_id', sa.String(length=26), nullable=False),
    sa.Column('language', sa.String(length=8), nullable=False),
    sa.Column('every_version', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column('state', sa.String(length=8), nullable=False),
    sa.Column('total', sa.Integer(), nullable=False),
    sa.Column('done', sa.Integer(), nullable=False),
    sa.Column('size', sa.BigInteger(), nullable=False),
    sa.Column('withheld', sa.Integer(), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ready_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['meeting_id'], ['meetings.id'], name=op.f('fk_evidence_packages_meeting_id_meetings'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['persons.id'], name=op.f('fk_evidence_packages_person_id_persons')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_evidence_packages'))
    )
    with op.batch_alter_table('evidence_packages', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_evidence_packages_asked_at'), ['asked_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_evidence_packages_meeting_id'), ['meeting_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_evidence_packages_person_id'), ['person_id'], unique=False)

    op.create_table('evidence_files',
    sa.Column('package_id', sa.String(length=26), nullable=False),
    sa.Column('number', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('path', sa.String(length=300), nullable=False),
    sa.Column('storage_key', sa.String(length=80), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=True),
    sa.Column('record_id', sa.String(length=26), nullable=True),
    sa.Column('size', sa.BigInteger(), nullable=False),
    sa.Column('crc', sa.BigInteger(), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('checked', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column('problem', sa.String(length=8), nullable=False),
    sa.Column('modified', sa.DateTime(timezone=True), nullable=False),
    sa.Column('facts', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['package_id'], ['evidence_packages.id'], name=op.f('fk_evidence_files_package_id_evidence_packages'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['record_id'], ['records.id'], name=op.f('fk_evidence_files_record_id_records'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('package_id', 'number', name=op.f('pk_evidence_files'))
    )
    with op.batch_alter_table('evidence_files', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_evidence_files_record_id'), ['record_id'], unique=False)


def downgrade() -> None:
    """Packages can be asked for again."""
    with op.batch_alter_table('evidence_files', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_evidence_files_record_id'))

    op.drop_table('evidence_files')
    with op.batch_alter_table('evidence_packages', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_evidence_packages_person_id'))
        batch_op.drop_index(batch_op.f('ix_evidence_packages_meeting_id'))
        batch_op.drop_index(batch_op.f('ix_evidence_packages_asked_at'))

    op.drop_table('evidence_packages')
