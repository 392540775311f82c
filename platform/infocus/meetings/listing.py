"""The outputs of one meeting as a list to search through: by kind, language, session, city and words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, func, select

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.paging import Page, instant, keyset
from infocus.meetings.models import Meeting, Output
from infocus.meetings.queries import ShownOutput, outputs_of, shown_outputs
from infocus.networks.models import Partner
from infocus.records.models import Record
from infocus.records.policy import readable
from infocus.records.queries import rows_of_list

NAMES = ("kind", "language", "session", "partner", "words")
WHOLE = "-"
"""The session of what belongs to the meeting as a whole."""
_ESCAPED = str.maketrans({"\\": "\\\\", "%": "\\%", "_": "\\_"})


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to choose from: kinds, languages and partners (slug, label) that outputs of the meeting have."""

    kinds: Sequence[str]
    languages: Sequence[str]
    partners: Sequence[tuple[str, str]]


def list_outputs(
    actor: Actor, meeting: Meeting, wanted: Mapping[str, str], *, cursor: str | None = None, limit: int = 50
) -> Page[ShownOutput]:
    """A page of the meeting's outputs this reader may read, the newest first. ``wanted``: values of ``NAMES``."""
    query = _narrowed(outputs_of(actor, meeting), wanted).options(*rows_of_list())
    key = [Record.created_at, Record.id]
    page: Page[Output] = keyset(
        query,
        key,
        lambda row: [row.created_at.isoformat(), row.id],
        cursor=cursor,
        limit=limit,
        parse=lambda values: [instant(values[0]), values[1]],
    )
    return Page(shown_outputs(actor, page.items), page.next)


def choices_of(actor: Actor, meeting: Meeting) -> Choices:
    """What the outputs this reader may read differ in; three queries."""
    own = (Output.meeting_id == meeting.id, readable(actor))
    ids = select(Output.partner_id).where(*own)
    cities = select(Partner.slug, Partner.label).where(Partner.id.in_(ids)).order_by(Partner.label)
    return Choices(
        sorted(db.session.scalars(select(Output.kind).distinct().where(*own))),
        sorted(db.session.scalars(select(Output.language).distinct().where(*own))),
        [(slug, label) for slug, label in db.session.execute(cities)],
    )


def _narrowed(query: Select[Output], wanted: Mapping[str, str]) -> Select[Output]:
    if kind := wanted.get("kind"):
        query = query.where(Output.kind == kind)
    if language := wanted.get("language"):
        query = query.where(Record.language == language)
    if session := wanted.get("session"):
        query = query.where(Output.session_id.is_(None) if session == WHOLE else Output.session_id == session)
    if partner := wanted.get("partner"):
        query = query.where(Record.partner_id.in_(select(Partner.id).where(Partner.slug == partner)))
    for word in wanted.get("words", "").split()[:8]:
        pattern = f"%{word.lower().translate(_ESCAPED)}%"
        query = query.where(func.lower(Record.title).like(pattern, escape="\\"))
    return query
