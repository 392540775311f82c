"""Sections and rows of a plan's versions."""

import sqlalchemy as sa
from alembic import op

revision = '93b1d6e0475c'
down_revision = '8f3a61c0d274'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Read from the files afterwards."""
    op.create_table('plan_rows',
    sa.Column('version_id', sa.String(length=26), nullable=False),
    sa.Column('position', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('key', sa.String(length=26), nullable=False),
    sa.Column('kind', sa.String(length=8), nullable=False),
    sa.Column('section', sa.String(length=26), nullable=False),
    sa.Column('cells', sa.JSON(), nullable=False),
    sa.Column('checked_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('checked_by', sa.String(length=26), nullable=True),
    sa.ForeignKeyConstraint(['checked_by'], ['persons.id'], name=op.f('fk_plan_rows_checked_by')),
    sa.ForeignKeyConstraint(['version_id'], ['plan_versions.id'], name=op.f('fk_plan_rows_version_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('version_id', 'position', name=op.f('pk_plan_rows')),
    sa.UniqueConstraint('version_id', 'key', name=op.f('uq_plan_rows_version_id_key'))
    )
    op.create_table('plan_sections',
    sa.Column('version_id', sa.String(length=26), nullable=False),
    sa.Column('position', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('key', sa.String(length=26), nullable=False),
    sa.Column('level', sa.Integer(), nullable=False),
    sa.Column('number', sa.String(length=20), nullable=False),
    sa.Column('title', sa.String(length=300), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('page', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['version_id'], ['plan_versions.id'], name=op.f('fk_plan_sections_version_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('version_id', 'position', name=op.f('pk_plan_sections')),
    sa.UniqueConstraint('version_id', 'key', name=op.f('uq_plan_sections_version_id_key'))
    )


def downgrade() -> None:
    """The files stay."""
    op.drop_table('plan_sections')
    op.drop_table('plan_rows')
