"""Pages read by OCR: which pages, why not, and how many of a version."""

import sqlalchemy as sa
from alembic import op

revision = "2b0c5f7a91de"
down_revision = "27d42eb044f6"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing was read by OCR so far."""
    with op.batch_alter_table("document_pages") as pages:
        pages.add_column(sa.Column("ocr", sa.String(length=16), nullable=False, server_default=""))
    with op.batch_alter_table("document_versions") as versions:
        versions.add_column(sa.Column("recognised", sa.Integer(), nullable=False, server_default="0"))
    with op.batch_alter_table("document_pages") as pages:
        pages.alter_column("ocr", server_default=None)
    with op.batch_alter_table("document_versions") as versions:
        versions.alter_column("recognised", server_default=None)


def downgrade() -> None:
    """Texts stay; that they were read by OCR is forgotten."""
    with op.batch_alter_table("document_versions") as versions:
        versions.drop_column("recognised")
    with op.batch_alter_table("document_pages") as pages:
        pages.drop_column("ocr")
