"""The way back to the proposal from the practice's own page; the fiches in the export of one's own data."""

from flask_babel import gettext as _
from sqlalchemy import select

from infocus.accounts.own_data import contributes_own_data
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.permissions import Permission, allows
from infocus.library.models import DocumentVersion
from infocus.practices.fiches.models import Fiche
from infocus.practices.models import Practice
from infocus.records.panels import Action, record_action
from infocus.records.urls import record_path


@record_action(Practice, 15)
def proposal(actor: Actor, practice: Practice) -> Action | None:
    """The page of the old fiche, for who edits the practice and reads its source."""
    if not allows(actor, Permission.EDIT_PRACTICE, practice) or actor.keys.isdisjoint(practice.source_keys()):
        return None
    known = select(Fiche.practice_id).where(Fiche.practice_id == practice.id)
    if db.session.scalar(known) is None:
        return None
    return Action(_("The old fiche"), f"{record_path(practice)}/fiche")


@contributes_own_data("fiches")
def fiches_as_data(person_id: str) -> list[dict[str, str]]:
    """Every file the person started a draft from."""
    rows = select(Fiche.practice_id, DocumentVersion.file_name, DocumentVersion.created_at).join(
        DocumentVersion, DocumentVersion.document_id == Fiche.document_id
    )
    mine = rows.where(DocumentVersion.uploaded_by == person_id).order_by(DocumentVersion.id)
    return [
        {"practice": practice, "file": name, "at": at.isoformat()} for practice, name, at in db.session.execute(mine)
    ]
