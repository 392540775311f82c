"""What mail in keeps about a person, for the file they can take away."""

from typing import Any

from sqlalchemy import select

from infocus.accounts.own_data import contributes_own_data
from infocus.core.db import db
from infocus.letterbox.models import MailedFile


@contributes_own_data("mailed_files")
def mailed_files(person_id: str) -> list[dict[str, Any]]:
    """Files that came by mail and were not confirmed yet."""
    rows = db.session.scalars(
        select(MailedFile).where(MailedFile.person_id == person_id).order_by(MailedFile.id)
    ).unique()
    return [{"name": row.file_name, "size": row.size, "at": row.at.isoformat()} for row in rows]
