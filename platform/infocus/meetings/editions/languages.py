"""Outputs that are the same text in other languages."""

from collections.abc import Sequence

from flask_babel import gettext as _
from sqlalchemy import select

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Invalid, NotFound
from infocus.meetings.models import Output
from infocus.meetings.queries import outputs_of
from infocus.records.models import Record
from infocus.records.queries import get_record
from infocus.records.services import save
from infocus.records.translations import How, RecordTranslation, link_translation, unlink_translation

MOST = 200


def link_to(actor: Actor, output: Output, original_id: str, how: str) -> None:
    """The output is a translation of another of its meeting that the actor reads. Raises ``Invalid``."""
    try:
        original = get_record(actor, original_id, Output)
    except NotFound:
        raise Invalid({"original": _("Choose an output of this meeting.")}) from None
    if how not in {How.HUMAN, How.MACHINE}:
        raise Invalid({"how": _("Say whether a person or a machine translated it.")})
    if original.meeting_id != output.meeting_id:
        raise Invalid({"original": _("Choose an output of this meeting.")})
    link_translation(output, original, How(how), original.version)
    save(output)


def unlink(output: Output) -> None:
    """The output stands alone again."""
    unlink_translation(output)
    save(output)


def candidates(actor: Actor, output: Output) -> Sequence[Output]:
    """Outputs of the meeting it can be a translation of: in another language, and no translations themselves."""
    translated = select(RecordTranslation.record_id)
    query = outputs_of(actor, output.meeting).where(Record.language != output.language, Record.id.not_in(translated))
    return list(db.session.scalars(query.order_by(Record.title, Record.id).limit(MOST)).unique())


def original_of(output: Output) -> RecordTranslation | None:
    """What the output says it is a translation of."""
    return db.session.get(RecordTranslation, output.id)
