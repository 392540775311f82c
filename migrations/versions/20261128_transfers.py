"""Transfers are records with pages, checkpoints and steps; questions to owners; successors; confirmed mailboxes."""

import sqlalchemy as sa
from alembic import op

revision = 'a6e0c2f49b71'
down_revision = 'e81f4c06a9d3'
branch_labels = None
depends_on = None

OPENED = "('understand', 'adapt', 'reuse')"
COLUMNS = (
    "id, type, network_id, partner_id, author_id, title, summary, language, visibility, state, version, created_at, "
    "updated_at"
)
READ = "EXISTS (SELECT 1 FROM record_audience k WHERE k.record_id = r.id AND k.key = 'network:' || r.network_id)"
MOVE = (
    f"INSERT INTO records ({COLUMNS}) SELECT a.id, 'transfer', r.network_id, a.partner_id, a.marked_by, p.label || ': ' || r.title, '', "
    "r.language, 'network', a.stage, 1, a.created_at, a.updated_at "
    "FROM adoptions a JOIN records r ON r.id = a.practice_id JOIN partners p ON p.id = a.partner_id",
    "INSERT INTO transfers (id, practice_id, receiver_id, mentor_id, note, plan, adapted, left_out, failed, result, "
    "evidence, marked_by, opened_at, used) SELECT a.id, a.practice_id, a.partner_id, r.partner_id, a.note, '', '', '', "
    f"'', '', '[]', a.marked_by, CASE WHEN a.stage IN {OPENED} THEN a.created_at END, '' "
    "FROM adoptions a JOIN records r ON r.id = a.practice_id",
    "INSERT INTO transfer_steps (id, transfer_id, what, by_id, at) "
    "SELECT id, id, stage, marked_by, created_at FROM adoptions",
    "INSERT INTO record_audience (record_id, key) SELECT a.id, 'author:' || r.network_id || ':' || a.marked_by "
    "FROM adoptions a JOIN records r ON r.id = a.practice_id WHERE a.marked_by IS NOT NULL",
    "INSERT INTO record_audience (record_id, key) SELECT a.id, 'network:' || r.network_id "
    f"FROM adoptions a JOIN records r ON r.id = a.practice_id WHERE {READ}",
    *(
        f"INSERT INTO record_audience (record_id, key) SELECT a.id, {key} "
        f"FROM adoptions a JOIN records r ON r.id = a.practice_id WHERE NOT {READ} AND {key} IS NOT NULL"
        for key in (
            "'partner:' || a.partner_id",
            "'partner:' || r.partner_id",
            "'experts:' || r.network_id",
            "'lead:' || r.network_id",
        )
    ),
)
"""Every line of the ledger becomes a record of the same id, read by those who read its practice in the network."""
BACK = (
    "INSERT INTO adoptions (id, practice_id, partner_id, stage, note, marked_by, created_at, updated_at) "
    "SELECT t.id, t.practice_id, t.receiver_id, r.state, t.note, t.marked_by, r.created_at, r.updated_at "
    "FROM transfers t JOIN records r ON r.id = t.id "
    "WHERE r.removed_at IS NULL AND t.receiver_id IS NOT NULL AND r.state <> 'borrowed'",
    "DELETE FROM comment_mentions WHERE comment_id IN "
    "(SELECT c.id FROM comments c JOIN transfers t ON t.id = c.record_id)",
    *(
        f"DELETE FROM {table} WHERE record_id IN (SELECT id FROM transfers)"
        for table in ("comments", "notifications", "record_audience", "record_terms")
    ),
)


