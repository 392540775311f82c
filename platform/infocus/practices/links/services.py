"""Link a practice to what it comes from, and take a link away."""

from flask_babel import gettext as _
from sqlalchemy import select

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Invalid, NotFound
from infocus.core.events import emit
from infocus.core.permissions import Permission, require
from infocus.practices.events import PracticeChanged
from infocus.practices.models import Practice
from infocus.records import links
from infocus.records import services as records
from infocus.records.models import Record

MOST = 12


def link_practice(actor: Actor, practice: Practice, target: Record) -> None:
    """Say that it comes from a record. A link that is there already stays.

    Raises ``NotFound`` and ``NotAllowed`` for either record; ``Invalid`` for itself and beyond 12.
    """
    require(actor, Permission.EDIT_PRACTICE, practice)
    require(actor, Permission.READ_RECORD, target)
    if target.id == practice.id:
        raise Invalid({"link": _("A practice does not come from itself.")})
    db.session.scalar(select(Record.id).where(Record.id == practice.id).with_for_update())
    if links.link_count(practice) >= MOST:
        raise Invalid({"link": _("%(most)s links fit; take one away first.", most=MOST)})
    if links.link(actor, practice, target):
        _changed(practice)


def unlink_practice(actor: Actor, practice: Practice, target_id: str) -> None:
    """Take a link away. Raises ``NotFound`` when there is none."""
    require(actor, Permission.EDIT_PRACTICE, practice)
    if not links.unlink(practice, target_id):
        raise NotFound
    _changed(practice)


def _changed(practice: Practice) -> None:
    emit(PracticeChanged(practice))
    records.save(practice)
