"""The board of a room: notes that appear together, clusters and dots on them. Tables and log say the same."""

from collections.abc import Iterator
from functools import partial

from sqlalchemy import select, update

from infocus.core.db import db
from infocus.demo.content import reviewed as shapes
from infocus.demo.loading.room import Move, Talk
from infocus.reviews.notes.models import Cluster, Note, Vote
from infocus.reviews.notes.services.showing import show, show_all
from infocus.reviews.notes.services.writing import key_hash, random_id
from infocus.reviews.room.services.turn import fresh_key, partner_at_table, shown_role
from infocus.reviews.vocabulary import Kind, Mode, NoteState, Phase, ReviewState, Seating, Signed

BETWEEN = 4
"""Seconds from one dot to the next."""


def leave_notes(talk: Talk) -> None:
    """Every note, hidden; of its writer only what it is signed with."""
    for each in talk.each.notes:
        note = _note(talk, each)
        talk.notes.append(note.id)
        db.session.add(note)
    db.session.flush()


def moves(talk: Talk) -> Iterator[Move]:
    """The notes appear, are put together, and get their dots."""
    if talk.each.mode == Mode.OPEN:
        for number, note in enumerate(talk.each.notes):
            yield Move(note.after, partial(_show, talk, number, note.after))
        return
    appear = next((line.after for line in talk.each.entries if line.phase == Phase.CLUSTER), None)
    if appear is not None:
        yield Move(appear, partial(show_all, talk.review, talk.at(appear)))
    for cluster in talk.each.clusters:
        yield Move(cluster.after, partial(_found, talk, cluster))
    after = max((cluster.after for cluster in talk.each.clusters), default=0)
    for cluster in talk.each.clusters:
        for email, dots in cluster.dots:
            after += BETWEEN
            yield Move(after, partial(_vote, talk, email, cluster.title, dots, after))


def _note(talk: Talk, each: shapes.Note) -> Note:
    actor, signed = talk.book.actor(each.author), Signed(each.signed)
    by_name = signed is Signed.NAME
    at = talk.review.created_at if talk.each.state == ReviewState.PREPARING else talk.at(each.after)
    return Note(
        id=random_id(),
        review_id=talk.review.id,
        key_hash=key_hash(talk.review.id, fresh_key()),
        person_id=actor.person if by_name else None,
        partner_id=None if signed is Signed.ANONYMOUS else partner_at_table(actor, talk.review),
        role=shown_role(actor, talk.review) if by_name else "",
        signed=signed,
        kind=each.kind,
        importance=each.importance,
        section=talk.headings[each.section] if each.section else "",
        section_title=each.section,
        question=each.question,
        quote=each.quote,
        text=each.text,
        state=NoteState.SENT,
        created_at=at if by_name else None,
    )


def _show(talk: Talk, number: int, after: int) -> None:
    show(talk.review.room, db.session.get_one(Note, talk.notes[number]), talk.at(after))


def _found(talk: Talk, cluster: shapes.Cluster) -> None:
    """The cluster's entry, its row, and the mark on its notes."""
    ids = [talk.notes[number - 1] for number in cluster.notes]
    seq = talk.review.room.last_seq + 1
    notes = sorted(int(each) for each in db.session.scalars(select(Note.seq).where(Note.id.in_(ids))) if each)
    talk.turn(talk.first(Seating.RAPPORTEUR)).append(
        Kind.CLUSTER, at=talk.at(cluster.after), data={"cluster": seq, "title": cluster.title, "notes": notes}
    )
    db.session.add(Cluster(review_id=talk.review.id, seq=seq, title=cluster.title))
    db.session.execute(update(Note).where(Note.id.in_(ids)).values(cluster=seq))
    talk.clusters[cluster.title] = seq


def _vote(talk: Talk, email: str, title: str, dots: int, after: int) -> None:
    turn, target = talk.turn(email), talk.clusters[title]
    db.session.add(Vote(review_id=talk.review.id, person_id=turn.actor.person, target=target, dots=dots))
    turn.append(Kind.VOTE, at=talk.at(after), target=target, data={"change": dots})
