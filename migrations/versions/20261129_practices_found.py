"""What practices are found by: cost, time taken and place as columns; how many people live in a partner's city."""

import sqlalchemy as sa
from alembic import op

revision = 'b2c64e19f7a8'
down_revision = 'c4f7a2e81d60'
branch_labels = None
depends_on = None

PRACTICES = sa.table('practices', sa.column('id', sa.String), sa.column('content', sa.JSON), sa.column('cost', sa.String),
                     sa.column('took', sa.String), sa.column('latitude', sa.Double), sa.column('longitude', sa.Double))


def upgrade() -> None:
    """Read from the contents that are there."""
    with op.batch_alter_table('practices', schema=None) as batch_op:
        batch_op.add_column(sa.Column('cost', sa.String(length=16), nullable=False, server_default='not-stated'))
        batch_op.add_column(sa.Column('took', sa.String(length=12), nullable=False, server_default='not-stated'))
        batch_op.add_column(sa.Column('latitude', sa.Double(), nullable=True))
        batch_op.add_column(sa.Column('longitude', sa.Double(), nullable=True))
    with op.batch_alter_table('practices', schema=None) as batch_op:
        batch_op.alter_column('cost', server_default=None)
        batch_op.alter_column('took', server_default=None)
    op.create_index('ix_practices_cost', 'practices', ['cost', 'id'], unique=False)
    op.create_index('ix_practices_took', 'practices', ['took', 'id'], unique=False)
    op.create_index('ix_practices_verified', 'practices', ['verified_at', 'id'], unique=False)
    covering = ['id', 'cost', 'took', 'verified_at', 'validated_at']
    op.create_index('ix_practices_found', 'practices', covering, unique=False)
    op.add_column('partners', sa.Column('population', sa.Integer(), nullable=True))
    _fill(op.get_bind())


def downgrade() -> None:
    """The contents stay as they are; what cities said of their size is lost."""
    with op.batch_alter_table('partners', schema=None) as batch_op:
        batch_op.drop_column('population')
    op.drop_index('ix_practices_found', table_name='practices')
    op.drop_index('ix_practices_verified', table_name='practices')
    op.drop_index('ix_practices_took', table_name='practices')
    op.drop_index('ix_practices_cost', table_name='practices')
    with op.batch_alter_table('practices', schema=None) as batch_op:
        batch_op.drop_column('longitude')
        batch_op.drop_column('latitude')
        batch_op.drop_column('took')
        batch_op.drop_column('cost')


def _fill(bind: sa.Connection) -> None:
    """A hundred at a time, so that no installation has all contents in memory."""
    last = ''
    while True:
        some = sa.select(PRACTICES.c.id, PRACTICES.c.content).where(PRACTICES.c.id > last).order_by(PRACTICES.c.id)
        rows = bind.execute(some.limit(100)).all()
        for own_id, content in rows:
            known = content or {}
            place = known.get('latitude'), known.get('longitude')
            placed = all(isinstance(each, (int, float)) for each in place)
            values = {'latitude': place[0] if placed else None, 'longitude': place[1] if placed else None}
            bind.execute(sa.update(PRACTICES).where(PRACTICES.c.id == own_id)
                         .values(cost=_cost(known), took=_took(known), **values))
        if not rows:
            return
        last = rows[-1][0]


def _cost(content: dict) -> str:
    if (content.get('section_visibility') or {}).get('resources'):
        return 'not-stated'
    stated = [row for row in content.get('amounts') or () if isinstance(row.get('value'), (int, float))]
    if not stated:
        return 'not-stated'
    if any((row.get('currency') or 'EUR') != 'EUR' for row in stated):
        return 'other-currency'
    total = sum(row['value'] for row in stated)
    return 'under-10k' if total < 10_000 else '10k-100k' if total < 100_000 else '100k-1m' if total < 1_000_000 else 'over-1m'


def _took(content: dict) -> str:
    started, ended = str(content.get('started') or ''), str(content.get('ended') or '')
    if not started[:4].isdecimal():
        return 'not-stated'
    if not ended[:4].isdecimal():
        return 'going'
    months = 12 * (int(ended[:4]) - int(started[:4]))
    if len(started) >= 7 and len(ended) >= 7:
        months += int(ended[5:7]) - int(started[5:7])
    if months < 0:
        return 'not-stated'
    return 'under-1' if months < 12 else '1-3' if months <= 36 else 'over-3'
