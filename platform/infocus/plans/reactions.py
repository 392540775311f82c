"""When a plan's file is read, its sections and rows are."""

from sqlalchemy import select

from infocus.core.db import db
from infocus.core.events import reacts_to
from infocus.core.outbox import enqueue
from infocus.library.events import FileRead
from infocus.plans.jobs import READ
from infocus.plans.models import PlanVersion


@reacts_to(FileRead)
def read_plan(event: FileRead) -> None:
    """Have the version's sections read, from its file's text that has just been stored."""
    if event.record_type != "plan":
        return
    of_file = select(PlanVersion.id).where(
        PlanVersion.document_id == event.document_id, PlanVersion.document_version == event.number
    )
    version = db.session.scalar(of_file)
    if version is not None:
        enqueue(READ, {"version": version}, key=f"{READ}:{version}:{event.recognised}")
