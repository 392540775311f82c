"""Forms that were sent: pressed twice, they make one thing."""

import sqlalchemy as sa
from alembic import op

revision = 'a7e1c05d93b4'
down_revision = '1b27c75c67c7'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """No form was sent so far."""
    op.create_table('forms_sent',
    sa.Column('mark', sa.String(length=64), nullable=False),
    sa.Column('target', sa.Text(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('mark', name=op.f('pk_forms_sent'))
    )
    with op.batch_alter_table('forms_sent', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_forms_sent_at'), ['at'], unique=False)


def downgrade() -> None:
    """What is sent twice makes two again."""
    with op.batch_alter_table('forms_sent', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_forms_sent_at'))

    op.drop_table('forms_sent')
