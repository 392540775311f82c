"""Reviews with their table and their log: one that is over, one that is live while the demo is looked at."""

from datetime import datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

from infocus.core.db import db
from infocus.demo.content import happenings as shapes
from infocus.demo.loading.book import Book, id_at
from infocus.plans.models import Plan
from infocus.records.services import save
from infocus.reviews.entries import partner_data, stamp
from infocus.reviews.models import LogEntry, PanelMember, Review, Room
from infocus.reviews.services.seats import voices
from infocus.reviews.services.turn import partner_at_table, shown_role
from infocus.reviews.vocabulary import Kind, Mode, ReviewState

CALLED_BEFORE = timedelta(days=14)
ZONE = "Europe/Brussels"


def add_reviews(book: Book, reviews: tuple[shapes.Review, ...]) -> None:
    """Every review, under ``review:KEY`` in the book."""
    for each in reviews:
        begins = each.starts_at or book.now - timedelta(minutes=each.live_for)
        review = _review(book, each, begins)
        save(review, at=begins - CALLED_BEFORE)
        db.session.refresh(review, ["network", "partner", "plan"])
        _seat(book, review, each, begins - CALLED_BEFORE)
        save(review, at=begins)
        _log(book, review, each, begins)
        book.records[f"review:{each.key}"] = review
    db.session.flush()


def _review(book: Book, each: shapes.Review, begins: datetime) -> Review:
    plan = book.records[f"plan:{each.plan}"]
    if not isinstance(plan, Plan):
        raise TypeError(each.plan)
    local = begins.astimezone(ZoneInfo(ZONE))
    facilitator = next(seat.person for seat in each.seats if seat.role == "facilitator")
    is_over = each.state == ReviewState.FINISHED
    return Review(
        id=id_at(begins - CALLED_BEFORE),
        network_id=plan.network_id,
        partner_id=plan.partner_id,
        author_id=book.people[facilitator].id,
        plan=plan,
        plan_version=each.plan_version,
        title=each.title,
        summary=each.summary,
        brief=each.brief,
        questions=list(each.questions),
        mode=Mode(each.mode),
        state=ReviewState(each.state),
        held_on=local.date().isoformat(),
        starts=local.strftime("%H:%M"),
        time_zone=ZONE,
        started_at=begins,
        finished_at=begins + timedelta(seconds=each.entries[-1].after + 60) if is_over else None,
        room=Room(last_seq=0),
    )


def _seat(book: Book, review: Review, each: shapes.Review, moment: datetime) -> None:
    for number, seat in enumerate(each.seats):
        home = book.homes.get(seat.person)
        review.panel.append(
            PanelMember(
                person_id=book.people[seat.person].id,
                partner_id=home.id if home else None,
                role=seat.role,
                task=" · ".join(filter(None, (seat.section, seat.question))),
                created_at=moment + timedelta(seconds=number),
            )
        )
    db.session.flush()


def _log(book: Book, review: Review, each: shapes.Review, begins: datetime) -> None:
    """Every line with the ``seq`` it has in the content; who finished a review says so in one more."""
    lines = list(each.entries)
    if each.state == ReviewState.FINISHED:
        lines.append(shapes.Entry(kind="finish", after=lines[-1].after + 60, author=lines[-1].author, text=""))
    heard = voices(review)
    book.forget_actors()  # the table gives people keys
    for seq, line in enumerate(lines, start=1):
        actor = book.actor(line.author)
        moment = begins + timedelta(seconds=line.after)
        entry = LogEntry(
            review_id=review.id,
            seq=seq,
            kind=Kind.PHASE if line.kind == "finish" else Kind(line.kind),
            key=str(uuid4()),
            person_id=actor.person,
            partner_id=partner_at_table(actor, review),
            role=shown_role(actor, review),
            at=moment,
        )
        if line.kind in {"phase", "finish"}:
            entry.data = _move(review, line, moment)
        else:
            entry.text = line.text
            entry.data = {"reply_to": line.reply_to} if line.reply_to else {}
        if line.kind == Kind.SPOKEN:
            voice = heard[book.people[line.speaker].id]
            speaker = {"id": voice.id, "name": voice.name, "role": voice.role, "partner": partner_data(voice.partner)}
            entry.data = {"speaker": speaker} | ({"note": line.note} if line.note else {})
        db.session.add(entry)
    review.room.last_seq = len(lines)
    db.session.flush()


def _move(review: Review, line: shapes.Entry, moment: datetime) -> dict[str, object]:
    minutes = int(review.minutes.get(line.phase, 0)) or None
    return {
        "move": "to" if line.phase else "finish",
        "phase": line.phase or None,
        "state": ReviewState.LIVE if line.phase else ReviewState.FINISHED,
        "ends_at": stamp(moment + timedelta(minutes=minutes)) if minutes else None,
        "left": None,
        "minutes": minutes,
    }