def upgrade() -> None:
    """The ledger's lines become transfers; mailboxes wait to be confirmed."""
    op.create_table('successors',
    sa.Column('id', sa.String(length=26), nullable=False),
    sa.Column('partner_id', sa.String(length=26), nullable=False),
    sa.Column('person_id', sa.String(length=26), nullable=False),
    sa.Column('successor_id', sa.String(length=26), nullable=False),
    sa.Column('named_by', sa.String(length=26), nullable=False),
    sa.Column('named_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['named_by'], ['persons.id'], name=op.f('fk_successors_named_by')),
    sa.ForeignKeyConstraint(['partner_id'], ['partners.id'], name=op.f('fk_successors_partner_id')),
    sa.ForeignKeyConstraint(['person_id'], ['persons.id'], name=op.f('fk_successors_person_id')),
    sa.ForeignKeyConstraint(['successor_id'], ['persons.id'], name=op.f('fk_successors_successor_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_successors')),
    sa.UniqueConstraint('partner_id', 'person_id', name=op.f('uq_successors_partner_id_person_id'))
    )
    with op.batch_alter_table('successors', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_successors_named_by'), ['named_by'], unique=False)
        batch_op.create_index(batch_op.f('ix_successors_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_successors_successor_id'), ['successor_id'], unique=False)

    op.create_table('practice_questions',
    sa.Column('id', sa.String(length=26), nullable=False),
    sa.Column('practice_id', sa.String(length=26), nullable=False),
    sa.Column('by_id', sa.String(length=26), nullable=False),
    sa.Column('partner_id', sa.String(length=26), nullable=True),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('removed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('kept_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('kept_by', sa.String(length=26), nullable=True),
    sa.Column('faq_question', sa.String(length=300), nullable=False),
    sa.Column('faq_answer', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['persons.id'], name=op.f('fk_practice_questions_by_id')),
    sa.ForeignKeyConstraint(['kept_by'], ['persons.id'], name=op.f('fk_practice_questions_kept_by')),
    sa.ForeignKeyConstraint(['partner_id'], ['partners.id'], name=op.f('fk_practice_questions_partner_id')),
    sa.ForeignKeyConstraint(['practice_id'], ['practices.id'], name=op.f('fk_practice_questions_practice_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_practice_questions'))
    )
    with op.batch_alter_table('practice_questions', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_practice_questions_by_id'), ['by_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_practice_questions_kept_by'), ['kept_by'], unique=False)
        batch_op.create_index(batch_op.f('ix_practice_questions_practice_id'), ['practice_id'], unique=False)

    op.create_table('transfers',
    sa.Column('id', sa.String(length=26), nullable=False),
    sa.Column('practice_id', sa.String(length=26), nullable=False),
    sa.Column('receiver_id', sa.String(length=26), nullable=True),
    sa.Column('mentor_id', sa.String(length=26), nullable=True),
    sa.Column('note', sa.String(length=300), nullable=False),
    sa.Column('plan', sa.Text(), nullable=False),
    sa.Column('plan_record_id', sa.String(length=26), nullable=True),
    sa.Column('adapted', sa.Text(), nullable=False),
    sa.Column('left_out', sa.Text(), nullable=False),
    sa.Column('failed', sa.Text(), nullable=False),
    sa.Column('result', sa.Text(), nullable=False),
    sa.Column('evidence', sa.JSON(), nullable=False),
    sa.Column('marked_by', sa.String(length=26), nullable=True),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('stopped_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ask_key_hash', sa.String(length=64), nullable=True),
    sa.Column('used', sa.String(length=8), nullable=False),
    sa.Column('used_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['id'], ['records.id'], name=op.f('fk_transfers_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['marked_by'], ['persons.id'], name=op.f('fk_transfers_marked_by')),
    sa.ForeignKeyConstraint(['mentor_id'], ['partners.id'], name=op.f('fk_transfers_mentor_id')),
    sa.ForeignKeyConstraint(['practice_id'], ['practices.id'], name=op.f('fk_transfers_practice_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['receiver_id'], ['partners.id'], name=op.f('fk_transfers_receiver_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_transfers')),
    sa.UniqueConstraint('ask_key_hash', name=op.f('uq_transfers_ask_key_hash')),
    sa.UniqueConstraint('practice_id', 'receiver_id', name=op.f('uq_transfers_practice_id_receiver_id'))
    )
    with op.batch_alter_table('transfers', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_transfers_marked_by'), ['marked_by'], unique=False)
        batch_op.create_index(batch_op.f('ix_transfers_mentor_id'), ['mentor_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_transfers_receiver_id'), ['receiver_id'], unique=False)

    op.create_table('practice_answers',
    sa.Column('id', sa.String(length=26), nullable=False),
    sa.Column('question_id', sa.String(length=26), nullable=False),
    sa.Column('by_id', sa.String(length=26), nullable=False),
    sa.Column('of_owner', sa.Boolean(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['persons.id'], name=op.f('fk_practice_answers_by_id')),
    sa.ForeignKeyConstraint(['question_id'], ['practice_questions.id'], name=op.f('fk_practice_answers_question_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_practice_answers'))
    )
    with op.batch_alter_table('practice_answers', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_practice_answers_by_id'), ['by_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_practice_answers_question_id'), ['question_id'], unique=False)

    op.create_table('transfer_checkpoints',
    sa.Column('id', sa.String(length=26), nullable=False),
    sa.Column('transfer_id', sa.String(length=26), nullable=False),
    sa.Column('month', sa.Integer(), nullable=False),
    sa.Column('due', sa.String(length=10), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('reminded_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('answered_by', sa.String(length=26), nullable=True),
    sa.ForeignKeyConstraint(['answered_by'], ['persons.id'], name=op.f('fk_transfer_checkpoints_answered_by')),
    sa.ForeignKeyConstraint(['transfer_id'], ['transfers.id'], name=op.f('fk_transfer_checkpoints_transfer_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_transfer_checkpoints')),
    sa.UniqueConstraint('transfer_id', 'month', name=op.f('uq_transfer_checkpoints_transfer_id_month'))
    )
    with op.batch_alter_table('transfer_checkpoints', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_transfer_checkpoints_answered_by'), ['answered_by'], unique=False)
        batch_op.create_index(batch_op.f('ix_transfer_checkpoints_due'), ['due'], unique=False)

    op.create_table('transfer_steps',
    sa.Column('id', sa.String(length=26), nullable=False),
    sa.Column('transfer_id', sa.String(length=26), nullable=False),
    sa.Column('what', sa.String(length=12), nullable=False),
    sa.Column('by_id', sa.String(length=26), nullable=True),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['persons.id'], name=op.f('fk_transfer_steps_by_id')),
    sa.ForeignKeyConstraint(['transfer_id'], ['transfers.id'], name=op.f('fk_transfer_steps_transfer_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_transfer_steps'))
    )
    with op.batch_alter_table('transfer_steps', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_transfer_steps_by_id'), ['by_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_transfer_steps_transfer_id'), ['transfer_id'], unique=False)

    for statement in MOVE:
        op.execute(statement)
    with op.batch_alter_table('adoptions', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_adoptions_marked_by'))
        batch_op.drop_index(batch_op.f('ix_adoptions_partner_id'))

    op.drop_table('adoptions')
    with op.batch_alter_table('partners', schema=None) as batch_op:
        batch_op.add_column(sa.Column('mailbox_confirmed_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('mailbox_asked_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('mailbox_key_hash', sa.String(length=64), nullable=True))
        batch_op.create_unique_constraint(batch_op.f('uq_partners_mailbox_key_hash'), ['mailbox_key_hash'])


def downgrade() -> None:
    """Back to lines of a ledger: what only a transfer can hold is lost."""
    with op.batch_alter_table('partners', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('uq_partners_mailbox_key_hash'), type_='unique')
        batch_op.drop_column('mailbox_key_hash')
        batch_op.drop_column('mailbox_asked_at')
        batch_op.drop_column('mailbox_confirmed_at')

    op.create_table('adoptions',
    sa.Column('id', sa.String(length=26), nullable=False),
    sa.Column('practice_id', sa.String(length=26), nullable=False),
    sa.Column('partner_id', sa.String(length=26), nullable=False),
    sa.Column('stage', sa.String(length=12), nullable=False),
    sa.Column('note', sa.String(length=300), nullable=False),
    sa.Column('marked_by', sa.String(length=26), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['marked_by'], ['persons.id'], name=op.f('fk_adoptions_marked_by')),
    sa.ForeignKeyConstraint(['partner_id'], ['partners.id'], name=op.f('fk_adoptions_partner_id')),
    sa.ForeignKeyConstraint(['practice_id'], ['records.id'], name=op.f('fk_adoptions_practice_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_adoptions')),
    sa.UniqueConstraint('practice_id', 'partner_id', name=op.f('uq_adoptions_practice_id_partner_id'))
    )
    with op.batch_alter_table('adoptions', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_adoptions_partner_id'), ['partner_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_adoptions_marked_by'), ['marked_by'], unique=False)

    for statement in BACK:
        op.execute(statement)
    with op.batch_alter_table('transfer_steps', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_transfer_steps_transfer_id'))
        batch_op.drop_index(batch_op.f('ix_transfer_steps_by_id'))

    op.drop_table('transfer_steps')
    with op.batch_alter_table('transfer_checkpoints', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_transfer_checkpoints_due'))
        batch_op.drop_index(batch_op.f('ix_transfer_checkpoints_answered_by'))

    op.drop_table('transfer_checkpoints')
    with op.batch_alter_table('practice_answers', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_practice_answers_question_id'))
        batch_op.drop_index(batch_op.f('ix_practice_answers_by_id'))

    op.drop_table('practice_answers')
    with op.batch_alter_table('transfers', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_transfers_receiver_id'))
        batch_op.drop_index(batch_op.f('ix_transfers_mentor_id'))
        batch_op.drop_index(batch_op.f('ix_transfers_marked_by'))

    op.drop_table('transfers')
    with op.batch_alter_table('practice_questions', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_practice_questions_practice_id'))
        batch_op.drop_index(batch_op.f('ix_practice_questions_kept_by'))
        batch_op.drop_index(batch_op.f('ix_practice_questions_by_id'))

    op.drop_table('practice_questions')
    with op.batch_alter_table('successors', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_successors_successor_id'))
        batch_op.drop_index(batch_op.f('ix_successors_person_id'))
        batch_op.drop_index(batch_op.f('ix_successors_named_by'))

    op.drop_table('successors')
    op.execute("DELETE FROM records WHERE type = 'transfer'")
