"""What files under way and imports hold of a person, for the own-data export."""

from typing import Any

from sqlalchemy import select

from infocus.accounts.own_data import contributes_own_data
from infocus.core.db import db
from infocus.meetings.arriving.models import ArrivingFile
from infocus.meetings.importing.models import OutputImport


@contributes_own_data("uploads")
def uploads_of(person_id: str) -> dict[str, Any]:
    """Files the person sent of late, and the folders they imported."""
    arriving = select(ArrivingFile).where(ArrivingFile.person_id == person_id).order_by(ArrivingFile.id)
    imports = select(OutputImport).where(OutputImport.person_id == person_id).order_by(OutputImport.id)
    return {
        "files": [
            {"file": row.file_name, "bytes": row.length, "state": row.state, "at": row.begun_at.isoformat()}
            for row in db.session.scalars(arriving)
        ],
        "imports": [
            {"file": row.file_name, "files": row.done, "state": row.state, "at": row.begun_at.isoformat()}
            for row in db.session.scalars(imports)
        ],
    }
