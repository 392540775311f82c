"""What somebody takes home from a review: own notes and lines, the host's takeaways, and three people to call."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select

from infocus.accounts.models import Person
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.permissions import Permission, require
from infocus.networks.models import Partner
from infocus.reviews.models import Review
from infocus.reviews.notes.models import Cluster, Note
from infocus.reviews.report.material import Source
from infocus.reviews.report.queries import material_of
from infocus.reviews.vocabulary import NoteState

PEOPLE = 3


@dataclass(frozen=True, slots=True)
class ToCall:
    """Somebody who thought about the same; ``topics`` are the sections and clusters both wrote on."""

    name: str
    city: str
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnPart:
    """Notes signed by name (an anonymous one is nobody's), lines written or spoken, takeaways, people."""

    notes: tuple[Note, ...]
    lines: tuple[Source, ...]
    takeaways: tuple[Source, ...]
    people: tuple[ToCall, ...]


def own_part(actor: Actor, review: Review) -> OwnPart:
    """What this person takes home. Needs the right to enter the room."""
    require(actor, Permission.ENTER_ROOM, review)
    material = material_of(actor, review)
    signed = select(Note).where(
        Note.review_id == review.id, Note.person_id.is_not(None), Note.state == NoteState.SHOWN, Note.text != ""
    )
    notes = list(db.session.scalars(signed.order_by(Note.seq)).unique())
    own = [note for note in notes if note.person_id == actor.person]
    lines = [line for stretch in material.stretches for line in stretch.lines if line.person == actor.person]
    others = [note for note in notes if note.person_id != actor.person]
    return OwnPart(tuple(own), tuple(lines), material.takeaways, tuple(_to_call(review, own, others)))


def _to_call(review: Review, own: list[Note], others: list[Note]) -> list[ToCall]:
    """Those with most in common first, then by name; nobody without a topic in common."""
    titles = {row.seq: row.title for row in db.session.scalars(select(Cluster).where(Cluster.review_id == review.id))}
    mine = {topic for note in own for topic in _topics(note, titles)}
    common: dict[str, set[str]] = defaultdict(set)
    voices: dict[str, tuple[Person | None, Partner | None]] = {}
    for note in others:
        person_id = note.person_id or ""
        voices[person_id] = (note.person, note.partner)
        common[person_id] |= mine & _topics(note, titles)
    found = [
        ToCall(person.shown_name, partner.label if partner else "", tuple(sorted(common[person_id])))
        for person_id, (person, partner) in voices.items()
        if person is not None and common[person_id]
    ]
    return sorted(found, key=lambda each: (-len(each.topics), each.name))[:PEOPLE]


def _topics(note: Note, titles: dict[int, str]) -> set[str]:
    return {topic for topic in (note.section_title, titles.get(note.cluster or 0, "")) if topic}
